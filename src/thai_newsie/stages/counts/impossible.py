"""Figures that cannot be true: more people or more money than there is, mostly a multiplier written twice."""

from __future__ import annotations

from collections.abc import Iterator

from thai_newsie.document import Document

# More than 10 thousand million people; a thousand times the income of all countries in a year, in any large currency.
_MOST = {"people": 10**10, "money": 10**16}


def impossible(document: Document) -> Iterator[str]:
    """A warning for each count of the document that is larger than anything it can count.

    >>> from thai_newsie.stages.counts.reader import find_counts
    >>> document = Document.from_text("วงเงิน 100,000,000,000 ล้านบาท")
    >>> document.counts = find_counts(document)
    >>> list(impossible(document))
    ["'100,000,000,000 ล้านบาท': a figure that cannot be true; it is kept as written"]
    """
    for count in document.counts:
        if count.kind in _MOST and abs(count.value) >= _MOST[count.kind]:
            yield f"{document.slice(count)!r}: a figure that cannot be true; it is kept as written"
