"""Counts that belong together: the two ends of a range, and an amount in a currency and its hundredths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thai_newsie.document import CountMention
from thai_newsie.provenance import joined
from thai_newsie.stages.counts.groups import is_range
from thai_newsie.stages.counts.units import units
from thai_newsie.stages.numbers import Number

_BLANKS = ("", " ", "  ")
_HUNDRED = 100


def with_ends(text: str, group: Sequence[Number], counts: Sequence[CountMention]) -> list[CountMention]:
    """The counts of the numbers of a group, each end of a range with both ends: "5, 10 - 12 คน"."""
    found = list(counts)
    for index in range(len(group) - 1):
        if is_range(text, group[index].end, group[index + 1].start):
            found[index], found[index + 1] = _ends(found[index], found[index + 1])
    return found


def _ends(first: CountMention, second: CountMention) -> tuple[CountMention, CountMention]:
    low, high = sorted((first.value, second.value))
    return replace(first, low=low, high=high), replace(second, low=low, high=high)


def add(text: str, counts: list[CountMention], found: Sequence[CountMention]) -> None:
    """Add the counts that follow, and join the first of them with the last that was there, where they belong together.

    "12 บาท 50 สตางค์" is one amount; "10 บาท ถึง 15 บาท" are the ends of a range.
    """
    if counts and len(found) == 1:
        last, new = counts[-1], found[0]
        if whole := _one_amount(text, last, new):
            counts[-1] = whole
            return
        if (
            last.low is None
            and last.unit == new.unit
            and last.value < new.value
            and is_range(text, last.end, new.start)
        ):
            counts[-1], new = _ends(last, new)
            found = [new]
    counts += found


def _one_amount(text: str, first: CountMention, second: CountMention) -> CountMention | None:
    """The amount that two counts are together; None where they are two."""
    if (
        not first.currency
        or first.currency != second.currency
        or text[first.end : second.start] not in _BLANKS
    ):
        return None
    unit, part = units().get(first.unit), units().get(second.unit)
    if not unit or unit.hundredth or not part or not part.hundredth or not 0 < second.value < _HUNDRED:
        return None
    value = first.value + second.value / _HUNDRED * (-1 if first.value < 0 else 1)
    rule = joined(first.rule, second.rule)
    return replace(first, end=second.end, value=value, per=first.per or second.per, rule=rule)
