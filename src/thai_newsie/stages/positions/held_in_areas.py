"""Offices held in an area, a country, a constituency or a temple."""

from __future__ import annotations

import re

import regex

from thai_newsie.document import RoleMention, Span
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.areas import area_names
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.persons.person_tables import name_stops
from thai_newsie.stages.positions.constituencies import house_end, seat_end
from thai_newsie.stages.positions.position_words import Words, after_gap
from thai_newsie.text.characters import THAI_LETTER

_ARMY_AREA = regex.compile(r"ภาค(?:ที่)? ?\d|(?<=มทภ\.) ?\d")  # "แม่ทัพภาคที่ 4"
# A municipality by what it is: "นายกเทศมนตรีตำบลร่มไทร", "นายกเทศมนตรีเมืองน่าน"
_MUNICIPALITY = regex.compile(rf"(?:ตำบล|เมือง|นคร)(?P<name>{THAI_LETTER}{{2,30}}+)")
# A part of a foreign country: "ผู้ว่าการมณฑลยูนนาน"
_FOREIGN_AREA = regex.compile(rf"(?:มณฑล|แคว้น)(?P<name>{THAI_LETTER}{{2,30}}+)")
_POST = regex.compile(rf" ?ณ ?(?P<post>(?:กรุง|นคร|เมือง){THAI_LETTER}{{2,30}}+)")
_GOVERNOR = "ผู้ว่า"
_HEADS_OF_STATE = ("ประธานาธิบดี", "นายกรัฐมนตรี")
_MEMBER_OF_PARLIAMENT = "สมาชิกสภาผู้แทนราษฎร"
_TEMPLE = regex.compile(rf"วัด{THAI_LETTER}{{1,60}}+")  # of an abbot
_AREA_KIND = regex.compile(r"(จังหวัด|จ\.|อำเภอ|อ\.|เขต|ตำบล|ต\.) ?")
_AREA_WORD = regex.compile(r"(?:จังหวัด|อำเภอ|ตำบล|เขต)$")


def of_parliament(words: Words) -> RoleMention | None:
    """A member of parliament with seat or party: "ส.ส.สุโขทัย เขต 1 พรรคเพื่อไทย" is one of the party.

    Of the house by name, of the province by the abbreviation alone: "สมาชิก|สภาผู้แทนราษฎร|จังหวัดน่าน", "ส.ส.|น่าน".
    """
    if words.row["full"] != _MEMBER_OF_PARLIAMENT:
        return None
    house = house_end(words.text, words.end)
    seat = seat_end(words.text, house)
    party = words.organization_at(seat)
    if party and words.text.startswith("พรรค", party.start):
        return words.role(party.end, seat, party)
    if seat == house:
        return None
    if house > words.end:
        return words.role(seat, words.end, words.organizations.get(words.end))
    area = _area(words.text, after_gap(words.text, words.end), None)
    return words.role(seat, words.end, area) if area else words.role(seat, seat)


def of_country(words: Words) -> RoleMention | None:
    """A diplomat or a head of state: "เอกอัครราชทูตสิงคโปร์ประจำประเทศไทย" is Singapore's."""
    if words.row["type"] != "diplomatic" and words.row["word"] not in _HEADS_OF_STATE:
        return None
    match = _country().match(words.text, words.end)
    if not match:
        return None
    end = _past_post(words.text, match.end())
    return words.role(end, words.end, Span(*match.span("body" if match["body"] else "post")))


def at_post(words: Words) -> RoleMention | None:
    """A diplomat whose post alone tells where: "กงสุลใหญ่ ณ นครเซี่ยงไฮ้"."""
    end = _past_post(words.text, words.end) if words.row["type"] == "diplomatic" else words.end
    return words.role(end, words.end) if end > words.end else None


def _past_post(text: str, end: int) -> int:
    """Where an office that ends at `end` ends with its post: "เอกอัครราชทูตไทย| ณ กรุงโตเกียว"."""
    match = _POST.match(text, end)
    if not match:
        return end
    glued = next(name_stops().find(match["post"]), None)  # "ณ กรุงโซลกล่าวว่า"
    return match.start("post") + glued[0] if glued else match.end()


def of_area(words: Words) -> RoleMention | None:
    """One of a province or district: "ผู้ว่าราชการจังหวัดตรัง".

    "อุตสาหกรรมจังหวัด" + "ระยอง" is the อุตสาหกรรม of จังหวัดระยอง.
    """
    if "takes_organization" not in values(words.row["flags"]):
        return None
    kind = _AREA_WORD.search(words.text, words.start, words.end)
    bare = kind or _AREA_WORD.search(words.row["full"])  # "นอภ." is the นายอำเภอ
    area = _area(words.text, after_gap(words.text, words.end), bare[0] if bare else None)
    if not area:
        return None
    if not kind:
        return words.role(area.end, words.end, area)
    # นายอำเภอ is an office, "นาย" is none
    position = words.end if words.text.startswith("นายอำเภอ", kind.start() - len("นาย")) else kind.start()
    return words.role(area.end, position, Span(kind.start(), area.end))


def of_temple(words: Words) -> RoleMention | None:
    """An abbot: "เจ้าอาวาสวัดบางกุ้ง"."""
    match = _TEMPLE.match(words.text, words.end)
    return words.role(match.end(), words.end, Span(*match.span())) if match else None


def of_army_area(words: Words) -> RoleMention | None:
    """The commander of an army area: "แม่ทัพภาคที่ 4"."""
    match = _ARMY_AREA.match(words.text, words.end) if words.row["full"] == "แม่ทัพ" else None
    if not match:
        return None
    named = match[0].startswith("ภาค")  # "มทภ.2" names no area
    return words.role(
        match.end(), words.end if named else match.end(), Span(*match.span()) if named else None
    )


def of_governed_area(words: Words) -> RoleMention | None:
    """A mayor or the governor of a foreign province: "นายกเทศมนตรีเมืองน่าน", "ผู้ว่าการมณฑลยูนนาน"."""
    mayor = words.row["full"] == "นายกเทศมนตรี"
    governor = words.row["full"].startswith(_GOVERNOR)
    area = _MUNICIPALITY if mayor else _FOREIGN_AREA if governor else None
    match = area.match(words.text, words.end) if area else None
    if not match:
        return None
    stop = next(name_stops().find(match["name"]), None)
    end = match.start("name") + stop[0] if stop else match.end()
    return words.role(end, words.end, Span(match.start(), end))


def _area(text: str, start: int, kind: str | None) -> Span | None:
    """The area that stands at `start`: of a governor, a district chief or a provincial officer.

    Where the office holds the `kind` of area, the name alone: "นายอำเภอ" + "อัมพวา"; else the kind with it, but for a province.
    """
    word = _AREA_KIND.match(text, start) if kind is None else None
    begin = word.end() if word else start
    name = area_names(word[1] if word else kind or "").longest_at(text, begin)
    # There is a ตำบลและ, and an office without a name before และ.
    return Span(start, begin + len(name)) if name and not (kind and name == "และ") else None


@compiled
def _country() -> re.Pattern[str]:
    """The country of an ambassador, and where he is posted: "สหราชอาณาจักรประจำประเทศไทย"."""
    names = [name for row in table("countries") for name in (row["word"], *values(row["forms"]))]
    country = rf"(?:(?:ประเทศ|สาธารณรัฐ|ราชอาณาจักร)?{any_of(names)})"
    return re.compile(rf"(?:แห่ง)?(?P<body>{country})(?: ?ประจำ ?{country})?|ประจำ ?(?P<post>{country})")
