"""The clock time of an event."""

from __future__ import annotations

from thai_newsie.document import DateMention, Document, TimeMention
from thai_newsie.stages.events.candidate import Candidate

_MAX_DAY_TO_TIME = 40  # characters from where the event's day begins to its hour


def time_of(document: Document, event: Candidate, day: DateMention | None) -> TimeMention | None:
    """The last clock time in the trigger's clause before it, or that beside the event's date.

    A decision has the hour of the meeting that took it, and not that at which somebody spoke about it.
    """
    near = day.end if day else event.line_start
    times = [time for time in document.times if time.start >= document.title_end]
    before = [time for time in times if event.scope <= time.start < event.trigger.start]
    if event.trigger.type == "decision":
        return before[-1] if before and before[-1].end > last_actor_start(document, event) else None
    beside = [time for time in times if 0 <= time.start - near < _MAX_DAY_TO_TIME]
    return next(iter([*before[-1:], *beside]), None)


def last_actor_start(document: Document, event: Candidate) -> int:
    """Where the last person or role before the trigger begins, -1 for none. A time or place behind it is the trigger's own.

    "เวลา 11.30 น. ณ ตึกบัญชาการ นายสมชาย … กล่าวว่า ครม. เห็นชอบ…" gives the time and place of the press conference.
    """
    actors = (*document.people, *document.roles)
    return max((actor.start for actor in actors if actor.start < event.trigger.start), default=-1)
