"""Roles in an area, a country, a constituency or a temple."""

from __future__ import annotations

import re

from thai_newsie.document import RoleMention, Span
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.areas import area_names
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.persons.person_tables import name_stops
from thai_newsie.stages.positions.constituencies import constituency_end, house_end
from thai_newsie.stages.positions.position_match import PositionMatch, after_gap
from thai_newsie.stages.positions.position_tables import word_of
from thai_newsie.stages.positions.widening import letters_of_position
from thai_newsie.stages.whole_names import is_whole
from thai_newsie.text.characters import THAI_LETTER

_ARMY_AREA = re.compile(r"ภาค(?:ที่)? ?\d|(?<=มทภ\.) ?\d")  # "แม่ทัพภาคที่ 4"
_TEMPLE = re.compile(rf"วัด{THAI_LETTER}{{1,60}}+")  # of an abbot
_GLOSS_BEFORE_AREA = re.compile(r" ?\((?:[ก-ฮ]{1,6}\. ?){1,3}\) ?")
_LEVEL_BEFORE_NAME = re.compile(r"(จังหวัด|จ\.|อำเภอ|อ\.|เขต|ตำบล|ต\.) ?")
_WORDS_BEFORE_AREA = re.compile(rf"(?:(?!จังหวัด|อำเภอ){THAI_LETTER}){{3,60}}(?=จังหวัด|อำเภอ)")
_LEVEL_AT_END = re.compile(r"(?:จังหวัด|อำเภอ|ตำบล|เขต)$")


def of_parliament(match: PositionMatch) -> RoleMention | None:
    """A member of parliament with constituency or party: "ส.ส.สุโขทัย เขต 1 พรรคเพื่อไทย" is one of the party.

    Without a party, the role is held in the house where the text names it, else in the province:
    "สมาชิก|สภาผู้แทนราษฎร|จังหวัดน่าน", "ส.ส.|น่าน".
    """
    if "of_constituency" not in match.row.flags:
        return None
    house = house_end(match.text, match.end)
    end = constituency_end(match.text, house)
    party = match.organization_at(end)
    if party and match.text.startswith("พรรค", party.start):
        return match.role(party.end, end, party, "party")
    if end == house:
        return None
    if house > match.end:
        return match.role(end, match.end, match.organizations.get(match.end), "constituency")
    area = _area(match.text, after_gap(match.text, match.end), None)
    return match.role(end, match.end if area else end, area, "constituency")


def of_country(match: PositionMatch) -> RoleMention | None:
    """A diplomat or a head of state: "เอกอัครราชทูตสิงคโปร์ประจำประเทศไทย" is Singapore's."""
    if match.row.type != "diplomatic" and "of_country" not in match.row.flags:
        return None
    country = _country().match(match.text, match.end)
    if not country:
        return None
    end = _end_of_post(match.text, country.end())
    where = country.span("sent_by" if country["sent_by"] else "sent_to")
    return match.role(end, match.end, Span(*where), "country_behind")


def at_post(match: PositionMatch) -> RoleMention | None:
    """A diplomat of whom only the city is told: "กงสุลใหญ่ ณ นครเซี่ยงไฮ้"."""
    end = _end_of_post(match.text, match.end) if match.row.type == "diplomatic" else match.end
    return match.role(end, match.end, how="city_of_post") if end > match.end else None


def _end_of_post(text: str, end: int) -> int:
    """Where a role that ends at `end` ends with the city of its post: "เอกอัครราชทูตไทย| ณ กรุงโตเกียว"."""
    match = _city_of_post().match(text, end)
    if not match:
        return end
    glued = next(name_stops().find(match["city"]), None)  # "ณ กรุงโซลกล่าวว่า"
    return match.start("city") + glued[0] if glued else match.end()


def of_area(match: PositionMatch) -> RoleMention | None:
    """A role in a province or district: "ผู้ว่าราชการจังหวัดตรัง".

    "อุตสาหกรรมจังหวัด" + "ระยอง" is the อุตสาหกรรม of จังหวัดระยอง.
    """
    if not match.row.takes_organization:
        return None
    level = _LEVEL_AT_END.search(match.text, match.start, match.end)
    of_full_form = level or _LEVEL_AT_END.search(match.row.full)  # "นอภ." is the นายอำเภอ
    gloss = _GLOSS_BEFORE_AREA.match(match.text, match.end)  # "ประชาสัมพันธ์จังหวัด(ปชส.)น่าน"
    begin = gloss.end() if level and gloss else after_gap(match.text, match.end)
    area = _area(match.text, begin, of_full_form[0] if of_full_form else None)
    if not area:
        return _with_words(match)
    if not level:
        return match.role(area.end, match.end, area, "area_behind")
    # นายอำเภอ is a position, "นาย" is none
    whole = match.text.startswith("นายอำเภอ", level.start() - len("นาย"))
    position_end = match.end if whole else level.start()
    return match.role(area.end, position_end, Span(level.start(), area.end), "area_behind")


