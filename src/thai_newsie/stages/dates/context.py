"""What the rest of the article tells about a date: the article's own day, years that are left out, misprinted years."""

from __future__ import annotations

from bisect import bisect
from datetime import date, timedelta
from functools import cached_property

import regex

from thai_newsie.lexicon import compiled
from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.misprints import mended
from thai_newsie.stages.dates.patterns import AND, Pattern, day_word, weekday, words
from thai_newsie.stages.dates.values import BUDDHIST, CALENDAR_YEARS, Point, nearest

_MAX_LEAD_DAYS = (
    31  # a date at the head of the article that is further from the page's is the date of something else
)
_LEAD_LENGTH = 1000  # characters: title and first lines
_MAX_SLIP_DAYS = 3  # "วันนี้ (5 มกราคม 2563)" on a page of 2021-01-06 is the year's slip, not another day
_HALF_YEAR_DAYS = 183
_MAX_LIST_GAP = 60  # characters between two dates of one list
_MAX_GAP_TO_TODAY = 30  # characters between วันนี้ and its date
_FISCAL_YEAR_ENDS = 9  # September


@compiled
def _gap_behind_today() -> Pattern:
    """What may part วันนี้ from the date that explains it: "วันนี้ (พฤหัสบดีที่ 19 พฤษภาคม 2565)"."""
    return regex.compile(rf" {{0,3}}[(\[]? {{0,2}}(?:วัน)?(?:{weekday()})? ?(?:วันที่|ที่)? {{0,2}}")


@compiled
def _line_head() -> Pattern:
    """What may stand before the date at the head of a line."""
    return regex.compile(
        rf"(?rm)^[ *•\-–(\[“\"']{{0,6}}(?:เมื่อ|ใน)? ?(?:วัน(?:{weekday()})? ?(?:ที่)? {{0,2}})?[(\[]?"
    )


@compiled
def _list_gap() -> Pattern:
    """What may part two dates of one list. The last: "10 เม.ย. จนถึงเวลา 18.00 น. ของวันที่ 12 เม.ย. 2566"."""
    return regex.compile(rf"{AND}(?:{day_word()}|เดือน)? ?|[^\n]{{0,30}}ถึง[^\n]{{0,30}}")


@compiled
def _bracket_gap() -> Pattern:
    """What may part a year from the months in brackets behind it: "ปี 2563 (มกราคม - ธันวาคม)"."""
    return regex.compile(r" {0,2}\( ?(?:ตั้งแต่|ระหว่าง)?(?:ช่วง)?(?:เดือน|วันที่)? {0,2}")


@compiled
def _direction() -> Pattern:
    """The words before a date that say whether it has come: "เมื่อวันที่ 5 มีนาคม", "ภายในวันที่ 5 มีนาคม"."""
    part, day = words("part"), r"(?:วัน\S{0,9}ที่|วัน|เดือน)? {0,2}"
    return regex.compile(rf"(?r)(?:(?P<past>เมื่อ)(?:คืน|ช่วง|{part})?|(?P<future>ภายใน|จนถึง|ก่อน){part}?){day}")


_EDITION_WITH_YEAR = regex.compile(r"ครั้งที่ {0,2}[0-9]{1,3} ?/ ?(?P<year>25[0-9]{2})(?![0-9])")


_YEARS_AWAY = {"this": 0, "last": -1, "next": 1}  # what a cue adds to the year of the article's own day
_DIRECTIONS = {"past": -1, "future": 1}


