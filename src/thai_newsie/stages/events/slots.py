"""What else is told of an event: where, how many came, which edition, under which theme."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.document import CountMention, Document, Entity, Span
from thai_newsie.stages.events.event_dates import nobody_between
from thai_newsie.stages.events.scoring import Candidate
from thai_newsie.stages.events.triggers import Trigger

_FAR = 300  # characters from the trigger beyond which a line speaks of something else
_BESIDE = 60  # characters from the trigger to a day that is surely its own
_NUMBERED = ("meeting", "seminar", "ceremony", "campaign", "other")  # types that are held in editions
_IN_ROOMS = "press"  # the type that takes place in a venue, if anywhere
_GOES_TO = ("visit", "handover", "disaster")  # types whose place may follow without "ณ"

_EDITION = regex.compile(
    r"(?:ครั้งที่|รุ่นที่|สมัยที่|เฟส(?:ที่)?) ?(?P<number>\d+(?:-\d+)?(?:/\d+)?)|\b(?P<number>\d+)(?:st|nd|rd|th)\b"
)
_NAME_OVER = regex.compile(
    r"โดยมี|(?<!กรรมการ)(?<!คณะทำงาน)(?<!โครงการ)เพื่อ|พร้อมด้วย|กล่าว|เปิดเผย| ณ | ว่า "
)  # behind these another thing's edition may stand
_THEME = regex.compile(
    r"(?:ภายใต้|ใน)?(?:หัวข้อ|แนวคิด|ธีม|คอนเซ็?ปต์|เรื่อง)(?:หลัก)? {0,2}[“\"](?P<theme>[^”\"\n]{3,150})[”\"]"
)
_ATTENDANCE = regex.compile(r"เข้าร่วม|ร่วมประชุม|ร่วมงาน|ผู้เข้าอบรม|ผู้ร่วม|เข้ารับการอบรม|เข้าอบรม|ร่วมพิธี|ร่วมสัมมนา")
_AT = regex.compile(r"(?:(?:ณ|ที่|ใน|บริเวณ|พื้นที่) {0,2}){1,3}(?:ด้าน|ภาย)?(?:หน้ามุข|หน้า|ใน|ลาน)?$")
# "วันที่ 26 ตุลาคม 2566 เวลา 14.00 น. ณ วัดกลาง นาย…": where it is told before everything else.
_HEADS_LINE = regex.compile(
    r"[) .]{0,2}(?:น\.)? {0,2}(?:ณ|ที่|บริเวณ)(?:บริเวณ)? {0,2}(?:ด้าน|ภาย)?(?:หน้ามุข|หน้า|ใน|ลาน)?"
)
_OTHERS_COME = regex.compile(r"โดยมี|พร้อมด้วย|กล่าว|เปิดเผย|จากนั้น|ต่อมา")
_FORMALLY_AT = regex.compile(r"ณ {0,2}(?:บริเวณ)? ?$")
_TO_AREA = regex.compile(r"[ ,(]{0,2}(?:และ|/)? {0,2}")


def place_of(document: Document, event: Candidate) -> Span | None:
    """The place that "ณ" or "ที่" announces, a venue before an area, with the areas that follow it.

    A visit's place may follow its verb ("ลงพื้นที่จังหวัดแพร่"); a venue that stands right behind the
    day and hour is the event's. Where the line names none, the article's first venue behind "ณ". A
    decision has the venue of the meeting that took it, or of what it is about.
    """
    trigger, text = event.trigger, document.text
    if trigger.type == "decision":
        return _place_of_decision(document, event)
    everywhere = [e for e in document.entities if e.label == "LOCATION" and not _is_home(document, e)]
    places = [e for e in everywhere if event.line_start <= e.start < event.line_end]
    if trigger.type in _GOES_TO:
        for place in places:
            if 0 <= place.start - trigger.end <= _BESIDE:
                return _with_areas(document, _formal_venue(document, event, place, places) or place)
    if header := _header_venue(document, event, places):
        return _with_areas(document, header)
    for venues_only in (True,) if trigger.type == _IN_ROOMS else (True, False):
        for place in _around(places, trigger):
            fits = place.kind == "venue" or not venues_only
            if fits and _AT.search(text, max(0, place.start - 14), place.start):
                return _with_areas(document, place)
        if trigger.type == "visit" and (organization := _visited_organization(document, event)):
            return organization
    for place in everywhere:
        if place.kind == "venue" and _formally(text, place):
            return _with_areas(document, place)
    return None


def _place_of_decision(document: Document, event: Candidate) -> Span | None:
    """The venue right behind the trigger ("ยกเว้นค่าจอดรถที่ลานจอดรถ…"), or that of those who decide before it."""
    trigger = event.trigger
    for place in document.entities:
        if place.label == "LOCATION" and place.kind == "venue" and place.start < event.line_end:
            beside = 0 <= place.start - trigger.end <= _BESIDE
            before = event.scope <= place.start < trigger.start and nobody_between(document, place, event)
            if (beside or before) and _AT.search(document.text, max(0, place.start - 14), place.start):
                return _with_areas(document, place)
    return None


def _visited_organization(document: Document, event: Candidate) -> Entity | None:
    """The organization that follows the verb: "ตรวจเยี่ยมโรงพยาบาลพะเยา"."""
    start = event.trigger.end
    return next(
        (e for e in document.entities if e.label == "ORGANIZATION" and 0 <= e.start - start <= 1), None
    )


def _formal_venue(document: Document, event: Candidate, area: Entity, places: list[Entity]) -> Entity | None:
    """The place that "ณ" tells behind the area that is visited: "ลงพื้นที่จังหวัดแพร่ เพื่อตรวจราชการ ณ ศาลากลาง…"."""
    text, end = document.text, _with_areas(document, area).end
    if area.kind == "venue" or event.trigger.type == "disaster" or _formally(text, area):
        return None
    for place in places:
        if end <= place.start < event.trigger.end + _FAR and _formally(text, place):
            return None if _OTHERS_COME.search(text, end, place.start) else place
    return None


def _formally(text: str, place: Entity) -> bool:
    """Whether "ณ" stands before the place."""
    return _FORMALLY_AT.search(text, max(0, place.start - 12), place.start) is not None


def _header_venue(document: Document, event: Candidate, places: list[Entity]) -> Entity | None:
    """The venue that follows the day or hour before the trigger."""
    ends = [m.end for m in (*document.dates, *document.times) if event.scope <= m.start < event.trigger.start]
    for place in places:
        if place.kind == "venue" and event.scope <= place.start < event.trigger.start:
            near = (end for end in ends if 0 < place.start - end < 24)
            if any(_HEADS_LINE.fullmatch(document.text, end, place.start) for end in near):
                return place
    return None


def _is_home(document: Document, place: Entity) -> bool:
    """ "(ตามเวลาประเทศไทย)", "ในประเทศไทย": where all the news is."""
    return place.kind == "country" and document.slice(place).endswith("ไทย")


def _around(places: list[Entity], trigger: Trigger) -> Iterator[Entity]:
    """The places behind the trigger, then those before it, nearest first."""
    yield from (p for p in places if trigger.end <= p.start < trigger.end + 3 * _FAR)
    yield from (p for p in reversed(places) if trigger.start - 3 * _FAR < p.end <= trigger.start)


def _with_areas(document: Document, place: Entity) -> Span:
    end = place.end
    for other in document.entities:
        if other.label == "LOCATION" and other.start >= end:
            if other.kind == "venue" or not _TO_AREA.fullmatch(document.text, end, other.start):
                break
            end = other.end
    return Span(place.start, end)


def attendance_of(document: Document, event: Candidate) -> CountMention | None:
    """The number of people told beside "เข้าร่วม" in the trigger's line."""
    if event.trigger.type not in _NUMBERED:
        return None
    for count in document.counts:
        if count.kind == "people" and event.line_start <= count.start < event.line_end:
            around = max(event.line_start, count.start - 60), min(event.line_end, count.end + 30)
            if _ATTENDANCE.search(document.text, *around):
                return count
    return None


def edition_of(document: Document, event: Candidate, naming: Trigger) -> Span | None:
    """The edition told behind the trigger that names the event: "ครั้งที่ 1/2562"."""
    if event.trigger.type not in _NUMBERED:
        return None
    start = naming.name_start
    end = max(start, min(event.line_end, naming.end + _FAR))
    over = _NAME_OVER.search(document.text, naming.end, end)
    match = _EDITION.search(document.text, start, over.start() if over else end)
    return Span(*match.span("number")) if match else None


def theme_of(document: Document, event: Candidate) -> Span | None:
    """The theme in quotation marks: "ภายใต้หัวข้อ “…”"."""
    end = min(event.line_end, event.trigger.end + 2 * _FAR)
    match = _THEME.search(document.text, event.trigger.start, max(end, event.trigger.start))
    return Span(*match.span("theme")) if match else None
