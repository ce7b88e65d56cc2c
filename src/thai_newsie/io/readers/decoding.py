"""Bytes to text: UTF-8 first, and what old systems write where it is not."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import IO

Decoded = tuple[str, tuple[str, ...]]  # a text and the warnings its bytes gave rise to

# What Thai offices wrote before UTF-8, and what Windows' "Unicode" is.
_OTHER_ENCODINGS = ["cp874", "tis_620", "utf_16_le", "utf_16_be"]
_UTF_16_BYTE_ORDER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF_8 = "utf-8-sig"
_UNREADABLE = "\ufffd"
_MAX_UNREADABLE_SHARE = (
    0.1  # share of unreadable characters, among those beyond ASCII, of a damaged UTF-8 text
)


def decode(data: bytes) -> Decoded:
    """The text of `data`, without its byte order mark, and a warning wherever it was not plain UTF-8.

    Raises ValueError for bytes that are no text.

    >>> decode("ข่าว".encode())
    ('ข่าว', ())
    >>> decode("กรมการข้าวแจ้งเกษตรกร".encode("cp874"))
    ('กรมการข้าวแจ้งเกษตรกร', ('encoding: not UTF-8, read as cp874',))
    """
    if not data.startswith(_UTF_16_BYTE_ORDER_MARKS) and not _looks_like_utf_16(data):
        try:
            return data.decode("utf-8-sig"), ()
        except UnicodeDecodeError:
            pass
    encoding = encoding_of(data)
    text = data.decode(encoding, "replace")
    if encoding == _UTF_8:
        return text, (f"encoding: {text.count(_UNREADABLE)} unreadable characters replaced by U+FFFD",)
    return text, warning_of(encoding)


def encoding_of(data: bytes) -> str:
    """Python's name of the encoding of a text that is, or begins with, `data`. Raises ValueError as `decode` does.

    >>> encoding_of("ข่าว".encode()), encoding_of("ข่าว".encode("utf-16"))
    ('utf-8-sig', 'utf_16')
    """
    if data.startswith(_UTF_16_BYTE_ORDER_MARKS):
        return "utf_16"
    if not _looks_like_utf_16(data):
        text = data.decode(_UTF_8, "replace")
        # One torn character in a UTF-8 text is no reason to read the rest in another encoding.
        if text.count(_UNREADABLE) <= _MAX_UNREADABLE_SHARE * sum(
            not character.isascii() for character in text
        ):
            return _UTF_8
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_OTHER_ENCODINGS).best()
    if best is None:
        raise ValueError("is no text in any encoding known here; save it as UTF-8")
    return best.encoding


def warning_of(encoding: str) -> tuple[str, ...]:
    """What is to be said of a text in this encoding: nothing if it is UTF-8."""
    return () if encoding == _UTF_8 else (f"encoding: not UTF-8, read as {encoding}",)


def split_lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines of a stream, each for `decode`; a UTF-16 stream needs its byte order mark.

    >>> [decode(line)[0] for line in split_lines(io.BytesIO("กข\\nคง".encode("utf-16")))]
    ['กข\\n', 'คง']
    """
    line = stream.readline()
    if line.startswith(_UTF_16_BYTE_ORDER_MARKS):
        # A line break is two bytes here: cut after decoding, not before.
        for text in io.StringIO(decode(line + stream.read())[0]):
            yield codecs.BOM_UTF16_LE + text.encode("utf-16-le")
        return
    while line:
        yield line
        line = stream.readline()


def _looks_like_utf_16(data: bytes) -> bool:
    """Whether zeros or the high byte of the Thai block (U+0E00) stand where a text has none."""
    return data.count(0) + data.count(0x0E) > len(data) // 8
