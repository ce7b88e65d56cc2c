"""What a further event shares with an earlier one: day, hour, place, chair."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

import regex

from thai_newsie.document import (
    DateMention,
    Document,
    EventMention,
    PersonMention,
    RoleMention,
    Span,
    TimeMention,
)
from thai_newsie.lexicon import compiled
from thai_newsie.stages.events.candidate import Candidate, DatedMention, EventRelation
from thai_newsie.stages.events.event_dates import DateChoice, EventDate
from thai_newsie.stages.events.words import any_word
from thai_newsie.stages.statements.patterns import speech_verb_pattern

Pattern = regex.Pattern[str]

_MAX_TO_COMING_DAY = 180  # characters from a trigger to the day for which it is planned
_MAX_TO_COMING_PLACE = 90  # characters from that day to the place
_MAX_TO_MEETING_BODY = 12  # characters from where a meeting's name begins to the organization that meets
_start = attrgetter("mention.start")
_OWN_DAY = regex.compile(r"วัน[^\d\n]{0,16}$|(?:ใน|ระหว่าง|ตั้งแต่) ?$")


class Arguments(NamedTuple):
    """What events may have in common."""

    date: EventDate
    time: TimeMention | None
    place: Span | None
    chair: PersonMention | RoleMention | None
    organizer: Span | None


@compiled
def joined_by() -> Pattern:
    """ "เป็นประธานการประชุม… และการประชุม…", "พิธีเปิด… พร้อมมอบเกียรติบัตร…": two events under one verb."""
    return regex.compile(rf"{any_word('joins_event')} {{0,2}}(?:การ|พิธี)?$")


@compiled
def next_follows() -> Pattern:
    """ "จากนั้น เป็นประธาน…", "… และวันอาทิตย์ที่ 14 พฤศจิกายน 2564 เป็นประธาน…"."""
    return regex.compile(rf"(?:{any_word('next')}|และ(?:ใน)?วัน[^\d\n]{{0,14}}ที่ ?\d)[^\n]{{0,120}}$")


@compiled
def _day_of_other() -> Pattern:
    return regex.compile(rf"{speech_verb_pattern('ends_event')}|{any_word('day_of_other')}")


@compiled
def _at_place() -> Pattern:
    return regex.compile(rf" ณ |ที่ ?{any_word('place')}")


def coming_day(
    document: Document, other: Candidate, main: Candidate, dated: Sequence[DatedMention]
) -> DateMention | None:
    """The day behind a trigger, with its place, where it is later than the day before the main event's."""
    text, end = document.text, other.trigger.end
    place = bisect_right(dated, end, key=_start)
    if place == len(dated) or _start(dated[place]) >= min(end + _MAX_TO_COMING_DAY, other.line_end):
        return None
    mention, day = dated[place]
    own = not _day_of_other().search(text, end, mention.start) and _OWN_DAY.search(text, end, mention.start)
    placed = _at_place().search(text, end, mention.end + _MAX_TO_COMING_PLACE)
    before = bisect_left(dated, main.trigger.end, key=_start) - 1
    told = before >= 0 and _start(dated[before]) >= main.line_start
    now = dated[before].day if told else document.published
    return mention if own and placed and now and day > now else None


def shared_arguments(
    document: Document,
    candidate: Candidate,
    own: Arguments,
    earlier: Sequence[EventMention],
    main: Candidate,
    dated: Sequence[DatedMention],
) -> Arguments:
    """The arguments of an event: its `own`, and those that it shares with an event of `earlier`.

    Two events under one verb share day, hour, place and chair. The organizer of what a meeting resolved is the
    organization that met, and its day is the meeting's. `main` is the strongest candidate.
    """
    relation = candidate.relation
    if relation is EventRelation.COMING:
        return own._replace(date=own.date._replace(mention=coming_day(document, candidate, main, dated)))
    if not earlier:
        return own
    partner = earlier[0]
    if relation is EventRelation.JOINED:
        return Arguments(_date_of(partner), partner.time, partner.place, partner.chair, own.organizer)
    if relation is EventRelation.AROUND:
        return own._replace(date=_date_of(partner), time=partner.time, place=partner.place)
    if relation is EventRelation.RESOLVED:
        meeting = next(event for event in earlier if event.type == "meeting")
        return Arguments(_date_of(meeting), None, None, own.chair, _who_met(document, meeting))
    if relation is EventRelation.NEXT:
        return _next_arguments(document, candidate, own, partner, dated)
    return own


def _next_arguments(
    document: Document,
    candidate: Candidate,
    own: Arguments,
    partner: EventMention,
    dated: Sequence[DatedMention],
) -> Arguments:
    """The arguments of an event that follows another: it has that one's day, unless a day stands behind "จากนั้น"."""
    trigger, text = candidate.trigger, document.text
    then = next_follows().search(text, max(candidate.line_start, trigger.start - 140), trigger.start)
    start = then.start() if then else trigger.start
    has_day = any(start <= mention.start < trigger.start for mention, _ in dated)
    return own._replace(
        date=own.date if has_day else _date_of(partner),
        time=None if own.time and own.time.start < start else own.time,
    )


def without_joined(document: Document, event: EventMention, joined: Candidate) -> EventMention:
    """The event with its name cut before the words that join another event to it: "การประชุม…| และการประชุม…"."""
    and_ = joined_by().search(document.text, event.start, joined.trigger.start)
    if not and_ or and_.start() >= event.end:
        return event
    end = len(document.text[: and_.start()].rstrip())
    return replace(event, end=end, name=Span(event.name.start, end))


def _date_of(partner: EventMention) -> EventDate:
    return EventDate(partner.date, DateChoice.PARTNER, partner.type)


def _who_met(document: Document, meeting: EventMention) -> Span | None:
    """The organization with which a meeting's name begins: "การประชุมคณะกรรมการพันธุ์ข้าว"."""
    organizations = (entity for entity in document.entities if entity.label == "ORGANIZATION")
    near = (o for o in organizations if 0 <= o.start - meeting.start <= _MAX_TO_MEETING_BODY)
    return next(near, None)
