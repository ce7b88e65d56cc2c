"""Where an event takes place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from thai_newsie.document import Document, Entity, Span
from thai_newsie.lexicon import compiled
from thai_newsie.stages.events.candidate import Candidate
from thai_newsie.stages.events.event_times import last_actor_start
from thai_newsie.stages.events.event_types import WITH_DESTINATION
from thai_newsie.stages.events.trigger import Trigger
from thai_newsie.stages.events.words import any_word
from thai_newsie.stages.statements.patterns import speech_verb_pattern

Pattern = re.Pattern[str]

_MAX_DESTINATION = 60  # characters from a trigger to the place that follows it
_MAX_FORMAL_VENUE = 300  # characters from a trigger to the place with "ณ" behind the area
_MAX_PLACE = 900  # characters from a trigger to a place in its line
_MAX_HEADER_GAP = 24  # characters between the day or hour and a place that stands with it
_FORMALLY_AT = re.compile(r"ณ {0,2}(?:บริเวณ)? ?$")
_TO_AREA = re.compile(r"[ ,(]{0,2}(?:และ|/)? {0,2}")


@compiled
def _at() -> Pattern:
    part = any_word("place_part")
    return re.compile(rf"(?:(?:ณ|ที่|ใน|บริเวณ|พื้นที่) {{0,2}}){{1,3}}(?:ด้าน|ภาย)?{part}?$")


@compiled
def _heads_line() -> Pattern:
    """ "วันที่ 26 ตุลาคม 2566 เวลา 14.00 น. ณ วัดกลาง นาย…": the place stands before everything else."""
    return re.compile(
        rf"[) .]{{0,2}}(?:น\.)? {{0,2}}(?:ณ|ที่|บริเวณ)(?:บริเวณ)? {{0,2}}(?:ด้าน|ภาย)?{any_word('place_part')}?"
    )


@compiled
def _others_come() -> Pattern:
    return re.compile(f"{any_word('with_others', 'another_place')}|{speech_verb_pattern('ends_event')}")


def place_of(document: Document, event: Candidate) -> Span | None:
    """The place that "ณ" or "ที่" announces, a venue before an area, with the areas that follow it.

    A visit's place may follow its verb ("ลงพื้นที่จังหวัดแพร่"); a venue that stands right behind the
    day and hour is the event's. Where the line names none, it is the article's first venue behind "ณ". A
    decision has the venue of the meeting that took it, or of what it is about.
    """
    if event.trigger.type == "decision":
        return _place_of_decision(document, event)
    everywhere = [e for e in document.entities if e.label == "LOCATION" and not _is_home(document, e)]
    in_line = [e for e in everywhere if event.line_start <= e.start < event.line_end]
    found = _destination(document, event, in_line) or _header_venue(document, event, in_line)
    if not found:
        found = _announced(document, event, in_line)
    if not found:
        found = next((p for p in everywhere if p.kind == "venue" and _is_formal(document.text, p)), None)
    if found and found.label == "LOCATION":
        return _with_areas(document, found)
    return found


def _destination(document: Document, event: Candidate, places: Sequence[Entity]) -> Entity | None:
    """The place that follows a verb of going, or the venue behind that place."""
    trigger = event.trigger
    if trigger.type in WITH_DESTINATION:
        for place in places:
            if 0 <= place.start - trigger.end <= _MAX_DESTINATION:
                return _formal_venue(document, event, place, places) or place
    return None


def _announced(document: Document, event: Candidate, places: Sequence[Entity]) -> Entity | None:
    """The nearest venue of the line behind a word like "ณ", or the organization that is visited, or such an area.

    Somebody speaks to the press in a venue, if anywhere.
    """
    announced = [
        place
        for place in _by_nearness(places, event.trigger)
        if _at().search(document.text, max(0, place.start - 14), place.start)
    ]
    venue = next((place for place in announced if place.kind == "venue"), None)
    if not venue and event.trigger.type == "visit":
        venue = _visited_organization(document, event)
    if venue or event.trigger.type == "press":
        return venue
    return next(iter(announced), None)


def _place_of_decision(document: Document, event: Candidate) -> Span | None:
    """The venue right behind the trigger ("ยกเว้นค่าจอดรถที่ลานจอดรถ…"), or that of those who decide before it."""
    trigger, last_actor = event.trigger, last_actor_start(document, event)
    for place in document.entities:
        if place.label == "LOCATION" and place.kind == "venue" and place.start < event.line_end:
            beside = 0 <= place.start - trigger.end <= _MAX_DESTINATION
            before = event.scope <= place.start < trigger.start and place.end > last_actor
            if (beside or before) and _at().search(document.text, max(0, place.start - 14), place.start):
                return _with_areas(document, place)
    return None


def _visited_organization(document: Document, event: Candidate) -> Entity | None:
    """The organization that follows the verb: "ตรวจเยี่ยมโรงพยาบาลพะเยา"."""
    start = event.trigger.end
    return next(
        (e for e in document.entities if e.label == "ORGANIZATION" and 0 <= e.start - start <= 1), None
    )


def _formal_venue(
    document: Document, event: Candidate, area: Entity, places: Sequence[Entity]
) -> Entity | None:
    """The place with "ณ" behind the area that is visited: "ลงพื้นที่จังหวัดแพร่ เพื่อตรวจราชการ ณ ศาลากลาง…"."""
    text, end = document.text, _with_areas(document, area).end
    if area.kind == "venue" or event.trigger.type == "disaster" or _is_formal(text, area):
        return None
    for place in places:
        if end <= place.start < event.trigger.end + _MAX_FORMAL_VENUE and _is_formal(text, place):
            return None if _others_come().search(text, end, place.start) else place
    return None


def _is_formal(text: str, place: Entity) -> bool:
    """Whether "ณ" stands before the place."""
    return _FORMALLY_AT.search(text, max(0, place.start - 12), place.start) is not None


def _header_venue(document: Document, event: Candidate, places: Sequence[Entity]) -> Entity | None:
    """The venue that follows the day or hour before the trigger."""
    dated = (*document.dates, *document.times)
    ends = sorted(m.end for m in dated if event.scope <= m.start < event.trigger.start)
    for place in places:
        if place.kind == "venue" and event.scope <= place.start < event.trigger.start:
            first = bisect_right(ends, place.start - _MAX_HEADER_GAP)
            near = ends[first : bisect_left(ends, place.start)]
            if any(_heads_line().fullmatch(document.text, end, place.start) for end in near):
                return place
    return None


def _is_home(document: Document, place: Entity) -> bool:
    """ "(ตามเวลาประเทศไทย)", "ในประเทศไทย": where all the news is."""
    return place.kind == "country" and document.slice(place).endswith("ไทย")


def _by_nearness(places: Sequence[Entity], trigger: Trigger) -> Iterator[Entity]:
    """The places behind the trigger, then those before it, nearest first."""
    yield from (p for p in places if trigger.end <= p.start < trigger.end + _MAX_PLACE)
    yield from (p for p in reversed(places) if trigger.start - _MAX_PLACE < p.end <= trigger.start)


def _with_areas(document: Document, place: Entity) -> Span:
    """The place with the areas that follow it: "ห้องประชุมรวงทอง จังหวัดสุพรรณบุรี"."""
    end = place.end
    for other in document.entities:
        if other.label == "LOCATION" and other.start >= end:
            if other.kind == "venue" or not _TO_AREA.fullmatch(document.text, end, other.start):
                break
            end = other.end
    return Span(place.start, end)
