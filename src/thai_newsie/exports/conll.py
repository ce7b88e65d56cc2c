"""CoNLL: one word a line with its BIO tag, for annotation tools and taggers.

The columns are the word, its start and end in the field, and the tag: B-, I- or O (Ramshaw and Marcus 1995). Comments
before each title and text name the article and the field. An empty line follows each line of the text, because Thai does
not mark sentences. Entities do not overlap (`annotation.entities`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from thai_newsie.exports.annotation import entities, tokens
from thai_newsie.io.writers.atomic_files import atomic_file
from thai_newsie.schema.article import Article, Failure, Field


def export(records: Iterable[Article | Failure], target: Path) -> None:
    """Write the words and tags of the articles of `records`; failures are passed over."""
    with atomic_file(target) as stream:
        for record in records:
            if isinstance(record, Article):
                for field in ("title", "text"):
                    stream.writelines(line + "\n" for line in _lines(record, field))


def _lines(article: Article, field: Field) -> Iterator[str]:
    text = getattr(article, field)
    if not text.strip():
        return
    yield f"# article = {' '.join(article.id.split())}"
    yield f"# field = {field}"
    found = entities(article, field)
    begins = {entity.start: f"B-{entity.label}" for entity in found}
    inside = {
        offset: f"I-{entity.label}" for entity in found for offset in range(entity.start + 1, entity.end)
    }
    written = False
    for start, end in tokens(text, (edge for entity in found for edge in entity[:2])):
        word = text[start:end]
        if not word.isspace():
            yield f"{word}\t{start}\t{end}\t{begins.get(start) or inside.get(start) or 'O'}"
            written = True
        elif "\n" in word and written and start not in inside:
            yield ""
            written = False
    if written:
        yield ""
