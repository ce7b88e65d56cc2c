"""Names by the statistical recognizer, where the rules found none."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import regex

from thai_newsie.lexicon import table
from thai_newsie.pipes.entities.name_parts import read_title
from thai_newsie.reading import Entity, Reading, Span
from thai_newsie.recognizer.recognize import Recognized, recognize

# How sure the recognizer must be: below, it takes away as much as it gives (docs/recognizer.md).
_LEAST = {"PERSON": 0.8, "ORGANIZATION": 0.9, "LOCATION": 0.9}
_AREAS = {
    "province": ("จังหวัด", "จ."),
    "district": ("อำเภอ", "อ.", "เขต"),
    "subdistrict": ("ตำบล", "ต.", "แขวง"),
    "country": ("ประเทศ",),
}
_LETTER = regex.compile(r"\p{L}")


def find_recognized(reading: Reading, others: Iterable[Span]) -> list[Entity]:
    """What the recognizer is sure of, in the order of the text, but for what overlaps `others`.

    What the rules found, names or dates, wins: they know the guide's notion of each.
    """
    taken = {place for span in others for place in range(span.start, span.end)}
    found = []
    for one in recognize(reading.text, sorted(reading.breaks)):
        free = one.label in _LEAST and taken.isdisjoint(range(one.start, one.end))
        if free and one.confidence >= _LEAST[one.label] and _is_name(reading.text, one):
            kind = _kind_of_place(reading.text, one) if one.label == "LOCATION" else ""
            found.append(Entity(one.start, one.end, one.label, kind, "model", one.confidence))
    return found


def _is_name(text: str, one: Recognized) -> bool:
    """Whether it names one thing: more than a title, more than a kind of body or place."""
    if one.label == "PERSON":
        return bool(_LETTER.search(text, read_title(text, one.start) or one.start, one.end))
    return text[one.start : one.end] not in _kinds()


@cache
def _kinds() -> frozenset[str]:
    """Words that tell a kind of body or place, and name none."""
    heads = {row["head"] for row in (*table("organization_heads"), *table("venue_heads"))}
    return frozenset(heads | {row["word"] for row in table("organization_lookalikes")})


def _kind_of_place(text: str, one: Recognized) -> str:
    """The finer sort of a place by the word it begins with."""
    for kind, words in _AREAS.items():
        if text.startswith(words, one.start):
            return kind
    return "venue" if text.startswith(_venue_heads(), one.start) else "other"


@cache
def _venue_heads() -> tuple[str, ...]:
    return tuple(row["head"] for row in table("venue_heads"))
