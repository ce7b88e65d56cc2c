"""The day of the web page, however people write it: 2024-08-24, 24 ส.ค. 2567, 24/8/67, August 24, 2024.

`RawArticle` reads ISO dates itself; whatever else it was given is read here, by the reader of dates in texts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import regex

from thai_newsie.raw_article import WEB_YEARS, RawArticle
from thai_newsie.text.normalized import NormalizedText, storable

if TYPE_CHECKING:
    from thai_newsie.stages.dates.values import Expression

_MAX_LENGTH = 200  # characters; what is longer is no date
_MAX_SHOWN_LENGTH = 60  # characters of it in a warning

# 2567-08-24T10:30, 25670824, 2024.08.24: the year first, and a time behind that tells nothing of the day.
_YEAR_FIRST = regex.compile(r"(?P<year>\d{4})([-/.]?)(?P<month>\d{2})\2(?P<day>\d{2})(?!\d).*", regex.DOTALL)


def with_publication_day(raw: RawArticle) -> RawArticle:
    """`raw` with a date or None as `published`, and a warning where what was given cannot be read, or not as it is.

    >>> with_publication_day(RawArticle("ข่าว", published="24 ส.ค. 67 เวลา 10.30 น.")).published
    datetime.date(2024, 8, 24)
    >>> with_publication_day(RawArticle("ข่าว", published="เมื่อวาน")).warnings
    ("published: 'เมื่อวาน' is no day such as 2024-08-24 or 24 ส.ค. 2567; it was left out",)
    """
    if raw.published is None or raw.published_date:
        return raw
    day, warnings = read_day(raw.published)
    return replace(raw, published=day, warnings=(*raw.warnings, *warnings))


def read_day(given: str | date) -> tuple[date | None, tuple[str, ...]]:
    """The day that is written in `given`, and warnings: it is none, or there is no such day and the next one was taken.

    Figures are day, month and year, as Thai has them; where the second is no month, month and day.

    >>> read_day("01/02/2567"), read_day("12/31/2024")
    ((datetime.date(2024, 2, 1), ()), (datetime.date(2024, 12, 31), ()))
    """
    text = str(given).strip()
    if not text:
        return None, ()
    found = _expression(text) if len(text) <= _MAX_LENGTH else None
    day = _day(found.value) if found else None
    if found is None or day is None:
        told = text if len(text) <= _MAX_SHOWN_LENGTH else f"{text[:_MAX_SHOWN_LENGTH]}…"
        return None, (
            f"published: {storable(told)!r} is no day such as 2024-08-24 or 24 ส.ค. 2567; it was left out",
        )
    return day, tuple(f"published: {warning}" for warning in found.warnings)


def _expression(text: str) -> Expression | None:
    from thai_newsie.stages.dates.find import parse

    normalized = NormalizedText(text).text.strip()
    match = _YEAR_FIRST.fullmatch(normalized)
    return parse("-".join(match.group("year", "month", "day")) if match else normalized)


def _day(value: str) -> date | None:
    """The day of a date expression's value; None for a month, a range, a day without a year, and no day of the web."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if day.year in WEB_YEARS else None
