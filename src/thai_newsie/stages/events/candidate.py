"""Candidates for events: triggers with their scores."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import NamedTuple

from thai_newsie.document import DateMention
from thai_newsie.stages.events.trigger import Trigger


class Feature(Enum):
    """What the text around a trigger says of it. The value is the text that an event's `rule` shows."""

    EXPLAINED = "explained"  # the headline says that somebody explains or denies something
    IN_TITLE = "in title"
    TYPE_IN_TITLE = "type in title"  # the headline has a trigger of this type
    NAME_IN_TITLE = "name in title"  # the headline has the event's name
    DATE_BEFORE = "date before"  # a day stands before the trigger in its clause
    TIME_BEFORE = "time before"  # a clock time stands there
    ACTOR = "actor"  # somebody stands there who may be the subject
    NO_ACTOR = "no actor"
    NAMED = "named"  # the trigger is part of a name
    CONTEXT = "context"  # the event is only named, not reported
    OTHERS = "others"  # other people take part
    OTHERS_THERE = "others there"  # others are named before the trigger
    SAID_LATER = "said later"  # the trigger stands in a later statement than the first

    __hash__ = (
        object.__hash__
    )  # the hash of Enum is a Python function, called for each feature of each candidate


class EventRelation(Enum):
    """How a further event goes with the main one. The value is the text that `rule` shows, but for ANOTHER."""

    ANOTHER = "another"  # an event of another type that a strong verb reports
    JOINED = "joined"  # under the main event's verb: "การประชุม… และการประชุม…"
    AROUND = "around it"  # the gathering in which the main event took place
    RESOLVED = "resolved"  # what a meeting resolved
    ANNOUNCED = "announced"  # the press conference about what is organized
    BROUGHT = "brought"  # what visitors hand over
    NEXT = "next"  # the next event of the same type
    COMING = "coming"  # organized for a later day


class DatedMention(NamedTuple):
    """A date of the article that names a day: the mention, and the day or the first day of its range."""

    mention: DateMention
    day: date


class Candidate(NamedTuple):
    """A trigger in its surroundings: the line, where its clause begins (`scope`), its score and why.

    `in_statement` says whether the trigger stands in a statement; `strength` is the score without the points lost for
    standing late in the article (`lateness`).
    """

    trigger: Trigger
    line_start: int
    line_end: int
    scope: int
    in_statement: bool
    strength: float
    lateness: float
    features: frozenset[Feature]
    relation: EventRelation | None = None  # of a further event that is selected

    @property
    def score(self) -> float:
        """The score that decides the main event: the strength less the lateness."""
        return self.strength - self.lateness

    @property
    def reasons(self) -> str:
        """The trigger's part, and its features and relation in the order of the alphabet, as `rule` shows them."""
        shown = [feature.value for feature in self.features]
        if self.relation and self.relation is not EventRelation.ANOTHER:
            shown.append(self.relation.value)
        return ", ".join((self.trigger.part.value, *sorted(shown)))
