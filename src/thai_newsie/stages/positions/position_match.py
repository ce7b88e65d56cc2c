"""The words of a position where they stand, and the organizations that may hold it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from thai_newsie.document import Document, Entity, RoleMention, Span
from thai_newsie.provenance import joined, pattern
from thai_newsie.stages.positions.position_tables import Position

SHARED_LETTERS = "การ"  # the end of a position that may be the beginning of its organization too
_SPACES_BEFORE_WORD = re.compile(r" {0,8}")


class PositionMatch(NamedTuple):
    """The words of a position in a text, its prefixes with it.

    `row` is the position's row, `rule` names all rows. `organizations` are those of the text by where they start.
    """

    document: Document
    start: int
    end: int
    row: Position
    rule: str
    organizations: Mapping[int, Entity]

    @property
    def text(self) -> str:
        """The text of the whole document."""
        return self.document.text

    def role(
        self, end: int, position_end: int, organization: Span | None = None, how: str = ""
    ) -> RoleMention:
        """The role up to `end`, its position up to `position_end`, held in `organization`.

        `how` is the name of the pattern that tells how far the role goes and what it is held in.
        """
        return RoleMention(
            self.start,
            end,
            Span(self.start, position_end),
            organization and Span(organization.start, organization.end),
            rule=joined(self.rule, pattern(how)) if how else self.rule,
        )

    def organization_at(self, offset: int) -> Entity | None:
        """The organization that begins at `offset`, or behind spaces there."""
        return self.organizations.get(after_gap(self.text, offset))

    def organization_sharing_letters(self) -> Entity | None:
        """The organization that begins with the last letters of the position.

        The ผู้ว่าการ of the การเคหะแห่งชาติ is written "ผู้ว่าการเคหะแห่งชาติ".
        """
        shared = self.end - len(SHARED_LETTERS)
        return self.organizations.get(shared) if self.text.startswith(SHARED_LETTERS, shared) else None

    def organization_within(self, start: int, end: int) -> Entity | None:
        """The first organization that begins between two offsets."""
        return next((self.organizations[p] for p in range(start, end) if p in self.organizations), None)


def after_gap(text: str, offset: int) -> int:
    """Where the word behind spaces at `offset` begins.

    >>> after_gap("อธิบดี กรมการข้าว", 6)
    7
    """
    gap = _SPACES_BEFORE_WORD.match(text, offset)
    return gap.end() if gap else offset
