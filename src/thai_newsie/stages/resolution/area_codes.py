"""The official codes of the areas that an article names: two digits for a province, four for a district, six for a subdistrict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon.areas import districts, provinces, subdistricts
from thai_newsie.stages.places.english import english_areas

AREA_LEVELS = ("province", "district", "subdistrict")
_LEVEL_PREFIX = regex.compile(r"(?:จังหวัด|กิ่งอำเภอ|อำเภอ|ตำบล|แขวง|เขต|[จอต]\.|ประเทศ) *(?=.)")
# An address goes from the small to the large: วัดโพธิ์ชัย ตำบลในเมือง อำเภอเมือง จังหวัดหนองคาย
_IN_ADDRESS = regex.compile(r"ฯ?[ ,“”\"]{0,4}|ฯ?[ ,]*และ *")
_AREA_RANKS = {"venue": 0, "other": 0, "subdistrict": 1, "district": 2, "province": 3}
_OUTSIDE_ADDRESSES = 9  # the rank of regions and countries
_MAX_TRACED_CODES = 5  # that the reason of a rejection lists
_DIGITS_AROUND = {0: 6, 1: 4, 2: 2}  # of the code of the smallest area that may hold a place of the rank


class AreaCode(NamedTuple):
    """The code of an area, and the name of the pattern that tells which of several areas of the name it is; "" for the only one."""

    code: str
    how: str = ""


def bare_name(name: str) -> str:
    """A name without the word of its level.

    >>> bare_name("จ. นนทบุรี"), bare_name("อำเภอเมือง"), bare_name("ประเทศไทย")
    ('นนทบุรี', 'เมือง', 'ไทย')
    """
    match = _LEVEL_PREFIX.match(name)
    return name[match.end() :] if match else name


class AreaCodes:
    """The codes of one article's places by the mention's `id()`.

    `own` are those of areas. `within` are those of the smallest area known to hold the place, "" where none is known; for an
    area of which nothing larger is said, its own.
    """

    def __init__(self, document: Document, mentions: Sequence[Entity]) -> None:
        """`mentions` are all places in the order of the text."""
        self.own: dict[int, AreaCode] = {}
        self.within: dict[int, str] = {}
        self._document = document
        self._candidates = {id(m): _candidates(m.kind, bare_name(document.slice(m))) for m in mentions}
        sure = {codes[0] for codes in self._candidates.values() if len(codes) == 1}
        self._named = sure | {code[:2] for code in sure}  # areas that the article names beyond doubt
        # From the last to the first: the larger area stands behind the smaller one.
        behind: Entity | None = None
        for mention in reversed(mentions):
            around = self._around(mention, behind) if behind else ""
            found = self._choose(self._candidates[id(mention)], around)
            if found:
                self.own[id(mention)] = found
                self._named.add(found.code)
            else:
                self._trace_unresolved(mention, around)
            self.within[id(mention)] = around or (found.code if found else "")
            behind = mention

    def _around(self, mention: Entity, behind: Entity) -> str:
        """The code of the area that the place behind a mention tells to be around it; "" where it tells none."""
        if not _IN_ADDRESS.fullmatch(self._document.text, mention.end, behind.start):
            return ""
        own = self.own.get(id(behind))
        code = own.code if own else self.within.get(id(behind), "")
        rank, rank_behind = self._rank(mention), self._rank(behind)
        if rank < rank_behind:
            return code
        if rank > rank_behind or rank not in _DIGITS_AROUND:
            return ""
        # อำเภอสะเดา และอำเภอคลองหอยโข่ง จังหวัดสงขลา: what stands side by side lies in the same area
        around = code[: _DIGITS_AROUND[rank]]
        candidates = self._candidates[id(mention)]
        # กรุงเทพฯ - รัตนบุรี และบางปะอิน - นครราชสีมา: side by side in the sentence only
        apart = candidates and not any(candidate.startswith(around) for candidate in candidates)
        return "" if apart else around

    def _rank(self, mention: Entity) -> int:
        """How large a place of this kind is. A region or a country lies in no area that stands behind it."""
        if self._document.text.startswith("ภาค", mention.start):
            return _OUTSIDE_ADDRESSES
        return _AREA_RANKS.get(mention.kind, _OUTSIDE_ADDRESSES)

    def _choose(self, candidates: Sequence[str], around: str) -> AreaCode | None:
        """The one of several areas of a name that lies in the area `around`, or in one that the article names."""
        how = ""
        if around:
            fitting = [code for code in candidates if code.startswith(around)]
            how = "area_behind" if len(fitting) < len(candidates) else ""
            candidates = fitting
        for digits in (4, 2):
            if len(candidates) > 1:
                named = [code for code in candidates if code[:digits] in self._named]
                how = "area_named_elsewhere" if named and len(named) < len(candidates) else how
                candidates = named or candidates
        return AreaCode(candidates[0], how) if len(candidates) == 1 else None

    def _trace_unresolved(self, mention: Entity, around: str) -> None:
        candidates = self._candidates[id(mention)]
        if self._document.trace is None or not candidates:
            return
        fitting = [code for code in candidates if code.startswith(around)]
        if fitting:
            codes = ", ".join(fitting[:_MAX_TRACED_CODES]) + (
                ", …" if len(fitting) > _MAX_TRACED_CODES else ""
            )
            reason = f"no code, because {len(fitting)} areas have the name: {codes}"
        else:
            reason = f"no code, because no area of the name lies in {around}, which stands behind"
        self._document.trace.reject("places", mention.start, mention.end, mention.rule, reason)


def _candidates(level: str, name: str) -> tuple[str, ...]:
    """The codes of all areas of this level and name."""
    if level == "province":
        code = provinces().get(name) or english_areas().get(name.removesuffix(" Province"), ("", ""))[1]
        return (code,) if code else ()
    if level == "district":
        return districts().get(name, ())
    return subdistricts().get(name, ()) if level == "subdistrict" else ()
