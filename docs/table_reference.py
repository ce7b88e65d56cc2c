"""The reference of the tables in data/README.md, from their schemas.

python docs/table_reference.py

writes the part of data/README.md between its two marks anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from thai_newsie.lexicon.schemas import SCHEMAS, TABLE_FOLDERS, Column, TableSchema

README = Path(__file__).parents[1] / "data" / "README.md"
BEGIN, END = "<!-- tables: begin -->", "<!-- tables: end -->"
_STAGES = {
    "dates": "Dates and clock times",
    "numbers": "Numbers",
    "persons": "Persons",
    "organizations": "Organizations",
    "places": "Places",
    "positions": "Positions",
    "counts": "Counts",
    "statements": "Statements",
    "events": "Events",
    "resolution": "Which mentions mean the same",
    "text": "The text as it was given",
    "io": "The page around an article",
    "report": "The map of the report",
    "entities": "How sure the rules are",
    "recognizer": "The statistical recognizer",
}


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _column(column: Column) -> str:
    needs = ("required" if column.required else "", "several values" if column.many else "")
    return f"| `{column.name}` | {_cell(column.description)} | {', '.join(filter(None, needs))} |"


def _values(column: Column, table: str, told: dict[int, str]) -> Iterator[str]:
    """The allowed values of a column; where an earlier table has the same, its name."""
    if column.values is None:
        return
    first = told.setdefault(id(column.values), f"`{column.name}` of `{table}`")
    if first != f"`{column.name}` of `{table}`":
        yield from (f"The values of `{column.name}` are those of {first}.", "")
        return
    yield from (f"Values of `{column.name}`:", "")
    yield from (f"- `{value}`: {meaning}" for value, meaning in column.values.items())
    yield ""


def _table(schema: TableSchema, told: dict[int, str]) -> Iterator[str]:
    yield from (f"#### `{schema.stage}/{schema.name}.tsv`", "", f"A row: {schema.row}.", "")
    if schema.notes:
        yield from (schema.notes, "")
    columns = [column for column in schema.columns if column.name not in ("flags", "source")]
    yield from ("| column | holds | a cell |", "|---|---|---|", *map(_column, columns), "")
    for column in columns:
        yield from _values(column, schema.name, told)
    if schema.flags:
        yield from ("Flags:", "", *(f"- `{flag.name}`: {flag.description}" for flag in schema.flags), "")
    if schema.key != ("word",):
        yield from (f"A row is known by {' and '.join(f'`{name}`' for name in schema.key)}.", "")


def readme_part(stage: str) -> str:
    """The reference of the tables of a stage."""
    told: dict[int, str] = {}  # the sets of values that stand there, by identity
    schemas = [schema for schema in SCHEMAS.values() if schema.stage == stage]
    lines = [f"### {_STAGES[stage]}", ""]
    for schema in schemas:
        lines += _table(schema, told)
    return "\n".join(lines)


def readme(text: str) -> str:
    """The README `text` with its reference made anew."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    parts = "\n".join(map(readme_part, TABLE_FOLDERS))
    return f"{before}{BEGIN}\n\n{parts}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(readme(README.read_text(encoding="utf-8")), encoding="utf-8")
