"""Cells of a table that a spreadsheet would run as a formula.

`=HYPERLINK(...)` in an article's text must not become a link, let alone a command, because somebody
opens a table of articles. An apostrophe before it makes a text of it (OWASP: CSV injection).
"""

from __future__ import annotations

import re

# The apostrophes too: a cell that comes with one gets one more, so that `plain` undoes what `guarded` did.
_GUARDED = re.compile(r"\A'+[=+\-@\t\r]")
_FORMULA = re.compile(r"\A'*[=+\-@\t\r]")


def guarded(cell: str) -> str:
    """`cell`, or with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> guarded("=1+1"), guarded("ข่าว"), guarded("'-")
    ("'=1+1", 'ข่าว', "''-")
    """
    return "'" + cell if _FORMULA.match(cell) else cell


def plain(cell: str) -> str:
    """The cell that was `guarded`.

    >>> plain("'=1+1"), plain("'ข่าว'")
    ('=1+1', "'ข่าว'")
    """
    return cell[1:] if _GUARDED.match(cell) else cell
