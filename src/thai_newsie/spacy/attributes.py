"""The attributes that thai-newsie declares on Docs and Spans: `doc._.article`, `span._.item` and so on.

An attribute of the same name that the user has declared before stays as it is.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from spacy.tokens import Doc, Span

from thai_newsie.schema.article import Article
from thai_newsie.schema.labels import ENTITY_LISTS
from thai_newsie.spacy.shown import KNOWN_LABELS
from thai_newsie.spacy.state import ID_LETTERS, find_state, state_of

SPAN_GROUPS = tuple(ID_LETTERS)


def declare() -> None:
    """Declare all attributes."""
    for name in ("published", "title", "title_end"):
        _declare(Doc, name, getter=partial(_fact, name=name), setter=partial(_tell, name))
    _declare(Doc, "article", getter=_article)
    for name in SPAN_GROUPS:
        _declare(Doc, name, getter=partial(_spans, name=name))
    _declare(Span, "item", getter=_item)
    for name in ("source", "confidence", "rule"):
        _declare(Span, name, default=None)


def _declare(kind: type[Doc] | type[Span], name: str, **how: Any) -> None:
    if not kind.has_extension(name):
        kind.set_extension(name, **how)


def _fact(doc: Doc, name: str) -> Any:
    state = find_state(doc)
    if state is None:
        return None
    if name == "title" and state.facts.get("title_end"):
        return doc.text[: state.facts["title_end"]]
    return state.facts.get(name)


def _tell(name: str, doc: Doc, value: object) -> None:
    state_of(doc).tell(doc, name, value)


def _article(doc: Doc) -> Article | None:
    state = find_state(doc)
    return state.article() if state else None


def _spans(doc: Doc, name: str) -> list[Span]:
    return list(doc.spans.get(name, ()))


def _item(span: Span) -> dict[str, Any] | None:
    """The item that a span of `doc.spans` or `doc.ents` is part of."""
    state = find_state(span.doc)
    if state is None:
        return None
    found = state.items().get(span.id_)
    group = ENTITY_LISTS.get(KNOWN_LABELS.get(span.label_, ""))
    if found is None and group in span.doc.spans:
        same = (one for one in span.doc.spans[group] if (one.start, one.end) == (span.start, span.end))
        found = next((state.items().get(one.id_) for one in same), None)
    return found
