"""The linguistic knowledge: the tables of the package, the user's own rows over them, and what is compiled from both.

A `Lexicon` is one set of tables. Exactly one lexicon is active while an article is read: the bundled one, or the one
that the caller's `Config` names. `table` gives the rows of the active lexicon. What a stage makes of these rows (a
pattern, a matcher, a set of words) is a function decorated with `compiled`: it runs once for each lexicon.
"""

from __future__ import annotations

from thai_newsie.lexicon.lexicon import (
    BUNDLED,
    COMPILED,
    Lexicon,
    active_lexicon,
    compiled,
    lexicon_for,
    remembered,
    table,
    using,
    words_of,
)
from thai_newsie.lexicon.schemas import TableError
from thai_newsie.lexicon.tables import DATA, Row, values

__all__ = [
    "BUNDLED", "COMPILED", "DATA", "Lexicon", "Row", "TableError", "active_lexicon", "compiled", "lexicon_for", "remembered", "table",
    "using", "values", "words_of",
]  # fmt: skip
