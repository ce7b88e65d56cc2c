"""Whether a text is one that can be read here: Thai or English."""

from __future__ import annotations

from collections.abc import Iterator

from thai_newsie.lexicon.lexicon import compiled, table

_MIN_LETTERS_JUDGED = 40  # of a text that must have a common word
_CHARACTERS_OF_ONE = 500  # an article has a common word in twenty


def unreadable(text: str) -> Iterator[str]:
    """A warning about a normalized text with hardly any Thai or English words; nothing is found in it.

    >>> list(unreadable("\\u0bb5\\u0ba3\\u0b95\\u0bcd\\u0b95\\u0bae\\u0bcd " * 9))
    ['text: hardly any Thai or English words; is its encoding right?']
    >>> list(unreadable("กรมการข้าวแจ้งเกษตรกรทุกจังหวัดให้เตรียมรับมือน้ำหลาก"))
    []
    """
    wanted = 1 + len(text) // _CHARACTERS_OF_ONE
    for word in _common_words():
        wanted -= text.count(word)
        if wanted <= 0:
            return
    if sum(map(str.isalpha, text)) >= _MIN_LETTERS_JUDGED:
        yield "text: hardly any Thai or English words; is its encoding right?"


@compiled
def _common_words() -> tuple[str, ...]:
    """The words of the table; those of English between spaces."""
    words = (row["word"] for row in table("common_words"))
    return tuple(f" {word} " if word.isascii() else word for word in words)
