"""Places of an English article: countries, provinces and venues in Latin letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled, table
from thai_newsie.lexicon.patterns import listed
from thai_newsie.provenance import pattern, row
from thai_newsie.text.characters import is_english

# An area in the name of an office or an organization: Ambassador of Thailand, Bank of Thailand, Embassy of Japan
_OF_OFFICE = regex.compile(
    r"(?:Ambassador|Embassy|Consulate|Minister|President|King|Queen|Bank|University|Authority|Federation"
    r"|Government|Railway|Airports|Exchange|Association|Institute|Board|Chamber|Council|Senate|Parliament)s?(?: of| to|,)? (?:the )?$"
)
_VENUE_KIND = (
    r"(?:Building|Hall|Room|Ballroom|Hotel|House|Cent(?:er|re)|Airport|Palace|Temple|Parliament|Stadium"
    r"|Bridge|Hospital|University|Resort|Museum|Plaza|Square)\b"
)
# A chain of parts, each with the word for the kind of place at its end: Ivory Room, Thai Khu Fah Building, Government House
_VENUE_PART = rf"(?:[A-Z][\w’'-]*+ ){{1,6}}?{_VENUE_KIND}"
_ENGLISH_VENUE = regex.compile(
    rf"\b(?:at|in|to|from) (?:the )?(?P<venue>{_VENUE_PART}(?:,? (?:at )?(?:the )?{_VENUE_PART}){{0,2}})"
)


def find_english(document: Document) -> Iterator[Entity]:
    """The places of an article that is written in English; none in a Thai one, where English is a gloss."""
    text = document.text
    if not is_english(text):
        return
    for match in _ENGLISH_VENUE.finditer(text):
        yield Entity(*match.span("venue"), "LOCATION", "venue", "pattern", rule=pattern("english_venue"))
    for match in _area().finditer(text):
        area = english_areas()[match["name"]]
        if not _OF_OFFICE.search(text, max(0, match.start() - 30), match.start()):
            yield Entity(match.start(), match.end(), "LOCATION", area.kind, "lexicon", rule=area.rule)
        elif document.trace is not None:
            reason = "part of the name of a position or an organization"
            document.trace.reject("places", match.start(), match.end(), area.rule, reason)


class EnglishArea(NamedTuple):
    """A place by its English name: its kind, its code ("" where it has none), and the rule that finds it."""

    kind: str
    code: str
    rule: str


@compiled
def english_areas() -> Mapping[str, EnglishArea]:
    """The countries, provinces and other places by their English names.

    >>> english_areas()["Lao PDR"]
    EnglishArea(kind='country', code='LA', rule='english_places:Lao PDR')
    >>> english_areas()["Chiang Mai"].code
    '50'
    """
    import geothai

    areas = {
        country["english"]: EnglishArea("country", country["code"], row("countries", country["word"]))
        for country in table("countries")
    }
    areas |= {
        province.name_en: EnglishArea("province", province.code, pattern("english_province"))
        for province in geothai.provinces()
    }
    for place in table("english_places"):
        areas[place["word"]] = EnglishArea(place["type"], place["code"], row("english_places", place["word"]))
    return areas


@compiled
def _area() -> regex.Pattern[str]:
    """A name as a word of its own: not in Singaporean, and not in a longer name (Thailand Post, Thailand 4.0)."""
    return regex.compile(
        r"(?<![\w.-])(?P<name>\L<names>)(?: Province)?(?![\w-]| \d\.| (?!Province)\p{Lu}\p{Ll})",
        names=listed(english_areas()),
    )
