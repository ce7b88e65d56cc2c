"""Venues: room, building and compound as one chain, after ณ and ที่ or by a head word of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

import regex

from thai_newsie.lexicon import table
from thai_newsie.pipes.entities.place_words import opening
from thai_newsie.reading import Entity, Reading

_LONGEST = 160  # characters a venue may have
_CHUNK = regex.compile(r"[^ \n]++")
_AT = regex.compile(r"(?<![ก-ฺเ-๎])ณ {0,2}(?:บริเวณ *)?")
_NEAR = regex.compile(r"(?:(?<![ก-ฺเ-๎])|(?<=จัด|ขึ้น|ประชุม|พิธี))(?:ที่|บริเวณ|จาก|ไปยัง|ภายใน|ใน) {0,2}(?:บริเวณ *)?")
# What goes on with a venue after a space: floors, numbers, a name in Latin letters or in quotes, an explanation.
_ON = regex.compile(
    r"ชั้น|เลขที่|หมู่|โซน|ฝั่ง|หลัง|\((?=[^()\n]{1,60}\))|[“\"']|\d{1,4}(?:[/-]\d{1,4})?(?=[ \n]|$)|[A-Z]|รอบ|พระชนมพรรษา|พรรษา|จำกัด|เฉลิมพระเกียรติ|แกรนด์|คอนเวนชั่น|เดอะ|บอลรูม|รอยัล|พลาซ่า|เซ็นเตอร์"
)
_MEASURE = regex.compile(
    r"[\d,.]+ *(?:คน|ราย|แห่ง|จังหวัด|ประเทศ|บาท|ล้าน|พัน|หมื่น|แสน|วัน|ปี|น\.|รูป|ครั้ง|โครงการ|ไร่|ตัน|เดือน|ชั่วโมง)"
)
_CITY = regex.compile(r"(?<= )(?:กรุง|นคร|เมือง)(?=[ก-ไ])|(?<= )(?:ถนน|ถ\.|ซอย)")
_UNKNOWN = 25  # characters that an unknown last chunk may have


@cache
def _heads(where: str) -> tuple[regex.Pattern[str], dict[str, str]]:
    kinds = {row["head"]: row["kind"] for row in table("venue_heads") if where in ("", row["where"])}
    return regex.compile(r"\L<heads>", heads=list(kinds)), kinds


class _Ground:
    """What earlier finders saw, as far as it bears on where a venue ends."""

    def __init__(self, reading: Reading, areas: list[Entity]) -> None:
        self.text, self.breaks = reading.text, reading.breaks
        bodies = [e for e in reading.entities if e.label == "ORGANIZATION"]
        self.bodies = {e.start: e.end for e in bodies}  # and known venues: what a venue may be made of
        self.bodies |= {a.start: a.end for a in areas if a.kind == "venue"}
        self.inside = {i for e in bodies for i in range(e.start + 1, e.end)}
        marks = [e.start for e in reading.entities if e.label == "PERSON"]
        marks += [d.start for d in reading.dates] + [t.start for t in reading.times]
        # An area that is written together with what stands before it belongs to the name: ศาลากลางจังหวัดตรัง
        marks += [a.start for a in areas if a.kind != "venue" and self.text[a.start - 1 : a.start] in " \n("]
        # and the larger place that ends an address: ห้อง Grand Ballroom โรงแรม Grand Hyatt กรุงกัวลาลัมเปอร์
        marks += [m.start() for m in _CITY.finditer(self.text)]
        self.marks = sorted(marks)

    def limit(self, start: int) -> int:
        """Where a venue that begins at `start` ends at the latest."""
        n = bisect_right(self.marks, start)
        stop = self.marks[n] if n < len(self.marks) else len(self.text)
        line = self.text.find("\n", start)
        return min(stop, line if line >= 0 else len(self.text), start + _LONGEST)

    def venue(self, start: int) -> int:
        """Where the venue that begins at `start` ends; `start` where there is none."""
        limit, end, last = self.limit(start), start, ""
        for chunk in _CHUNK.finditer(self.text, start, limit):
            begin, stop = chunk.span()
            if begin < end:  # within a body whose name has spaces
                continue
            if end > start and not self._goes_on(begin, stop, limit, last):
                break
            cut = self._cut(begin, stop)
            end = max(cut, self.bodies.get(begin, 0)) if cut == stop or begin in self.bodies else cut
            last = chunk[0]
            if end < stop:
                break
        return start + len(self.text[start:end].rstrip(" ,.-–:("))

    def _goes_on(self, begin: int, stop: int, limit: int, last: str) -> bool:
        text = self.text
        if begin in self.bodies:
            return True
        if opening("stop").match(text, begin) or _MEASURE.match(text, begin):
            return False
        heads, _ = _heads("")
        if _ON.match(text, begin) or heads.match(text, begin) or last in _heads("")[1]:
            return True
        return stop - begin <= _UNKNOWN and not text[stop:limit].strip() and limit < begin + _LONGEST

    def _cut(self, begin: int, stop: int) -> int:
        """Where what no longer belongs to the venue begins inside a chunk."""
        for match in opening("stop").finditer(self.text, begin + 1, stop):
            at = match.start()
            if at in self.breaks and at not in self.inside and len(match[0]) > 2:
                return at
        return stop


def find_venues(reading: Reading, areas: list[Entity]) -> Iterator[Entity]:
    """Venues of the text; `areas` are the areas and names already found."""
    ground, text = _Ground(reading, areas), reading.text
    starts = {area.start for area in areas if area.kind != "venue"}
    anywhere, kinds = _heads("")
    done = 0
    for match in _AT.finditer(text):
        start = match.end()
        if start in starts or opening("time").match(text, start) or _MEASURE.match(text, start):
            continue
        yield from _entity(ground, start, anywhere, kinds)
    for match in _NEAR.finditer(text):
        start = match.end()
        if start in starts or not (anywhere.match(text, start) or start in ground.bodies):
            continue
        body = ground.bodies.get(start)
        # ที่กระทรวงการคลังได้เปิด…: what a body does, not where
        if body and (
            match[0].strip() != "ที่"
            or text[body : body + 1] not in " \n"
            or opening("stop").match(text, body + 1)
        ):
            continue
        yield from _entity(ground, start, anywhere, kinds)
    free, kinds = _heads("free")
    for match in free.finditer(text):
        start = match.start()
        if start >= done and start in reading.breaks and start not in ground.inside and start not in starts:
            for entity in _entity(ground, start, free, kinds):
                done = entity.end
                yield entity


def _entity(
    ground: _Ground, start: int, heads: regex.Pattern[str], kinds: dict[str, str]
) -> Iterator[Entity]:
    end = ground.venue(start)
    head = heads.match(ground.text, start)
    if end <= start + 2 or (head and head.end() >= end):
        return
    yield Entity(start, end, "LOCATION", kinds[head[0]] if head else "venue", "pattern")
