"""Stage: mentions to people, organizations and places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thai_newsie.pipes import stage

from thai_newsie.reading import reading_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Resolve:
    """Fills `reading` with mentions to people, organizations and places."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        reading_of(doc)
        return doc


@stage("resolve")
def create(nlp: Language, name: str) -> Resolve:
    """The component `thai_newsie.resolve`."""
    return Resolve()
