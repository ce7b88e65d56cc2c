"""How a command ends: well, with a word about what is wrong, or quietly where nobody listens any more."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer

# Exit statuses; the last is a shell's 128 + SIGPIPE.
FAILED, WRONG_USE, PIPE_CLOSED = 1, 2, 141


def exit_with_message(message: str) -> NoReturn:
    """End the command with one line on standard error."""
    from thai_newsie.run.progress import say

    say(message)
    raise typer.Exit(WRONG_USE)


def check_output(output: Path | None) -> None:
    """End the command, before anything is done, where `output` is no place for a file."""
    if output and not output.parent.is_dir():
        exit_with_message(f"{output}: there is no folder {output.parent}; make it first")
    if output and output.is_dir():
        exit_with_message(f"{output}: is a folder; name a file in it")


@contextmanager
def exit_on_input_error() -> Iterator[None]:
    """End the command with a word where what `extract` wrote cannot be read back."""
    from thai_newsie.io.records import NotARecordError

    try:
        yield
    except NotARecordError as error:
        exit_with_message(str(error))
    except OSError as error:
        exit_with_message(f"{error.filename}: {error.strerror}" if error.filename else str(error))


@contextmanager
def exit_on_output_error(output: Path | None = None) -> Iterator[None]:
    """End quietly when the reader of our output has seen enough (`| head`), with a word when it takes no more."""
    try:
        yield
        sys.stdout.flush()
    except OSError as error:
        # Python flushes standard output once more when it ends; let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(PIPE_CLOSED) from None
        exit_with_message(f"{output or 'standard output'}: cannot be written: {error.strerror}")
