"""Entities that somebody else found, such as another spaCy component."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from thai_newsie.document import Document, Entity
from thai_newsie.provenance import GIVEN
from thai_newsie.schema.labels import ENTITY_LISTS

# The kind of an entity whose finder does not tell it.
_DEFAULT_KINDS = {"PERSON": "", "ORGANIZATION": "", "LOCATION": "other"}


def accepted(document: Document) -> Iterator[Entity]:
    """The entities of `document.given_entities` that overlap none of `document.entities`, in the order of the text.

    Rules win over given entities, and of given ones that overlap, the one that begins first wins, then the longest. Labels
    other than PERSON, ORGANIZATION and LOCATION are ignored, and so are blanks. None reaches from the title into the text.
    """
    if not document.given_entities:
        return
    taken = document.where(document.entities)
    for given in sorted(document.given_entities, key=lambda entity: (entity.start, -entity.end)):
        if given.label not in _DEFAULT_KINDS or not 0 <= given.start < given.end <= len(document.text):
            continue
        if reason := _why_not(document, given, taken):
            if document.trace is not None:
                document.trace.reject(ENTITY_LISTS[given.label], given.start, given.end, GIVEN, reason)
            continue
        taken[given.start : given.end] = b"\1" * (given.end - given.start)
        yield replace(given, kind=given.kind or _DEFAULT_KINDS[given.label], source="given", rule=GIVEN)


def _why_not(document: Document, given: Entity, taken: bytearray) -> str:
    """Why a given entity is not taken; "" where it is."""
    if any(taken[given.start : given.end]):
        return "overlaps what a rule, or another given entity, found"
    if 0 < document.title_end < given.end and given.start <= document.title_end:
        return "reaches from the title into the text"
    return "" if document.slice(given).strip() else "is blank"
