"""What a position is held in: an organization, an area, nothing; and how far the words of the role go."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from thai_newsie.document import Entity, RoleMention, Span
from thai_newsie.lexicon import compiled, table, values, words_of
from thai_newsie.lexicon.areas import area_names
from thai_newsie.lexicon.patterns import NOTHING, any_of
from thai_newsie.stages.persons.person_tables import name_stops
from thai_newsie.stages.positions.held_in_areas import (
    at_post,
    leveled_area,
    of_area,
    of_army_area,
    of_country,
    of_governed_area,
    of_parliament,
    of_temple,
)
from thai_newsie.stages.positions.position_match import PositionMatch
from thai_newsie.stages.positions.position_tables import flagged, word_of
from thai_newsie.stages.positions.widening import organization_stops
from thai_newsie.text.characters import THAI_LETTER

_GLUED_LETTERS = re.compile(rf"{THAI_LETTER}{{1,100}}+")
# "ผู้อำนวยการบริหารของสำนักงานว่าด้วยยาเสพติด", "วิทยากรจากกรมบัญชีกลาง"
_LINK = re.compile(r"(?:ของ|แห่ง|จาก)")
_GOES_ON = re.compile(r" [A-Z&]")
_UNIT_NUMBER = re.compile(r" ?\d{1,4}(?![\d.:,])")


@compiled
def _field() -> re.Pattern[str]:
    """What narrows a position and belongs to its role.

    "ฝ่ายการเมือง", "ด้านยุทธศาสตร์", "คนที่ 1", "เขตสุขภาพที่ 2", "(ฝ่ายการเมือง)", "หมู่ที่ 3"
    """
    field = rf"{word_of('field')}(?:(?!{word_of('on_behalf')}){THAI_LETTER}){{2,40}}+"
    in_parentheses = rf"\({word_of('field_in_parentheses')}[ก-๎ ]{{0,30}}\d{{0,2}}\)"
    ordinal = rf"คนที่ ?(?:\d|{any_of(words_of('number_words', 'digit'))})"
    glued = flagged("glued")
    area = any_of(word for word in words_of("position_words", "numbered_area") if word not in glued)
    return re.compile(
        rf" ?(?:{field}|{in_parentheses}|{ordinal}|{area}ที่ ?\d{{1,2}}|(?:หมู่|เขต)(?:ที่)? ?\d{{1,2}}(?!\d))"
    )


@compiled
def _duty() -> re.Pattern[str]:
    """What a police officer does, between position and station: "ผกก.สส.สภ.เมืองตรัง", "สว.(สอบสวน) สภ.", "ผกก.4 บก.ปคบ."."""
    duty, in_parentheses = (
        word_of("police_duty"),
        rf"{word_of('police_duty_in_parentheses')}|(?:[ก-ฮ]{{1,5}}\.){{1,3}}",
    )
    return re.compile(rf" ?(?:{duty}|\((?:{in_parentheses})\)|\d{{1,2}})(?= ?{word_of('police_unit')}) ?")


@compiled
def _police_command() -> re.Pattern[str]:
    """A commander and the `organization`, abbreviated together; `unit` is the unit's own abbreviation."""
    return re.compile(
        rf"(?:รอง ?|ผู้ช่วย ?)?ผ(?P<organization>(?P<unit>{word_of('police_command')})"
        rf"(?!{word_of('police_duty')}?(?:ภ\.จว|สภ\.|สน\.))(?:(?:[ก-ฮ]{{1,4}}\.){{1,3}}(?:\d{{1,2}}|ภาค ?\d)?+|ภาค ?\d))"
    )


@compiled
def _part() -> re.Pattern[str]:
    """The first word of a part of a larger organization."""
    rows = [row for row in table("position_words") if row["type"] == "part"]
    words = (
        re.escape(row["word"]) + (f"(?!{any_of(values(row['not']))})" if row["not"] else "")
        for row in sorted(rows, key=lambda row: -len(row["word"]))
    )
    return re.compile("|".join(words) or NOTHING)


