"""Atomic files and folders: they appear whole or not at all, and one writer at a time writes each."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TextIO

from thai_newsie.io.compression import compressed
from thai_newsie.io.terminal import for_terminal
from thai_newsie.io.writers.output_lock import hidden_old, hidden_part, is_special, only_writer


@contextmanager
def atomic_bytes(path: Path) -> Iterator[IO[bytes]]:
    """A stream. Its bytes become the file at `path` when the block ends; after an error they are thrown away.

    The bytes go to a hidden file beside `path` first. A `path` that is no plain file (/dev/null, a pipe) is written
    directly. The suffixes `.gz`, `.xz` and `.zst` compress. Raises OSError where the folder cannot be written, and
    BlockingIOError, an OSError, where another process or thread is writing the file.
    """
    with only_writer(path), whole_bytes(path) as stream:
        yield stream


@contextmanager
def whole_bytes(path: Path, output: Path | None = None) -> Iterator[IO[bytes]]:
    """The same for the `only_writer` of `path`, or of the `output` that the file at `path` belongs to."""
    if is_special(path):
        with path.open("wb") as file:
            yield for_terminal(file)
        return
    path = path.resolve()  # a link stays a link, and the file that it points to is replaced
    part = hidden_part((output or path).resolve())
    try:
        with part.open("xb") as file:
            stream = compressed(file, path.suffix)
            yield stream
            if stream is not file:
                stream.close()
            file.flush()
            os.fsync(file.fileno())  # otherwise a power cut could leave the name without the bytes
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def atomic_file(path: Path) -> Iterator[TextIO]:
    """The same for text, encoded as UTF-8."""
    with atomic_bytes(path) as stream:
        text = TextIOWrapper(stream, encoding="utf-8", newline="\n")
        yield text
        text.detach()


@contextmanager
def atomic_folder(path: Path, names: Collection[str]) -> Iterator[Path]:
    """An empty folder for files of `names`. It becomes the folder at `path` when the block ends without an error.

    A folder at `path` is replaced. Raises FileExistsError, at once, where it holds other files, NotADirectoryError where
    `path` is a file, and BlockingIOError where another process or thread is writing it.
    """
    path = path.resolve()
    if path.exists() and not path.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "is a file; name a folder", str(path))
    with only_writer(path):
        if path.is_dir() and {file.name for file in path.iterdir()} - set(names):
            raise FileExistsError(errno.EEXIST, "the folder holds other files; name a new one", str(path))
        part, old = hidden_part(path), hidden_old(path)
        try:
            part.mkdir()
            yield part
            if path.is_dir():
                path.rename(old)
            part.rename(path)
        finally:
            if old.exists() and not path.exists():  # ended between the two renames
                old.rename(path)
            shutil.rmtree(part, ignore_errors=True)
            shutil.rmtree(old, ignore_errors=True)
