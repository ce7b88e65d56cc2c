"""The library's verbs: `extract` one article, `extract_many` of them.

>>> extract("นายกรัฐมนตรีลงพื้นที่จังหวัดน่าน เมื่อวานนี้", published="2024-08-24").dates[0].value
'2024-08-23'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from thai_newsie.assemble import assemble
from thai_newsie.config import DEFAULT, Config
from thai_newsie.document import Document
from thai_newsie.lexicon import using
from thai_newsie.provenance import Trace
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Article, Failure
from thai_newsie.stages import STAGES
from thai_newsie.text.normalized import flaws, storable
from thai_newsie.time_limit import OUT_OF_TIME, Limit, OutOfTimeError


def extract(
    text: str,
    title: str | None = None,
    published: str | date | None = None,
    *,
    latin: bool | None = None,
    config: Config | None = None,
) -> Article:
    """Read one article.

    `text` is the body and `title` the headline, as they are. `published` is the day of the web page, an ISO string or a
    date: "วันนี้" counts from it where the article itself names no day. `config` says how the article is read. `latin`
    overrides `config.latin`: it asks for a transcription of the names that the article does not give in Latin letters; a
    quarter of the transcribed words are wrong.
    Raises TypeError for a text that is no string and ValueError for a `published` that is no date.

    >>> extract("นายสมชาย ใจดี อธิบดีกรมการข้าว ลงพื้นที่").people[0].roles[0].organization
    'กรมการข้าว'
    >>> extract("นายสมชาย ใจดี ให้ไว้ ณ วันที่ 8 มิ.ย. 64", config=Config(stages=["dates"])).people
    ()
    """
    return extract_raw(
        RawArticle(text=text, title=title or "", published=published), with_latin(config or DEFAULT, latin)
    )


def extract_raw(raw: RawArticle, config: Config = DEFAULT) -> Article:
    """Read one `RawArticle`."""
    article, _ = read_document(raw, config)
    return article


def read_document(raw: RawArticle, config: Config, trace: Trace | None = None) -> tuple[Article, Document]:
    """Read one `RawArticle`; give the Document that the stages leave as well. `trace` notes what they reject."""
    with using(config.lexicon):
        document = _started(raw, config, trace)
        _run_stages(document)
        article = assemble(document, raw)
        if config.latin:
            from thai_newsie.transcription import with_transcriptions

            article = with_transcriptions(article)
        return article, document


def _started(raw: RawArticle, config: Config, trace: Trace | None) -> Document:
    document = Document.from_text(raw.joined, config)
    document.title_end = raw.title_end
    document.published = raw.published_date
    document.limit = Limit(config.time_limit + len(raw.joined) * config.time_limit_per_character)
    document.trace = trace
    document.warnings += flaws(raw.joined)
    return document


def _run_stages(document: Document) -> None:
    names = document.config.stages
    try:
        for name in names:
            if name != "resolution":
                document.check_time()
                STAGES[name].fill(document)
    except OutOfTimeError:
        seconds = document.limit.seconds if document.limit else 0.0
        document.warnings.append(OUT_OF_TIME.format(seconds))
    if "resolution" in names:  # also out of time: what was found belongs to somebody, however little it is
        STAGES["resolution"].fill(document)


def extract_many(
    articles: Iterable[RawArticle | Failure | Mapping[str, object] | str],
    *,
    latin: bool | None = None,
    processes: int = 1,
    config: Config | None = None,
) -> Iterator[Article | Failure]:
    """Read many articles as a stream: one record for each article, in the order given.

    An article is a text, a mapping with `text` (and `id`, `title`, `published`, `source`), or what `read` gives. An article
    that cannot be read becomes a `Failure`, and the rest goes on. `latin` and `config` are those of `extract`. More than
    one of `processes` pays from about a thousand articles on.

    >>> [type(record).__name__ for record in extract_many(["ข่าว", {"title": "ไม่มีเนื้อข่าว"}])]
    ['Article', 'Failure']
    """
    config = with_latin(config or DEFAULT, latin)
    if processes == 1:
        return (_record(raw_article(item), config) for item in articles)
    from thai_newsie.io.writers.jsonl import decode
    from thai_newsie.run import processes as many

    parts = many.run(articles, "jsonl", config=config, processes=processes)
    return (record for part in parts for record in decode(part.data.splitlines()))


def with_latin(config: Config, latin: bool | None) -> Config:
    """`config` with another `latin`, where one is given."""
    return config if latin is None or latin == config.latin else config.replace(latin=latin)


def raw_article(item: RawArticle | Failure | Mapping[str, object] | str) -> RawArticle | Failure:
    """An article as the stages take it, or why it is none."""
    if isinstance(item, RawArticle | Failure):
        return item
    try:
        return RawArticle.from_object(item)
    except Exception as error:  # a mapping of any kind may raise anything
        known = item.get("id") if isinstance(item, Mapping) else None
        return Failure(
            id=storable(str(known)) if isinstance(known, str | int) else "",
            error=storable(f"{type(error).__name__}: {error}"),
        )


def failure(raw: RawArticle, error: str) -> Failure:
    """The record in the place of an article that was read but not understood."""
    return Failure(id=raw.id, source=raw.where or None, error=storable(error))


def _record(raw: RawArticle | Failure, config: Config) -> Article | Failure:
    if isinstance(raw, Failure):
        return raw
    try:
        return extract_raw(raw, config)
    except Exception as error:  # whatever is wrong with one article must not stop the rest
        return failure(raw, f"{type(error).__name__}: {error}")
