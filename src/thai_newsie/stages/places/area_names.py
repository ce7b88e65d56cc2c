"""Administrative areas with the word that tells their level: จังหวัดยะลา, อ.เมือง, แขวงวัดอรุณ."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled
from thai_newsie.lexicon.areas import BANGKOK_LEVELS, LEVELS
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.shared_scan import matches, shared
from thai_newsie.provenance import pattern
from thai_newsie.stages.places.area_lists import announced, follow, in_brackets, known_end, names_of
from thai_newsie.stages.places.place_words import is_free, is_of_office, one_of

_LEVEL_WORDS = {level: tuple(word for word in LEVELS if LEVELS[word] == level) for level in LEVELS.values()}
_OPTIONAL_SPACES = re.compile(r" {0,2}+")
# A name that geothai does not have, a misspelt or an older one: it is taken where the next area follows it.
_UNKNOWN = regex.compile(r"[ก-ฮเ-ไ][ก-ฺเ-์]{2,22}+(?= {1,2}(?:(?:กิ่ง)?อำเภอ|จังหวัด|[จอ]\.|เขต|กรุงเทพ|กทม))")
_AREA, _UNKNOWN_AREA = pattern("area"), pattern("unknown_area_before_area")
_NEXT_AREA = re.compile(r" *(?:, *|และ *)?")


@shared
def _levels() -> Matcher[str]:
    return Matcher(LEVELS)


@compiled
def _no_area() -> regex.Pattern[str]:
    return regex.compile(one_of("no_area"))


def find_areas(document: Document) -> Iterator[Entity]:
    """Areas with the word for their level, and the names that share the word, in the order of the text."""
    text, of_office = document.text, Entity(0, 0, "LOCATION")  # the last area in the name of an office
    for start, prefix_end, level in matches(document, _levels()):
        prefix = text[start:prefix_end]
        if prefix.endswith(".") and not is_free(text, start):
            continue  # อบจ.ยะลา, พล.ต.ต., ผวจ.ตรัง
        area = _area(document, start, prefix_end, level)
        if area is None:
            if level != "province":
                yield from announced(document, start, prefix_end, level)
        elif is_of_office(text, start) or _shares(document, of_office, area):
            of_office = area
            if document.trace is not None:
                reason = "part of the name of a position or an organization"
                document.trace.reject("places", start, area.end, area.rule, reason)
        else:
            yield area
            if level == "province":
                yield from in_brackets(document, area)
            else:
                yield from follow(document, area.end, names_of(prefix, level), level)


def _area(document: Document, start: int, prefix_end: int, level: str) -> Entity | None:
    """The area whose level's word stands from `start` to `prefix_end`; None where no name follows."""
    text = document.text
    prefix = text[start:prefix_end]
    begin = _OPTIONAL_SPACES.match(text, prefix_end).end()  # type: ignore[union-attr]  # matches always
    if end := known_end(text, begin, names_of(prefix, level), document.breaks):
        return Entity(start, end, "LOCATION", level, "lexicon", rule=_AREA)
    if level == "province" or prefix in BANGKOK_LEVELS:
        return None
    unknown = _UNKNOWN.match(text, begin)
    if unknown is None or _no_area().match(unknown[0]):
        return None
    return Entity(start, unknown.end(), "LOCATION", level, "pattern", rule=_UNKNOWN_AREA)


def _shares(document: Document, of_office: Entity, area: Entity) -> bool:
    """Whether an area shares the office before the one it follows: อุตสาหกรรมจังหวัดนนทบุรี จังหวัดราชบุรี.

    One that repeats it is the office's address: เทศบาลตำบลโกรกพระ ตำบลโกรกพระ.
    """
    last = document.slice(of_office)
    return bool(last) and (
        document.text.startswith(_LEVEL_WORDS[of_office.kind], area.start)
        and _NEXT_AREA.fullmatch(document.text, of_office.end, area.start) is not None
        and document.slice(area) != last
    )
