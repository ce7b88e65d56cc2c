"""Offices where they stand: prefixes, the office word, and the body or area it is held in."""

from __future__ import annotations

from functools import cache

import regex

from thai_newsie.areas import districts, provinces
from thai_newsie.lexicon import Matcher, table, values
from thai_newsie.pipes.entities.person_tables import either, name_stops
from thai_newsie.reading import Entity, Reading, RoleMention, Span
from thai_newsie.text import THAI_LETTER

_RUN = regex.compile(rf"{THAI_LETTER}++")
_GAP = regex.compile(r" {0,2}")
# What narrows an office and belongs to its phrase: "ฝ่ายการเมือง", "ด้านยุทธศาสตร์", "คนที่ 1"
_TAIL = regex.compile(rf" ?(?:(?:ฝ่าย|ด้าน|สายงาน|กลุ่มภารกิจ){THAI_LETTER}{{2,40}}+|คนที่ ?(?:\d|หนึ่ง|สอง|สาม))")
_COMMAND = regex.compile(r"(?:รอง ?|ผู้ช่วย ?)?ผ(?P<body>(?P<kind>บช|บก|กก)\.(?:[ก-ฮ]{1,4}\.){1,3})")
_OPEN_ENDED = regex.compile(r"(?:ของ|จาก|ด้าน)$")  # "ผู้แทนพิเศษของ" whom?
_TEMPLE = regex.compile(rf"วัด{THAI_LETTER}++")  # of an abbot
_AREA_WORD = regex.compile(r"(?:จังหวัด|อำเภอ|ตำบล|เขต)$")


@cache
def _phrase() -> regex.Pattern[str]:
    prefixes = either([row["prefix"] for row in table("position_prefixes")])
    positions = either([row["position"] for row in table("positions")])
    return regex.compile(rf"(?:(?:{prefixes}) ?){{0,4}}(?P<position>{positions})")


@cache
def _starts() -> Matcher:
    prefixes = [row["prefix"] for row in table("position_prefixes")]
    return Matcher(dict.fromkeys((*(row["position"] for row in table("positions")), *prefixes), ""))


@cache
def _rows() -> dict[str, dict[str, str]]:
    return {row["position"]: dict(row) for row in table("positions")}


@cache
def _area() -> regex.Pattern[str]:
    """The area of a governor, a district chief or a provincial officer, with or without its kind."""
    return regex.compile(
        rf"(?:(?:จังหวัด|จ\.) ?)?(?:{either(list(provinces()))})|(?:อำเภอ|อ\.|เขต) ?(?:{either(list(districts()))})"
    )


@cache
def _bare_area() -> regex.Pattern[str]:
    """The name alone, behind an office that holds the kind of area: "นายอำเภอ" + "อัมพวา"."""
    return regex.compile(either([*provinces(), *districts()]))


@cache
def _country() -> regex.Pattern[str]:
    """The country of an ambassador, and where he is posted: "สหราชอาณาจักรประจำประเทศไทย"."""
    names = [name for row in table("countries") for name in (row["name"], *values(row["forms"]))]
    country = rf"(?:(?:ประเทศ|สาธารณรัฐ|ราชอาณาจักร)?(?:{either(names)}))"
    return regex.compile(rf"(?P<body>{country})(?: ?ประจำ ?{country})?|ประจำ ?(?P<post>{country})")


def find_offices(reading: Reading) -> list[RoleMention]:
    """Every office in the text, in order, none inside another or inside the name of a body or person."""
    text = reading.text
    bodies = {entity.start: entity for entity in reading.entities if entity.label == "ORGANIZATION"}
    names = [entity for entity in reading.entities if entity.label != "LOCATION"]
    taken = {position for entity in names for position in range(entity.start, entity.end)}
    found: list[RoleMention] = []
    done = 0
    for start, _, _ in _starts().find(text):
        if start < done or start in taken or not reading.may_begin(start):
            continue
        if match := _phrase().match(text, start):
            office = _office(reading, start, match.end(), _rows()[match["position"]], bodies)
            done = office.end
            if office.organization or not _OPEN_ENDED.search(text, start, done):
                found.append(office)
    return found


