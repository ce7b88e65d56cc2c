"""Whether a file among the inputs is what an earlier run has written."""

from __future__ import annotations

from pathlib import Path

from thai_newsie.extras import require
from thai_newsie.io.readers.opening import DECOMPRESSION_ERRORS, format_suffix, open_bytes
from thai_newsie.io.records import NotARecordError, read_records
from thai_newsie.io.writers import csv


def is_earlier_output(path: Path) -> bool:
    """Whether the file at `path` begins with a record that `extract` wrote, in any format, or holds nothing.

    >>> from thai_newsie.lexicon import DATA
    >>> is_earlier_output(DATA / "samples" / "school-lunch.json")
    False
    """
    try:
        if path.stat().st_size == 0:
            return True
        match format_suffix(path):
            case ".csv":
                with open_bytes(path) as stream:
                    return stream.readline().decode("utf-8-sig").rstrip("\r\n") == ",".join(csv.COLUMNS)
            case ".parquet":
                return "people" in require("pyarrow.parquet", "parquet").read_schema(path).names
            case _:
                next(read_records(path), None)
                return True
    except (OSError, ValueError, NotARecordError, *DECOMPRESSION_ERRORS):
        return False
