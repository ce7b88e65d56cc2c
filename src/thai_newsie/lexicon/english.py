"""English for readers without Thai, from the tables only: titles before names, areas and countries."""

from __future__ import annotations

import re

from thai_newsie.lexicon import compiled, remembered, table, values
from thai_newsie.lexicon.patterns import any_of

_REMEMBERED = 1024  # titles and chains of titles kept


@compiled
def _titles() -> dict[str, dict[str, str]]:
    return {row["word"]: dict(row) for row in table("titles")}


@compiled
def _title() -> re.Pattern[str]:
    return re.compile(any_of(_titles()))


@remembered(_REMEMBERED)
def _rows(title: str) -> tuple[dict[str, str], ...]:
    """The rows of a title or of the parts of a chain (ศ. + ดร.)."""
    whole = _titles().get(" ".join(title.split()))
    return (whole,) if whole else tuple(_titles()[part] for part in _title().findall(title))


def title_english(title: str) -> str:
    """A title in English; where its letters are of several ranks, all of them.

    >>> title_english("ศาสตราจารย์ ดร."), title_english("พล.ต.ท."), title_english("ร.ท.")
    ('Professor Dr.', 'Police Lieutenant General', 'Lieutenant/Lieutenant Junior Grade/Flying Officer')
    """
    return " ".join("/".join(values(row["english"])) for row in _rows(title))


def title_gender(title: str) -> str:
    """ "f" or "m" where the title tells, else "".

    >>> title_gender("นาง"), title_gender("พล.ต.หญิง"), title_gender("ดร.")
    ('f', 'f', '')
    """
    return next((row["gender"] for row in _rows(title) if row["gender"]), "")


@compiled
def _countries() -> dict[str, str]:
    return {row["code"]: row["english"] for row in table("countries")}


def place_english(code: str) -> str:
    """An area by its official code, or a country by its ISO code, in English; "" for a code of neither.

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
    """English names by what the tables call a place or, where it is the venue, an organization."""
    names = {row["word"]: row["english"] for row in table("organizations")}
    for row in table("places"):
        names |= dict.fromkeys((row["word"], *values(row["forms"])), row["english"])
    return names


def named_place_english(name: str) -> str:
    """A place that has no code in English, "" if the tables do not know it by this very name.

    >>> named_place_english("ภาคใต้"), named_place_english("กระทรวงการคลัง"), named_place_english("หอประชุมเมืองน่าน")
    ('Southern Thailand', 'Ministry of Finance', '')
    """
    return _named().get(name, "")
