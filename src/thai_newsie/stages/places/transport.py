"""Roads, junctions, bridges, stations and ports: a head word of data/places/transport_places.tsv and a short name after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.areas import districts
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.shared_scan import matches, shared
from thai_newsie.stages.places.place_words import is_common, is_thai, opening
from thai_newsie.stages.places.venue_evidence import branch_end

_LONGEST = 18  # characters of a name; what is longer is no name but what is said of the road
_NAME = regex.compile(r"(?!บ้าน(?![ก-์]))[ก-ฮเ-ไ][ก-ฺเ-์]{1,60}+|[A-Z][A-Za-z]++(?: [A-Z][A-Za-z]++)*+")
# พระราม 2, สุขุมวิท 77/1, พระรามที่ 4, ห้วยขวาง (BL18)
_NUMBER = regex.compile(r"(?:ที่)? ?\d{1,3}(?:/\d{1,2})?+(?![\d.,:]| ?(?:สาย|แห่ง|ช่อง|เส้น|กม|กิโล|เมตร|[%-]))")
_WITH_NUMBER = ("ถนน", "ซอย", "ย่าน", "ด่านเก็บค่าผ่านทาง", "ด่านเก็บค่าผ่านทางพิเศษ")
_SIGN = regex.compile(r" ?\([A-Z]{1,3} ?\d{1,2}\)")
_ROAD_NUMBER = regex.compile(  # ถนนมิตรภาพ (ทล.2)
    r" ?\((?:ทล\.|ทางหลวง(?:แผ่นดิน|ชนบท|พิเศษ(?:ระหว่างเมือง)?)? ?หมายเลข) ?\d[^()\n]{0,30}\)"
)
# สถานีกรุงเทพ (หัวลำโพง), สถานีขนส่งผู้โดยสารกรุงเทพ (จตุจักร, เอกมัย, สายใต้): by the name of a place
_BY_NAME = regex.compile(r" ?\((?P<name>[ก-ฮเ-ไ][ก-์]{2,20}+)(?:\d|[ ,][ก-์ ,]{2,30}+)?\)")
_PAIR = regex.compile(r" ?[-–] ?[ก-ฮเ-ไ][ก-ฺเ-์]{3,17}+")  # ถนนรังสิต-นครนายก
# ทางพิเศษสายพระราม 3 - ดาวคะนอง - วงแหวนรอบนอก…
_LINE_OF_SEVERAL = regex.compile(r"(?: \d{1,2})?+(?: ?[-–] ?(?P<to>[ก-ฮเ-ไ][ก-ฺเ-์]{3,60}+))*+")
_ROADS = regex.compile(r"จราจร|ทางหลวง|ถนน|สะพานข้าม")
# A stretch of a line from one place to another: สายสีแดง ช่วงบางซื่อ – รังสิต และช่วงบางซื่อ - ตลิ่งชัน
_STRETCH = regex.compile(r"ช่วง ?(?=[ก-ฮเ-ไ][ก-ฺเ-์]{2,17}+ ?[-–] ?[ก-ฮเ-ไ])")
_END = regex.compile(r"[ก-ฮเ-ไ][ก-ฺเ-์]{2,60}+")
_DASH = regex.compile(r" ?[-–] ?")
_ALSO = regex.compile(r" ?และ ?(?!ช่วง)(?=[ก-ฮเ-ไ][ก-ฺเ-์]{2,17}+ ?[-–] ?[ก-ฮเ-ไ])")
_LINE = regex.compile(r"รถไฟ|ทางหลวง|ทางพิเศษ|มอเตอร์เวย์|ทางด่วน|ทางยกระดับ")


def find_ways(document: Document) -> Iterator[Entity]:
    """The roads, junctions, bridges, stations and ports, named wherever they stand."""
    text = document.text
    tells_of_roads = cache(lambda: _ROADS.search(text) is not None)
    for start, named, value in matches(document, _heads()):
        kind, flags = value.split(" ")
        if start not in document.breaks and is_thai(text[start - 1 : start] or " "):
            continue
        if "needs_context" in values(flags) and not (
            _told().search(text, max(0, start - 12), start) and tells_of_roads()
        ):
            continue
        end = _named(document, named, text[start:named])
        if end:
            yield Entity(start, end, "LOCATION", kind, "pattern")


def _named(document: Document, start: int, head: str) -> int:
    """Where the name that begins at `start`, after `head`, ends; 0 for none."""
    text = document.text
    name = _NAME.match(text, start)
    if not name or _is_common(document, start, head):
        return 0
    end = before_link(document, start, name.end())
    if end - start < 3 or (end - start > _LONGEST and not _SIGN.match(text, end)):
        return 0
    if branch := branch_end(text, end):
        return branch
    if head.startswith("ทางพิเศษ") and (line := _LINE_OF_SEVERAL.match(text, end)):
        return before_link(document, line.start("to"), line.end()) if line["to"] else line.end()
    pair = _PAIR.match(text, end) if head == "ถนน" else None
    # สถานีดอนเมือง 4 เครื่อง: only roads have a number after a space, and the kings' bridges and ports
    numbered = head in _WITH_NUMBER or text[start:end] == "พระราม" or text[end : end + 1] != " "
    tail = pair or (_NUMBER.match(text, end) if numbered else None)
    end = tail.end() if tail else end
    sign = (_ROAD_NUMBER if head.startswith("ถนน") else _SIGN).match(text, end)
    if not sign and head.startswith("สถานี"):
        by_name = _BY_NAME.match(text, end)
        sign = (
            by_name if by_name and (by_name["name"] in districts() or by_name["name"] in _venues()) else None
        )
    return sign.end() if sign else end


def _is_common(document: Document, start: int, head: str) -> bool:
    """Whether the word at `start` makes a common noun of the head before it."""
    return bool(_common(head).match(document.text, start)) or any(
        is_common(document, start, use) for use in ("generic", "link")
    )


def before_link(document: Document, start: int, end: int) -> int:
    """Where what is written together with a name that begins at `start` begins, or the `end` of both.

    >>> from thai_newsie.document import Document
    >>> before_link(Document.from_text("ถนนมิตรไมตรีและซอยข้างเคียง"), 3, 27)
    12
    """
    if document.text[start:end] in districts():  # อรัญประเทศ
        return end
    for match in opening("link").finditer(document.text, start + 2, end):
        if match.start() in document.breaks:
            return match.start()
    return end


def find_stretches(document: Document) -> Iterator[Entity]:
    """The places between which a stretch of a railway or a road lies: ช่วงบางซื่อ - รังสิต."""
    text = document.text
    stretches = list(_STRETCH.finditer(text))
    if not stretches or not _LINE.search(text):
        return
    dated = document.where(document.dates)
    for match in stretches:
        start = match.end()
        if dated[start] or opening("time").match(text, start):
            continue
        while name := _END.match(text, start):
            end = before_link(document, start, name.end())
            if not 3 <= end - start <= _LONGEST:
                break
            yield Entity(start, end, "LOCATION", "other", "pattern")
            onward = _DASH.match(text, end) or _ALSO.match(text, end)
            if not onward:
                break
            start = onward.end()


@compiled
def _venues() -> frozenset[str]:
    """The sites of data/places/places.tsv by any of their names."""
    rows = (row for row in table("places") if row["type"] == "venue")
    return frozenset(form for row in rows for form in (row["word"], *values(row["forms"])))


@shared
def _heads() -> Matcher[str]:
    return Matcher({row["word"]: f"{row['type']} {row['flags']}" for row in table("transport_places")})


@compiled
def _nots() -> Mapping[str, tuple[str, ...]]:
    return {row["word"]: values(row["not"]) for row in table("transport_places")}


@compiled
def _common(head: str) -> regex.Pattern[str]:
    """What makes a common noun of the head: คอนกรีต of ถนน."""
    return regex.compile(r"\L<words>", words=list(_nots()[head]))


@compiled
def _told() -> regex.Pattern[str]:
    return regex.compile(r"(?:บริเวณ|ที่|ถึง|จาก|ช่วง|ข้าม|จุดกลับรถ|และ|กับ|[(\-–] ?| )$")
