"""Offices where they stand: prefixes, the office word, and the organization or area it is held in."""

from __future__ import annotations

import re
from collections.abc import Mapping

import regex

from thai_newsie.document import Document, Entity, RoleMention
from thai_newsie.lexicon import table
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.shared_scan import matches, shared
from thai_newsie.stages.positions.held_in import read_office
from thai_newsie.stages.positions.parsing import phrase, positions
from thai_newsie.stages.positions.position_words import SHARED, Words
from thai_newsie.text.characters import is_thai_letter

_LEAST_OFFICE = 4  # letters
_OPEN_ENDED = regex.compile(r"(?:ของ|จาก|ด้าน|ผู้)$")  # "ผู้แทนพิเศษของ" whom?


@shared
def _starts() -> Matcher:
    prefixes = [row["word"] for row in table("position_prefixes")]
    return Matcher(dict.fromkeys((*positions(), *prefixes), ""))


def find_offices(document: Document) -> list[RoleMention]:
    """Every office in the text, in order, none inside another or inside the name of an organization or person."""
    text = document.text
    organizations = {entity.start: entity for entity in document.entities if _may_hold(text, entity)}
    names = [entity for entity in document.entities if entity.label != "LOCATION"]
    taken = document.where(names)
    # "นายสมชาย ใจดี พมจ.ตรัง" is that office's head, whom the same letters mean
    for entity in names:
        if entity.label == "PERSON" and entity.end + 1 in organizations:
            taken[entity.end + 1] = False
    found: list[RoleMention] = []
    done = 0
    for start, _, _ in matches(document, _starts()):
        if start < done or taken[start] or not document.may_begin(start):
            continue
        document.check_time()
        if match := phrase().match(text, start):
            words = Words(
                text,
                start,
                _before_organization(match, organizations),
                positions()[match["position"]],
                organizations,
            )
            office = read_office(words)
            done = office.end
            if office.organization or not _OPEN_ENDED.search(text, start, done):
                found.append(office)
    return found


def _may_hold(text: str, entity: Entity) -> bool:
    """Whether offices may be held in it: in an organization, and in a site that is written together with them."""
    site = entity.label == "LOCATION" and entity.kind == "venue" and is_thai_letter(text, entity.start - 1)
    return entity.label == "ORGANIZATION" or site  # "ผู้อำนวยการท่าอากาศยานสุวรรณภูมิ"


def _before_organization(office: re.Match[str], organizations: Mapping[int, Entity]) -> int:
    """Where an office ends whose last words are an organization's first: "สมาชิก|สภาเทศบาลเมืองน่าน", "นายก|สภาทนายความ".

    The การ of ผู้ว่าการ stays: the organization may share it.
    """
    least, last = office.start("position") + _LEAST_OFFICE, office.end() - len(SHARED)
    return next((p for p in range(least, last) if p in organizations), office.end())
