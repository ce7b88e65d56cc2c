"""The face's verbs: one article in, one Article out; many in, as many out, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from thai_newsie.article import Article, Failure
from thai_newsie.assemble import assemble
from thai_newsie.readers.raw import RawArticle
from thai_newsie.reading import reading_of

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def _pipeline() -> Language:
    from thai_newsie.pipeline import load

    return load()


def extract(text: str, title: str | None = None, published: str | date | None = None) -> Article:
    """What the article says.

    `text` is the body and `title` the headline, as they are; `published` is the day of the web
    page, an ISO string or a date, against which "วันนี้" is read where the article names no day.
    Raises TypeError for a text that is no string and ValueError for a `published` that is no date.

    >>> extract("นายกรัฐมนตรีลงพื้นที่จังหวัดน่าน เมื่อวานนี้", published="2024-08-24").dates[0].value
    '2024-08-23'
    """
    return extract_raw(RawArticle(text=text, title=title or "", published=published))


def extract_raw(raw: RawArticle) -> Article:
    """What one `RawArticle` says."""
    nlp = _pipeline()
    doc = nlp.make_doc(raw.joined)
    reading = reading_of(doc)
    reading.title_end = raw.shadow_title_end
    reading.published = raw.published_date
    for _, stage in nlp.pipeline:
        doc = stage(doc)
    return assemble(reading, raw)


def extract_many(
    articles: Iterable[RawArticle | Failure | Mapping[str, object] | str],
) -> Iterator[Article | Failure]:
    """What each article says, streamed in the order given: one record out for each one in.

    An article is a text, a mapping with `text` (and `id`, `title`, `published`, `source`), or what
    the readers give. One that cannot be read becomes a `Failure`; the rest goes on.

    >>> [type(record).__name__ for record in extract_many(["ข่าว", {"title": "ไม่มีเนื้อข่าว"}])]
    ['Article', 'Failure']
    """
    for item in articles:
        if isinstance(item, Failure):
            yield item
            continue
        try:
            raw = item if isinstance(item, RawArticle) else RawArticle.from_object(item)
            yield extract_raw(raw)
        except Exception as error:  # whatever is wrong with one article must not stop the rest
            known = item if isinstance(item, Mapping) else {"id": getattr(item, "id", "")}
            source = getattr(item, "source", None)
            yield Failure(
                id=str(known.get("id") or ""), source=source, error=f"{type(error).__name__}: {error}"
            )
