"""What a further event has in common with the one that it was told with: day, hour, place, chair."""

from __future__ import annotations

import regex

from thai_newsie.document import DateMention, Document, EventMention, Span
from thai_newsie.stages.events.event_dates import ToldDay
from thai_newsie.stages.events.scoring import Candidate

# "เป็นประธานการประชุม… และการประชุม…", "พิธีเปิด… พร้อมมอบเกียรติบัตร…": two events under one verb.
JOINED = regex.compile(r"(?:และ|พร้อมทั้ง|พร้อม|รวมทั้ง|รวมถึง|ตลอดจน) {0,2}(?:การ|พิธี)?$")
# "จากนั้น เป็นประธาน…", "… และวันอาทิตย์ที่ 14 พฤศจิกายน 2564 เป็นประธาน…"
NEXT = regex.compile(r"(?:จากนั้น|ต่อมา|ต่อด้วย|และ(?:ใน)?วัน[^\d\n]{0,14}ที่ ?\d)[^\n]{0,120}$")
_SOON = 180  # characters from a trigger to the day for which it is planned
_PLACE = 90  # characters from that day to the place
_OWN_DAY = regex.compile(r"วัน[^\d\n]{0,16}$|(?:ใน|ระหว่าง|ตั้งแต่) ?$")
_NOT_OWN = regex.compile(r"กล่าว|เปิดเผย|เมื่อ|ภายใน|ข้อมูล|ก่อน")
_PLACED = regex.compile(r" ณ |ที่ ?(?:ห้อง|โรงแรม|อาคาร|ศูนย์|สวน|วัด|ลาน|สนาม|เมือง|จังหวัด|หอ)")
_MEETING = 12  # characters from where a meeting's name begins to the organization that meets


def coming_day(
    document: Document, other: Candidate, main: Candidate, told_days: list[ToldDay]
) -> DateMention | None:
    """The day behind a trigger, with its place, where it is later than the day before the main event's."""
    text, end = document.text, other.trigger.end
    for mention, day in told_days:
        if end < mention.start < min(end + _SOON, other.line_end):
            told = not _NOT_OWN.search(text, end, mention.start) and _OWN_DAY.search(text, end, mention.start)
            placed = _PLACED.search(text, end, mention.end + _PLACE)
            before = [d for m, d in told_days if main.line_start <= m.start < main.trigger.end]
            now = before[-1] if before else document.published
            return mention if told and placed and now and day > now else None
    return None


def share(
    document: Document, event: EventMention, candidate: Candidate, main: Candidate, told_days: list[ToldDay]
) -> None:
    """Give a further event what it has in common with the one that it was told with.

    Two events under one verb have day, hour, place and chair in common; what a meeting resolved is
    the doing of the organization that met, on that day.
    """
    if "joined" in candidate.signs:
        partner = document.events[0]
        and_ = JOINED.search(document.text, partner.start, candidate.trigger.start)
        if and_ and and_.start() < partner.end:
            partner.end = partner.name.end = len(document.text[: and_.start()].rstrip())
        event.time, event.place, event.chair = partner.time, partner.place, partner.chair
    elif "around it" in candidate.signs and document.events:
        partner = document.events[0]
        event.time, event.place = partner.time, partner.place
    elif "resolved" in candidate.signs:
        partner = next(told for told in document.events if told.type == "meeting")
        event.time, event.place, event.organizer = None, None, _who_met(document, partner)
    elif "next" in candidate.signs:
        _share_day(document, event, candidate, told_days)
        return
    elif "coming" in candidate.signs:
        event.date = coming_day(document, candidate, main, told_days)
        return
    else:
        return
    event.date = partner.date
    event.rule = f"{event.rule.rpartition('; date ')[0]}; date of the {partner.type}"


def _share_day(
    document: Document, event: EventMention, candidate: Candidate, told_days: list[ToldDay]
) -> None:
    """Give what follows another event its day, but for a day or an hour told behind "จากนั้น"."""
    trigger, partner = candidate.trigger, document.events[0]
    then = NEXT.search(document.text, max(candidate.line_start, trigger.start - 140), trigger.start)
    start = then.start() if then else trigger.start
    if not any(start <= mention.start < trigger.start for mention, _ in told_days):
        event.date = partner.date
        event.rule = f"{event.rule.rpartition('; date ')[0]}; date of the {partner.type}"
    if event.time and event.time.start < start:
        event.time = None


def _who_met(document: Document, meeting: EventMention) -> Span | None:
    """The organization with which a meeting's name begins: "การประชุมคณะกรรมการพันธุ์ข้าว"."""
    organizations = (entity for entity in document.entities if entity.label == "ORGANIZATION")
    return next(
        (
            organization
            for organization in organizations
            if 0 <= organization.start - meeting.start <= _MEETING
        ),
        None,
    )
