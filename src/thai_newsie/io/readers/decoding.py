"""From bytes to text: UTF-8 if possible, else UTF-16, UTF-32 or Windows-874, which holds all of TIS-620."""

from __future__ import annotations

import codecs
import io

import regex

Decoded = tuple[str, tuple[str, ...]]  # a text, and the warnings about its bytes
Data = bytes | bytearray

_OLD_THAI = "cp874"
# The marks of UTF-32 come first: that of UTF-16 is the beginning of one of them.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf_32"),
    (codecs.BOM_UTF32_BE, "utf_32"),
    (codecs.BOM_UTF16_LE, "utf_16"),
    (codecs.BOM_UTF16_BE, "utf_16"),
)
# Encodings with characters of a fixed width: the width, the bytes of a character that are zero in Thai and in ASCII, the
# one that is zero in ASCII and 0E in Thai (U+0E01 is ก), and the one that tells the letters apart.
_WIDE_ENCODINGS = (
    ("utf_32_le", 4, (2, 3), 1, 0),
    ("utf_32_be", 4, (0, 1), 2, 3),
    ("utf_16_le", 2, (), 1, 0),
    ("utf_16_be", 2, (), 0, 1),
)
_UNREADABLE = "\ufffd"
_MAX_UNREADABLE_SHARE = (
    0.1  # of the characters beyond ASCII: with more of them, the text is no damaged UTF-8 but something else
)
# Three bytes in UTF-8, and next to never there when the bytes of an old text are read as UTF-8.
_THAI_OR_PUNCTUATION = regex.compile("[\u0e01-\u0e5b\u2010-\u203f]")

# An old text with one broken byte is still read; a text in Chinese has one in fifty that Windows-874 does not know.
_MAX_UNKNOWN_SHARE = 0.01
_UNKNOWN_IN_OLD_THAI = bytes(code for code in range(256) if bytes([code]).decode(_OLD_THAI, "ignore") == "")
_NO_BREAK_SPACE_TO_SPACE = bytes.maketrans(b"\xa0", b" ")
_MAX_MESS = 0.5  # what charset-normalizer allows; its own 0.2 refuses short texts such as "#พม"


def decode(data: Data) -> Decoded:
    """The text of `data`, without a byte order mark, and a warning where `data` is not correct UTF-8.

    The encoding is told from the whole of `data`. Raises ValueError for bytes that are no text in any known encoding.

    >>> decode("ข่าว".encode())
    ('ข่าว', ())
    >>> decode("กรมการข้าวแจ้งเกษตรกร".encode("cp874"))
    ('กรมการข้าวแจ้งเกษตรกร', ('encoding: not UTF-8, read as cp874',))
    """
    if wide := wide_encoding(data):
        text = data.decode(wide, "replace")
        return text, (*warning_of(wide), *unreadable_warning(text))
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return _decoded_by_lines(data.removeprefix(codecs.BOM_UTF8))


def wide_encoding(data: Data) -> str | None:
    """Python's name for the encoding of a text in UTF-16 or UTF-32, or of its beginning; None for any other text.

    >>> wide_encoding("ข่าว".encode("utf-16")), wide_encoding("ข่าว".encode("utf-32-be")), wide_encoding(b"news")
    ('utf_16', 'utf_32_be', None)
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding
    if b"\0" not in data and b"\x0e" not in data:  # in no usual text of another encoding
        return None
    for encoding, width, zeros, block, letter in _WIDE_ENCODINGS:
        columns = [data[offset::width] for offset in range(width)]
        if (
            all(columns[offset].count(0) * 2 > len(columns[offset]) for offset in zeros)
            and _is_block(columns[block])
            and not _is_block(columns[letter])
        ):
            return encoding
    return None


def _is_block(column: Data) -> bool:
    """Whether most of these bytes are what the characters of ASCII and of Thai have in common."""
    return (column.count(0) + column.count(0x0E)) * 2 > len(column)


def warning_of(encoding: str) -> tuple[str, ...]:
    """The warning about a text in an encoding that is not UTF-8."""
    return (f"encoding: not UTF-8, read as {encoding}",)


def unreadable_warning(text: str) -> tuple[str, ...]:
    """The warning about a text with characters that could not be read; none for one without."""
    count = text.count(_UNREADABLE)
    return (f"encoding: {count} unreadable characters replaced by U+FFFD",) if count else ()


def _decoded_by_lines(data: Data) -> Decoded:
    """A text that is not UTF-8 throughout. Each line is read in its own encoding: files are pasted together from both."""
    text, old = io.StringIO(), bytearray()
    old_lines = thai_lines = 0
    for line in io.BytesIO(data):
        piece = line.decode("utf-8", "replace")
        if _is_utf_8(piece):
            thai_lines += not piece.isascii()
        else:
            piece = line.decode(_OLD_THAI, "replace")
            old += line
            old_lines += 1
        text.write(piece)
    if old and not _is_old_thai(old):
        raise ValueError("is no text in any encoding known here; save it as UTF-8")
    found = text.getvalue()
    warnings: tuple[str, ...] = ()
    if old and thai_lines:
        warnings = (f"encoding: lines that are not UTF-8, {old_lines}, read as {_OLD_THAI}",)
    elif old:
        warnings = warning_of(_OLD_THAI)
    return found, (*warnings, *unreadable_warning(found))


def _is_utf_8(text: str) -> bool:
    """Whether this is what was written, if read as UTF-8; a few broken characters do not matter."""
    broken = text.count(_UNREADABLE)
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return broken <= _MAX_UNREADABLE_SHARE * beyond_ascii or broken <= len(_THAI_OR_PUNCTUATION.findall(text))


def _is_old_thai(data: Data) -> bool:
    """Whether `data` is Thai in Windows-874. A library judges, for nearly any bytes are some letters in it."""
    beyond_ascii = len(data) - len(data.decode("ascii", "ignore"))
    known = data.translate(_NO_BREAK_SPACE_TO_SPACE, _UNKNOWN_IN_OLD_THAI)
    if len(data) - len(known) > _MAX_UNKNOWN_SHARE * beyond_ascii:
        return False
    from charset_normalizer import from_bytes

    return from_bytes(known, cp_isolation=[_OLD_THAI], threshold=_MAX_MESS).best() is not None
