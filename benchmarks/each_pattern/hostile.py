"""Strings made from a pattern to have it run away: what it repeats, what it begins with, what it almost finds."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from itertools import chain, islice, permutations
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

import regex

Pattern = re.Pattern[str] | regex.Pattern[str]

EVERYWHERE = [
    " ", "\n", " \n", "1", "1 ", "1,", "1.", "ก", "กา", "ก ", "กา ", "ก.", "ๆ", "a", "A", "Aa ", "A. ", "“", '"', '" ', "(", ")",
    "()", "<", "[", ",", ".", "-", " - ", "/", "ที่ 1 ", "\x01",
]  # fmt: skip
END = '\x01\nก1 a(“"'  # something in it stops whatever was going on
_LONG = 8  # a repeat that may go on so long is pumped
_DRAWN = 4  # strings drawn from a pattern, and from each of its repeats
_PAIRS = 12
_SOME = 12  # words of a named list
_POOL = "ก1 aAา.\n(“-,/\x01"  # what is drawn for a class that says only what is not in it

# What `regex` has and the parser of `re` has not, by something near enough to draw from.
_PROPERTIES = {"Lu": "A-Z", "Ll": "a-z", "L": "ก-ฮA-Za-z", "M": "ะ-์", "Latin": "A-Za-z", "Thai": "ก-๎"}
_PROPERTY = re.compile(r"\\p\{(\w+)\}")
_CLASS = re.compile(r"\\p\{\w+\}|\\.|\[\^?\]?(?:\\.|[^\]\\])*+\]")
_FLAGS = re.compile(r"\(\?[a-zA-Z01]+\)")
_GROUP = re.compile(r"\(\?P<(\w+)>")

_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    op.CATEGORY_DIGIT: str.isdigit,
    op.CATEGORY_NOT_DIGIT: lambda letter: not letter.isdigit(),
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_NOT_SPACE: lambda letter: not letter.isspace(),
    op.CATEGORY_WORD: str.isalnum,
    op.CATEGORY_NOT_WORD: lambda letter: not letter.isalnum(),
}
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


class Run(NamedTuple):
    """A string without end: what it begins with, what then comes over and over, and what the pattern finds behind it.

    Where a letter that it needs is nowhere in the text, `regex` does not even begin.
    """

    head: str
    unit: str
    found: str

    def text(self, length: int, backwards: bool = False) -> str:
        """So many characters of it, then what stops it; for a pattern that reads backwards also before it."""
        run = self.head + self.unit * (length // len(self.unit) + 1)
        end = END + self.found + END
        return (end if backwards else "") + run[:length] + end


def runs(pattern: Pattern, most: int) -> Iterator[Run]:
    """Up to so many strings that may have the pattern run away, all different, the same each time.

    >>> [run.unit for run in runs(re.compile("x(?:ab)*y"), 4)]
    ['ab', 'ab', 'xababy', 'xabab']
    """
    return islice(dict.fromkeys(run for run in _Drawer(pattern).runs() if run.unit), most)


def is_backwards(pattern: Pattern) -> bool:
    """Whether it reads from the end of the text to its beginning."""
    return bool(pattern.flags & regex.REVERSE)


def readable(pattern: Pattern) -> str:
    r"""The pattern as the parser of `re` reads it.

    >>> readable(regex.compile(r"(?r)[\p{Lu}.]\L<words>", words=["ก", "ข"]))
    '[A-Z.](?:ก|ข)'
    """

    def plain(found: re.Match[str]) -> str:
        inside = _PROPERTY.sub(lambda name: _PROPERTIES[name[1]], found[0])
        return f"[{inside}]" if found[0].startswith(r"\p") else inside

    def unnamed(found: re.Match[str]) -> str:  # `regex` allows a name twice
        again = found[1] in names
        names.add(found[1])
        return "(" if again else found[0]

    names: set[str] = set()
    source = _GROUP.sub(
        unnamed, _CLASS.sub(plain, _FLAGS.sub("", pattern.pattern.replace(r"\G", "")))
    )  # `re` has no \G
    for name, words in getattr(pattern, "named_lists", {}).items():
        some = sorted(words, key=lambda word: (len(word), word))[:: len(words) // _SOME + 1]
        source = source.replace(rf"\L<{name}>", f"(?:{'|'.join(map(re.escape, some))})")
    return source


class _Drawer:
    """Draws strings that a pattern, or a part of it, matches; look-arounds and edges are not seen to."""

    def __init__(self, pattern: Pattern) -> None:
        self._chance = random.Random(1)
        self._tree = _parser.parse(readable(pattern), pattern.flags & (re.VERBOSE | re.IGNORECASE))

    def runs(self) -> Iterator[Run]:
        """What is repeated, alone and with what stands before it; what is found, nearly found; what odd texts repeat."""
        found = self._draw(self._tree)
        repeated = [
            (self._draw(before), self._draw(organization))
            for _ in range(_DRAWN)
            for before, organization in self._repeats(self._tree, [])
        ]
        wholes = [self._draw(self._tree) for _ in range(_DRAWN)]
        pairs = list(permutations(dict.fromkeys([*wholes, *chain(*repeated)]), 2))
        units = [unit for _, unit in repeated]
        units += [part for whole in wholes for part in (whole, whole[:-1], whole[1:], whole + " ")]
        units += [head + unit for head, unit in repeated]
        units += EVERYWHERE
        units += [one + other for one, other in self._chance.sample(pairs, min(_PAIRS, len(pairs)))]
        yield from (Run("", unit, more) for _, unit in repeated for more in ("", found))
        yield from (Run("", unit, found) for unit in units)
        yield from (Run(head, unit, found) for head, unit in repeated)

    def _draw(self, tree: Any) -> str:
        return "".join(self._one(*node) for node in tree)

    def _one(self, kind: Any, of: Any) -> str:
        if kind is op.LITERAL:
            return chr(of)
        if kind is op.IN:
            return self._chance.choice(_letters(of))
        if kind is op.NOT_LITERAL or kind is op.ANY:
            return self._chance.choice([letter for letter in _POOL if ord(letter) != of])
        if kind is op.BRANCH:
            return self._draw(self._chance.choice(of[1]))
        if kind in _REPEATS:
            least, most, organization = of
            return "".join(
                self._draw(organization) for _ in range(self._chance.randint(least, min(least + 2, most)))
            )
        if kind is op.ASSERT or kind is op.ATOMIC_GROUP or kind is op.SUBPATTERN:
            return self._draw(_inside(kind, of)[0])
        return ""

    def _repeats(self, tree: Any, before: list[Any]) -> Iterator[tuple[list[Any], Any]]:
        """What may be repeated for long, each with what stands before it."""
        for place, (kind, of) in enumerate(tree):
            ahead = [*before, *tree[:place]]
            if kind in _REPEATS and of[1] >= _LONG:
                yield ahead, of[2]
            for organization in _inside(kind, of):
                yield from self._repeats(organization, ahead)


def _inside(kind: Any, of: Any) -> list[Any]:
    """The trees within one node."""
    if kind in _REPEATS:
        return [of[2]]
    if kind is op.BRANCH:
        return list(of[1])
    if kind is op.SUBPATTERN:
        return [of[3]]
    if kind is op.ATOMIC_GROUP:
        return [of]
    return [of[1]] if kind in (op.ASSERT, op.ASSERT_NOT) else []


def _letters(members: Any) -> list[str]:
    """Letters of a class: what it names, the ends of its ranges, and common ones."""
    named = [chr(of) for kind, of in members if kind is op.LITERAL]
    ends = [chr(end) for kind, of in members if kind is op.RANGE for end in of]
    return [letter for letter in [*named, *ends, *_POOL] if _is_in(letter, members)]


def _is_in(letter: str, members: Any) -> bool:
    inside = any(
        (kind is op.LITERAL and ord(letter) == of)
        or (kind is op.RANGE and of[0] <= ord(letter) <= of[1])
        or (kind is op.CATEGORY and _CATEGORIES[of](letter))
        for kind, of in members
    )
    return inside != any(kind is op.NEGATE for kind, _ in members)
