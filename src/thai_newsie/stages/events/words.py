"""The words of the table `event_words`, as parts of patterns."""

from __future__ import annotations

import regex

from thai_newsie.lexicon import table, values
from thai_newsie.lexicon.patterns import NOTHING, any_of


def words(*types: str, flag: str = "") -> tuple[str, ...]:
    """The words of some types, and of these only those with `flag`; a word that needs a blank behind it has one.

    >>> words("joins_act")
    ('พร้อม', 'พร้อมทั้ง', 'รวมทั้ง', 'ตลอดจน', 'และ', 'ก่อน')
    """
    rows = [row for row in table("event_words") if row["type"] in types]
    return tuple(
        row["word"] + (" " if "before_blank" in values(row["flags"]) else "")
        for row in rows
        if not flag or flag in values(row["flags"])
    )


def any_word(*types: str, flag: str = "") -> str:
    """The words of some types as a pattern. Types without a word give a pattern that matches nothing.

    >>> any_word("theme")
    '(?:หัวข้อ|แนวคิด|ธีม|คอนเซ(?:็ปต์|ปต์)|เรื่อง)'
    """
    return any_of(words(*types, flag=flag))


def any_word_outside(type: str, lookalikes: str) -> str:
    """The words of a type as a pattern that matches no part of a word of the type `lookalikes`.

    >>> pattern = regex.compile(any_word_outside("explains", "explains_lookalike"))
    >>> bool(pattern.search("กรมการข้าวแถลงผล")), bool(pattern.search("กรมการข้าวแถลงนโยบาย"))
    (True, False)
    """
    found = [_outside(word, words(lookalikes)) for word in words(type)]
    return f"(?:{'|'.join(found) or NOTHING})"


def _outside(word: str, lookalikes: tuple[str, ...]) -> str:
    before = [other.removesuffix(word) for other in lookalikes if other.endswith(word)]
    behind = [other.removeprefix(word) for other in lookalikes if other.startswith(word)]
    not_before = "".join(f"(?<!{regex.escape(letters)})" for letters in before)
    return not_before + regex.escape(word) + (f"(?!{any_of(behind)})" if behind else "")


def not_behind(type: str) -> str:
    """A pattern that matches where no word of a type ends.

    >>> not_behind("purpose_in_name")
    '(?<!กรรมการ)(?<!คณะทำงาน)(?<!โครงการ)'
    """
    return "".join(f"(?<!{regex.escape(word)})" for word in words(type))
