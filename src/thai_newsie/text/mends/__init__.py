"""What PDF files, fonts and encodings break in a Thai text, and how it is mended.

Each module has one concern. A mend takes a text and gives the edits that are certain; a text without the fault costs one
search.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from thai_newsie.text.edits import Edit, EditedText
from thai_newsie.text.mends.debris import false_sara_aa, ligatures, unread_letters
from thai_newsie.text.mends.encodings import misread_thai, misread_utf_8
from thai_newsie.text.mends.markup import entities, tags
from thai_newsie.text.mends.page_marks import page_marks
from thai_newsie.text.mends.repeated_lead import repeated_lead
from thai_newsie.text.mends.shifted_marks import shifted_marks
from thai_newsie.text.mends.spaced_letters import spaced_letters
from thai_newsie.text.mends.spaced_marks import spaced_marks, spaced_sara_am

Mend = Callable[[str], Iterable[Edit]]

# What each says in the warnings, in the order in which they are made.
_ENCODINGS: tuple[tuple[str, Mend], ...] = (
    ("UTF-8 read in a wrong encoding is read anew", misread_utf_8),
    ("Thai letters read in a wrong encoding are read anew", misread_thai),
)
_MARKUP: tuple[tuple[str, Mend], ...] = (
    ("HTML tags left out", tags),
    ("HTML entities read as their characters", entities),
)
_MENDS: tuple[tuple[str, Mend], ...] = (
    ("page numbers and running heads left out", page_marks),
    ("leads printed twice read once", repeated_lead),
    ("ๅ read as า", false_sara_aa),
    ("words whose letters stand apart joined", spaced_letters),
    ("ligatures read as their letters", ligatures),
    ("unreadable letters within words left out or read as ำ", unread_letters),
    ("vowels and tone marks joined to their letter", spaced_marks),
    ("sara am joined", spaced_sara_am),
    ("vowels and tone marks moved to their letter", shifted_marks),
)


def read_anew(edited: EditedText) -> dict[str, int]:
    """Turn letters that were read in a wrong encoding into those that are meant, in place; at how many places."""
    return _made(edited, _ENCODINGS)


def without_markup(edited: EditedText) -> dict[str, int]:
    """Turn entities into characters and leave tags out, in place; at how many places.

    >>> text = EditedText("นาย&nbsp;ก")
    >>> without_markup(text), text.text
    ({'HTML entities read as their characters': 1}, 'นาย\xa0ก')
    """
    return _made(edited, _MARKUP)


def mend(edited: EditedText, more: Iterable[tuple[str, Mend]] = ()) -> dict[str, int]:
    """Mend the spelling, in place; at how many places each mend did. `more` are mends that the text alone does not know.

    >>> text = EditedText("ส านักงาน")
    >>> mend(text), text.text
    ({'sara am joined': 1}, 'สำนักงาน')
    """
    return _made(edited, (*_MENDS, *more))


def _made(edited: EditedText, mends: Iterable[tuple[str, Mend]]) -> dict[str, int]:
    counts = {}
    for name, find in mends:
        if edits := list(find(edited.text)):
            edited.apply(edits)
            counts[name] = len(edits)
    return counts
