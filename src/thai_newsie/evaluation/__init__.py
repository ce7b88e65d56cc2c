"""Scores of extracted articles against annotated ones, list by list.

A gold folder holds articles, `ID.json`, with their annotations, `ID.gold.json`. `agreement` says when two items are the
same. Precision, recall and F1 are micro-averaged: items of all articles are counted together.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from thai_newsie.evaluation.agreement import COMPARISONS, Item, Record, events, same_slot, tight
from thai_newsie.evaluation.files import annotated as annotated

LISTS = (
    "people",
    "titles",
    "roles",
    "organizations",
    "places",
    "dates",
    "times",
    "counts",
    "events",
    "statements",
)


@dataclass(frozen=True)
class Tally:
    """The numbers of items that were found and are right, found and wrong, and missed.

    >>> Tally(right=3, wrong=1, missed=1) + Tally(right=0, wrong=0, missed=0)
    Tally(right=3, wrong=1, missed=1)
    >>> Tally(right=3, wrong=1, missed=1).f1
    0.75
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        """The sum of both."""
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of right items among those found; 1 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of found items among those to find; 1 where there was nothing to find."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True)
class Miss:
    """One error. `kind` is "missed", "extra", or "pair" for an annotated event and the best extracted one."""

    article: str
    kind: str
    item: Item


def _compare(
    gold: list[Item], found: list[Item], same: Callable[[Item, Item], bool]
) -> tuple[Tally, list[tuple[str, Item]]]:
    """Pair items one to one: each annotated item with the first extracted one that is the same."""
    left, missed = list(found), []
    for item in gold:
        at = next((n for n, other in enumerate(left) if same(item, other)), None)
        if at is None:
            missed.append(item)
        else:
            del left[at]
    misses = [("missed", item) for item in missed] + [("extra", item) for item in left]
    return Tally(len(gold) - len(missed), len(left), len(missed)), misses


def _compare_events(gold: list[Item], found: list[Item]) -> tuple[Tally, list[tuple[str, Item]]]:
    """Pair each annotated event with the extracted one that agrees in most slots. Slots are counted, not events."""
    left, tally, misses = list(found), Tally(), []
    for event in gold:
        agreed = [sum(same_slot(s, event[s], other[s]) for s in event if s in other) for other in left]
        most = max(agreed, default=0)
        best = left.pop(agreed.index(most)) if most else {}
        tally += Tally(most, len(best) - most, len(event) - most)
        if most < max(len(event), len(best)):
            misses.append(("pair", (event, best or None)))
    misses += [("extra", event) for event in left]
    return tally + Tally(wrong=sum(map(len, left))), misses


@dataclass
class Scores:
    """The scores of one run, and the errors in each list."""

    tallies: dict[str, Tally] = field(default_factory=lambda: dict.fromkeys(LISTS, Tally()))
    misses: dict[str, list[Miss]] = field(default_factory=lambda: {name: [] for name in LISTS})
    articles: int = 0
    without_record: int = 0

    @property
    def mean(self) -> float:
        """The mean of the F1 of all lists (macro average)."""
        return sum(tally.f1 for tally in self.tallies.values()) / len(self.tallies)

    def add(self, article: Record, gold: Record, found: Record | None) -> None:
        """Score one article. `found` is None where there is no record for it; then every annotated item is missed."""
        self.articles += 1
        self.without_record += found is None
        text = tight(f"{article['title']}\n{article['text']}")
        for name in LISTS:
            tally, misses = _score(name, gold, found or {}, text)
            self.tallies[name] += tally
            self.misses[name] += [Miss(str(article["id"]), kind, item) for kind, item in misses]

    def to_dict(self) -> dict[str, Any]:
        """F1 of each list and the mean, rounded to four digits, with the number of articles."""
        figures = {name: round(tally.f1, 4) for name, tally in self.tallies.items()}
        counted = {"articles": self.articles, "without_a_line": self.without_record}
        return {**figures, "mean": round(self.mean, 4), **counted}


def _score(name: str, gold: Record, found: Record, text: str) -> tuple[Tally, list[tuple[str, Item]]]:
    if name == "events":
        return _compare_events(events(gold), events(found))
    comparison = COMPARISONS[name]
    return _compare(comparison.items(gold, text), comparison.items(found, text), comparison.same)


def evaluate(folder: Path, records: Iterable[Record]) -> Scores:
    """The scores of `records`, which are matched with the annotated articles of `folder` by `id`."""
    found = {str(record.get("id")): record for record in records}
    scores = Scores()
    for article, gold in annotated(folder):
        scores.add(article, gold, found.get(str(article["id"])))
    return scores


def score_table(scores: Scores) -> str:
    """The scores as a table, one line for each list."""
    lines = [f"{'':15}{'precision':>10}{'recall':>10}{'F1':>10}{'gold':>8}"]
    for name, tally in scores.tallies.items():
        figures = f"{tally.precision:10.3f}{tally.recall:10.3f}{tally.f1:10.3f}"
        lines.append(f"{name:15}{figures}{tally.right + tally.missed:8d}")
    counted = f"{scores.articles} articles, {scores.without_record} without a line"
    return "\n".join([*lines, f"{'mean':15}{'':20}{scores.mean:10.3f}   {counted}"])


def miss_lines(scores: Scores, name: str) -> Iterator[str]:
    """The errors in one list, article by article."""
    for article, misses in groupby(scores.misses[name], key=lambda miss: miss.article):
        yield f"## {article}"
        for miss in misses:
            yield f"   {miss.kind} {json.dumps(miss.item, ensure_ascii=False, default=sorted)}"
