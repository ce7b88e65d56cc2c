"""Which of an article's persons hold a role: an index, because a list of names may have thousands."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from thai_newsie.stages.resolution.beginnings import beginning_with
from thai_newsie.stages.resolution.canonical_roles import CanonicalRole

MAX_HOLDERS = 6  # that are looked for: two are enough to see that a role is not one person's


class RoleHolders:
    """Finds the persons who hold a role, by number.

    It gives what comparing the role with each person's roles (`CanonicalRole.means`) gives, the first `MAX_HOLDERS` of them.
    Roles are compared in five ways: the same whole; the same position, of which one side has no organization; one side is the
    beginning of the other and cut short by ฯ. Each way is a lookup here.
    """

    def __init__(self, held: Iterable[tuple[int, CanonicalRole]]) -> None:
        """`held` are the persons' numbers, each with one role."""
        self._by_whole: dict[str, dict[int, None]] = {}
        self._by_position: dict[str, dict[int, None]] = {}
        self._without_organization: dict[str, dict[int, None]] = {}  # by position
        self._cut_short: dict[str, dict[int, None]] = {}  # by what stands before ฯ
        for number, role in held:
            self._by_whole.setdefault(role.whole, {})[number] = None
            self._by_position.setdefault(role.position, {})[number] = None
            if role.whole == role.position:
                self._without_organization.setdefault(role.position, {})[number] = None
            if role.cut_short:
                self._cut_short.setdefault(role.whole, {})[number] = None
        self._alphabetical = sorted(self._by_whole)
        self._found: dict[CanonicalRole, list[int]] = {}  # a role that ฯ cuts short may stand for thousands

    def of(self, role: CanonicalRole) -> list[int]:
        """The numbers of the first persons who hold the role, in order."""
        if role not in self._found:
            self._found[role] = self._find(role)
        return self._found[role]

    def _find(self, role: CanonicalRole) -> list[int]:
        bare = role.whole == role.position
        by_position = self._by_position if bare else self._without_organization
        among = [self._by_whole.get(role.whole, {}), by_position.get(role.position, {})]
        among += [self._cut_short.get(role.whole[:end], {}) for end in range(len(role.whole))]
        if role.cut_short:
            among += [self._by_whole[whole] for whole in beginning_with(role.whole, self._alphabetical)]
        found = {number for numbers in among for number in islice(numbers, MAX_HOLDERS)}
        return sorted(found)[:MAX_HOLDERS]
