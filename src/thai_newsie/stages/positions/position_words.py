"""The words of an office where they stand, and the organizations that may hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import regex

from thai_newsie.document import Entity, RoleMention, Span

SHARED = "การ"  # the end of an office that its organization may begin with
_GAP = regex.compile(r" {0,8}")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an office, prefixes and position, where they stand, and their row of the table."""

    text: str
    start: int
    end: int
    row: Mapping[str, str]
    organizations: Mapping[int, Entity]  # by where they start

    def role(self, end: int, position: int, organization: Span | None = None) -> RoleMention:
        """The office up to `end`, its position up to `position`, held in `organization`."""
        return RoleMention(
            self.start,
            end,
            Span(self.start, position),
            organization and Span(organization.start, organization.end),
        )

    def organization_at(self, position: int) -> Entity | None:
        """The organization that begins at `position`, or behind spaces there."""
        return self.organizations.get(after_gap(self.text, position))

    def organization_sharing(self) -> Entity | None:
        """The organization whose การ is the end of the office: the ผู้ว่าการ of the การเคหะแห่งชาติ is "ผู้ว่าการเคหะแห่งชาติ"."""
        shared = self.end - len(SHARED)
        return self.organizations.get(shared) if self.text.startswith(SHARED, shared) else None

    def organization_within(self, start: int, end: int) -> Entity | None:
        """The first organization that begins between two offsets."""
        return next((self.organizations[p] for p in range(start, end) if p in self.organizations), None)


def after_gap(text: str, position: int) -> int:
    """Where the word behind spaces at `position` begins.

    >>> after_gap("อธิบดี กรมการข้าว", 6)
    7
    """
    gap = _GAP.match(text, position)
    return gap.end() if gap else position
