"""The selection of the article's events among the candidates: the main one, and those that are reported beside it."""

from __future__ import annotations

from collections.abc import Sequence

from thai_newsie.document import Document
from thai_newsie.stages.events.candidate import Candidate, DatedMention
from thai_newsie.stages.events.further import as_further, why_not_further
from thai_newsie.stages.events.further_case import Case
from thai_newsie.stages.events.trigger import Part

_MAX_EVENTS = 3  # events of one article, as the guide has it
_MIN_MAIN_SCORE = 2.0  # a weaker trigger is not the article's news


def select(document: Document, ranked: Sequence[Candidate], dated: Sequence[DatedMention]) -> list[Candidate]:
    """The candidates that report the article's events, the main one first: at most three.

    `ranked` are all candidates, the strongest first. The trace, where somebody asks for one, notes the others.
    """
    if not ranked or ranked[0].score < _MIN_MAIN_SCORE:
        for candidate in ranked:
            _reject(document, candidate, f"an event needs a score of {_MIN_MAIN_SCORE}")
        return []
    selected = [ranked[0]]
    for other in ranked[1:]:
        if len(selected) < _MAX_EVENTS:
            _consider(document, other, selected, dated)
        elif document.trace is None:
            break
        else:
            _reject(document, other, f"the article has {_MAX_EVENTS} stronger events")
    if selected[0].trigger.part is Part.STATEMENT and len(selected) > 1:
        _reject(document, selected[0], "speaking to the press is an event only where nothing else happens")
        del selected[0]
    return selected


def _consider(
    document: Document, other: Candidate, selected: list[Candidate], dated: Sequence[DatedMention]
) -> None:
    """Add `other` to the `selected`, if it is a further event."""
    if other.trigger.start < document.title_end:
        _reject(document, other, "it stands in the headline: the text below reports the event again")
        return
    types = frozenset([candidate.trigger.type for candidate in selected])
    case = Case(document, document.text, other, other.trigger, selected, selected[0], types, dated)
    if further := as_further(case):
        selected.append(further)
    elif document.trace is not None:
        main = selected[0]
        name = document.text[main.trigger.start : main.trigger.end]
        weaker = f"weaker than the main event {name} ({main.score:.1f})"
        _reject(document, other, f"{weaker}; {why_not_further(case)}")


def _reject(document: Document, candidate: Candidate, reason: str) -> None:
    """Note a rejected candidate with its type, its score and its features."""
    if document.trace is not None:
        trigger = candidate.trigger
        weighed = f"{trigger.type}, score {candidate.score:.1f} ({candidate.reasons})"
        document.trace.reject("events", trigger.start, trigger.end, trigger.rows, f"{weighed}: {reason}")
