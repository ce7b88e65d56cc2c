"""The parts of the package that read an article or write what was read, each with the processor time that it takes."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from thai_newsie import Config, explain, exports, load
from thai_newsie.assemble import assemble
from thai_newsie.corpus import Corpus
from thai_newsie.corpus.registry import build_registry
from thai_newsie.document import Document
from thai_newsie.extras import MissingExtraError
from thai_newsie.io import tables, writers
from thai_newsie.raw_article import RawArticle
from thai_newsie.report import write_report
from thai_newsie.report.notebook import html
from thai_newsie.schema.article import Article
from thai_newsie.stages import STAGES

WITHOUT_LIMIT = Config(time_limit=1e9)
_PUBLISHED = "2024-01-02"

Seconds = dict[str, float]


class _Terminal(BytesIO):
    """A stream that says it is a terminal, so that the article is shown in colour."""

    def isatty(self) -> bool:
        return True


def reading(text: str, spent: Seconds) -> Article:
    """Read an article; `spent` gets the seconds of each stage."""
    raw = RawArticle(text=text, published=_PUBLISHED, title="ข่าว")
    document = timed("words", spent, lambda: Document.from_text(raw.joined, WITHOUT_LIMIT))
    document.title_end, document.published = raw.title_end, raw.published_date
    for stage in STAGES.values():
        timed(stage.name, spent, lambda: stage.fill(document))  # noqa: B023 - called at once
    return timed("assemble", spent, lambda: assemble(document, raw))


def outputs(article: Article, spent: Seconds, chosen: Callable[[str], bool] = lambda part: True) -> None:
    """Write, show and count an article in every way that is `chosen`; `spent` gets the seconds of each."""
    with TemporaryDirectory() as folder:
        target = Path(folder)
        for part, write in {**_written(target), **_SHOWN, **_MANY}.items():
            if chosen(part):
                with suppress(MissingExtraError):  # the format's library is not installed
                    timed(part, spent, lambda: write(article))  # noqa: B023 - called at once


def timed(part: str, spent: Seconds, work: Callable[[], object]) -> object:
    gc.collect()
    begun = time.process_time()
    result = work()
    spent[part] = time.process_time() - begun
    return result


def _written(folder: Path) -> dict[str, Callable[[Article], object]]:
    found = {
        f"write {form}": lambda article, form=form: writers.write(
            [article], _Terminal() if form == "table" else BytesIO(), form
        )
        for form in writers.FORMATS
    }
    found |= {
        f"export {form}": lambda article, form=form: exports.export([article], form, folder / form)
        for form in exports.FORMATS
    }
    return found


_SHOWN = {
    "notebook": html,
    "report": lambda article: write_report([article], StringIO()),
    "explain": lambda article: str(explain(article.text, published=_PUBLISHED, config=WITHOUT_LIMIT)),
    "spaCy": lambda article: load()(article.text),
}
_MANY = {
    "registry": lambda article: build_registry([article]).to_json(),
    "rows": lambda article: list(tables.rows(article)),
    "pandas": lambda article: [Corpus([article], "pandas").table(table) for table in tables.TABLES],
    "polars": lambda article: [Corpus([article], "polars").table(table) for table in tables.TABLES],
}
