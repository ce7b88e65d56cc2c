"""From paths to streams of bytes; a compressed file is recognized by its suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from thai_newsie.io.compression import DECOMPRESSION_ERRORS as DECOMPRESSION_ERRORS
from thai_newsie.io.compression import decompressed, without_compression_suffix


def format_suffix(path: Path) -> str:
    """The suffix that names the format, without that of the compression.

    >>> format_suffix(Path("news.2022.jsonl.xz"))
    '.jsonl'
    """
    return without_compression_suffix(path).suffix.lower()


def name_without_suffixes(path: Path) -> str:
    """The name of a file without folder and suffixes of format and compression.

    >>> name_without_suffixes(Path("news.2022.jsonl.xz"))
    'news.2022'
    """
    return without_compression_suffix(path).stem


@contextmanager
def open_bytes(path: Path, opened: Callable[[IO[bytes]], None] | None = None) -> Iterator[IO[bytes]]:
    """A stream of the bytes of a file, decompressed.

    `opened` is called with the file itself; its `tell()` is the number of bytes read so far.
    """
    with path.open("rb") as file:
        if opened:
            opened(file)
        with decompressed(file, path.suffix) as stream:
            yield stream
