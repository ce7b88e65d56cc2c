"""When an event takes place: which of the article's dates is its own, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

import regex

from thai_newsie.document import DateMention, Document
from thai_newsie.lexicon import compiled
from thai_newsie.stages.events.candidate import Candidate, DatedMention, Feature
from thai_newsie.stages.events.context import speaks_about
from thai_newsie.stages.events.dated_mentions import ISO_DAY, without_papers
from thai_newsie.stages.events.event_types import LASTING, WITH_PAPERS
from thai_newsie.stages.events.words import any_word

Pattern = regex.Pattern[str]

_MAX_DAY_AFTER = 300  # characters behind the trigger beyond which a line speaks of something else
_MAX_DAY_BESIDE = 60  # characters from the trigger to a day that is surely its own
_MAX_CLOSING_DAY = 1200  # characters behind the trigger over which "เมื่อวันที่" closes a sentence
_MAX_NEWS_AGE = 200  # days between the page and an event that it reports
_MAX_FRESH_AGE = 10  # days between the page and a day that stands with no trigger
_MAX_STATEMENT_AGE = 2  # days between the page and a statement to the press
_MAX_SHORT_RANGE = 14  # days of a range that begins with an opening day; a longer one is a course
_MAX_DAY_TO_HOUR = 24  # characters between a day and the hour that belongs to it
_OPEN_FROM = regex.compile(r"(?:ระหว่าง|ตั้งแต่)(?:วัน[^\d\n]{0,14})?$")
# "… เป็นประธานการประชุม … โดยมี … เข้าร่วม เมื่อวันที่ 26 เมษายน 2565 ณ …"
_CLOSES_SENTENCE = regex.compile(r"เมื่อ(?:วัน)?[^\d\n]{0,16}$")


class DateChoice(Enum):
    """How an event's date was chosen. The value is the text that `rule` shows behind "date"."""

    WITHIN = "within"  # within the trigger: "ครม. (4 มิ.ย. 67) เห็นชอบ"
    HELD = "held"  # the range over which it is held: "จัดขึ้นระหว่างวันที่ …"
    PLANNED = "planned"  # of what is planned: the day behind the trigger
    BEFORE = "before"  # the last day before the trigger in its clause
    HEADLINE = "headline"  # in the headline, which reports the event
    BESIDE = "beside"  # right behind the trigger
    WHEN = "when"  # "เมื่อวันที่ …" behind it
    ELSEWHERE = "elsewhere"  # the day before another trigger of its type
    TOLD = "told"  # the day on which somebody speaks about it
    AFTER = "after"  # the first behind it
    FIRST = "first"  # the text's first day
    PARTNER = "of the"  # shared with another event
    NONE = "none"


class EventDate(NamedTuple):
    """An event's date, how it was chosen, and the type of the event that shares it (PARTNER)."""

    mention: DateMention | None
    choice: DateChoice
    partner_type: str = ""

    @property
    def reason(self) -> str:
        """What `rule` shows.

        >>> EventDate(None, DateChoice.PARTNER, "meeting").reason
        'date of the meeting'
        """
        return f"date {self.choice.value} {self.partner_type}".rstrip()


@compiled
def _planned() -> Pattern:
    """ "มีกำหนดการเป็นประธาน … ในวันที่ 14", "เตรียมลงพื้นที่"."""
    return regex.compile(rf"{any_word('planned')}(?:(?!ว่า)[^\n]){{0,60}}$")


@compiled
def _held() -> Pattern:
    """ "จัดขึ้นระหว่างวันที่ 8-9 มิถุนายน 2566"."""
    return regex.compile(rf"{any_word('held')}(?:ใน|ณ)?[^\n]{{0,25}}$")


class _Days:
    """The days that may be an event's, by where they stand."""

    def __init__(
        self,
        document: Document,
        event: Candidate,
        ranked: Sequence[Candidate],
        dated: Sequence[DatedMention],
    ) -> None:
        self.document, self.event, self.ranked = document, event, ranked
        trigger = event.trigger
        # What is decided bears the day of its paper; an arrest is not made on the day of the warrant.
        self.dated = dated if trigger.type in WITH_PAPERS else without_papers(document, dated)
        self.is_press = trigger.type == "press"  # the days behind it are those of what is said
        self.news = self.not_older(_MAX_NEWS_AGE)
        self.before = [d for d in self.news if event.scope <= d.start < trigger.start]
        self.behind = (
            [] if self.is_press else [d for d in self.news if trigger.end <= d.start < event.line_end]
        )
        self.after = [d for d in self.behind if d.start < trigger.end + _MAX_DAY_AFTER]

    def not_older(self, most: int) -> list[DateMention]:
        """The days at most so many days from the page's own, where that is known.

        "โรงพยาบาล 5 ธันวาคม 2550" and the laws that an announcement cites are none of the event's.
        """
        page = self.document.published
        return [mention for mention, day in self.dated if not page or abs((day - page).days) <= most]


