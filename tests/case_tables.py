"""Tables of cases: a text and what is read in it. The part of the text that is meant stands between «»."""

from __future__ import annotations

import csv
from pathlib import Path

from thai_newsie.text.normalized import NormalizedText


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table; a line that begins with "#" is a remark."""
    lines = (x for x in path.read_text(encoding="utf-8").splitlines() if not x.startswith("#"))
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def unmarked(marked_text: str) -> tuple[str, int, int]:
    """The text without its «marks», and the start and end of the part between them."""
    before, _, rest = marked_text.partition("«")
    inside, _, after = rest.partition("»")
    return before + inside + after, len(before), len(before) + len(inside)


def marked(marked_text: str) -> tuple[str, int, int]:
    """The normalized text without its «marks», and the start and end of the part between them."""
    return unmarked(NormalizedText(marked_text).text)
