"""Offices where they stand: prefixes, the office word, and the body or area it is held in."""

from __future__ import annotations

from functools import cache

import regex

from thai_newsie.lexicon import Matcher, table
from thai_newsie.reading import Entity, Reading, RoleMention, Span

_GAP = regex.compile(r" {0,2}")
_RUN = regex.compile(r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]++")
# The area of a governor, a district chief, a member of parliament.
_AREA = regex.compile(
    r" ?(?:(?:จังหวัด|จ\. ?|อำเภอ|อ\. ?|ตำบล|ต\. ?|เขต|เมือง) ?[ก-ฮเแโใไ][\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]++|กรุงเทพมหานคร|กทม\.?|กรุงเทพฯ)"
)
# What narrows an office and belongs to its phrase: "ฝ่ายการเมือง", "ด้านยุทธศาสตร์", "ประจำประเทศไทย"
_TAIL = regex.compile(
    r" ?(?:ฝ่าย|ด้าน|สายงาน|กลุ่ม|คนที่|ประจำ)[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]{2,40}+"
)


@cache
def _words() -> tuple[Matcher, regex.Pattern[str], dict[str, bool]]:
    positions = {row["position"]: row["takes_body"] == "1" for row in table("positions")}
    prefixes = [row["prefix"] for row in table("position_prefixes")]

    def either(words: list[str]) -> str:
        return "|".join(map(regex.escape, sorted(words, key=len, reverse=True)))

    phrase = regex.compile(
        rf"(?P<prefixes>(?:(?:{either(prefixes)}) ?)*+)(?P<position>{either(list(positions))})"
    )
    return Matcher(dict.fromkeys((*positions, *prefixes), "")), phrase, positions


def find_offices(reading: Reading) -> list[RoleMention]:
    """Every office in the text, in order, none inside another or inside the name of a body or person."""
    matcher, phrase, positions = _words()
    text = reading.text
    bodies = {entity.start: entity for entity in reading.entities if entity.label == "ORGANIZATION"}
    taken = {position for entity in reading.entities for position in range(entity.start, entity.end)}
    found: list[RoleMention] = []
    done = 0
    for start, _, _ in matcher.find(text):
        if start < done or start in taken or not reading.may_begin(start):
            continue
        match = phrase.match(text, start)
        if not match:
            continue
        takes_body = positions[match["position"]]
        role = _with_body(reading, start, match.end(), bodies, takes_body=takes_body)
        if role:
            found.append(role)
            done = role.end
    return found


def _with_body(
    reading: Reading, start: int, end: int, bodies: dict[int, Entity], *, takes_body: bool
) -> RoleMention | None:
    text = reading.text
    if text[end : end + 1] == "ฯ":
        return RoleMention(start, end + 1, position=Span(start, end))
    if body := _body_at(text, end, bodies):
        return RoleMention(
            start, body.end, position=Span(start, end), organization=Span(body.start, body.end)
        )
    if takes_body and (area := _AREA.match(text, end)):
        return RoleMention(
            start,
            area.end(),
            position=Span(start, end),
            organization=Span(area.start() + (area[0][0] == " "), area.end()),
        )
    if takes_body:
        # "รองผู้ว่าการพัฒนาโรงไฟฟ้าและพลังงานหมุนเวียน การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย": the office goes on
        run = _RUN.match(text, end)
        position_end = run.end() if run else end
        inner = next((bodies[p] for p in range(end, position_end) if p in bodies), None)
        if inner:
            return RoleMention(
                start, inner.end, position=Span(start, inner.start), organization=Span(inner.start, inner.end)
            )
        if run and (body := _body_at(text, position_end, bodies)):
            return RoleMention(
                start, body.end, position=Span(start, position_end), organization=Span(body.start, body.end)
            )
        return RoleMention(start, end, position=Span(start, end))
    tail = _TAIL.match(text, end)
    return RoleMention(start, tail.end() if tail else end, position=Span(start, tail.end() if tail else end))


def _body_at(text: str, end: int, bodies: dict[int, Entity]) -> Entity | None:
    """The body that follows an office, with or without spaces between."""
    gap = _GAP.match(text, end)
    return bodies.get(gap.end()) if gap else None
