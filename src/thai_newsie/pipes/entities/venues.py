"""Venues and places named by a head word: rooms, buildings and compounds in one chain, roads, dams, villages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache

import regex

from thai_newsie.areas import districts, provinces
from thai_newsie.lexicon import Matcher, table
from thai_newsie.pipes.entities.place_words import is_of_office, opening
from thai_newsie.reading import Entity, Reading

_LONGEST = 160  # characters a venue may have
_LAST = 20  # characters an unknown last piece of one may have
_PIECE = regex.compile(r"[^ \n]++")
_AT = regex.compile(r"(?<![ก-ฺเ-์])ณ(?P<space> {0,2})(?:บริเวณ ?)?")
_NEAR = regex.compile(r"(?P<word>ที่|บริเวณ|ไปยัง) {0,2}(?:บริเวณ ?)?")
# What goes on with a venue after a space: a number, a name in Latin letters or in quotes, an explanation.
_GOES_ON = regex.compile(r"\((?=[^()\n]{1,60}\))|[“\"'‘]|\d{1,4}(?:[/-]\d{1,4})?(?=[ \n]|$)|[A-Z&]")
_SPACES = regex.compile(r" *+")
_MEASURE = regex.compile(
    r"[\d,.]+ *(?:คน|ราย|แห่ง|จังหวัด|ประเทศ|บาท|ล้าน|พัน|หมื่น|แสน|วัน|ปี|น\.|รูป|ครั้ง|โครงการ|ไร่|ตัน|เดือน|ชั่วโมง|นาที|มกราคม|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)"
)
# The next, larger part of an address ends a venue.
_LARGER = regex.compile(r"(?<= )(?:กรุง|นคร|เมือง|ถนน|ถ\.|ซอย|ซ\.|บ้าน|ตำบล|แขวง|อำเภอ|ทางหลวง)(?=[ก-ไ \d])")


class _Ground:
    """What is already found in the text, as far as it tells where a venue ends."""

    def __init__(self, reading: Reading, areas: list[Entity]) -> None:
        self.text, self.breaks = reading.text, reading.breaks
        bodies = [e for e in reading.entities if e.label == "ORGANIZATION"]
        known = [a for a in areas if a.kind == "venue"]
        self.parts = {e.start: e.end for e in (*bodies, *known)}  # what a venue may be made of
        self.bodies, self.known = {e.start for e in bodies}, {a.start for a in known}
        persons = [e for e in reading.entities if e.label == "PERSON"]
        self.inside = {position for e in (*bodies, *persons) for position in range(e.start + 1, e.end)}
        # An area that is written together with what stands before it is part of the name: ศาลากลางจังหวัดตรัง
        self.areas = {
            a.start: a for a in areas if a.kind != "venue" and self.text[a.start - 1 : a.start] in ' \n(“"'
        }
        # and so is one who gave it to a room: ห้องพระวิษณุ
        marks = {
            e.start for e in persons if not _head_before().search(self.text, max(0, e.start - 20), e.start)
        }
        marks |= {d.start for d in reading.dates} | {t.start for t in reading.times} | self.areas.keys()
        marks |= {m.start() for m in _LARGER.finditer(self.text)} - self.parts.keys()
        self.mark_set, self.marks = marks, sorted(marks)

    def limit(self, start: int) -> int:
        """Where a venue that begins at `start` ends at the latest."""
        after = bisect_right(self.marks, start)
        mark = self.marks[after] if after < len(self.marks) else len(self.text)
        line = self.text.find("\n", start)
        return min(mark, line if line >= 0 else len(self.text), start + _LONGEST)

    def venue(self, start: int) -> int:
        """Where the venue that begins at `start` ends; `start` where there is none."""
        limit, end, last = self.limit(start), start, ""
        for piece in _PIECE.finditer(self.text, start, limit):
            begin, stop = piece.span()
            if begin < end:  # within a body whose name has spaces
                continue
            if end > start and not self._goes_on(begin, stop, limit, last):
                break
            cut = self._cut(begin, stop)
            end = max(cut, self.parts.get(begin, 0))
            last = piece[0]
            if cut < stop:
                break
        return start + len(self.text[start:end].rstrip(" ,.-–:(#"))

    def _goes_on(self, begin: int, stop: int, limit: int, last: str) -> bool:
        text = self.text
        if begin in self.parts:
            return True
        if _MEASURE.match(text, begin):
            return False
        if any(pattern.match(text, begin) for pattern in (_GOES_ON, opening("on"), _heads())):
            return True
        if opening("stop").match(text, begin):
            return False
        # A bare head has its name after a space; what is left before the next part of an address, and one
        # last unknown piece before anything else that ends a venue, belong to it.
        if last in _kinds():
            return True
        rest = text[begin:limit].split()
        if limit == begin + _LONGEST or sum(map(len, rest)) > _LAST * len(rest[:2]):
            return False
        return len(rest) == 1 or (
            limit in self.areas and not any(opening("stop").match(piece) for piece in rest)
        )

    def _cut(self, begin: int, stop: int) -> int:
        """Where what no longer belongs to the venue begins within a piece."""
        for match in opening("cut").finditer(self.text, begin + 1, stop):
            if match.start() in self.breaks and match.start() not in self.inside:
                return match.start()
        return stop

    def address_follows(self, end: int) -> bool:
        """Whether an area or a road stands directly after `end`: วัดโพธิ์ชัย ตำบลในเมือง."""
        after = _SPACES.match(self.text, end).end()  # type: ignore[union-attr]  # matches always
        return after > end and (after in self.areas or _LARGER.match(self.text, after) is not None)

    def stands_alone(self, end: int) -> bool:
        """Whether nothing after a body says what it does: ที่กระทรวงการคลังได้เปิดให้… is no venue."""
        after = _SPACES.match(self.text, end).end()  # type: ignore[union-attr]
        return self.text[after : after + 1] in ("", "\n") or (after > end and after in self.mark_set)


def find_venues(reading: Reading, areas: list[Entity]) -> Iterator[Entity]:
    """The venues of the text and the places told by a head word; `areas` are the areas and names already found."""
    ground, text = _Ground(reading, areas), reading.text
    taken = {area.start for area in areas if area.kind != "venue"}
    for match in _AT.finditer(text):
        start = match.end()
        if (
            start in taken
            or start in ground.inside
            or opening("time").match(text, start)
            or _MEASURE.match(text, start)
        ):
            continue
        if match["space"] or _heads().match(text, start):  # else a name: ณรงค์, ณัฐพล
            yield from _place(ground, start, certain=True)
    for match in _NEAR.finditer(text):
        start = match.end()
        if start in taken or match.start() not in reading.breaks:
            continue
        if start in ground.bodies or _heads("body").match(text, start):
            alone = match["word"] == "ที่" and text[match.start() - 1 : match.start()] in " \n)"
            if alone and ground.stands_alone(ground.venue(start)):
                yield from _place(ground, start)
        elif start in ground.parts or _heads("free", "site", "after").match(text, start):
            yield from _place(ground, start)
    done = 0
    for start, named, where in _free_heads().find(text):
        known = start in taken or start in ground.known or start in ground.inside
        if known or start < done or start not in reading.breaks:
            continue
        if is_of_office(text, start):
            continue
        for place in _place(ground, start):
            name = text[named : place.end].strip()
            if (
                where == "free"
                or ground.address_follows(place.end)
                or name in districts()
                or name in provinces()
            ):
                done = place.end
                yield place


def _place(ground: _Ground, start: int, certain: bool = False) -> Iterator[Entity]:
    """The place that begins at `start`, unless what stands there is a common noun.

    After ณ a place is certain, and only a name that is nothing but a common noun is none (ณ ห้องทำงาน).
    """
    end = ground.venue(start)
    head = _heads().match(ground.text, start)
    if head and start not in ground.parts:
        name = _SPACES.match(ground.text, head.end()).end()  # type: ignore[union-attr]
        generic = opening("generic").match(ground.text, name)
        if name >= end or (generic and (not certain or generic.end() >= end)):
            return
    abbreviation = end - start < 7 and ground.text[end : end + 1] == "."
    if end > start + 2 and not abbreviation:
        yield Entity(start, end, "LOCATION", _kinds()[head[0]] if head else "venue", "pattern")


@cache
def _free_heads() -> Matcher:
    return Matcher(
        {head: where for head, where in _wheres().items() if where in ("free", "site", "locality")}
    )


@cache
def _head_before() -> regex.Pattern[str]:
    return regex.compile(r"\L<heads>$", heads=list(_kinds()))


@cache
def _kinds() -> Mapping[str, str]:
    return {row["head"]: row["kind"] for row in table("venue_heads")}


@cache
def _wheres() -> Mapping[str, str]:
    return {row["head"]: row["where"] for row in table("venue_heads")}


@cache
def _heads(*wheres: str) -> regex.Pattern[str]:
    heads = [head for head, where in _wheres().items() if not wheres or where in wheres]
    return regex.compile(r"\L<heads>", heads=heads)
