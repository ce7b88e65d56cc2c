"""Every table of data/: readable by the library, and mendable by a person."""

from __future__ import annotations

import pytest

from thai_newsie.lexicon import DATA, table
from thai_newsie.text.normalized import NormalizedText

TABLES = sorted(path.stem for path in DATA.glob("*/*.tsv"))


def test_there_are_tables() -> None:
    assert "months" in TABLES


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_whole(name: str) -> None:
    rows = table(name)
    assert rows
    assert all(row["source"].strip() for row in rows), "each row says where it comes from"
    for row in rows:
        for column, cell in row.items():
            assert cell == cell.strip("\t|"), (column, cell)
    assert len({tuple(row.values()) for row in rows}) == len(rows), "no row stands twice"


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_spelt_as_the_stages_read(name: str) -> None:
    """Stages look for a table's words in the normalized text, so ํา or an invisible character would never be found."""
    for row in table(name):
        for column, cell in row.items():
            spelt = cell.replace("…", "") if column == "not" else cell  # "ส่วน…" stands before the word
            assert NormalizedText(spelt).text == spelt
