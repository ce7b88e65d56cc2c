"""Ministries whose name is misspelt: "กระทรวงอุตสากรรม" is the กระทรวงอุตสาหกรรม."""

from __future__ import annotations

from difflib import get_close_matches

from thai_newsie.lexicon import compiled, remembered, table, values

_ALIKE = 0.88  # of letters alike


@remembered(1024)
def meant_ministry(name: str) -> str:
    """The Thai ministry that a misspelt name means; "" for none, and for a name that only goes on behind one's.

    >>> meant_ministry("กระทรวงอุตสากรรม"), meant_ministry("กระทรวงแรงงานลาว"), meant_ministry("กระทรวงน้ำ")
    ('กระทรวงอุตสาหกรรม', '', '')
    """
    if not name.startswith("กระทรวง") or name.startswith(_written()):
        return ""
    return next(iter(get_close_matches(name, _names(), n=1, cutoff=_ALIKE)), "")


@compiled
def _names() -> tuple[str, ...]:
    rows = [row for row in table("organizations") if row["type"] == "ministry"]
    return tuple(row["word"] for row in rows if row["word"].startswith("กระทรวง"))


@compiled
def _written() -> tuple[str, ...]:
    """The names as they are written, in short too."""
    rows = [row for row in table("organizations") if row["type"] == "ministry"]
    forms = [form for row in rows for form in (row["word"], *values(row["short"]))]
    return tuple(form for form in forms if form.startswith("กระทรวง"))
