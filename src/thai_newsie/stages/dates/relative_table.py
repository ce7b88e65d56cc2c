"""The table relative_dates as the rules use it: expressions that count from the article's own day.

An expression may have a placeholder: "{number} วันที่แล้ว", "วัน{weekday} หน้า", "(วันที่) {day} (นี้)". Words in parentheses are no
part of the date's text.
"""

from __future__ import annotations

from typing import NamedTuple

from thai_newsie.lexicon import Row, compiled, table, values
from thai_newsie.stages.dates.candidate import Offset


class RelativeExpression(NamedTuple):
    """A row of the table: the words before and behind its placeholder, how far it counts, and where it counts.

    `takes_before` and `takes_behind`: these words are part of the date's text.
    """

    before: str
    behind: str
    offset: Offset
    never_before: tuple[str, ...]
    needs_opener: bool
    takes_before: bool
    takes_behind: bool


@compiled
def _expressions(placeholder: str) -> tuple[RelativeExpression, ...]:
    """The rows with a placeholder; with "" those without one, their words in `behind`."""
    return tuple(_expression(row, placeholder) for row in table("relative_dates") if _fits(row, placeholder))


def _fits(row: Row, placeholder: str) -> bool:
    return placeholder in row["word"] if placeholder else "{" not in row["word"]


def _expression(row: Row, placeholder: str) -> RelativeExpression:
    before, _, behind = row["word"].partition(placeholder) if placeholder else ("", "", row["word"])
    return RelativeExpression(
        before.strip(" ()"),
        behind.strip(" ()"),
        Offset(row["unit"], int(row["offset"])),
        never_before=values(row["not"]),
        needs_opener=row["flags"] == "needs_opener",
        takes_before="(" not in before,
        takes_behind="(" not in behind,
    )


@compiled
def without_placeholder() -> dict[str, RelativeExpression]:
    """The expressions without a placeholder, by their words.

    >>> without_placeholder()["เมื่อวานนี้"].offset
    Offset(unit='day', distance=-1)
    """
    return {expression.behind: expression for expression in _expressions("")}


@compiled
def with_number() -> dict[str, dict[str, RelativeExpression]]:
    """The expressions with a number, by the words behind the number and then by those before it.

    >>> list(with_number()["วันก่อน"])
    ['เมื่อ']
    """
    found: dict[str, dict[str, RelativeExpression]] = {}
    for expression in _expressions("{number}"):
        found.setdefault(expression.behind, {})[expression.before] = expression
    return found


@compiled
def around(placeholder: str) -> dict[tuple[str, str], RelativeExpression]:
    """The expressions with `placeholder` ("{weekday}" or "{day}"), by the words before and behind it.

    >>> around("{day}")["วันที่", "นี้"].offset
    Offset(unit='month', distance=0)
    """
    return {(expression.before, expression.behind): expression for expression in _expressions(placeholder)}


@compiled
def relative_years() -> dict[str, Offset]:
    """The expressions that count years from the article's own day: ปีนี้, ปีงบประมาณหน้า."""
    return {
        words: expression.offset
        for words, expression in without_placeholder().items()
        if expression.offset.unit in ("year", "fiscal_year")
    }
