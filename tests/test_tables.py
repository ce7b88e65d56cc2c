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
    """Stages look for a table's words in the shadow, so ํา or an invisible character would never be found."""
    for row in table(name):
        for cell in row.values():
            assert NormalizedText(cell).text == cell


def test_a_row_of_the_wrong_length_is_named(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "broken.tsv").write_text("word\tsource\nหนึ่ง\tใคร\nสอง\n", encoding="utf-8")
    monkeypatch.setattr("thai_newsie.lexicon.DATA", tmp_path)
    with pytest.raises(ValueError, match=r"broken\.tsv: 'สอง' has 1 cells, the header 2"):
        table("broken")
