"""Stage: persons, organizations and places as names in the text.

What wins where two overlap: a person over everything (their title fixes them), then the organization that
begins first. An organization in which something takes place is an organization and a place. Entities that somebody else
found (`document.given_entities`) are added where no rule found anything.
"""

from __future__ import annotations

from thai_newsie.document import Document
from thai_newsie.stages.entities.confidence import confidence
from thai_newsie.stages.entities.given import accepted
from thai_newsie.stages.entities.rules import find_by_rules


def fill(document: Document) -> None:
    """Fill `document.entities`."""
    document.entities = find_by_rules(document)
    for entity in document.entities:
        entity.confidence = confidence(entity)
    if document.given_entities:
        both = [*document.entities, *accepted(document)]
        document.entities = sorted(both, key=lambda entity: (entity.start, -entity.end))
