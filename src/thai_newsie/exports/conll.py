"""CoNLL: a word a line with its BIO tag, for annotation tools and taggers.

Columns: the word, its start and end in the field, the tag. Before each title and text a comment tells whose it is; an
empty line stands after each of its lines, which is all that Thai has of sentences. What overlaps is left out as
`annotation.entities` chooses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from thai_newsie.exports.annotation import entities, tokens
from thai_newsie.io.writers.atomic_files import atomic_file
from thai_newsie.schema.article import Article, Failure, Field


def export(records: Iterable[Article | Failure], target: Path) -> None:
    """Write the words and tags of each article."""
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
