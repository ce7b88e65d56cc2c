"""Stage, on demand: names by the statistical recognizer, where the rules found none.

It is no part of the default pipeline: on news of the kind the rules were written for it adds nothing
(docs/recognizer.md). Put it behind the entities where the text is of another kind:

>>> from thai_newsie.pipeline import STAGES, load
>>> stages = list(STAGES)
>>> stages.insert(stages.index("thai_newsie.entities") + 1, "thai_newsie.recognizer")
>>> load(tuple(stages)).pipe_names[:3]
['dates', 'entities', 'recognizer']
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

import regex

from thai_newsie.areas import districts, provinces
from thai_newsie.lexicon import table, values
from thai_newsie.pipes.entities.name_parts import read_title
from thai_newsie.reading import Entity, Reading, Span
from thai_newsie.recognizer.recognize import Recognized, recognize
from thai_newsie.text import is_thai_letter

if TYPE_CHECKING:
    pass

# How sure the recognizer must be: below, it takes away as much as it gives (docs/recognizer.md).
_LEAST = {"PERSON": 0.85, "ORGANIZATION": 0.95, "LOCATION": 0.95}
_AREAS = {
    "province": ("จังหวัด", "จ."),
    "district": ("อำเภอ", "อ.", "เขต"),
    "subdistrict": ("ตำบล", "ต.", "แขวง"),
    "country": ("ประเทศ",),
}
_LETTER = regex.compile(r"\p{L}")


def fill(reading: Reading) -> None:
    """Add to `reading.entities` what no rule found; its entities have the source "model"."""
    found = find_recognized(reading, [*reading.entities, *reading.dates, *reading.times])
    reading.entities = sorted([*reading.entities, *found], key=lambda entity: (entity.start, -entity.end))


def find_recognized(reading: Reading, others: Iterable[Span]) -> list[Entity]:
    """What the recognizer is sure of, in the order of the text, but for what overlaps `others`.

    What the rules found, names or dates, wins: they know the guide's notion of each. So do they where
    they passed over a name that their tables hold ("รัฐบาลไทย", "สถานทูตไทยประจำเยอรมนี").
    """
    taken = {place for span in others for place in range(span.start, span.end)}
    found = []
    for one in recognize(reading.text, sorted(reading.breaks)):
        free = one.label in _LEAST and taken.isdisjoint(range(one.start, one.end))
        if free and one.confidence >= _LEAST[one.label] and _is_new_name(reading, one):
            kind = _kind_of_place(reading.text, one) if one.label == "LOCATION" else ""
            found.append(Entity(one.start, one.end, one.label, kind, "model", one.confidence))
    return found


def _is_new_name(reading: Reading, one: Recognized) -> bool:
    """Whether it names one thing, in whole words: more than a title, a kind of body, or what the tables know."""
    text = reading.text
    if is_thai_letter(text, one.end) and one.end not in reading.breaks:
        return False
    if one.label == "PERSON":
        return bool(_LETTER.search(text, read_title(text, one.start) or one.start, one.end))
    return text[one.start : one.end] not in _known()


@cache
def _known() -> frozenset[str]:
    """Words that tell a kind of body or place and name none, and the names of the tables."""
    heads = {row["head"] for row in (*table("organization_heads"), *table("venue_heads"))}
    words = {row["word"] for row in table("organization_lookalikes")}
    places = {
        form
        for name in ("countries", "places")
        for row in table(name)
        for form in (row["name"], *values(row["forms"]))
    }
    return frozenset(heads | words | places | provinces().keys() | districts().keys())


def _kind_of_place(text: str, one: Recognized) -> str:
    """The finer sort of a place by the word it begins with."""
    for kind, words in _AREAS.items():
        if text.startswith(words, one.start):
            return kind
    return "venue" if text.startswith(_venue_heads(), one.start) else "other"


@cache
def _venue_heads() -> tuple[str, ...]:
    return tuple(row["head"] for row in table("venue_heads"))
