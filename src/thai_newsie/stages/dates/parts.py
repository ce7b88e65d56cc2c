"""Values of parts of years: which year a quarter or a half belongs to, and whether that year begins in October."""

from __future__ import annotations

from functools import cached_property

import regex

from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.context import Context
from thai_newsie.stages.dates.values import fiscal_year_of, months_of, stretch

# Quarters that an article on budgets names without a year are those of the fiscal year.
_BUDGET = regex.compile("เบิกจ่าย|งบประมาณ|จัดเก็บรายได้")
_NEAR = 120  # characters before a quarter in which it is said what the quarter is of


class Parts:
    """Gives quarters, halves and first months their values."""

    def __init__(self, context: Context) -> None:
        """Read the parts of years among the candidates of `context`."""
        self.context = context

    def value(self, index: int, candidate: Candidate) -> str:
        """The stretch as EDTF: of months for the first months of a year, of days for the rest; "" if the year is unknown."""
        assert candidate.months is not None
        year, fiscal = candidate.point.year, candidate.fiscal
        if candidate.relative:
            fiscal = candidate.relative[0] == "fiscal_year"
            if self.context.own_day:
                year = (
                    fiscal_year_of(self.context.own_day) if fiscal else self.context.own_day.year
                ) + candidate.relative[1]
        elif year is None and (neighbour := self._year_beside(index)):
            year, fiscal = neighbour.point.year, neighbour.kind == "fiscal_year"
        elif year is None:
            # An article that speaks of fiscal years alone means quarters of theirs.
            fiscal = self._only_fiscal and self._of_budget(candidate)
            if self.context.own_day:
                year = fiscal_year_of(self.context.own_day) if fiscal else self.context.own_day.year
        elif fiscal is None:
            # "ไตรมาส 1/2564" where the article speaks of the fiscal year 2564
            fiscal = year in self._fiscal_years
        if year is None:
            return ""
        first, count = candidate.months
        begins, ends = months_of(year, first, count, bool(fiscal))
        if candidate.rule == "first_months":
            return stretch(f"{begins:%Y-%m}", f"{ends:%Y-%m}")
        return stretch(begins.isoformat(), ends.isoformat())

    def _of_budget(self, candidate: Candidate) -> bool:
        text, start = self.context.text, candidate.start
        near = max(start - _NEAR, 0)
        return _BUDGET.search(text, max(text.rfind("\n", near, start), near), start) is not None

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
            if before.point.year and not before.point.month and len(gap) <= 40 and "\n" not in gap:
                return before
        return None
