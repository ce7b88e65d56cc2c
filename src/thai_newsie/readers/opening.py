"""Paths to streams of bytes: plain or compressed, told by the suffix."""

from __future__ import annotations

import gzip
import lzma
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import IO, cast

# What reading a file can fail with besides OSError: a damaged or cut compressed file.
DAMAGED = (lzma.LZMAError, zlib.error, EOFError)

_OPENERS: dict[str, Callable[[Path], IO[bytes]]] = {
    ".gz": lambda path: cast(IO[bytes], gzip.open(path)),
    ".xz": lambda path: lzma.open(path),
}


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


def _unpacked(path: Path) -> Path:
    return Path(path.stem) if path.suffix.lower() in _OPENERS else path


def open_bytes(path: Path) -> IO[bytes]:
    """The bytes of a file, unpacked if it is compressed."""
    return _OPENERS.get(path.suffix.lower(), lambda plain: plain.open("rb"))(path)
