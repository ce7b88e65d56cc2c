"""Where a venue ends: rooms, buildings and compounds in one chain, and what no longer belongs to it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

import regex

from thai_newsie.document import Document, Entity, Span
from thai_newsie.provenance import row
from thai_newsie.stages.places.place_words import opening, words
from thai_newsie.stages.places.short_names import NameEnd, branch_end
from thai_newsie.stages.places.venue_words import (
    PIECE,
    SPACES,
    heads,
    honour,
    kinds,
    larger_part,
    left_behind,
    measure,
    road,
    second_venue,
    site_heads,
    wheres,
)
from thai_newsie.text.characters import is_thai_letter, line_end

_MAX_VENUE_LENGTH = 160  # characters
MAX_LAST_PIECE = 20  # characters of an unknown last piece of a venue
_FLOOR = "ชั้น"
_NICKNAME = re.compile(r"[“\"'‘][^“”\"'‘’\n]{2,20}[”\"'’] ?$")
_WITHIN_BUILDING = re.compile(r"(?:ภาย)?ใน ?")  # ห้องพินิตประชานาถ ในศาลาว่าการกลาโหม
_EXPLANATION = re.compile(r"\((?!เว็บ|https?:|โทร)[^()\n]*+\)")
_CLOSING_SIGN = re.compile(rf"[^“”\"()\n]{{0,{_MAX_VENUE_LENGTH}}}+(?=(?<=\S)[”\")])")
# What goes on with a venue behind a space: a number, a name in Latin letters or in quotation marks, an explanation.
_ON_BEHIND_SPACE = regex.compile(
    r"\((?!\d{1,2}\))(?=[^()\n]{1,60}\))|[“\"'‘]|\d{1,4}[A-Z]?(?:[/-]\d{1,4}){0,5}+(?=[ \n]|$)|[–-] ?\d|[A-Za-z&]"
)
_LIST_ITEM = re.compile(r"\d{1,2}[.)]")  # the number of the next item of a list


class Surroundings:
    """What is already found in the text, as far as it tells where a venue ends."""

    def __init__(self, document: Document, areas: list[Entity], entities: Sequence[Entity]) -> None:
        """From the areas and names of places already found, and the persons and organizations `entities`."""
        self.document, self.text, self.breaks = document, document.text, document.breaks
        # The patterns that each piece of a venue is compared with
        self.heads, self.on, self.cuts, self.stops = heads(), opening("on"), opening("cut"), opening("stop")
        organizations = [e for e in entities if e.label == "ORGANIZATION"]
        known = [a for a in areas if a.kind == "venue"]
        self.parts = {e.start: e.end for e in (*organizations, *known)}  # what a venue may be made of
        self.organizations, self.known = {e.start for e in organizations}, {a.start for a in known}
        persons = [e for e in entities if e.label == "PERSON"]
        self.inside = document.where(Span(e.start + 1, e.end) for e in (*organizations, *persons))
        # An area that is written together with what stands before it is part of the name: ศาลากลางจังหวัดตรัง. So is
        # one that tells a branch: เซ็นทรัล ระยอง.
        self.areas = {
            a.start: a
            for a in areas
            if a.kind != "venue"
            and self.text[a.start - 1 : a.start] in ' \n(“"'
            and not branch_end(self.text, a.start - 1)
        }
        # So is a person who gave the name to a room, or whom a place honours: ห้องพระวิษณุ.
        self.named = {e.start: e.end for e in persons if self._names_a_room(e) or self._is_honoured(e)}
        self.boundary_set = self._boundaries(persons, known)
        self.boundaries = sorted(self.boundary_set)

    def _boundaries(self, persons: Sequence[Entity], known: Sequence[Entity]) -> set[int]:
        """The places beyond which no venue goes on: persons, dates, areas, the next larger part of an address."""
        found = {e.start for e in persons} - self.named.keys()
        # "ที่กองทัพบก “บิ๊กเอก” พล.อ.เอก ใจดี": a nickname is the person's
        found |= {
            nickname.start()
            for e in persons
            if (nickname := _NICKNAME.search(self.text, max(0, e.start - 30), e.start))
        }
        found |= {one.start for one in (*self.document.dates, *self.document.times)} | self.areas.keys()
        within = self.document.where(known)
        larger = (space.end() for space in larger_part().finditer(self.text))
        return found | {start for start in larger if not within[start]}

    def _names_a_room(self, person: Entity) -> bool:
        """ห้องพระวิษณุ; with a space only where the chain goes on after it: ห้องประชุม ศ.นิคม จันทรวิทุร ชั้น 5."""
        start, end = person.start, person.end
        glued = self.text[start - 1 : start] != " "
        headed = self.text.endswith(tuple(kinds()), 0, start - (not glued))
        return headed and (glued or self._is_part(end + 1))

    def _is_honoured(self, person: Entity) -> bool:
        """อุทยานเฉลิมพระเกียรติพระบาทสมเด็จพระ…, พระบรมราชานุสรณ์พระบาทสมเด็จพระ…."""
        return honour().search(self.text, max(0, person.start - 36), person.start) is not None

    def limit(self, start: int) -> int:
        """Where a venue that begins at `start` ends at the latest."""
        after = bisect_right(self.boundaries, start)
        boundary = self.boundaries[after] if after < len(self.boundaries) else len(self.text)
        return min(boundary, line_end(self.text, start, _MAX_VENUE_LENGTH))

    def venue(self, start: int) -> NameEnd:
        """Where the venue that begins at `start` ends, and the row that ends it; `start` where there is none."""
        limit, end, rule, last, compound = self.limit(start), start, "", "", False
        for piece in PIECE.finditer(self.text, start, limit):
            begin, stop = piece.span()
            if begin < end:  # within an organization whose name has spaces
                continue
            if end > start and not self._joins(begin, stop, start, limit, last, compound=compound):
                rule = self._stop_rule(begin)
                break
            cut, rule = self._cut(begin, stop)
            end = self._piece_end(begin, cut, limit)
            last, compound = piece[0], compound or begin in self.known
            if cut < stop:
                break
        return NameEnd(self._without_rest(start, end), rule)

    def _joins(self, begin: int, stop: int, start: int, limit: int, last: str, *, compound: bool) -> bool:
        """Whether the piece from `begin` to `stop` belongs to the venue that begins at `start`."""
        if self._is_another(begin, start):
            return False
        # An organization behind a known compound is who acts there: ณ ทำเนียบรัฐบาล กระทรวงการคลังหารือ…
        if compound and begin in self.organizations:
            return False
        return self._goes_on(begin, stop, limit, last)

    def _piece_end(self, begin: int, cut: int, limit: int) -> int:
        """Where a piece ends, with the organization, the person or the explanation in brackets that it holds."""
        name = next((person for person in self.named if begin <= person < cut), None)
        brackets = _EXPLANATION.match(self.text, begin, limit)
        return max(
            cut,
            self.parts.get(begin, 0),
            self.named[name] if name else 0,
            brackets.end() if brackets else 0,
        )

    def _without_rest(self, start: int, end: int) -> int:
        """The end of a venue without what belongs to the words behind it, before a sign that was opened before it."""
        # the dot of "ร.12 พัน.3 รอ." is its own
        left = None if self.inside[end - 1] else left_behind().search(self.text, max(start, end - 10), end)
        end = left.start() if left else end
        closed = _CLOSING_SIGN.match(self.text, start, end)
        return closed.end() if closed else end

    def _stop_rule(self, begin: int) -> str:
        stop = self.stops.match(self.text, begin)
        return row("place_words", stop[0]) if stop else ""

    def _is_another(self, begin: int, start: int) -> bool:
        """Whether the head of the venue that begins at `start` stands again: สถานีพญาไท สถานีราชปรารภ are two."""
        first, again = (
            site_heads().match(self.text, start),
            self.heads.match(self.text, begin),
        )
        return first is not None and again is not None and first[0] == again[0] != _FLOOR

    def _goes_on(self, begin: int, stop: int, limit: int, last: str) -> bool:
        """Whether the piece behind a space still belongs to the venue whose piece before it was `last`."""
        text = self.text
        # "ณ รพ.สต.ร่มไทร , รพ.สต.บ้านสวน" are two, as are "คลองท่าดี ณ โรงเรียนบ้านดอน"
        if text[begin] == "," or text[begin:stop] == "ณ" or _LIST_ITEM.fullmatch(text, begin, stop):
            return False
        if self._is_known_part(begin, limit):
            return True
        if self.stops.match(text, begin):
            return False
        if wheres().get(last, "organization") != "organization" or last.endswith(words("unfinished")):
            return True  # a bare head has its name behind the space: โรงแรม เดอะ …, อาคาร 150 ปี, ฉลองสิริราชสมบัติครบ 60 ปี
        if measure().match(text, begin):
            return False
        return _ON_BEHIND_SPACE.match(text, begin) is not None or self._is_last_name(begin, stop, limit)

    def _is_known_part(self, begin: int, limit: int) -> bool:
        """Whether an organization, a site, a person who gives a name, a head or a branch begins at `begin`."""
        if begin in self.parts or begin in self.named or self._is_part(begin):
            return True
        if branch_end(self.text, begin - 1):
            return True
        within = _WITHIN_BUILDING.match(self.text, begin, limit)
        return within is not None and self._is_part(within.end())

    def _is_last_name(self, begin: int, stop: int, limit: int) -> bool:
        """Whether an unknown piece is the name of the venue, since it is the last or a known part follows.

        ห้องประชุมประสงค์ รณะนันท์ ชั้น 5; and up to three pieces before an area.
        """
        rest = self.text[begin:limit].split()
        if stop - begin > MAX_LAST_PIECE or ")" in rest[0] or limit == begin + _MAX_VENUE_LENGTH:
            return False
        if len(rest) == 1 or stop + 1 in self.known or self._is_part(stop + 1):
            return True
        short = len(rest) <= 3 and sum(map(len, rest)) <= 2 * MAX_LAST_PIECE
        return short and limit in self.areas and not any(map(self.stops.match, rest))

    def _is_part(self, begin: int) -> bool:
        if self.on.match(self.text, begin):
            return True
        head = self.heads.match(self.text, begin)
        return head is not None and kinds()[head[0]] == "venue"

    def _cut(self, begin: int, stop: int) -> NameEnd:
        """Where what no longer belongs to the venue begins within a piece, and the row that says so."""
        rule = ""
        known_end = self.parts[begin] if begin in self.known else stop
        if known_end in self.breaks and not self.on.match(self.text, known_end):
            stop = min(stop, known_end)  # ทำเนียบรัฐบาล|ภายใน…, but ตึกสันติไมตรีหลังใน
        # ทางเชื่อมตึกไทยคู่ฟ้าและตึกสันติไมตรี leads from one to the other
        between = self.text.startswith(words("between_sites"), begin)
        for cut in (self.cuts,) if between else (self.cuts, second_venue()):
            for match in cut.finditer(self.text, begin + 1, stop):
                if match.start() in self.breaks and not self.inside[match.start()]:
                    stop = match.start()
                    rule = row("place_words", match[0]) if cut is self.cuts else "pattern:second_venue"
                    break
        return NameEnd(stop, rule)

    def address_follows(self, end: int) -> bool:
        """Whether an area or a road stands directly after `end`: วัดโพธิ์ชัย ตำบลในเมือง."""
        after = SPACES.match(self.text, end).end()  # type: ignore[union-attr]  # matches always
        return after > end and (after in self.areas or road().match(self.text, after) is not None)

    def is_addressed(self, start: int, end: int) -> bool:
        """Whether an organization's address follows it, which makes it a place; not where it does something (กรมป่าไม้อนุญาตใน…)."""
        organization_end = self.parts.get(start, end)
        return not is_thai_letter(self.text, organization_end) and self.address_follows(end)

    def stands_alone(self, end: int) -> bool:
        """Whether nothing after an organization says what it does: ที่กระทรวงการคลังได้เปิดให้… is no venue."""
        after = SPACES.match(self.text, end).end()  # type: ignore[union-attr]
        return self.text[after : after + 1] in ("", "\n") or (after > end and after in self.boundary_set)
