"""Values of parts of years: which year a quarter or a half belongs to, and whether that year begins in October."""

from __future__ import annotations

from functools import cached_property

import regex

from thai_newsie.lexicon import compiled
from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.context import Context
from thai_newsie.stages.dates.patterns import Pattern, words
from thai_newsie.stages.dates.values import fiscal_year_of, months_of, stretch

_BUDGET_REACH = 120  # characters before a quarter in which it is said what the quarter is of
_MAX_GAP_TO_YEAR = 40


@compiled
def _budget() -> Pattern:
    """What makes the quarters of an article, where they stand without a year, those of the fiscal year."""
    return regex.compile(words("budget"))


class Parts:
    """Gives quarters, halves and first months their values."""

    def __init__(self, context: Context) -> None:
        """Read the parts of years among the candidates of `context`."""
        self.context = context

    def value(self, index: int, candidate: Candidate) -> str:
        """The stretch as EDTF: of months for the first months of a year, of days for the rest; "" if the year is unknown."""
        assert candidate.months is not None
        year, fiscal = self._year(index, candidate)
        if year is None:
            return ""
        first, count, by_month = candidate.months
        begins, ends = months_of(year, first, count, fiscal)
        if by_month:
            return stretch(f"{begins:%Y-%m}", f"{ends:%Y-%m}")
        return stretch(begins.isoformat(), ends.isoformat())

    def _year(self, index: int, candidate: Candidate) -> tuple[int | None, bool]:
        """The year that the months are of, and whether it is a fiscal year."""
        year = candidate.point.year
        if candidate.relative:
            fiscal = candidate.unit == "fiscal_year"
            own = self._own_year(fiscal)
            return own + candidate.relative.distance if own else None, fiscal
        if year is not None:
            # "ไตรมาส 1/2564" where the article speaks of the fiscal year 2564
            return year, year in self._fiscal_years if candidate.fiscal is None else candidate.fiscal
        if beside := self._year_beside(index):
            return beside.point.year, beside.kind == "fiscal_year"
        # An article that speaks of fiscal years alone means quarters of theirs.
        fiscal = self._only_fiscal and self._of_budget(candidate)
        return self._own_year(fiscal), fiscal

    def _own_year(self, fiscal: bool) -> int | None:
        """The calendar or fiscal year of the article's own day."""
        day = self.context.own_day
        if day is None:
            return None
        return fiscal_year_of(day) if fiscal else day.year

    def _of_budget(self, candidate: Candidate) -> bool:
        text, start = self.context.text, candidate.start
        near = max(start - _BUDGET_REACH, 0)
        return _budget().search(text, max(text.rfind("\n", near, start), near), start) is not None

    @cached_property
    def _fiscal_years(self) -> frozenset[int | None]:
        """The years that the text names as fiscal years."""
        return frozenset(c.point.year for c in self.context.candidates if c.kind == "fiscal_year")

    @cached_property
    def _only_fiscal(self) -> bool:
        """Whether the text names fiscal years and no others."""
        years = [c for c in self.context.candidates if c.point.year and not c.point.month and not c.months]
        return bool(years) and all(c.kind == "fiscal_year" for c in years)

    def _year_beside(self, index: int) -> Candidate | None:
        """The year that stands next to a part of a year without one: "ปีงบประมาณ พ.ศ.2564 ไตรมาส 1"."""
        here = self.context.candidates[index]
        if index:
            before = self.context.candidates[index - 1]
            gap = self.context.text[before.end : here.start]
            if (
                before.point.year
                and not before.point.month
                and len(gap) <= _MAX_GAP_TO_YEAR
                and "\n" not in gap
            ):
                return before
        return None
