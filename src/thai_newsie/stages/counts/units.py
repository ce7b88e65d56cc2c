"""What numbers count: the units of units.tsv, and which of them stands at a place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.literals import Literals
from thai_newsie.text.characters import is_syllable_edge

_LATIN_GOES_ON = re.compile(r"(?<=[A-Za-z])[A-Za-z]")
# "ปารีส 2024 ครั้งที่ 17", "แก๊สโซฮอล์ 95 ลิตรละ 38.15 บาท": the word belongs to the number behind it.
_OTHERS = re.compile(r" ?ที่ ?\d|ละ {0,2}\d")


@dataclass(frozen=True, slots=True)
class Unit:
    """A row of units.tsv: what a number counts or measures."""

    name: str
    kind: str
    times: Decimal = Decimal(1)
    opens: bool = False
    noun: bool = False
    not_before: tuple[str, ...] = ()


PERCENT = Unit("%", "percent")
NO_UNIT = Unit("", "money")


@compiled
def units() -> Mapping[str, Unit]:
    """Every form of every unit."""
    found = {}
    for row in table("units"):
        times, _, meant = row["means"].partition(" ")
        for form in (row["word"], *values(row["forms"])):
            name = PERCENT.name if row["type"] == "percent" else meant or form
            found[form] = Unit(
                name,
                row["type"],
                Decimal(times or 1),
                "opens_name" in values(row["flags"]),
                "noun" in values(row["flags"]),
                values(row["not"]),
            )
    return found


@compiled
def _unit_forms() -> Literals:
    return Literals(units())


def unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    """The unit written at `position` and its end; the longest one, unless the letters are another word's.

    >>> unit_at("50 ร้านค้าทั่วประเทศ", 3)[0].name, unit_at("5 รายการ", 2)[0].name
    ('ร้านค้า', 'รายการ')
    >>> unit_at("5 รายได้", 2)
    """
    for form in _unit_forms().at(text, position):
        unit, end = units()[form], position + len(form)
        if not text.startswith(unit.not_before, end) and _ends_word(text, end):
            return None if _OTHERS.match(text, end) else (unit, end)
    return None


def _ends_word(text: str, end: int) -> bool:
    """Whether no sign and no Latin letter goes on where a unit ends: 5 G is none of "5 Government"."""
    return is_syllable_edge(text, end) and not _LATIN_GOES_ON.match(text, end)
