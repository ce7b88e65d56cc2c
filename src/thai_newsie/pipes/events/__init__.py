"""Stage: what happened, as the article's one to three events."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from thai_newsie.pipes import stage
from thai_newsie.reading import EventMention, Reading, Span, reading_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from thai_newsie.pipes.events.choice import Candidate

_NAME_ENDS = regex.compile(
    r"(?= ?ณ )|(?= {0,2}(?:โดยมี|เพื่อ|เมื่อวัน|ในวัน|ระหว่างวัน|พร้อมด้วย|ซึ่ง|ว่า |จำนวน|ผ่านระบบ|โดย ))|(?=\n)|$"
)
_LONGEST_NAME = 160


class Events:
    """Fills `reading.events`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        from thai_newsie.pipes.events.choice import candidates, choose

        reading = reading_of(doc)
        ranked = candidates(reading)
        chosen = choose(reading, ranked)
        events: list[EventMention] = []
        for c in chosen:
            events.append(_event(reading, c, ranked, events[0] if events else None))
        reading.events = events
        return doc


def _event(reading: Reading, c: Candidate, ranked: list[Candidate], main: EventMention | None) -> EventMention:
    from thai_newsie.pipes.events import actors, slots

    date, how = slots.date_of(reading, c, ranked)
    name = _name(reading, c)
    trigger = c.trigger
    return EventMention(
        name.start,
        name.end,
        type=trigger.type,
        name=name,
        date=date,
        time=slots.time_of(reading, c, date),
        place=slots.place_of(reading, c),
        chair=actors.chair_of(reading, c) or (main.chair if main and trigger.subject == "chair" else None),
        organizer=actors.organizer_of(reading, c, ranked),
        attendance=slots.attendance_of(reading, c),
        edition=slots.edition_of(reading, c),
        theme=slots.theme_of(reading, c),
        rule=f"{reading.text[trigger.start : trigger.end]} ({', '.join((trigger.part, *sorted(c.signs)))}); date {how}",
    )


def _name(reading: Reading, c: Candidate) -> Span:
    """The phrase from the trigger's noun on, to where the circumstances begin."""
    start = c.trigger.name_start
    end = _NAME_ENDS.search(reading.text, c.trigger.end, c.trigger.end + _LONGEST_NAME)
    return Span(start, end.start() if end else c.trigger.end)


@stage("events")
def create(nlp: Language, name: str) -> Events:
    """The component `thai_newsie.events`."""
    return Events()
