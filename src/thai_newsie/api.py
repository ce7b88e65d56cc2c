"""The library's verbs: `extract` one article, `extract_many` of them.

>>> extract("นายกรัฐมนตรีลงพื้นที่จังหวัดน่าน เมื่อวานนี้", published="2024-08-24").dates[0].value
'2024-08-23'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from thai_newsie.article_extraction import extract_each, extract_raw
from thai_newsie.config import Config, config_or_default
from thai_newsie.mistaken import check_many, check_text
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Article, Failure


def extract(
    text: str,
    title: str | None = None,
    published: str | date | None = None,
    *,
    id: str = "",
    source: str | None = None,
    meta: Mapping[str, object] | None = None,
    latin: bool | None = None,
    config: Config | None = None,
) -> Article:
    """Read one article.

    `text` is the body and `title` the headline, as they are. `published` is the day of the web page, a date or
    a text with one (2024-08-24, 24 ส.ค. 2567): "วันนี้" counts from it where the article itself names no day. `id`, `source` (who published it) and `meta` (whatever
    else is known, such as `{"url": …}`) come out as they are. `config` says how the article is read. `latin`
    overrides `config.latin`: it asks for a transcription of the names that the article does not give in Latin letters; a
    quarter of the transcribed words are wrong.
    Raises TypeError for a text that is no string, and ValueError for one that is the name of a file. A `published` that cannot be read is a warning.

    >>> extract("นายสมชาย ใจดี อธิบดีกรมการข้าว ลงพื้นที่").people[0].roles[0].organization
    'กรมการข้าว'
    >>> extract("นายสมชาย ใจดี ให้ไว้ ณ วันที่ 8 มิ.ย. 64", config=Config(stages=["dates"])).people
    ()
    """
    check_text(text)
    raw = RawArticle(text, title or "", published, id, source, meta=meta or {})
    return extract_raw(raw, config_or_default(config).with_latin(latin))


def extract_many(
    articles: Iterable[RawArticle | Failure | Mapping[str, object] | str],
    *,
    latin: bool | None = None,
    processes: int = 1,
    config: Config | None = None,
) -> Iterator[Article | Failure]:
    """Read many articles as a stream: one record for each article, in the order given.

    An article is a text, a mapping with `text` (and `id`, `title`, `published`, `source`; the rest becomes its `meta`), or what `read` gives. An article
    that cannot be read becomes a `Failure`, and the rest goes on. `latin` and `config` are those of `extract`. More than
    one of `processes` pays from about a thousand articles on. Raises TypeError for one text, article or path in the place of many.

    >>> [type(record).__name__ for record in extract_many(["ข่าว", {"title": "ไม่มีเนื้อข่าว"}])]
    ['Article', 'Failure']
    """
    check_many(articles)
    config = config_or_default(config).with_latin(latin)
    if processes == 1:
        return extract_each(articles, config)
    from thai_newsie.io.writers.jsonl import decode
    from thai_newsie.run import processes as many

    parts = many.run(articles, "jsonl", config=config, processes=processes)
    return (record for part in parts for record in decode(part.data.splitlines()))
