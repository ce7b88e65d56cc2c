"""The words of the table `page_labels`, by type."""

from __future__ import annotations

from thai_newsie.lexicon import table


def labels(*types: str) -> list[str]:
    """The words that have one of the types, in the table's order.

    >>> "เผยแพร่เมื่อ" in labels("date")
    True
    """
    return [row["word"] for row in table("page_labels") if row["type"] in types]
