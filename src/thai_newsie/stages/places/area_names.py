"""Administrative areas, countries and other named places, as names in the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import table, values
from thai_newsie.lexicon.areas import provinces
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.shared_scan import matches, shared
from thai_newsie.stages.places.area_lists import (
    announced,
    ends,
    follow,
    in_brackets,
    known_end,
    names_of,
    on_its_way,
)
from thai_newsie.stages.places.place_words import is_free, is_of_office, words

_LEVEL = {
    "จังหวัด": "province", "จ.": "province",
    "กิ่งอำเภอ": "district", "อำเภอ": "district", "อ.": "district", "เขต": "district",
    "ตำบล": "subdistrict", "ต.": "subdistrict", "แขวง": "subdistrict",
}  # fmt: skip
_LEVEL_WORDS = {level: tuple(word for word in _LEVEL if _LEVEL[word] == level) for level in _LEVEL.values()}
_GAP = regex.compile(r" {0,2}+")
# A name that geothai does not have (a misspelt or an older one) is taken where the next area follows it.
_UNKNOWN = regex.compile(r"[ก-ฮเ-ไ][ก-ฺเ-์]{2,22}+(?= {1,2}(?:(?:กิ่ง)?อำเภอ|จังหวัด|[จอ]\.|เขต|กรุงเทพ|กทม))")
_GENERIC = regex.compile(r"คือ|ได้แก่|ใน|ที่|ของ|และ|ต่าง|ทุก|ละ|ใกล้|เดียว|นี้|ดังกล่าว|อื่น|พื้นที่|ทั่ว|ได้|เศรษฐกิจ|การ")
# What may stand between two names of one list: ภูเก็ต(76,704ราย) สุราษฎร์ธานี 1 แห่ง และตาก
_BETWEEN = regex.compile(r"(?:[^ก-ฺเ-์A-Za-z\n]|และ|หรือ|จังหวัด|แห่ง|ราย|คน|จ\.|ประเทศ|รวมถึง|กับ)*+")


@shared
def _prefixes() -> Matcher[str]:
    return Matcher(_LEVEL)


def find_areas(document: Document) -> Iterator[Entity]:
    """Areas with the word that tells their level: จังหวัดยะลา, อ.เมือง, แขวงวัดอรุณ."""
    text, of_office = document.text, Entity(0, 0, "LOCATION")  # the last area in the name of an office
    for start, prefix_end, level in matches(document, _prefixes()):
        prefix = text[start:prefix_end]
        if prefix.endswith(".") and not is_free(text, start):
            continue  # อบจ.ยะลา, พล.ต.ต., ผวจ.ตรัง
        names = names_of(prefix, level)
        begin = _GAP.match(text, prefix_end).end()  # type: ignore[union-attr]  # matches always
        end = known_end(text, begin, names, document.breaks)
        source = "lexicon"
        if not end and level != "province" and prefix not in ("เขต", "แขวง"):
            unknown = _UNKNOWN.match(text, begin)
            if unknown and not _GENERIC.match(unknown[0]):
                end, source = unknown.end(), "pattern"
        if end and (is_of_office(text, start) or _shares(document, of_office, start, end)):
            of_office = Entity(start, end, "LOCATION", level)
        elif end:
            yield Entity(start, end, "LOCATION", level, source)
            yield from (
                in_brackets(document, Entity(start, end, "LOCATION", level))
                if level == "province"
                else follow(document, end, names, level)
            )
        elif level != "province":
            yield from announced(document, start, prefix_end, level)


_NEXT = regex.compile(r" *(?:, *|และ *)?")


def _shares(document: Document, of_office: Entity, start: int, end: int) -> bool:
    """Whether an area shares the office before the one it follows: อุตสาหกรรมจังหวัดนนทบุรี จังหวัดราชบุรี.

    One that repeats it is the office's address: เทศบาลตำบลโกรกพระ ตำบลโกรกพระ.
    """
    last = document.slice(of_office)
    return bool(last) and (
        document.text.startswith(_LEVEL_WORDS[of_office.kind], start)
        and _NEXT.fullmatch(document.text, of_office.end, start) is not None
        and document.text[start:end] != last
    )


@shared
def _matcher() -> Matcher[str]:
    """Bare names, each with "kind name"; names in longer words are matched with "" to step over them."""
    entries = dict.fromkeys(words("lookalike"), "")
    entries |= {name: f"province {name}" for name in provinces()}
    for row in table("countries"):
        for form in (row["word"], *values(row["forms"])):
            entries |= {form: f"country {form}", f"ประเทศ{form}": f"country ประเทศ{form}"}
    for row in table("places"):
        if row["type"] != "province":
            entries |= {form: f"{row['type']} {form}" for form in (row["word"], *values(row["forms"]))}
    return Matcher(entries)


_GROUP = "กลุ่มจังหวัด"
_GROUP_NUMBER = regex.compile(r" ?\d(?![\d.,)]| ?(?:จังหวัด|แห่ง|โครงการ))")


def _group(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the region that stands there, or of the group of provinces it names: กลุ่มจังหวัดภาคเหนือตอนบน 2."""
    if not text.endswith(_GROUP, 0, start):
        return start, end
    number = _GROUP_NUMBER.match(text, end)
    return start - len(_GROUP), number.end() if number else end


_PLAIN = 7  # a longer name of a region or a venue is no part of a word wherever it stands
_OFFICIAL = ("ประเทศ", "สาธารณรัฐ", "ราชอาณาจักร", "สหพันธ", "สมาพันธ", "เครือรัฐ", "สปป", "ภาค", "จังหวัด")


def find_names(document: Document) -> Iterator[Entity]:
    """Provinces and countries without a prefix, and the places of data/places/places.tsv."""
    text, common = document.text, frozenset(words("common"))
    found = []
    for start, end, value in matches(document, _matcher()):
        if not value or not (ends(text, end, document.breaks) or end - start > 2 * _PLAIN):
            continue
        kind, name = value.split(" ", 1)
        plain = kind in ("venue", "other") and len(name) > _PLAIN and start in document.breaks
        of_office = kind != "venue" and is_of_office(text, start)  # สำนักนายกรัฐมนตรี ทำเนียบรัฐบาล
        if of_office or not (plain or name.startswith(_OFFICIAL) or is_free(text, start)):
            continue
        if name.startswith("ภาค"):
            start, end = _group(text, start, end)
        found.append((Entity(start, end, "LOCATION", kind, "lexicon"), name in common))
    beside = {
        id(entity)
        for (left, _), (right, _) in pairwise(found)
        if left.kind == right.kind and _BETWEEN.fullmatch(text, left.end, right.start)
        for entity in (left, right)
    }
    for entity, doubtful in found:
        if not doubtful or id(entity) in beside:
            yield entity
            if entity.kind == "province":
                yield from in_brackets(document, entity)
                yield from on_its_way(document, entity)