class Context:
    """The candidates of one text, and the days and years that they give each other."""

    def __init__(self, text: str, candidates: list[Candidate], published: date | None) -> None:
        """Find the article's own day. `published` is the day of the page."""
        self.text = text
        self.candidates = candidates
        self.published = published if published and published.year in CALENDAR_YEARS else None
        self.own_day = self.published
        self._filled: dict[int, Point] = {}  # by index of the candidate, the points that got their year here
        self._slipped: dict[Point, Point] = {}  # the own day as misprinted, and as meant
        self._find_own_day()

    # --- the article's own day

    def _find_own_day(self) -> None:
        lead: Candidate | None = None
        for index, candidate in enumerate(self.candidates):
            if not candidate.is_written_day:
                continue
            before = self.candidates[index - 1] if index else None
            if before and before.relative and before.unit == "day" and self.explains(before, candidate):
                if day := self._own(candidate):
                    self.own_day = day - timedelta(days=before.relative.distance)
                    return
            elif lead is None and candidate.start < _LEAD_LENGTH and candidate.point.year is not None:
                lead = candidate if self._heads_line(candidate) else None
        if lead and (day := self._own(lead)):
            near = self.published is None or -_MAX_LEAD_DAYS <= (day - self.published).days <= _MAX_SLIP_DAYS
            self.own_day = day if near else self.published

    def explains(self, relative: Candidate, candidate: Candidate) -> bool:
        """Whether `candidate` stands beside `relative` and says which day it is."""
        if not 0 <= candidate.start - relative.end <= _MAX_GAP_TO_TODAY:
            return False
        return _gap_behind_today().fullmatch(self.text, relative.end, candidate.start) is not None

    def _heads_line(self, candidate: Candidate) -> bool:
        """Whether a candidate stands at the head of a line."""
        return _line_head().match(self.text, 0, candidate.start) is not None

    def _own(self, candidate: Candidate) -> date | None:
        """The day of a candidate for the own day, with the right year where it slipped."""
        point = candidate.point
        if self.published and point.month and point.day:
            near = nearest(point, self.published)
            if point.year is None:
                point = near
            elif near.year != point.year and abs((near.begins - self.published).days) <= _MAX_SLIP_DAYS:
                candidate.warnings.append(
                    f"{point.edtf()} contradicts the page's date {self.published}; read as {near.edtf()}"
                )
                self._slipped[point] = near
                point = near
        return point.begins if point.year is not None else None

    # --- years

    def with_year(self, index: int, candidate: Candidate) -> Point:
        """The point of a candidate whose words leave out the year."""
        self._filled[index] = filled = self._fill(index, candidate)
        return filled

    def _fill(self, index: int, candidate: Candidate) -> Point:
        point, cue, day = candidate.point, candidate.cue, self.own_day
        if (
            cue in ("same", "")
            and (sibling := self._sibling_year(index, candidate, cue == "same")) is not None
        ):
            return point._replace(year=sibling)
        if day is None:
            return point._replace(year=self._any_year(index))
        if not cue and (listed := self._year_of_list(index, candidate)) is not None:
            return point._replace(year=listed)
        if cue in _YEARS_AWAY:
            return point._replace(year=day.year + _YEARS_AWAY[cue])
        if cue == "near":
            # ธันวาคมนี้ is this year's, มกราคมนี้ said in December the next one's.
            this = point._replace(year=day.year)
            return this if (day - this.ends).days < _HALF_YEAR_DAYS else point._replace(year=day.year + 1)
        return nearest(point, day, candidate.weekday, _DIRECTIONS.get(cue) or self._told_direction(candidate))

    def _told_direction(self, candidate: Candidate) -> int:
        """Whether the words before a candidate say that it is past (-1), to come (1), or neither (0)."""
        if candidate.cue:
            return 0
        told = _direction().match(self.text, 0, candidate.start)
        return 0 if not told else 1 if told["future"] else -1

    def _year_of_list(self, index: int, candidate: Candidate) -> int | None:
        """The year of a date of a list whose last date got its year here: a list goes forward.

        "29 มิถุนายน และ 29 ธันวาคม", and a calendar's lines.
        """
        listed = self._filled.get(index - 1) if index else None
        if not listed or not listed.year:
            return None
        before, point = self.candidates[index - 1], candidate.point
        if not (self._listed_with(before, candidate) or self._below(before, candidate)):
            return None
        return listed.year + (point[1:2] < listed[1:2])

    def _sibling_year(self, index: int, candidate: Candidate, same: bool) -> int | None:
        """The year of the date that this one is listed with: "5 มีนาคม และ 10 เมษายน 2564"."""
        last = candidate
        for other in self.candidates[index + 1 : index + 4]:
            if not self._listed_with(last, other):
                break
            if other.point.year is not None and other.point.month is not None:
                return other.point.year
            last = other
        if not index:
            return None
        before = self.candidates[index - 1]
        if _bracket_gap().fullmatch(self.text, before.end, candidate.start):
            return self._calendar_year(before, candidate.point)
        if same or self._listed_with(before, candidate):
            return (before.until or before).point.year
        return None

    def _listed_with(self, first: Candidate, second: Candidate) -> bool:
        """Whether two candidates that follow each other stand in one list."""
        near = second.start - first.end <= _MAX_LIST_GAP
        return near and _list_gap().fullmatch(self.text, first.end, second.start) is not None

    def _below(self, first: Candidate, second: Candidate) -> bool:
        """Whether two candidates head neighbouring lines: "March 6 Makha Bucha Day", "April 6 Chakri Day"."""
        if self.text.count("\n", first.end, second.start) != 1:
            return False
        return self._heads_line(first) and self._heads_line(second)

    def _calendar_year(self, named: Candidate, point: Point) -> int | None:
        """The calendar year of a month or day within the year, or the part of a year, that `named` says."""
        year, fiscal = named.point.year, named.kind == "fiscal_year" or bool(named.fiscal)
        if named.point.month is not None or named.until:
            return None
        if year is None and named.relative and self.own_day and named.unit == "year":
            year = self.own_day.year + named.relative.distance
        return year - 1 if year and fiscal and (point.month or 0) > _FISCAL_YEAR_ENDS else year

    def _any_year(self, index: int) -> int | None:
        """The nearest year before, else behind the candidate: for a text without an own day."""
        places, years = self._dated
        if not places:
            return self._only_year
        return years[max(bisect(places, index) - 1, 0)]

    @cached_property
    def _only_year(self) -> int | None:
        """The only year of a text, where no day or month has one: "วันนี้ (10 ก.ย.) … ครั้งที่ 3/2563"."""
        named = {candidate.point.year for candidate in self.candidates if not candidate.kind}
        named |= {int(edition["year"]) - BUDDHIST for edition in _EDITION_WITH_YEAR.finditer(self.text)}
        named.discard(None)
        return named.pop() if len(named) == 1 else None

    @cached_property
    def _dated(self) -> tuple[list[int], list[int]]:
        """The indexes of the days and months that have a year, and the years."""
        dated = [
            (index, candidate.point.year)
            for index, candidate in enumerate(self.candidates)
            if candidate.point.year is not None and candidate.point.month is not None
        ]
        return [index for index, _ in dated], [year for _, year in dated]

    def mended(self, candidate: Candidate) -> Point:
        """The point of a candidate; a year that cannot be right is corrected."""
        return self._slipped.get(candidate.point) or mended(candidate, self.own_day)
