"""What is known of a unit by itself: its letters, its shape, and the lists that hold it.

Everything here depends on the unit alone, so that its share of every label's score is summed once
for each unit the recognizer meets.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import regex

from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.areas import districts, provinces, subdistricts
from thai_newsie.text.words import dictionary

_DIGIT = regex.compile(r"\d")
_SHAPES = (
    ("space", regex.compile(r"\s+")),
    ("number", regex.compile(r"\d+")),
    ("decimal", regex.compile(r"\d[\d.,:]*")),
    ("abbreviation", regex.compile(r"\A[ก-๎.]+\.")),
    ("consonants", regex.compile(r"[ก-ฮ]+")),
    ("thai", regex.compile(r"[ก-๎ฯๆ]+")),
    ("capital", regex.compile(r"\p{Lu}")),
    ("capitals", regex.compile(r"\p{Lu}+")),
    ("capitalised", regex.compile(r"\p{Lu}[\p{L}\p{M}]+")),
    ("latin", regex.compile(r"\p{Latin}+")),
)
# Lists of the tables: name of the list, table, columns that hold its words.
_TABLES = (
    ("title", "titles", ("word",)),
    ("position", "positions", ("word",)),
    ("position_prefix", "position_prefixes", ("word",)),
    ("body_head", "organization_heads", ("word",)),
    ("body_stop", "organization_stops", ("word",)),
    ("body", "organizations", ("word", "short", "abbreviations")),
    ("country", "countries", ("word", "forms")),
    ("venue_head", "venue_heads", ("word",)),
    ("place", "places", ("word", "forms")),
    ("unit", "units", ("word", "forms")),
    ("number_word", "number_words", ("word",)),
    ("month", "months", ("word", "abbreviations", "bare")),
    ("weekday", "weekdays", ("word", "forms")),
    ("speech", "speech_verbs", ("word",)),
    ("name_stop", "name_stops", ("word",)),
)


@compiled
def _lists() -> Mapping[str, tuple[str, ...]]:
    """From each word of the lists to the names of the lists that hold it."""
    from pythainlp.corpus import thai_family_names, thai_female_names, thai_male_names

    found: dict[str, list[str]] = {}

    def add(name: str, words: Iterable[str]) -> None:
        for word in words:
            found.setdefault(word, []).append(name)

    for name, source, columns in _TABLES:
        add(name, {word for row in table(source) for column in columns for word in values(row[column])})
    add("given_name", thai_male_names() | thai_female_names())
    add("family_name", thai_family_names())
    add("province", provinces())
    add("district", districts())
    add("subdistrict", subdistricts())
    return {word: tuple(names) for word, names in found.items()}


def normal(unit: str) -> str:
    """The unit as the tables of the model know it: small letters, every digit a 0.

    >>> normal("2564"), normal("Covid")
    ('0000', 'covid')
    """
    return _DIGIT.sub("0", unit.lower())


def shape(unit: str) -> str:
    """The class of the unit's characters.

    >>> [shape(unit) for unit in ("พล.อ.", "มข", "เขต", "13.30", "WHO", "(")]
    ['abbreviation', 'consonants', 'thai', 'decimal', 'capitals', '(']
    """
    return next((name for name, pattern in _SHAPES if pattern.fullmatch(unit)), unit[:1])


def features(unit: str) -> list[str]:
    """The unit's features by name.

    >>> features("มข.")
    ['w=มข.', 's=abbreviation', 'n=3', 'd=0', 'l=organization', 'p1=ม', 'e1=.', 'p2=มข', 'e2=ข.', 'p3=มข.', 'e3=มข.']
    """
    word = normal(unit)
    if not unit:
        return ["w="]  # beyond the line
    found = [f"w={word}", f"s={shape(unit)}", f"n={min(len(unit), 12)}", f"d={int(word in dictionary())}"]
    found += [f"l={name}" for name in _lists().get(unit, ())]
    for length in range(1, min(5, len(word) + 1)):
        found += [f"p{length}={word[:length]}", f"e{length}={word[-length:]}"]
    return found
