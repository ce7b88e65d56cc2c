"""Rules for dates in figures alone: 22/04/2568, 22-4-68, 2568-04-22, and as software writes them 06/17/2559."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.lexicon import compiled
from thai_newsie.provenance import Trace
from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.patterns import Match, Pattern, words, words_backwards
from thai_newsie.stages.dates.rejections import reject_date
from thai_newsie.stages.dates.values import Point
from thai_newsie.stages.dates.years import read_year, year_of_month

_FIGURES_RULE = "day.figures"
# The hint is quick to find. The whole is then looked at from its first figure.
_FIGURES_HINT = regex.compile(r"[0-9]([-/.])[0-9]{1,2}\1[0-9]")
_SPACED_HINT = regex.compile(r"[0-9](?:([-/.])[0-9]{1,2}\1| / [0-9]{1,2} / )[0-9]")
_FIRST_FIGURE = regex.compile(r"(?r)[0-9]{0,3}")
# No figure, no separator with a figure, no letter goes on before: phone numbers, versions, IP addresses.
_RUN_ON = regex.compile(r"(?r)[0-9A-Za-z]|[0-9] ?[-/.,]")
# "15/06/2565-14/09/2565": the end of a range
_DATE_RUNS_ON = regex.compile(
    r"(?r)(?<![0-9])(?:[0-9]{1,2}/[0-9]{1,2}/|[0-9]{1,2}\.[0-9]{1,2}\.)(?:[0-9]{4}|[4-8][0-9]) ?- ?"
)
_SHORT_GREGORIAN_YEARS = range(10, 36)  # 30/06/18, as software writes it
_SHORT_BUDDHIST_YEARS = range(40, 90)  # tighter than beside a month's name: figures alone are weak evidence
_DOTTED_YEARS = range(1900, 2101)


@compiled
def _numeric_date() -> Pattern:
    return regex.compile(
        r"(?:(?P<a>[0-9]{1,2})(?P<sep>[-/.]| / )(?P<b>[0-9]{1,2})(?P=sep)(?P<year>[0-9]{4}|[0-9]{2})"
        r"|(?P<year>[0-9]{4})(?P<sep>[-/])(?P<b>[0-9]{1,2})(?P=sep)(?P<a>[0-9]{1,2}))"
        r"(?:(?=-[0-9]{1,2}(?P<last>[/.])[0-9]{1,2}(?P=last)[0-9])|(?!(?!T[0-9]{2}:)[0-9A-Za-z]|[-/.,:][0-9]))"
        rf"(?=(?P<amount> ?{words('amount')})?)"
    )


@compiled
def _document() -> Pattern:
    """What makes figures with slashes the number of a document: "ครั้งที่ 5/3/2564", "เลขที่ 12/4/2565"."""
    return regex.compile(rf"(?r){words_backwards('document')} {{0,2}}")


def numerics(text: str, trace: Trace | None = None) -> Iterator[Candidate]:
    """The dates of `text` written in figures alone."""
    hints = _SPACED_HINT if " / " in text else _FIGURES_HINT
    for hint in hints.finditer(text):
        first = _FIRST_FIGURE.match(text, 0, hint.start())
        match = _numeric_date().match(text, first.start() if first else hint.start())
        if not match or _runs_on(text, match.start()):
            continue
        point = _point(match)
        if reason := _no_date(text, match, point):
            reject_date(trace, *match.span(), _FIGURES_RULE, reason)
        else:
            yield Candidate(match.start(), match.end(), _FIGURES_RULE, point)


def _runs_on(text: str, start: int) -> bool:
    """Whether the figures at `start` go on from before; not from the first date of a range."""
    return _RUN_ON.match(text, 0, start) is not None and not _DATE_RUNS_ON.match(text, 0, start)


def _point(match: Match) -> Point:
    """The day that the figures name; without a year where they name none."""
    day, month = int(match["a"]), int(match["b"])
    if month > 12 >= day:  # 06/17/2559
        day, month = month, day
    year = _year(match)
    return Point(year and year_of_month(year, match["year"], month), month, day)


def _year(match: Match) -> int | None:
    written = match["year"]
    if len(written) == 4 or int(written) in _SHORT_BUDDHIST_YEARS:
        return read_year(written)
    padded = len(match["a"]) == len(match["b"]) == 2 and match["sep"].strip() == "/"
    return 2000 + int(written) if padded and int(written) in _SHORT_GREGORIAN_YEARS else None


def _no_date(text: str, match: Match, point: Point) -> str:
    """Why the figures are no date; "" where they are one."""
    dotted = match["sep"] == "."
    if match["amount"]:
        return "what follows makes it an amount"
    if dotted and len(match["year"]) == 2:
        return "parted by dots, a date needs a year of four figures"
    if not (point.month in range(1, 13) and point.day in range(1, 32)):
        return "no day of a month"
    if point.year is None or (dotted and point.year not in _DOTTED_YEARS):
        return "no year that figures alone can name"
    return "the number of a document" if _document().match(text, 0, match.start()) else ""
