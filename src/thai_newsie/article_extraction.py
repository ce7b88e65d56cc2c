"""One article in, one record out: the stages in their order, under a time limit, and the result as an `Article`.

The engines of `thai_newsie.run` and the functions of `thai_newsie.api` use this module; it knows neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from thai_newsie.assemble import assemble
from thai_newsie.config import DEFAULT, Config
from thai_newsie.document import Document
from thai_newsie.lexicon import using
from thai_newsie.metadata import known_metadata, short
from thai_newsie.mistaken import check_text
from thai_newsie.provenance import Trace
from thai_newsie.publication_day import with_publication_day
from thai_newsie.raw_article import RawArticle, known_id, reason_of
from thai_newsie.schema.article import Article, Failure
from thai_newsie.stages import STAGES
from thai_newsie.text.normalized import storable
from thai_newsie.time_limit import OUT_OF_TIME, Limit, OutOfTimeError


def extract_raw(raw: RawArticle, config: Config = DEFAULT) -> Article:
    """Read one `RawArticle`."""
    article, _ = read_document(raw, config)
    return article


def read_document(raw: RawArticle, config: Config, trace: Trace | None = None) -> tuple[Article, Document]:
    """Read one `RawArticle`; give the Document that the stages leave as well. `trace` notes what they reject."""
    config.check_length(len(raw.title) + len(raw.text))
    if raw.meta:
        config.check_metadata(raw.meta)
    with using(config.lexicon):
        raw = with_publication_day(raw)
        document = _started(raw, config, trace)
        _run_stages(document)
        article = assemble(document, raw)
        if config.latin:
            from thai_newsie.transcription import with_transcriptions

            article = with_transcriptions(article)
        return article, document


def _started(raw: RawArticle, config: Config, trace: Trace | None) -> Document:
    document = Document.from_text(raw.joined, config, len(raw.title))
    document.published = raw.published_date
    document.limit = Limit(config.time_limit + len(raw.joined) * config.time_limit_per_character)
    document.trace = trace
    document.warnings += document.input_warnings
    return document


def _run_stages(document: Document) -> None:
    # All are imported before the first one runs: the literals of imported stages are searched in one pass.
    stages = {name: STAGES[name].fill for name in document.config.stages}
    resolve = stages.pop("resolution", None)
    try:
        for fill in stages.values():
            document.check_time()
            fill(document)
    except OutOfTimeError:
        seconds = document.limit.seconds if document.limit else 0.0
        document.warnings.append(OUT_OF_TIME.format(seconds))
    if resolve:  # also out of time: what was found belongs to somebody, however little it is
        resolve(document)


def extract_each(
    articles: Iterable[RawArticle | Failure | Mapping[str, object] | str], config: Config = DEFAULT
) -> Iterator[Article | Failure]:
    """One record for each of `articles`, in their order, in this process. A bad article becomes a `Failure`."""
    return (_record(raw_article(item), config) for item in articles)


def _record(raw: RawArticle | Failure, config: Config) -> Article | Failure:
    if isinstance(raw, Failure):
        return raw
    try:
        return extract_raw(raw, config)
    except Exception as error:  # whatever is wrong with one article must not stop the rest
        return failure(raw, f"{type(error).__name__}: {reason_of(error)}")


def raw_article(item: RawArticle | Failure | Mapping[str, object] | str) -> RawArticle | Failure:
    """The `RawArticle` that `item` is, or a `Failure` that says why it is none."""
    try:
        if isinstance(item, RawArticle | Failure):
            return item
        if not isinstance(item, Mapping):
            check_text(item)
        return RawArticle.from_object(item)
    except Exception as error:  # an object of any kind may raise anything
        return Failure(
            id=known_id(item), meta=known_metadata(item), error=f"{type(error).__name__}: {reason_of(error)}"
        )


def failure(raw: RawArticle, error: str) -> Failure:
    """The record in the place of `raw`, which could not be read because of `error`."""
    return Failure(id=raw.id, source=raw.where or None, meta=short(raw.meta), error=storable(error))
