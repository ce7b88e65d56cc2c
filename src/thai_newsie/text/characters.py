"""Classes of Thai characters, and where runs, syllables and lines begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

# A Thai letter or a sign that hangs on one, as a pattern: not ฯ ๆ ฿ nor a digit.
THAI_LETTER = r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]"
THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"

_RUN = re.compile(rf"{THAI_LETTER}{{3,}}+")


def thai_runs(text: str) -> frozenset[str]:
    """The runs of three Thai letters or more, between spaces, signs and other scripts.

    >>> sorted(thai_runs("นายสมชาย ใจดี, 5 ข."))
    ['นายสมชาย', 'ใจดี']
    """
    return frozenset(_RUN.findall(text))


def is_thai_letter(text: str, offset: int) -> bool:
    """Whether a Thai letter or one of its signs stands at `offset`; False outside the text and for ฯ ๆ ฿.

    >>> [is_thai_letter("ก.ฯ", n) for n in (-1, 0, 1, 2, 3)]
    [False, True, False, False, False]
    """
    return 0 <= offset < len(text) and "ก" <= text[offset] <= "\u0e4e" and text[offset] not in "ฯๆ฿"


def is_english(text: str) -> bool:
    """Whether an article is written in English: at most half of its characters are Thai, or take three bytes too.

    >>> is_english("The Prime Minister of Thailand (นายกรัฐมนตรี)"), is_english("นายกรัฐมนตรี (PM)")
    (True, False)
    """
    thai = (len(text.encode()) - len(text)) // 2  # a Thai letter is three bytes
    return 2 * thai <= len(text)


def occurrences(text: str, word: str) -> Iterator[int]:
    """Where `word` begins, from left to right; for a few words several times as fast as one pattern for them all.

    >>> list(occurrences("นายกฯ พบนายก", "นายก"))
    [0, 8]
    """
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def whole_runs(text: str, runs: Iterable[str]) -> list[tuple[int, int]]:
    """Where any of these runs of Thai letters stands by itself, in order.

    >>> whole_runs("นายสมชาย พบ สมชาย ใจดี", {"สมชาย"})
    [(12, 17)]
    """
    spans = ((place, place + len(run)) for run in runs for place in occurrences(text, run))
    return sorted(s for s in spans if not is_thai_letter(text, s[0] - 1) and not is_thai_letter(text, s[1]))


def line_start(text: str, position: int, reach: int) -> int:
    r"""Where the line of `position` begins, looked for `reach` characters back: a line may be as long as its file.

    >>> line_start("ข่าว\nวันนี้", 8, 80), line_start("ข่าว\nวันนี้", 8, 2)
    (5, 6)
    """
    low = max(0, position - reach)
    return text.rfind("\n", low, position) + 1 or low


def line_end(text: str, position: int, reach: int) -> int:
    r"""Where the line of `position` ends, looked for `reach` characters on.

    >>> line_end("ข่าว\nวันนี้", 1, 80), line_end("ข่าว\nวันนี้", 1, 2)
    (4, 3)
    """
    high = min(len(text), position + reach)
    end = text.find("\n", position, high)
    return high if end < 0 else end


# Vowels that stand before their consonant, and signs that hang on the letter before them.
LEADING_VOWELS = "เแโใไ"
_LEADS = frozenset(LEADING_VOWELS)
_HANGS = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅ")


def is_syllable_edge(text: str, offset: int) -> bool:
    """Whether a word may begin or end at `offset`: no sign hangs over it.

    >>> [is_syllable_edge("เขต", n) for n in range(4)]
    [True, False, True, True]
    """
    return text[offset : offset + 1] not in _HANGS and text[offset - 1 : offset] not in _LEADS
