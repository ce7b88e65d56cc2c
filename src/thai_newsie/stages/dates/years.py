"""Rules for years: ปี 2565, พ.ศ. 2535, ปี 67, ปีงบประมาณ พ.ศ. 2565, ปีการศึกษา 2565, ร.ศ. 112."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.patterns import AND, TO, Match, Pattern, era, eras
from thai_newsie.stages.dates.values import CALENDAR_YEARS, Point, to_ce

# Two digits are a Buddhist year only where they can be one of living memory: "ปี 67", not "ปี 12".
SHORT_YEARS = range(30, 100)
_BUDDHIST_YEARS = range(2300, 2700)
_GREGORIAN_YEARS = range(1700, 2200)

# Digits go on: "2,564", "25.64", "65:30".
DIGITS_END = r"(?![0-9]|[.,:][0-9])"
# A two-digit number before one of these counts them and is no year: "ปี 50 %", "5 มกราคม 65 คน".
NO_COUNT = (
    DIGITS_END + r"(?! {0,2}(?:คน|ราย|บาท|ล้าน|แสน|หมื่น|พัน|ร้อย|%|แห่ง|จังหวัด|อำเภอ|ตำบล|หมู่บ้าน|ครั้ง|โดส|ไร่|ตัน"
    r"|กิโล|กม\.|เมตร|ปี|วัน|เดือน|ชั่วโมง|นาที|โครงการ|เรื่อง|รายการ|ครัวเรือน|ตัว|คัน|ชุด|องค์|รูป|ประเทศ|พรรษา))"
)
SLASH = r" ?/ ?"


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
    if number in _BUDDHIST_YEARS or (offset and number not in range(1900, 2200)):
        return to_ce(number)
    return number if number in _GREGORIAN_YEARS or offset == 0 else None


@compiled
def _words(*kinds: str) -> dict[str, str]:
    """From the words of the kinds given to their kind."""
    rows = (row for row in table("year_words") if row["type"] in kinds)
    return {word: row["type"] for row in rows for word in (row["word"], *values(row["forms"]))}


def _kinds() -> dict[str, str]:
    return _words("year", "fiscal_year", "academic_year")


# Years are found by their figures, which is quick; what marks them is then read backwards.
_FIGURES = regex.compile(r"(?<![0-9])[0-9]{1,4}(?![0-9])")


_GAP, _GAP_SIGNS = 8, " ’'‘"  # what may stand between mark and figures


@compiled
def _mark() -> Pattern:
    """What makes the number behind it a year: a word, an era, both."""
    old = any_of(form for form, offset in eras().items() if offset > 0)
    # Read backwards a prefix tree would take ปี for งบประมาณปี: here the longest goes first.
    word = "|".join(sorted(map(regex.escape, _kinds()), key=len, reverse=True))
    return regex.compile(
        rf"(?r)(?:(?<!ก\.)(?P<old>{old}) {{0,2}}|(?P<word>{word}) {{0,2}}[’'‘]?(?P<era>(?:{era()})?) {{0,3}}"
        rf"|(?<![A-Za-z]|ก\.)(?P<era>{era()}) {{0,3}})"
    )


@compiled
def _mark_words() -> Literals:
    return Literals(form for form in (*_kinds(), *eras()) if form)


@compiled
def _years() -> Pattern:
    full, short = rf"[0-9]{{4}}{DIGITS_END}", rf"[0-9]{{2}}{NO_COUNT}"
    join = rf"(?:{TO}|{AND}|{SLASH})"
    words = rf"(?:ใน|เมื่อ|ถึง|ของ)?(?:{any_of(_kinds())} {{0,2}})?(?:{era()} {{0,2}})?"
    return regex.compile(
        rf"{full}(?:{join}{words}{full}|[-–/]{short}){{0,12}}|{short}(?:{join}{words}{short}){{0,12}}"
    )


_BRACKETED = regex.compile(r"(?<=\( ?)(?:2[45]|19|20)[0-9]{2} ?[-–] ?(?:2[456]|19|20)[0-9]{2}(?= ?\))")
_BUDDHIST = regex.compile(
    rf"2[45][0-9]{{2}}{NO_COUNT}(?: ?[-–] ?2[456][0-9]{{2}}{NO_COUNT}|(?! ?[-–] ?[0-9]))"
)


@compiled
def _weak_mark() -> Pattern:
    """What makes a full Buddhist year behind it a date though neither ปี nor an era says so."""
    return regex.compile(
        rf"(?r)(?:{any_of(_words('law'))}[ก-๛ ]{{0,80}}|{any_of(_words('time'))}) {{0,2}}\(?"
    )


@compiled
def _one_year() -> Pattern:
    return regex.compile(
        rf"(?P<range>{TO}|{SLASH})?(?P<between>[^0-9]{{0,40}}?)(?P<era>(?:{era()})?) {{0,2}}(?P<year>[0-9]+)"
    )


def years(text: str) -> Iterator[Candidate]:
    """The years that `text` names."""
    done = 0
    for figures in _FIGURES.finditer(text):
        if figures.start() < done:
            continue
        near = text[max(done, figures.start() - _GAP) : figures.start()]
        end = figures.start() - len(near) + len(near.rstrip(_GAP_SIGNS))
        # Most figures are no years: what stands before them is looked at only if it ends like a mark.
        marked = _mark_words().longest_before(text, end, done)
        mark = _mark().match(text, done, figures.start()) if marked else None
        if mark and mark["old"]:
            if (year := read_year(figures[0], mark["old"])) is not None:
                yield Candidate(mark.start(), figures.end(), "year.old_era", Point(year))
            continue
        if not mark and len(figures[0]) < len("2564"):
            continue
        named = (_years() if mark else _BRACKETED).match(text, figures.start())
        if not named and not mark and (buddhist := _BUDDHIST.match(text, figures.start())):
            named = buddhist if _weak_mark().match(text, done, figures.start()) else None
        if named and not (mark and _ages(text, mark, named)):
            found = _chain(mark, named)
            done = found[-1].end if found else done
            yield from found


def _ages(text: str, mark: Match, named: Match) -> bool:
    """Whether ปี is the unit of a number before it: "อายุ 15 ปี 67 คน"."""
    before = text[max(0, mark.start() - 3) : mark.start()].rstrip()
    return mark["word"] == "ปี" and len(named[0]) == 2 and before[-1:].isdigit()


def _chain(mark: Match | None, named: Match) -> list[Candidate]:
    """The years of a list or range: "2566, 2567 และ 2568", "2563-2567", "2566/67"."""
    kind = _kinds().get(mark["word"] or "", "year") if mark else "year"
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
