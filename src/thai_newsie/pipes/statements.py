"""Stage: who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thai_newsie.pipes import stage

from thai_newsie.reading import reading_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Statements:
    """Fills `reading` with who said what."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        reading_of(doc)
        return doc


@stage("statements")
def create(nlp: Language, name: str) -> Statements:
    """The component `thai_newsie.statements`."""
    return Statements()
