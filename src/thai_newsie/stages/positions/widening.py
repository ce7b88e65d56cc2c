"""How far an office goes that names no organization: over the words glued to it, as far as they are its own."""

from __future__ import annotations

import re
from collections.abc import Mapping

import regex

from thai_newsie.document import Document, Entity, RoleMention, Span
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.persons.person_tables import name_stops, position_opening
from thai_newsie.text.characters import THAI_LETTER

_RUN = regex.compile(rf"{THAI_LETTER}{{1,100}}+")
_NUMBER = regex.compile(r"(?<=เขตสุขภาพ|เขตตรวจราชการ|กลุ่มจังหวัด)ที่ ?\d{1,2}(?!\d)")  # "ผู้ตรวจราชการเขตสุขภาพที่ 6"
_DANGLING = regex.compile(r"(?:ของ|จาก|ด้าน|ผู้|คณะ|และ|เพื่อ|หมู่)$")  # of words cut short
# Words whose own words may be verbs: "ผู้อำนวยการกลุ่มงานส่งเสริมสุขภาพ"
_NAMED = regex.compile(r"(?:กลุ่ม|ฝ่าย|ภารกิจ|ส่วน|งาน|กอง|สำนัก|ศูนย์|โครงการ|เครือข่าย|สาขา|หลักสูตร)")
_NAMED_BEFORE = regex.compile(r"(?:กลุ่มงาน|กลุ่ม|ฝ่าย|สาขา|สาขาวิชา|กรรมการ)$")


def widen(document: Document, role: RoleMention, organizations: Mapping[int, Entity]) -> None:
    """Let an office that names no organization go on over the words glued to it, if it is a person's.

    "กรรมการกำกับกิจการพลังงาน", "ผู้อำนวยการฝ่ายกิจกรรม"; the organization that one of the `organizations` behind them is, by where
    it starts, is the one it is held in: "รองผู้ว่าการวางแผนและพัฒนาระบบไฟฟ้า การไฟฟ้าส่วนภูมิภาค"
    """
    if role.organization or role.end != role.position.end:
        return
    run = _RUN.match(document.text, role.end)
    if not run:
        return
    end = role.end + _end_of_office(
        run[0], _NAMED_BEFORE.search(document.text, role.start, role.end) is not None
    )
    dangling = _DANGLING.search(document.text, role.end, end)
    numbered = _NUMBER.match(document.text, end)
    end = dangling.start() if dangling else numbered.end() if numbered else end
    organization = (
        organizations.get(end + 1) if end > role.end and document.text[end : end + 1] == " " else None
    )
    role.end = role.position.end = end
    if organization:
        role.end, role.organization = organization.end, Span(organization.start, organization.end)


def _end_of_office(run: str, named: bool) -> int:
    """How many of the letters glued to an office still belong to it; `named` where they are the name of a part."""
    stops = organization_stops() if named or _NAMED.match(run) else name_stops()
    for begin, end, _ in stops.find(run):
        if run[begin:end] != "และ" or _and_another().match(run, end):
            return begin
    return len(run)


@compiled
def organization_stops() -> Matcher[str]:
    """Words that not even the name of a committee goes on over, and the words of the next office."""
    rows = [row["word"] for row in table("organization_stops") if row["type"] == "committee"]
    return Matcher(
        dict.fromkeys(
            (*rows, *(p for row in table("position_prefixes") if len(p := row["word"]) > 3), "และ"), ""
        )
    )


@compiled
def _and_another() -> re.Pattern[str]:
    """What behind และ is another office or person, no words of this one ("ป้องกันและบรรเทาสาธารณภัย")."""
    titles = [row["word"] for row in table("titles") if "loose" not in values(row["flags"])]
    return re.compile(f"(?:{position_opening().pattern}|{any_of(titles)}|คณะ|ผู้|เจ้าหน้าที่|$)")
