"""What the article as a whole says of an expression: the article's own day, years left unsaid, years misprinted."""

from __future__ import annotations

from bisect import bisect
from datetime import date, timedelta
from functools import cached_property

import regex

from thai_newsie.lexicon import compiled
from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.misprints import mended
from thai_newsie.stages.dates.patterns import AND, Pattern, day_word, weekday
from thai_newsie.stages.dates.values import BUDDHIST, CALENDAR_YEARS, Point, nearest

_LEAD_DAYS = 31  # a lead's date further from the page's is the date of something else
_LEAD_REACH = 1000  # characters: title and first lines
_SLIP_DAYS = 3  # "วันนี้ (5 มกราคม 2563)" on a page of 2021-01-06 is the year's slip, not another day
_HALF_YEAR = 183
_LONGEST_GAP = 60  # characters between two dates of one list
_FISCAL_YEAR_ENDS = 9  # September


@compiled
def _beside() -> Pattern:
    """What may part วันนี้ from the date that explains it: "วันนี้ (พฤหัสบดีที่ 19 พฤษภาคม 2565)"."""
    return regex.compile(rf" {{0,3}}[(\[]? {{0,2}}(?:วัน)?(?:{weekday()})? ?(?:วันที่|ที่)? {{0,2}}")


@compiled
def _lead() -> Pattern:
    """What may stand before the date at the head of a line."""
    return regex.compile(
        rf"(?rm)^[ *•\-–(\[“\"']{{0,6}}(?:เมื่อ|ใน)? ?(?:วัน(?:{weekday()})? ?(?:ที่)? {{0,2}})?[(\[]?"
    )


@compiled
def _sibling() -> Pattern:
    # The last: "10 เม.ย. จนถึงเวลา 18.00 น. ของวันที่ 12 เม.ย. 2566"
    return regex.compile(rf"{AND}(?:{day_word()}|เดือน)? ?|[^\n]{{0,30}}ถึง[^\n]{{0,30}}")


@compiled
def _opened() -> Pattern:
    return regex.compile(r" {0,2}\( ?(?:ตั้งแต่|ระหว่าง)?(?:ช่วง)?(?:เดือน|วันที่)? {0,2}")


_PAST = regex.compile(r"(?r)เมื่อ(?:คืน|ช่วง|ต้น|กลาง|ปลาย)?(?:วัน\S{0,9}ที่|วัน|เดือน)? {0,2}")
_EDITION = regex.compile(r"ครั้งที่ {0,2}[0-9]{1,3} ?/ ?(?P<year>25[0-9]{2})(?![0-9])")
_FUTURE = regex.compile(r"(?r)(?:ภายใน|จนถึง|ก่อน)(?:สิ้น|ต้น|กลาง|ปลาย)?(?:วัน\S{0,9}ที่|วัน|เดือน)? {0,2}")


