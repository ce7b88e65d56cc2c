"""A trigger: the words that express an event, where they stand."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from thai_newsie.provenance import joined, pattern, row


class Part(Enum):
    """What a trigger is: the type of its row, or a statement. An event's `rule` shows the value."""

    VERB = "verb"
    OPENER = "opener"
    NOUN = "noun"
    CABINET = "cabinet"
    HEADLINE = "headline"
    STATEMENT = "statement"


class Subject(Enum):
    """What the subject is to the event. NONE: somebody who is received, a storm, and so on."""

    CHAIR = "chair"
    GUEST = "guest"
    ORGANIZER = "organizer"
    NONE = ""


class Trigger(NamedTuple):
    """A trigger where it stands: its type, its subject, where the event's name begins, the rows that made it.

    `words` are the words of its rows: the trigger's own, or an opener's with those of its frames and its noun ("เป็นประธาน",
    "ใน", "การ", "ประชุม").
    """

    start: int
    end: int
    name_start: int
    type: str
    subject: Subject
    weight: float
    part: Part
    words: tuple[str, ...] = ()

    @property
    def joins(self) -> bool:
        """Whether the subject only takes part: "เข้าร่วมการประชุม"."""
        return self.subject is Subject.GUEST

    @property
    def rows(self) -> str:
        """The rows that made it, as the rule of a rejected trigger."""
        if self.part is Part.STATEMENT:
            return pattern("first_statement")
        return joined(*(row("event_triggers", word) for word in self.words))
