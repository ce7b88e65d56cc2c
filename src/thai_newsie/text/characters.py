"""Thai characters, and the edges of runs, syllables and lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

# Pattern of a Thai letter, or of a vowel or tone mark above or below one. ฯ ๆ ฿ and digits are none.
THAI_LETTER = r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]"
THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"

# To seek a run through the whole text is fast, and an article has few. A list of thousands of names has thousands: then
# each run of the text is looked up instead.
_MAX_RUNS_SOUGHT = 100
_LETTER_RUN = re.compile(rf"{THAI_LETTER}{{3,}}+")


def thai_runs(text: str) -> frozenset[str]:
    """The runs of three or more Thai letters. A space, a sign or a letter of another script ends a run.

    >>> sorted(thai_runs("นายสมชาย ใจดี, 5 ข."))
    ['นายสมชาย', 'ใจดี']
    """
    return frozenset(_LETTER_RUN.findall(text))


def is_thai_letter(text: str, offset: int) -> bool:
    """Whether a Thai letter, vowel or tone mark stands at `offset`. False outside the text, and for ฯ ๆ ฿.

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
    """The offsets at which `word` begins, from left to right. For a few words this is several times as fast as one pattern.

    >>> list(occurrences("นายกฯ พบนายก", "นายก"))
    [0, 8]
    """
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def whole_runs(text: str, runs: Set[str]) -> list[tuple[int, int]]:
    """Start and end of each place where one of `runs` stands without a Thai letter beside it, in order.

    Each of `runs` is one of `thai_runs(text)`.

    >>> whole_runs("นายสมชาย พบ สมชาย ใจดี", {"สมชาย"})
    [(12, 17)]
    """
    if len(runs) > _MAX_RUNS_SOUGHT:
        return [run.span() for run in _LETTER_RUN.finditer(text) if run[0] in runs]
    spans = ((place, place + len(run)) for run in runs for place in occurrences(text, run))
    return sorted(s for s in spans if not is_thai_letter(text, s[0] - 1) and not is_thai_letter(text, s[1]))


def line_start(text: str, position: int, reach: int) -> int:
    r"""The start of the line that holds `position`, at most `reach` characters before it.

    The limit is there because a line may be as long as its file.

    >>> line_start("ข่าว\nวันนี้", 8, 80), line_start("ข่าว\nวันนี้", 8, 2)
    (5, 6)
    """
    low = max(0, position - reach)
    return text.rfind("\n", low, position) + 1 or low


def line_end(text: str, position: int, reach: int) -> int:
    r"""The end of the line that holds `position`, at most `reach` characters behind it.

    >>> line_end("ข่าว\nวันนี้", 1, 80), line_end("ข่าว\nวันนี้", 1, 2)
    (4, 3)
    """
    high = min(len(text), position + reach)
    end = text.find("\n", position, high)
    return high if end < 0 else end


# Vowels that are written before their consonant, and marks that combine with the letter before them.
LEADING_VOWELS = "เแโใไ"
_LEADING_VOWELS = frozenset(LEADING_VOWELS)
_COMBINING_MARKS = frozenset("ะัาำิีึืฺุู็่้๊๋์ํ๎ๅ")
COMBINING_MARK = f"[{''.join(sorted(_COMBINING_MARKS))}]"  # a pattern


def is_syllable_edge(text: str, offset: int) -> bool:
    """Whether a word may begin or end at `offset`: the characters on both sides do not combine.

    >>> [is_syllable_edge("เขต", n) for n in range(4)]
    [True, False, True, True]
    """
    return (
        text[offset : offset + 1] not in _COMBINING_MARKS and text[offset - 1 : offset] not in _LEADING_VOWELS
    )
