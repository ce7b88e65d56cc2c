"""What a component shows on the Doc itself: `doc.ents` and the groups of `doc.spans`, and what it takes from there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from thai_newsie import document as mentions
from thai_newsie.assemble import Assembly
from thai_newsie.schema.labels import LABELS
from thai_newsie.spacy.state import ID_LETTERS, State

# The labels of other components for what `doc.ents` holds, and the one that the stages know it by.
_KNOWN_LABELS = {
    "PERSON": "PERSON",
    "ORG": "ORGANIZATION", "ORGANIZATION": "ORGANIZATION",
    "LOC": "LOCATION", "LOCATION": "LOCATION", "GPE": "LOCATION", "FAC": "LOCATION",
}  # fmt: skip

Listed = Iterator[
    tuple[int, str, mentions.Span]
]  # the place of an item in its list, its kind, and a mention of it


def show_entities(doc: Doc, state: State, entities: Iterable[mentions.Entity]) -> None:
    """Put `entities` on `doc.ents`, widened to whole tokens; of those that overlap, and of what is there, the longest."""
    spans = list(doc.ents)
    for entity in entities:
        if span := _span(doc, state, entity, entity.label):
            known = span._
            known.source, known.confidence, known.rule = entity.source, entity.confidence, entity.rule
            spans.append(span)
    doc.set_ents(filter_spans(spans), default="unmodified")


def given_entities(doc: Doc, state: State, document: mentions.Document) -> list[mentions.Entity]:
    """The persons, organizations and places that other components put on `doc.ents`."""
    found = []
    for span in doc.ents:
        label = _KNOWN_LABELS.get(span.label_)
        if label and span._.source is None:  # ours have one
            start, end = document.normalized.from_original(
                span.start_char + state.offset, span.end_char + state.offset
            )
            if start < end:
                found.append(mentions.Entity(start, end, label, source="given", rule=f"given:{span.label_}"))
    return found


def show_groups(doc: Doc, state: State, names: Iterable[str]) -> None:
    """Fill the groups `names` of `doc.spans` with the mentions of their items, widened to whole tokens."""
    assembly = state.assembly()
    for name in names:
        letter, otherwise = ID_LETTERS[name], LABELS[name]
        spans = (
            _span(doc, state, mention, kind or otherwise, f"{letter}{place}")
            for place, kind, mention in _LISTED[name](assembly)
        )
        doc.spans[name] = [span for span in spans if span]


def _span(doc: Doc, state: State, mention: mentions.Span, label: str, id: str = "") -> Span | None:
    """A mention on `doc`; None where it has no characters there, as what stands in a title that is no part of it."""
    assert state.document is not None
    start, end = state.document.normalized.to_original(mention.start, mention.end)
    start, end = start - state.offset, end - state.offset
    if not 0 <= start < end:
        return None
    return doc.char_span(start, end, label=label, span_id=id, alignment_mode="expand")


def _people(assembly: Assembly) -> Listed:
    for place, entry in enumerate(assembly.document.person_entries, 1):
        yield from ((place, "", mention) for mention in entry.mentions)


def _organizations(assembly: Assembly) -> Listed:
    for place, entry in enumerate(assembly.document.organization_entries, 1):
        yield from ((place, entry.kind, mention) for mention in entry.mentions)


def _places(assembly: Assembly) -> Listed:
    for place, entry in enumerate(assembly.document.place_entries, 1):
        yield from ((place, entry.kind, mention) for mention in entry.mentions)


_LISTED: dict[str, Callable[[Assembly], Listed]] = {
    "people": _people,
    "organizations": _organizations,
    "places": _places,
    "dates": lambda found: ((n, date.kind, date) for n, date in enumerate(found.distinct_dates(), 1)),
    "times": lambda found: ((n, "", time) for n, time in enumerate(found.distinct_times(), 1)),
    "counts": lambda found: ((n, count.kind, count) for n, count in enumerate(found.distinct_counts(), 1)),
    "events": lambda found: ((n, event.type, event) for n, event in enumerate(found.document.events, 1)),
    "statements": lambda found: ((n, "", said) for n, said in enumerate(found.document.statements, 1)),
    "roles": lambda found: ((n, "", role) for n, role in enumerate(found.document.roles, 1)),
}
