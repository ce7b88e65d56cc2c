"""Which offices are the same, however they are written: "รมว.ศธ." and "รัฐมนตรีว่าการกระทรวงศึกษาธิการ"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

import regex

from thai_newsie.document import Document, OrganizationEntry, PersonEntry, RoleMention
from thai_newsie.lexicon import compiled, remembered, table, values
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.resolution.beginnings import beginning_with

_REMEMBERED = 4096  # wordings of offices kept; a year of news has fewer
_MOST_OFFICES = 100  # of one person that a further one is compared with
_MOST_HOLDERS = 6  # of an office that are looked for: two are enough to see that it is not one's own
_PROVINCE = regex.compile(r"^จ\.")


@dataclass(frozen=True, slots=True)
class Wording:
    """An office in full words: its position, and position and organization together; `cut` where ฯ ends it."""

    position: str
    whole: str
    cut: bool

    def means(self, other: Wording) -> bool:
        """Whether both are the same office, or one is the other without its organization or its end."""
        if self.whole == other.whole:
            return True
        short, long = sorted((self, other), key=lambda wording: len(wording.whole))
        if short.cut and long.whole.startswith(short.whole):
            return True
        return short.whole == short.position == long.position


def wording(position: str, organization: str | None) -> Wording:
    """An office in full words, whoever acts for its holder; `organization` as it is known best.

    >>> wording("รักษาราชการแทนรมว.", "กระทรวงศึกษาธิการ").whole
    'รัฐมนตรีว่าการกระทรวงศึกษาธิการ'
    """
    text = position.replace(" ", "")
    position = _in_full(_acting().sub("", text.removesuffix("ฯ")) or text)
    if organization is None:
        whole = _synonym(position)
        return Wording(position if whole == position else "", whole, text.endswith("ฯ"))
    name = _PROVINCE.sub("จังหวัด", organization).replace(" ", "")
    return Wording(position, _synonym(position + name.removesuffix("ฯ")), cut=name.endswith("ฯ"))


@compiled
def _full() -> dict[str, str]:
    """Abbreviated positions in full; "เลขาฯ", which may be of two offices, is not among them."""
    rows = [(row["word"].replace(" ", ""), values(row["full"])) for row in table("positions")]
    return {position: full[0] for position, full in rows if len(full) == 1 and full[0] != position}


@compiled
def _synonyms() -> dict[str, str]:
    return {row["word"]: row["same_as"] for row in table("position_synonyms")}


@compiled
def _acting() -> regex.Pattern[str]:
    return regex.compile(
        "^" + any_of(r["word"] for r in table("position_prefixes") if r["relation"] == "acting")
    )


class Offices:
    """The offices of one article, worded in full."""

    def __init__(self, document: Document, organizations: list[OrganizationEntry]) -> None:
        """Organizations are compared as the entries they were resolved to."""
        self._reading = document
        self._organizations = {
            (mention.start, mention.end): entry.canonical or document.slice(entry.mentions[0])
            for entry in organizations
            for mention in entry.mentions
        }

    def wording(self, role: RoleMention) -> Wording:
        """The office in full words, whoever acts for its holder."""
        organization = role.organization
        known = (
            self._organizations.get((organization.start, organization.end))
            or self._reading.slice(organization)
            if organization
            else None
        )
        return wording(self._reading.slice(role.position), known)

    def distinct(self, roles: list[RoleMention]) -> list[RoleMention]:
        """Each office once, in its fullest wording; a shorter repeat ("ปลัดฯ") is no office of its own."""
        kept: list[tuple[Wording, RoleMention]] = []
        for role in roles:
            wording = self.wording(role)
            last = range(max(0, len(kept) - _MOST_OFFICES), len(kept))
            place = next((n for n in last if kept[n][0].means(wording)), None)
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
        held = _Held(
            (number, self.wording(role)) for number, entry in enumerate(entries) for role in entry.roles
        )
        for office in offices:
            holders = [entries[number] for number in held.by(self.wording(office))]
            if len(holders) == 1:
                holders[0].bare_roles.append(office)
            elif holders:
                ambiguous.append((office, holders))
        return ambiguous


class _Held:
    """Who holds which office, kept so that one is found among thousands: `Wording.means`, the other way about."""

    def __init__(self, held: Iterable[tuple[int, Wording]]) -> None:
        self._same: dict[str, dict[int, None]] = {}  # by the whole office
        self._bodiless: dict[str, dict[int, None]] = {}  # by position, of those who are given no organization
        self._positions: dict[str, dict[int, None]] = {}  # by position, of all
        self._cut: dict[str, dict[int, None]] = {}  # by what stands before ฯ
        for number, wording in held:
            self._same.setdefault(wording.whole, {})[number] = None
            self._positions.setdefault(wording.position, {})[number] = None
            if wording.whole == wording.position:
                self._bodiless.setdefault(wording.position, {})[number] = None
            if wording.cut:
                self._cut.setdefault(wording.whole, {})[number] = None
        self._alphabetical = sorted(self._same)

    def by(self, wording: Wording) -> list[int]:
        """The first of those whose office `wording` means."""
        positions = self._positions if wording.whole == wording.position else self._bodiless
        among = [self._same.get(wording.whole, {}), positions.get(wording.position, {})]
        among += [self._cut.get(wording.whole[:end], {}) for end in range(len(wording.whole))]
        if wording.cut:
            among += [self._same[whole] for whole in beginning_with(wording.whole, self._alphabetical)]
        found = {number for numbers in among for number in islice(numbers, _MOST_HOLDERS)}
        return sorted(found)[:_MOST_HOLDERS]


@remembered(_REMEMBERED)
def _in_full(position: str) -> str:
    """The position with its abbreviation spelt out: "รองผอ." is รอง + ผู้อำนวยการ."""
    for cut in range(len(position)):
        if full := _full().get(position[cut:]):
            return position[:cut] + full
    return position


@remembered(_REMEMBERED)
def _synonym(office: str) -> str:
    """The usual wording of an office that has several, its deputies too."""
    for cut in range(len(office)):
        if same := _synonyms().get(office[cut:]):
            return office[:cut] + same
    return office
