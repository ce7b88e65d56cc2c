"""English expressions that count from today ("3 days ago", "next Friday"), as on English pages of Thai agencies.

The library dateparser reads them. It reads nothing else for us, because it knows no Buddhist era: "29 พฤษภาคม 2562" is the year
2562 to it.
"""

from __future__ import annotations

from datetime import date, datetime, time

import regex

from thai_newsie.stages.dates.values import Expression

# Only expressions that name one day: "last month" is none.
_COUNTS_FROM_TODAY = regex.compile(
    r"(?i)\A\s*+(?:(?:last|next|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow"
    r"|in [a-z\d]++ (?:day|week)s?|[a-z\d]++ (?:day|week)s? ago)\s*+"
)


def loose(text: str, anchor: date) -> Expression | None:
    """The day that an English expression counts to from `anchor`; None for any other text.

    >>> loose("3 days ago", date(2024, 8, 24)).value
    '2024-08-21'
    >>> loose("29 May 2562", date(2024, 8, 24)) is None
    True
    """
    if not _COUNTS_FROM_TODAY.fullmatch(text):
        return None
    import dateparser  # slow to load, and most texts do not need it

    base = datetime.combine(anchor, time.min)
    found = dateparser.parse(text.strip(), languages=["en"], settings={"RELATIVE_BASE": base})
    if found is None:
        return None
    return Expression(0, len(text), text, found.date().isoformat(), "day", "loose")
