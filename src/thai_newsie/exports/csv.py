"""CSV: a folder of tables, for spreadsheets.

The files are UTF-8 with a byte order mark, without which Excel shows Thai wrongly. "|" separates the items of a list in a
cell. A cell that a spreadsheet would take for a formula begins with an apostrophe (`thai_newsie.io.csv_escaping`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from thai_newsie.io.csv_escaping import escaped
from thai_newsie.io.tables import TABLES, column_names, rows
from thai_newsie.io.writers.atomic_files import atomic_folder
from thai_newsie.schema.article import Article, Failure

_CSV_FILES = {table: f"{table}.csv" for table in TABLES}


def export(records: Iterable[Article | Failure], target: Path) -> None:
    """Write the tables of `records` to the folder `target`, row by row."""
    with atomic_folder(target, _CSV_FILES.values()) as folder, ExitStack() as stack:
        writers = {}
        for table, file in _CSV_FILES.items():
            stream = stack.enter_context((folder / file).open("w", encoding="utf-8-sig", newline=""))
            writers[table] = csv.writer(stream, lineterminator="\r\n")
            writers[table].writerow(column_names(table))
        for record in records:
            for table, row in rows(record):
                writers[table].writerow(map(_cell, row))


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case float() if value.is_integer():
            return str(int(value))
        case int() | float() | date():
            return str(value)
        case list():
            return escaped("|".join(value))
    return escaped(str(value))
