"""Stage: persons, organizations and places as names in the text.

What wins where two overlap: a person over everything (their title fixes them), then the body that
begins first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from thai_newsie.pipes import stage
from thai_newsie.pipes.entities.organizations import find_organizations
from thai_newsie.pipes.entities.persons import find_persons
from thai_newsie.reading import Entity, reading_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Entities:
    """Fills `reading.entities` and shows the same on `doc.ents`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        reading = reading_of(doc)
        persons = find_persons(reading)
        taken = _Taken(persons)
        bodies = [body for body in find_organizations(reading) if taken.leaves(body)]
        reading.entities = sorted([*persons, *bodies], key=lambda entity: entity.start)
        return doc


class _Taken:
    """The positions that entities already hold."""

    def __init__(self, entities: list[Entity]) -> None:
        self.positions = {position for entity in entities for position in range(entity.start, entity.end)}

    def leaves(self, entity: Entity) -> bool:
        return entity.start not in self.positions and entity.end - 1 not in self.positions


@stage("entities")
def create(nlp: Language, name: str) -> Entities:
    """The component `thai_newsie.entities`."""
    return Entities()
