"""The places between which a stretch of a railway or a road lies: ช่วงบางซื่อ - รังสิต."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled
from thai_newsie.provenance import joined, pattern
from thai_newsie.stages.places.place_words import one_of, opening
from thai_newsie.stages.places.short_names import before_link
from thai_newsie.stages.places.transport import MAX_ROAD_NAME

# สายสีแดง ช่วงบางซื่อ – รังสิต และช่วงบางซื่อ - ตลิ่งชัน
_STRETCH = regex.compile(r"ช่วง ?(?=[ก-ฮเ-ไ][ก-ฺเ-์]{2,17}+ ?[-–] ?[ก-ฮเ-ไ])")
_STRETCH_END = regex.compile(r"[ก-ฮเ-ไ][ก-ฺเ-์]{2,60}+")
_STRETCH_DASH = regex.compile(r" ?[-–] ?")
_NEXT_STRETCH = regex.compile(r" ?และ ?(?!ช่วง)(?=[ก-ฮเ-ไ][ก-ฺเ-์]{2,17}+ ?[-–] ?[ก-ฮเ-ไ])")


@compiled
def _about_lines() -> regex.Pattern[str]:
    return regex.compile(one_of("line_article"))


def find_stretches(document: Document) -> Iterator[Entity]:
    """The two or more places of each stretch, in the order of the text."""
    text = document.text
    stretches = list(_STRETCH.finditer(text))
    if not stretches or not _about_lines().search(text):
        return
    dated = document.where(document.dates)
    for match in stretches:
        start = match.end()
        if not dated[start] and not opening("time").match(text, start):
            yield from _places_of(document, start)


def _places_of(document: Document, start: int) -> Iterator[Entity]:
    """The places of the stretch whose first one begins at `start`."""
    text = document.text
    while name := _STRETCH_END.match(text, start):
        end, rule = before_link(document, start, name.end())
        if not 3 <= end - start <= MAX_ROAD_NAME:
            return
        yield Entity(start, end, "LOCATION", "other", "pattern", rule=joined(pattern("stretch"), rule))
        onward = _STRETCH_DASH.match(text, end) or _NEXT_STRETCH.match(text, end)
        if not onward:
            return
        start = onward.end()
