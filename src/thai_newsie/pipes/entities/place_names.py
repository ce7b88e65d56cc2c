"""Administrative areas, countries and other named places, as names in the text."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache
from itertools import pairwise

import regex

from thai_newsie.areas import BANGKOK, districts, provinces, subdistricts
from thai_newsie.lexicon import Matcher, is_syllable_edge, table, values
from thai_newsie.one_pass import matches, shared
from thai_newsie.pipes.entities.place_words import is_free, is_of_office, is_thai, words
from thai_newsie.reading import Entity, Reading

_LEVEL = {
    "จังหวัด": "province", "จ.": "province",
    "กิ่งอำเภอ": "district", "อำเภอ": "district", "อ.": "district", "เขต": "district",
    "ตำบล": "subdistrict", "ต.": "subdistrict", "แขวง": "subdistrict",
}  # fmt: skip
_NAMES = {"province": provinces, "district": districts, "subdistrict": subdistricts}
_GAP = regex.compile(r" {0,2}+")
_LONGEST = 23  # characters of geothai's longest name
# A name that geothai does not have (a misspelt or an older one) is taken where the next area follows it.
_UNKNOWN = regex.compile(r"[ก-ฮเ-ไ][ก-ฺเ-์]{2,22}+(?= {1,2}(?:(?:กิ่ง)?อำเภอ|จังหวัด|[จอ]\.|เขต|กรุงเทพ|กทม))")
_GENERIC = regex.compile(r"คือ|ได้แก่|ใน|ที่|ของ|และ|ต่าง|ทุก|ละ|ใกล้|เดียว|นี้|ดังกล่าว|อื่น|พื้นที่|ทั่ว|ได้|เศรษฐกิจ|การ")
_COMMA = regex.compile(r" *(?:, *|และ *|หรือ *)?")
# What may stand between two names of one list: ภูเก็ต(76,704ราย) สุราษฎร์ธานี 1 แห่ง และตาก
_BETWEEN = regex.compile(r"(?:[^ก-ฺเ-์A-Za-z\n]|และ|หรือ|จังหวัด|แห่ง|ราย|คน|จ\.|ประเทศ|รวมถึง|กับ)*+")


@shared
def _prefixes() -> Matcher:
    return Matcher(_LEVEL)


def find_areas(reading: Reading) -> Iterator[Entity]:
    """Areas with the word that tells their level: จังหวัดยะลา, อ.เมือง, แขวงวัดอรุณ."""
    text = reading.text
    for start, prefix_end, level in matches(reading, _prefixes()):
        prefix = text[start:prefix_end]
        if prefix.endswith(".") and not is_free(text, start):
            continue  # อบจ.ยะลา, พล.ต.ต., ผวจ.ตรัง
        names = _bangkok(level) if prefix in ("เขต", "แขวง") else _NAMES[level]()
        begin = _GAP.match(text, prefix_end).end()  # type: ignore[union-attr]  # matches always
        end = known_end(text, begin, names, reading.breaks)
        source = "lexicon"
        if not end and level != "province" and prefix not in ("เขต", "แขวง"):
            unknown = _UNKNOWN.match(text, begin)
            if unknown and not _GENERIC.match(unknown[0]):
                end, source = unknown.end(), "pattern"
        if end and not is_of_office(text, start):
            yield Entity(start, end, "LOCATION", level, source)
            if level != "province":
                yield from _listed(text, end, level, reading.breaks)


def _listed(text: str, end: int, level: str, breaks: frozenset[int]) -> Iterator[Entity]:
    """The names that share the word before the first one: อำเภอบ้านฝาง หนองเรือ และอุบลรัตน์."""
    while (comma := _COMMA.match(text, end)) and comma.end() > end:
        start, end = comma.end(), known_end(text, comma.end(), _NAMES[level](), breaks)
        if end - start < 3 or text[start:end] in provinces():
            return
        yield Entity(start, end, "LOCATION", level, "lexicon")


def known_end(text: str, start: int, names: Container[str], breaks: frozenset[int]) -> int:
    """Where the longest of the names that begins at `start` ends; 0 for none."""
    for end in range(min(start + _LONGEST, len(text)), start + 1, -1):
        if text[start:end] in names and is_syllable_edge(text, end):
            return end if _ends(text, end, breaks) and (end - start > 4 or _ends(text, end)) else 0
    return 0


def _ends(text: str, end: int, breaks: Container[int] = ()) -> bool:
    """Whether a name may end at `end`: before a space or a sign, or where the tokenizer begins a word."""
    return end == len(text) or not is_thai(text[end]) or end in breaks


@cache
def _bangkok(level: str) -> frozenset[str]:
    """The names of Bangkok's districts or subdistricts: elsewhere เขต and แขวง are common nouns."""
    return frozenset(
        name for name, codes in _NAMES[level]().items() if any(code.startswith(BANGKOK) for code in codes)
    )


@shared
def _matcher() -> Matcher:
    """Bare names, each with "kind name"; names in longer words are matched with "" to step over them."""
    entries = dict.fromkeys(words("trap"), "")
    entries |= {name: f"province {name}" for name in provinces()}
    for row in table("countries"):
        for form in (row["name"], *values(row["forms"])):
            entries |= {form: f"country {form}", f"ประเทศ{form}": f"country ประเทศ{form}"}
    for row in table("places"):
        if row["kind"] != "province":
            entries |= {form: f"{row['kind']} {form}" for form in (row["name"], *values(row["forms"]))}
    return Matcher(entries)


_PLAIN = 7  # a longer name of a region or a venue is no part of a word wherever it stands
_OFFICIAL = ("ประเทศ", "สาธารณรัฐ", "ราชอาณาจักร", "สหพันธ", "สมาพันธ", "เครือรัฐ", "สปป", "ภาค", "จังหวัด")


def find_names(reading: Reading) -> Iterator[Entity]:
    """Provinces and countries without a prefix, and the places of data/places.tsv."""
    text, common = reading.text, frozenset(words("common"))
    found = []
    for start, end, value in matches(reading, _matcher()):
        if not value or not (_ends(text, end, reading.breaks) or end - start > 2 * _PLAIN):
            continue
        kind, name = value.split(" ", 1)
        plain = kind in ("venue", "other") and len(name) > _PLAIN and start in reading.breaks
        if is_of_office(text, start) or not (plain or name.startswith(_OFFICIAL) or is_free(text, start)):
            continue
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
