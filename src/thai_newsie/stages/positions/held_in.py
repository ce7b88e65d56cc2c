"""What an office is held in: an organization, an area, nothing; and how far its words go therefore."""

from __future__ import annotations

from collections.abc import Callable

import regex

from thai_newsie.document import Entity, RoleMention, Span
from thai_newsie.lexicon import values
from thai_newsie.lexicon.areas import area_names
from thai_newsie.stages.persons.person_tables import name_stops
from thai_newsie.stages.positions.held_in_areas import (
    at_post,
    of_area,
    of_army_area,
    of_country,
    of_governed_area,
    of_parliament,
    of_temple,
)
from thai_newsie.stages.positions.position_words import Words
from thai_newsie.stages.positions.widening import organization_stops
from thai_newsie.text.characters import THAI_LETTER

_RUN = regex.compile(rf"{THAI_LETTER}{{1,100}}+")
# What narrows an office and belongs to its phrase: "ฝ่ายการเมือง", "ด้านยุทธศาสตร์", "คนที่ 1", "เขตสุขภาพที่ 2", "(ฝ่ายการเมือง)"
_FIELD = regex.compile(
    rf" ?(?:(?:ฝ่าย|ด้าน|สายงาน|กลุ่มภารกิจ)(?:(?!ปฏิบัติหน้าที่|ทำหน้าที่){THAI_LETTER}){{2,40}}+|\((?:ฝ่าย|ด้าน|สายงาน|ปฏิบัติการ)[ก-๎ ]{{0,30}}\d{{0,2}}\)|คนที่ ?(?:\d|หนึ่ง|สอง|สาม)|เขต(?:สุขภาพ|ตรวจราชการ)ที่ ?\d{{1,2}}|หมู่(?:ที่)? ?\d{{1,2}})"
)
# What a police officer does, between office and station: "ผกก.สส.สภ.เมืองตรัง", "สว.(สอบสวน) สภ.", "ผกก.4 บก.ปคบ."
_DUTY = regex.compile(
    r" ?(?:(?:สส|ปป|ป|จร|อก)\.|\((?:สอบสวน|สส\.?|ป\.?)\)|\d{1,2})(?= ?(?:สภ|สน|ภ\.จว|บก|บช)\.)"
)
_LINK = regex.compile(r"(?:ของ|แห่ง|จาก)")  # "ผู้อำนวยการบริหารของสำนักงานว่าด้วยยาเสพติด", "วิทยากรจากกรมบัญชีกลาง"
_COMMAND = regex.compile(
    r"(?:รอง ?|ผู้ช่วย ?)?ผ(?P<body>(?P<kind>บช|บก|กก)\.(?!ภ\.จว|สภ\.|สน\.|สส\.(?:สภ|ภ\.จว))(?:[ก-ฮ]{1,4}\.){1,3}\d{0,2}+)"
)
_PART = regex.compile(
    r"กอง(?!ทัพ|บัญชาการ|ทุน)|สำนัก(?!งาน|นายก)|ศูนย์|กลุ่ม|คณะ(?!กรรมการ|ทำงาน|รัฐมนตรี)"
)  # of a larger organization
_ABRIDGED = regex.compile(
    r"(?:(?P<body>กระทรวง|กรม|จังหวัด|สมาคม|มูลนิธิ|คณะกรรมการ|สำนักงาน|กองทุน)|การ|ผู้)?ฯ(?!ลฯ)"
)
# The abbreviation of an organization, no word for what an officer does; an area or a number may tell which one
_ABBREVIATION = regex.compile(r"(?!(?:สส|ปป|ป|จร|อก)\.)(?:[ก-ฮ]{2,4}\.)(?:[ก-ฮ]{1,4}\.){0,3}")
_UNIT_NUMBER = regex.compile(r" ?\d{1,4}(?![\d.:,])")


def read_office(words: Words) -> RoleMention:
    """The office that begins with these words, by the first form of `_READERS` that it has."""
    return next(role for read in _READERS if (role := read(words)))


def _cut_short(words: Words) -> RoleMention | None:
    """One cut short by ฯ: "ปลัดฯ", "รัฐมนตรีว่าการฯ"; or its organization is: "ปลัด" + "กระทรวงฯ"."""
    cut = _ABRIDGED.match(words.text, words.end)
    if cut and cut["body"]:
        return words.role(cut.end(), words.end, Span(*cut.span()))
    return words.role(cut.end(), cut.end()) if cut else None


