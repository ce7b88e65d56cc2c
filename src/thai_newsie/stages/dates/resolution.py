"""The last step: candidates and their context become expressions with EDTF values, contradictions become warnings."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import zip_longest

from thai_newsie.provenance import Trace
from thai_newsie.stages.dates.candidate import Candidate, Offset
from thai_newsie.stages.dates.context import Context
from thai_newsie.stages.dates.lunar import lunar_day
from thai_newsie.stages.dates.parts import Parts
from thai_newsie.stages.dates.ranges import ordered_ends, with_missing_years
from thai_newsie.stages.dates.rejections import reject_date
from thai_newsie.stages.dates.values import (
    Expression,
    Point,
    fiscal_year_of,
    months_of,
    shifted_month,
    stretch,
)

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SCHOOL_STARTS = 5  # the academic year begins in May


class Resolver:
    """Gives the candidates of one text their values."""

    def __init__(self, context: Context, trace: Trace | None = None) -> None:
        """Resolve the candidates of `context`; `trace` notes those that are not listed."""
        self.context = context
        self.parts = Parts(context)
        self.trace = trace

    def expressions(self) -> list[Expression]:
        """The candidates as expressions with values."""
        text, candidates = self.context.text, self.context.candidates
        out = []
        for index, (candidate, following) in enumerate(zip_longest(candidates, candidates[1:])):
            if following and self._is_explained(candidate, following):
                # "วันนี้ (8 มิถุนายน 2564)": the explicit date is listed
                reason = "the date beside it says which day it is"
                reject_date(self.trace, candidate.start, candidate.end, candidate.rule, reason)
                continue
            value, kind = self._value(index, candidate)
            suffix = ".open" if candidate.open else ".range" if candidate.until else ""
            start, end, rule = candidate.start, candidate.end, candidate.rule + suffix
            out.append(Expression(start, end, text[start:end], value, kind, rule, tuple(candidate.warnings)))
        return out

    def _is_explained(self, candidate: Candidate, following: Candidate) -> bool:
        if not candidate.relative or following.relative:
            return False
        return self.context.explains(candidate, following)

    def _value(self, index: int, candidate: Candidate) -> tuple[str, str]:
        """The EDTF value and the kind of a candidate; the value is "" if it is not known."""
        if candidate.months:
            return self.parts.value(index, candidate), "range"
        if "fiscal_year" in (candidate.kind, candidate.unit):
            return self._fiscal_value(candidate), "fiscal_year"
        if candidate.until:
            return self._range(index, candidate, candidate.until), candidate.kind or "range"
        if candidate.unit == "week":
            return self._week(candidate), "range"
        if candidate.lunar:
            return self._lunar_day(candidate), "day"
        point = self._point(index, candidate)
        return _with_open_end(candidate, point)

    def _point(self, index: int, candidate: Candidate) -> Point | None:
        """The candidate's point with its year, its day within the month and its weekday checked; None if it is not known."""
        if candidate.relative:
            return self._relative_point(candidate, candidate.relative)
        if candidate.point.year is None and not candidate.misprint:
            point = self.context.with_year(index, candidate)
        else:
            point = self.context.mended(candidate)
        return self._checked(candidate, point)

    def _checked(self, candidate: Candidate, point: Point) -> Point:
        """The point with a day that exists; a warning tells of another day and of a weekday that is not the day's."""
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

    def _relative_point(self, candidate: Candidate, offset: Offset) -> Point | None:
        """The point that lies `offset` from the article's own day; None if that is not known."""
        day, (unit, count) = self.context.own_day, offset
        if day is None:
            return None
        if unit == "day":
            return Point.of(day + timedelta(days=count))
        if unit == "weekday":
            return Point.of(day + timedelta(days=_days_to_weekday(day, candidate.weekday or 1, count)))
        if unit == "month":
            return self._checked(candidate, shifted_month(day, count)._replace(day=candidate.point.day))
        if unit == "academic_year":
            return Point(day.year - (day.month < _SCHOOL_STARTS) + count)
        return Point(day.year + count)

    def _lunar_day(self, candidate: Candidate) -> str:
        assert candidate.lunar is not None
        own = self.context.own_day
        years = [candidate.point.year] if candidate.point.year else []
        if own and not years:
            years = [own.year - 1, own.year, own.year + 1]
        days = [day for year in years if (day := lunar_day(year, *candidate.lunar))]
        return min(days, key=lambda day: abs(day - own) if own else day).isoformat() if days else ""

    def _week(self, candidate: Candidate) -> str:
        day = self.context.own_day
        if day is None or candidate.relative is None:
            return ""
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=candidate.relative.distance)
        return stretch(monday.isoformat(), (monday + timedelta(days=6)).isoformat())

    def _range(self, index: int, candidate: Candidate, until: Candidate) -> str:
        """A range as EDTF; each end takes from the other one the year that it lacks."""
        if candidate.relative:
            first, last = self._relative_ends(candidate, candidate.relative, until)
        else:
            first, last = self._written_ends(index, candidate, until)
        return stretch(first.edtf(), last.edtf()) if first and last else ""

    def _relative_ends(
        self, candidate: Candidate, offset: Offset, until: Candidate
    ) -> tuple[Point | None, Point | None]:
        """The ends of a range whose first end counts from the article's own day: วันนี้ - 12 มิถุนายน."""
        first = self._relative_point(candidate, offset)
        if until.relative:
            return first, self._relative_point(until, until.relative)
        last = with_missing_years(first, until.point)[1] if first else until.point
        return first, self._checked(until, last)

    def _written_ends(self, index: int, candidate: Candidate, until: Candidate) -> tuple[Point, Point]:
        """The ends of a range that are written as dates."""
        first, last = self._mended(candidate), self._mended(until)
        if first.year is None and last.year is None:
            first = self.context.with_year(index, candidate)
        if first.year is None and last.year is None:
            return self._checked(candidate, first), self._checked(until, last)
        first, last = with_missing_years(first, last)
        first, last, warning = ordered_ends(first, last, candidate.shares_month)
        candidate.warnings += [warning] if warning else []
        first, last = self._checked(candidate, first), self._checked(until, last)
        candidate.warnings += [told for told in until.warnings if told not in candidate.warnings]
        return first, last

    def _mended(self, candidate: Candidate) -> Point:
        """The point of an end of a range; a year that it names is set right."""
        if candidate.point.year is None and not candidate.misprint:
            return candidate.point
        return self.context.mended(candidate)

    def _fiscal_value(self, candidate: Candidate) -> str:
        if candidate.relative:
            if self.context.own_day is None:
                return ""
            year = fiscal_year_of(self.context.own_day) + candidate.relative.distance
        else:
            assert candidate.point.year is not None
            year = candidate.point.year
        last = (candidate.until.point.year if candidate.until else None) or year
        begins, ends = months_of(year, 0, 12, fiscal=True)[0], months_of(last, 0, 12, fiscal=True)[1]
        return stretch(begins.isoformat(), ".." if candidate.open else ends.isoformat())


def _days_to_weekday(day: date, weekday: int, weeks: int) -> int:
    """The days from `day` to a weekday: the next one (0), the last one (-1), that of the next week (1: วันอังคารหน้า)."""
    if weeks > 0:
        return weekday - day.isoweekday() + 7 * weeks
    return (weekday - day.isoweekday()) % 7 + 7 * weeks


def _with_open_end(candidate: Candidate, point: Point | None) -> tuple[str, str]:
    """The value and the kind of a point; with เป็นต้นไป it is a range without an end."""
    if candidate.open:
        return stretch(point.edtf(), "..") if point else "", "range"
    return point.edtf() if point else "", candidate.kind or _kind(candidate, point)


def _kind(candidate: Candidate, point: Point | None) -> str:
    """The kind of a value that names one point."""
    if candidate.unit == "academic_year":
        return "academic_year"
    if point is None:
        return candidate.unit if candidate.unit in ("month", "year") else "day"
    return "day" if point.day else "month" if point.month else "year"
