"""Thai that was read in a wrong encoding: "ÊÁªÒÂ", "à¸ªà¸¡à¸Šà¸²à¸¢", "เธชเธกเธเธฒเธข" for สมชาย.

>>> from thai_newsie.text.edits import EditedText
>>> for given in ("ÊÁªÒÂ ã¨´Õ", "à¸ªà¸¡à¸Šà¸²à¸¢"):
...     text = EditedText(given)
...     text.apply(misread_utf_8(text.text) or misread_thai(text.text))
...     print(text.text)
สมชาย ใจดี
สมชาย
"""

from __future__ import annotations

import re
from typing import NamedTuple

from thai_newsie.once import once
from thai_newsie.text.edits import Edit
from thai_newsie.text.known_words import reading

_THAI, _UTF_8 = "cp874", "utf-8"
_WESTERN = ("cp1252", "latin-1", "cp1250")  # what a program takes for granted where nothing is said
_UNREAD = "\ufffd"
_MIN_LETTERS = 3  # of three bytes each, before text counts as UTF-8 that was misread
_MAX_LENGTH_OF_ONE = 12  # characters of the text for each letter found: "เธอเน้น" has two, but few
# How Thai looks through the encodings above. Apart, because `re` finds what begins with one letter fast.
_UTF_8_SIGNS = tuple(map(re.compile, ("à[¸¹]", "ŕ[¸ą]", "เ[ธน].เ[ธน].เ[ธน]")))
# Letters that Thai bytes become. Three in a row are in no Thai text, and in few words of any language.
_WESTERN_RUN = re.compile("[\xa1-\xff\u0102-\u0179\u02c7-\u02dd]{3}")
_LINE_WITH_LETTERS = re.compile(r"[^\n]+")
_THAI_LETTER = re.compile("[ก-ฮ]")
_JUDGED_LENGTH = 300  # letters that are looked at
_MIN_KNOWN_SHARE = 0.75  # of letters in known words: names and slips are the rest
# The byte that a program drops because its encoding has no letter for it: of the letters that have such a byte, these are
# nine of ten.
_LOST_LAST_BYTE = {b"\xe0\xb8": "ก", b"\xe0\xb9": "แ"}


class _Misreading(NamedTuple):
    """Letters of an encoding by byte, and where UTF-8 is seen through it: the first two letters of a Thai one."""

    byte_of: dict[str, int]
    thai_starts: tuple[str, ...]
    sequence: re.Pattern[str]


def misread_utf_8(text: str) -> list[Edit]:
    """UTF-8 that was read in an encoding of one byte a letter. All of it is read anew, so quotation marks are right too."""
    if not any(sign.search(text) for sign in _UTF_8_SIGNS):
        return []
    for way in _misreadings():
        if sum(text.count(start) for start in way.thai_starts) >= _MIN_LETTERS:
            edits = [Edit(*found.span(), _read(found[0], way)) for found in way.sequence.finditer(text)]
            thai = sum("ก" <= edit.new <= "\u0e5b" for edit in edits)
            if thai >= _MIN_LETTERS and 2 * thai >= len(edits) and _MAX_LENGTH_OF_ONE * thai >= len(text):
                return edits
    return []


def _read(letters: str, way: _Misreading) -> str:
    data = bytes(way.byte_of[letter] for letter in letters.rstrip(_UNREAD))
    return _LOST_LAST_BYTE.get(data) or data.decode(_UTF_8, "replace")


def misread_thai(text: str) -> list[Edit]:
    """Bytes of TIS-620 or Windows-874 that were read in an encoding of Western or Central Europe.

    Only lines without Thai letters are read anew, and only where most of what comes out is made of known words.
    """
    if not _WESTERN_RUN.search(text):
        return []
    lines = [line.span() for line in _LINE_WITH_LETTERS.finditer(text) if not _THAI_LETTER.search(line[0])]
    shares = {
        way: _known_share(_thai("".join(text[slice(*line)] for line in lines), way)) for way in _WESTERN
    }
    best = max(shares, key=lambda way: shares[way])
    if shares[best] < _MIN_KNOWN_SHARE:
        return []
    letters = _thai_letters(best)
    return [
        Edit(place, place + 1, letters[text[place]])
        for start, end in lines
        for place in range(start, end)
        if text[place] in letters
    ]


def _thai(text: str, encoding: str) -> str:
    letters = _thai_letters(encoding)
    return "".join(letters.get(letter, letter) for letter in text)


def _known_share(text: str) -> float:
    """The share of letters in known words."""
    part = text[:_JUDGED_LENGTH]
    letters = sum("ก" <= letter <= "\u0e4e" for letter in part)
    return sum(reading(part).covered) / letters if letters else 0.0


@once
def _misreadings() -> tuple[_Misreading, ...]:
    return tuple(_misreading(encoding) for encoding in (*_WESTERN, _THAI))


def _misreading(encoding: str) -> _Misreading:
    letters = {byte: bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in range(0x80, 0x100)}
    # A byte without a letter stays a control character, or is U+FFFD from then on.
    byte_of = {chr(byte): byte for byte in range(0x80, 0xA0)}
    byte_of |= {letter: byte for byte, letter in letters.items()}
    later = f"[{''.join(re.escape(letter) for letter, byte in byte_of.items() if byte < 0xC0)}]"
    of_two = f"[{''.join(letters[byte] for byte in range(0xC2, 0xE0))}]{later}"
    of_three = f"[{''.join(letters[byte] for byte in range(0xE1, 0xF0))}]{later}{{2}}"
    starts = (letters[0xE0] + letters[0xB8], letters[0xE0] + letters[0xB9])
    thai = f"(?:{'|'.join(map(re.escape, starts))})(?:{later}|{_UNREAD})?"
    return _Misreading(byte_of, starts, re.compile(f"{thai}|{of_three}|{of_two}"))


def _thai_letters(encoding: str) -> dict[str, str]:
    """Which Thai letter each letter of `encoding` was."""
    pairs = (
        (bytes([byte]).decode(encoding, "ignore"), bytes([byte]).decode(_THAI, "ignore"))
        for byte in range(0x80, 0x100)
    )
    return {given: thai for given, thai in pairs if given and thai and given != thai}
