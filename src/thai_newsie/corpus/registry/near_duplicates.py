"""Near duplicates: names that differ by one letter. One may be a misspelling of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations


def near_duplicate_pairs(names: Iterable[str]) -> set[tuple[str, str]]:
    """The pairs of names with one letter added, left out or changed, or two neighbours swapped.

    This is the distance of Damerau and Levenshtein, 1 and no more. The names are compared by what is left when one letter
    is left out, so the time is linear in their number.

    >>> sorted(near_duplicate_pairs(["สมชายใจดี", "สมชายใจดื", "สมชาใจดี", "มานะทองดี"]))
    [('สมชายใจดี', 'สมชายใจดื'), ('สมชายใจดี', 'สมชาใจดี')]
    """
    by_rest: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for rest in (name, *(name[:n] + name[n + 1 :] for n in range(len(name)))):
            by_rest[rest].add(name)
    pairs = {pair for group in by_rest.values() for pair in combinations(sorted(group), 2)}
    return {(one, other) for one, other in pairs if _is_one_edit(one, other)}


def _is_one_edit(one: str, other: str) -> bool:
    """Whether one edit leads from `one` to `other`. Two names that share a rest may be two edits apart."""
    if len(one) != len(other):
        return True
    changed = [n for n in range(len(one)) if one[n] != other[n]]
    if len(changed) == 1:
        return True
    if len(changed) != 2:
        return False
    left, right = changed
    return right - left == 1 and one[left] == other[right] and one[right] == other[left]


def possible_same(positions: Mapping[str, set[str]], ids: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """For each entry, the entries of a near-duplicate name that held one of the same positions.

    `positions` are those of each entry, by its id; `ids` are the entries of each name.
    """
    same: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted(near_duplicate_pairs(ids)):
        for left in ids[one]:
            for right in ids[other]:
                if positions[left] & positions[right]:
                    same[left].append(right)
                    same[right].append(left)
    return same
