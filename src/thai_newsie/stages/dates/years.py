"""Rules for years: ปี 2565, พ.ศ. 2535, ปี 67, ปีงบประมาณ พ.ศ. 2565, ปีการศึกษา 2565, ร.ศ. 112."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.patterns import any_of, flat_any_of
from thai_newsie.provenance import Trace
from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.patterns import AND, TO, Match, Pattern, era, eras, eras_alone, words
from thai_newsie.stages.dates.rejections import reject_date
from thai_newsie.stages.dates.values import CALENDAR_YEARS, Point, to_ce

# Two digits are a Buddhist year only where they can be one of living memory: "ปี 67", not "ปี 12".
SHORT_YEARS = range(30, 100)
_PLAUSIBLE_BUDDHIST_YEARS = range(2300, 2700)
_PLAUSIBLE_GREGORIAN_YEARS = range(1700, 2200)

DIGITS_END = r"(?![0-9]|[.,:][0-9])"  # the figures do not go on: "2,564", "25.64", "65:30"
_SLASH = r" ?/ ?"


@compiled
def no_count() -> str:
    """Pattern of the end of a two-digit year: no word follows that the number counts ("ปี 50 %", "5 มกราคม 65 คน")."""
    return DIGITS_END + rf"(?! {{0,2}}{words('counted')})"


def read_year(digits: str, written_era: str | None = None) -> int | None:
    """The Gregorian year that `digits` mean; None where they can be no year.

    >>> read_year("2564"), read_year("64"), read_year("2021"), read_year("112", "ร.ศ.")
    (2021, 2021, 2021, 1893)
    >>> read_year("25664") is None
    True
    """
    number = int(digits)
    offset = eras().get(written_era or "")
    if offset is not None and offset > 0:  # รัตนโกสินทร์ศก, จุลศักราช
        return number + offset if number + offset in CALENDAR_YEARS else None
    if len(digits) == 2:
        return 2000 + number if offset == 0 else to_ce(2500 + number)
    if len(digits) != 4 or number not in CALENDAR_YEARS:
        return None
    # "พ.ศ. 2021", "ค.ศ. 2564": the number itself tells better than the era typed before it.
    if number in _PLAUSIBLE_BUDDHIST_YEARS or (offset and number not in range(1900, 2200)):
        return to_ce(number)
    return number if number in _PLAUSIBLE_GREGORIAN_YEARS or offset == 0 else None


# The calendar year has begun in January since 2484 (Act on the calendar year, B.E. 2483); before, it began in April.
_LAST_YEAR_FROM_APRIL = to_ce(2482)
_MONTHS_BEFORE_APRIL = range(1, 4)


def year_of_month(year: int, digits: str, month: int) -> int:
    """The Gregorian year of a month of the year that `digits` name, which `read_year` has read as `year`.

    Of an old Thai year, January to March belong to the next Gregorian one.

    >>> year_of_month(1932, "2475", 1), year_of_month(1932, "2475", 6), year_of_month(1932, "1932", 1)
    (1933, 1932, 1932)
    """
    thai = int(digits) != year
    return year + (thai and year <= _LAST_YEAR_FROM_APRIL and month in _MONTHS_BEFORE_APRIL)


@compiled
def year_words(*kinds: str) -> dict[str, str]:
    """From the words of the table year_words of the kinds given to their kind."""
    rows = (row for row in table("year_words") if row["type"] in kinds)
    return {word: row["type"] for row in rows for word in (row["word"], *values(row["forms"]))}


def _kinds() -> dict[str, str]:
    return year_words("year", "fiscal_year", "academic_year")


# The search for figures is quick. The words that mark them as a year are then read backwards.
_YEAR_FIGURES = regex.compile(r"(?<![0-9])[0-9]{1,4}(?![0-9])")
_MARK_GAP_LENGTH, _MARK_GAP_SIGNS = 8, " ’'‘"  # what may stand between the mark and the figures
_FULL_YEAR_DIGITS = 4


@compiled
def _mark() -> Pattern:
    """What makes the number behind it a year: a word, an era, both."""
    old = any_of(form for form, offset in eras_alone().items() if offset > 0)
    return regex.compile(
        rf"(?r)(?:(?<!ก\.)(?P<old>{old}) {{0,2}}|(?P<word>{flat_any_of(_kinds())}) {{0,2}}[’'‘]?(?P<era>(?:{era()})?) {{0,3}}"
        rf"|(?<![A-Za-z]|ก\.)(?P<era>{any_of(eras_alone())}) {{0,3}})"
    )


@compiled
def _mark_words() -> Literals:
    return Literals(form for form in (*_kinds(), *eras_alone()) if form)


@compiled
def _marked_years() -> Pattern:
    """A year behind a mark, or a list or range of them."""
    full, short = rf"[0-9]{{4}}{DIGITS_END}", rf"[0-9]{{2}}{no_count()}"
    join = rf"(?:{TO}|{AND}|{_SLASH})"
    between = rf"(?:ใน|เมื่อ|ถึง|ของ)?(?:{any_of(_kinds())} {{0,2}})?(?:{era()} {{0,2}})?"
    return regex.compile(
        rf"{full}(?:{join}{between}{full}|[-–/]{short}){{0,12}}|{short}(?:{join}{between}{short}){{0,12}}"
    )


_BRACKETED_RANGE = regex.compile(r"(?<=\( ?)(?:2[45]|19|20)[0-9]{2} ?[-–] ?(?:2[456]|19|20)[0-9]{2}(?= ?\))")


@compiled
def _buddhist_year() -> Pattern:
    """A full Buddhist year, or a range of two."""
    end = no_count()
    return regex.compile(rf"2[45][0-9]{{2}}{end}(?: ?[-–] ?2[456][0-9]{{2}}{end}|(?! ?[-–] ?[0-9]))")


@compiled
def _weak_mark() -> Pattern:
    """What makes a full Buddhist year behind it a date, though neither ปี nor an era says so."""
    return regex.compile(
        rf"(?r)(?:{any_of(year_words('law'))}[ก-๛ ]{{0,80}}|{any_of(year_words('time'))}) {{0,2}}\(?"
    )


@compiled
def _one_year() -> Pattern:
    """One year of a list or range, with what joins it to the one before."""
    return regex.compile(
        rf"(?P<range>{TO}|{_SLASH})?(?P<between>[^0-9]{{0,40}}?)(?P<era>(?:{era()})?) {{0,2}}(?P<year>[0-9]+)"
    )


def years(text: str, trace: Trace | None = None) -> Iterator[Candidate]:
    """The years that `text` names."""
    done = 0
    for figures in _YEAR_FIGURES.finditer(text):
        if figures.start() < done:
            continue
        mark = _mark_before(text, figures.start(), done)
        if mark and mark["old"]:
            found = _year_of_old_era(mark, figures, trace)
        elif mark:
            found = _behind_mark(text, mark, figures, trace)
        elif len(figures[0]) == _FULL_YEAR_DIGITS:
            found = _without_mark(text, figures, done, trace)
        else:
            continue
        done = found[-1].end if found else done
        yield from found


_OLD_ERA_RULE = "year.old_era"


def _mark_before(text: str, start: int, done: int) -> Match | None:
    """The mark before the figures at `start`. Most figures have none: only what ends like a mark is looked at."""
    near = text[max(done, start - _MARK_GAP_LENGTH) : start]
    end = start - len(near) + len(near.rstrip(_MARK_GAP_SIGNS))
    return _mark().match(text, done, start) if _mark_words().longest_before(text, end, done) else None


def _year_of_old_era(mark: Match, figures: Match, trace: Trace | None) -> list[Candidate]:
    """A year of the Bangkok or the Chula era: ร.ศ. 112."""
    year = read_year(figures[0], mark["old"])
    if year is None:
        reject_date(trace, mark.start(), figures.end(), _OLD_ERA_RULE, "no year of the era")
        return []
    return [Candidate(mark.start(), figures.end(), _OLD_ERA_RULE, Point(year))]


def _behind_mark(text: str, mark: Match, figures: Match, trace: Trace | None) -> list[Candidate]:
    """The years behind a mark."""
    kind = _kind(mark)
    named = _marked_years().match(text, figures.start())
    if not named:
        reason = "the figures go on, or count what follows them"
    elif _is_age(text, mark, named):
        reason = "ปี is the unit of the number before it"
    elif found := _chain(mark, named):
        return found
    else:
        reason = "the figures are no year"
    reject_date(trace, mark.start(), figures.end(), f"year.{kind}", reason)
    return []


def _without_mark(text: str, figures: Match, done: int, trace: Trace | None) -> list[Candidate]:
    """The years in brackets and those behind a law or a word of time."""
    start = figures.start()
    if bracketed := _BRACKETED_RANGE.match(text, start):
        return _chain(None, bracketed)
    named = _buddhist_year().match(text, start)
    if not named:
        return []
    if _weak_mark().match(text, done, start):
        return _chain(None, named)
    reject_date(trace, *named.span(), "year.year", "no word before it makes the number a year")
    return []


def _is_age(text: str, mark: Match, named: Match) -> bool:
    """Whether ปี is the unit of a number before it: "อายุ 15 ปี 67 คน"."""
    before = text[max(0, mark.start() - 3) : mark.start()].rstrip()
    return mark["word"] == "ปี" and len(named[0]) == 2 and before[-1:].isdigit()


def _kind(mark: Match | None) -> str:
    """The kind of year that a mark tells."""
    return _kinds().get(mark["word"] or "", "year") if mark else "year"


def _chain(mark: Match | None, named: Match) -> list[Candidate]:
    """The years of a list or range: "2566, 2567 และ 2568", "2563-2567", "2566/67"."""
    kind = _kind(mark)
    found: list[Candidate] = []
    offset = named.start()
    for one in _one_year().finditer(named[0]):
        digits = one["year"]
        year = read_year(digits, one["era"] or (mark["era"] if mark else None))
        if year is None or (len(digits) == 2 and int(digits) not in SHORT_YEARS):
            break
        start, end = offset + one.start("year"), offset + one.end()
        candidate = Candidate(start, end, f"year.{kind}", Point(year), "" if kind == "year" else kind)
        if one["range"] and found and found[-1].until is None:
            found[-1].until, found[-1].end = candidate, end
        else:
            found.append(candidate)
    if found and mark and kind != "year":
        found[0].start = mark.start()
    return found
