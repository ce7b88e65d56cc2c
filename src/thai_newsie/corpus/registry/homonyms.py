"""Homonyms: which sightings of one name cannot be of one person.

A name is taken for one person until its articles contradict each other: a woman's and a man's title; the titles of
two services (an officer of the army is none of the police); the same post in two places at a time (two governors).
Then those are kept apart, and sightings that fit several of them belong to none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import combinations, groupby
from operator import itemgetter

from thai_newsie.corpus.registry.observations import HeldPosition, Observation

UNDECIDED = "undecided"

# Posts of which one person holds one at a time, and leaves it for the next: the word before the place.
_ONE_SEAT = ("ผู้ว่าราชการจังหวัด", "นายอำเภอ", "นายกเทศมนตรี", "นายกองค์การบริหารส่วนจังหวัด", "นายกองค์การบริหารส่วนตำบล")
_MIN_ARTICLES_OF_A_TURN = 2  # articles that make a turn in a seat
# Officials are moved about in a yearly round: one was governor of ฉะเชิงเทรา, then of นครศรีธรรมราช, and a year later
# of ฉะเชิงเทรา again. Nobody comes back so soon.
_MAX_ABSENCE = timedelta(days=183)

_Label = Callable[[Observation], str]


def separate_homonyms(observations: list[Observation]) -> dict[str, list[Observation]]:
    """The sightings of one name, parted by person: under "" where nothing contradicts that it is one.

    Otherwise under what tells them apart, and under "undecided" those that fit several.
    """
    for label in (lambda s: s.gender, lambda s: s.service, _seats_at_a_time(observations)):
        if len(labels := {label(s) for s in observations} - {""}) > 1:
            return _parted(observations, label, labels)
    return {"": observations}


def _parted(observations: list[Observation], label: _Label, labels: set[str]) -> dict[str, list[Observation]]:
    parts: dict[str, list[Observation]] = {name: [] for name in sorted(labels)}
    for observation in observations:
        if label(observation):
            parts[label(observation)].append(observation)
    offices = {name: {office.whole for s in part for office in s.offices} for name, part in parts.items()}
    undecided: list[Observation] = []
    for observation in observations:
        if not label(observation):
            held = {office.whole for office in observation.offices}
            fitting = [name for name in parts if held & offices[name]]
            (parts[fitting[0]] if len(fitting) == 1 else undecided).append(observation)
    return parts | ({UNDECIDED: undecided} if undecided else {})


def _seats_at_a_time(observations: Iterable[Observation]) -> _Label:
    """Labels sightings with their seat, if one and the same post was held in turns in two places."""
    days: dict[str, list[str]] = defaultdict(list)
    for observation in observations:
        for office in observation.offices:
            if observation.day and _is_exclusive(office):
                days[office.whole].append(observation.day)
    often = {seat: dates for seat, dates in days.items() if len(dates) >= _MIN_ARTICLES_OF_A_TURN}
    mixed = {
        seat
        for pair in combinations(sorted(often), 2)
        if _alternate(*(often[s] for s in pair))
        for seat in pair
    }

    def label(observation: Observation) -> str:
        return next((office.whole for office in observation.offices if office.whole in mixed), "")

    return label


def _is_exclusive(office: HeldPosition) -> bool:
    return not office.relations and office.whole.startswith(_ONE_SEAT)


def _alternate(one: list[str], other: list[str]) -> bool:
    """Whether the days of two seats go to and fro: from one to the other, and back within half a year.

    A turn is of several articles: one alone may look back, or be a misprint.

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
    """The most frequent of `found`, the first in the alphabet of several; "" where there is none."""
    counted = Counter(filter(None, found))
    return min(counted, key=lambda text: (-counted[text], text), default="")
