"""Rules for dates in figures alone: 22/04/2568, 22-4-68, 2568-04-22, and as software writes them 06/17/2559."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.patterns import Match
from thai_newsie.stages.dates.values import Point
from thai_newsie.stages.dates.years import read_year

# Quick to find; the whole is then looked at from its first figure.
_HINT = regex.compile(r"[0-9]([-/.])[0-9]{1,2}\1[0-9]")
_FIRST_FIGURE = regex.compile(r"(?r)[0-9]{0,3}")
_NUMERIC = regex.compile(
    r"(?:(?P<a>[0-9]{1,2})(?P<sep>[-/.])(?P<b>[0-9]{1,2})(?P=sep)(?P<year>[0-9]{4}|[0-9]{2})"
    r"|(?P<year>[0-9]{4})(?P<sep>[-/])(?P<b>[0-9]{1,2})(?P=sep)(?P<a>[0-9]{1,2}))"
    r"(?![0-9A-Za-z]|[-/.,:][0-9])(?! ?(?:บาท|%|ไร่|งาน))"
)
# No figure, no separator with a figure, no letter goes on before: phone numbers, versions, IP addresses.
_RUN_ON = regex.compile(r"(?r)[0-9A-Za-z]|[0-9] ?[-/.,]")
# Figures with slashes that are numbers of documents: "ครั้งที่ 5/3/2564", "เลขที่ 12/4/2565", "ที่ กค 0405/2/64".
_NUMBER_OF = regex.compile(r"(?r)(?:ครั้งที่|เลขที่|ฉบับที่|ข้อ|โทร\.?|โทรศัพท์|หมายเลข|รุ่นที่|มาตรา|ที่อยู่|บ้านเลขที่) {0,2}")
_SHORT_GREGORIAN_YEARS = range(10, 36)  # 30/06/18, as software writes it
_SHORT_YEARS = range(40, 90)  # tighter than beside a month's name: figures alone are weak evidence


def _year(written: str, match: Match) -> int | None:
    if len(written) == 4 or int(written) in _SHORT_YEARS:
        return read_year(written)
    padded = len(match["a"]) == len(match["b"]) == 2 and match["sep"] == "/"
    return 2000 + int(written) if padded and int(written) in _SHORT_GREGORIAN_YEARS else None


def numerics(text: str) -> Iterator[Candidate]:
    """The dates of `text` written in figures alone."""
    for hint in _HINT.finditer(text):
        first = _FIRST_FIGURE.match(text, 0, hint.start())
        match = _NUMERIC.match(text, first.start() if first else hint.start())
        if not match or _RUN_ON.match(text, 0, match.start()):
            continue
        day, month, written = int(match["a"]), int(match["b"]), match["year"]
        if month > 12 >= day:  # 06/17/2559
            day, month = month, day
        if len(written) == 2 and match["sep"] == ".":
            continue
        year = _year(written, match)
        if (
            year is None
            or not (1 <= month <= 12 and 1 <= day <= 31)
            or _NUMBER_OF.match(text, 0, match.start())
        ):
            continue
        if match["sep"] == "." and not 1900 <= year <= 2100:
            continue
        yield Candidate(match.start(), match.end(), "day.figures", Point(year, month, day))
