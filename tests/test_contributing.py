"""The pages for contributors name files that exist, and the rows that they show do what they say."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

import thai_newsie
from conftest import ROOT
from thai_newsie import Config

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PAGES = [
    *(ROOT / name for name in ["CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md"]),
    *sorted((ROOT / "docs").glob("*.md")),
    ROOT / "tests" / "known-failures" / "README.md",
    ROOT / ".github" / "PULL_REQUEST_TEMPLATE.md",
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in regex.findall(r"\]\((?!http|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_files_that_the_guide_names_are_there() -> None:
    for name in regex.findall(r"`((?:src|data|tests|docs)/[^`<*\s]+)`", GUIDE):
        assert (ROOT / name).exists(), name


def rows(table: str, word: str, folder: Path) -> Config:
    """A configuration with the guide's row for `word` in a table of the user's own."""
    (row,) = regex.findall(rf"^ +({word}\t.+)$", GUIDE, regex.M)
    (bundled,) = (ROOT / "data").glob(f"*/{table}.tsv")
    lines = bundled.read_text(encoding="utf-8").splitlines()
    header = next(line for line in lines if not line.startswith("#"))
    (folder / f"{table}.tsv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    return Config(tables=(folder,))


def test_what_the_guide_shows_of_explain() -> None:
    shown = str(thai_newsie.explain("โรงเรียนบ้านหนองแวงรับมอบทุนการศึกษา\n"))
    assert "\n".join(line.removeprefix("   ") for line in GUIDE.splitlines()).count(shown) == 1


def test_the_first_task(tmp_path: Path) -> None:
    text = "โรงเรียนบ้านหนองแวงรับมอบทุนการศึกษา"
    assert text in GUIDE
    names = [[found.name for found in thai_newsie.extract(text).organizations]]
    config = rows("organization_stops", "รับมอบ", tmp_path)
    names += [[found.name for found in thai_newsie.extract(text, config=config).organizations]]
    assert names == [[text], ["โรงเรียนบ้านหนองแวง"]]


def test_the_second_task(tmp_path: Path) -> None:
    text = "อีก 3 วันข้างหน้าจะมีฝนตกหนัก"
    assert text in GUIDE
    article = thai_newsie.extract(text, published="2024-08-24")
    assert (article.dates, [count.text for count in article.counts]) == ((), ["3 วัน"])
    config = rows("relative_dates", r"อีก \{number\} วันข้างหน้า", tmp_path)
    (found,) = thai_newsie.extract(text, published="2024-08-24", config=config).dates
    assert (found.text, found.value, found.rule) == (
        "อีก 3 วันข้างหน้า",
        "2024-08-27",
        "date_rules:relative.counted",
    )


def test_the_third_task(tmp_path: Path) -> None:
    text = "ประชาชนเวียนเทียนเนื่องในวันวิสาขบูชา ณ วัดพระธาตุแช่แห้ง"
    assert text in GUIDE
    assert thai_newsie.extract(text).events == ()
    config = rows("event_triggers", "เวียนเทียน", tmp_path)
    (event,) = thai_newsie.extract(text, config=config).events
    assert (event.type, event.text, event.place) == ("ceremony", "เวียนเทียน", "วัดพระธาตุแช่แห้ง")
