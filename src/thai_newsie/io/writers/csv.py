"""CSV for spreadsheets: one row for each record, with lists as JSON in their cells.

The file begins with a byte order mark, without which Excel reads Thai as Windows-874. A cell that would run as a formula
has an apostrophe before it (`thai_newsie.io.csv_escaping`). The offsets of the row do not count the apostrophe.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import IO

from thai_newsie.io.csv_escaping import escaped
from thai_newsie.schema.article import Article, Failure

BATCH_SIZE = 1
COLUMNS = (*Article.model_fields, "error")


def encode(records: Sequence[Article | Failure]) -> bytes:
    """The records as rows. A failure has only `id`, `source` and `error`."""
    rows = StringIO()
    table = csv.writer(rows)
    for record in records:
        fields = record.to_dict()
        table.writerow(_cell(fields.get(column)) for column in COLUMNS)
    return rows.getvalue().encode()


def write(pieces: Iterable[bytes], stream: IO[bytes]) -> None:
    """Write the header and the rows."""
    stream.write("\ufeff".encode() + ",".join(COLUMNS).encode() + b"\r\n")
    for piece in pieces:
        stream.write(piece)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return escaped(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