@compiled
def _cut_short_words() -> re.Pattern[str]:
    """What ฯ ends: the position, or the `organization` that follows it; not ฯลฯ."""
    return re.compile(rf"(?:(?P<organization>{word_of('cut_short')})|การ|ผู้)?ฯ(?!ลฯ)")


@compiled
def _unit_abbreviation() -> re.Pattern[str]:
    """The abbreviation of an organization, no word for what an officer does."""
    return re.compile(rf"(?!{word_of('police_duty')})(?:[ก-ฮ]{{2,4}}\.)(?:[ก-ฮ]{{1,4}}\.){{0,3}}")


def read_role(match: PositionMatch) -> RoleMention:
    """The role that begins with these words, by the first of `_READERS` that reads it."""
    return next(role for read in _READERS if (role := read(match)))


def _cut_short(match: PositionMatch) -> RoleMention | None:
    """A role that ฯ ends: "ปลัดฯ", "รัฐมนตรีว่าการฯ"; or ฯ ends its organization: "ปลัด" + "กระทรวงฯ"."""
    cut = _cut_short_words().match(match.text, match.end)
    if not cut:
        return None
    if cut["organization"]:
        return match.role(cut.end(), match.end, Span(*cut.span()), "organization_cut_short")
    return match.role(cut.end(), cut.end(), how="cut_short")


def _command(match: PositionMatch) -> RoleMention | None:
    """A police commander: "ผบช.น." is the ผบ. of the บช.น.; the two abbreviations share their letters."""
    found = _police_command().match(match.text, match.start)
    if not found:
        return None
    return match.role(found.end(), found.end("unit"), Span(*found.span("organization")), "police_command")


def _of_organization(match: PositionMatch) -> RoleMention | None:
    """A role in an organization, with a field before it, or with the larger organization behind a part.

    "อธิบดีกรมการข้าว", "ที่ปรึกษาด้านต่างประเทศกระทรวงแรงงาน", "ผู้อำนวยการกองกลาง สำนักงานปลัดกระทรวงอุตสาหกรรม",
    "ผู้ว่าการยางแห่งประเทศไทย"
    """
    attached = next(_attached_organizations(match), None)
    if not attached:
        return None
    position_end, organization, how = attached
    end = organization.end
    parent = match.organization_at(end)
    if parent and match.text[end : parent.start] == " " and _belongs(match.text, organization, parent):
        return match.role(parent.end, position_end, organization, how)
    field = _field().match(match.text, end)
    return match.role(field.end() if field else end, position_end, organization, how)


def _attached_organizations(match: PositionMatch) -> Iterator[tuple[int, Entity, str]]:
    """Where the position ends, the organization behind it, and the pattern's name: the likeliest first."""
    text, end = match.text, match.end
    if organization := match.organization_at(end):
        yield end, organization, "organization_behind"
    if organization := match.organization_sharing_letters():
        yield end, organization, "shared_letters"
    for pattern, how in ((_LINK, "organization_behind_link"), (_duty(), "organization_behind_duty")):
        between = pattern.match(text, end)
        if between and (organization := match.organization_at(between.end())):
            yield between.start() + len(between[0].rstrip()), organization, how
    if field := _field().match(text, end):
        organization = match.organization_within(field.start() + 1, field.end()) or match.organization_at(
            field.end()
        )
        if organization:
            yield min(field.end(), organization.start), organization, "organization_behind_field"


def _belongs(text: str, organization: Entity, parent: Entity) -> bool:
    """Whether an organization is a part of the one behind it: a division of any, a department of a ministry.

    "ผู้อำนวยการกองกลาง สำนักงานปลัดกระทรวงอุตสาหกรรม", "อธิบดีกรมทางหลวง กระทรวงคมนาคม" (863 such roles in the corpus)
    """
    ministry = text.startswith("กระทรวง", parent.start) and not text.startswith("กระทรวง", organization.start)
    return bool(_part().match(text, organization.start)) or ministry


