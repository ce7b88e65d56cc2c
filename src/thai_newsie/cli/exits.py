"""How a command ends: normally, with one line about an error, or quietly when nobody reads the output any more."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer

FAILED, WRONG_USE, BROKEN = 1, 2, 3
PIPE_CLOSED = 141  # 128 + SIGPIPE, as in a shell
STDIN, STDOUT = 0, 1  # the numbers of these open files


def exit_with_message(message: str) -> NoReturn:
    """End the command with the status 2 and one line on standard error."""
    from thai_newsie.run.progress import say

    say(message)
    raise typer.Exit(WRONG_USE)


def text_of(error: OSError) -> str:
    """The message of an error of the system, with the file that it is about.

    >>> text_of(FileNotFoundError(2, "No such file or directory", "news.txt"))
    'news.txt: No such file or directory'
    """
    return f"{error.filename}: {error.strerror}" if error.filename else error.strerror or str(error)


def check_output(output: Path | None) -> None:
    """End the command, before it does anything, where no file can be written at `output`."""
    if output is None:
        return
    check_target(output)
    if output.is_dir():
        exit_with_message(f"{output}: is a folder; name a file in it")


def check_target(output: Path) -> None:
    """End the command, before it does anything, where neither a file nor a folder can be written at `output`."""
    try:
        if not output.parent.is_dir():
            exit_with_message(f"{output}: there is no folder {output.parent}; make it first")
        output.stat()
    except FileNotFoundError:
        return
    except OSError as error:  # a name that is too long, a link to itself
        exit_with_message(f"{output}: cannot be written: {error.strerror}")


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
        exit_with_message(text_of(error))


@contextmanager
def exit_on_output_error(output: Path | None = None) -> Iterator[None]:
    """End the command with one line where `output` cannot be written, and quietly where its reader has ended (`| head`)."""
    try:
        yield
        sys.stdout.flush()
    except SystemExit as end:
        # Rich and Typer end the process themselves, with the status 1.
        if not isinstance(end.__context__, BrokenPipeError):
            raise
        _drop_output()
        raise typer.Exit(PIPE_CLOSED) from None
    except OSError as error:
        if output is None and (error.filename is not None or error.errno is None):
            raise  # it is about a file
        _drop_output()
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(PIPE_CLOSED) from None
        exit_with_message(f"{output or 'standard output'}: cannot be written: {error.strerror}")


def _drop_output() -> None:
    """Python flushes standard output once more when it ends; that must not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
