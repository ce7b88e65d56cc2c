"""What numbers count: the units of units.tsv, and which of them stands at a place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.literals import Literals
from thai_newsie.provenance import row
from thai_newsie.text.characters import is_syllable_edge

PERCENT = "%"  # the name of the unit of all shares of a hundred, however they are written

_LATIN_LETTER_FOLLOWS = re.compile(r"(?<=[A-Za-z])[A-Za-z]")
# "ปารีส 2024 ครั้งที่ 17", "แก๊สโซฮอล์ 95 ลิตรละ 38.15 บาท": the word belongs to the number behind it.
_NUMBER_OF_ITS_OWN = re.compile(r" ?ที่ ?\d|ละ {0,2}\d")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts or measures: a form of a row of units.tsv, or a word before the number (ร้อยละ, อันดับ).

    An amount of the unit is `times` as many of `name`. `opens`: the word also opens a name (ชั้น 3 อาคาร…). `noun`: the
    word itself names what is counted. `rule`: the row. `currency`: the code of money, of which the unit is a
    `hundredth` (สตางค์) or the whole. `signed`: a number of it may be below nought.
    """

    name: str
    kind: str
    rule: str
    times: Decimal = Decimal(1)
    opens: bool = False
    noun: bool = False
    not_before: tuple[str, ...] = ()
    currency: str = ""
    hundredth: bool = False
    signed: bool = False


@compiled
def units() -> Mapping[str, Unit]:
    """The units by each of their forms.

    >>> units()["ลบ."].name, int(units()["ลบ."].times), units()["หลังคาเรือน"].rule
    ('บาท', 1000000, 'units:ครัวเรือน')
    """
    found = {}
    for unit in table("units"):
        times, _, meant = unit["means"].partition(" ")
        flags = values(unit["flags"])
        for form in (unit["word"], *values(unit["forms"])):
            found[form] = Unit(
                PERCENT if unit["type"] == "percent" else meant or form,
                unit["type"],
                row("units", unit["word"]),
                Decimal(times or 1),
                opens="opens_name" in flags,
                noun="noun" in flags,
                not_before=values(unit["not"]),
                currency=_currencies().get(form, ""),
                hundredth=form in _hundredths(),
                signed="signed" in flags,
            )
    return {**currency_signs(), **found}


@compiled
def _currencies() -> Mapping[str, str]:
    """The code of the currency by each word of units.tsv that names it or a hundredth of it."""
    return {
        form: row["code"]
        for row in table("currencies")
        for column in ("units", "hundredths")
        for form in values(row[column])
    }


@compiled
def _hundredths() -> frozenset[str]:
    return frozenset(form for row in table("currencies") for form in values(row["hundredths"]))


@compiled
def currency_signs() -> Mapping[str, Unit]:
    """What stands for a currency beside a number, also before it.

    >>> currency_signs()["฿"].currency, currency_signs()["US$"].currency
    ('THB', 'USD')
    """
    return {
        sign: Unit(sign, "money", row("currencies", entry["code"]), currency=entry["code"])
        for entry in table("currencies")
        for sign in values(entry["signs"])
    }


@compiled
def _unit_forms() -> Literals:
    return Literals(units())


def unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    """The unit at `position` and its end. The longest form wins, unless its letters belong to another word.

    >>> unit_at("50 ร้านค้าทั่วประเทศ", 3)[0].name, unit_at("5 รายการ", 2)[0].name
    ('ร้านค้า', 'รายการ')
    >>> unit_at("5 รายได้", 2)
    """
    for form in _unit_forms().at(text, position):
        unit, end = units()[form], position + len(form)
        if not text.startswith(unit.not_before, end) and _ends_word(text, end):
            return None if _NUMBER_OF_ITS_OWN.match(text, end) else (unit, end)
    return None


def why_no_unit(text: str, position: int) -> tuple[str, str]:
    """The rule and the reason why no unit stands at `position`, for the trace.

    >>> why_no_unit("5 รายได้", 2)
    ('units:ราย', 'no unit stands behind the number: ราย is part of another word')
    """
    form = _unit_forms().longest_at(text, position)
    if not form:
        return "pattern:number", "no unit stands behind the number"
    rule = units()[form].rule
    if _NUMBER_OF_ITS_OWN.match(text, position + len(form)):
        return rule, f"{form} belongs to the number behind it"
    return rule, f"no unit stands behind the number: {form} is part of another word"


def _ends_word(text: str, end: int) -> bool:
    """Whether a word may end at `end`: no sign and no Latin letter follows (the G of "5 Government" is no unit)."""
    return is_syllable_edge(text, end) and not _LATIN_LETTER_FOLLOWS.match(text, end)
