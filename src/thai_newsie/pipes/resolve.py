"""Stage: mentions to people, organizations and places (see `thai_newsie.resolve`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thai_newsie.pipes import stage
from thai_newsie.reading import reading_of
from thai_newsie.resolve.organizations import resolve_organizations
from thai_newsie.resolve.people import resolve_people
from thai_newsie.resolve.places import resolve_places

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Resolve:
    """Fills the entries of `reading` from its mentions."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        reading = reading_of(doc)
        reading.organization_entries = resolve_organizations(reading)
        reading.person_entries = resolve_people(reading, reading.organization_entries)
        reading.place_entries = resolve_places(reading)
        return doc


@stage("resolve")
def create(nlp: Language, name: str) -> Resolve:
    """The component `thai_newsie.resolve`."""
    return Resolve()
