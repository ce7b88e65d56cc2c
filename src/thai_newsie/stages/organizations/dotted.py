"""Dotted abbreviations as one token, from the first letter that a dot joins to the last.

What no table knows as a whole is read by its parts or left as it stands. It is never the known body that its end looks like:
"ปส." in "ชปข.ศป.ปส.ร้อย ตชด.345" is not the สำนักงานปรมาณูเพื่อสันติ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled, words_of
from thai_newsie.lexicon.areas import LEVELS
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import pattern
from thai_newsie.stages.organizations.openings import openings
from thai_newsie.stages.organizations.position_before import follows_position
from thai_newsie.stages.organizations.suffixes import with_level
from thai_newsie.stages.persons.name_parts import read_title
from thai_newsie.stages.persons.person_tables import position_opening
from thai_newsie.text.characters import occurrences

_CHAIN_BEFORE = re.compile(r"(?<![ก-๎])(?:[ก-ฮ]{1,6}\.){1,4}$")
_LONGEST_CHAIN = 28
_FIRST_PART = re.compile(r"[ก-ฮ]{1,6}\.")
# The level is the last of the chain: "ศป.ปส.|อ.ท่าปลา"
_LEVELS = (".อ.", ".จ.", ".จว.", ".ต.")
_LEVELED = re.compile(r"(?<![ก-๎.])[ก-ฮ]{2,6}\.(?:[ก-ฮ]{1,6}\.){0,3}$")


def is_tail(document: Document, start: int) -> bool:
    """Whether the abbreviation at `start` is only the end of a dotted one that no table knows.

    >>> text = "ชปข.ศป.ปส. และ รมว.พม."
    >>> document = Document.from_text(text)
    >>> is_tail(document, text.index("ปส.")), is_tail(document, text.index("พม."))
    (True, False)
    """
    text = document.text
    if text[start - 1 : start] != "." or not _FIRST_PART.match(text, start):
        return False
    chain = _CHAIN_BEFORE.search(text, max(0, start - _LONGEST_CHAIN), start)
    if not chain:
        return False
    known = _before_abbreviations().longest_before(text, start, chain.start())
    whole = known and text[start - len(known) - 1 : start - len(known)] in ("", ".", " ")
    return not (whole or chain.start() + len(known) == start)


def find_units(document: Document) -> Iterator[Entity]:
    """The units of the army and the police that are named by arm or line of work and number.

    >>> document = Document.from_text("กำลังพล ร.99 พัน.3 รอ. กับ ช.พัน.4 และ ร้อย.ฉก.ทพ.2305 ลงพื้นที่ ม.9 ต.ในเมือง")
    >>> [document.slice(unit) for unit in find_units(document)]
    ['ร.99 พัน.3 รอ.', 'ช.พัน.4', 'ร้อย.ฉก.ทพ.2305']
    """
    text = document.text
    for name, needed, unit in _units():
        if not needed.search(text):  # hardly ever one is there
            continue
        for match in unit.finditer(text):
            before = text[match.start() - 1 : match.start()]
            if before != "." or follows_position(text, match.start()):
                yield Entity(*match.span(), "ORGANIZATION", kind="military", rule=pattern(name))
    if any(word in text for word in words_of("position_words", "police_command")):
        for match in _police_command().finditer(text):
            end = with_level(text, match.end())
            yield Entity(match.start(), end, "ORGANIZATION", kind="police", rule="pattern:police_command")


def find_leveled(document: Document) -> Iterator[Entity]:
    """The bodies whose abbreviation no table knows, but whose level and area show that they are one, in order.

    >>> document = Document.from_text("กำลัง ศป.ปส.อ.ท่าปลา และ พล.อ.เมือง")
    >>> [document.slice(body) for body in find_leveled(document)]
    ['ศป.ปส.อ.ท่าปลา']
    """
    text = document.text
    for place in sorted(place for level in _LEVELS for place in occurrences(text, level)):
        match = _LEVELED.search(text, max(0, place - _LONGEST_CHAIN), place + 1)
        end = with_level(text, place + 1) if match else place + 1
        if (
            match
            and end > place + 1
            and not position_opening().match(text, match.start())
            and not read_title(text, match.start())
        ):
            yield Entity(match.start(), end, "ORGANIZATION", kind="office", rule=pattern("level_and_area"))


@compiled
def _before_abbreviations() -> Literals:
    """What an abbreviation may stand behind without being a part of it: a position, a body, a level, a unit of measure."""
    words = (
        *words_of("positions"), *words_of("position_prefixes"), *openings().entries, *LEVELS,
        *words_of("position_words", "police_duty"), *words_of("organization_words", "before_abbreviation"),
    )  # fmt: skip
    return Literals(word for word in words if word.endswith("."))


@compiled
def _police_command() -> re.Pattern[str]:
    """A command of the police that its line of work or its region names: "บก.สส.ภ.5", "บก.น.5", "กก.สส.ภ.จว.น่าน"."""
    duty, unit = (any_of(words_of("position_words", kind)) for kind in ("police_duty", "police_command"))
    region = r"(?:ภ\. ?\d|น\. ?\d|ภาค ?\d|ภ\.(?=จว?\.))"
    return re.compile(rf"(?<![ก-๎.]){unit}(?:{duty} ?)?{region}(?!\d)")


@compiled
def _units() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """The rule of each pattern of units, words of which the text must have one, and the pattern."""
    arm, unit, alone = (
        any_of(words_of("organization_words", kind)) for kind in ("arm", "unit", "unit_alone")
    )
    number = r"\d{1,4}(?!\d|[.:]\d)"
    guards, battalion = r"(?: ?รอ\.)?", re.compile(r"พัน\.")
    return (
        (
            "battalion",
            battalion,
            re.compile(rf"(?<![ก-๎]){arm} ?\d{{1,3}} ?{guards} ?พัน\. ?\d{{1,2}}(?!\d){guards}"),
        ),
        ("battalion", battalion, re.compile(rf"(?<![ก-๎]){arm}พัน\. ?\d{{1,2}}(?!\d){guards}")),
        (
            "unit_and_number",
            re.compile(any_of(words_of("organization_words", "unit", "unit_alone"))),
            re.compile(rf"(?<![ก-๎])(?:{unit}(?:{unit}|{arm}){{1,4}}|{alone}) ?{number}{guards}"),
        ),
    )
