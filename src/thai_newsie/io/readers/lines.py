"""The lines of a stream of bytes, one at a time, in any encoding. Memory holds no more of a line than is allowed."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import IO

from thai_newsie.io.readers.decoding import warning_of, wide_encoding

_PIECE_BYTES = 65_536  # the most of a line that is read at once
_TELLING_BYTES = 8  # of a text, not blank: enough to tell UTF-16 and UTF-32 from the others


def byte_lines(stream: IO[bytes], max_bytes: int) -> tuple[Iterator[bytes], tuple[str, ...]]:
    r"""The lines of `stream`, as bytes that `decode` reads, and the warnings about the encoding of all of them.

    UTF-16 and UTF-32 become UTF-8, for in them the byte of a line break may stand anywhere. What is behind `max_bytes` of
    a line is left out, and the line is still longer than `max_bytes`.

    >>> lines, warnings = byte_lines(io.BytesIO("กข\nคง".encode("utf-16-le")), 1000)
    >>> [line.decode() for line in lines], warnings
    (['กข\n', 'คง'], ('encoding: not UTF-8, read as utf_16_le',))
    """
    beginning = _beginning(stream).removeprefix(codecs.BOM_UTF8)
    rest = iter(partial(stream.readline, _PIECE_BYTES), b"")
    if wide := wide_encoding(beginning):
        return _joined(_as_utf_8(chain([beginning], rest), wide), max_bytes), warning_of(wide)
    return _joined(chain(io.BytesIO(beginning), rest), max_bytes), ()


def _beginning(stream: IO[bytes]) -> bytes:
    """The first line that is not blank, with those before it, as far as `_PIECE_BYTES` go."""
    beginning = b""
    while len(beginning) < _PIECE_BYTES and (piece := stream.readline(_PIECE_BYTES)):
        beginning += piece
        if len(beginning.strip(b"\0\t\r\n ")) >= _TELLING_BYTES:
            break
    return beginning


def _as_utf_8(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The text of `pieces`, which may end within a character, in pieces of UTF-8 that end at every line break."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for piece in pieces:
        yield from io.BytesIO(decoder.decode(piece).encode())
    yield decoder.decode(b"", final=True).encode()


def _joined(pieces: Iterable[bytes], max_bytes: int) -> Iterator[bytes]:
    """The lines that the pieces are of."""
    line: list[bytes] = []
    size = 0
    for piece in pieces:
        if size <= max_bytes:
            line.append(piece)
            size += len(piece)
        if piece.endswith(b"\n"):
            yield b"".join(line)
            line, size = [], 0
    if size:
        yield b"".join(line)
