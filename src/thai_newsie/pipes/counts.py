"""Stage: numbers that count or measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thai_newsie.pipes import stage

from thai_newsie.reading import reading_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Counts:
    """Fills `reading` with numbers that count or measure."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        reading_of(doc)
        return doc


@stage("counts")
def create(nlp: Language, name: str) -> Counts:
    """The component `thai_newsie.counts`."""
    return Counts()
