"""Places of an English article: countries, provinces and venues in Latin letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled, table
from thai_newsie.text.characters import is_english

# An area in the name of an office or an organization: Ambassador of Thailand, Bank of Thailand, Embassy of Japan
_OF_OFFICE = regex.compile(
    r"(?:Ambassador|Embassy|Consulate|Minister|President|King|Queen|Bank|University|Authority|Federation"
    r"|Government|Railway|Airports|Exchange|Association|Institute|Board|Chamber|Council|Senate|Parliament)s?(?: of| to|,)? (?:the )?$"
)
_KINDS = (
    r"(?:Building|Hall|Room|Ballroom|Hotel|House|Cent(?:er|re)|Airport|Palace|Temple|Parliament|Stadium"
    r"|Bridge|Hospital|University|Resort|Museum|Plaza|Square)\b"
)
# A chain of parts that each end in the word for the sort of place: Ivory Room, Thai Khu Fah Building, Government House
_NAMED = rf"(?:[A-Z][\w’'-]*+ ){{1,6}}?{_KINDS}"
_VENUE = regex.compile(
    rf"\b(?:at|in|to|from) (?:the )?(?P<venue>{_NAMED}(?:,? (?:at )?(?:the )?{_NAMED}){{0,2}})"
)


def find_english(document: Document) -> Iterator[Entity]:
    """The places of an article that is written in English; none in a Thai one, where English is a gloss."""
    text = document.text
    if not is_english(text):
        return
    for match in _VENUE.finditer(text):
        yield Entity(*match.span("venue"), "LOCATION", "venue", "pattern")
    for match in _area().finditer(text):
        if not _OF_OFFICE.search(text, max(0, match.start() - 30), match.start()):
            yield Entity(match.start(), match.end(), "LOCATION", english_areas()[match["name"]][0], "lexicon")


@compiled
def english_areas() -> Mapping[str, tuple[str, str]]:
    """Kind and code by English name; no code where the place has none.

    >>> english_areas()["Lao PDR"], english_areas()["Chiang Mai"]
    (('country', 'LA'), ('province', '50'))
    """
    import geothai

    areas = {row["english"]: ("country", row["code"]) for row in table("countries")}
    areas |= {province.name_en: ("province", province.code) for province in geothai.provinces()}
    return areas | {row["word"]: (row["type"], row["code"]) for row in table("english_places")}


@compiled
def _area() -> regex.Pattern[str]:
    """A name as a word of its own: not in Singaporean, and not in a longer name (Thailand Post, Thailand 4.0)."""
    return regex.compile(
        r"(?<![\w.-])(?P<name>\L<names>)(?: Province)?(?![\w-]| \d\.| (?!Province)\p{Lu}\p{Ll})",
        names=list(english_areas()),
    )
