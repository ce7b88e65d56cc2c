"""Mentions to places: one entry for each, linked to the official codes of Thailand's areas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from thai_newsie.document import Document, Entity, PlaceEntry
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.areas import districts, name_of, provinces, subdistricts
from thai_newsie.stages.places.english import english_areas
from thai_newsie.stages.resolution.beginnings import beginning_with

_PREFIX = regex.compile(r"(?:จังหวัด|กิ่งอำเภอ|อำเภอ|ตำบล|แขวง|เขต|[จอต]\.|ประเทศ) *(?=.)")
# An address goes from the small to the large: วัดโพธิ์ชัย ตำบลในเมือง อำเภอเมือง จังหวัดหนองคาย
_GAP = regex.compile(r"ฯ?[ ,“”\"]{0,4}|ฯ?[ ,]*และ *")
_RANK = {"venue": 0, "other": 0, "subdistrict": 1, "district": 2, "province": 3}
_BEYOND = 9
_SHORTEST_STEM = 8  # a venue's shorter form is longer than so many characters
_JUNCTION = regex.compile(r"^(?:สี่|สาม|ห้า|ทาง)แยก")
_HIGHWAY = regex.compile(r"^(?:ทล\.|ทางหลวงแผ่นดินหมายเลข)")
_MOTORWAY = regex.compile(r"^(?:ทางหลวงพิเศษระหว่างเมืองหมายเลข|มอเตอร์เวย์(?:หมายเลข|สาย|M))")
_NUMBERED = regex.compile(r"ทางหลวง(?:พิเศษ)?หมายเลข\d+")
_OUTER = {0: 6, 1: 4, 2: 2}  # digits of the code of the area that holds one of this rank
_LEVELS = ("province", "district", "subdistrict")


def resolve_places(document: Document) -> list[PlaceEntry]:
    """One entry a place, in the order of first mention, its mentions the fullest first."""
    mentions = [entity for entity in document.entities if entity.label == "LOCATION"]
    codes = _Codes(document, mentions)
    groups: dict[tuple[str, str], list[Entity]] = {}
    for mention in mentions:
        groups.setdefault(_key(document, mention, codes), []).append(mention)
    return [_entry(document, group, codes) for group in _merged(groups)]


class _Codes:
    """The official code of each area mentioned (`own`), and of the area that each place lies in (`within`)."""

    def __init__(self, document: Document, mentions: Sequence[Entity]) -> None:
        self.own: dict[int, str] = {}
        self.within: dict[int, str] = {}
        candidates = {id(m): _candidates(m.kind, _bare(document.slice(m))) for m in mentions}
        sure = {codes[0] for codes in candidates.values() if len(codes) == 1}
        self.told = sure | {code[:2] for code in sure}  # areas that the article names beyond doubt
        # From the last to the first: the larger area stands behind the smaller one.
        after: Entity | None = None
        for mention in reversed(mentions):
            outer = ""
            if after and _GAP.fullmatch(document.text, mention.end, after.start):
                beyond = self.own.get(id(after), "") or self.within.get(id(after), "")
                rank, of = _rank(document, mention), _rank(document, after)
                # อำเภอสะเดา และอำเภอคลองหอยโข่ง จังหวัดสงขลา: what stands side by side lies in the same area
                outer = beyond if rank < of else beyond[: _OUTER[rank]] if rank == of < 3 else ""
                known = candidates[id(mention)]
                if rank == of and known and not any(code.startswith(outer) for code in known):
                    outer = ""  # กรุงเทพฯ - รัตนบุรี และบางปะอิน - นครราชสีมา: side by side in the sentence only
            code = self._choose(candidates[id(mention)], outer)
            if code:
                self.own[id(mention)] = code
                self.told.add(code)
            self.within[id(mention)] = outer or code
            after = mention

    def _choose(self, candidates: Sequence[str], outer: str) -> str:
        if outer:
            candidates = [code for code in candidates if code.startswith(outer)]
        for digits in (4, 2):
            if len(candidates) > 1:
                candidates = [code for code in candidates if code[:digits] in self.told] or candidates
        return candidates[0] if len(candidates) == 1 else ""


def _candidates(kind: str, name: str) -> tuple[str, ...]:
    """The codes of all areas of this kind and name."""
    if kind == "province":
        code = provinces().get(name) or english_areas().get(name.removesuffix(" Province"), ("", ""))[1]
        return (code,) if code else ()
    return (
        {"district": districts, "subdistrict": subdistricts}[kind]().get(name, ()) if kind in _LEVELS else ()
    )


def _rank(document: Document, mention: Entity) -> int:
    """How large a place of this kind is; a region or a country lies in no area that stands behind it."""
    return _BEYOND if document.text.startswith("ภาค", mention.start) else _RANK.get(mention.kind, _BEYOND)


def _entry(document: Document, group: list[Entity], codes: _Codes) -> PlaceEntry:
    group = sorted(group, key=lambda m: (m.start - m.end, m.start))
    fullest = group[0]
    own = next((codes.own[id(m)] for m in group if id(m) in codes.own), "")
    named = _named_province(document.slice(fullest)) if fullest.kind in _RANK else ""
    around = next((codes.within[id(m)] for m in group if codes.within[id(m)].startswith(named)), "")
    # "ณ สำนักงานอุตสาหกรรมจังหวัดนราธิวาส … จ.ยะลา": its own name knows better than what stands around it
    within = own or around or named
    return PlaceEntry(
        mentions=group,
        kind=fullest.kind,
        province=name_of(within[:2]) if within else None,
        district=name_of(within[:4]) if len(within) >= 4 else None,
        subdistrict=name_of(within) if len(within) == 6 else None,
        code=(_countries().get(_bare(document.slice(fullest))) if fullest.kind == "country" else own) or None,
    )


def _key(document: Document, mention: Entity, codes: _Codes) -> tuple[str, str]:
    name = " ".join(document.slice(mention).split())
    if mention.kind == "country":
        return "country", _countries().get(_bare(name), name)
    if mention.kind in _LEVELS:
        return mention.kind, codes.own.get(id(mention)) or _bare(name)
    # An airport has two words for its head, and a junction several.
    name = _JUNCTION.sub("แยก", _known().get(name, name).replace(" ", ""))
    name = _MOTORWAY.sub("ทางหลวงพิเศษหมายเลข", _HIGHWAY.sub("ทางหลวงหมายเลข", name))
    return "named", name.replace("สนามบิน", "ท่าอากาศยาน")


def _merged(groups: dict[tuple[str, str], list[Entity]]) -> list[list[Entity]]:
    """The groups, a venue's or a road's shorter form with its longer one.

    วัดหงส์รัตนาราม, วัดหงส์รัตนารามราชวรวิหาร; ทล.32, ทล.32 (ถนนเอเชีย), but not ทล.3 and ทล.32.
    """
    named = [name for kind, name in groups if kind == "named"]
    alphabetical = sorted(named)
    for name in named:
        road = _NUMBERED.fullmatch(name)
        if road or (len(name) > _SHORTEST_STEM and groups["named", name][0].kind == "venue"):
            alike = [
                o for o in beginning_with(name, alphabetical) if not (road and o[len(name) :][:1].isdigit())
            ]
            longer = [other for other in alike if other != name and ("named", other) in groups]
            if len(longer) == 1:
                groups["named", longer[0]] += groups.pop(("named", name))
    return sorted(groups.values(), key=lambda group: min(m.start for m in group))


@compiled
def _province_in() -> regex.Pattern[str]:
    return regex.compile(r"(?:จังหวัด|ท่าอากาศยาน|สนามบิน)(\L<names>)", names=list(provinces()))


def _named_province(name: str) -> str:
    """The province that a venue's own name tells: ศาลากลางจังหวัดตรัง."""
    match = _province_in().search(name)
    return provinces()[match[1]] if match else ""


@compiled
def _countries() -> Mapping[str, str]:
    """ISO codes by any form of a country's name."""
    english = {name: area.code for name, area in english_areas().items() if area.kind == "country"}
    return english | {
        form: row["code"] for row in table("countries") for form in (row["word"], *values(row["forms"]))
    }


@compiled
def _known() -> Mapping[str, str]:
    """The names of data/places/places.tsv by any of their forms."""
    return {form: row["word"] for row in table("places") for form in (row["word"], *values(row["forms"]))}


def _bare(name: str) -> str:
    """A name without the word of its level.

    >>> _bare("จ. นนทบุรี"), _bare("อำเภอเมือง"), _bare("ประเทศไทย")
    ('นนทบุรี', 'เมือง', 'ไทย')
    """
    match = _PREFIX.match(name)
    return name[match.end() :] if match else name
