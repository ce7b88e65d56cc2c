"""Candidates that belong together: the two ends of a range, "เป็นต้นไป", and rules that read the same words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import regex

from thai_newsie.lexicon import compiled
from thai_newsie.provenance import Trace
from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.patterns import AND, TO, TO_NEXT_LINE, Pattern, day_word, era, words

_ONWARD = regex.compile(r" {0,2}เป็นต้น(?:ไป|มา)")
_MAX_JOIN_LENGTH = 40  # characters: "ไปจนถึงวันพฤหัสบดีที่" and the like


@compiled
def _list_gap() -> Pattern:
    """What stands between two dates of a list."""
    return regex.compile(rf"{AND}(?:{day_word()}|เดือน)? ?")


@compiled
def _range_gap() -> Pattern:
    """What stands between the two dates of a range."""
    return regex.compile(
        rf"(?: \.)?(?:{TO}|{TO_NEXT_LINE})(?:ใน)?(?:ช่วง)?(?:{words('part')})?(?:เดือน|{day_word()}|ปี)? {{0,2}}(?:{era()})? {{0,2}}"
    )


def apart(families: Iterable[Iterable[Candidate]], trace: Trace | None) -> list[Candidate]:
    """The candidates in the order of the text, none overlapping; of two that do, the earlier family's stays."""
    ranked = [(c.start, rank, c) for rank, family in enumerate(families) for c in family]
    ranked.sort(key=lambda entry: entry[:2])
    kept: list[tuple[int, int, Candidate]] = []
    for entry in ranked:
        while kept and entry[0] < kept[-1][2].end and entry[1] < kept[-1][1]:
            _reject_overlapping(kept.pop()[2], entry[2], trace)
        if not kept or entry[0] >= kept[-1][2].end:
            kept.append(entry)
        else:
            _reject_overlapping(entry[2], kept[-1][2], trace)
    return [candidate for _, _, candidate in kept]


def _reject_overlapping(lost: Candidate, kept: Candidate, trace: Trace | None) -> None:
    """Note a candidate that overlaps another one. What lies within the other one is a part of it, and not noted."""
    if trace is not None and not (kept.start <= lost.start and lost.end <= kept.end):
        reason = f"overlaps the date that the rule {kept.rule} reads, which goes first"
        trace.reject("dates", lost.start, lost.end, lost.rule, reason)


def linked(text: str, candidates: list[Candidate], trace: Trace | None) -> list[Candidate]:
    """The candidates with ranges made one, and without those that only a neighbour could have made dates."""
    joined = _joined(text, candidates, trace)
    for candidate in joined:
        if onward := _ONWARD.match(text, candidate.end):
            candidate.open, candidate.end, candidate.weak = candidate.until is None, onward.end(), False
    _share_each_year(text, joined)
    kept = []
    for candidate in joined:
        if reason := _no_date(candidate):
            if trace is not None:
                trace.reject("dates", candidate.start, candidate.end, candidate.rule, reason)
        else:
            kept.append(candidate)
    return kept


def _joined(text: str, candidates: Iterable[Candidate], trace: Trace | None) -> list[Candidate]:
    """The candidates, the two ends of each range as one of them."""
    joined: list[Candidate] = []
    for candidate in candidates:
        previous = joined[-1] if joined else None
        if previous and candidate.relative and candidate.start < previous.cue_end:
            if trace is not None:
                reason = "tells the year of the date before it"  # "28 สิงหาคมปีที่แล้ว"
                trace.reject("dates", candidate.start, candidate.end, candidate.rule, reason)
        elif previous and _is_range(text, previous, candidate):
            previous.until, previous.end, previous.cue_end = candidate, candidate.end, candidate.cue_end
            previous.weak = candidate.weak = False
        else:
            joined.append(candidate)
    return joined


def _no_date(candidate: Candidate) -> str:
    """Why a candidate by itself is no date; "" where it is one."""
    if candidate.weak:
        return "a short form of a month with neither a day, a year nor a word such as เดือน beside it"
    if "every" in candidate.cues:
        return "comes again every year"
    return ""


def _share_each_year(text: str, candidates: list[Candidate]) -> None:
    """Of days and months that are listed, all come again each year if the last does: มีนาคมและเดือนกันยายนของทุกปี."""
    for first, second in pairwise(reversed(candidates)):
        unsaid = not second.cue and second.point.month and second.point.year is None
        if unsaid and "every" in first.cues and _list_gap().fullmatch(text, second.end, first.start):
            second.cue = "every"


def _is_range(text: str, first: Candidate, second: Candidate) -> bool:
    """Whether `first` - `second` is a range."""
    if any(end.until or end.months or end.lunar for end in (first, second)):
        return False
    if second.start - first.end > _MAX_JOIN_LENGTH or (second.relative and not first.relative):
        return False
    if (_precision(first) == _YEAR) != (_precision(second) == _YEAR):
        return False
    return _range_gap().fullmatch(text, max(first.end, first.cue_end), second.start) is not None


_YEAR, _MONTH, _DAY_OF_MONTH = range(3)
_UNIT_PRECISIONS = {"day": _DAY_OF_MONTH, "weekday": _DAY_OF_MONTH, "week": _MONTH, "month": _MONTH}


def _precision(candidate: Candidate) -> int:
    """How exact a date is: a year, a month or a day."""
    if candidate.relative:
        return _UNIT_PRECISIONS.get(candidate.unit, _YEAR)
    return (candidate.point.month is not None) + (candidate.point.day is not None)
