"""What the words around a name tell of it: the patterns made of data/places/place_words.tsv."""

from __future__ import annotations

import re
from collections.abc import Mapping

from thai_newsie.document import Document
from thai_newsie.lexicon import compiled, table, words_of
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.text.characters import is_syllable_edge

_LOCAL_TIME = "เวลาท้องถิ่น"  # "18.00 น. (เวลาท้องถิ่นกรุงโซล)"
_MAX_AMBIGUOUS_LENGTH = 3  # letters of a word that may also begin a name


@compiled
def _words_by_type() -> Mapping[str, tuple[str, ...]]:
    """The words of each type, the longest first."""
    found: dict[str, list[str]] = {}
    for row in table("place_words"):
        found.setdefault(row["type"], []).append(row["word"])
    return {use: tuple(sorted(some, key=len, reverse=True)) for use, some in found.items()}


def words(use: str) -> tuple[str, ...]:
    """The words of one type, the longest first.

    >>> "แพร่ระบาด" in words("lookalike")
    True
    """
    return _words_by_type().get(use, ())


def one_of(use: str) -> str:
    """The words of one type as a part of a pattern."""
    return any_of(words_of("place_words", use))


@compiled
def opening(use: str) -> re.Pattern[str]:
    """One of the words where it is matched, with all its signs (ท่าน does not open ท่าน้ำ)."""
    return re.compile(any_of(words(use)) + "(?![ะ-ฺ็-๎])")


def common_word(document: Document, start: int, use: str = "generic") -> str:
    """The word at `start` that makes a common noun of the head before it; "" for none.

    A short word counts only as a word of its own: โรงแรมมารวย and สถานีมีนบุรี are names.
    """
    match = opening(use).match(document.text, start)
    if match is None or (match.end() - start <= _MAX_AMBIGUOUS_LENGTH and match.end() not in document.breaks):
        return ""
    return match[0]


def follows(text: str, start: int, use: str) -> bool:
    """Whether one of the words stands directly before `start`.

    >>> follows("ผู้ว่าราชการจังหวัดตรัง", 12, "position")
    True
    """
    return text.endswith(words(use), 0, start)


def is_of_office(text: str, start: int) -> bool:
    """Whether an area that begins at `start` is part of the name of a position or an organization.

    >>> is_of_office("ผู้ว่าราชการ จังหวัดตรัง", 13), is_of_office("อีก 2 แห่ง จังหวัดตรัง", 11)
    (True, False)
    """
    of_organization = follows(text, start, "organization") and not text.endswith(_LOCAL_TIME, 0, start)
    return of_organization or follows(text, start - (text[start - 1 : start] == " "), "position")


def is_free(text: str, start: int) -> bool:
    """Whether a bare name may begin at `start`: behind a space or a sign, or behind a word that leads to places.

    >>> is_free("สถานการณ์ของไทย", 12), is_free("นักท่องเที่ยวจีน", 13)
    (True, False)
    """
    if start == 0:
        return True
    before = text[start - 1]
    if is_thai(before):
        return is_syllable_edge(text, start) and follows(text, start, "before")
    # A dot is an abbreviation's (ม.เชียงใหม่, รพ.น่าน) except behind a number (2.เชียงใหม่).
    return not before.isalnum() and (before != "." or text[start - 2 : start - 1].isdigit())


def is_thai(character: str) -> bool:
    """Whether a character is a letter or a sign of the Thai script; ฯ and ๆ are none."""
    return ("ก" <= character <= "ฺ" and character != "ฯ") or ("เ" <= character <= "์" and character != "ๆ")
