"""Areas in lists: names that share the word for their level, or stand in brackets behind their province."""

from __future__ import annotations

from collections.abc import Container, Iterator

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled
from thai_newsie.lexicon.areas import BANGKOK, districts, provinces, subdistricts
from thai_newsie.stages.places.place_words import is_thai
from thai_newsie.text.characters import is_syllable_edge

_LONGEST = 23  # characters of geothai's longest name
_COMMA = regex.compile(r"ฯ? *(?:, *|และ *|หรือ *)?")
_COUNTED = regex.compile(r"(?:\d|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ|หลาย|บาง) {0,2}$")
_INTRODUCTION = regex.compile(
    r"[^\n(:]{0,40}?(?:ได้แก่|คือ|ประกอบด้วย|เช่น|อาทิ|[(:])[ (:“\"]{0,3}(?:ในพื้นที่|พื้นที่|ใน)? ?"
)
_NAMES = {"province": provinces, "district": districts, "subdistrict": subdistricts}
_DASH = regex.compile(r" ?[-–] ?")
_BEFORE_DASH = regex.compile(r"(?<![ก-์])(?:และ|จาก)?(?P<name>[ก-ฮเ-ไ][ก-์]{3,22}+) ?[-–] ?$")
_BRACKET = regex.compile(r"ฯ? ?\( ?")


def names_of(prefix: str, level: str) -> Container[str]:
    """The names that may stand behind `prefix`, a word for the level: เขต and แขวง are Bangkok's, elsewhere common nouns."""
    return _within(BANGKOK, level) if prefix in ("เขต", "แขวง") else _NAMES[level]()


def known_end(text: str, start: int, names: Container[str], breaks: frozenset[int]) -> int:
    """Where the longest of the names that begins at `start` ends; 0 for none."""
    for end in range(min(start + _LONGEST, len(text)), start + 1, -1):
        if text[start:end] in names and is_syllable_edge(text, end):
            return end if ends(text, end, breaks) and (end - start > 4 or ends(text, end)) else 0
    return 0


def ends(text: str, end: int, breaks: Container[int] = ()) -> bool:
    """Whether a name may end at `end`: before a space or a sign, or where the tokenizer begins a word."""
    return end == len(text) or not is_thai(text[end]) or end in breaks


def follow(document: Document, end: int, names: Container[str], level: str) -> Iterator[Entity]:
    """The names that share the word before the first one, which ends at `end`: อำเภอบ้านฝาง หนองเรือ และอุบลรัตน์."""
    text = document.text
    while (comma := _COMMA.match(text, end)) and comma.end() > end:
        start, end = comma.end(), known_end(text, comma.end(), names, document.breaks)
        if end - start < 3 or text[start:end] in provinces():
            return
        yield Entity(start, end, "LOCATION", level, "lexicon")


def announced(document: Document, start: int, end: int, level: str) -> Iterator[Entity]:
    """The names that the level's word at `start` to `end` announces with a number: 3 เขต ได้แก่ หนองจอก มีนบุรี และลาดกระบัง.

    One name alone is none: what follows the word may be anything (4 เขต ได้แก่ เขต 4 ภูเก็ต).
    """
    text = document.text
    if not _COUNTED.search(text, max(0, start - 6), start):
        return
    introduction = _INTRODUCTION.match(text, end)
    if introduction:
        names, first = names_of(text[start:end], level), introduction.end()
        first_end = known_end(text, first, names, document.breaks)
        others = list(follow(document, first_end, names, level)) if first_end else []
        if others:
            yield Entity(first, first_end, "LOCATION", level, "lexicon")
            yield from others


def in_brackets(document: Document, province: Entity) -> Iterator[Entity]:
    """The districts of `province` in brackets behind it: สุราษฎร์ธานี (ไชยา ดอนสัก และพนม)."""
    bracket = _BRACKET.match(document.text, province.end)
    if bracket:
        code = provinces().get(document.slice(province).removeprefix("จังหวัด").removeprefix("จ.").strip(), "")
        names, start = _within(code, "district"), bracket.end()
        end = known_end(document.text, start, names, document.breaks)
        if end and document.text[end : end + 1] in (" ", ",", ")", "ฯ"):
            yield Entity(start, end, "LOCATION", "district", "lexicon")
            yield from follow(document, end, names, "district")


def on_its_way(document: Document, province: Entity) -> Iterator[Entity]:
    """The districts between which and `province` a way leads: กรุงเทพฯ - รัตนบุรี, เด่นชัย - เชียงราย - เชียงของ."""
    text = document.text
    before = _BEFORE_DASH.search(text, max(0, province.start - 30), province.start)
    if before and before["name"] in districts():
        yield Entity(*before.span("name"), "LOCATION", "district", "lexicon")
    end = province.end
    while dash := _DASH.match(text, end):
        start, end = dash.end(), known_end(text, dash.end(), districts(), document.breaks)
        if end - start < 4 or text[start:end] in provinces():
            return
        yield Entity(start, end, "LOCATION", "district", "lexicon")


@compiled
def _within(code: str, level: str) -> frozenset[str]:
    """The names of one province's districts or subdistricts."""
    return frozenset(
        name for name, codes in _NAMES[level]().items() if any(of.startswith(code) for of in codes)
    )