def widen(reading: Reading, role: RoleMention) -> None:
    """Let an office that names no body go on over the words glued to it, if it is a person's.

    "กรรมการกำกับกิจการพลังงาน", "ผู้อำนวยการฝ่ายกิจกรรม"
    """
    if role.organization or role.end != role.position.end:
        return
    run = _RUN.match(reading.text, role.end)
    if not run:
        return
    stop = next(name_stops().find(run[0]), None)
    role.end = role.position.end = role.end + stop[0] if stop else run.end()


def _office(
    reading: Reading, start: int, end: int, row: dict[str, str], bodies: dict[int, Entity]
) -> RoleMention:
    """The office whose words are text[start:end], with what says of what."""
    text = reading.text
    if text[end : end + 1] == "ฯ":
        return RoleMention(start, end + 1, position=Span(start, end + 1))
    if command := _COMMAND.match(text, start):
        # "ผบช.น." is the ผบ. of the บช.น.: the abbreviations share their letters
        return RoleMention(
            start, command.end(), Span(start, command.end("kind") + 1), Span(*command.span("body"))
        )
    body: Span | None = _body(text, end, bodies)
    if not body and (tail := _TAIL.match(text, end)):
        # "ที่ปรึกษาด้านนโยบายและยุทธศาสตร์ กระทรวงวัฒนธรรม", "ที่ปรึกษาด้านต่างประเทศกระทรวงดีอี"
        within = next((bodies[p] for p in range(tail.start() + 1, tail.end()) if p in bodies), None)
        body = within or _body(text, tail.end(), bodies)
        end = min(tail.end(), body.start) if body else end
    if not body and row["takes_body"] == "1":
        kind_word = _AREA_WORD.search(text, start, end)  # "อุตสาหกรรมจังหวัด" + "ระยอง": held in "จังหวัดระยอง"
        if row["kind"] == "diplomatic" and (country := _country().match(text, end)):
            group = "body" if country["body"] else "post"
            return RoleMention(start, country.end(), Span(start, end), Span(*country.span(group)))
        if area := (_bare_area() if kind_word else _area()).match(text, _after_gap(text, end)):
            if kind_word:
                # นายอำเภอ is an office, "นาย" is none
                cut = end if text.startswith("นายอำเภอ", start) else kind_word.start()
                return RoleMention(start, area.end(), Span(start, cut), Span(kind_word.start(), area.end()))
            body = Span(*area.span())
        elif temple := _TEMPLE.match(text, end):
            body = Span(*temple.span())
        elif longer := _longer_office(text, end, bodies):
            return RoleMention(
                start, longer[1].end, Span(start, longer[0]), Span(longer[1].start, longer[1].end)
            )
    last = body.end if body else end
    tail = _TAIL.match(text, last)
    return RoleMention(
        start, tail.end() if tail else last, Span(start, end), Span(body.start, body.end) if body else None
    )


def _longer_office(text: str, end: int, bodies: dict[int, Entity]) -> tuple[int, Entity] | None:
    """Where an office ends that goes on before its body, and that body.

    "รองผู้ว่าการพัฒนาโรงไฟฟ้าและพลังงานหมุนเวียน การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย"
    """
    run = _RUN.match(text, end)
    if not run or next(name_stops().find(run[0]), None):
        return None
    within = next((bodies[p] for p in range(end, run.end()) if p in bodies), None)
    if within:
        return within.start, within
    behind = _body(text, run.end(), bodies)
    return (run.end(), behind) if behind else None


def _body(text: str, end: int, bodies: dict[int, Entity]) -> Entity | None:
    """The body that follows an office, with or without spaces between."""
    return bodies.get(_after_gap(text, end))


def _after_gap(text: str, position: int) -> int:
    gap = _GAP.match(text, position)
    return gap.end() if gap else position
