"""What the words around a name tell of it: the patterns made of data/places/place_words.tsv."""

from __future__ import annotations

import re

from thai_newsie.document import Document
from thai_newsie.lexicon import compiled, table
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.text.characters import is_syllable_edge


@compiled
def words(use: str) -> tuple[str, ...]:
    """The words of one use, the longest first.

    >>> "แพร่ระบาด" in words("lookalike")
    True
    """
    return tuple(
        sorted((row["word"] for row in table("place_words") if row["type"] == use), key=len, reverse=True)
    )


@compiled
def opening(use: str) -> re.Pattern[str]:
    """One of the words, where it is matched, whole to the last sign (ท่าน does not open ท่าน้ำ)."""
    return re.compile(any_of(words(use)) + "(?![ะ-ฺ็-๎])")


def is_common(document: Document, start: int, use: str = "generic") -> bool:
    """Whether a head word is a common noun because of one of the words that stands at `start`.

    A short one only as a word of its own: โรงแรมมารวย and สถานีมีนบุรี are names.
    """
    match = opening(use).match(document.text, start)
    return match is not None and (match.end() - start > 3 or match.end() in document.breaks)


def follows(text: str, start: int, use: str) -> bool:
    """Whether one of the words stands directly before `start`.

    >>> follows("ผู้ว่าราชการจังหวัดตรัง", 12, "position")
    True
    """
    return text.endswith(words(use), 0, start)


def is_of_office(text: str, start: int) -> bool:
    """Whether an area that begins at `start` is part of the name of an office or an organization.

    >>> is_of_office("ผู้ว่าราชการ จังหวัดตรัง", 13), is_of_office("อีก 2 แห่ง จังหวัดตรัง", 11)
    (True, False)
    """
    of_organization = follows(text, start, "organization") and not text.endswith("เวลาท้องถิ่น", 0, start)
    return of_organization or follows(text, start - (text[start - 1 : start] == " "), "position")


def is_free(text: str, start: int) -> bool:
    """Whether a bare name may begin at `start`: after a space or a sign, or after a word that leads to places.

    >>> is_free("สถานการณ์ของไทย", 12), is_free("นักท่องเที่ยวจีน", 13)
    (True, False)
    """
    if start == 0:
        return True
    before = text[start - 1]
    if is_thai(before):
        return is_syllable_edge(text, start) and follows(text, start, "before")
    # A dot is an abbreviation's (ม.เชียงใหม่, รพ.น่าน) except after a number (2.เชียงใหม่).
    return not before.isalnum() and (before != "." or text[start - 2 : start - 1].isdigit())


def is_thai(character: str) -> bool:
    """Whether a character is a letter or mark of the Thai script (ฯ and ๆ are signs)."""
    return ("ก" <= character <= "ฺ" and character != "ฯ") or ("เ" <= character <= "์" and character != "ๆ")
