"""The ministries of the table `organizations`, by what a text may call them."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from thai_newsie.lexicon import Row, compiled, remembered, table, values

MINISTRY = "กระทรวง"  # the first word of the name of every ministry but one
_LEAST_SIMILARITY = 0.88  # share of letters alike


@compiled
def ministries() -> tuple[Row, ...]:
    """The rows of the ministries."""
    return tuple(row for row in table("organizations") if row["type"] == "ministry")


@compiled
def fields() -> frozenset[str]:
    """The fields of the ministries: their names without the first word.

    >>> "การคลัง" in fields()
    True
    """
    return frozenset(row["word"].removeprefix(MINISTRY) for row in ministries())


@compiled
def bare_names() -> Mapping[str, Row]:
    """The rows by what a ministry is called behind a position, without its first word: "รมว.คลัง".

    >>> bare_names()["คลัง"]["word"]
    'กระทรวงการคลัง'
    """
    found: dict[str, Row] = {}
    for row in ministries():
        found[row["word"].removeprefix(MINISTRY)] = row
        for form in values(row["short"]):
            if not form.startswith(MINISTRY):
                found[form.rstrip("ฯ").removeprefix("ก.")] = row
    return found


@remembered(1024)
def meant_ministry(name: str) -> str:
    """The Thai ministry that a misspelt name means; "" for none, and for a name that only goes on behind a ministry's.

    >>> meant_ministry("กระทรวงอุตสากรรม"), meant_ministry("กระทรวงแรงงานลาว"), meant_ministry("กระทรวงน้ำ")
    ('กระทรวงอุตสาหกรรม', '', '')
    """
    if not name.startswith(MINISTRY) or name.startswith(_written()):
        return ""
    return next(iter(get_close_matches(name, _names(), n=1, cutoff=_LEAST_SIMILARITY)), "")


@compiled
def _names() -> tuple[str, ...]:
    return tuple(row["word"] for row in ministries() if row["word"].startswith(MINISTRY))


@compiled
def _written() -> tuple[str, ...]:
    """The names as they are written, in short too."""
    forms = [form for row in ministries() for form in (row["word"], *values(row["short"]))]
    return tuple(form for form in forms if form.startswith(MINISTRY))
