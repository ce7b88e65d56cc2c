"""The Document that travels with a spaCy Doc."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Doc

from thai_newsie.config import DEFAULT, Config
from thai_newsie.document import Document

_KEY = "thai_newsie"


def document_of(doc: Doc, config: Config = DEFAULT) -> Document:
    """The Document that travels with `doc`. The first call makes it, from any tokenizer's Doc."""
    hook = doc.user_hooks.get(_KEY)
    if hook:
        return cast(Document, hook())
    # Another tokenizer's words are not looked at, so that a stage reads the same in every pipeline.
    return attach(doc, Document.from_text(doc.text, config))


def attach(doc: Doc, document: Document) -> Document:
    """Let `document` travel with `doc`.

    It hangs among the Doc's hooks, which spaCy does not save: a Doc that is turned into bytes (for another process, or a
    file) keeps its words, entities and spans and leaves the Document behind.
    """
    doc.user_hooks[_KEY] = lambda: document
    return document
