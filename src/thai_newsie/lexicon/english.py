"""English for titles, areas, countries and named places, from the tables and geothai."""

from __future__ import annotations

import re

from thai_newsie.lexicon import Row, compiled, remembered, table, values
from thai_newsie.lexicon.patterns import any_of

_TITLES_KEPT = 1024  # and chains of titles


@compiled
def _titles() -> dict[str, Row]:
    return {row["word"]: row for row in table("titles")}


@compiled
def _title() -> re.Pattern[str]:
    return re.compile(any_of(_titles()))


@remembered(_TITLES_KEPT)
def _rows(title: str) -> tuple[Row, ...]:
    """The row of a title, or the rows of the titles in a chain (ศ. + ดร.)."""
    whole = _titles().get(" ".join(title.split()))
    return (whole,) if whole else tuple(_titles()[part] for part in _title().findall(title))


def title_english(title: str) -> str:
    """A title, or a chain of titles, in English; "" if the table has none of them.

    An abbreviation of several ranks gives all of them, parted by "/".

    >>> title_english("ศาสตราจารย์ ดร."), title_english("พล.ต.ท."), title_english("ร.ท.")
    ('Professor Dr.', 'Police Lieutenant General', 'Lieutenant/Lieutenant Junior Grade/Flying Officer')
    """
    return " ".join("/".join(values(row["english"])) for row in _rows(title))


def title_gender(title: str) -> str:
    """The gender that a title tells, "f" or "m"; "" if it tells none.

    >>> title_gender("นาง"), title_gender("พล.ต.หญิง"), title_gender("ดร.")
    ('f', 'f', '')
    """
    return next((row["gender"] for row in _rows(title) if row["gender"]), "")


@compiled
def _countries() -> dict[str, str]:
    return {row["code"]: row["english"] for row in table("countries")}


def place_english(code: str) -> str:
    """The English name of an area by its official code, or of a country by its ISO 3166-1 code; "" for any other code.

    >>> place_english("13"), place_english("1301"), place_english("101601"), place_english("JP")
    ('Pathum Thani', 'Mueang Pathum Thani', 'Wat Arun', 'Japan')
    """
    import geothai

    if not code.isdigit():
        return _countries().get(code, "")
    area = {2: geothai.province, 4: geothai.district, 6: geothai.subdistrict}[len(code)](code)
    return str(area.name_en) if area else ""


@compiled
def _named() -> dict[str, str]:
    """English names by the names of places, and of organizations because these are venues too."""
    names = {row["word"]: row["english"] for row in table("organizations")}
    for row in table("places"):
        names |= dict.fromkeys((row["word"], *values(row["forms"])), row["english"])
    return names


def named_place_english(name: str) -> str:
    """The English name of a place without a code; "" if the tables do not have exactly this name.

    >>> named_place_english("ภาคใต้"), named_place_english("กระทรวงการคลัง"), named_place_english("หอประชุมเมืองน่าน")
    ('Southern Thailand', 'Ministry of Finance', '')
    """
    return _named().get(name, "")
