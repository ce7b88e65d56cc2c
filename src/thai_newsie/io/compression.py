"""Compressed files, recognized by their suffixes .gz, .xz and .zst: read and written."""

from __future__ import annotations

import gzip
import lzma
import sys
import zlib
from pathlib import Path, PurePath
from typing import IO, cast

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

COMPRESSION_SUFFIXES = (".gz", ".xz", ".zst")

# The errors of a compressed file that is damaged or cut off.
DECOMPRESSION_ERRORS = (gzip.BadGzipFile, lzma.LZMAError, zlib.error, zstd.ZstdError, EOFError)

_GZIP_LEVEL = (
    6  # the default of gzip: a third smaller than level 1; level 9 takes twice as long to save one hundredth
)


def decompressed(file: IO[bytes], suffix: str) -> IO[bytes]:
    """A stream of the decompressed bytes of `file`; the file itself where `suffix` is none of `COMPRESSION_SUFFIXES`."""
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
    """A stream that compresses into `file`, to be closed before it; `file` itself where `suffix` is none of them.

    >>> import io
    >>> file = io.BytesIO()
    >>> with compressed(file, ".zst") as stream:
    ...     _ = stream.write("ข่าว".encode())
    >>> decompressed(io.BytesIO(file.getvalue()), ".zst").read().decode()
    'ข่าว'
    """
    match suffix.lower():
        case ".gz":
            # gzip would note the name and the time. Without them the same input gives the same bytes.
            return cast(IO[bytes], gzip.GzipFile("", "wb", _GZIP_LEVEL, file, mtime=0))
        case ".xz":
            return lzma.LZMAFile(file, "wb")
        case ".zst":
            return cast(IO[bytes], zstd.ZstdFile(file, "wb"))
        case _:
            return file


def without_compression_suffix(path: PurePath) -> Path:
    """The name of a file, without its folder and without the suffix of its compression.

    >>> without_compression_suffix(Path("news/2022.jsonl.xz")).name
    '2022.jsonl'
    """
    return Path(path.stem) if path.suffix.lower() in COMPRESSION_SUFFIXES else Path(path.name)
