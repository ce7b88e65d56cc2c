"""Articles read in this process, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from thai_newsie.article import Failure
from thai_newsie.engines.part import Part, part
from thai_newsie.extraction import extract_many
from thai_newsie.readers.raw import RawArticle
from thai_newsie.writers import in_batches, writer


def run(
    articles: Iterable[RawArticle | Failure | Mapping[str, object] | str],
    form: str = "jsonl",
    *,
    latin: bool = False,
) -> Iterator[Part]:
    """Read `articles` and give each record, encoded for the writer of `form`, as soon as it is there."""
    to = writer(form)
    for records in in_batches(extract_many(articles, latin=latin), to.AT_ONCE):
        yield part(records, to)
