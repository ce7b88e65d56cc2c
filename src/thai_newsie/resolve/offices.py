"""Which offices are the same, however they are written: "รมว.ศธ." and "รัฐมนตรีว่าการกระทรวงศึกษาธิการ"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from thai_newsie.lexicon import any_of, table, values
from thai_newsie.reading import OrganizationEntry, PersonEntry, Reading, RoleMention

_REMEMBERED = 4096  # wordings of offices kept; a year of news has fewer
_PROVINCE = regex.compile(r"^จ\.")


@dataclass(frozen=True, slots=True)
class Wording:
    """An office in full words: its position, and position and body together; `cut` where ฯ ends it."""

    position: str
    whole: str
    cut: bool

    def means(self, other: Wording) -> bool:
        """Whether both are the same office, or one is the other without its body or its end."""
        if self.whole == other.whole:
            return True
        short, long = sorted((self, other), key=lambda wording: len(wording.whole))
        if short.cut and long.whole.startswith(short.whole):
            return True
        return short.whole == short.position == long.position


def wording(position: str, body: str | None) -> Wording:
    """An office in full words, whoever acts for its holder; `body` as it is known best.

    >>> wording("รักษาราชการแทนรมว.", "กระทรวงศึกษาธิการ").whole
    'รัฐมนตรีว่าการกระทรวงศึกษาธิการ'
    """
    text = position.replace(" ", "")
    position = _in_full(_acting().sub("", text.removesuffix("ฯ")) or text)
    if body is None:
        whole = _synonym(position)
        return Wording(position if whole == position else "", whole, text.endswith("ฯ"))
    name = _PROVINCE.sub("จังหวัด", body).replace(" ", "")
    return Wording(position, _synonym(position + name), cut=False)


@cache
def _full() -> dict[str, str]:
    """Abbreviated positions in full; "เลขาฯ", which may be of two offices, is not among them."""
    rows = [(row["position"].replace(" ", ""), values(row["full"])) for row in table("positions")]
    return {position: full[0] for position, full in rows if len(full) == 1 and full[0] != position}


@cache
def _synonyms() -> dict[str, str]:
    return {row["office"]: row["same_as"] for row in table("office_synonyms")}


@cache
def _acting() -> regex.Pattern[str]:
    return regex.compile(
        "^" + any_of(r["prefix"] for r in table("position_prefixes") if r["relation"] == "acting")
    )


class Offices:
    """The offices of one article, worded in full."""

    def __init__(self, reading: Reading, organizations: list[OrganizationEntry]) -> None:
        """Bodies are compared as the entries they were resolved to."""
        self._reading = reading
        self._bodies = {
            (mention.start, mention.end): entry.canonical or reading.slice(entry.mentions[0])
            for entry in organizations
            for mention in entry.mentions
        }

    def wording(self, role: RoleMention) -> Wording:
        """The office in full words, whoever acts for its holder."""
        body = role.organization
        known = self._bodies.get((body.start, body.end)) or self._reading.slice(body) if body else None
        return wording(self._reading.slice(role.position), known)

    def distinct(self, roles: list[RoleMention]) -> list[RoleMention]:
        """Each office once, in its fullest wording; a shorter repeat ("ปลัดฯ") is no office of its own."""
        kept: list[tuple[Wording, RoleMention]] = []
        for role in roles:
            wording = self.wording(role)
            place = next((n for n, (other, _) in enumerate(kept) if other.means(wording)), None)
            if place is None:
                kept.append((wording, role))
            elif role.end - role.start > kept[place][1].end - kept[place][1].start:
                kept[place] = wording, role
        return [role for _, role in kept]

    def give_bare(
        self, entries: list[PersonEntry], offices: list[RoleMention]
    ) -> list[tuple[RoleMention, list[PersonEntry]]]:
        """Give each bare office to the one person who holds it; return those that several hold, and them."""
        ambiguous = []
        held = [(entry, [self.wording(role) for role in entry.roles]) for entry in entries]
        for office in offices:
            wording = self.wording(office)
            holders = [entry for entry, wordings in held if any(w.means(wording) for w in wordings)]
            if len(holders) == 1:
                holders[0].offices.append(office)
            elif holders:
                ambiguous.append((office, holders))
        return ambiguous


@lru_cache(maxsize=_REMEMBERED)
def _in_full(position: str) -> str:
    """The position with its abbreviation spelt out: "รองผอ." is รอง + ผู้อำนวยการ."""
    for cut in range(len(position)):
        if full := _full().get(position[cut:]):
            return position[:cut] + full
    return position


@lru_cache(maxsize=_REMEMBERED)
def _synonym(office: str) -> str:
    """The usual wording of an office that has several, its deputies too."""
    for cut in range(len(office)):
        if same := _synonyms().get(office[cut:]):
            return office[:cut] + same
    return office
