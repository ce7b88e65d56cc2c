"""Which roles are the same, however they are written: "รมว.ศธ." and "รัฐมนตรีว่าการกระทรวงศึกษาธิการ"."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from thai_newsie.document import Document, OrganizationEntry, RoleMention
from thai_newsie.lexicon import compiled, remembered, table, values
from thai_newsie.lexicon.patterns import any_of

_CANONICAL_ROLES_KEPT = 4096  # a year of news has fewer
_MAX_COMPARED_ROLES = 100  # of one person, the last ones
_PROVINCE_ABBREVIATION = regex.compile(r"^จ\.")


@dataclass(frozen=True, slots=True)
class CanonicalRole:
    """A role in full words and the usual wording, without spaces.

    `whole` is position and organization together. `position` is the position alone; "" where a synonym stands for both.
    `cut_short` tells that ฯ ends the role in the article.
    """

    position: str
    whole: str
    cut_short: bool

    def means(self, other: CanonicalRole) -> bool:
        """Whether both are the same role, or one is the other without its organization or its end."""
        if self.whole == other.whole:
            return True
        short, long = sorted((self, other), key=lambda role: len(role.whole))
        if short.cut_short and long.whole.startswith(short.whole):
            return True
        return short.whole == short.position == long.position


@remembered(_CANONICAL_ROLES_KEPT)
def canonical_role(position: str, organization: str | None) -> CanonicalRole:
    """A role in full words. Words for an acting holder are left out.

    `organization` is the official name where it is known, else what the article has.

    >>> canonical_role("รักษาราชการแทนรมว.", "กระทรวงศึกษาธิการ").whole
    'รัฐมนตรีว่าการกระทรวงศึกษาธิการ'
    """
    text = position.replace(" ", "")
    position = _in_full(_acting().sub("", text.removesuffix("ฯ")) or text)
    if organization is None:
        whole = _usual_wording(position)
        return CanonicalRole(position if whole == position else "", whole, text.endswith("ฯ"))
    name = _PROVINCE_ABBREVIATION.sub("จังหวัด", organization).replace(" ", "")
    whole = _usual_wording(position + name.removesuffix("ฯ"))
    return CanonicalRole(position, whole, cut_short=name.endswith("ฯ"))


class CanonicalRoles:
    """The roles of one article in full words."""

    def __init__(self, document: Document, organizations: list[OrganizationEntry]) -> None:
        """`organizations` tell the official names of the organizations in which the roles are held."""
        self._document = document
        self._names = {
            (mention.start, mention.end): entry.canonical or document.slice(entry.mentions[0])
            for entry in organizations
            for mention in entry.mentions
        }

    def of(self, role: RoleMention) -> CanonicalRole:
        """A role in full words."""
        position, organization = self._document.slice(role.position), role.organization
        if not organization:
            return canonical_role(position, None)
        name = self._names.get((organization.start, organization.end))
        return canonical_role(position, name or self._document.slice(organization))

    def distinct(self, roles: list[RoleMention]) -> list[RoleMention]:
        """Each role once, in its longest form; a shorter repeat ("ปลัดฯ") is no role of its own."""
        kept: list[tuple[CanonicalRole, RoleMention]] = []
        for role in roles:
            canonical = self.of(role)
            last = range(max(0, len(kept) - _MAX_COMPARED_ROLES), len(kept))
            place = next((n for n in last if kept[n][0].means(canonical)), None)
            if place is None:
                kept.append((canonical, role))
            elif role.end - role.start > kept[place][1].end - kept[place][1].start:
                kept[place] = canonical, role
        return [role for _, role in kept]


@compiled
def _full_positions() -> dict[str, str]:
    """Abbreviated positions in full; "เลขาฯ", which may be of two positions, is not among them."""
    rows = [(row["word"].replace(" ", ""), values(row["full"])) for row in table("positions")]
    return {position: full[0] for position, full in rows if len(full) == 1 and full[0] != position}


@compiled
def _synonyms() -> dict[str, str]:
    return {row["word"]: row["same_as"] for row in table("position_synonyms")}


@compiled
def _acting() -> regex.Pattern[str]:
    words = (row["word"] for row in table("position_prefixes") if row["relation"] == "acting")
    return regex.compile("^" + any_of(words))


def _in_full(position: str) -> str:
    """The position with its abbreviation spelt out: "รองผอ." is รอง + ผู้อำนวยการ."""
    for cut in range(len(position)):
        if full := _full_positions().get(position[cut:]):
            return position[:cut] + full
    return position


def _usual_wording(role: str) -> str:
    """The usual wording of a role that has several, and of its deputies'."""
    for cut in range(len(role)):
        if same := _synonyms().get(role[cut:]):
            return role[:cut] + same
    return role
