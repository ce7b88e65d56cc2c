"""Terminals as outputs: what is written to one as data (JSON, CSV, a page) must not command it."""

from __future__ import annotations

import io
from codecs import getincrementaldecoder
from typing import IO, cast

from thai_newsie.text.printable import printable


class Terminal(io.BufferedIOBase):
    """The stream of bytes of a terminal. It shows UTF-8 text through `printable`.

    `unescaped` is the terminal itself, for who writes colours.
    """

    def __init__(self, terminal: IO[bytes]) -> None:
        """Write to `terminal`."""
        self.unescaped = terminal
        self._decoder = getincrementaldecoder("utf-8")("replace")

    def writable(self) -> bool:
        """Yes."""
        return True

    def isatty(self) -> bool:
        """Yes."""
        return True

    def write(self, data: object, /) -> int:
        """Show bytes. A character may come in two pieces."""
        piece = bytes(cast(bytes, data))
        self.unescaped.write(printable(self._decoder.decode(piece)).encode())
        return len(piece)

    def flush(self) -> None:
        """Show what the terminal's own stream still holds."""
        self.unescaped.flush()


def for_terminal(stream: IO[bytes]) -> IO[bytes]:
    """`stream`, or the `Terminal` that it is.

    >>> stream = io.BytesIO()
    >>> for_terminal(stream) is stream
    True
    """
    return cast(IO[bytes], Terminal(stream)) if stream.isatty() else stream


def with_colours(stream: IO[bytes]) -> IO[bytes]:
    """The stream for who escapes what is not his own: `stream`, or the terminal behind it."""
    return stream.unescaped if isinstance(stream, Terminal) else stream
