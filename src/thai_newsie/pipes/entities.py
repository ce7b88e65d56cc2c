"""Stage: persons, organizations and places as names in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thai_newsie.pipes import stage

from thai_newsie.reading import reading_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Entities:
    """Fills `reading` with persons, organizations and places as names in the text."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        reading_of(doc)
        return doc


@stage("entities")
def create(nlp: Language, name: str) -> Entities:
    """The component `thai_newsie.entities`."""
    return Entities()
