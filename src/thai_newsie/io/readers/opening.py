"""From paths to streams of bytes; a compressed file is recognized by its suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import IO

from thai_newsie.io.compression import DECOMPRESSION_ERRORS as DECOMPRESSION_ERRORS
from thai_newsie.io.compression import decompressed, without_compression_suffix

_BLOCK_BYTES = 1_048_576
_SCHEMES = ("http://", "https://")


class InputTooLargeError(ValueError):
    """A file, a line or a row has more bytes than the configuration allows. The message says what to do."""

    def __init__(self, what: str, max_bytes: int) -> None:
        """`what` is too large."""
        super().__init__(
            f"{what} has more than {max_bytes:,} bytes (unpacked); set max_bytes in the configuration to read it"
        )


def is_address(path: object) -> bool:
    """Whether a path on the command line is an address on the web.

    >>> is_address("https://example.go.th/news/1"), is_address("news.html")
    (True, False)
    """
    return isinstance(path, str) and path.lower().startswith(_SCHEMES)


def format_suffix(path: PurePath) -> str:
    """The suffix that names the format, without that of the compression.

    >>> format_suffix(Path("news.2022.jsonl.xz"))
    '.jsonl'
    """
    return without_compression_suffix(path).suffix.lower()


def name_without_suffixes(path: PurePath) -> str:
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


def read_whole(stream: IO[bytes], max_bytes: int) -> bytearray:
    """All bytes of `stream`, unpacked piece by piece. Raises InputTooLargeError as soon as there are more than `max_bytes`.

    >>> import io
    >>> bytes(read_whole(io.BytesIO(b"news"), 4))
    b'news'
    """
    data = bytearray()
    while block := stream.read(_BLOCK_BYTES):
        data += block
        if len(data) > max_bytes:
            raise InputTooLargeError("the file", max_bytes)
    return data
