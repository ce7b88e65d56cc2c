"""Venues and places named by a head word: after ณ, ที่ and บริเวณ, and heads that name a place wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon.areas import districts, provinces
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.shared_scan import matches, shared
from thai_newsie.provenance import joined, pattern, row
from thai_newsie.stages.places.place_words import common_word, is_of_office, opening
from thai_newsie.stages.places.venue_evidence import MAX_LAST_PIECE, Surroundings
from thai_newsie.stages.places.venue_words import (
    PIECE,
    SPACES,
    counted,
    heads,
    kind_only,
    kinds,
    many,
    measure,
    no_area_name,
    organization_heads,
    site_heads,
    wheres,
)

_MAX_NAME_BEHIND_HEAD = 30  # characters, where no ณ tells of a place
_LEVEL_BEFORE = re.compile(r"(?:จังหวัด|อำเภอ|ตำบล|แขวง|เขต|[จอต]\.) ?$")  # its name has a head: จังหวัดนครพนม
_FLOOR_NUMBER = re.compile(r"ชั้น(?:ที่)? ?\d{1,2}")  # "รถโดยสารปรับอากาศ ชั้น 1"
_BEHIND_NA = regex.compile(r"(?<![ก-ฺเ-์])ณ(?P<space> {0,2})(?:บริเวณ ?)?")
_VISIT = "เยี่ยม"
# Twice as quick without the verb of visiting, which most texts lack.
_BEHIND_WORD, _BEHIND_WORD_OR_VISIT = (
    regex.compile(rf"(?P<word>ที่|บริเวณ|ไปยัง{visit}) {{0,2}}(?:บริเวณ ?)?")
    for visit in ("", rf"|(?:ตรวจ)?{_VISIT}(?:ชม)?")
)
_OFFICES_WITH_SITES = ("กระทรวง", "กรม")  # of which each has one site
_NA, _WORD, _ADDRESS, _ROOM = (
    pattern(name)
    for name in ("venue_behind_na", "venue_behind_word", "place_with_address", "room_of_building")
)


@shared
def _free_heads() -> Matcher[str]:
    """The heads that may name a place wherever they stand; the payload is the column `where`."""
    return Matcher({head: where for head, where in wheres().items() if where in ("free", "site", "locality")})


def find_venues(document: Document, areas: list[Entity], entities: Sequence[Entity]) -> Iterator[Entity]:
    """The venues of the text and the places that a head word names.

    `areas` are the areas and names of places already found, `entities` the persons and organizations.
    """
    around = Surroundings(document, areas, entities)
    taken = {area.start for area in areas if area.kind != "venue"}
    taken |= {date.start for date in document.dates}  # "ข้อมูล ณ กรกฎาคม 2568"
    yield from _behind_na(around, taken)
    near = _BEHIND_WORD_OR_VISIT if _VISIT in document.text else _BEHIND_WORD
    for match in near.finditer(document.text):
        if match.end() not in taken and match.start() in document.breaks:
            place = _behind_word(around, match)
            if place:
                yield place
    for start in around.known:
        yield from _room_of(around, start)
    yield from _wherever(around, taken)


def _behind_na(around: Surroundings, taken: set[int]) -> Iterator[Entity]:
    """The venues behind ณ."""
    text = around.text
    for match in _BEHIND_NA.finditer(text):
        start = match.end()
        if start in taken or around.inside[start]:
            continue
        if not match["space"] and not heads().match(text, start):
            continue  # a name: ณรงค์, ณัฐพล
        if other := _time_or_measure(text, start):
            _reject_behind_na(around, start, other.end())
        elif place := _place(around, start, _NA, certain=True):
            yield place


def _time_or_measure(text: str, start: int) -> re.Match[str] | None:
    """What stands behind ณ and is no venue: ณ วันที่, ณ ราคา, ณ 30 วัน, ณ จังหวัดที่ปฏิบัติราชการ."""
    for no_venue in (opening("time"), no_area_name(), measure()):
        if found := no_venue.match(text, start):
            return found
    return None


def _reject_behind_na(around: Surroundings, start: int, end: int) -> None:
    if around.document.trace is not None:
        reason = "a point in time, a measure or an area without a name"
        around.document.trace.reject("places", start, end, _NA, reason)


def _behind_word(around: Surroundings, match: regex.Match[str]) -> Entity | None:
    """The venue or the place behind ที่, บริเวณ, ไปยัง or a verb of visiting."""
    text, start = around.text, match.end()
    if start in around.organizations or organization_heads().match(text, start):
        alone = match["word"] == "ที่" and text[match.start() - 1 : match.start()] in " \n)"
        end = around.venue(start).end
        is_venue = (alone and around.stands_alone(end)) or around.is_addressed(start, end)
        return _place(around, start, _WORD) if is_venue else None
    if _VISIT in match["word"]:
        return None  # who or what is visited may be anything
    if start in around.parts or site_heads().match(text, start):
        return _place(around, start, _WORD)
    if match["word"] == "บริเวณ" and not opening("generic").match(text, start):
        # a name without a head, but with an address: บริเวณมาบตาพุด จังหวัดระยอง
        piece = PIECE.match(text, start)
        if piece and len(piece[0]) <= MAX_LAST_PIECE and around.address_follows(piece.end()):
            return Entity(start, piece.end(), "LOCATION", "other", "pattern", rule=_ADDRESS)
    return None


def _room_of(around: Surroundings, start: int) -> Iterator[Entity]:
    """A known building with the known compound that it stands in: ตึกสันติไมตรี ทำเนียบรัฐบาล."""
    end = around.parts[start]
    head = heads("after").match(around.text, start)
    compound = end + 1 if around.text[end : end + 1] == " " else end
    if head and compound in around.known and not around.text.startswith(head[0], compound):
        yield Entity(start, around.parts[compound], "LOCATION", "venue", "lexicon", rule=_ROOM)


def _wherever(around: Surroundings, taken: set[int]) -> Iterator[Entity]:
    """The places of heads that name one wherever they stand, or where an area says so."""
    text = around.text
    done = 0
    for start, named, where in matches(around.document, _free_heads()):
        known = start in taken or start in around.known or around.inside[start]
        if known or start < done:
            continue
        if reason := _is_no_head(around, start, named, where):
            _reject_head(around, start, named, reason)
        elif place := _place(around, start, ""):
            name = text[named : place.end].strip()
            if reason := _is_no_name(around, name, where, place.end):
                _reject_head(around, start, named, reason)
                continue
            done = place.end
            is_province = text[start : place.end] in provinces()  # นครพนม, not a city named พนม
            yield replace(place, kind="province") if is_province else place


def _is_no_head(around: Surroundings, start: int, named: int, where: str) -> str:
    """Why no place begins with this head, which ends at `named`; "" where one may."""
    text = around.text
    if where == "free" and text[named : named + 1] == " " and not text[named + 1 : named + 2].isdigit():
        return "no name stands right behind it"
    if start not in around.breaks:
        return "the tokenizer begins no word here"
    if is_of_office(text, start):
        return "part of the name of a position or an organization"
    if _LEVEL_BEFORE.search(text, max(0, start - 8), start):
        return "part of the name of an area"
    return ""


def _is_no_name(around: Surroundings, name: str, where: str, end: int) -> str:
    """Why the name behind a head makes no place; "" where it does."""
    known_name = where == "site" and (name in districts() or name in provinces())
    if not (where == "free" or known_name or around.address_follows(end)):
        return "neither ณ, ที่ or บริเวณ stands before it nor an area behind it"
    return "" if len(name) <= _MAX_NAME_BEHIND_HEAD else "too long for a name"


class _Candidate(NamedTuple):
    """What may be a venue: its span, and its head where it has one."""

    start: int
    end: int
    head: re.Match[str] | None


def _place(around: Surroundings, start: int, rule: str, *, certain: bool = False) -> Entity | None:
    """The place that begins at `start`; None where what stands there is a common noun.

    After ณ a place is `certain`, and only a name that is nothing but a common noun is none (ณ ห้องทำงาน). `rule` is what
    led here; the rows of the head and of the word that ends the venue are added.
    """
    end, ended_by = around.venue(start)
    head = heads().match(around.text, start)
    candidate = _Candidate(start, end, head)
    head_rule = f"venue_heads:{head[0]}" if head else ""
    reason = _is_common_noun(around, candidate, certain=certain) or _is_no_venue(around, candidate)
    if not reason:
        kind = kinds()[head[0]] if head else "venue"
        whole_rule = joined(rule, head_rule, ended_by)
        return Entity(start, end, "LOCATION", kind, "pattern", rule=whole_rule)
    if around.document.trace is not None:
        span_end = max(end, head.end() if head else start)
        around.document.trace.reject("places", start, span_end, joined(rule, head_rule), reason)
    return None


def _is_common_noun(around: Surroundings, candidate: _Candidate, *, certain: bool) -> str:
    """Why the head is a common noun; "" where it is none."""
    start, end, head = candidate
    text = around.text
    if head is None:
        return ""
    if start in around.parts:
        # A kind of office is no venue, as it is no organization: ณ สำนักงานขนส่ง
        generic = opening("generic").match(text, head.end())
        whole = generic is not None and generic.end() >= around.parts[start]
        return "a kind of office" if whole and head[0] not in _OFFICES_WITH_SITES else ""
    name = SPACES.match(text, head.end()).end()  # type: ignore[union-attr]
    if name >= end or text[name] in '”"’)' or counted().match(text, name):
        return "no name follows"
    generic = opening("generic").match(text, name)
    if generic and (not certain or generic.end() >= end) and common_word(around.document, name):
        return f"a common noun: {generic[0]} follows, a row of place_words"
    return ""


def _is_no_venue(around: Surroundings, candidate: _Candidate) -> str:
    """Why the words are no single venue; "" where they are one."""
    start, end, _ = candidate
    text = around.text
    if end <= start + 2:
        return "too short for a venue"
    if end - start < 7 and text[end : end + 1] == ".":
        return "an abbreviation"
    if _FLOOR_NUMBER.fullmatch(text, start, end):
        return "a floor or a class alone"
    if kind_only().search(text[start:end]):
        return "a kind of place, no single one"
    return "several places" if many().match(text, end) else ""


def _reject_head(around: Surroundings, start: int, end: int, reason: str) -> None:
    if around.document.trace is not None:
        around.document.trace.reject("places", start, end, row("venue_heads", around.text[start:end]), reason)
