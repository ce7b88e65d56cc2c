"""Stage: titles, name parts and offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thai_newsie.pipes import stage

from thai_newsie.reading import reading_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Roles:
    """Fills `reading` with titles, name parts and offices."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        reading_of(doc)
        return doc


@stage("roles")
def create(nlp: Language, name: str) -> Roles:
    """The component `thai_newsie.roles`."""
    return Roles()
