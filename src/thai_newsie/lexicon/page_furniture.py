"""What stands around the text of an article on its page: hashtags, credits, counters of readers, links, the site's name.

It names people and offices, yet tells no news of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

import regex

from thai_newsie.lexicon.lexicon import compiled, table
from thai_newsie.lexicon.patterns import listed

_MAX_CREDIT_LENGTH = 160  # characters of a line; a longer one is text
_TOKEN = regex.compile(r"\S++")
_COUNTER_FIGURES = r"[\s:\uff1a]*+\d[\d,.]*+\s?+(?:\L<units>)?\s*+"


def furniture(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each piece of furniture of a normalized text.

    >>> text = "กรมการข้าวเปิดงาน\\nภาพ/ข่าว : มานี รักไทย\\nอ่าน 1,234 ครั้ง\\n#กรมการข้าว #น่าน"
    >>> [text[start:end] for start, end in furniture(text)]
    ['ภาพ/ข่าว : มานี รักไทย', 'อ่าน 1,234 ครั้ง', '#กรมการข้าว #น่าน']
    """
    labels, start = _labels(), 0
    for line in text.split("\n"):
        if line.lstrip().startswith(labels) and (found := _pattern().match(line)):
            yield start + found.start(), start + found.end()
        if "#" in line and (tags := _hashtags(line)):
            yield start + tags[0], start + tags[1]
        start += len(line) + 1


def _hashtags(line: str) -> tuple[int, int] | None:
    """Start and end of the hashtags that end a line: two or more, or all that it has."""
    tokens = list(_TOKEN.finditer(line))
    tags = list(takewhile(lambda token: token[0].startswith("#"), reversed(tokens)))
    is_list = len(tags) > 1 or (tags and len(tags) == len(tokens))
    return (tags[-1].start(), tags[0].end()) if is_list else None


def _words(kind: str) -> list[str]:
    return [row["word"] for row in table("page_labels") if row["type"] == kind]


@compiled
def _labels() -> tuple[str, ...]:
    """What a line of furniture begins with."""
    return tuple(word for kind in ("credit", "counter", "link", "site") for word in _words(kind))


@compiled
def _pattern() -> regex.Pattern[str]:
    """A line that is furniture, or the part of it that is."""
    return regex.compile(
        rf"\s*+(?:(?:\L<credits>)\s*+[:\uff1a][^\n]{{0,{_MAX_CREDIT_LENGTH}}}+$|(?:\L<counters>){_COUNTER_FIGURES}$"
        r"|(?:\L<links>)\W*+$|(?:\L<sites>))",
        credits=listed(_words("credit")),
        counters=listed(_words("counter")),
        links=listed(_words("link")),
        sites=listed(_words("site")),
        units=listed(_words("counter_unit")),
    )
