"""Offices where they stand: prefixes, the office word, and the body or area it is held in."""

from __future__ import annotations

import re
from collections.abc import Mapping

import regex

from thai_newsie.lexicon import Matcher, table
from thai_newsie.one_pass import matches, shared
from thai_newsie.pipes.roles.held_in import read_office
from thai_newsie.pipes.roles.office_words import SHARED, Words
from thai_newsie.pipes.roles.wording import phrase, positions
from thai_newsie.reading import Entity, Reading, RoleMention
from thai_newsie.text import is_thai_letter

_LEAST_OFFICE = 4  # letters
_OPEN_ENDED = regex.compile(r"(?:ของ|จาก|ด้าน|ผู้)$")  # "ผู้แทนพิเศษของ" whom?


@shared
def _starts() -> Matcher:
    prefixes = [row["word"] for row in table("position_prefixes")]
    return Matcher(dict.fromkeys((*positions(), *prefixes), ""))


def find_offices(reading: Reading) -> list[RoleMention]:
    """Every office in the text, in order, none inside another or inside the name of a body or person."""
    text = reading.text
    bodies = {entity.start: entity for entity in reading.entities if _may_hold(text, entity)}
    names = [entity for entity in reading.entities if entity.label != "LOCATION"]
    taken = reading.where(names)
    # "นายสมชาย ใจดี พมจ.ตรัง" is that office's head, whom the same letters mean
    for entity in names:
        if entity.label == "PERSON" and entity.end + 1 in bodies:
            taken[entity.end + 1] = False
    found: list[RoleMention] = []
    done = 0
    for start, _, _ in matches(reading, _starts()):
        if start < done or taken[start] or not reading.may_begin(start):
            continue
        reading.check_time()
        if match := phrase().match(text, start):
            words = Words(text, start, _before_body(match, bodies), positions()[match["position"]], bodies)
            office = read_office(words)
            done = office.end
            if office.organization or not _OPEN_ENDED.search(text, start, done):
                found.append(office)
    return found


def _may_hold(text: str, entity: Entity) -> bool:
    """Whether offices may be held in it: in a body, and in a site that is written together with them."""
    site = entity.label == "LOCATION" and entity.kind == "venue" and is_thai_letter(text, entity.start - 1)
    return entity.label == "ORGANIZATION" or site  # "ผู้อำนวยการท่าอากาศยานสุวรรณภูมิ"


def _before_body(office: re.Match[str], bodies: Mapping[int, Entity]) -> int:
    """Where an office ends whose last words are a body's first: "สมาชิก|สภาเทศบาลเมืองน่าน", "นายก|สภาทนายความ".

    The การ of ผู้ว่าการ stays: the body may share it.
    """
    least, last = office.start("position") + _LEAST_OFFICE, office.end() - len(SHARED)
    return next((p for p in range(least, last) if p in bodies), office.end())
