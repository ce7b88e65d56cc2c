"""Where a venue ends: rooms, buildings and compounds in one chain, and what no longer belongs to it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

import regex

from thai_newsie.document import Document, Entity, Span
from thai_newsie.lexicon import compiled, table
from thai_newsie.lexicon.areas import districts, provinces
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.places.place_words import follows, opening
from thai_newsie.text.characters import is_thai_letter, line_end

_LONGEST = 160  # characters a venue may have
LAST = 20  # characters an unknown last piece of one may have
_NICKNAME = regex.compile(r"[“\"'‘][^“”\"'‘’\n]{2,20}[”\"'’] ?$")
_HONOUR = regex.compile(r"(?:นุสรณ์|อนุสาวรีย์|(?:อุทยาน|สวน|ลาน|อาคาร|ศูนย์)[ก-์]{0,12}เฉลิมพระเกียรติ|พระบรมรูป) ?$")
_WITHIN = regex.compile(r"(?:ภาย)?ใน ?")  # ห้องพินิตประชานาถ ในศาลาว่าการกลาโหม
_UNFINISHED = ("ครบ", "ดิ", "เดอะ", "แอนด์", "บาย")
_BRACKETS = regex.compile(r"\((?!เว็บ|https?:|โทร)[^()\n]*+\)")
_CLOSED = regex.compile(rf"[^“”\"()\n]{{0,{_LONGEST}}}+(?=(?<=\S)[”\")])")
_ROAD = regex.compile(r"(?:ถนน|ถ\.|ซอย|ซ\.|หมู่ที่|ม\.)(?=[ก-ไ \d])")
PIECE = regex.compile(r"[^ \n]++")
# What goes on with a venue after a space: a number, a name in Latin letters or in quotes, an explanation.
_GOES_ON = regex.compile(
    r"\((?!\d{1,2}\))(?=[^()\n]{1,60}\))|[“\"'‘]|\d{1,4}[A-Z]?(?:[/-]\d{1,4}){0,5}+(?=[ \n]|$)|[–-] ?\d|[A-Za-z&]"
)
# What a date or an item's number leaves behind at the end of a venue: … อาคาร 9 ใน(วันที่ 5), … วัดอรุณ (2)
_LEFT_BEHIND = regex.compile(r"(?:[ ,.\-–:(#]|ในพื้นที่|ใน|เมื่อ|ช่วง|สาย|ได้|(?<!พื้น|สถาน)ที่| \d{1,2}\)){1,10}+$")
_ITEM = regex.compile(r"\d{1,2}[.)]")  # the number of the next item of a list
SPACES = regex.compile(r" *+")
MEASURE = regex.compile(
    r"[\d,.]{1,20}+ {0,3}(?:คน|ราย|แห่ง|จังหวัด|ประเทศ|บาท|ล้าน|พัน|หมื่น|แสน|วัน|ปี|น\.|รูป|ครั้ง|โครงการ|ไร่|ตัน|เดือน|ชั่วโมง|นาที|มกราคม|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)"
)
# The next, larger part of an address ends a venue.
_LARGER = re.compile(r" (?=(?:กรุง|นคร|เมือง|ถนน|ถ\.|ซอย|ซ\.|บ้าน|ตำบล|แขวง|อำเภอ|ทางหลวง)[ก-ไ \d])")


class Ground:
    """What is already found in the text, as far as it tells where a venue ends."""

    def __init__(self, document: Document, areas: list[Entity], entities: Sequence[Entity]) -> None:
        """From the areas and names of places already found, and the persons and organizations `entities`."""
        self.document, self.text, self.breaks = document, document.text, document.breaks
        organizations = [e for e in entities if e.label == "ORGANIZATION"]
        known = [a for a in areas if a.kind == "venue"]
        self.parts = {e.start: e.end for e in (*organizations, *known)}  # what a venue may be made of
        self.organizations, self.known = {e.start for e in organizations}, {a.start for a in known}
        persons = [e for e in entities if e.label == "PERSON"]
        self.inside = document.where(Span(e.start + 1, e.end) for e in (*organizations, *persons))
        # An area that is written together with what stands before it is part of the name: ศาลากลางจังหวัดตรัง,
        # and so is one that tells a branch: เซ็นทรัล ระยอง
        self.areas = {
            a.start: a
            for a in areas
            if a.kind != "venue"
            and self.text[a.start - 1 : a.start] in ' \n(“"'
            and not branch_end(self.text, a.start - 1)
        }
        # and so is one who gave it to a room, or whom a place honours: ห้องพระวิษณุ
        self.named = {e.start: e.end for e in persons if self._names_a_room(e) or self._is_honoured(e)}
        marks = {e.start for e in persons} - self.named.keys()
        # "ที่กองทัพบก “บิ๊กเอก” พล.อ.เอก ใจดี": a nickname is the person's
        marks |= {
            nickname.start()
            for e in persons
            if (nickname := _NICKNAME.search(self.text, max(0, e.start - 30), e.start))
        }
        marks |= {d.start for d in document.dates} | {t.start for t in document.times} | self.areas.keys()
        within = document.where(known)
        larger = (space.end() for space in _LARGER.finditer(self.text))
        marks |= {start for start in larger if not within[start]}
        self.mark_set, self.marks = marks, sorted(marks)

    def _names_a_room(self, person: Entity) -> bool:
        """ห้องพระวิษณุ; with a space only where the chain goes on after it: ห้องประชุม ศ.นิคม จันทรวิทุร ชั้น 5."""
        start, end = person.start, person.end
        joined = self.text[start - 1 : start] != " "
        headed = self.text.endswith(tuple(kinds()), 0, start - (not joined))
        return headed and (joined or self._is_part(end + 1))

    def _is_honoured(self, person: Entity) -> bool:
        """อุทยานเฉลิมพระเกียรติพระบาทสมเด็จพระ…, พระบรมราชานุสรณ์พระบาทสมเด็จพระ…."""
        return _HONOUR.search(self.text, max(0, person.start - 36), person.start) is not None

    def limit(self, start: int) -> int:
        """Where a venue that begins at `start` ends at the latest."""
        after = bisect_right(self.marks, start)
        mark = self.marks[after] if after < len(self.marks) else len(self.text)
        return min(mark, line_end(self.text, start, _LONGEST))

    def venue(self, start: int) -> int:
        """Where the venue that begins at `start` ends; `start` where there is none."""
        limit, end, last, compound = self.limit(start), start, "", False
        for piece in PIECE.finditer(self.text, start, limit):
            begin, stop = piece.span()
            if begin < end:  # within an organization whose name has spaces
                continue
            if end > start and self._is_another(begin, start):
                break
            # An organization after a known compound is who acts there: ณ ทำเนียบรัฐบาล กระทรวงการคลังหารือ…
            if end > start and (
                (compound and begin in self.organizations) or not self._goes_on(begin, stop, limit, last)
            ):
                break
            cut = self._cut(begin, stop)
            name = next((person for person in self.named if begin <= person < cut), None)
            brackets = _BRACKETS.match(self.text, begin, limit)
            end = max(
                cut,
                self.parts.get(begin, 0),
                self.named[name] if name else 0,
                brackets.end() if brackets else 0,
            )
            last, compound = piece[0], compound or begin in self.known
            if cut < stop:
                break
        # the dot of "ร.12 พัน.3 รอ." is its own
        left = None if self.inside[end - 1] else _LEFT_BEHIND.search(self.text, max(start, end - 10), end)
        end = left.start() if left else end
        closed = _CLOSED.match(self.text, start, end)  # by a sign that was opened before the venue
        return closed.end() if closed else end

    def _is_another(self, begin: int, start: int) -> bool:
        """Whether the head of the venue that begins at `start` stands again: สถานีพญาไท สถานีราชปรารภ are two."""
        first, again = heads("after", "site", "free").match(self.text, start), heads().match(self.text, begin)
        return first is not None and again is not None and first[0] == again[0] != "ชั้น"

    def _goes_on(self, begin: int, stop: int, limit: int, last: str) -> bool:
        """Whether the piece after a space still belongs to the venue whose piece before it was `last`."""
        text = self.text
        # "ณ รพ.สต.ร่มไทร , รพ.สต.บ้านสวน" are two, as are "คลองท่าดี ณ โรงเรียนบ้านดอน"
        if text[begin] == "," or text[begin:stop] == "ณ" or _ITEM.fullmatch(text, begin, stop):
            return False
        if begin in self.parts or begin in self.named or self._is_part(begin) or branch_end(text, begin - 1):
            return True
        if (within := _WITHIN.match(text, begin, limit)) and self._is_part(within.end()):
            return True
        if opening("stop").match(text, begin):
            return False
        if wheres().get(last, "organization") != "organization" or last.endswith(_UNFINISHED):
            return True  # a bare head has its name after the space: โรงแรม เดอะ …, อาคาร 150 ปี, ฉลองสิริราชสมบัติครบ 60 ปี
        if MEASURE.match(text, begin):
            return False
        if _GOES_ON.match(text, begin):
            return True
        rest = text[begin:limit].split()
        if stop - begin > LAST or ")" in rest[0] or limit == begin + _LONGEST:
            return False
        if len(rest) == 1 or stop + 1 in self.known or self._is_part(stop + 1):
            return (
                True  # one unknown piece, before the end or before what goes on: ห้องประชุมประสงค์ รณะนันท์ ชั้น 5
            )
        short = len(rest) <= 3 and sum(map(len, rest)) <= 2 * LAST
        return short and limit in self.areas and not any(opening("stop").match(piece) for piece in rest)

    def _is_part(self, begin: int) -> bool:
        head = heads().match(self.text, begin)
        return opening("on").match(self.text, begin) is not None or bool(head and kinds()[head[0]] == "venue")

    def _cut(self, begin: int, stop: int) -> int:
        """Where what no longer belongs to the venue begins within a piece."""
        known_end = self.parts[begin] if begin in self.known else stop
        if known_end in self.breaks and not opening("on").match(self.text, known_end):
            stop = min(stop, known_end)  # ทำเนียบรัฐบาล|ภายใน…, but ตึกสันติไมตรีหลังใน
        # ทางเชื่อมตึกไทยคู่ฟ้าและตึกสันติไมตรี leads from one to the other
        between = self.text.startswith(("ทางเชื่อม", "ระหว่าง"), begin)
        for pattern in (opening("cut"),) if between else (opening("cut"), _joined()):
            for match in pattern.finditer(self.text, begin + 1, stop):
                if match.start() in self.breaks and not self.inside[match.start()]:
                    stop = match.start()
                    break
        return stop

    def address_follows(self, end: int) -> bool:
        """Whether an area or a road stands directly after `end`: วัดโพธิ์ชัย ตำบลในเมือง."""
        after = SPACES.match(self.text, end).end()  # type: ignore[union-attr]  # matches always
        return after > end and (after in self.areas or _ROAD.match(self.text, after) is not None)

    def is_addressed(self, start: int, end: int) -> bool:
        """Whether an organization's address follows it, which makes it a place; not where it does something (กรมป่าไม้อนุญาตใน…)."""
        organization_end = self.parts.get(start, end)
        return not is_thai_letter(self.text, organization_end) and self.address_follows(end)

    def stands_alone(self, end: int) -> bool:
        """Whether nothing after an organization says what it does: ที่กระทรวงการคลังได้เปิดให้… is no venue."""
        after = SPACES.match(self.text, end).end()  # type: ignore[union-attr]
        return self.text[after : after + 1] in ("", "\n") or (after > end and after in self.mark_set)


