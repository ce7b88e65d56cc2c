"""Paths to streams of bytes: plain or compressed, told by the suffix."""

from __future__ import annotations

import gzip
import lzma
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

# What reading a file can fail with besides OSError: a damaged or cut compressed file.
DAMAGED = (lzma.LZMAError, zlib.error, EOFError)

_COMPRESSED = (".gz", ".xz")


def format_suffix(path: Path) -> str:
    """The suffix that names the format, the compression's set aside.

    >>> format_suffix(Path("news.2022.jsonl.xz"))
    '.jsonl'
    """
    return _unpacked(path).suffix.lower()


def bare_name(path: Path) -> str:
    """The file's name without its suffixes.

    >>> bare_name(Path("news.2022.jsonl.xz"))
    'news.2022'
    """
    return _unpacked(path).stem


@contextmanager
def open_bytes(path: Path, opened: Callable[[IO[bytes]], None] | None = None) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked if it is compressed.

    `opened` is given the file itself, whose `tell()` says how far the reading has come.
    """
    with path.open("rb") as file:
        if opened:
            opened(file)
        match path.suffix.lower():
            case ".gz":
                with gzip.GzipFile(fileobj=file) as unpacked:
                    yield cast(IO[bytes], unpacked)
            case ".xz":
                with lzma.LZMAFile(file) as unpacked:
                    yield unpacked
            case _:
                yield file


def _unpacked(path: Path) -> Path:
    return Path(path.stem) if path.suffix.lower() in _COMPRESSED else path
