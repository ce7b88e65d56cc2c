"""Stage: dates and clock times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thai_newsie.pipes import stage

from thai_newsie.reading import reading_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Dates:
    """Fills `reading` with dates and clock times."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        reading_of(doc)
        return doc


@stage("dates")
def create(nlp: Language, name: str) -> Dates:
    """The component `thai_newsie.dates`."""
    return Dates()
