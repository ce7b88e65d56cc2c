"""Names that stand in the text as a whole: no word inside one of them begins, ends or announces anything.

"นาง" in "ตำบลดอนนางหงส์" is no title, "ใน" in "โรงพยาบาลเขื่องใน" is no preposition, and "ว่า" in "ตำบลสว่าง" no conjunction.
"""

from __future__ import annotations

from collections.abc import Callable, Container

from thai_newsie.document import Document
from thai_newsie.lexicon import compiled, table, values, words_of
from thai_newsie.lexicon.areas import LEVELS, districts, provinces, subdistricts
from thai_newsie.lexicon.literals import Literals
from thai_newsie.text.characters import is_syllable_edge, is_thai_letter


def is_whole(document: Document, start: int, end: int) -> bool:
    """Whether a word may stand from `start` to `end`: it cuts no word of the tokenizer and no name of an area.

    >>> document = Document.from_text("ตำบลสว่างอารมณ์ว่าง")
    >>> is_whole(document, 5, 8), is_whole(document, 15, 19)
    (False, True)
    """
    breaks, text = document.breaks, document.text
    return (
        start in breaks
        and (end in breaks or not is_thai_letter(text, end))
        and not area_around(document, start, end)
    )


def area_around(document: Document, start: int, end: int) -> str:
    """The official name of an area that holds the word from `start` to `end` and more; "" for none.

    What an area follows stands before the name: the word for its level, or the head of an office or a school.

    >>> document = Document.from_text("ตำบลดอนนางหงส์ และดอนนางหงส์")
    >>> area_around(document, 7, 10), area_around(document, 21, 24)
    ('ดอนนางหงส์', '')
    """
    text = document.text
    for first in range(start, max(-1, end - _longest_area() - 1), -1):
        if not is_thai_letter(text, first):
            return ""
        if not _is_announced(text, first):
            continue
        for name in _areas().at(text, first):
            last = first + len(name)
            if last < end or len(name) == end - start:
                break  # they come the longest first
            if _may_end(document, last):
                return name
    return ""


def known_length(text: str, start: int, end: int, names: Container[str], ends: Callable[[int], bool]) -> int:
    """How many letters the longest of `names` has that stands at `start`, and that ends at `end` or where `ends` says so.

    >>> known_length("บุญถึงกล่าว", 0, 11, {"บุญ", "บุญถึง"}, {6}.__contains__)
    6
    """
    for stop in range(end, start + 1, -1):
        if text[start:stop] in names and (stop == end or (is_syllable_edge(text, stop) and ends(stop))):
            return stop - start
    return 0


def _may_end(document: Document, end: int) -> bool:
    return is_syllable_edge(document.text, end) and (
        end in document.breaks or not is_thai_letter(document.text, end)
    )


def _is_announced(text: str, start: int) -> bool:
    """Whether what an area follows stands before `start`, with or without a space between them."""
    before = start - 1 if text[start - 1 : start] == " " else start
    return bool(_announcing().longest_before(text, before))


@compiled
def _areas() -> Literals:
    return Literals((*provinces(), *districts(), *subdistricts()))


@compiled
def _longest_area() -> int:
    return max(map(len, (*provinces(), *districts(), *subdistricts())))


@compiled
def _announcing() -> Literals:
    heads = (row for row in table("organization_heads") if {"area", "province"} & {*values(row["flags"])})
    return Literals((*LEVELS, *(head["word"] for head in heads), *words_of("place_words", "before_area")))
