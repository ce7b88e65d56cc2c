"""spaCy's DocBin: one Doc for each title and text, for annotation tools and training.

`doc.ents` has the flat entities. `doc.spans` has each list that is not empty, under its name, with items that overlap:
roles, events and statements too. `doc.user_data` has `article`, `field`, `published` and `meta`.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from thai_newsie.exports.annotation import LabelledSpan, entities, labelled_spans, tokens
from thai_newsie.io.writers.atomic_files import atomic_bytes
from thai_newsie.schema.article import Article, Failure, Field
from thai_newsie.schema.labels import LABELS


def export(records: Iterable[Article | Failure], target: Path) -> None:
    """Write a Doc for each title and each text of `records`; failures are passed over."""
    vocab = Vocab()
    docs = DocBin(attrs=["ENT_IOB", "ENT_TYPE"], store_user_data=True)
    for record in records:
        if isinstance(record, Article):
            for field in ("title", "text"):
                if getattr(record, field):
                    docs.add(_doc(record, field, vocab))
    with atomic_bytes(target) as stream:
        stream.write(docs.to_bytes())


def _doc(article: Article, field: Field, vocab: Vocab) -> Doc:
    text = getattr(article, field)
    found = {kind: labelled_spans(article, kind, field) for kind in LABELS}
    words: list[str] = []
    spaces: list[bool] = []
    places: dict[int, int] = {}  # the token that begins, and the one after that which ends, at an offset
    cuts = {edge for kind in found.values() for stretch in kind for edge in stretch[:2]}
    for start, end in tokens(text, cuts):
        places.setdefault(start, len(words))
        # A single space belongs to the word before it, unless something begins or ends there.
        if (
            text[start:end] == " "
            and words
            and not spaces[-1]
            and not words[-1].isspace()
            and start not in cuts
        ):
            spaces[-1] = True
            places[start] = len(words)
        else:
            words.append(text[start:end])
            spaces.append(False)
        places[end] = len(words)
    doc = Doc(vocab, words=words, spaces=spaces)

    def spans(kind: list[LabelledSpan]) -> list[Span]:
        return [Span(doc, places[s.start], places[s.end], label=s.label) for s in kind]

    doc.set_ents(spans(entities(article, field)))
    for kind, each in found.items():
        if each:  # an empty group takes spaCy as long to write as a full one
            doc.spans[kind] = spans(each)
    doc.user_data.update(article=article.id, field=field, published=article.published, meta=article.meta)
    return doc