def date_of(
    document: Document, event: Candidate, ranked: Sequence[Candidate], dated: Sequence[DatedMention]
) -> EventDate:
    """The event's day, of the article's `dated` mentions: the first of the first rule that finds one.

    Only the days before a statement to the press are its own: those behind it belong to what is said.
    """
    days = _Days(document, event, ranked, dated)
    for choice, find in _CHOICES:
        if found := find(days):
            return EventDate(found[0], choice)
    return EventDate(None, DateChoice.NONE)


def _within(days: _Days) -> list[DateMention]:
    trigger = days.event.trigger
    return [d for d in days.news if trigger.start <= d.start < trigger.end]


def _over_range(days: _Days) -> list[DateMention]:
    return [d for d in days.news if _is_held_over(days, d)]


def _when_planned(days: _Days) -> list[DateMention]:
    text, event = days.document.text, days.event
    low = max(event.scope, event.trigger.start - 70)
    planned = days.after and (_planned().search(text, low, event.trigger.start) or speaks_about(text, event))
    return days.after if planned else []


def _before(days: _Days) -> list[DateMention]:
    return _beside_clock(days) or days.before[-1:]


def _in_headline(days: _Days) -> list[DateMention]:
    event, title_end = days.event, days.document.title_end
    told_in_title = event.features & {Feature.TYPE_IN_TITLE, Feature.NAME_IN_TITLE}
    if days.is_press or not (event.trigger.start < title_end or told_in_title):
        return []
    return [d for d in days.news if d.start < title_end]


def _beside(days: _Days) -> list[DateMention]:
    return [d for d in days.after[:1] if d.start - days.event.trigger.end < _MAX_DAY_BESIDE]


def _closing(days: _Days) -> list[DateMention]:
    text, end = days.document.text, days.event.trigger.end
    return [
        d
        for d in days.behind
        if d.start < end + _MAX_CLOSING_DAY and _CLOSES_SENTENCE.search(text, max(end, d.start - 24), d.start)
    ]


def _before_another(days: _Days) -> list[DateMention]:
    """The day before the strongest other trigger of the event's type."""
    for other in days.ranked:
        if other.trigger.type == days.event.trigger.type and Feature.DATE_BEFORE in other.features:
            return [d for d in days.news if other.scope <= d.start < other.trigger.start][-1:]
    return []


def _when_told(days: _Days) -> list[DateMention]:
    return [d for d in days.news if days.event.line_start <= d.start < days.event.scope][-1:]


def _after(days: _Days) -> list[DateMention]:
    return days.after


def _first_of_text(days: _Days) -> list[DateMention]:
    fresh = days.not_older(_MAX_STATEMENT_AGE if days.is_press else _MAX_FRESH_AGE)
    return [d for d in fresh if d.start >= days.document.title_end and d.kind == "day"]


_CHOICES: tuple[tuple[DateChoice, Callable[[_Days], list[DateMention]]], ...] = (
    (DateChoice.WITHIN, _within),
    (DateChoice.HELD, _over_range),
    (DateChoice.PLANNED, _when_planned),
    (DateChoice.BEFORE, _before),
    (DateChoice.HEADLINE, _in_headline),
    (DateChoice.BESIDE, _beside),
    (DateChoice.WHEN, _closing),
    (DateChoice.ELSEWHERE, _before_another),
    (DateChoice.TOLD, _when_told),
    (DateChoice.AFTER, _after),
    (DateChoice.FIRST, _first_of_text),
)


def _is_held_over(days: _Days, range_: DateMention) -> bool:
    """Whether the event goes on over a range: "จัดขึ้นระหว่างวันที่ 8-9 มิถุนายน 2566"; a ceremony has its day."""
    type_, text, before = days.event.trigger.type, days.document.text, days.before
    if type_ not in LASTING or range_.kind != "range":
        return False
    is_campaign = type_ == "campaign"
    if before and not is_campaign and not (range_.value.startswith(before[-1].value) and _is_short(range_)):
        return False
    if _held().search(text, max(0, range_.start - 40), range_.start):
        return True
    return is_campaign and _OPEN_FROM.search(text, max(0, range_.start - 24), range_.start) is not None


def _is_short(range_: DateMention) -> bool:
    first, _, last = range_.value.partition("/")
    return (
        bool(ISO_DAY.match(last))
        and (date.fromisoformat(last) - date.fromisoformat(first)).days <= _MAX_SHORT_RANGE
    )


def _beside_clock(days: _Days) -> list[DateMention]:
    """The day that stands with the clause's hour, where several stand before the trigger.

    "เมื่อวันที่ 17 มกราคม 2566 เวลา 09.25 น. เรือรวงทอง ซึ่งเข้าเทียบท่าเมื่อวันที่ 12 มกราคม 2566 เกิดเหตุเพลิงไหม้"
    """
    if len(days.before) < 2:
        return []
    event = days.event
    hours = [t for t in days.document.times if event.scope <= t.start < event.trigger.start]
    return [d for d in days.before if hours and 0 <= hours[-1].start - d.end < _MAX_DAY_TO_HOUR][-1:]
