"""Venues and places named by a head word: rooms, buildings and compounds in one chain, roads, dams, villages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache

import regex

from thai_newsie.areas import districts, provinces
from thai_newsie.lexicon import Matcher, any_of, table
from thai_newsie.one_pass import matches, shared
from thai_newsie.pipes.entities.place_words import is_common, is_of_office, opening
from thai_newsie.reading import Entity, Reading, Span
from thai_newsie.text import line_end

_LONGEST = 160  # characters a venue may have
_LAST = 20  # characters an unknown last piece of one may have
_LONGEST_NAME = 30  # characters that the name after a head word may have where no ณ tells of a place
_LEVEL_BEFORE = regex.compile(r"(?:จังหวัด|อำเภอ|ตำบล|แขวง|เขต|[จอต]\.) ?$")  # its name has a head: จังหวัดนครพนม
_NICKNAME = regex.compile(r"[“\"'‘][^“”\"'‘’\n]{2,20}[”\"'’] ?$")
_CLOSED = regex.compile(r"[^“”\"()\n]*+(?=(?<=\S)[”\")])")
_ROAD = regex.compile(r"(?:ถนน|ถ\.|ซอย|ซ\.|หมู่ที่|ม\.)(?=[ก-ไ \d])")
_PLURAL = regex.compile(r"ทุก(?:แห่ง|จังหวัด|อำเภอ|สาขา|พื้นที่)|ทั่วประเทศ|ทั่วโลก|ต่าง *ๆ|ต่าง$|นั้น ?ๆ")
_PIECE = regex.compile(r"[^ \n]++")
_AT = regex.compile(r"(?<![ก-ฺเ-์])ณ(?P<space> {0,2})(?:บริเวณ ?)?")
_NEAR = regex.compile(r"(?P<word>ที่|บริเวณ|ไปยัง) {0,2}(?:บริเวณ ?)?")
# What goes on with a venue after a space: a number, a name in Latin letters or in quotes, an explanation.
_GOES_ON = regex.compile(
    r"\((?!\d{1,2}\))(?=[^()\n]{1,60}\))|[“\"'‘]|\d{1,4}[A-Z]?(?:[/-]\d{1,4})*+(?=[ \n]|$)|[–-] ?\d|[A-Za-z&]"
)
# What a date or an item's number leaves behind at the end of a venue: … อาคาร 9 ใน(วันที่ 5), … วัดอรุณ (2)
_LEFT_BEHIND = regex.compile(r"(?:[ ,.\-–:(#]|ในพื้นที่|ใน|เมื่อ|ช่วง|สาย|ได้|(?<!พื้น|สถาน)ที่| \d{1,2}\))++$")
_SPACES = regex.compile(r" *+")
_MEASURE = regex.compile(
    r"[\d,.]+ *(?:คน|ราย|แห่ง|จังหวัด|ประเทศ|บาท|ล้าน|พัน|หมื่น|แสน|วัน|ปี|น\.|รูป|ครั้ง|โครงการ|ไร่|ตัน|เดือน|ชั่วโมง|นาที|มกราคม|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)"
)
# The next, larger part of an address ends a venue.
_LARGER = re.compile(r" (?=(?:กรุง|นคร|เมือง|ถนน|ถ\.|ซอย|ซ\.|บ้าน|ตำบล|แขวง|อำเภอ|ทางหลวง)[ก-ไ \d])")


class _Ground:
    """What is already found in the text, as far as it tells where a venue ends."""

    def __init__(self, reading: Reading, areas: list[Entity]) -> None:
        self.reading, self.text, self.breaks = reading, reading.text, reading.breaks
        bodies = [e for e in reading.entities if e.label == "ORGANIZATION"]
        known = [a for a in areas if a.kind == "venue"]
        self.parts = {e.start: e.end for e in (*bodies, *known)}  # what a venue may be made of
        self.bodies, self.known = {e.start for e in bodies}, {a.start for a in known}
        persons = [e for e in reading.entities if e.label == "PERSON"]
        self.inside = reading.where(Span(e.start + 1, e.end) for e in (*bodies, *persons))
        # An area that is written together with what stands before it is part of the name: ศาลากลางจังหวัดตรัง
        self.areas = {
            a.start: a for a in areas if a.kind != "venue" and self.text[a.start - 1 : a.start] in ' \n(“"'
        }
        # and so is one who gave it to a room: ห้องพระวิษณุ
        self.rooms = {e.start for e in persons if self._names_a_room(e)}
        marks = {e.start for e in persons} - self.rooms
        # "ที่กองทัพบก “บิ๊กเอก” พล.อ.เอก ใจดี": a nickname is the person's
        marks |= {
            nickname.start()
            for e in persons
            if (nickname := _NICKNAME.search(self.text, max(0, e.start - 30), e.start))
        }
        marks |= {d.start for d in reading.dates} | {t.start for t in reading.times} | self.areas.keys()
        within = reading.where(known)
        larger = (space.end() for space in _LARGER.finditer(self.text))
        marks |= {start for start in larger if not within[start]}
        self.mark_set, self.marks = marks, sorted(marks)

    def _names_a_room(self, person: Entity) -> bool:
        """ห้องพระวิษณุ; with a space only where the chain goes on after it: ห้องประชุม ศ.นิคม จันทรวิทุร ชั้น 5."""
        start, end = person.start, person.end
        joined = self.text[start - 1 : start] != " "
        headed = self.text.endswith(tuple(_kinds()), 0, start - (not joined))
        return headed and (joined or self._is_part(end + 1))

    def limit(self, start: int) -> int:
        """Where a venue that begins at `start` ends at the latest."""
        after = bisect_right(self.marks, start)
        mark = self.marks[after] if after < len(self.marks) else len(self.text)
        return min(mark, line_end(self.text, start, _LONGEST))

    def venue(self, start: int) -> int:
        """Where the venue that begins at `start` ends; `start` where there is none."""
        limit, end, last, compound = self.limit(start), start, "", False
        for piece in _PIECE.finditer(self.text, start, limit):
            begin, stop = piece.span()
            if begin < end:  # within a body whose name has spaces
                continue
            # A body after a known compound is who acts there: ณ ทำเนียบรัฐบาล กระทรวงการคลังหารือ…
            if end > start and (
                (compound and begin in self.bodies) or not self._goes_on(begin, stop, limit, last)
            ):
                break
            cut = self._cut(begin, stop)
            end = max(cut, self.parts.get(begin, 0))
            last, compound = piece[0], compound or begin in self.known
            if cut < stop:
                break
        left = _LEFT_BEHIND.search(self.text, max(start, end - 10), end)
        end = left.start() if left else end
        closed = _CLOSED.match(self.text, start, end)  # by a sign that was opened before the venue
        return closed.end() if closed else end

    def _goes_on(self, begin: int, stop: int, limit: int, last: str) -> bool:
        """Whether the piece after a space still belongs to the venue whose piece before it was `last`."""
        text = self.text
        # "ณ รพ.สต.ร่มไทร , รพ.สต.บ้านสวน" are two, as are "คลองท่าดี ณ โรงเรียนบ้านดอน"
        if text[begin] == "," or text[begin:stop] == "ณ":
            return False
        if begin in self.parts or begin in self.rooms or self._is_part(begin):
            return True
        if opening("stop").match(text, begin):
            return False
        if _wheres().get(last, "body") != "body" or last.endswith("ครบ"):
            return True  # a bare head has its name after the space: โรงแรม เดอะ …, อาคาร 150 ปี, ฉลองสิริราชสมบัติครบ 60 ปี
        if _MEASURE.match(text, begin):
            return False
        if _GOES_ON.match(text, begin):
            return True
        rest = text[begin:limit].split()
        if stop - begin > _LAST or ")" in rest[0] or limit == begin + _LONGEST:
            return False
        if len(rest) == 1 or stop + 1 in self.known or self._is_part(stop + 1):
            return (
                True  # one unknown piece, before the end or before what goes on: ห้องประชุมประสงค์ รณะนันท์ ชั้น 5
            )
        short = len(rest) <= 3 and sum(map(len, rest)) <= 2 * _LAST
        return short and limit in self.areas and not any(opening("stop").match(piece) for piece in rest)

    def _is_part(self, begin: int) -> bool:
        head = _heads().match(self.text, begin)
        return opening("on").match(self.text, begin) is not None or bool(
            head and _kinds()[head[0]] == "venue"
        )

    def _cut(self, begin: int, stop: int) -> int:
        """Where what no longer belongs to the venue begins within a piece."""
        for match in opening("cut").finditer(self.text, begin + 1, stop):
            if match.start() in self.breaks and not self.inside[match.start()]:
                return match.start()
        return stop

    def address_follows(self, end: int) -> bool:
        """Whether an area or a road stands directly after `end`: วัดโพธิ์ชัย ตำบลในเมือง."""
        after = _SPACES.match(self.text, end).end()  # type: ignore[union-attr]  # matches always
        return after > end and (after in self.areas or _ROAD.match(self.text, after) is not None)

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
            or ground.inside[start]
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
        elif match["word"] == "บริเวณ" and not opening("generic").match(text, start):
            # a name without a head, but with an address: บริเวณมาบตาพุด จังหวัดระยอง
            piece = _PIECE.match(text, start)
            if piece and len(piece[0]) <= _LAST and ground.address_follows(piece.end()):
                yield Entity(start, piece.end(), "LOCATION", "other", "pattern")
    done = 0
    for start, named, where in matches(reading, _free_heads()):
        if where == "free" and text[named : named + 1] == " " and not text[named + 1 : named + 2].isdigit():
            continue
        known = start in taken or start in ground.known or ground.inside[start]
        if known or start < done or start not in reading.breaks:
            continue
        if is_of_office(text, start) or _LEVEL_BEFORE.search(text, max(0, start - 8), start):
            continue
        for place in _place(ground, start):
            name = text[named : place.end].strip()
            known_name = where == "site" and (name in districts() or name in provinces())
            told = where == "free" or known_name or ground.address_follows(place.end)
            if told and len(name) <= _LONGEST_NAME:
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
        if name >= end or ground.text[name] in '”"’)':
            return
        generic = opening("generic").match(ground.text, name)
        if generic and is_common(ground.reading, name) and (not certain or generic.end() >= end):
            return
    abbreviation = end - start < 7 and ground.text[end : end + 1] == "."
    if end > start + 2 and not abbreviation and not _PLURAL.search(ground.text, start, end):
        yield Entity(start, end, "LOCATION", _kinds()[head[0]] if head else "venue", "pattern")


@shared
def _free_heads() -> Matcher:
    return Matcher(
        {head: where for head, where in _wheres().items() if where in ("free", "site", "locality")}
    )


@cache
def _kinds() -> Mapping[str, str]:
    return {row["head"]: row["kind"] for row in table("venue_heads")}


@cache
def _wheres() -> Mapping[str, str]:
    return {row["head"]: row["where"] for row in table("venue_heads")}


@cache
def _heads(*wheres: str) -> re.Pattern[str]:
    heads = any_of(head for head, where in _wheres().items() if not wheres or where in wheres)
    return re.compile(heads + "(?![ะ-ฺ็-๎])")  # หาด is not in หาดู
