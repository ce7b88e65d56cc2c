"""Mentions to places: one entry for each, linked to the official codes of Thailand's areas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import regex

from thai_newsie.areas import districts, name_of, provinces, subdistricts
from thai_newsie.lexicon import table, values
from thai_newsie.reading import Entity, PlaceEntry, Reading

_PREFIX = regex.compile(r"(?:จังหวัด|กิ่งอำเภอ|อำเภอ|ตำบล|แขวง|เขต|[จอต]\.|ประเทศ) *(?=.)")
# An address goes from the small to the large: วัดโพธิ์ชัย ตำบลในเมือง อำเภอเมือง จังหวัดหนองคาย
_GAP = regex.compile(r"[ ,“”\"]{0,4}|[ ,]*และ *")
_RANK = {"venue": 0, "other": 0, "subdistrict": 1, "district": 2, "province": 3}
_OUTER = {0: 6, 1: 4, 2: 2}  # digits of the code of the area that holds one of this rank
_LEVELS: Mapping[str, int] = {"province": 2, "district": 4, "subdistrict": 6}


def resolve_places(reading: Reading) -> list[PlaceEntry]:
    """One entry a place, in the order of first mention, its mentions the fullest first."""
    mentions = [entity for entity in reading.entities if entity.label == "LOCATION"]
    codes = _Codes(reading, mentions)
    groups: dict[tuple[str, str], list[Entity]] = {}
    for mention in mentions:
        groups.setdefault(_key(reading, mention, codes), []).append(mention)
    return [_entry(reading, group, codes) for group in _merged(groups)]


class _Codes:
    """The official code of each area mentioned, and of the area in which each place lies."""

    def __init__(self, reading: Reading, mentions: Sequence[Entity]) -> None:
        self.reading = reading
        self.mentioned: list[str] = []  # provinces and districts that the article tells beyond doubt
        self.own: dict[int, str] = {}
        self.within: dict[int, str] = {}
        names = {id(m): _bare(reading.slice(m)) for m in mentions}
        for mention in mentions:
            if mention.kind == "province" and names[id(mention)] in provinces():
                self.own[id(mention)] = provinces()[names[id(mention)]]
                self.mentioned.append(self.own[id(mention)])
        # From the last to the first: the larger area stands behind the smaller one.
        after: Entity | None = None
        for mention in reversed(mentions):
            outer = ""
            if after and _GAP.fullmatch(reading.text, mention.end, after.start):
                beyond = self.own.get(id(after), "") or self.within.get(id(after), "")
                rank, of = _RANK.get(mention.kind, 9), _RANK.get(after.kind, 9)
                # อำเภอสะเดา และอำเภอคลองหอยโข่ง จังหวัดสงขลา: what stands side by side lies in the same area
                outer = beyond if rank < of else beyond[: _OUTER[rank]] if rank == of < 3 else ""
            if mention.kind in ("district", "subdistrict"):
                names_of_level = districts() if mention.kind == "district" else subdistricts()
                code = self._choose(names_of_level.get(names[id(mention)], ()), outer)
                if code:
                    self.own[id(mention)] = code
                    self.mentioned.append(code)
            self.within[id(mention)] = outer or self.own.get(id(mention), "")
            after = mention

    def _choose(self, candidates: Sequence[str], outer: str) -> str:
        if outer:
            candidates = [code for code in candidates if code.startswith(outer)]
        elif len(candidates) > 1:
            near = [code for code in candidates if any(code.startswith(known) for known in self.mentioned)]
            candidates = near or candidates
        return candidates[0] if len(candidates) == 1 else ""


def _entry(reading: Reading, group: list[Entity], codes: _Codes) -> PlaceEntry:
    group = sorted(group, key=lambda m: (m.start - m.end, m.start))
    fullest = group[0]
    own = next((codes.own[id(m)] for m in group if id(m) in codes.own), "")
    within = own or next((codes.within[id(m)] for m in group if codes.within[id(m)]), "")
    within = within or _named_province(reading.slice(fullest)) if fullest.kind in _RANK else ""
    return PlaceEntry(
        mentions=group,
        kind=fullest.kind,
        province=name_of(within[:2]) if within else None,
        district=name_of(within[:4]) if len(within) >= 4 else None,
        subdistrict=name_of(within) if len(within) == 6 else None,
        code=own or None,
    )


def _key(reading: Reading, mention: Entity, codes: _Codes) -> tuple[str, str]:
    name = " ".join(reading.slice(mention).split())
    if mention.kind == "country":
        return "country", _countries().get(_bare(name), name)
    if mention.kind in _LEVELS:
        return mention.kind, codes.own.get(id(mention)) or _bare(name)
    # An airport has two words for its head.
    return "named", _known().get(name, name).replace(" ", "").replace("สนามบิน", "ท่าอากาศยาน")


def _merged(groups: dict[tuple[str, str], list[Entity]]) -> list[list[Entity]]:
    """The groups, a venue's shorter form with its longer one (วัดหงส์รัตนาราม, วัดหงส์รัตนารามราชวรวิหาร)."""
    for kind, name in [key for key in groups if key[0] == "named"]:
        longer = [other for of, other in groups if of == kind and other != name and other.startswith(name)]
        if len(longer) == 1 and len(name) > 8 and groups[kind, name][0].kind == "venue":
            groups[kind, longer[0]] += groups.pop((kind, name))
    return sorted(groups.values(), key=lambda group: min(m.start for m in group))


@cache
def _province_in() -> regex.Pattern[str]:
    return regex.compile(r"(?:จังหวัด|ท่าอากาศยาน|สนามบิน)(\L<names>)", names=list(provinces()))


def _named_province(name: str) -> str:
    """The province that a venue's own name tells: ศาลากลางจังหวัดตรัง."""
    match = _province_in().search(name)
    return provinces()[match[1]] if match else ""


@cache
def _countries() -> Mapping[str, str]:
    """ISO codes by any form of a country's name."""
    return {form: row["iso2"] for row in table("countries") for form in (row["name"], *values(row["forms"]))}


@cache
def _known() -> Mapping[str, str]:
    """The names of data/places.tsv by any of their forms."""
    return {form: row["name"] for row in table("places") for form in (row["name"], *values(row["forms"]))}


def _bare(name: str) -> str:
    """A name without the word of its level.

    >>> _bare("จ. นนทบุรี"), _bare("อำเภอเมือง"), _bare("ประเทศไทย")
    ('นนทบุรี', 'เมือง', 'ไทย')
    """
    match = _PREFIX.match(name)
    return name[match.end() :] if match else name
