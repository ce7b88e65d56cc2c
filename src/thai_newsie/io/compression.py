"""Compressed files, told by their suffix: .gz, .xz and .zst, read and written."""

from __future__ import annotations

import gzip
import lzma
import sys
import zlib
from pathlib import Path
from typing import IO, cast

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

COMPRESSION_SUFFIXES = (".gz", ".xz", ".zst")

# What reading a compressed file can fail with besides OSError: it is damaged, or cut.
DECOMPRESSION_ERRORS = (lzma.LZMAError, zlib.error, zstd.ZstdError, EOFError)

_GZIP_LEVEL = 6  # the program gzip's own: a third smaller than 1, and 9 takes twice as long for a hundredth


def decompressed(file: IO[bytes], suffix: str) -> IO[bytes]:
    """What `file` holds, unpacked as its suffix says: the file itself where that is no suffix of `COMPRESSION_SUFFIXES`."""
    match suffix.lower():
        case ".gz":
            return cast(IO[bytes], gzip.GzipFile(fileobj=file))
        case ".xz":
            return lzma.LZMAFile(file)
        case ".zst":
            return cast(IO[bytes], zstd.ZstdFile(file))
        case _:
            return file


def compressed(file: IO[bytes], suffix: str) -> IO[bytes]:
    """A stream that packs into `file` as the suffix says, and has to be closed before it; `file` itself if it says nothing.

    >>> import io
    >>> file = io.BytesIO()
    >>> with compressed(file, ".zst") as stream:
    ...     _ = stream.write("ข่าว".encode())
    >>> decompressed(io.BytesIO(file.getvalue()), ".zst").read().decode()
    'ข่าว'
    """
    match suffix.lower():
        case ".gz":
            # Without the name and the hour that gzip would note: the same input gives the same bytes.
            return cast(IO[bytes], gzip.GzipFile("", "wb", _GZIP_LEVEL, file, mtime=0))
        case ".xz":
            return lzma.LZMAFile(file, "wb")
        case ".zst":
            return cast(IO[bytes], zstd.ZstdFile(file, "wb"))
        case _:
            return file


def without_compression_suffix(path: Path) -> Path:
    """The file's name, without folder and without the suffix of its packing.

    >>> without_compression_suffix(Path("news/2022.jsonl.xz")).name
    '2022.jsonl'
    """
    return Path(path.stem) if path.suffix.lower() in COMPRESSION_SUFFIXES else Path(path.name)
