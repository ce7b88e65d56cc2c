"""From a text to its dates and clock times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from thai_newsie.provenance import Trace
from thai_newsie.stages.dates.context import Context
from thai_newsie.stages.dates.days import days
from thai_newsie.stages.dates.holidays import holidays
from thai_newsie.stages.dates.link import apart, linked
from thai_newsie.stages.dates.loose import loose
from thai_newsie.stages.dates.numeric import numerics
from thai_newsie.stages.dates.periods import periods
from thai_newsie.stages.dates.rejections import without_parts
from thai_newsie.stages.dates.relative import relatives
from thai_newsie.stages.dates.resolution import Resolver
from thai_newsie.stages.dates.times import Clock, clocks
from thai_newsie.stages.dates.values import Expression
from thai_newsie.stages.dates.years import years
from thai_newsie.text.normalized import NormalizedText

# Of two rules that read the same words, the one that is earlier in this list wins.
_RULES_BY_PRIORITY = (days, numerics, holidays, periods, years, relatives)


def expressions(text: str, anchor: date | None = None, trace: Trace | None = None) -> list[Expression]:
    """The date expressions of a normalized text, in its order; `trace` notes what looks like a date and is none.

    Offsets are those of `text`.
    """
    rejected = None if trace is None else Trace()
    candidates = linked(
        text, apart((rule(text, rejected) for rule in _RULES_BY_PRIORITY), rejected), rejected
    )
    found = Resolver(Context(text, candidates, anchor), rejected).expressions()
    if trace is not None and rejected is not None:
        trace.rejections += without_parts(rejected.rejections, ((f.start, f.end) for f in found))
    return found


def as_day(anchor: date | str | None) -> date | None:
    """The day that a date or an ISO string names. Raises ValueError for a string that is no date, TypeError for anything else."""
    if isinstance(anchor, str):
        return date.fromisoformat(anchor)
    if anchor is None or isinstance(anchor, date):
        return anchor
    raise TypeError(f"anchor must be a date or an ISO string, not {type(anchor).__name__}")


def find(text: str, anchor: date | str | None = None) -> list[Expression]:
    """The date expressions of any text, in its order; offsets are those of `text` as given.

    `anchor` is the day that วันนี้ means where the text itself does not say it: a date or an ISO string. Without one,
    what counts from today has the value "", and the value of a day without a year begins with XXXX. Raises ValueError for
    an `anchor` that is no date.

    >>> [(found.text, found.value, found.rule) for found in find("ปีงบประมาณ ๒๕๖๕ เริ่มวันที่ ๑ ตุลาคม ๒๕๖๔")]
    [('ปีงบประมาณ ๒๕๖๕', '2021-10-01/2022-09-30', 'year.fiscal_year'), ('๑ ตุลาคม ๒๕๖๔', '2021-10-01', 'day')]
    """
    normalized = NormalizedText(text)
    out = []
    for found in expressions(normalized.text, as_day(anchor)):
        start, end = normalized.to_original(found.start, found.end)
        out.append(replace(found, start=start, end=end, text=text[start:end]))
    return out


def find_times(text: str) -> list[Clock]:
    """The clock times of any text, in its order; offsets are those of `text` as given.

    >>> [(clock.text, clock.value) for clock in find_times("ตั้งแต่เวลา ๐๙.๐๐ - ๑๖.๓๐ น. และสองทุ่มครึ่ง")]
    [('๐๙.๐๐ - ๑๖.๓๐ น.', '09:00/16:30'), ('สองทุ่มครึ่ง', '20:30')]
    """
    normalized = NormalizedText(text)
    out = []
    for clock in clocks(normalized.text):
        start, end = normalized.to_original(clock.start, clock.end)
        out.append(replace(clock, start=start, end=end, text=text[start:end]))
    return out


def parse(text: str, anchor: date | str | None = None) -> Expression | None:
    """The one date that `text` is; None if it is none, or more than one.

    >>> parse("12มี.ค.65").value
    '2022-03-12'
    >>> parse("วันศุกร์นี้", anchor="2021-06-08").value
    '2021-06-11'
    >>> parse("2 days ago", anchor="2021-06-08").value
    '2021-06-06'
    >>> parse("ครั้งที่ 1/2562") is None
    True
    """
    found = find(text, anchor)
    if not found and (day := as_day(anchor)):
        return loose(text, day)
    return found[0] if len(found) == 1 else None