def _with_words(match: PositionMatch) -> RoleMention | None:
    """A position with further words before its area: "ผู้อำนวยการป้องกันและปราบปรามยาเสพติดจังหวัดน่าน"."""
    words = _WORDS_BEFORE_AREA.match(match.text, match.end)
    if not words or _body().match(words[0]) or letters_of_position(words[0]) < len(words[0]):
        return None
    area = _area(match.text, words.end(), None)
    return match.role(area.end, words.end(), area, "words_before_area") if area else None


def of_temple(match: PositionMatch) -> RoleMention | None:
    """An abbot: "เจ้าอาวาสวัดบางกุ้ง"."""
    temple = _TEMPLE.match(match.text, match.end)
    return match.role(temple.end(), match.end, Span(*temple.span()), "temple_behind") if temple else None


def of_army_area(match: PositionMatch) -> RoleMention | None:
    """The commander of an army area: "แม่ทัพภาคที่ 4"."""
    area = _ARMY_AREA.match(match.text, match.end) if "of_army_area" in match.row.flags else None
    if not area:
        return None
    if not area[0].startswith("ภาค"):  # "มทภ.2" names no area
        return match.role(area.end(), area.end(), how="army_area")
    return match.role(area.end(), match.end, Span(*area.span()), "army_area")


def of_governed_area(match: PositionMatch) -> RoleMention | None:
    """A mayor or the governor of a foreign province: "นายกเทศมนตรีเมืองน่าน", "ผู้ว่าการมณฑลยูนนาน"."""
    flags = match.row.flags
    how = (
        "municipality" if "of_municipality" in flags else "foreign_area" if "of_foreign_area" in flags else ""
    )
    area = _governed_area(how).match(match.text, match.end) if how else None
    if not area:
        return None
    start = area.start("name")

    def counts(begin: int, end: int) -> bool:
        return is_whole(match.document, start + begin, start + end)

    stop = next(name_stops().find(area["name"], counts), None)
    end = start + stop[0] if stop else area.end()
    return match.role(end, match.end, Span(area.start(), end), how) if end > start else None


@compiled
def _body() -> re.Pattern[str]:
    """What begins the name of a body, whose area belongs to it: "ประธาน|ชมรมผู้เลี้ยงกุ้งจังหวัดกระบี่"."""
    return re.compile(word_of("body", "unit"))


def leveled_area(text: str, end: int) -> Span | None:
    """The area with the word for its level behind a space at `end`: " อ.ลอง", " จังหวัดน่าน"."""
    start = after_gap(text, end)
    return _area(text, start, None) if start > end and _LEVEL_BEFORE_NAME.match(text, start) else None


def _area(text: str, start: int, level: str | None) -> Span | None:
    """The area that stands at `start`: of a governor, a district chief or a provincial officer.

    Where the position holds the `level`, the name alone: "นายอำเภอ" + "อัมพวา". Else the word of the level stands before the
    name, but for a province.
    """
    word = _LEVEL_BEFORE_NAME.match(text, start) if level is None else None
    begin = word.end() if word else start
    name = area_names(word[1] if word else level or "").longest_at(text, begin)
    # There is a ตำบลและ, and a position without a name before และ.
    return Span(start, begin + len(name)) if name and not (level and name == "และ") else None


@compiled
def _governed_area(kind: str) -> re.Pattern[str]:
    """A municipality, or a province of another country, with its `name`: "นายกเทศมนตรีตำบลร่มไทร"."""
    return re.compile(rf"{word_of(kind)}(?P<name>{THAI_LETTER}{{2,30}}+)")


@compiled
def _city_of_post() -> re.Pattern[str]:
    return re.compile(rf" ?ณ ?(?P<city>{word_of('city')}{THAI_LETTER}{{2,30}}+)")


@compiled
def _country() -> re.Pattern[str]:
    """The country that sent a diplomat, and the one where he is: "สหราชอาณาจักรประจำประเทศไทย"."""
    names = [name for row in table("countries") for name in (row["word"], *values(row["forms"]))]
    country = rf"(?:{word_of('country')}?{any_of(names)})"
    return re.compile(rf"(?:แห่ง)?(?P<sent_by>{country})(?: ?ประจำ ?{country})?|ประจำ ?(?P<sent_to>{country})")
