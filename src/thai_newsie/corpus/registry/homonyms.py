"""Homonyms: which observations of one name cannot be of one person.

A name is one person's until its articles contradict each other. Three things do: titles of a woman and of a man; titles
of two services (no officer of the army is one of the police); and one exclusive position in two places in turn (two
governors). Then the observations are divided. Those that fit several of the persons belong to none of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import combinations, groupby
from operator import itemgetter

from thai_newsie.corpus.registry.observations import HeldPosition, Observation
from thai_newsie.lexicon import compiled, words_of

UNDECIDED = "undecided"

_MIN_ARTICLES_OF_A_TURN = 2  # one article alone may look back, or hold a misprint
# Officials move in a yearly round: one was governor of ฉะเชิงเทรา, then of นครศรีธรรมราช, and a year later of
# ฉะเชิงเทรา again. Nobody comes back within half a year.
_MAX_ABSENCE = timedelta(days=183)

_Label = Callable[
    [Observation], str
]  # the difference between persons, by an observation; "" where the article does not say


def separate_homonyms(observations: list[Observation]) -> dict[str, list[Observation]]:
    """Divide the observations of one name by person.

    The keys name the difference between the persons: "f", "police", a position. The key is "" where nothing contradicts that it
    is one person. Observations that fit several persons have the key "undecided".
    """
    for label in (lambda o: o.gender, lambda o: o.service, _alternating_positions(observations)):
        if len(labels := {label(observation) for observation in observations} - {""}) > 1:
            return _divided(observations, label, labels)
    return {"": observations}


def _divided(
    observations: list[Observation], label: _Label, labels: set[str]
) -> dict[str, list[Observation]]:
    """The observations of each label. One without a label belongs to the only person who holds a position of its."""
    persons: dict[str, list[Observation]] = {name: [] for name in sorted(labels)}
    for observation in observations:
        if label(observation):
            persons[label(observation)].append(observation)
    positions = {name: set().union(*map(_positions, found)) for name, found in persons.items()}
    undecided: list[Observation] = []
    for observation in observations:
        if not label(observation):
            fitting = [name for name in persons if _positions(observation) & positions[name]]
            (persons[fitting[0]] if len(fitting) == 1 else undecided).append(observation)
    return persons | ({UNDECIDED: undecided} if undecided else {})


def _positions(observation: Observation) -> set[str]:
    return {held.whole for held in observation.positions}


def _alternating_positions(observations: Iterable[Observation]) -> _Label:
    """A label for observations: their exclusive position, if it alternates with another one."""
    days: dict[str, list[str]] = defaultdict(list)
    for observation in observations:
        for held in observation.positions:
            if observation.day and _is_exclusive(held):
                days[held.whole].append(observation.day)
    often = sorted(whole for whole, dates in days.items() if len(dates) >= _MIN_ARTICLES_OF_A_TURN)
    alternating = {
        whole for pair in combinations(often, 2) if _alternate(*(days[one] for one in pair)) for whole in pair
    }

    def label(observation: Observation) -> str:
        return next((held.whole for held in observation.positions if held.whole in alternating), "")

    return label


def _is_exclusive(held: HeldPosition) -> bool:
    """Whether one person holds the position in one place at a time, and leaves it for the next."""
    return not held.relations and held.whole.startswith(_exclusive())


@compiled
def _exclusive() -> tuple[str, ...]:
    return words_of("exclusive_positions")


def _alternate(one: list[str], other: list[str]) -> bool:
    """Whether the days of two positions alternate: from one to the other, and back within half a year.

    The days are ISO 8601. A turn has several articles.

    >>> _alternate(["2021-01-05", "2021-01-09", "2021-06-01"], ["2021-03-02", "2022-03-04", "2022-03-05"])
    False
    >>> _alternate(["2021-01-05", "2021-01-09", "2021-06-01", "2021-06-02"], ["2021-03-02", "2021-03-04"])
    True
    >>> _alternate(["2021-01-05", "2021-01-09", "2022-06-01", "2022-06-02"], ["2021-03-02", "2021-03-04"])
    False
    """
    in_order = sorted([(day, "one") for day in one] + [(day, "other") for day in other])
    turns = [list(turn) for _, turn in groupby(in_order, key=itemgetter(1))]
    lasting = [turn for turn in turns if len(turn) >= _MIN_ARTICLES_OF_A_TURN]
    return any(
        before[0][1] == after[0][1] != between[0][1]
        and date.fromisoformat(after[0][0]) - date.fromisoformat(before[-1][0]) < _MAX_ABSENCE
        for before, between, after in zip(lasting, lasting[1:], lasting[2:], strict=False)
    )


def most_frequent(found: Iterable[str]) -> str:
    """The most frequent string of `found` but "", of several the first in the alphabet; "" where there is none."""
    counted = Counter(filter(None, found))
    return min(counted, key=lambda text: (-counted[text], text), default="")