class Context:
    """The candidates of one text read together, against the day of the page if that is known."""

    def __init__(self, text: str, candidates: list[Candidate], published: date | None) -> None:
        """Find the article's own day and set right what contradicts it."""
        self.text = text
        self.candidates = candidates
        self.published = published if published and published.year in CALENDAR_YEARS else None
        self.own_day = self.published
        self._filled: dict[int, Point] = {}  # by their place, the points whose year was found here
        self._slipped: dict[Point, Point] = {}  # the own day as misprinted, and as meant
        self._find_own_day()

    # --- the article's own day

    def _find_own_day(self) -> None:
        lead: Candidate | None = None
        for index, candidate in enumerate(self.candidates):
            if candidate.point.day is None or not candidate.rule.startswith("day") or candidate.until:
                continue
            before = self.candidates[index - 1] if index else None
            if (
                before
                and before.relative
                and before.relative[0] == "day"
                and self.explains(before, candidate)
            ):
                day = self._own(candidate)
                if day:
                    self.own_day = day - timedelta(days=before.relative[1])
                    return
            elif lead is None and candidate.start < _LEAD_REACH and candidate.point.year is not None:
                lead = candidate if _lead().match(self.text, 0, candidate.start) else None
        if lead and (day := self._own(lead)):
            near = self.published is None or -_LEAD_DAYS <= (day - self.published).days <= _SLIP_DAYS
            self.own_day = day if near else self.published

    def explains(self, relative: Candidate, candidate: Candidate) -> bool:
        """Whether `candidate` stands beside `relative` and says which day it is."""
        gap = candidate.start - relative.end
        return 0 <= gap <= 30 and _beside().fullmatch(self.text, relative.end, candidate.start) is not None

    def _own(self, candidate: Candidate) -> date | None:
        """The day of a candidate for the own day; its year set right where it slipped."""
        point = candidate.point
        if self.published and point.month and point.day:
            near = nearest(point, self.published)
            if (
                point.year is not None
                and near.year != point.year
                and near.year
                and abs((near.begins - self.published).days) <= _SLIP_DAYS
            ):
                candidate.warnings.append(
                    f"{point.edtf()} contradicts the page's date {self.published}; read as {near.edtf()}"
                )
                self._slipped[point] = near
                point = near
            elif point.year is None:
                point = near
        return point.begins if point.year is not None else None

    # --- years

    def with_year(self, index: int, candidate: Candidate) -> Point:
        """The point of a candidate whose words leave out the year."""
        self._filled[index] = filled = self._fill(index, candidate)
        return filled

    def _fill(self, index: int, candidate: Candidate) -> Point:
        point, cue, day = candidate.point, candidate.cue, self.own_day
        if cue == "same" or not cue:
            sibling = self._sibling_year(index, candidate, cue == "same")
            if sibling is not None:
                return point._replace(year=sibling)
        if day is None:
            year = self._any_year(index)
            return point._replace(year=year)
        listed = None if cue or not index else self._filled.get(index - 1)
        before = self.candidates[index - 1]
        if (
            listed
            and listed.year
            and (self._listed_with(before, candidate) or self._below(before, candidate))
        ):
            # "29 มิถุนายน และ 29 ธันวาคม", and a calendar's lines: a list goes forward.
            return point._replace(year=listed.year + (point[1:2] < listed[1:2]))
        if cue in ("this", "last", "next"):
            return point._replace(year=day.year + {"this": 0, "last": -1, "next": 1}[cue])
        if cue == "near":
            # ธันวาคมนี้ is this year's, มกราคมนี้ said in December the next one's.
            this = point._replace(year=day.year)
            return this if (day - this.ends).days < _HALF_YEAR else point._replace(year=day.year + 1)
        direction = {"past": -1, "future": 1}.get(cue, 0)
        if not cue:
            direction = -1 if _PAST.match(self.text, 0, candidate.start) else 0
            direction = 1 if _FUTURE.match(self.text, 0, candidate.start) else direction
        return nearest(point, day, candidate.weekday, direction)

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
        if _opened().fullmatch(self.text, before.end, candidate.start):  # "ปี 2563 (มกราคม - ธันวาคม)"
            return self._month_s_year(before, candidate.point)
        if same or self._listed_with(before, candidate):
            return (before.until or before).point.year
        return None

    def _listed_with(self, first: Candidate, second: Candidate) -> bool:
        """Whether two candidates that follow each other stand in one list."""
        near = second.start - first.end <= _LONGEST_GAP
        return near and _sibling().fullmatch(self.text, first.end, second.start) is not None

    def _below(self, first: Candidate, second: Candidate) -> bool:
        """Whether two candidates head neighbouring lines: "March 6 Makha Bucha Day", "April 6 Chakri Day"."""
        if self.text.count("\n", first.end, second.start) != 1:
            return False
        return all(_lead().match(self.text, 0, candidate.start) for candidate in (first, second))

    def _month_s_year(self, named: Candidate, point: Point) -> int | None:
        """The calendar year of a month or day within the year, or the part of a year, that `named` says."""
        year, fiscal = named.point.year, named.kind == "fiscal_year" or bool(named.fiscal)
        if named.point.month is not None or named.until:
            return None
        if year is None and named.relative and self.own_day and named.relative[0] == "year":
            year = self.own_day.year + named.relative[1]
        return year - 1 if year and fiscal and (point.month or 0) > _FISCAL_YEAR_ENDS else year

    def _any_year(self, index: int) -> int | None:
        """The year named nearest before, else after: all there is in a text whose day is not known."""
        places, years = self._dated
        if not places:
            return self._only_year
        return years[max(bisect(places, index) - 1, 0)]

    @cached_property
    def _only_year(self) -> int | None:
        """The one year that a text names where no day has any: "วันนี้ (10 ก.ย.) … ครั้งที่ 3/2563"."""
        named = {candidate.point.year for candidate in self.candidates if not candidate.kind}
        named |= {int(edition["year"]) - BUDDHIST for edition in _EDITION.finditer(self.text)}
        named.discard(None)
        return named.pop() if len(named) == 1 else None

    @cached_property
    def _dated(self) -> tuple[list[int], list[int]]:
        """Where in the candidates a day or month names its year, and the year."""
        dated = [
            (index, candidate.point.year)
            for index, candidate in enumerate(self.candidates)
            if candidate.point.year is not None and candidate.point.month is not None
        ]
        return [index for index, _ in dated], [year for _, year in dated]

    def mended(self, candidate: Candidate) -> Point:
        """The candidate's point, its year set right where it cannot be what was meant."""
        return self._slipped.get(candidate.point) or mended(candidate, self.own_day)
