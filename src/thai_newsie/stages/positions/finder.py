"""Roles where they stand: prefixes, the position, and the organization or area it is held in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from thai_newsie.document import Document, Entity, RoleMention
from thai_newsie.lexicon import compiled
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.lexicon.shared_scan import matches, shared
from thai_newsie.provenance import row
from thai_newsie.stages.overlaps import Overlaps
from thai_newsie.stages.positions.held_in import read_role
from thai_newsie.stages.positions.parsing import parse_position
from thai_newsie.stages.positions.position_match import SHARED_LETTERS, PositionMatch
from thai_newsie.stages.positions.position_tables import flagged, position_phrase, positions, prefixes
from thai_newsie.text.characters import is_thai_letter

_SHORTEST_POSITION = 4  # letters left of a position whose last ones are its organization's


@shared
def _openings() -> Matcher[str]:
    return Matcher(dict.fromkeys((*positions(), *prefixes()), ""))


@compiled
def _open_ended() -> re.Pattern[str]:
    return re.compile(rf"{any_of(flagged('open_ended'))}$")  # "ผู้แทนพิเศษของ" whom?


def find_roles(document: Document) -> list[RoleMention]:
    """Every role in the text, in order, none inside another or inside the name of an organization or person."""
    text = document.text
    organizations = {entity.start: entity for entity in document.entities if _may_hold(text, entity)}
    names = [entity for entity in document.entities if entity.label != "LOCATION"]
    taken, holders = _taken(document, names, organizations), Overlaps(names)
    phrase, open_ended = position_phrase(), _open_ended()
    found: list[RoleMention] = []
    done = 0
    for start, end, _ in matches(document, _openings()):
        if start < done:
            continue
        if taken[start] or not document.may_begin(start):
            _trace_no_beginning(document, holders, start, end)
            continue
        document.check_time()
        match = phrase.match(text, start)
        if not match:
            _reject(document, start, end, "no position follows")
            continue
        role = read_role(_position_match(document, match, organizations))
        done = role.end
        if not role.organization and open_ended.search(text, start, done):
            _reject(document, start, done, f"nothing follows {text[start:done]}")
        else:
            found.append(role)
    return found


def _taken(document: Document, names: Sequence[Entity], organizations: Mapping[int, Entity]) -> bytearray:
    """Where the `names` of persons and organizations stand, in which no role begins."""
    taken = document.where(names)
    # "นายสมชาย ใจดี พมจ.ตรัง": the letters that name the organization also mean its head
    for entity in names:
        if entity.label == "PERSON" and entity.end + 1 in organizations:
            taken[entity.end + 1] = False
    return taken


def _position_match(
    document: Document, match: re.Match[str], organizations: Mapping[int, Entity]
) -> PositionMatch:
    return PositionMatch(
        document,
        match.start(),
        _end_before_organization(match, organizations),
        positions()[match["position"]],
        parse_position(match[0]).rule,
        organizations,
    )


def _may_hold(text: str, entity: Entity) -> bool:
    """Whether a role may be held in it: in an organization, and in a site that is written together with the position."""
    site = entity.label == "LOCATION" and entity.kind == "venue" and is_thai_letter(text, entity.start - 1)
    return entity.label == "ORGANIZATION" or site  # "ผู้อำนวยการท่าอากาศยานสุวรรณภูมิ"


def _end_before_organization(match: re.Match[str], organizations: Mapping[int, Entity]) -> int:
    """Where a position ends whose last words are an organization's first: "สมาชิก|สภาเทศบาลเมืองน่าน", "นายก|สภาทนายความ".

    The การ of ผู้ว่าการ stays: the organization may share it.
    """
    first, last = match.start("position") + _SHORTEST_POSITION, match.end() - len(SHARED_LETTERS)
    if match.string.startswith("สภา", last):  # "นายก|สภามหาวิทยาลัยเกษตรศาสตร์", but "เจ้ากรม"
        last += 1
    return next((p for p in range(first, last) if p in organizations), match.end())


def _trace_no_beginning(document: Document, holders: Overlaps[Entity], start: int, end: int) -> None:
    if document.trace is None:
        return
    if around := holders.first(start, start + 1):
        _reject(document, start, end, f"inside the name {document.slice(around)}")
    else:
        _reject(document, start, end, f"the tokenizer has one word {document.word_at(start)} here")


def _reject(document: Document, start: int, end: int, reason: str) -> None:
    if document.trace is not None:
        words = document.text[start:end]
        rule = parse_position(words).rule or row("position_prefixes", words)
        document.trace.reject("roles", start, end, rule, reason)
