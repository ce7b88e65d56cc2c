"""When a weaker trigger reports a further event beside the main one.

Each relation to the main event has a rule. The first rule that applies and has no objection makes the event.
"""

from __future__ import annotations

from thai_newsie.stages.events.candidate import Candidate, EventRelation
from thai_newsie.stages.events.further_case import Case, RelationRule
from thai_newsie.stages.events.other_events import ANOTHER_RULE, COMING_RULE, NEXT_RULE
from thai_newsie.stages.events.related_events import (
    ANNOUNCED_RULE,
    AROUND_RULE,
    AWARD_RULE,
    BROUGHT_RULE,
    JOINED_RULE,
    RESOLVED_RULE,
)
from thai_newsie.stages.events.trigger import Part, Subject, Trigger


def as_further(case: Case) -> Candidate | None:
    """The candidate as a further event, with its relation to the main one; None if it reports none."""
    for rule in _rules_for(case.trigger):
        if rule.applies(case) and next(rule.objections(case), None) is None:
            trigger = case.trigger
            if rule.relation is EventRelation.JOINED:
                trigger = trigger._replace(subject=case.main.trigger.subject)
            elif rule.relation is EventRelation.AROUND:
                trigger = trigger._replace(subject=Subject.NONE)
            return case.other._replace(trigger=trigger, relation=rule.relation)
    return None


def why_not_further(case: Case) -> str:
    """Why the candidate is no further event, for the trace: the objections of the rule that has the fewest."""
    reasons = []
    for candidate in case.selected:
        if candidate.trigger.type == case.trigger.type:
            words = case.text[candidate.trigger.start : candidate.trigger.end].strip()
            reasons.append(f"the same event as {words}")
            break
    rules = [(rule, tuple(rule.objections(case))) for rule in _rules_for(case.trigger) if rule.applies(case)]
    if rules:
        rule, objections = min(rules, key=lambda found: len(found[1]))
        reasons.append(f"no further one (“{rule.relation.value}”): {'; '.join(objections)}")
    elif not reasons:
        reasons.append(
            f"a {case.trigger.part.value} alone makes no further event of the type {case.trigger.type}"
        )
    return "; ".join(reasons)


def _rules_for(trigger: Trigger) -> tuple[RelationRule, ...]:
    """The rules of the relations in which a trigger may report a further event, in the order in which they are tried."""
    if trigger.type == "decision":
        return (RESOLVED_RULE,)
    if trigger.type == "press":
        return (ANNOUNCED_RULE,)
    return (
        (JOINED_RULE, AWARD_RULE, AROUND_RULE)
        if trigger.part is Part.NOUN
        else (ANOTHER_RULE, BROUGHT_RULE, NEXT_RULE, COMING_RULE)
    )
