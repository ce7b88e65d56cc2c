"""Mentions that stand in no field of the article: they reach from the title into the text, stand around the
text on its page, or hold no character to read.

Where a stage makes one, it is taken out before an item is made of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import Field, fields, is_dataclass
from typing import Any

from thai_newsie.document import Document, Entity, PersonMention, Span
from thai_newsie.schema.labels import ENTITY_LISTS

_REASON = "reaches from the title into the text, stands around the text on its page, or holds no word"
_OUTPUT_LISTS = {
    "person_entries": "people",
    "organization_entries": "organizations",
    "place_entries": "places",
}


def drop_misplaced(document: Document, is_placed: Callable[[Span], bool]) -> None:
    """Take out of `document`, in place, whatever `is_placed` says no to, and note it in the trace.

    A mention goes with what it cannot be without (a person without the name, an event without the phrase that names it),
    and an entry with its last mention. What a mention may be without becomes None.
    """
    sieve = _Sieve(document, is_placed)
    for name in (field.name for field in fields(Document)):
        if isinstance(found := getattr(document, name), list):
            found[:] = [one for one in found if sieve.keeps(one, _OUTPUT_LISTS.get(name, name))]


class _Sieve:
    """Which mentions and entries stay; what stays is freed of the spans that do not."""

    def __init__(self, document: Document, is_placed: Callable[[Span], bool]) -> None:
        self._trace = document.trace
        self._is_placed = is_placed
        self._known: dict[int, bool] = {}  # by identity: a person and their roles name each other

    def keeps(self, one: object, output_list: str) -> bool:
        """Whether `one` stays in a list; what is no mention and no entry, as a warning, does."""
        if not is_dataclass(one) or isinstance(one, type):
            return True
        if id(one) not in self._known:
            self._known[id(one)] = self._stands(one, output_list)
            if self._known[id(one)]:
                self._known[id(one)] = self._freed(one, output_list)
        return self._known[id(one)]

    def _stands(self, one: Any, output_list: str) -> bool:
        """Whether `one` and what it cannot be without stand in a field."""
        spans = [one] if isinstance(one, Span) else []
        spans += [getattr(one, field.name) for field in fields(one) if field.type == "Span"]
        spans += [one.name] if isinstance(one, PersonMention) else []
        stands = all(map(self._is_placed, spans))
        if not stands and self._trace is not None:
            where = ENTITY_LISTS.get(one.label, output_list) if isinstance(one, Entity) else output_list
            self._trace.reject(where, one.start, one.end, getattr(one, "rule", ""), _REASON)
        return stands

    def _freed(self, one: Any, output_list: str) -> bool:
        """Take what is misplaced out of `one`; whether a mention is left of an entry."""
        for field in fields(one):
            self._free(one, field, output_list)
        return getattr(one, "mentions", None) != []

    def _free(self, one: Any, field: Field[Any], output_list: str) -> None:
        part = getattr(one, field.name)
        if isinstance(part, list):
            part[:] = [each for each in part if self.keeps(each, output_list)]
        elif isinstance(part, Span) and not self.keeps(part, output_list):
            setattr(one, field.name, None)
