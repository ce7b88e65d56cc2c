"""Scores of extracted articles against annotated ones, list by list.

A gold folder holds `ID.json`, the article, and `ID.gold.json` beside it, its annotation. When two
items are the same is told in `agreement`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from thai_newsie.evaluation.agreement import COMPARISONS, Item, Record, events, same_slot, tight

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
_ANNOTATION = ".gold.json"


@dataclass(frozen=True)
class Tally:
    """How many were found rightly, how many wrongly, how many were missed.

    >>> Tally(right=3, wrong=1, missed=1) + Tally(right=0, wrong=0, missed=0)
    Tally(right=3, wrong=1, missed=1)
    >>> Tally(right=3, wrong=1, missed=1).f1
    0.75
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of right ones among the found; 1 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of found ones among those to find; 1 where there was nothing to find."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True)
class Miss:
    """What went wrong: `kind` is missed, extra, or pair for an event (gold) and its best counterpart."""

    article: str
    kind: str
    item: Item


def _compare(
    gold: list[Item], found: list[Item], same: Callable[[Item, Item], bool]
) -> tuple[Tally, list[tuple[str, Item]]]:
    """Pair the items one to one, each gold item with the first that is the same."""
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
    """Pair each gold event with the one that agrees in most slots; the slots are what is counted."""
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
    """The figures of one run, and what went wrong in each list."""

    tallies: dict[str, Tally] = field(default_factory=lambda: dict.fromkeys(LISTS, Tally()))
    misses: dict[str, list[Miss]] = field(default_factory=lambda: {name: [] for name in LISTS})
    articles: int = 0
    without_record: int = 0

    @property
    def mean(self) -> float:
        """The plain mean of the lists' F1 figures."""
        return sum(tally.f1 for tally in self.tallies.values()) / len(self.tallies)

    def add(self, article: Record, gold: Record, found: Record | None) -> None:
        """Score one article; with nothing found for it, `found` is None and every gold item a miss."""
        self.articles += 1
        self.without_record += found is None
        text = tight(f"{article['title']}\n{article['text']}")
        for name in LISTS:
            tally, misses = _score(name, gold, found or {}, text)
            self.tallies[name] += tally
            self.misses[name] += [Miss(str(article["id"]), kind, item) for kind, item in misses]

    def to_dict(self) -> dict[str, Any]:
        """F1 of each list and their mean, rounded, and how many articles they stand on."""
        figures = {name: round(tally.f1, 4) for name, tally in self.tallies.items()}
        counted = {"articles": self.articles, "without_a_line": self.without_record}
        return {**figures, "mean": round(self.mean, 4), **counted}


def _score(name: str, gold: Record, found: Record, text: str) -> tuple[Tally, list[tuple[str, Item]]]:
    if name == "events":
        return _compare_events(events(gold), events(found))
    comparison = COMPARISONS[name]
    return _compare(comparison.items(gold, text), comparison.items(found, text), comparison.same)


def annotated(folder: Path) -> Iterator[tuple[Record, Record]]:
    """Each article of a gold folder with its annotation, by name.

    Raises FileNotFoundError, at the first, for a folder that holds no annotation or an annotation
    that has no article.
    """
    annotations = sorted(folder.glob(f"*{_ANNOTATION}"))
    if not annotations:
        raise FileNotFoundError(f"{folder}: no annotated articles (*{_ANNOTATION}) in it")
    for path in annotations:
        article = path.with_name(path.name.removesuffix(_ANNOTATION) + ".json")
        yield json.loads(article.read_bytes()), json.loads(path.read_bytes())


def evaluate(folder: Path, records: Iterable[Record]) -> Scores:
    """The scores of `records`, matched by `id` with the annotated articles of `folder`."""
    found = {str(record.get("id")): record for record in records}
    scores = Scores()
    for article, gold in annotated(folder):
        scores.add(article, gold, found.get(str(article["id"])))
    return scores


def score_table(scores: Scores) -> str:
    """The figures as a table, a line a list."""
    lines = [f"{'':15}{'precision':>10}{'recall':>10}{'F1':>10}{'gold':>8}"]
    for name, tally in scores.tallies.items():
        figures = f"{tally.precision:10.3f}{tally.recall:10.3f}{tally.f1:10.3f}"
        lines.append(f"{name:15}{figures}{tally.right + tally.missed:8d}")
    counted = f"{scores.articles} articles, {scores.without_record} without a line"
    return "\n".join([*lines, f"{'mean':15}{'':20}{scores.mean:10.3f}   {counted}"])


def miss_lines(scores: Scores, name: str) -> Iterator[str]:
    """What went wrong in one list, article by article."""
    for article, misses in groupby(scores.misses[name], key=lambda miss: miss.article):
        yield f"## {article}"
        for miss in misses:
            yield f"   {miss.kind} {json.dumps(miss.item, ensure_ascii=False, default=sorted)}"
