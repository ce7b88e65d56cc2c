"""Which rule read what: for people who mend the tables."""

from __future__ import annotations

from datetime import date

from thai_newsie.lexicon import table
from thai_newsie.stages.dates.find import find, find_times
from thai_newsie.stages.dates.times import Clock
from thai_newsie.stages.dates.values import Expression


def explain(text: str, anchor: date | str | None = None) -> str:
    """The dates and times of `text`, one a line, each with its value, its rule and what it warns of.

    >>> print(explain("ปิดรับสมัคร 31 พ.ย. 64 เวลา 16.30 น."))
    31 พ.ย. 64 -> 2021-11-30: day, a day, a month's name and a year; the year may stand elsewhere
        warning: 2021-11-31 does not exist; read as 2021-11-30
    16.30 น. -> 16:30: clock, a clock time in figures
    """
    reads = {row["code"]: row["reads"] for row in table("date_rules")}
    lines = []
    found: list[Expression | Clock] = [*find(text, anchor), *find_times(text)]
    for item in sorted(found, key=lambda item: item.start):
        rule = item.rule.removesuffix(".open").removesuffix(".range")
        what = reads.get(item.rule) or reads[rule]
        lines.append(f"{item.text} -> {item.value or 'unresolved'}: {item.rule}, {what}")
        if isinstance(item, Expression):
            lines += [f"    warning: {warning}" for warning in item.warnings]
    return "\n".join(lines)
