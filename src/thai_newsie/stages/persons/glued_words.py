"""The words glued to a name: which of them end it, and which are a part of it."""

from __future__ import annotations

from thai_newsie.document import Document
from thai_newsie.provenance import row
from thai_newsie.stages.persons.person_tables import (
    NameStop,
    civil_titles,
    family_names,
    given_names,
    name_stops,
)
from thai_newsie.stages.whole_names import known_length
from thai_newsie.text.characters import is_thai_letter

_MIN_KNOWN_NAME = 5  # letters of a known name that the words glued to it are cut from


def stops_in_name(
    document: Document, start: int, end: int, *, first: bool
) -> list[tuple[int, int, NameStop]]:
    """What may end a name that begins at `start`, by the letters from there: loose words only as a whole.

    Behind a known name one side of the word is enough: the tokenizer cuts unknown words anywhere. A word that does not
    count hides no other one: "หลวงกิจจากล่าวว่า" holds no จาก.
    """
    text, breaks, entries = document.text, document.breaks, name_stops().entries
    names = given_names() if first else family_names()

    def counts(begin: int, stop: int) -> bool:
        word, last = start + begin, start + stop
        if begin == 0 or entries[text[word:last]].strict:
            return True
        ends = last in breaks or not is_thai_letter(text, last)
        if word in breaks and ends:
            return True
        return (word in breaks or ends) and begin >= _MIN_KNOWN_NAME and text[start:word] in names

    return list(name_stops().find(text[start : end + 1], counts))


def known_name_end(
    text: str, start: int, end: int, stops: list[tuple[int, int, NameStop]], *, first: bool
) -> int:
    """Where the longest known name ends that begins at `start`, up to `end` or to a stop; no word inside it ends a name.

    "นางปิยังกูล ใจดี" is not cut at ยัง, "นายสมชาย อาจสามารถกล่าวว่า" not at สามารถ.
    """
    begins = {start + begin for begin, _, stop in stops if stop.strict}
    names = given_names() if first else family_names()
    length = known_length(text, start, end, names, begins.__contains__)
    # the list has a few names that the next person's title is glued to
    glued = text[start : start + length].endswith(civil_titles())
    return start if glued else start + length


def reject_stop(document: Document, start: int, end: int, begin: int, stop_end: int, stop: NameStop) -> None:
    """Note for the document's trace that a word from `begin` to `stop_end` is a part of the name from `start` to `end`."""
    if document.trace is not None:
        word, name = document.text[begin:stop_end], document.text[start:end]
        document.trace.reject(
            "people", begin, stop_end, row(stop.table, word), f"it is a part of the name {name}"
        )
