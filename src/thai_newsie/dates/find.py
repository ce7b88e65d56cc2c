"""The whole way from a text to its dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from thai_newsie.dates.context import Context
from thai_newsie.dates.days import days
from thai_newsie.dates.feasts import feasts
from thai_newsie.dates.link import apart, linked
from thai_newsie.dates.loose import loose
from thai_newsie.dates.numeric import numerics
from thai_newsie.dates.periods import periods
from thai_newsie.dates.relative import relatives
from thai_newsie.dates.resolution import Resolver
from thai_newsie.dates.times import Clock, clocks
from thai_newsie.dates.values import Expression
from thai_newsie.dates.years import years
from thai_newsie.text import Shadow

# The earlier a rule stands, the sooner it wins the words that two rules read.
_RULES = (days, numerics, feasts, periods, years, relatives)


def expressions(text: str, anchor: date | None = None) -> list[Expression]:
    """The date expressions of a normalised text (Thai digits already Arabic), in its order."""
    candidates = linked(text, apart(rule(text) for rule in _RULES))
    return Resolver(Context(text, candidates, anchor)).expressions()


def find(text: str, anchor: date | str | None = None) -> list[Expression]:
    """The date expressions of any text, in its order; offsets are those of `text` as given.

    `anchor` is the day that วันนี้ means where the text itself does not say so: a date or an ISO
    string. Without one, what counts from today has the value "" and a day without a year begins
    with XXXX. Raises ValueError for an `anchor` that is no date.

    >>> [(found.text, found.value, found.rule) for found in find("ปีงบประมาณ ๒๕๖๕ เริ่มวันที่ ๑ ตุลาคม ๒๕๖๔")]
    [('ปีงบประมาณ ๒๕๖๕', '2021-10-01/2022-09-30', 'year.fiscal_year'), ('๑ ตุลาคม ๒๕๖๔', '2021-10-01', 'day')]
    """
    shadow = Shadow(text)
    day = date.fromisoformat(anchor) if isinstance(anchor, str) else anchor
    out = []
    for found in expressions(shadow.text, day):
        start, end = shadow.to_original(found.start, found.end)
        out.append(replace(found, start=start, end=end, text=text[start:end]))
    return out


def find_times(text: str) -> list[Clock]:
    """The clock times of any text, in its order; offsets are those of `text` as given.

    >>> [(clock.text, clock.value) for clock in find_times("ตั้งแต่เวลา ๐๙.๐๐ - ๑๖.๓๐ น. และสองทุ่มครึ่ง")]
    [('๐๙.๐๐ - ๑๖.๓๐ น.', '09:00/16:30'), ('สองทุ่มครึ่ง', '20:30')]
    """
    shadow = Shadow(text)
    out = []
    for clock in clocks(shadow.text):
        start, end = shadow.to_original(clock.start, clock.end)
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
    if not found and anchor:
        return loose(text, date.fromisoformat(anchor) if isinstance(anchor, str) else anchor)
    return found[0] if len(found) == 1 else None
