"""Paths to streams of bytes: plain or compressed, told by the suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from thai_newsie.io.compression import DAMAGED as DAMAGED
from thai_newsie.io.compression import bare, unpacked


def format_suffix(path: Path) -> str:
    """The suffix that names the format, the compression's set aside.

    >>> format_suffix(Path("news.2022.jsonl.xz"))
    '.jsonl'
    """
    return bare(path).suffix.lower()


def bare_name(path: Path) -> str:
    """The file's name without its suffixes.

    >>> bare_name(Path("news.2022.jsonl.xz"))
    'news.2022'
    """
    return bare(path).stem


@contextmanager
def open_bytes(path: Path, opened: Callable[[IO[bytes]], None] | None = None) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked if it is compressed.

    `opened` is given the file itself, whose `tell()` says how far the reading has come.
    """
    with path.open("rb") as file:
        if opened:
            opened(file)
        with unpacked(file, path.suffix) as stream:
            yield stream
