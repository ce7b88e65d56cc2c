"""How a command ends: normally, with one line about an error, or quietly when nobody reads the output any more."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer

# Exit statuses; the last one is 128 + SIGPIPE, as in a shell.
FAILED, WRONG_USE, PIPE_CLOSED = 1, 2, 141
STDIN, STDOUT = 0, 1  # the numbers of these open files


def exit_with_message(message: str) -> NoReturn:
    """End the command with the status 2 and one line on standard error."""
    from thai_newsie.run.progress import say

    say(message)
    raise typer.Exit(WRONG_USE)


def check_output(output: Path | None) -> None:
    """End the command, before it does anything, where no file can be written at `output`."""
    if output and not output.parent.is_dir():
        exit_with_message(f"{output}: there is no folder {output.parent}; make it first")
    if output and output.is_dir():
        exit_with_message(f"{output}: is a folder; name a file in it")


def check_overwriting(output: Path | None, inputs: Iterable[Path | int]) -> None:
    """End the command, before it does anything, where its output would overwrite one of `inputs`, whatever its name.

    The output of None is standard output: `>> FILE` may lead it to a file. `inputs` are paths or numbers of open files.
    """
    from thai_newsie.io.same_file import overwritten

    if overwritten(STDOUT if output is None else output, inputs):
        exit_with_message(f"{output or 'standard output'}: is also to be read; write to another file")


@contextmanager
def exit_on_input_error() -> Iterator[None]:
    """End the command with one line about an error of its input: records that cannot be read back, or a file that cannot be opened."""
    from thai_newsie.io.records import NotARecordError

    try:
        yield
    except NotARecordError as error:
        exit_with_message(str(error))
    except OSError as error:
        exit_with_message(f"{error.filename}: {error.strerror}" if error.filename else str(error))


@contextmanager
def exit_on_output_error(output: Path | None = None) -> Iterator[None]:
    """End the command with one line where `output` cannot be written, and quietly where its reader has ended (`| head`)."""
    try:
        yield
        sys.stdout.flush()
    except OSError as error:
        # Python flushes standard output once more when it ends; that must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(PIPE_CLOSED) from None
        exit_with_message(f"{output or 'standard output'}: cannot be written: {error.strerror}")