def _command(words: Words) -> RoleMention | None:
    """A police commander: "ผบช.น." is the ผบ. of the บช.น., the abbreviations share their letters."""
    match = _COMMAND.match(words.text, words.start)
    return words.role(match.end(), match.end("kind") + 1, Span(*match.span("body"))) if match else None


def _of_organization(words: Words) -> RoleMention | None:
    """One held in an organization, with a field before it or the parent of a part behind it.

    "อธิบดีกรมการข้าว", "ที่ปรึกษาด้านต่างประเทศกระทรวงแรงงาน", "ผู้อำนวยการกองกลาง สำนักงานปลัดกระทรวงอุตสาหกรรม",
    "ผู้ว่าการยางแห่งประเทศไทย"
    """
    position, organization = words.end, words.organization_at(words.end) or words.organization_sharing()
    if not organization and (link := _LINK.match(words.text, words.end)):
        position, organization = link.end(), words.organization_at(link.end())
    if not organization and (duty := _DUTY.match(words.text, words.end)):
        position, organization = duty.end(), words.organization_at(duty.end())
    if not organization and (field := _FIELD.match(words.text, words.end)):
        organization = words.organization_within(field.start() + 1, field.end()) or words.organization_at(
            field.end()
        )
        position = min(field.end(), organization.start) if organization else position
    if not organization:
        return None
    end = organization.end
    parent = words.organization_at(end)
    if parent and words.text[end : parent.start] == " " and _belongs(words.text, organization, parent):
        return words.role(parent.end, position, organization)
    field = _FIELD.match(words.text, end)
    return words.role(field.end() if field else end, position, organization)


def _belongs(text: str, organization: Entity, parent: Entity) -> bool:
    """Whether an organization is a part of the one behind it: a division of any, a department of a ministry.

    "ผู้อำนวยการกองกลาง สำนักงานปลัดกระทรวงอุตสาหกรรม", "อธิบดีกรมทางหลวง กระทรวงคมนาคม" (863 such offices in the corpus)
    """
    ministry = text.startswith("กระทรวง", parent.start) and not text.startswith("กระทรวง", organization.start)
    return bool(_PART.match(text, organization.start)) or ministry


def _longer(words: Words) -> RoleMention | None:
    """An office that goes on before its organization.

    "รองผู้ว่าการพัฒนาโรงไฟฟ้าและพลังงานหมุนเวียน การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย"
    """
    run = _RUN.match(words.text, words.end) if "takes_organization" in values(words.row["flags"]) else None
    # A committee is often named by verbs: "ประธานกรรมการ|ส่งเสริมกิจการ|สถาบันดนตรี…"
    stops = organization_stops() if words.text.endswith("กรรมการ", words.start, words.end) else name_stops()
    if not run or next(stops.find(run[0]), None):
        return None
    if within := words.organization_within(words.end, run.end()):
        return words.role(within.end, within.start, within)
    behind = words.organization_at(run.end())
    return words.role(behind.end, run.end(), behind) if behind else None


def _of_abbreviation(words: Words) -> RoleMention | None:
    """One of an organization that only its abbreviation names: "ผบ.ฉก.ตชด.43", "ผอ.ศป.ปส.อ.น้ำปาด"."""
    dotted = words.text[words.end - 1] == "." and "takes_organization" in values(words.row["flags"])
    match = _ABBREVIATION.match(words.text, words.end) if dotted else None
    if not match:
        return None
    end = match.end() + max(
        len(area_names(kind).longest_at(words.text, match.end())) for kind in ("", "อำเภอ")
    )
    number = _UNIT_NUMBER.match(words.text, end)
    end = number.end() if number else end
    return words.role(end, words.end, Span(words.end, end))


def _alone(words: Words) -> RoleMention:
    """One without an organization: "นายกรัฐมนตรี", "รองเลขาธิการนายกรัฐมนตรีฝ่ายการเมือง", "แม่ทัพภาคที่ 4"."""
    field = _FIELD.match(words.text, words.end)
    end = field.end() if field else words.end
    return words.role(end, end)


_READERS: tuple[Callable[[Words], RoleMention | None], ...] = (
    _cut_short, _command, of_parliament, _of_organization, of_country, at_post, of_governed_area, of_army_area, of_area, of_temple, _longer,
    _of_abbreviation, _alone,
)  # fmt: skip
