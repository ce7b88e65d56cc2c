"""The catalogue of the page: what it needs of all articles at once, to list, filter and chart them. It has no texts."""

from __future__ import annotations

from collections import Counter
from typing import Any, Generic, TypeVar

from thai_newsie.lexicon import compiled, table
from thai_newsie.lexicon.areas import provinces
from thai_newsie.lexicon.english import place_english
from thai_newsie.report.items import NOTES_WITHOUT_NAME
from thai_newsie.schema.article import Article, Event, Failure

_MAX_LISTED_TITLE_LENGTH = 200  # characters; a list shows no more
_MONTH_LENGTH = len("2024-08")

_T = TypeVar("_T")


class _Numbered(Generic[_T]):
    """Numbers things from 0 in the order in which they come. Thousands of articles refer to them by these numbers."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.shown: list[_T] = []

    def number(self, key: str, shown: _T) -> int:
        """The number of `key`. `shown` is what the page shows of it; the first one counts."""
        if key not in self._numbers:
            self._numbers[key] = len(self.shown)
            self.shown.append(shown)
        return self._numbers[key]


class Catalogue:
    """Collects a card for each article, and the names that articles share."""

    def __init__(self, title: str) -> None:
        """Begin the catalogue of the collection `title`."""
        self._title = title
        self._people: _Numbered[tuple[str, str]] = _Numbered()
        self._organizations: _Numbered[tuple[str, str]] = _Numbered()
        self._speakers: _Numbered[str] = _Numbered()
        self.cards: list[dict[str, Any]] = []
        self.failures: list[dict[str, str | None]] = []

    def add(self, record: Article | Failure) -> None:
        """Add the next record."""
        if isinstance(record, Failure):
            self.failures.append({"id": record.id, "source": record.source, "error": record.error})
        else:
            self.cards.append(self._card(record))

    def content(self, block_size: int) -> dict[str, Any]:
        """The catalogue as the scripts of the page read it: names, and the cards, which refer to them by number."""
        return {
            "title": self._title,
            "block": block_size,
            "people": self._people.shown,
            "organizations": self._organizations.shown,
            "speakers": self._speakers.shown,
            "provinces": _tiles(),
            "articles": self.cards,
            "failures": self.failures,
            "bare": NOTES_WITHOUT_NAME,
        }

    def _card(self, article: Article) -> dict[str, Any]:
        codes = provinces()
        named = {codes.get(place.province) for place in article.places if place.province} - {None}
        people = (self._people.number(p.name, (p.name, p.latin)) for p in article.people)
        # An organization is one entry under its official name, whatever the articles call it.
        organizations = (
            self._organizations.number(o.canonical or o.name, (o.canonical or o.name, o.english))
            for o in article.organizations
        )
        speakers = Counter(
            self._speakers.number(s.speaker, s.speaker) for s in article.statements if s.speaker
        )
        return {
            "id": article.id,
            "title": (article.title or article.text.strip().split("\n")[0])[:_MAX_LISTED_TITLE_LENGTH],
            "published": article.published,
            "people": list(dict.fromkeys(people)),
            "organizations": list(dict.fromkeys(organizations)),
            "provinces": sorted(filter(None, named)),
            "events": [_event(event, article.published) for event in article.events],
            "speakers": list(speakers.items()),
        }


def _event(event: Event, published: str | None) -> tuple[str, str]:
    """Type and day or month of an event. Without a known month it has the day of its article."""
    began = (event.date or "").partition("/")[0]
    return event.type, began if len(began) >= _MONTH_LENGTH else published or ""


@compiled
def _tiles() -> list[dict[str, Any]]:
    """The provinces with their places on the map of tiles."""
    return [
        {
            "code": row["code"],
            "name": row["word"],
            "english": place_english(row["code"]),
            "short": row["short"],
            "shortEnglish": row["short_english"],
            "row": int(row["row"]),
            "column": int(row["column"]),
        }
        for row in table("province_tiles")
    ]
