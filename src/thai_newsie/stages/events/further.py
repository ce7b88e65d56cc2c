"""When a weaker trigger tells a further event beside the main one.

Each relation to the main event has a list of objections: what speaks against it, in plain words. Where there is none, the
trigger tells a further event in this relation.
"""

from __future__ import annotations

from dataclasses import replace

from thai_newsie.stages.events.candidate import Candidate, EventRelation
from thai_newsie.stages.events.further_case import Case, Objections
from thai_newsie.stages.events.other_events import against_another, against_coming, against_next
from thai_newsie.stages.events.related_events import (
    against_announced,
    against_around,
    against_brought,
    against_given,
    against_joined,
    against_resolved,
)
from thai_newsie.stages.events.trigger import Part, Subject, Trigger

_OF_DECISIONS = ((EventRelation.RESOLVED, against_resolved),)
_OF_PRESS = ((EventRelation.ANNOUNCED, against_announced),)
_OF_NOUNS = (
    (EventRelation.JOINED, against_joined),
    (EventRelation.JOINED, against_given),
    (EventRelation.AROUND, against_around),
)
_OF_VERBS = (
    (EventRelation.ANOTHER, against_another),
    (EventRelation.BROUGHT, against_brought),
    (EventRelation.NEXT, against_next),
    (EventRelation.COMING, against_coming),
)


def _relations_of(trigger: Trigger) -> tuple[tuple[EventRelation, Objections], ...]:
    """The relations in which a trigger may tell a further event, in the order in which they are tried."""
    if trigger.type == "decision":
        return _OF_DECISIONS
    if trigger.type == "press":
        return _OF_PRESS
    return _OF_NOUNS if trigger.part is Part.NOUN else _OF_VERBS


def as_further(case: Case) -> Candidate | None:
    """The candidate as a further event, with its relation to the main one; None if it reports none."""
    for relation, objections in _relations_of(case.trigger):
        if next(objections(case), None) is None:
            trigger = case.trigger
            if relation is EventRelation.JOINED:
                trigger = replace(trigger, subject=case.main.trigger.subject)
            elif relation is EventRelation.AROUND:
                trigger = replace(trigger, subject=Subject.NONE)
            return replace(case.other, trigger=trigger, relation=relation)
    return None


def why_not_further(case: Case) -> str:
    """The first objection to each relation, for the trace."""
    return "; ".join(
        f"not “{relation.value}” ({next(objections(case), '')})"
        for relation, objections in _relations_of(case.trigger)
    )
