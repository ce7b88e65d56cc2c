"""The engine `local`: articles are read in this process, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from thai_newsie.article_extraction import extract_each
from thai_newsie.config import DEFAULT, Config
from thai_newsie.io.writers import in_batches, writer
from thai_newsie.raw_article import RawArticle
from thai_newsie.run.part import Part, part
from thai_newsie.schema.article import Failure


def run(
    articles: Iterable[RawArticle | Failure | Mapping[str, object] | str],
    form: str = "jsonl",
    *,
    config: Config = DEFAULT,
) -> Iterator[Part]:
    """Read `articles`; give each record, encoded for the writer of the format `form`, as soon as it is there."""
    to = writer(form)
    for records in in_batches(extract_each(articles, config), to.BATCH_SIZE):
        yield part(records, to)
