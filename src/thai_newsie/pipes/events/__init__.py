"""Stage: what happened, as the article's one to three events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from thai_newsie.pipes import stage
from thai_newsie.pipes.events import slots
from thai_newsie.pipes.events.triggers import Trigger, find_triggers
from thai_newsie.reading import EventMention, Reading, Span, reading_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_LEAST = 4.0  # a weaker trigger tells of nothing that the article reports as its news
_NAME_ENDS = regex.compile(
    r"(?= ?ณ )|(?= {0,2}(?:ครั้งที่|โดยมี|เพื่อ|เมื่อวัน|ในวัน|ระหว่างวัน|พร้อมด้วย|ซึ่ง|ว่า |จำนวน|ผ่านระบบ))|(?=\n)|$"
)
_LONGEST_NAME = 160
_OPENER = regex.compile(r"เป็นประธาน(?:ในพิธีเปิด|ในการเปิด|ในพิธี|ใน|เปิด)?(?=\S)")


class Events:
    """Fills `reading.events`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        reading = reading_of(doc)
        reading.events = [_event(reading, t) for t in find_triggers(reading)[:1] if t.score >= _LEAST]
        return doc


def _event(reading: Reading, trigger: Trigger) -> EventMention:
    date = slots.date_of(reading, trigger)
    name = _name(reading, trigger)
    return EventMention(
        name.start,
        name.end,
        type=trigger.row["type"],
        name=name,
        date=date,
        time=slots.time_of(reading, trigger, date),
        place=slots.place_of(reading, trigger),
        chair=slots.chair_of(reading, trigger),
        organizer=slots.organizer_of(reading, trigger),
        attendance=slots.attendance_of(reading, trigger),
        edition=slots.edition_of(reading, trigger),
        theme=slots.theme_of(reading, trigger),
    )


def _name(reading: Reading, trigger: Trigger) -> Span:
    """The phrase from the trigger's noun on, to where the circumstances begin."""
    opener = _OPENER.match(reading.text, trigger.start)
    start = opener.end() if opener and opener.end() < trigger.end else trigger.start
    end = _NAME_ENDS.search(reading.text, trigger.end, trigger.end + _LONGEST_NAME)
    return Span(start, end.start() if end else trigger.end)


@stage("events")
def create(nlp: Language, name: str) -> Events:
    """The component `thai_newsie.events`."""
    return Events()
