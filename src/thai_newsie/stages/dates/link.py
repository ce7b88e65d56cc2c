"""Candidates that belong together: the two ends of a range, "เป็นต้นไป", and rules that read the same words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import regex

from thai_newsie.lexicon import compiled
from thai_newsie.stages.dates.candidate import Candidate
from thai_newsie.stages.dates.patterns import AND, TO, Pattern, day_word, era

_ONWARD = regex.compile(r" {0,2}เป็นต้น(?:ไป|มา)")
_LONGEST_JOIN = 40  # characters: "ไปจนถึงวันพฤหัสบดีที่" and the like


@compiled
def _listed() -> Pattern:
    return regex.compile(rf"{AND}(?:{day_word()}|เดือน)? ?")


@compiled
def _join() -> Pattern:
    return regex.compile(
        rf"(?: \.)?{TO}(?:ใน)?(?:ช่วง)?(?:ต้น|กลาง|ปลาย|สิ้น)?(?:เดือน|{day_word()}|ปี)? {{0,2}}(?:{era()})? {{0,2}}"
    )


def apart(families: Iterable[Iterable[Candidate]]) -> list[Candidate]:
    """The candidates in the order of the text, none overlapping; of two that do, the earlier family's stays."""
    ranked = [(c.start, rank, c) for rank, family in enumerate(families) for c in family]
    ranked.sort(key=lambda entry: entry[:2])
    kept: list[tuple[int, int, Candidate]] = []
    for entry in ranked:
        while kept and entry[0] < kept[-1][2].end and entry[1] < kept[-1][1]:
            kept.pop()
        if not kept or entry[0] >= kept[-1][2].end:
            kept.append(entry)
    return [candidate for _, _, candidate in kept]


def linked(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates with ranges made one, and those left out that only a neighbour could have made dates."""
    out: list[Candidate] = []
    for candidate in candidates:
        previous = out[-1] if out else None
        if previous and candidate.relative and candidate.start < previous.reach:
            continue  # "28 สิงหาคมปีที่แล้ว": ปีที่แล้ว is the date's year
        if previous and _joined(text, previous, candidate):
            end = candidate.end
            previous.until, previous.end, previous.reach = candidate, end, candidate.reach
            previous.weak = candidate.weak = False
        else:
            out.append(candidate)
    for candidate in out:
        if onward := _ONWARD.match(text, candidate.end):
            candidate.open, candidate.end, candidate.weak = candidate.until is None, onward.end(), False
    _share_each_year(text, out)
    return [
        candidate
        for candidate in out
        if not candidate.weak and "every" not in (candidate.cue, candidate.until and candidate.until.cue)
    ]


def _share_each_year(text: str, candidates: list[Candidate]) -> None:
    """Of days and months that are listed, all come again each year if the last does: มีนาคมและเดือนกันยายนของทุกปี."""
    for first, second in pairwise(reversed(candidates)):
        unsaid = not second.cue and second.point.month and second.point.year is None
        each_year = "every" in (first.cue, first.until and first.until.cue)
        if unsaid and each_year and _listed().fullmatch(text, second.end, first.start):
            second.cue = "every"


def _joined(text: str, first: Candidate, second: Candidate) -> bool:
    """Whether `first` - `second` is a range."""
    if first.until or second.until or first.months or second.months or first.moon or second.moon:
        return False
    if second.start - first.end > _LONGEST_JOIN or (second.relative and not first.relative):
        return False
    fine, coarse = _grain(first), _grain(second)
    if (fine == 0) != (coarse == 0):
        return False
    return _join().fullmatch(text, max(first.end, first.reach), second.start) is not None


def _grain(candidate: Candidate) -> int:
    """0 for a year, 1 for a month, 2 for a day."""
    if candidate.relative:
        unit = candidate.relative[0]
        return 2 if unit in ("day", "weekday") else 1 if unit in ("month", "week") else 0
    return (candidate.point.month is not None) + (candidate.point.day is not None)