def _longer(match: PositionMatch) -> RoleMention | None:
    """A position with further words before its organization.

    "รองผู้ว่าการพัฒนาโรงไฟฟ้าและพลังงานหมุนเวียน การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย"
    """
    glued = _GLUED_LETTERS.match(match.text, match.end) if match.row.takes_organization else None
    # A committee is often named by verbs: "ประธานกรรมการ|ส่งเสริมกิจการ|สถาบันดนตรี…"
    of_committee = match.text.endswith("กรรมการ", match.start, match.end)
    stops = organization_stops() if of_committee else name_stops()
    if not glued or next(stops.find(glued[0]), None):
        return None
    if within := match.organization_within(match.end, glued.end()):
        return match.role(within.end, within.start, within, "words_before_organization")
    behind = match.organization_at(glued.end())
    return match.role(behind.end, glued.end(), behind, "words_before_organization") if behind else None


def _of_abbreviation(match: PositionMatch) -> RoleMention | None:
    """A role in an organization that only its abbreviation names: "ผบ.ฉก.ตชด.43", "ผอ.ศป.ปส.อ.น้ำปาด".

    An area or a number behind the abbreviation may tell which one.
    """
    dotted = match.text[match.end - 1] == "." and match.row.takes_organization
    found = _unit_abbreviation().match(match.text, match.end) if dotted else None
    if not found:
        return None
    areas = (area_names(level).longest_at(match.text, found.end()) for level in ("", "อำเภอ"))
    end = found.end() + max(map(len, areas))
    number = _UNIT_NUMBER.match(match.text, end)
    end = number.end() if number else end
    return match.role(end, match.end, Span(match.end, end), "unit_abbreviation")


def _in_english(match: PositionMatch) -> RoleMention | None:
    """An English office of a state or of a field: "Prime Minister of the Kingdom of Thailand", "Minister of Commerce"."""
    word = match.row.word
    if not word.isascii():
        return None
    if " of " in word and match.row.type == "political" and word.startswith("Minister"):
        of = match.end - len(word) + word.index(" of ")
        return match.role(match.end, of, Span(of + len(" of "), match.end), "field_in_english")
    state = _state_in_english().match(match.text, match.end)
    # "President of Thailand Convention & Exhibition Bureau"
    if not state or (match.row.type == "business" and _GOES_ON.match(match.text, state.end())):
        return None
    return match.role(state.end(), match.end, Span(*state.span("state")), "country_behind")


@compiled
def _state_in_english() -> re.Pattern[str]:
    rows = (row["word"] for row in table("english_places") if row["type"] == "country")
    names = any_of((*rows, *(row["english"] for row in table("countries") if row["english"]), "Thailand"))
    form = r"(?:(?:[A-Z][a-z’']+ )?(?:Kingdom|Republic|Union|Sultanate|State) of (?:the )?)?"
    return re.compile(rf" of (?:the )?(?P<state>{form}{names})(?![A-Za-z])")


def _alone(match: PositionMatch) -> RoleMention:
    """A role without an organization: "นายกรัฐมนตรี", "รองเลขาธิการนายกรัฐมนตรีฝ่ายการเมือง"."""
    field = _field().match(match.text, match.end)
    if not field:
        return match.role(match.end, match.end)
    if area := leveled_area(match.text, field.end()):  # "ปลัดฝ่ายความมั่นคง อ.ลอง"
        return match.role(area.end, field.end(), area, "area_behind")
    return match.role(field.end(), field.end(), how="field")


_READERS: tuple[Callable[[PositionMatch], RoleMention | None], ...] = (
    _cut_short, _command, of_parliament, _of_organization, of_country, at_post, of_governed_area, of_army_area, of_area, of_temple, _longer,
    _of_abbreviation, _in_english, _alone,
)  # fmt: skip
