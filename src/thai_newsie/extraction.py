"""The face's verbs: one article in, one Article out; many in, as many out, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from thai_newsie.article import Article, Failure
from thai_newsie.assemble import assemble
from thai_newsie.limit import Limit, OutOfTimeError
from thai_newsie.pipeline import stages
from thai_newsie.readers.raw import RawArticle
from thai_newsie.reading import read
from thai_newsie.text import flaws, storable

_OUT_OF_TIME = "reading took more than {:.0f} seconds: what would have been found later is missing"


def extract(
    text: str, title: str | None = None, published: str | date | None = None, *, latin: bool = False
) -> Article:
    """What the article says.

    `text` is the body and `title` the headline, as they are; `published` is the day of the web
    page, an ISO string or a date, against which "วันนี้" is read where the article names no day.
    `latin` asks for a transcription of the names of persons that the article does not give in Latin
    letters; a quarter of its words are wrong.
    Raises TypeError for a text that is no string and ValueError for a `published` that is no date.

    >>> extract("นายกรัฐมนตรีลงพื้นที่จังหวัดน่าน เมื่อวานนี้", published="2024-08-24").dates[0].value
    '2024-08-23'
    """
    article = extract_raw(RawArticle(text=text, title=title or "", published=published))
    return _with_latin(article) if latin else article


def extract_raw(raw: RawArticle) -> Article:
    """What one `RawArticle` says."""
    limit = Limit(len(raw.joined))
    reading = read(raw.joined)
    reading.title_end = raw.shadow_title_end
    reading.published = raw.published_date
    reading.limit = limit
    reading.warnings += flaws(raw.joined)
    *finding, resolve = stages()
    try:
        for fill in finding:
            limit.check()
            fill(reading)
    except OutOfTimeError:
        reading.warnings.append(_OUT_OF_TIME.format(limit.seconds))
    resolve(reading)  # what was found belongs to somebody, however little it is
    return assemble(reading, raw)


def extract_many(
    articles: Iterable[RawArticle | Failure | Mapping[str, object] | str],
    *,
    latin: bool = False,
    processes: int = 1,
) -> Iterator[Article | Failure]:
    """What each article says, streamed in the order given: one record out for each one in.

    An article is a text, a mapping with `text` (and `id`, `title`, `published`, `source`), or what
    the readers give. One that cannot be read becomes a `Failure`; the rest goes on. `latin` as in
    `extract`. More than one of `processes` pay from about a thousand articles on.

    >>> [type(record).__name__ for record in extract_many(["ข่าว", {"title": "ไม่มีเนื้อข่าว"}])]
    ['Article', 'Failure']
    """
    if processes == 1:
        return (_record(raw_article(item), latin) for item in articles)
    from thai_newsie.engines import processes as many
    from thai_newsie.writers.jsonl import decode

    parts = many.run(articles, "jsonl", latin=latin, processes=processes)
    return (record for part in parts for record in decode(part.data.splitlines()))


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


def _record(raw: RawArticle | Failure, latin: bool) -> Article | Failure:
    if isinstance(raw, Failure):
        return raw
    try:
        article = extract_raw(raw)
        return _with_latin(article) if latin else article
    except Exception as error:  # whatever is wrong with one article must not stop the rest
        return failure(raw, f"{type(error).__name__}: {error}")


def _with_latin(article: Article) -> Article:
    from thai_newsie.transcription import with_transcriptions

    return with_transcriptions(article)
