"""When an event takes place: which of the article's dates is its own, and why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import regex

from thai_newsie.reading import DateMention, Reading, TimeMention

if TYPE_CHECKING:
    from thai_newsie.pipes.events.choice import Candidate

_FAR = 300  # characters behind the trigger beyond which a line speaks of something else
_BESIDE = 60  # characters from the trigger to a day that is surely its own
_NEWS = 200  # days between the page and an event that it reports
_FRESH = 31  # days between the page and a day that stands with no trigger
_LASTS = ("campaign", "seminar", "meeting", "other", "disaster")  # types that may last for days

_DAY = regex.compile(r"\d{4}-\d\d-\d\d(?=$|/)")
# "มีกำหนดการเป็นประธาน … ในวันที่ 14", "เตรียมลงพื้นที่"
_PLANNED = regex.compile(r"(?:เตรียม|จะ|กำหนดการ|มีกำหนด|เชิญ)(?:(?!ว่า)[^\n]){0,60}$")
_HELD = regex.compile(r"(?:จัดขึ้น|กำหนดจัด|จัดงาน|จะจัด|มีขึ้น)(?:ใน|ณ)?[^\n]{0,25}$")


def day_of(mention: DateMention) -> date | None:
    """The day that a date tells, or the first of its range; None for a month, a year or an open beginning.

    >>> day_of(DateMention(0, 0, "2023-06-08/2023-06-09", "range", "")), day_of(DateMention(0, 0, "2023-06", "month", ""))
    (datetime.date(2023, 6, 8), None)
    """
    return date.fromisoformat(mention.value[:10]) if _DAY.match(mention.value) else None


def date_of(reading: Reading, event: Candidate, ranked: list[Candidate]) -> tuple[DateMention | None, str]:
    """The event's day and how it was chosen.

    In order: the range over which it is held ("จัดขึ้นระหว่างวันที่ …"; a ceremony has its day); for what
    is planned the day behind the trigger; the last day before it in its clause; the day beside it;
    the day before another trigger of its type; the first behind it; the day on which it is told;
    the body's first day.
    """
    trigger, text = event.trigger, reading.text
    days = _near(reading, _NEWS)
    before = [d for d in days if event.scope <= d.start < trigger.start]
    after = [d for d in days if trigger.end <= d.start < min(event.line_end, trigger.end + _FAR)]
    if trigger.type in _LASTS:
        for d in days:
            own = not before or d.value.startswith(before[-1].value) or trigger.type == "campaign"
            if own and d.kind == "range" and _HELD.search(text, max(0, d.start - 40), d.start):
                return d, "held"
    if after and _PLANNED.search(text, max(event.scope, trigger.start - 70), trigger.start):
        return after[0], "planned"
    if before:
        return before[-1], "before"
    if after and after[0].start - trigger.end < _BESIDE:
        return after[0], "beside"
    for other in ranked:
        same = [d for d in days if other.scope <= d.start < other.trigger.start]
        if same and other.trigger.type == trigger.type and "date before" in other.signs:
            return same[-1], "before " + text[other.trigger.start : other.trigger.end]
    told = [d for d in days if event.line_start <= d.start < event.scope]
    body = [d for d in _near(reading, _FRESH) if d.start >= reading.title_end and d.kind == "day"]
    for found, how in ((after, "after"), (told[-1:], "told"), (body, "first")):
        if found:
            return found[0], how
    return None, "none"


def _near(reading: Reading, most: int) -> list[DateMention]:
    """The dates to the day at most so many days from the page's own, where that is known.

    "โรงพยาบาล 5 ธันวาคม 2550" and the laws that an announcement cites are none of the event's.
    """
    days = [(mention, day) for mention in reading.dates if (day := day_of(mention))]
    page = reading.published
    return [mention for mention, day in days if not page or abs((day - page).days) <= most]


def time_of(reading: Reading, event: Candidate, day: DateMention | None) -> TimeMention | None:
    """The clock time beside the event's date, or in the trigger's clause before it."""
    near = day.end if day else event.line_start
    for time in reading.times:
        if time.start >= reading.title_end and (
            0 <= time.start - near < 40 or event.scope <= time.start < event.trigger.start
        ):
            return time
    return None
