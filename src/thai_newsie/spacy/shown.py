"""What a component shows on the Doc itself: `doc.ents` and the groups of `doc.spans`, and what it takes from there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, cast

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from thai_newsie import document as mentions
from thai_newsie.assemble import Assembly
from thai_newsie.schema.labels import LABELS
from thai_newsie.spacy.state import ID_LETTERS, State

# The labels of other components for what `doc.ents` holds, and the one that the stages know it by.
KNOWN_LABELS = {
    "PERSON": "PERSON",
    "ORG": "ORGANIZATION", "ORGANIZATION": "ORGANIZATION",
    "LOC": "LOCATION", "LOCATION": "LOCATION", "GPE": "LOCATION", "FAC": "LOCATION",
}  # fmt: skip

# The place of an item in its list, its kind, and a mention of it.
Listed = Iterator[tuple[int, str, mentions.Span]]


def show_entities(doc: Doc, state: State, source: str = "") -> None:
    """Put the entities, or those of one `source`, on `doc.ents`, widened to whole tokens.

    Of those that overlap, and of what is there, the longest stays.
    """
    spans, data = list(doc.ents), cast("dict[Any, Any]", doc.user_data)

    def shown(assembly: Assembly) -> list[tuple[mentions.Entity, Span | None]]:
        entities = (one for one in assembly.document.entities if source in ("", one.source))
        return [(entity, _span(doc, state, assembly, entity, entity.label)) for entity in entities]

    for entity, span in state.assembled(shown):
        if span:
            # `span._.source = …` as spaCy keeps it: an attribute of a span takes twenty times as long to set
            start, end = span.start_char, span.end_char
            data["._.", "source", start, end] = entity.source
            data["._.", "confidence", start, end] = entity.confidence
            data["._.", "rule", start, end] = entity.rule
            spans.append(span)
    doc.set_ents(filter_spans(spans), default="unmodified")


def given_entities(doc: Doc, state: State, document: mentions.Document) -> list[mentions.Entity]:
    """The persons, organizations and places that other components put on `doc.ents`."""
    found = []
    for span in doc.ents:
        label = KNOWN_LABELS.get(span.label_)
        if label and span._.source in (None, "given"):  # the others are ours
            start, end = document.normalized.from_original(
                span.start_char + state.offset, span.end_char + state.offset
            )
            if start < end:
                found.append(mentions.Entity(start, end, label, source="given"))
    return found


def show_groups(doc: Doc, state: State, names: Iterable[str]) -> None:
    """Fill the groups `names` of `doc.spans` with the mentions of their items, widened to whole tokens."""
    for name in names:
        doc.spans[name] = state.assembled(partial(_group, doc, state, name))


def _group(doc: Doc, state: State, name: str, assembly: Assembly) -> list[Span]:
    letter, otherwise = ID_LETTERS[name], LABELS[name]
    spans = (
        _span(doc, state, assembly, mention, kind or otherwise, f"{letter}{place}")
        for place, kind, mention in _LISTED[name](assembly)
    )
    return [span for span in spans if span]


def _span(
    doc: Doc, state: State, assembly: Assembly, mention: mentions.Span, label: str, id: str = ""
) -> Span | None:
    """A mention on `doc`; None for one that stands in a title that is no part of it."""
    _, start, end = assembly.locate(mention)
    if start < state.offset:
        return None
    return doc.char_span(
        start - state.offset, end - state.offset, label=label, span_id=id, alignment_mode="expand"
    )


def _people(assembly: Assembly) -> Listed:
    for place, person in enumerate(assembly.document.person_entries, 1):
        yield from ((place, "", mention) for mention in person.mentions)


def _organizations(assembly: Assembly) -> Listed:
    for place, organization in enumerate(assembly.document.organization_entries, 1):
        yield from ((place, organization.kind, mention) for mention in organization.mentions)


def _places(assembly: Assembly) -> Listed:
    for place, entry in enumerate(assembly.document.place_entries, 1):
        yield from ((place, entry.kind, mention) for mention in entry.mentions)


_LISTED: dict[str, Callable[[Assembly], Listed]] = {
    "people": _people,
    "organizations": _organizations,
    "places": _places,
    "dates": lambda items: ((n, date.kind, date) for n, date in enumerate(items.distinct_dates(), 1)),
    "times": lambda items: ((n, "", time) for n, time in enumerate(items.distinct_times(), 1)),
    "counts": lambda items: ((n, count.kind, count) for n, count in enumerate(items.distinct_counts(), 1)),
    "events": lambda items: ((n, event.type, event) for n, event in enumerate(items.document.events, 1)),
    "statements": lambda items: ((n, "", said) for n, said in enumerate(items.document.statements, 1)),
    "roles": lambda items: ((n, "", role) for n, role in enumerate(items.document.roles, 1)),
}
