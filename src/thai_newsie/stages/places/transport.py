"""Roads, junctions, bridges, stations and ports: a head word of data/places/transport_places.tsv and a short name after it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.areas import districts
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.patterns import listed
from thai_newsie.lexicon.shared_scan import matches, shared
from thai_newsie.provenance import joined, row
from thai_newsie.stages.places.place_words import common_word, is_thai, one_of
from thai_newsie.stages.places.short_names import NameEnd, before_link, branch_end

MAX_ROAD_NAME = 18  # characters; what is longer is no name but what is said of the road
_MIN_ROAD_NAME = 3
_NAME_BEHIND_HEAD = regex.compile(
    r"(?!บ้าน(?![ก-์]))[ก-ฮเ-ไ][ก-ฺเ-์]{1,60}+|[A-Z][A-Za-z]++(?: [A-Z][A-Za-z]++)*+"
)
_KINGS_ROAD = "พระราม"
_STATION_SIGN = regex.compile(r" ?\([A-Z]{1,3} ?\d{1,2}\)")
# สถานีกรุงเทพ (หัวลำโพง), สถานีขนส่งผู้โดยสารกรุงเทพ (จตุจักร, เอกมัย, สายใต้): by the name of a place
_BY_NAME = regex.compile(r" ?\((?P<name>[ก-ฮเ-ไ][ก-์]{2,20}+)(?:\d|[ ,][ก-์ ,]{2,30}+)?\)")
_PAIR = regex.compile(r" ?[-–] ?[ก-ฮเ-ไ][ก-ฺเ-์]{3,17}+")  # ถนนรังสิต-นครนายก
# ทางพิเศษสายพระราม 3 - ดาวคะนอง - วงแหวนรอบนอก…
_LINE_OF_SEVERAL = regex.compile(r"(?: \d{1,2})?+(?: ?[-–] ?(?P<to>[ก-ฮเ-ไ][ก-ฺเ-์]{3,60}+))*+")


class _Head(NamedTuple):
    """A row of `transport_places`."""

    word: str
    kind: str
    flags: frozenset[str]


@shared
def _heads() -> Matcher[_Head]:
    return Matcher(
        {
            head["word"]: _Head(head["word"], head["type"], frozenset(values(head["flags"])))
            for head in table("transport_places")
        }
    )


@compiled
def _words_against(head: str) -> regex.Pattern[str]:
    """What makes a common noun of the head: คอนกรีต of ถนน."""
    rows = (place for place in table("transport_places") if place["word"] == head)
    return regex.compile(r"\L<words>", words=listed(word for place in rows for word in values(place["not"])))


@compiled
def _leads_to_road() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{one_of('road_before')}|[(\-–] ?| )$")


@compiled
def _about_roads() -> regex.Pattern[str]:
    return regex.compile(one_of("road_article"))


@compiled
def _number() -> regex.Pattern[str]:
    """พระราม 2, สุขุมวิท 77/1, พระรามที่ 4, ห้วยขวาง (BL18)"""
    unit = one_of("road_unit")
    return regex.compile(rf"(?:ที่)? ?\d{{1,3}}(?:/\d{{1,2}})?+(?![\d.,:]| ?(?:{unit}|[%-]))")


@compiled
def _road_number() -> regex.Pattern[str]:
    return regex.compile(rf" ?\({one_of('highway')} ?\d[^()\n]{{0,30}}\)")  # ถนนมิตรภาพ (ทล.2)


@compiled
def _sites() -> frozenset[str]:
    """The sites of data/places/places.tsv by any of their names."""
    rows = (place for place in table("places") if place["type"] == "venue")
    return frozenset(form for place in rows for form in (place["word"], *values(place["forms"])))


def find_transport(document: Document) -> Iterator[Entity]:
    """The roads, junctions, bridges, stations and ports, in the order of the text."""
    text = document.text
    is_about_roads = cache(lambda: _about_roads().search(text) is not None)
    for start, named, head in matches(document, _heads()):
        if start not in document.breaks and is_thai(text[start - 1 : start] or " "):
            _reject(document, start, named, head, "the tokenizer begins no word here")
        elif "needs_context" in head.flags and not (
            _leads_to_road().search(text, max(0, start - 12), start) and is_about_roads()
        ):
            _reject(document, start, named, head, "no word that leads to places, in an article about roads")
        elif reason := _common_noun(document, named, head):
            _reject(document, start, named, head, reason)
        elif name := _name_end(document, named, head):
            rule = joined(row("transport_places", head.word), name.rule)
            yield Entity(start, name.end, "LOCATION", head.kind, "pattern", rule=rule)
        else:
            _reject(document, start, named, head, "no short name follows")


def _reject(document: Document, start: int, end: int, head: _Head, reason: str) -> None:
    if document.trace is not None:
        document.trace.reject("places", start, end, row("transport_places", head.word), reason)


def _common_noun(document: Document, start: int, head: _Head) -> str:
    """Why the head before `start` is a common noun, as the word at `start` shows; "" where it is none."""
    if word := _words_against(head.word).match(document.text, start):
        return f"a common noun: {word[0]} follows, a word of the column “not”"
    for use in ("generic", "link"):
        if found := common_word(document, start, use):
            return f"a common noun: {found} follows, a row of place_words"
    return ""


def _name_end(document: Document, start: int, head: _Head) -> NameEnd | None:
    """Where the name that begins at `start`, after the head, ends; None for no name."""
    text = document.text
    name = _NAME_BEHIND_HEAD.match(text, start)
    if not name:
        return None
    found = before_link(document, start, name.end())
    length = found.end - start
    if length < _MIN_ROAD_NAME or (length > MAX_ROAD_NAME and not _STATION_SIGN.match(text, found.end)):
        return None
    if branch := branch_end(text, found.end):
        return NameEnd(branch)
    if "line" in head.flags and (line := _LINE_OF_SEVERAL.match(text, found.end)):
        return before_link(document, line.start("to"), line.end()) if line["to"] else NameEnd(line.end())
    end = _after_number(text, start, found.end, head)
    end = _after_brackets(text, end, head)
    return found if end == found.end else NameEnd(end)


def _after_number(text: str, start: int, end: int, head: _Head) -> int:
    """Where a name ends with the second place of a pair, or with a number.

    Only roads have a number behind a space, and the kings' bridges and ports: not "สถานีดอนเมือง 4 เครื่อง".
    """
    if "pair" in head.flags and (pair := _PAIR.match(text, end)):
        return pair.end()
    numbered = "numbered" in head.flags or text[start:end] == _KINGS_ROAD or text[end : end + 1] != " "
    number = _number().match(text, end) if numbered else None
    return number.end() if number else end


def _after_brackets(text: str, end: int, head: _Head) -> int:
    """Where a name ends with the road's number, the station's sign, or its other name in brackets."""
    sign = (_road_number() if "road" in head.flags else _STATION_SIGN).match(text, end)
    if sign:
        return sign.end()
    other = _BY_NAME.match(text, end) if "station" in head.flags else None
    known = other is not None and (other["name"] in districts() or other["name"] in _sites())
    return other.end() if other and known else end
