"""Where the short name of a road or a station ends: before what is written together with it, behind its branch."""

from __future__ import annotations

import re
from typing import NamedTuple

from thai_newsie.document import Document
from thai_newsie.lexicon.areas import districts, provinces
from thai_newsie.provenance import row
from thai_newsie.stages.places.place_words import follows, opening

_BRANCH = re.compile(r" (?:พระราม(?:ที่)? ?\d|(?P<area>[ก-ฮเ-ไ][ก-์]{2,14}+))")


class NameEnd(NamedTuple):
    """Where a name ends, and the rule of the row that ends it; "" where a space or a sign does."""

    end: int
    rule: str = ""


def before_link(document: Document, start: int, end: int) -> NameEnd:
    """Where what is written together with a name that begins at `start` begins, or the `end` of both.

    >>> from thai_newsie.document import Document
    >>> before_link(Document.from_text("ถนนมิตรไมตรีและซอยข้างเคียง"), 3, 27)
    NameEnd(end=12, rule='place_words:และ')
    """
    if document.text[start:end] in districts():  # อรัญประเทศ
        return NameEnd(end)
    for match in opening("link").finditer(document.text, start + 2, end):
        if match.start() in document.breaks:
            return NameEnd(match.start(), row("place_words", match[0]))
    return NameEnd(end)


def branch_end(text: str, end: int) -> int:
    """Where the branch that is named behind a name, which ends at `end`, ends; 0 for none.

    >>> branch_end("ศูนย์การค้าเซ็นทรัล ระยอง เปิด", 19), branch_end("โรงแรมเพชรรัชต์ ระยอง", 15)
    (25, 0)
    """
    branch = _BRANCH.match(text, end) if end > 0 and follows(text, end, "branch") else None
    area = branch and branch["area"]
    return branch.end() if branch and (not area or area in provinces() or area in districts()) else 0
