"""PDF, Word, Excel and OpenDocument files of real programs: text to the paragraph, title, day and publisher are right.

The programs that made them are in benchmarks/office_files. Where a text layer is broken, what stands in `expected.json` is
broken too: the normalized text mends it, not the reader.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from thai_newsie.io.readers import read
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

FILES = Path(__file__).parent / "office"
EXPECTED: dict[str, list[dict[str, Any]]] = json.loads((FILES / "expected.json").read_text(encoding="utf-8"))


def as_expected(record: RawArticle | Failure) -> dict[str, Any]:
    if isinstance(record, Failure):
        return {"id": record.id, "error": record.error}
    published = record.published
    found = {
        "id": record.id,
        "title": record.title,
        "published": published if isinstance(published, str | None) else published.isoformat(),
        "source": record.source,
        "text": record.text,
        "meta": dict(record.meta),
        "warnings": list(record.warnings),
    }
    return {name: value for name, value in found.items() if value or name == "text"}


def test_every_file_has_an_answer() -> None:
    assert {path.name for path in FILES.iterdir()} == {*EXPECTED, "expected.json"}


@pytest.mark.parametrize("name", EXPECTED)
def test_file(name: str) -> None:
    assert [as_expected(record) for record in read(FILES / name)] == EXPECTED[name]
