"""Vowels and tone marks that stand one letter too late: "บา้น", "ผูอ้ำนวยการ", "จงั หวดั", "ใหแ้ ก่".

A PDF file puts a mark where it is drawn, above the letter's right edge, and some programs write it down behind the next
letter, often with a space. Words decide what is mended: the letters with the mark moved are made of known words, and as
they stand they are not. Some sequences are impossible and need no word: ั without a final consonant, a mark on า.

>>> from thai_newsie.text.edits import EditedText
>>> text = EditedText("นายสมชยั ใจดี ผูอ้ ำนวยการโรงเรียนบา้นนาดี วนั ที่ 5 กนั ยายน")
>>> text.apply(shifted_marks(text.text))
>>> text.text
'นายสมชัย ใจดี ผู้อำนวยการโรงเรียนบ้านนาดี วันที่ 5 กันยายน'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

from thai_newsie.text.edits import Edit
from thai_newsie.text.known_words import (
    MAX_JUDGED_LENGTH,
    REACH,
    Reading,
    known_words,
    letters_before,
    letters_behind,
    reading,
)
from thai_newsie.text.words import words

_TONES = r"\u0e48-\u0e4b"
_MARKS = rf"\u0e31\u0e34-\u0e39\u0e47{_TONES}\u0e4c"
# Each begins with what `re` finds fast. What no right text has: a mark on า or on a vowel that comes first, ั or ็ without a consonant behind, ผู without its tone,
# ื without the letter that ends its syllable, a tone mark on a consonant without vowel at a word's end.
_SHIFT_SIGNS = tuple(
    map(
        re.compile,
        (
            rf"า[{_MARKS}]",
            rf"[เแโใไ][{_MARKS}]",
            rf"ั[{_TONES}]?(?![ก-ฮะ{_TONES}])",
            r"็(?<!ก็)(?![ก-ฮ\u0e48-\u0e4b])",
            r"ผู(?=[ก-ฮ][\u0e48-\u0e4b])",
            rf"ื[ก-ฮ][{_TONES}]",
            r"เ[ก-ฮ]อื",
            rf" (?<=[ก-ฮ][{_TONES}] )(?<![เแโใไ].. )(?<![เแโใไ][ก-ฮ].. )",
            rf" า(?<=[ก-ฮ][{_MARKS}] า)",
        ),
    )
)
_SITE = regex.compile(
    rf"(?P<base>[ก-ฮ][\u0e34-\u0e39\u0e31]?)(?P<over>[ก-ฮาแเโใไ])(?P<marks>[{_MARKS}]{{1,2}}+)(?P<space> {{0,2}})"
)
_IMPOSSIBLE = regex.compile(
    rf"(?P<base>[ก-ฮ][\u0e34-\u0e39\u0e31]?)(?P<over>[าแเโใไ])(?P<marks>[{_MARKS}]{{1,2}}+)(?P<space> {{0,2}})"
)
_IMPOSSIBLE_BEHIND = re.compile(rf"(?:(?<=ั)|(?<=ั[{_TONES}]))(?![ก-ฮะ{_TONES}])|(?<=[^ก]็)(?![ก-ฮ])| {1, 9}+า")
_LETTERS_OF_A_SLIP = (
    500  # with fewer places than one in so many letters, they are slips of the keyboard: a letter may lack
)
_MIN_PARTED_WORDS = 2  # from which on spaces within words are the font's, not a slip
_BESIDE = (
    2  # letters behind a place that must be known as well: a word of three letters is soon found in a name
)
_SURELY_RIGHT_LENGTH = 4


class _Moved(NamedTuple):
    """A place that is mended: the letters, and the spaces behind, which the font may have made."""

    start: int
    spaces: int  # where they begin
    end: int
    new: str
    cost: int  # of the best reading of the mended letters and those around
    within_word: bool  # a known word reaches over the space
    between_words: bool  # known words end and begin at the space


def shifted_marks(text: str) -> list[Edit]:
    """The marks of `text` that go one letter back, with the spaces that the shift made."""
    signs = sum(len(sign.findall(text)) for sign in _SHIFT_SIGNS)
    if not signs or len(text) > MAX_JUDGED_LENGTH:
        return []
    is_slip = signs * _LETTERS_OF_A_SLIP < len(text)
    moved = [] if is_slip else list(_moved(text, spaces_tell=False))
    if len(moved) * _LETTERS_OF_A_SLIP < len(text):
        moved = [
            place
            for site in _IMPOSSIBLE.finditer(text)
            if (place := _judged(text, site, text[: site.start()]))
        ]
    spaced = [place.end - place.spaces for place in moved]
    # The font makes a space behind each mark: one where it parts a word, and two where a word ends.
    makes_spaces = sum(place.within_word for place in moved) >= max(_MIN_PARTED_WORDS, spaced.count(0))
    doubles = makes_spaces and 2 in spaced
    if doubles:
        moved = list(_moved(text, spaces_tell=True))
    return [_edit(text, place, makes_spaces, doubles) for place in moved]


def _edit(text: str, place: _Moved, makes_spaces: bool, doubles: bool) -> Edit:
    spaces = text[place.spaces : place.end]
    made = doubles or place.within_word or (makes_spaces and not place.between_words)
    return Edit(place.start, place.end, place.new + (spaces[1:] if made or len(spaces) > 1 else spaces))


def _moved(text: str, *, spaces_tell: bool) -> Iterator[_Moved]:
    """The places. `spaces_tell`: a mark with a space behind is shifted, also in a word that is not known."""
    right = _right_letters(text)
    done = position = 0
    mended = ""  # the text before, as far as it matters
    while site := _SITE.search(text, position):
        mended = f"{mended}{text[done : site.start()]}"[-REACH:]
        done, position = site.start(), site.start() + 1
        if all(right[site.start() : site.end("marks")]):
            continue
        place = _judged(text, site, mended, spaces_tell=spaces_tell)
        if place and not _next_is_better(text, place, mended):
            yield place
            mended += place.new + text[place.spaces + 1 : place.end]
            done = position = place.end


def _right_letters(text: str) -> bytearray:
    """1 for each letter of a word that is long enough to be right as it stands."""
    right = bytearray()
    for word in words(text):
        right += bytes([len(word) >= _SURELY_RIGHT_LENGTH and word in known_words()]) * len(word)
    return right


def _next_is_better(text: str, place: _Moved, mended: str) -> bool:
    """Whether a place within this one makes better words: "กลุม่" is กลุ่ม, not กุลม่."""
    site = _SITE.search(text, place.start + 1)
    if site is None or site.start() >= place.end:
        return False
    other = _judged(text, site, mended + text[place.start : site.start()])
    return other is not None and other.cost < place.cost


def _judged(text: str, site: regex.Match[str], mended: str, *, spaces_tell: bool = False) -> _Moved | None:
    """The place with its marks moved, if that is certain. `mended` is the text before, as far as it is mended."""
    base, over, marks, space = site["base"], site["over"], site["marks"], site["space"]
    if not _may_carry(base, marks):
        return None
    left, near = letters_before(mended, len(mended)), letters_behind(text, site.end())
    followers = (near, *_unshifted(near)) if near else ("",)
    new = base + marks + over
    beside = ("",) if space else followers
    given = _best(left + base + over + marks, beside)
    apart = _best(left + new, beside)
    at = slice(len(left), len(left) + len(new) + _BESIDE)
    known = all(apart.covered[at])
    cost = min(apart.cost, given.cost)
    within = len(space) == 1 and any(_is_one_word(left, new, follower, cost) for follower in followers)
    certain = (
        over in "าเแโใไ"
        or bool(_IMPOSSIBLE_BEHIND.match(text, site.end("marks")))
        or bool(spaces_tell and space)
    )
    if all(given.covered[at]):  # by short words, as เด and นิ are for เดิน
        certain = False
    if within or certain or (known and apart.cost < given.cost):
        between = known and any(not follower or reading(follower).covered[0] for follower in followers)
        return _Moved(site.start(), site.end("marks"), site.end(), new, apart.cost, within, between)
    return None


def _best(letters: str, followers: Iterable[str]) -> Reading:
    """The best reading of `letters` with one of `followers`."""
    return min((reading(letters + follower) for follower in followers), key=lambda each: each.cost)


def _is_one_word(left: str, new: str, follower: str, cost_apart: int) -> bool:
    """Whether a known word reaches from `new` over the space into `follower`."""
    joined = reading(left + new + follower)
    at = slice(len(left), len(left) + len(new))
    return joined.cost < cost_apart + reading(follower).cost and all(joined.covered[at])


def _unshifted(letters: str) -> tuple[str, str]:
    """`letters` with the first mark moved back, and with all: "หวดั" behind "จัง" is หวัด."""
    return tuple(
        _SITE.sub(lambda site: site["base"] + site["marks"] + site["over"], letters, count)
        for count in (1, 0)
    )  # type: ignore[return-value]


def _may_carry(base: str, marks: str) -> bool:
    """Whether `marks` may stand on `base`: a vowel on a consonant, a tone mark on either."""
    return len(base) == 1 or (len(marks) == 1 and "\u0e47" < marks <= "\u0e4c")
