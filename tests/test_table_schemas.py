"""The schemas of the tables: every table fits its own, and what does not fit is told in plain words."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from thai_newsie.lexicon import DATA, Lexicon, table
from thai_newsie.lexicon.checks import check_rows
from thai_newsie.lexicon.schemas import SCHEMAS, TABLE_FOLDERS, Column, Flag, TableError, TableSchema
from thai_newsie.lexicon.tables import read_lines

DOCS = Path(__file__).parents[1] / "docs"
PATH = Path("persons/ranks.tsv")
RANKS = TableSchema(
    "ranks",
    "persons",
    "a rank",
    (
        Column("word", "The rank.", required=True),
        Column("type", "Its type.", required=True, values={"army": "of the army", "navy": "of the navy"}),
        Column("grades", "Its grades.", many=True, values={"1": "first", "2": "second"}),
        Column("pay", "What it pays, in figures.", pattern=re.compile("[0-9]+")),
    ),
    (Flag("loose", "It is also a word."), Flag("old", "It is no longer given.")),
    key=("word", "type"),
)
HEADER = "word type grades pay flags source"


def check(*rows: str, own: bool = False, schema: TableSchema = RANKS) -> None:
    """Check rows whose cells stand between spaces, _ for an empty one; the header is on the first line."""
    cells = [["" if cell == "_" else cell for cell in row.split()] for row in rows]
    check_rows(schema, PATH, list(enumerate(cells, 1)), own=own)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_bundled_table_fits_its_schema(name: str) -> None:
    schema = SCHEMAS[name]
    path = DATA / schema.stage / f"{name}.tsv"
    rows = read_lines(path)
    check_rows(schema, path, rows)
    assert tuple(rows[0][1]) == schema.header, "the columns stand in the order of the schema"
    assert schema.header[-2:] == ("flags", "source")
    assert set(schema.key) <= set(schema.header)


def test_each_table_has_a_schema_and_each_schema_a_table() -> None:
    assert {path.relative_to(DATA) for path in DATA.rglob("*.tsv")} == {
        Path(schema.stage, f"{schema.name}.tsv") for schema in SCHEMAS.values()
    }
    assert {schema.stage for schema in SCHEMAS.values()} == set(TABLE_FOLDERS)


@pytest.mark.parametrize("schema", SCHEMAS.values(), ids=SCHEMAS)
def test_each_value_and_flag_of_a_schema_is_used(schema: TableSchema) -> None:
    """But of the types of organizations, and of what a position makes of its holder: several tables share them."""
    rows = table(schema.name)
    for column in schema.columns:
        if column.values is not None and not column.values.keys() >= {"ministry", "court"}:
            used = {value for row in rows for value in row[column.name].split("|")}
            assert used - {""} == set(column.values) or column.name == "relation", column.name


def test_rows_that_fit_pass() -> None:
    check(HEADER, "พลเอก army 1|2 900 loose|old corpus", "พลเอก navy _ _ _ corpus")
    check(HEADER)


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ((), "line 1: the table is empty; its first line names the columns"),
        (
            ("word type grades pay colour flags source",),
            "line 1: the table ranks has no column “colour”; its columns are word, type, grades, pay, flags, source",
        ),
        (("word type grades flags source",), "line 1: the column “pay” is missing"),
        (("word word type grades pay flags source",), "line 1: the column “word” stands twice"),
        ((HEADER, "พลเอก army 1 9 _ corpus", "พลตรี army 1"), "line 3: the row has 3 cells, the header 6"),
        ((HEADER, "พลเอก"), "line 2: the row has 1 cell, the header 6"),
        ((HEADER, "พลเอก army 1 9 _ corpus", "_ army 1 9 _ corpus"), "line 3: the column “word” is empty"),
        ((HEADER, "พลเอก army 1 9 _ _"), "line 2: the column “source” is empty"),
        (
            (HEADER, "พลเอก air 1 9 _ corpus"),
            "line 2: “air” is not allowed in the column “type”; allowed are army, navy",
        ),
        (
            (HEADER, "พลเอก army 1|3 9 _ corpus"),
            "line 2: “3” is not allowed in the column “grades”; allowed are 1, 2",
        ),
        (
            (HEADER, "พลเอก army 1 much _ corpus"),
            "line 2: “much” does not fit the column “pay”: What it pays, in figures.",
        ),
        (
            (HEADER, "พลเอก army 1 9 loose|yes corpus"),
            "line 2: “yes” is no flag of this table; its flags are loose, old",
        ),
        (
            (HEADER, "พลเอก army 1 9 - corpus"),
            "line 2: “-” is no flag of this table; its flags are loose, old",
        ),
        (
            (HEADER, "พลเอก army 1 9 _ corpus", "พลตรี army 1 9 _ corpus", "พลเอก army 2 8 old corpus"),
            "line 4: the row with word “พลเอก” and type “army” stands already on line 2",
        ),
    ],
)
def test_what_does_not_fit_is_told(rows: tuple[str, ...], told: str) -> None:
    with pytest.raises(TableError) as error:
        check(*rows)
    assert str(error.value) == f"{PATH}, {told}"


def test_a_table_without_flags_says_so() -> None:
    schema = TableSchema("words", "persons", "a word", (Column("word", "The word.", required=True),))
    with pytest.raises(TableError, match="“loose” is no flag of this table; it has none"):
        check("word flags source", "พลเอก loose corpus", schema=schema)


def test_a_table_of_a_user_may_leave_out_columns_and_remove_rows() -> None:
    check("word type source flags", "พลเอก army mine _", "พลตรี army _ -", own=True)
    with pytest.raises(TableError, match="line 1: the column “source” is missing"):
        check("word type flags", "พลเอก army loose", own=True)
    check("word type flags", "พลเอก army -", own=True)  # a removal needs nothing but the key
    with pytest.raises(TableError, match="line 2: the column “source” is empty"):
        check("word type flags source", "พลเอก army loose _", own=True)
    with pytest.raises(TableError, match="line 2: the column “type” is empty"):
        check("word type flags source", "พลเอก _ - _", own=True)


def test_a_row_that_is_removed_may_be_put_anew() -> None:
    check("word type flags source", "พลเอก army - _", "พลเอก army old mine", own=True)


def test_a_bundled_table_is_checked_when_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "statements").mkdir()
    path = tmp_path / "statements" / "speech_tails.tsv"
    path.write_text("# a remark\nword\tflags\tsource\nต่อ\t\tใคร\nอีก\n", encoding="utf-8")
    monkeypatch.setattr("thai_newsie.lexicon.tables.bundled_tables", lambda: {"speech_tails": path})
    with pytest.raises(TableError, match=r"speech_tails\.tsv, line 4: the row has 1 cell, the header 3"):
        Lexicon().rows("speech_tails")
    with pytest.raises(FileNotFoundError, match="there is no table 'tails'"):
        table("tails")


def test_the_readme_lists_the_schemas_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(DOCS))
    sys.modules.pop("table_reference", None)
    from table_reference import README, readme

    text = README.read_text(encoding="utf-8")
    assert readme(text) == text, "run: python docs/table_reference.py"
