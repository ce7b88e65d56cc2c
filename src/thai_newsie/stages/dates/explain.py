"""Which rule read what, and what looked like a date and is none: for people who correct the tables."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from thai_newsie.lexicon import table
from thai_newsie.provenance import Rejection, Trace
from thai_newsie.stages.dates.find import as_day, expressions, find, find_times
from thai_newsie.stages.dates.times import Clock, clocks
from thai_newsie.stages.dates.values import Expression
from thai_newsie.text.normalized import NormalizedText


def explain(text: str, anchor: date | str | None = None) -> str:
    """The dates and times of `text`, one a line: each with its value, its rule and the warnings.

    What looks like a date or a time and is none has a line with the reason. `anchor` is that of `find`. Raises ValueError
    for an `anchor` that is no date.

    >>> print(explain("ปิดรับสมัคร 31 พ.ย. 64 เวลา 16.30 น. ตามมติครั้งที่ 5/3/2564"))
    31 พ.ย. 64 -> 2021-11-30: day, a day, a month's name and a year; the year may stand elsewhere
        warning: 2021-11-31 does not exist; read as 2021-11-30
    16.30 น. -> 16:30: clock, a clock time in figures
    5/3/2564 -> no date: day.figures, the number of a document
    """
    reads = {row["code"]: row["reads"] for row in table("date_rules")}
    found: list[Expression | Clock | Rejection] = [*find(text, anchor), *find_times(text)]
    found += rejections(text, anchor)
    found.sort(key=lambda item: (item.start, item.end))
    return "\n".join(line for item in found for line in _lines(text, item, reads))


def rejections(text: str, anchor: date | str | None = None) -> list[Rejection]:
    """What looks like a date or a clock time in any text and is none; offsets are those of `text` as given.

    >>> [(text[r.start : r.end], r.reason) for text in ["หลายปีที่ผ่านมา"] for r in rejections(text)]
    [('ปีที่ผ่านมา', 'a duration, or a comparison: it counts to no date')]
    """
    normalized, trace = NormalizedText(text), Trace()
    expressions(normalized.text, as_day(anchor), trace)
    clocks(normalized.text, trace)
    places = (normalized.to_original(r.start, r.end) for r in trace.rejections)
    return [
        Rejection(*place, r.list, r.rule, r.reason) for place, r in zip(places, trace.rejections, strict=True)
    ]


def _lines(text: str, item: Expression | Clock | Rejection, reads: dict[str, str]) -> Iterator[str]:
    if isinstance(item, Rejection):
        none = "no date" if item.list == "dates" else "no time"
        yield f"{text[item.start : item.end]} -> {none}: {item.rule}, {item.reason}"
        return
    yield f"{item.text} -> {item.value or 'unresolved'}: {item.rule}, {reads[item.rule]}"
    if isinstance(item, Expression):
        yield from (f"    warning: {warning}" for warning in item.warnings)
