"""Areas in lists: names that share the word for their level, or stand in brackets behind their province."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled, table
from thai_newsie.lexicon.areas import BANGKOK, BANGKOK_LEVELS, districts, names_at, provinces
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import pattern
from thai_newsie.stages.places.place_words import is_thai, one_of, words
from thai_newsie.text.characters import is_syllable_edge

_MAX_AREA_NAME = 23  # characters of geothai's longest name
_MAX_SHORT_NAME = 4  # a name so short ends only before a space or a sign
_NEXT_IN_LIST = re.compile(r"ฯ? *(?:, *|และ *|หรือ *)?")
_DASH = re.compile(r" ?[-–] ?")
_BEFORE_DASH = re.compile(r"(?<![ก-์])(?:และ|จาก)?(?P<name>[ก-ฮเ-ไ][ก-์]{3,22}+) ?[-–] ?$")
_OPEN_BRACKET = re.compile(r"ฯ? ?\( ?")
_LIST, _BRACKETS, _ROUTE = (
    pattern("area_list"),
    pattern("districts_in_brackets"),
    pattern("districts_of_route"),
)


def names_of(prefix: str, level: str) -> Container[str]:
    """The names that may stand behind `prefix`, a word for the level: behind เขต and แขวง only Bangkok's."""
    return _names_within(BANGKOK, level) if prefix in BANGKOK_LEVELS else names_at(level)


def known_end(text: str, start: int, names: Container[str], breaks: frozenset[int]) -> int:
    """Where the longest of the names that begins at `start` ends; 0 for none."""
    for end in range(min(start + _MAX_AREA_NAME, len(text)), start + 1, -1):
        if text[start:end] in names and is_syllable_edge(text, end):
            ended = ends(text, end, breaks) and (end - start > _MAX_SHORT_NAME or ends(text, end))
            return end if ended else 0
    return 0


def ends(text: str, end: int, breaks: Container[int] = ()) -> bool:
    """Whether a name may end at `end`: before a space or a sign, or where the tokenizer begins a word."""
    return end == len(text) or not is_thai(text[end]) or end in breaks


def follow(document: Document, end: int, names: Container[str], level: str) -> Iterator[Entity]:
    """The names that share the word before the first one, which ends at `end`: อำเภอบ้านฝาง หนองเรือ และอุบลรัตน์."""
    text = document.text
    while (comma := _NEXT_IN_LIST.match(text, end)) and comma.end() > end:
        start, end = comma.end(), known_end(text, comma.end(), names, document.breaks)
        if end - start < 3 or text[start:end] in provinces():
            return
        yield Entity(start, end, "LOCATION", level, "lexicon", rule=_LIST)


@compiled
def _counted() -> regex.Pattern[str]:
    """A number before the word for a level: 3 เขต, สามเขต, หลายเขต."""
    thai = (row for row in table("number_words") if row["type"] in ("digit", "scale"))
    small = [row["word"] for row in thai if 2 <= int(row["value"]) <= 10]
    return regex.compile(rf"(?:\d|{any_of([*small, *words('list_number')])}) {{0,2}}$")


@compiled
def _introduction() -> regex.Pattern[str]:
    return regex.compile(
        rf"[^\n(:]{{0,40}}?(?:{one_of('list_opening')}|[(:])[ (:“\"]{{0,3}}(?:ในพื้นที่|พื้นที่|ใน)? ?"
    )


def announced(document: Document, start: int, end: int, level: str) -> Iterator[Entity]:
    """The names that a number and the level's word, from `start` to `end`, announce.

    3 เขต ได้แก่ หนองจอก มีนบุรี และลาดกระบัง. One name alone is none: what follows the word may be anything (4 เขต ได้แก่
    เขต 4 ภูเก็ต).
    """
    text = document.text
    if not _counted().search(text, max(0, start - 6), start):
        return
    introduction = _introduction().match(text, end)
    if introduction:
        names, first = names_of(text[start:end], level), introduction.end()
        first_end = known_end(text, first, names, document.breaks)
        others = list(follow(document, first_end, names, level)) if first_end else []
        if others:
            yield Entity(first, first_end, "LOCATION", level, "lexicon", rule=_LIST)
            yield from others


def in_brackets(document: Document, province: Entity) -> Iterator[Entity]:
    """The districts of `province` in brackets behind it: สุราษฎร์ธานี (ไชยา ดอนสัก และพนม)."""
    bracket = _OPEN_BRACKET.match(document.text, province.end)
    if bracket:
        code = provinces().get(document.slice(province).removeprefix("จังหวัด").removeprefix("จ.").strip(), "")
        names, start = _names_within(code, "district"), bracket.end()
        end = known_end(document.text, start, names, document.breaks)
        if end and document.text[end : end + 1] in (" ", ",", ")", "ฯ"):
            yield Entity(start, end, "LOCATION", "district", "lexicon", rule=_BRACKETS)
            yield from follow(document, end, names, "district")


def on_route(document: Document, province: Entity) -> Iterator[Entity]:
    """The districts of a route that leads to or from `province`: กรุงเทพฯ - รัตนบุรี, เด่นชัย - เชียงราย - เชียงของ."""
    text = document.text
    before = _BEFORE_DASH.search(text, max(0, province.start - 30), province.start)
    if before and before["name"] in districts():
        yield Entity(*before.span("name"), "LOCATION", "district", "lexicon", rule=_ROUTE)
    end = province.end
    while dash := _DASH.match(text, end):
        start, end = dash.end(), known_end(text, dash.end(), districts(), document.breaks)
        if end - start < 4 or text[start:end] in provinces():
            return
        yield Entity(start, end, "LOCATION", "district", "lexicon", rule=_ROUTE)


@compiled
def _names_within(code: str, level: str) -> frozenset[str]:
    """The names of the districts or subdistricts of one province."""
    found = names_at(level).items()
    return frozenset(name for name, codes in found if any(of.startswith(code) for of in codes))
