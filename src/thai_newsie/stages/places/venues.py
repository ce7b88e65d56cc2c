"""Venues and places named by a head word: after ณ, ที่ and บริเวณ, and heads that name a place wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon.areas import districts, provinces
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.shared_scan import matches, shared
from thai_newsie.stages.places.place_words import is_common, is_of_office, opening
from thai_newsie.stages.places.venue_evidence import (
    LAST,
    MEASURE,
    PIECE,
    SPACES,
    Ground,
    heads,
    kinds,
    wheres,
)

_LONGEST_NAME = 30  # characters that the name after a head word may have where no ณ tells of a place
_LEVEL_BEFORE = regex.compile(r"(?:จังหวัด|อำเภอ|ตำบล|แขวง|เขต|[จอต]\.) ?$")  # its name has a head: จังหวัดนครพนม
# A kind of place: every one of them, any one, the one that is fit
_PLURAL = regex.compile(
    r"ทุก(?:แห่ง|จังหวัด|อำเภอ|สาขา|พื้นที่)|ทั่วประเทศ|ทั่วโลก|ต่าง *ๆ|ต่าง$|นั้น ?ๆ"
    r"|(?:แห่ง|สาขา|จังหวัด)?ใด(?:ก็ได้)?$|ใกล้บ้าน|กำหนด$|ที่เหมาะสม$|เอกชน(?: \(|$)"
    r"|^ด่านชุมชน|^(?:ตลาด|ท่าอากาศยาน)(?:ไทย|(?:สหภาพ)?ยุโรป|อาเซียน|โลก)(?:$| )"
    r"|^(?:ห้องปฏิบัติการ|สถานีขนส่งผู้โดยสาร)$"
)
# ณ อู่รถ ขสมก. ทั้ง 8 เขต, ณ สาขาของธนาคาร จำนวน 21 แห่ง: so are many
_NO_ROOM = regex.compile(r"ชั้น(?:ที่)? ?\d{1,2}")  # "รถโดยสารปรับอากาศ ชั้น 1"
_COUNTED = regex.compile(r"\d[\d,]{0,6}+ {0,2}(?:แห่ง|หลัง)")  # "วัด 1 แห่ง ถนน 2 แห่ง"
_MANY = regex.compile(r"\.? {0,2}(?:ทั้ง|จำนวน|รวม)(?:สิ้น)? ?\d+ ?(?:แห่ง|สาขา|จุด|เขต|จังหวัด|อำเภอ)")
# ณ จังหวัดที่ปฏิบัติราชการ: a level's word with no name after it
_NO_AREA = regex.compile(r"(?:จังหวัด|อำเภอ|ตำบล|เขต|พื้นที่)(?:ที่|ของ|ทุก|ต่าง|ใด|ใน|เกิดเหตุ|ปฏิบัติ)")
_AT = regex.compile(r"(?<![ก-ฺเ-์])ณ(?P<space> {0,2})(?:บริเวณ ?)?")
_VISITED = "เยี่ยม"
# Twice as quick without the verb of visiting, which most texts lack.
_NEAR, _NEAR_OR_VISITED = (
    regex.compile(rf"(?P<word>ที่|บริเวณ|ไปยัง{visited}) {{0,2}}(?:บริเวณ ?)?")
    for visited in ("", rf"|(?:ตรวจ)?{_VISITED}(?:ชม)?")
)


def find_venues(document: Document, areas: list[Entity], entities: Sequence[Entity]) -> Iterator[Entity]:
    """The venues of the text and the places told by a head word.

    `areas` are the areas and names of places already found, `entities` the persons and organizations.
    """
    ground, text = Ground(document, areas, entities), document.text
    taken = {area.start for area in areas if area.kind != "venue"}
    taken |= {date.start for date in document.dates}  # "ข้อมูล ณ กรกฎาคม 2568"
    for match in _AT.finditer(text):
        start = match.end()
        if (
            start in taken
            or ground.inside[start]
            or opening("time").match(text, start)
            or _NO_AREA.match(text, start)
            or MEASURE.match(text, start)
        ):
            continue
        if match["space"] or heads().match(text, start):  # else a name: ณรงค์, ณัฐพล
            yield from _place(ground, start, certain=True)
    for match in (_NEAR_OR_VISITED if _VISITED in text else _NEAR).finditer(text):
        start = match.end()
        if start in taken or match.start() not in document.breaks:
            continue
        if start in ground.organizations or heads("organization").match(text, start):
            alone = match["word"] == "ที่" and text[match.start() - 1 : match.start()] in " \n)"
            end = ground.venue(start)
            if (alone and ground.stands_alone(end)) or ground.is_addressed(start, end):
                yield from _place(ground, start)
        elif _VISITED in match["word"]:
            continue  # who or what is visited may be anything
        elif start in ground.parts or heads("free", "site", "after").match(text, start):
            yield from _place(ground, start)
        elif match["word"] == "บริเวณ" and not opening("generic").match(text, start):
            # a name without a head, but with an address: บริเวณมาบตาพุด จังหวัดระยอง
            piece = PIECE.match(text, start)
            if piece and len(piece[0]) <= LAST and ground.address_follows(piece.end()):
                yield Entity(start, piece.end(), "LOCATION", "other", "pattern")
    for start in ground.known:
        yield from _room_of(ground, start)
    done = 0
    for start, named, where in matches(document, _free_heads()):
        if where == "free" and text[named : named + 1] == " " and not text[named + 1 : named + 2].isdigit():
            continue
        known = start in taken or start in ground.known or ground.inside[start]
        if known or start < done or start not in document.breaks:
            continue
        if is_of_office(text, start) or _LEVEL_BEFORE.search(text, max(0, start - 8), start):
            continue
        for place in _place(ground, start):
            if text[start : place.end] in provinces():  # นครพนม, not a city named พนม
                place.kind = "province"
            name = text[named : place.end].strip()
            known_name = where == "site" and (name in districts() or name in provinces())
            told = where == "free" or known_name or ground.address_follows(place.end)
            if told and len(name) <= _LONGEST_NAME:
                done = place.end
                yield place


def _room_of(ground: Ground, start: int) -> Iterator[Entity]:
    """A known building with the known compound that it stands in: ตึกสันติไมตรี ทำเนียบรัฐบาล."""
    end = ground.parts[start]
    head = heads("after").match(ground.text, start)
    compound = end + 1 if ground.text[end : end + 1] == " " else end
    if head and compound in ground.known and not ground.text.startswith(head[0], compound):
        yield Entity(start, ground.parts[compound], "LOCATION", "venue", "lexicon")


def _place(ground: Ground, start: int, certain: bool = False) -> Iterator[Entity]:
    """The place that begins at `start`, unless what stands there is a common noun.

    After ณ a place is certain, and only a name that is nothing but a common noun is none (ณ ห้องทำงาน).
    """
    end = ground.venue(start)
    head = heads().match(ground.text, start)
    if head and start in ground.parts:
        # A kind of office is no venue, as it is no organization: ณ สำนักงานขนส่ง
        generic = opening("generic").match(ground.text, head.end())
        if generic and generic.end() >= ground.parts[start] and head[0] not in ("กระทรวง", "กรม"):
            return
    elif head:
        name = SPACES.match(ground.text, head.end()).end()  # type: ignore[union-attr]
        if name >= end or ground.text[name] in '”"’)' or _COUNTED.match(ground.text, name):
            return
        generic = opening("generic").match(ground.text, name)
        if generic and is_common(ground.document, name) and (not certain or generic.end() >= end):
            return
    abbreviation = end - start < 7 and ground.text[end : end + 1] == "."
    many = (
        _NO_ROOM.fullmatch(ground.text, start, end)
        or _PLURAL.search(ground.text[start:end])
        or _MANY.match(ground.text, end)
    )
    if end > start + 2 and not abbreviation and not many:
        yield Entity(start, end, "LOCATION", kinds()[head[0]] if head else "venue", "pattern")


@shared
def _free_heads() -> Matcher[str]:
    return Matcher({head: where for head, where in wheres().items() if where in ("free", "site", "locality")})
