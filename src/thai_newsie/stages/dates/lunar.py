"""Days of the Thai lunar calendar: ขึ้น 15 ค่ำ เดือน 6, and the holidays that it moves."""

from __future__ import annotations

from datetime import date, timedelta

from thai_newsie.lexicon import compiled

# PyThaiNLP's calendar agrees with the holy days that were announced for these years. Between 2009 and 2013 it is a day
# off, so no other years are computed.
YEARS = range(2014, 2031)


@compiled
def _days(year: int) -> dict[str, tuple[date, ...]]:
    """The days of a Gregorian year by their lunar names; in a year with two eighth months some have two."""
    from pythainlp.util import to_lunar_date

    out: dict[str, tuple[date, ...]] = {}
    for number in range(366 if year % 4 == 0 else 365):
        day = date(year, 1, 1) + timedelta(days=number)
        name = to_lunar_date(day)
        out[name] = (*out.get(name, ()), day)
    return out


def lunar_day(year: int, waxing: bool, day: int, month: int, second: bool = False) -> date | None:
    """The day of a Gregorian year that a lunar day falls on; None if it does not, or the year is not in YEARS.

    `second` asks for the second eighth month of a year that has two (เดือน 8 หลัง).

    >>> lunar_day(2024, True, 15, 12)
    datetime.date(2024, 11, 15)
    """
    if year not in YEARS:
        return None
    days = _days(year).get(f"{'ขึ้น' if waxing else 'แรม'} {day} ค่ำ เดือน {month}", ())
    return (days[-1] if second else days[0]) if days else None


def lunar_holiday(year: int, waxing: bool, day: int, month: int) -> date | None:
    """The day of a holiday that ordinary years keep on the lunar day given; None outside of YEARS.

    In a year with two eighth months, Makha and Visakha Bucha come a month later, and Asalha Bucha is in the second one.

    >>> lunar_holiday(2022, True, 15, 6), lunar_holiday(2023, True, 15, 6)
    (datetime.date(2022, 5, 15), datetime.date(2023, 6, 3))
    """
    if year not in YEARS:
        return None
    two_eighths = len(_days(year).get("ขึ้น 15 ค่ำ เดือน 8", ())) > 1
    return lunar_day(year, waxing, day, month + (two_eighths and month < 8), second=True)
