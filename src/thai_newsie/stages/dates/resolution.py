"""The last step: candidates and their context become expressions with EDTF values, contradictions become warnings."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import zip_longest

from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.context import Context
from thai_newsie.stages.dates.lunar import lunar_day
from thai_newsie.stages.dates.parts import Parts
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

    def __init__(self, context: Context) -> None:
        """Resolve the candidates of `context`."""
        self.context = context
        self.parts = Parts(context)

    def expressions(self) -> list[Expression]:
        """The candidates as expressions with values."""
        text, candidates = self.context.text, self.context.candidates
        explains = self.context.explains
        out = []
        for index, (candidate, following) in enumerate(zip_longest(candidates, candidates[1:])):
            if following and candidate.relative and not following.relative and explains(candidate, following):
                continue  # "วันนี้ (8 มิถุนายน 2564)": the explicit date is listed
            value, kind = self._value(index, candidate)
            suffix = ".open" if candidate.open else ".range" if candidate.until else ""
            start, end, rule = candidate.start, candidate.end, candidate.rule + suffix
            out.append(Expression(start, end, text[start:end], value, kind, rule, tuple(candidate.warnings)))
        return out

    def _value(self, index: int, candidate: Candidate) -> tuple[str, str]:
        if candidate.months:
            return self.parts.value(index, candidate), "range"
        if candidate.kind == "fiscal_year" or (candidate.relative or ("",))[0] == "fiscal_year":
            return self._fiscal_value(candidate), "fiscal_year"
        if candidate.until:
            first, last = self._ends(index, candidate)
            if first is None or last is None:
                return "", candidate.kind or "range"
            return stretch(first.edtf(), last.edtf()), candidate.kind or "range"
        if candidate.relative and candidate.relative[0] == "week":
            return self._week(candidate.relative[1]), "range"
        if candidate.moon:
            return self._moon_day(candidate), "day"
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
            point = self.context.with_year(index, candidate)
        else:
            point = self.context.mended(candidate)
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
        day = self.context.own_day
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

    def _moon_day(self, candidate: Candidate) -> str:
        assert candidate.moon is not None
        own = self.context.own_day
        years = [candidate.point.year] if candidate.point.year else []
        if own and not years:
            years = [own.year - 1, own.year, own.year + 1]
        days = [day for year in years if (day := lunar_day(year, *candidate.moon))]
        return min(days, key=lambda day: abs(day - own) if own else day).isoformat() if days else ""

    def _week(self, offset: int) -> str:
        day = self.context.own_day
        if day is None:
            return ""
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=offset)
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
            last = self.context.mended(until)
        if first.year is not None or candidate.misprint:
            first = self.context.mended(candidate)
        if first.year is None and last.year is None:
            first = self.context.with_year(index, candidate)
            if first.year is None:
                return self._checked(candidate, first), self._checked(until, last)
        if first.year is None and last.year is not None:
            first = first._replace(year=last.year)
            if first.month and last.month and first.month > last.month:
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
        if candidate.shares_month and first.year and first.month:
            # "28 - 2 เมษายน": the month before is left out
            first = shifted_month(date(first.year, first.month, 1), -1)._replace(day=first.day)
        elif first.month and first.year == last.year and last.year:
            # "28 ก.พ. - 27 ก.พ. 2565": a year lies between
            first = first._replace(year=last.year - 1)
        else:
            first, last = last, first
        candidate.warnings.append(f"{backwards}; read as {first.edtf()} to {last.edtf()}")
        return first, last

    def _fiscal_value(self, candidate: Candidate) -> str:
        if candidate.relative:
            if self.context.own_day is None:
                return ""
            year = fiscal_year_of(self.context.own_day) + candidate.relative[1]
        else:
            assert candidate.point.year is not None
            year = candidate.point.year
        last = (candidate.until.point.year if candidate.until else None) or year
        begins, ends = months_of(year, 0, 12, fiscal=True)[0], months_of(last, 0, 12, fiscal=True)[1]
        return stretch(begins.isoformat(), ".." if candidate.open else ends.isoformat())


def _after(last: Point, first: Point) -> Point:
    """`last` in the first year in which it does not come before `first`."""
    if last.year is not None and first.month and last.month and last.month < first.month:
        return last._replace(year=last.year + 1)
    return last


def _kind(candidate: Candidate, point: Point | None) -> str:
    if point is None:
        unit = (candidate.relative or ("day",))[0]
        return unit if unit in ("month", "year") else "day"
    return "day" if point.day else "month" if point.month else "year"
