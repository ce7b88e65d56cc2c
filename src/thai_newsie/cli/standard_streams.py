"""Standard input, output and error, as the command needs them: all three are there, and messages command no terminal."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TextIO

from thai_newsie.text.printable import printable

# What stands for a closed standard input, output or error, in the mode in which using it fails. Who opens /dev/stdout anew,
# in another mode, must fail too: so a device that takes nothing, where there is one.
_FULL = "/dev/full" if Path("/dev/full").exists() else os.devnull
_SUBSTITUTES = ((os.devnull, os.O_WRONLY), (_FULL, os.O_RDONLY), (_FULL, os.O_RDONLY))


class Messages(TextIOWrapper):
    """A stream of text for people. Where nobody can receive a message any more, it is dropped, and the work goes on."""

    def write(self, text: str, /) -> int:
        """Write `text`, made `printable`."""
        with suppress(OSError):
            super().write(printable(text))
        return len(text)

    def flush(self) -> None:
        """Write what is held back."""
        with suppress(OSError):
            super().flush()


def prepare() -> None:
    """Make the three streams fit: UTF-8 whatever the encoding of the system, and each one open."""
    _open_closed()
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - as long as the process
    sys.stdout = TextIOWrapper(_bytes_of(sys.stdout, 1), "utf-8", "backslashreplace")
    sys.stderr = Messages(_bytes_of(sys.stderr, 2), "utf-8", "backslashreplace", line_buffering=True)


def show(text: str) -> None:
    """Print text for people on standard output, made `printable`."""
    print(printable(text))


def show_json(text: str) -> None:
    """Print JSON on standard output: exactly, but on a terminal `printable`, which has the same values."""
    print(printable(text) if sys.stdout.isatty() else text)


def _open_closed() -> None:
    """Open what was closed (`>&-`) so that using it fails.

    Otherwise the next file that is opened would take its number, and what is printed would go into that file.
    """
    for number, (device, mode) in enumerate(_SUBSTITUTES):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(device, mode), True)  # the lowest free number; for workers too


def _bytes_of(stream: TextIO | None, number: int) -> IO[bytes]:
    return stream.buffer if stream else open(number, "wb", closefd=False)
