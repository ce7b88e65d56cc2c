"""The features of one token: its letters, its shape, and the word lists that hold it.

The features depend on the token alone, so that their weights are summed once for each token that the recognizer meets.
The names of the features ("w=กรม", "l=body_head") are part of the model file: a model knows nothing of a feature of
another name. Never rename one without training anew.
"""

from __future__ import annotations

import zlib
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
# The lists made of tables: the name of the list in the model file, the table, the columns that hold its words. The names
# are those that the shipped model was trained with; "body" is an organization there.
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
    """The names of the lists that hold a word, by the word."""
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


def normal(token: str) -> str:
    """The token as the model knows it: in lower case, every digit a 0.

    >>> normal("2564"), normal("Covid")
    ('0000', 'covid')
    """
    return _DIGIT.sub("0", token.lower())


def shape(token: str) -> str:
    """The class of the token's characters.

    >>> [shape(token) for token in ("พล.อ.", "มข", "เขต", "13.30", "WHO", "(")]
    ['abbreviation', 'consonants', 'thai', 'decimal', 'capitals', '(']
    """
    return next((name for name, pattern in _SHAPES if pattern.fullmatch(token)), token[:1])


def features(token: str) -> list[str]:
    """The features of a token: w the word, s its shape, n its length, d whether the dictionary has it, l a list that
    holds it, p1 to p4 its first letters, e1 to e4 its last. The empty token, beyond a line, has one feature.

    >>> features("มข.")
    ['w=มข.', 's=abbreviation', 'n=3', 'd=0', 'l=body', 'p1=ม', 'e1=.', 'p2=มข', 'e2=ข.', 'p3=มข.', 'e3=มข.']
    >>> features("")
    ['w=']
    """
    word = normal(token)
    if not token:
        return ["w="]
    found = [f"w={word}", f"s={shape(token)}", f"n={min(len(token), 12)}", f"d={int(word in dictionary())}"]
    found += [f"l={name}" for name in _lists().get(token, ())]
    for length in range(1, min(5, len(word) + 1)):
        found += [f"p{length}={word[:length]}", f"e{length}={word[-length:]}"]
    return found


def key(feature: str) -> int:
    """The number of a feature in the model file: the CRC-32 of its name, the same on every machine.

    >>> key("w=กรม")
    2111167353
    """
    return zlib.crc32(feature.encode())