_BRANCH = regex.compile(r" (?:พระราม(?:ที่)? ?\d|(?P<area>[ก-ฮเ-ไ][ก-์]{2,14}+))")


def branch_end(text: str, end: int) -> int:
    """Where the branch told after a name that ends at `end` ends; 0 for none.

    >>> branch_end("ศูนย์การค้าเซ็นทรัล ระยอง เปิด", 19), branch_end("โรงแรมเพชรรัชต์ ระยอง", 15)
    (25, 0)
    """
    branch = _BRANCH.match(text, end) if end > 0 and follows(text, end, "branch") else None
    area = branch and branch["area"]
    return branch.end() if branch and (not area or area in provinces() or area in districts()) else 0


@compiled
def kinds() -> Mapping[str, str]:
    """The kind of the place that each head names."""
    return {row["word"]: row["type"] for row in table("venue_heads")}


@compiled
def wheres() -> Mapping[str, str]:
    """Where each head names a place: the column `where` of the table."""
    return {row["word"]: row["where"] for row in table("venue_heads")}


@compiled
def heads(*where: str) -> re.Pattern[str]:
    """A head that names a place there, or wherever, where it is matched."""
    some = any_of(head for head, at in wheres().items() if not where or at in where)
    return re.compile(some + "(?![ะ-ฺ็-๎])")  # หาด is not in หาดู


@compiled
def _joined() -> re.Pattern[str]:
    """Where a second place is written together with the first: วัดโพธิ์และโรงเรียนบ้านดอน.

    One that has a name of its own: สโมสรและหอประชุม กระทรวงคมนาคม is one building.
    """
    return re.compile(f"(?:และ|หรือ|กับ)(?:สถานที่|{any_of(wheres())}(?=[ก-ฮเ-ไ0-9]))")
