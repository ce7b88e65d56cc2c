"""The name of an agency in the lines that a page ends with: its rights, its address, its telephone."""

from __future__ import annotations

import regex

from thai_newsie.io.pages.labels import labels
from thai_newsie.lexicon import compiled, words_of
from thai_newsie.lexicon.patterns import listed

_TELEPHONE = regex.compile(r"\(?0\)?[\s-]?\d[\d\s-]{6,}")


def organization_at_start(text: str) -> str:
    """The organization that a short text begins with, without the address behind it; "" where it begins with none."""
    if not text.startswith(_organization_openings()):
        return ""
    return _address().split(text, maxsplit=1)[0].strip(" |-,.")


@compiled
def _organization_openings() -> tuple[str, ...]:
    return (*words_of("organization_heads"), *labels("site_head"))


def without_rights(line: str) -> str:
    """A line without what stands before the name of the publisher in it.

    >>> without_rights("สงวนลิขสิทธิ์ © 2566 กรมการข้าว")
    'กรมการข้าว'
    """
    match = _rights().match(line)
    return line[match.end() :] if match else line


def is_footer(line: str) -> bool:
    """Whether a line names the agency with its rights, its address or its telephone, and says nothing else.

    >>> is_footer("ติดต่อ กรมการข้าว โทร. 0 2000 0000"), is_footer("กรมการข้าวแจ้งว่า สอบถามได้ที่ โทร. 0 2000 0000")
    (True, False)
    """
    rest = without_rights(line)
    name = organization_at_start(rest)
    is_address = bool(name) and _address().match(rest, len(name)) is not None
    if rest == line:  # a sentence may begin with the agency, and end with its telephone
        return is_address and " " not in name and _TELEPHONE.search(rest) is not None
    return not rest or name == rest.strip() or is_address


@compiled
def _rights() -> regex.Pattern[str]:
    """What stands before the name of the publisher in the last lines: "© 2567", "สงวนลิขสิทธิ์ พ.ศ. 2566", "ติดต่อ"."""
    return regex.compile(r"(?:(?i:\L<rights>)|[©(c)\d\s.:–-]|พ\.?ศ\.?)++", rights=listed(labels("rights")))


@compiled
def _address() -> regex.Pattern[str]:
    return regex.compile(r"\s(?=\d)|\s?[|,(]|\s(?i:\L<labels>)", labels=listed(labels("rights", "address")))
