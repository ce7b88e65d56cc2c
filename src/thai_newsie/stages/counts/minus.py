"""What makes a number negative: a sign (-5 องศา, ร้อยละ -1.6) or a word (ลบหนึ่งองศา, ติดลบร้อยละ 3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.literals import Literals
from thai_newsie.provenance import pattern, row
from thai_newsie.stages.counts.units import Unit
from thai_newsie.stages.counts.words import words

_MINUS_SIGNS = "-–−"
_MEASURED_KINDS = ("percent", "money", "measure")  # "ติดลบ 3 ไตรมาส" is three quarters


class Minus(NamedTuple):
    """A sign or word before a number: where it begins, its rule, and whether it is for units below nought alone.

    `word`: it makes all numbers of a list or range negative (ติดลบ 3-4%), a sign its own.
    """

    start: int
    rule: str
    word: bool
    only_signed: bool

    def fits(self, unit: Unit) -> bool:
        """Whether it makes a number of `unit` negative."""
        return (
            unit.signed or unit.kind == "percent" or (not self.only_signed and unit.kind in _MEASURED_KINDS)
        )


@compiled
def _minus_words() -> Mapping[str, bool]:
    """The words, and whether they are for units below nought alone."""
    return {
        entry["word"]: "signed_units" in values(entry["flags"])
        for entry in table("number_marks")
        if entry["type"] == "minus"
    }


@compiled
def _forms() -> Literals:
    """The words, and those that only end like one: ฝังกลบ."""
    others = (
        other.removesuffix("…") + entry["word"]
        for entry in table("number_marks")
        for other in values(entry["not"])
    )
    return Literals([*_minus_words(), *others])


@compiled
def _sign() -> re.Pattern[str]:
    """A sign of its own: "(-5.2)", "ร้อยละ-5.2"; not the dash of a range or of a code."""
    behind_words = "".join(rf"|(?<={re.escape(word)}.)" for word in words("percent"))
    return re.compile(rf"[{_MINUS_SIGNS}](?:(?<=[\s(].)|(?<=\A.)|(?<=และ.){behind_words})")


def sign_before(text: str, start: int) -> bool:
    """Whether a minus sign stands directly before the number at `start`."""
    return (
        text[start - 1 : start] in _MINUS_SIGNS and start > 0 and _sign().match(text, start - 1) is not None
    )


def minus_before(text: str, low: int, start: int, *, words_only: bool = False) -> Minus | None:
    """What may make the number at `start` negative: a sign directly before it, or a word.

    >>> minus_before("วัดได้ -2 องศา", 0, 8).start, minus_before("ติดลบ 3 บาท", 0, 6).rule
    (7, 'number_marks:ติดลบ')
    >>> minus_before("ฝังกลบ 3 จุด", 0, 7)
    """
    if not words_only and sign_before(text, start):
        return Minus(start - 1, pattern("minus"), word=False, only_signed=True)
    place = start
    while place > low and start - place < 2 and text[place - 1] == " ":
        place -= 1
    word = _forms().longest_before(text, place, low)
    if not word or word not in _minus_words():
        return None
    return Minus(place - len(word), row("number_marks", word), word=True, only_signed=_minus_words()[word])
