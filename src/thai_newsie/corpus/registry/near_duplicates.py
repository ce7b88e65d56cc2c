"""Names that differ by one letter: one of them may be a misspelling of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations


def near_duplicate_pairs(names: Iterable[str]) -> set[tuple[str, str]]:
    """The pairs of names of which one letter must be added, dropped or changed, or two neighbours swapped.

    Names are compared by what is left when one letter is dropped, so that the time is linear in their number.

    >>> sorted(near_duplicate_pairs(["สมชายใจดี", "สมชายใจดื", "สมชาใจดี", "มานะทองดี"]))
    [('สมชายใจดี', 'สมชายใจดื'), ('สมชายใจดี', 'สมชาใจดี')]
    """
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for shorter in (name, *(name[:n] + name[n + 1 :] for n in range(len(name)))):
            found[shorter].add(name)
    pairs = {pair for group in found.values() for pair in combinations(sorted(group), 2)}
    return {(one, other) for one, other in pairs if _is_one_edit(one, other)}


def _is_one_edit(one: str, other: str) -> bool:
    """Whether one step leads from `one` to `other`: sharing what is left of them may also take two."""
    if len(one) != len(other):
        return True
    changed = [n for n in range(len(one)) if one[n] != other[n]]
    if len(changed) == 1:
        return True
    return len(changed) == 2 and changed[1] - changed[0] == 1 and one[changed[0]] == other[changed[1]] and one[changed[1]] == other[changed[0]]  # fmt: skip


def possible_same(offices: Mapping[str, set[str]], ids: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """For each id the ids of those of a name alike who held one of the same offices.

    `ids` are those of each name's entries, `offices` each entry's.
    """
    same: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted(near_duplicate_pairs(ids)):
        for left in ids[one]:
            for right in ids[other]:
                if offices[left] & offices[right]:
                    same[left].append(right)
                    same[right].append(left)
    return same
