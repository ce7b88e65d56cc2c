"""A trigger: words that tell of an event, where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

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
    """What the one who does it is to the event; NONE is the one who is received, a storm, and so on."""

    CHAIR = "chair"
    GUEST = "guest"
    ORGANIZER = "organizer"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger where it stands: its type, its subject, where the event's name begins, the rows that made it.

    `word` is the row's word, and `ending` that of the row at the chain's end, if any: "เป็นประธาน" and "ประชุม".
    """

    start: int
    end: int
    name_start: int
    type: str
    subject: Subject
    weight: float
    part: Part
    word: str = ""
    ending: str = ""

    @property
    def joins(self) -> bool:
        """Whether the subject only takes part: "เข้าร่วมการประชุม"."""
        return self.subject is Subject.GUEST

    @property
    def rows(self) -> str:
        """The rows that made it, as the rule of a rejected trigger."""
        made = [row("event_triggers", word) for word in (self.word, self.ending) if word]
        return joined(*made) or pattern("first_statement")
