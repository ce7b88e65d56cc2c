"""What the article as a whole says of an expression: its own day, years left unsaid, misprints, contradictions."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import regex

from thai_newsie.dates.candidate import Candidate
from thai_newsie.dates.patterns import AND, Pattern, day_word, weekday
from thai_newsie.dates.values import (
    Expression,
    Point,
    fiscal_year_of,
    months_of,
    shifted_month,
    stretch,
    to_be,
)

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SCHOOL_STARTS = 5  # the academic year begins in May
_LEAD_DAYS = 31  # a lead's date further from the page's is the date of something else
_SLIP_DAYS = 3  # "วันนี้ (5 มกราคม 2563)" on a page of 2021-01-06 is the year's slip, not another day
_FUTURE_YEARS = 15  # days are not announced further ahead


@cache
def _beside() -> Pattern:
    """What may part วันนี้ from the date that explains it: "วันนี้ (พฤหัสบดีที่ 19 พฤษภาคม 2565)"."""
    return regex.compile(rf" {{0,3}}[(\[]? {{0,2}}(?:วัน)?(?:{weekday()})? ?(?:วันที่|ที่)? {{0,2}}")


@cache
def _lead() -> Pattern:
    """What may stand before the date at the head of a line."""
    return regex.compile(
        rf"(?rm)^[ *•\-–(\[“\"']{{0,6}}(?:เมื่อ|ใน)? ?(?:วัน(?:{weekday()})? ?(?:ที่)? {{0,2}})?[(\[]?"
    )


@cache
def _sibling() -> Pattern:
    return regex.compile(rf"{AND}(?:{day_word()}|เดือน)? ?")


_PAST = regex.compile(r"(?r)(?:เมื่อ|นับตั้งแต่|ตั้งแต่)(?:คืน|ช่วง|ต้น|กลาง|ปลาย)?(?:วัน\S{0,9}ที่|วัน|เดือน)? {0,2}")
_FUTURE = regex.compile(r"(?r)(?:ภายใน|จนถึง|ก่อน)(?:สิ้น|ต้น|กลาง|ปลาย)?(?:วัน\S{0,9}ที่|วัน|เดือน)? {0,2}")


class Context:
    """The candidates of one text read together, against the day of the page if that is known."""

    def __init__(self, text: str, candidates: list[Candidate], published: date | None) -> None:
        """Find the article's own day and set right what contradicts it."""
        self.text = text
        self.candidates = candidates
        self.published = published
        self.own_day = published
        self._find_own_day()

    # --- the article's own day

    def _find_own_day(self) -> None:
        lead: Candidate | None = None
        for index, candidate in enumerate(self.candidates):
            if candidate.point.day is None or candidate.until or candidate.relative:
                continue
            before = self.candidates[index - 1] if index else None
            if (
                before
                and before.relative
                and before.relative[0] == "day"
                and self._explains(before, candidate)
            ):
                day = self._own(candidate)
                if day:
                    self.own_day = day - timedelta(days=before.relative[1])
                    return
            elif lead is None and candidate.start < 4000 and _lead().match(self.text, 0, candidate.start):
                lead = candidate
        if lead and (day := self._own(lead)):
            near = self.published is None or -_LEAD_DAYS <= (day - self.published).days <= _SLIP_DAYS
            self.own_day = day if near else self.published

    def _explains(self, relative: Candidate, candidate: Candidate) -> bool:
        """Whether `candidate` stands beside `relative` and says which day it is."""
        gap = candidate.start - relative.end
        return 0 <= gap <= 30 and _beside().fullmatch(self.text, relative.end, candidate.start) is not None

    def _own(self, candidate: Candidate) -> date | None:
        """The day of a candidate for the own day; its year set right where it slipped."""
        point = candidate.point
        if self.published and point.month and point.day:
            nearest = self._nearest(point, self.published)
            if (
                point.year is not None
                and nearest.year != point.year
                and nearest.year
                and abs((nearest.begins - self.published).days) <= _SLIP_DAYS
            ):
                candidate.warnings.append(
                    f"{point.edtf()} contradicts the page's date {self.published}; read as {nearest.edtf()}"
                )
                candidate.point = point = nearest
            elif point.year is None:
                point = nearest
        return point.begins if point.year is not None else None

    # --- years

    def _nearest(self, point: Point, day: date, weekday: int | None = None, direction: int = 0) -> Point:
        """`point` in the year that brings it nearest to `day`, before it (-1), after it (1) or on either side."""
        choices = [point._replace(year=day.year + more) for more in (-1, 0, 1)]
        if weekday and point.day:
            agreeing = [c for c in choices if c == c.clipped() and c.begins.isoweekday() == weekday]
            if len(agreeing) == 1 and direction == 0:
                return agreeing[0]

        def distance(choice: Point) -> int:
            days = (choice.begins - day).days
            wrong = (direction > 0 and (choice.ends - day).days < 0) or (direction < 0 and days > 0)
            middle = days + (15 if choice.day is None else 0)
            return abs(middle) + (10_000 if wrong else 0)

        return min(choices, key=distance)

    def _with_year(self, index: int, candidate: Candidate) -> Point:
        """The point of a candidate whose words leave out the year."""
        point, cue, day = candidate.point, candidate.cue, self.own_day
        if cue == "same" or not cue:
            sibling = self._sibling_year(index, candidate, cue == "same")
            if sibling is not None:
                return point._replace(year=sibling)
        if day is None:
            year = self._any_year(index)
            return point._replace(year=year)
        if cue in ("this", "last", "next"):
            return point._replace(year=day.year + {"this": 0, "last": -1, "next": 1}[cue])
        direction = {"past": -1, "future": 1}.get(cue, 0)
        if not cue:
            direction = -1 if _PAST.match(self.text, 0, candidate.start) else 0
            direction = 1 if _FUTURE.match(self.text, 0, candidate.start) else direction
        return self._nearest(point, day, candidate.weekday, direction)

    def _sibling_year(self, index: int, candidate: Candidate, same: bool) -> int | None:
        """The year of the date that this one is listed with: "5 มีนาคม และ 10 เมษายน 2564"."""
        for other in self.candidates[index + 1 : index + 4]:
            if not _sibling().fullmatch(self.text, candidate.end, other.start):
                break
            if other.point.year is not None and other.point.month is not None:
                return other.point.year
            candidate = other
        if index and (before := self.candidates[index - 1]).point.year is not None:
            start = self.candidates[index].start
            if same or _sibling().fullmatch(self.text, before.end, start):
                return (before.until or before).point.year
        return None

    def _any_year(self, index: int) -> int | None:
        """The year named nearest before, else after: all there is in a text whose day is not known."""
        for other in (*reversed(self.candidates[:index]), *self.candidates[index:]):
            if other.point.year is not None and other.point.month is not None:
                return other.point.year
        return None

    def _mended(self, candidate: Candidate) -> Point:
        """The point with a year that cannot be right (2664, 25664) set to the one that the own day makes certain."""
        point, day = candidate.point, self.own_day
        if candidate.misprint:
            mended = self._nearest(point, day) if day else point
            candidate.warnings.append(
                f"{candidate.misprint!r} is no year; read as {mended.year or 'unknown'}"
            )
            return mended
        if day and point.year and point.month and point.year > day.year + _FUTURE_YEARS:
            mended = self._nearest(point, day)
            written, meant = str(to_be(point.year)), str(to_be(mended.year or 0))
            if sum(a != b for a, b in zip(written, meant, strict=False)) == 1:
                candidate.warnings.append(f"the year {written} is a misprint; read as {mended.year}")
                return mended
        return point

    # --- values

    def expressions(self) -> list[Expression]:
        """The candidates as expressions with values."""
        out = []
        for index, candidate in enumerate(self.candidates):
            following = self.candidates[index + 1] if index + 1 < len(self.candidates) else None
            if (
                candidate.relative
                and following
                and not following.relative
                and self._explains(candidate, following)
            ):
                continue  # "วันนี้ (8 มิถุนายน 2564)": the explicit date is listed
            value, kind = self._value(index, candidate)
            out.append(
                Expression(
                    candidate.start,
                    candidate.end,
                    self.text[candidate.start : candidate.end],
                    value,
                    kind,
                    f"{candidate.rule}.open"
                    if candidate.open
                    else f"{candidate.rule}.range"
                    if candidate.until
                    else candidate.rule,
                    tuple(candidate.warnings),
                )
            )
        return out

    def _value(self, index: int, candidate: Candidate) -> tuple[str, str]:
        if candidate.months:
            return self._months_value(index, candidate), "range"
        if candidate.kind == "fiscal_year" or (candidate.relative or ("",))[0] == "fiscal_year":
            return self._fiscal_value(candidate), "fiscal_year"
        if candidate.until:
            first, last = self._ends(index, candidate)
            if first is None or last is None:
                return "", candidate.kind or "range"
            return stretch(first.edtf(), last.edtf()), candidate.kind or "range"
        if candidate.relative and candidate.relative[0] == "week":
            return self._week(candidate.relative[1]), "range"
        point = self._point(index, candidate)
        kind = candidate.kind or (
            "academic_year"
            if (candidate.relative or ("",))[0] == "academic_year"
            else _kind(candidate, point)
        )
        if point is None:
            return "", "range" if candidate.open else kind
        return (stretch(point.edtf(), ".."), "range") if candidate.open else (point.edtf(), kind)

    def _point(self, index: int, candidate: Candidate) -> Point | None:
        """The candidate's point with its year, its day within the month and its weekday checked; None if it is unknown."""
        if candidate.relative:
            return self._relative_point(candidate)
        if candidate.point.year is None and not candidate.misprint:
            point = self._with_year(index, candidate)
        else:
            point = self._mended(candidate)
        return self._checked(candidate, point)

    def _checked(self, candidate: Candidate, point: Point) -> Point:
        clipped = point.clipped()
        if clipped != point:
            candidate.warnings.append(f"{point.edtf()} does not exist; read as {clipped.edtf()}")
        elif candidate.weekday and point.year and point.day:
            true = point.begins.isoweekday()
            if true != candidate.weekday:
                candidate.warnings.append(
                    f"{point.edtf()} is a {_WEEKDAYS[true - 1]}, not a {_WEEKDAYS[candidate.weekday - 1]}"
                )
        return clipped

    def _relative_point(self, candidate: Candidate) -> Point | None:
        day = self.own_day
        assert candidate.relative is not None
        unit, offset = candidate.relative
        if day is None:
            return None
        if unit == "day":
            return Point.of(day + timedelta(days=offset))
        if unit == "weekday":
            assert candidate.weekday is not None
            ahead = (candidate.weekday - day.isoweekday()) % 7
            if offset < 0:
                ahead = ahead - 7
            elif offset > 0:  # วันอังคารหน้า: that of the next week
                ahead = candidate.weekday - day.isoweekday() + 7
            return Point.of(day + timedelta(days=ahead))
        if unit == "month":
            return self._checked(candidate, shifted_month(day, offset)._replace(day=candidate.point.day))
        if unit == "academic_year":
            return Point(day.year - (day.month < _SCHOOL_STARTS) + offset)
        return Point(day.year + offset)

    def _week(self, offset: int) -> str:
        if self.own_day is None:
            return ""
        monday = self.own_day - timedelta(days=self.own_day.weekday()) + timedelta(weeks=offset)
        return stretch(monday.isoformat(), (monday + timedelta(days=6)).isoformat())

    def _ends(self, index: int, candidate: Candidate) -> tuple[Point | None, Point | None]:
        """Both ends of a range, each taking the year it lacks from the other."""
        until = candidate.until
        assert until is not None
        first, last = candidate.point, until.point
        if candidate.relative:
            start = self._relative_point(candidate)
            if until.relative:
                return start, self._relative_point(until)
            if last.year is None and start:
                last = _after(last._replace(year=start.year), start)
            return start, self._checked(until, last)
        if last.year is not None or until.misprint:
            last = self._mended(until)
        if first.year is not None or candidate.misprint:
            first = self._mended(candidate)
        if first.year is None and last.year is None:
            first = self._with_year(index, candidate)
            if first.year is None:
                return self._checked(candidate, first), self._checked(until, last)
        if first.year is None and last.year is not None:
            first = first._replace(year=last.year)
            if first[1:] > last[1:] and first.month != last.month:
                first = first._replace(year=last.year - 1)
        elif last.year is None and first.year is not None:
            last = _after(last._replace(year=first.year), first)
        first, last = self._turned(candidate, first, last)
        first, last = self._checked(candidate, first), self._checked(until, last)
        for warning in until.warnings:
            if warning not in candidate.warnings:
                candidate.warnings.append(warning)
        return first, last

    def _turned(self, candidate: Candidate, first: Point, last: Point) -> tuple[Point, Point]:
        """The ends of a range in order. Where they are not, the likelier slip is set right."""
        if first.begins <= last.ends:
            return first, last
        backwards = f"the range {first.edtf()} to {last.edtf()} runs backwards"
        if (
            candidate.shares_month and first.year and first.month
        ):  # "28 - 2 เมษายน": the month before is left out
            first = shifted_month(date(first.year, first.month, 1), -1)._replace(day=first.day)
        elif (
            first.month and first.year == last.year and last.year
        ):  # "28 ก.พ. - 27 ก.พ. 2565": a year lies between
            first = first._replace(year=last.year - 1)
        else:
            first, last = last, first
        candidate.warnings.append(f"{backwards}; read as {first.edtf()} to {last.edtf()}")
        return first, last

    def _fiscal_value(self, candidate: Candidate) -> str:
        if candidate.relative:
            if self.own_day is None:
                return ""
            year = fiscal_year_of(self.own_day) + candidate.relative[1]
        else:
            assert candidate.point.year is not None
            year = candidate.point.year
        last = (candidate.until.point.year if candidate.until else None) or year
        begins, ends = months_of(year, 0, 12, fiscal=True)[0], months_of(last, 0, 12, fiscal=True)[1]
        return stretch(begins.isoformat(), ".." if candidate.open else ends.isoformat())

    # --- parts of years

    def _months_value(self, index: int, candidate: Candidate) -> str:
        assert candidate.months is not None
        year, fiscal = candidate.point.year, candidate.fiscal
        years = [c for c in self.candidates if c.point.year and not c.point.month and not c.months]
        if candidate.relative:
            fiscal = candidate.relative[0] == "fiscal_year"
            if self.own_day:
                year = (fiscal_year_of(self.own_day) if fiscal else self.own_day.year) + candidate.relative[1]
        elif year is None and (neighbour := self._year_beside(index)):
            year, fiscal = neighbour.point.year, neighbour.kind == "fiscal_year"
        elif year is None:
            # An article that speaks of fiscal years alone means quarters of theirs.
            fiscal = bool(years) and all(c.kind == "fiscal_year" for c in years)
            if self.own_day:
                year = fiscal_year_of(self.own_day) if fiscal else self.own_day.year
        elif fiscal is None:
            # "ไตรมาส 1/2564" where the article speaks of the fiscal year 2564
            fiscal = any(c.kind == "fiscal_year" and c.point.year == year for c in years)
        if year is None:
            return ""
        first, count = candidate.months
        begins, ends = months_of(year, first, count, bool(fiscal))
        if candidate.rule == "first_months":
            return stretch(f"{begins:%Y-%m}", f"{ends:%Y-%m}")
        return stretch(begins.isoformat(), ends.isoformat())

    def _year_beside(self, index: int) -> Candidate | None:
        """The year that stands next to a part of a year without one: "ปีงบประมาณ พ.ศ.2564 ไตรมาส 1"."""
        here = self.candidates[index]
        if index:
            before = self.candidates[index - 1]
            gap = self.text[before.end : here.start]
            if before.point.year and not before.point.month and len(gap) <= 40 and "\n" not in gap:
                return before
        return None


def _after(last: Point, first: Point) -> Point:
    """`last` in the first year in which it does not come before `first`."""
    if last.year is not None and last.month != first.month and last[1:2] < first[1:2]:
        return last._replace(year=last.year + 1)
    return last


def _kind(candidate: Candidate, point: Point | None) -> str:
    if point is None:
        unit = (candidate.relative or ("day",))[0]
        return unit if unit in ("month", "year") else "day"
    return "day" if point.day else "month" if point.month else "year"
