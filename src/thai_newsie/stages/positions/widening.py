"""How far a role goes that names no organization: over the words glued to it, as far as they belong to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import regex

from thai_newsie.document import Document, Entity, RoleMention, Span
from thai_newsie.lexicon import compiled, table, values, words_of
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import joined, pattern
from thai_newsie.stages.persons.person_tables import name_stops, position_opening
from thai_newsie.stages.positions.position_tables import prefixes, word_of
from thai_newsie.text.characters import THAI_LETTER

_GLUED_WORDS = regex.compile(rf"{THAI_LETTER}{{1,100}}+")
_SHORT_PREFIX = 3  # letters: a prefix of no more may be a part of any word (รอง)


@compiled
def _area_number() -> regex.Pattern[str]:
    return regex.compile(rf"(?<={word_of('numbered_area')})ที่ ?\d{{1,2}}(?!\d)")  # "ผู้ตรวจราชการเขตสุขภาพที่ 6"


@compiled
def _incomplete() -> regex.Pattern[str]:
    return regex.compile(rf"{word_of('incomplete')}$")


@compiled
def _unit() -> regex.Pattern[str]:
    """Words whose own words may be verbs: "ผู้อำนวยการกลุ่มงานส่งเสริมสุขภาพ"."""
    return regex.compile(word_of("unit"))


@compiled
def _before_unit_name() -> regex.Pattern[str]:
    return regex.compile(rf"{word_of('before_unit_name')}$")


def widened(document: Document, role: RoleMention, organizations: Mapping[int, Entity]) -> RoleMention:
    """The role with the words glued to it, where it names no organization; else the role itself.

    "กรรมการกำกับกิจการพลังงาน", "ผู้อำนวยการฝ่ายกิจกรรม". One of the `organizations` (by where they start) that stands behind these
    words is what the role is held in: "รองผู้ว่าการวางแผนและพัฒนาระบบไฟฟ้า การไฟฟ้าส่วนภูมิภาค".
    """
    if role.organization or role.end != role.position.end:
        return role
    glued = _GLUED_WORDS.match(document.text, role.end)
    if not glued:
        return role
    end = _end_of_words(document, role, glued[0])
    if end == role.end:
        return role
    wider = replace(
        role, end=end, position=Span(role.position.start, end), rule=joined(role.rule, pattern("glued_words"))
    )
    organization = organizations.get(end + 1) if document.text[end : end + 1] == " " else None
    if organization:
        wider.end, wider.organization = organization.end, Span(organization.start, organization.end)
    return wider


def _end_of_words(document: Document, role: RoleMention, glued: str) -> int:
    """Where the letters glued to a role cease to belong to it."""
    unit_name = _before_unit_name().search(document.text, role.start, role.end) is not None
    end = role.end + letters_of_position(glued, unit_name=unit_name)
    if incomplete := _incomplete().search(document.text, role.end, end):
        return incomplete.start()
    number = _area_number().match(document.text, end)
    return number.end() if number else end


def letters_of_position(glued: str, *, unit_name: bool = False) -> int:
    """How many of the letters glued to a position still belong to it; `unit_name` if they are the name of a unit."""
    stops = organization_stops() if unit_name or _unit().match(glued) else name_stops()
    for begin, end, _ in stops.find(glued):
        if glued[begin:end] != "และ" or _new_holder().match(glued, end):
            return begin
    return len(glued)


@compiled
def organization_stops() -> Matcher[str]:
    """Words that not even the name of a committee holds, and the words of the next position."""
    openings = (word for word in prefixes() if len(word) > _SHORT_PREFIX)
    return Matcher(dict.fromkeys((*words_of("organization_stops", "committee"), *openings, "และ"), ""))


@compiled
def _new_holder() -> re.Pattern[str]:
    """What behind และ is another position or person, no words of this position ("ป้องกันและบรรเทาสาธารณภัย")."""
    titles = [row["word"] for row in table("titles") if "loose" not in values(row["flags"])]
    return re.compile(f"(?:{position_opening().pattern}|{any_of(titles)}|{word_of('new_holder')}|$)")
