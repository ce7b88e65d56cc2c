"""From bytes to text: UTF-8 if possible, else the encodings of older systems."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import IO

Decoded = tuple[str, tuple[str, ...]]  # a text, and the warnings about its bytes

# The encodings of Thai text before UTF-8, and the "Unicode" of Windows.
_OTHER_ENCODINGS = ["cp874", "tis_620", "utf_16_le", "utf_16_be"]
_UTF_16_BYTE_ORDER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF_8 = "utf-8-sig"
_UNREADABLE = "\ufffd"
_MAX_UNREADABLE_SHARE = (
    0.1  # of the characters beyond ASCII: with more of them, the text is no damaged UTF-8 but something else
)


def decode(data: bytes) -> Decoded:
    """The text of `data`, without a byte order mark, and a warning where `data` is not correct UTF-8.

    Raises ValueError for bytes that are no text in any known encoding.

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
    """Python's name for the encoding of `data`, a text or its beginning. Raises ValueError as `decode` does.

    >>> encoding_of("ข่าว".encode()), encoding_of("ข่าว".encode("utf-16"))
    ('utf-8-sig', 'utf_16')
    """
    if data.startswith(_UTF_16_BYTE_ORDER_MARKS):
        return "utf_16"
    if not _looks_like_utf_16(data):
        text = data.decode(_UTF_8, "replace")
        # One broken character in a UTF-8 text is no reason to read the rest in another encoding.
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
    """The warning about a text in this encoding; none for UTF-8."""
    return () if encoding == _UTF_8 else (f"encoding: not UTF-8, read as {encoding}",)


def split_lines(stream: IO[bytes]) -> Iterator[bytes]:
    """The lines of a stream, as bytes that `decode` reads. A UTF-16 stream must begin with a byte order mark.

    >>> [decode(line)[0] for line in split_lines(io.BytesIO("กข\\nคง".encode("utf-16")))]
    ['กข\\n', 'คง']
    """
    line = stream.readline()
    if line.startswith(_UTF_16_BYTE_ORDER_MARKS):
        # A line break has two bytes here, so the lines are split after decoding.
        for text in io.StringIO(decode(line + stream.read())[0]):
            yield codecs.BOM_UTF16_LE + text.encode("utf-16-le")
        return
    while line:
        yield line
        line = stream.readline()


def _looks_like_utf_16(data: bytes) -> bool:
    """Whether zeros, or the high byte of the Thai block (U+0E00), are more frequent than in UTF-8."""
    return data.count(0) + data.count(0x0E) > len(data) // 8
