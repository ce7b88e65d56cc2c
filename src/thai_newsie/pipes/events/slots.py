"""What else is told of an event: where, how many came, which edition, under which theme."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.pipes.events.choice import Candidate
from thai_newsie.pipes.events.triggers import Trigger
from thai_newsie.reading import CountMention, Entity, Reading, Span

_FAR = 300  # characters from the trigger beyond which a line speaks of something else
_BESIDE = 60  # characters from the trigger to a day that is surely its own
_NUMBERED = ("meeting", "seminar", "ceremony", "campaign", "other")  # types that are held in editions
_IN_ROOMS = ("decision", "press")  # types that take place in a venue, if anywhere
_GOES_TO = ("visit", "handover", "disaster")  # types whose place may follow without "ณ"

_EDITION = regex.compile(
    r"(?:ครั้งที่|รุ่นที่|สมัยที่|เฟส(?:ที่)?) ?(?P<number>\d+(?:-\d+)?(?:/\d+)?)|\b(?P<number>\d+)(?:st|nd|rd|th)\b"
)
_THEME = regex.compile(
    r"(?:ภายใต้|ใน)?(?:หัวข้อ|แนวคิด|ธีม|คอนเซ็?ปต์|เรื่อง)(?:หลัก)? {0,2}[“\"](?P<theme>[^”\"\n]{3,150})[”\"]"
)
_ATTENDANCE = regex.compile(r"เข้าร่วม|ร่วมประชุม|ร่วมงาน|ผู้เข้าอบรม|ผู้ร่วม|เข้ารับการอบรม|เข้าอบรม|ร่วมพิธี|ร่วมสัมมนา")
_AT = regex.compile(r"(?:(?:ณ|ที่|ใน|บริเวณ|พื้นที่) {0,2}){1,3}$")
_FORMALLY_AT = regex.compile(r"ณ {0,2}(?:บริเวณ)? ?$")
_TO_AREA = regex.compile(r"[ ,(]{0,2}(?:และ|/)? {0,2}")


def place_of(reading: Reading, event: Candidate) -> Span | None:
    """The place that "ณ" or "ที่" announces, a venue before an area, with the areas that follow it.

    A visit's place may follow its verb ("ลงพื้นที่จังหวัดแพร่"). Where the line names none, the
    article's first venue behind "ณ".
    """
    trigger, text = event.trigger, reading.text
    everywhere = [e for e in reading.entities if e.label == "LOCATION" and not _is_home(reading, e)]
    places = [e for e in everywhere if event.line_start <= e.start < event.line_end]
    if trigger.type in _GOES_TO:
        for place in places:
            if 0 <= place.start - trigger.end <= _BESIDE:
                return _with_areas(reading, place)
    for venues_only in (True,) if trigger.type in _IN_ROOMS else (True, False):
        for place in _around(places, trigger):
            fits = place.kind == "venue" or not venues_only
            if fits and _AT.search(text, max(0, place.start - 14), place.start):
                return _with_areas(reading, place)
    for place in everywhere:
        if place.kind == "venue" and _FORMALLY_AT.search(text, max(0, place.start - 12), place.start):
            return _with_areas(reading, place)
    return None


def _is_home(reading: Reading, place: Entity) -> bool:
    """ "(ตามเวลาประเทศไทย)", "ในประเทศไทย": where all the news is."""
    return place.kind == "country" and reading.slice(place).endswith("ไทย")


def _around(places: list[Entity], trigger: Trigger) -> Iterator[Entity]:
    """The places behind the trigger, then those before it, nearest first."""
    yield from (p for p in places if trigger.end <= p.start < trigger.end + 3 * _FAR)
    yield from (p for p in reversed(places) if trigger.start - 3 * _FAR < p.end <= trigger.start)


def _with_areas(reading: Reading, place: Entity) -> Span:
    end = place.end
    for other in reading.entities:
        if other.label == "LOCATION" and other.start >= end:
            if other.kind == "venue" or not _TO_AREA.fullmatch(reading.text, end, other.start):
                break
            end = other.end
    return Span(place.start, end)


def attendance_of(reading: Reading, event: Candidate) -> CountMention | None:
    """The number of people told beside "เข้าร่วม" in the trigger's line."""
    if event.trigger.type not in _NUMBERED:
        return None
    for count in reading.counts:
        if count.kind == "people" and event.line_start <= count.start < event.line_end:
            around = max(event.line_start, count.start - 60), min(event.line_end, count.end + 30)
            if _ATTENDANCE.search(reading.text, *around):
                return count
    return None


def edition_of(reading: Reading, event: Candidate) -> Span | None:
    """The edition told behind the trigger: "ครั้งที่ 1/2562"."""
    if event.trigger.type not in _NUMBERED:
        return None
    end = min(event.line_end, event.trigger.end + _FAR // 2)
    match = _EDITION.search(reading.text, event.trigger.name_start, max(end, event.trigger.name_start))
    return Span(*match.span("number")) if match else None


def theme_of(reading: Reading, event: Candidate) -> Span | None:
    """The theme in quotation marks: "ภายใต้หัวข้อ “…”"."""
    end = min(event.line_end, event.trigger.end + 2 * _FAR)
    match = _THEME.search(reading.text, event.trigger.start, max(end, event.trigger.start))
    return Span(*match.span("theme")) if match else None
