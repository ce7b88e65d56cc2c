"""Tokens: the words of the dictionary, cut where a name may begin or end inside one, joined where none may.

The dictionary hides the boundary of a name in compounds ("ปลัดกระทรวง", "คนไทย", "ในประเทศ") and in letters that it
does not know ("(มข"). It cuts abbreviations ("พล.อ.") at their dots. Spaces are no tokens; each token knows whether a
space stands before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import regex

from thai_newsie.lexicon import compiled, remembered, words_of
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.text.characters import is_syllable_edge

_CHARACTER_CLASSES = regex.compile(
    r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]++|[\p{Latin}\p{M}]++|\d++| ++|."
)
_GROUPED_NUMBER = regex.compile(r"(?<!\d)\d++(?:[.,:]\d++)++")
# "พล.ต.อ.", "ด.ช.", "เม.ย.", "มข.": few letters before each dot. Or glued to a word: "เลขาธิการสพฐ."
_DOTTED = regex.compile(
    r"(?:(?<![ก-๎])[เแโใไ]?[ก-ฮ][ก-๎]{0,5}|(?<=[ก-๎])[ก-ฮ]{1,5})\.(?:[ก-ฮเแโใไ][ก-๎]{0,3}\.)*+"
)
_ABBREVIATED = regex.compile(r"[ก-ฮ]{1,5}|ดร|โทร")
# A position with a dot, before its organization: "ผบ.ตร.", "รมว.ศธ.", "ผกก.สภ."
_DOTTED_POSITION = regex.compile(r"(?:ผ[ก-ฮ]{1,3}|รม[วช]|สวป?|น)\.")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text.

    `texts[n]` is a token, `spans[n]` where it stands in the text, and `spaces[n]` whether a space or a line's beginning
    stands before it. The three lists have the same length. Padding tokens are "" with the span (0, 0).
    """

    texts: list[str]
    spans: list[tuple[int, int]]
    spaces: list[bool]


def tokens_of(text: str, starts: list[int], padding: int = 0) -> Tokens:
    """The tokens of a text in which words begin at the offsets `starts`.

    `padding` is the number of empty tokens between two lines, before the first line and behind the last.

    >>> tokens_of("ปลัดกระทรวง ไป", [0, 11, 12]).texts
    ['ปลัด', 'กระทรวง', 'ไป']
    >>> tokens_of("ไป\\nมา", [0, 2, 3], padding=1).texts
    ['', 'ไป', '', 'มา', '']
    """
    empty, nowhere, apart = [""] * padding, [(0, 0)] * padding, [True] * padding
    texts, spans, spaces = empty[:], nowhere[:], apart[:]
    after_space = True
    for span in pairwise(token_boundaries(text, starts)):
        token = text[span[0] : span[1]]
        if token.isspace():
            after_space = True
            if "\n" in token:
                texts += empty
                spans += nowhere
                spaces += apart
        else:
            texts.append(token)
            spans.append(span)
            spaces.append(after_space)
            after_space = False
    return Tokens(texts + empty, spans + nowhere, spaces + apart)


def token_boundaries(text: str, starts: list[int]) -> list[int]:
    """The offsets where tokens begin or end, in order, those of the text included. Words begin at `starts`.

    >>> text = "ปลัดกระทรวงแจ้งพล.อ.มานะ"
    >>> boundaries = token_boundaries(text, [0, 11, 15, 17, 18, 19, 20])
    >>> [text[start:end] for start, end in pairwise(boundaries)]
    ['ปลัด', 'กระทรวง', 'แจ้ง', 'พล.อ.', 'มานะ']
    """
    boundaries = {*starts, 0, len(text)}
    for start, end in pairwise([*starts, len(text)]):
        if end - start > 1:
            boundaries.update([start + cut for cut in _inner_boundaries(text[start:end])])
    for match in _GROUPED_NUMBER.finditer(text):
        boundaries.difference_update(range(match.start() + 1, match.end()))
    for match in _DOTTED.finditer(text):
        _join(text, match, boundaries)
    return sorted(boundaries)


@compiled
def _boundary_word() -> regex.Pattern[str]:
    """A word that has boundaries beside it inside a longer word.

    The shipped model was trained with the bundled rows of the table `token_words`. It reads worse with others.
    """
    inner, first = any_of(words_of("token_words", "inner")), any_of(words_of("token_words", "first"))
    return regex.compile(rf"(?<=.){inner}|^{first}(?=.)")


@remembered(100_000)
def _inner_boundaries(word: str) -> tuple[int, ...]:
    """Where a word of the dictionary is cut into tokens, as distances from its start."""
    boundaries = {match.start() for match in _CHARACTER_CLASSES.finditer(word)}
    for match in _boundary_word().finditer(word, overlapped=True):
        boundaries |= {place for place in match.span() if is_syllable_edge(word, place) and place < len(word)}
    return tuple(sorted(boundaries - {0}))


def _join(text: str, match: regex.Match[str], boundaries: set[int]) -> None:
    """Take the boundaries out of an abbreviation, except the one behind a position ("ผบ.|ตร.")."""
    start, end = match.span()
    dot = text.index(".", start)
    abbreviated = _ABBREVIATED.fullmatch(text, start, dot) is not None
    if not abbreviated and end == dot + 1:
        return  # "บาท." ends a sentence
    position = _DOTTED_POSITION.match(text, start, end)
    first = start
    if not abbreviated or "ก" <= text[start - 1 : start] <= "\u0e4e":
        # glued to a word ("แทนพ.ต.ต."): the abbreviation begins where the dictionary's last word does
        first = max((place for place in range(start, dot) if place in boundaries), default=dot)
    boundaries.difference_update(range(first + 1, end))
    if position and position.end() < end:
        boundaries.add(position.end())
