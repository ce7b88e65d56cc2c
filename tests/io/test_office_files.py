"""PDF, Word, Excel and OpenDocument files of real programs: text to the paragraph, title, day and publisher are right.

The programs that made them are in benchmarks/office_files. Where a text layer is broken, what stands in `expected.json` is
broken too: the normalized text mends it, not the reader. The fonts in the PDFs are Garuda, Norasi and Loma of fonts-tlwg (GPL with
font exception).
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from command import run
from thai_newsie.extras import MissingExtraError
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


@pytest.mark.parametrize(
    ("name", "library"),
    [("scan.pdf", "pypdfium2"), ("libreoffice.docx", "docx"), ("plain.xlsx", "openpyxl")],
)
def test_a_missing_library_is_named_with_its_extra(
    name: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=r"pip install 'thai-newsie\[files\]'"):
        list(read(FILES / name))


def test_plain_inputs_load_no_library_of_files() -> None:
    code = (
        "import sys, thai_newsie; from thai_newsie.lexicon import DATA; list(thai_newsie.read(DATA / 'samples'));"
        "print([m for m in ('pypdfium2', 'docx', 'openpyxl', 'lxml', 'zipfile._path', 'xml.etree') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_command_reads_them(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    archive = tmp_path / "news.zip"
    with ZipFile(archive, "w") as made:
        for name in ("reportlab-broken-am.pdf", "title-style.docx", "plain.xlsx"):
            made.write(FILES / name, name)
    run("extract", archive, "--per-page", "-o", output)
    records = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [record["id"] for record in records] == [
        *("1", "2", "reportlab-broken-am:1", "reportlab-broken-am:2", "title-style"),
    ]
    assert records[2]["meta"] == {"page": 1} and records[0]["meta"]["หมวด"] == "ภัยพิบัติ"
    scan = run("extract", FILES / "scan.pdf", "-o", output, status=1)
    assert "has no text layer" in output.read_text(encoding="utf-8") and "1 failed" in scan.stderr
