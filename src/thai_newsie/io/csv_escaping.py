"""Escaping of cells that a spreadsheet would run as a formula.

`=HYPERLINK(...)` in the text of an article must not become a link or a command when somebody opens a table of articles.
An apostrophe before it makes it text (OWASP, "CSV Injection").
"""

from __future__ import annotations

import regex

# What a formula begins with, full-width and small forms too: a spreadsheet of an East Asian language takes ＝ for =.
_SIGNS = r"=+\-@＝＋－＠﹦﹢﹣﹫"
# Blanks, invisible characters and quotation marks may stand before it: programs that import a table trim them. A tab or
# the end of a line at the beginning is escaped whatever follows: it may begin a cell or a row of its own. Apostrophes may
# stand there too: a cell that comes with one gets one more, so that `unescaped` undoes what `escaped` did.
_BEGINS_AS_FORMULA = regex.compile(
    rf"""\G'*+(?:[\t\r\n]|[\s"'\x00-\x1f\u200b-\u200f\u2060\ufeff]*+[{_SIGNS}])"""
)


def escaped(cell: str) -> str:
    """`cell`, or with an apostrophe before it where a spreadsheet would take it for a formula.

    >>> escaped("=1+1"), escaped("ข่าว"), escaped("'-")
    ("'=1+1", 'ข่าว', "''-")
    """
    return "'" + cell if _BEGINS_AS_FORMULA.match(cell) else cell


def unescaped(cell: str) -> str:
    """The cell that was `escaped`.

    >>> unescaped("'=1+1"), unescaped("'ข่าว'")
    ('=1+1', "'ข่าว'")
    """
    return cell[1:] if cell.startswith("'") and _BEGINS_AS_FORMULA.match(cell, 1) else cell
