"""What else is told of an event: when, where, who presides, who organizes, how many came, which edition."""

from __future__ import annotations

import regex

from thai_newsie.pipes.events.triggers import Trigger
from thai_newsie.reading import (
    CountMention,
    DateMention,
    Entity,
    PersonMention,
    Reading,
    RoleMention,
    Span,
    TimeMention,
)

_EDITION = regex.compile(r"ครั้งที่ ?(?P<number>\d+(?:-\d+)?(?:/\d{4})?)")
_THEME = regex.compile(r"(?:ภายใต้|ใน)(?:หัวข้อ|แนวคิด|ชื่อ|ธีม|คอนเซ็?ปต์) {0,2}[“\"](?P<theme>[^”\"\n]{3,150})[”\"]")
_ATTENDANCE = regex.compile(r"เข้าร่วม|ร่วมประชุม|ร่วมงาน|ผู้เข้าอบรม|ผู้ร่วม|เข้ารับการอบรม|เข้าอบรม")
_TO_AREA = regex.compile(r"(?: {0,2}(?:และ)? {0,2}|, ?)")
_AT = regex.compile(r"(?:ณ|ที่|ใน|บริเวณ|พื้นที่) {0,2}(?:บริเวณ)? ?$")
_DELEGATES = regex.compile(r"มอบ(?:หมาย)?ให้ ?$|มอบ(?:หมาย)? ?$")
# Behind these a line speaks of others, or of what somebody said.
_ASIDE = regex.compile(r"พร้อมด้วย|โดยมี|ร่วมด้วย|พร้อมกับ|กล่าวว่า|เปิดเผยว่า|เผยว่า")
_FAR = 300  # characters from the trigger beyond which a line speaks of something else


def date_of(reading: Reading, trigger: Trigger) -> DateMention | None:
    """The last day told before the trigger in its line, else the first one after, else the body's first."""
    days = [
        d for d in reading.dates if d.value and d.kind in ("day", "range") and d.start >= reading.title_end
    ]
    before = [d for d in days if trigger.line_start <= d.start < trigger.start]
    after = [d for d in days if trigger.end <= d.start < min(trigger.line_end, trigger.end + _FAR)]
    if before:
        return before[-1]
    return after[0] if after else (days[0] if days else None)


def time_of(reading: Reading, trigger: Trigger, date: DateMention | None) -> TimeMention | None:
    """The clock time beside the event's date, or in the trigger's line before it."""
    near = date.end if date else trigger.line_start
    for time in reading.times:
        if time.start >= reading.title_end and (
            0 <= time.start - near < 40 or trigger.line_start <= time.start < trigger.start
        ):
            return time
    return None


def place_of(reading: Reading, trigger: Trigger) -> Span | None:
    """The venue, or else the area, that "ณ" or "ที่" announces, with the areas that follow it."""
    places = [
        e
        for e in reading.entities
        if e.label == "LOCATION" and e.kind != "country" and trigger.line_start <= e.start < trigger.line_end
    ]
    for wanted in ("venue", None):
        after = [p for p in places if p.start >= trigger.end and (wanted is None or p.kind == wanted)]
        before = [p for p in places if p.end <= trigger.start and (wanted is None or p.kind == wanted)]
        for place in [*after, *reversed(before)]:
            if abs(place.start - trigger.start) < 2 * _FAR and _AT.search(
                reading.text, max(0, place.start - 12), place.start
            ):
                return _with_areas(reading, place)
    return None


def _with_areas(reading: Reading, place: Entity) -> Span:
    end = place.end
    for other in reading.entities:
        if other.label == "LOCATION" and other.start >= end and other.kind != "venue":
            if not _TO_AREA.fullmatch(reading.text[end : other.start]):
                break
            end = other.end
    return Span(place.start, end)


def chair_of(reading: Reading, trigger: Trigger) -> PersonMention | RoleMention | None:
    """Who does what the trigger tells: the subject of its line, or the one it was left to ("มอบหมายให้")."""
    if trigger.row["subject"] != "chair":
        return None
    actors: list[PersonMention | RoleMention] = [
        *(p for p in reading.people if trigger.line_start <= p.start < trigger.start),
        *(r for r in reading.roles if not r.person and trigger.line_start <= r.start < trigger.start),
    ]
    actors.sort(key=lambda a: a.start)
    for actor in reversed(actors):
        if _DELEGATES.search(reading.text, max(0, actor.start - 15), actor.start):
            return actor
    people = [a for a in actors if isinstance(a, PersonMention)] or actors
    return people[0] if people else None


def organizer_of(reading: Reading, trigger: Trigger) -> Span | None:
    """The body that is the subject of the trigger."""
    if trigger.row["subject"] != "organizer":
        return None
    bodies = [
        e
        for e in reading.entities
        if e.label == "ORGANIZATION"
        and trigger.line_start <= e.start < trigger.start + 20
        and trigger.start - e.end < 120
    ]
    return Span(bodies[0].start, bodies[0].end) if bodies else None


def attendance_of(reading: Reading, trigger: Trigger) -> CountMention | None:
    """The number of people told beside "เข้าร่วม" in the trigger's line."""
    for count in reading.counts:
        if count.kind == "people" and trigger.line_start <= count.start < trigger.line_end:
            around = reading.text[max(trigger.line_start, count.start - 60) : count.end + 30]
            if _ATTENDANCE.search(around):
                return count
    return None


def edition_of(reading: Reading, trigger: Trigger) -> Span | None:
    """The edition told behind the trigger: "ครั้งที่ 1/2562"."""
    match = _EDITION.search(reading.text, trigger.start, min(trigger.line_end, trigger.end + _FAR))
    return Span(*match.span("number")) if match else None


def theme_of(reading: Reading, trigger: Trigger) -> Span | None:
    """The theme in quotation marks: "ภายใต้หัวข้อ “…”"."""
    match = _THEME.search(reading.text, trigger.start, trigger.line_end)
    return Span(*match.span("theme")) if match else None
