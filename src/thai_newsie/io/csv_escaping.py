"""Escaping of cells that a spreadsheet would run as a formula.

`=HYPERLINK(...)` in the text of an article must not become a link or a command when somebody opens a table of articles.
An apostrophe before it makes it text (OWASP, "CSV Injection").
"""

from __future__ import annotations

import re

# The apostrophes too: a cell that comes with one gets one more, so that `unescaped` undoes what `escaped` did.
_ESCAPED = re.compile(r"\A'+[=+\-@\t\r]")
_FORMULA = re.compile(r"\A'*[=+\-@\t\r]")


def escaped(cell: str) -> str:
    """`cell`, or with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> escaped("=1+1"), escaped("ข่าว"), escaped("'-")
    ("'=1+1", 'ข่าว', "''-")
    """
    return "'" + cell if _FORMULA.match(cell) else cell


def unescaped(cell: str) -> str:
    """The cell that was `escaped`.

    >>> unescaped("'=1+1"), unescaped("'ข่าว'")
    ('=1+1', "'ข่าว'")
    """
    return cell[1:] if _ESCAPED.match(cell) else cell
