"""The face's verbs: one article in, one Article out; many in, as many out, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from thai_newsie.article import Article, Failure
from thai_newsie.assemble import assemble
from thai_newsie.pipeline import stages
from thai_newsie.readers.raw import RawArticle
from thai_newsie.reading import read
from thai_newsie.text import storable


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
    reading = read(raw.joined)
    reading.title_end = raw.shadow_title_end
    reading.published = raw.published_date
    for fill in stages():
        fill(reading)
    return assemble(reading, raw)


def extract_many(
    articles: Iterable[RawArticle | Failure | Mapping[str, object] | str], *, latin: bool = False
) -> Iterator[Article | Failure]:
    """What each article says, streamed in the order given: one record out for each one in.

    An article is a text, a mapping with `text` (and `id`, `title`, `published`, `source`), or what
    the readers give. One that cannot be read becomes a `Failure`; the rest goes on. `latin` as in
    `extract`.

    >>> [type(record).__name__ for record in extract_many(["ข่าว", {"title": "ไม่มีเนื้อข่าว"}])]
    ['Article', 'Failure']
    """
    for item in articles:
        record = item if isinstance(item, Failure) else _record(item)
        yield _with_latin(record) if latin and isinstance(record, Article) else record


def _with_latin(article: Article) -> Article:
    from thai_newsie.transcription import with_transcriptions

    return with_transcriptions(article)


def _record(item: RawArticle | Mapping[str, object] | str) -> Article | Failure:
    try:
        return extract_raw(item if isinstance(item, RawArticle) else RawArticle.from_object(item))
    except Exception as error:  # whatever is wrong with one article must not stop the rest
        known = item.get("id") if isinstance(item, Mapping) else getattr(item, "id", None)
        return Failure(
            id=storable(str(known)) if isinstance(known, str | int) else "",
            source=getattr(item, "where", None) or None,
            error=storable(f"{type(error).__name__}: {error}"),
        )
