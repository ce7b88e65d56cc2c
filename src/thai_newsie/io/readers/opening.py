"""Paths to streams of bytes: plain or compressed, told by the suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from thai_newsie.io.compression import DECOMPRESSION_ERRORS as DECOMPRESSION_ERRORS
from thai_newsie.io.compression import decompressed, without_compression_suffix


def format_suffix(path: Path) -> str:
    """The suffix that names the format, the compression's set aside.

    >>> format_suffix(Path("news.2022.jsonl.xz"))
    '.jsonl'
    """
    return without_compression_suffix(path).suffix.lower()


def name_without_suffixes(path: Path) -> str:
    """The file's name without its suffixes.

    >>> name_without_suffixes(Path("news.2022.jsonl.xz"))
    'news.2022'
    """
    return without_compression_suffix(path).stem


@contextmanager
def open_bytes(path: Path, opened: Callable[[IO[bytes]], None] | None = None) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked if it is compressed.

    `opened` is given the file itself, whose `tell()` says how far the reading has come.
    """
    with path.open("rb") as file:
        if opened:
            opened(file)
        with decompressed(file, path.suffix) as stream:
            yield stream
