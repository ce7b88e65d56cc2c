"""A person found in the text, before the names of one article are compared."""

from __future__ import annotations

from typing import NamedTuple

from thai_newsie.document import Entity
from thai_newsie.stages.persons.name_parts import Part


class FoundName(NamedTuple):
    """A person: where the title begins, the parts of the name, and the rule that found it."""

    start: int
    parts: tuple[Part, ...]
    rule: str

    @property
    def end(self) -> int:
        """Where the name ends."""
        return self.parts[-1].end

    def given(self, text: str) -> str:
        """The given name."""
        return self.parts[0].of(text)

    def entity(self) -> Entity:
        """The person as an entity; its rule names the row that ends the name, too."""
        ended_by = self.parts[-1].rule
        return Entity(
            self.start, self.end, "PERSON", rule=f"{self.rule} + {ended_by}" if ended_by else self.rule
        )
