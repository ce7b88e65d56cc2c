"""`explain`: what made each item, and what was considered and rejected, and why."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from thai_newsie import Config, explain, extract
from thai_newsie.explanation import EXPLAINED_LISTS

TITLE = "โรงเรียนบ้านหนองแวงคว้ารางวัล"
TEXT = (
    "เมื่อวันที่ 8 มีนาคม 2565 เวลา 09.30 น. โรงเรียนบ้านหนองแวงคว้ารางวัลชนะเลิศ โดยมีนายวีรภาส ทองนาคำ อธิบดีกรมพัฒนาข้าวชุมชน "
    "เป็นประธานในพิธีเปิดโครงการเมล็ดพันธุ์ดี ณ หอประชุมบัวทอง จังหวัดสุรินทร์ สภาพอากาศดี มีเกษตรกรเข้าร่วมพิธี จำนวน 320 คน "
    "นายวีรภาส กล่าวว่า จะส่งมอบเมล็ดพันธุ์ให้เกษตรกรไม่น้อยกว่า 8,500 ครัวเรือน"
)


def test_every_item_of_every_list_has_a_rule() -> None:
    why = explain(TEXT, TITLE)
    assert {finding.list for finding in why.items} == set(EXPLAINED_LISTS)
    assert [finding for finding in why.items if not finding.rule] == []


def test_items_are_those_of_extract() -> None:
    why = explain(TEXT, TITLE)
    assert why.article == extract(TEXT, TITLE)


def test_every_finding_stands_where_it_says() -> None:
    why = explain(TEXT, TITLE)
    for finding in (*why.items, *why.rejected):
        source = {"title": TITLE, "text": TEXT}[finding.field]
        assert 0 <= finding.start < finding.end <= len(source)
        assert source[finding.start : finding.end] == finding.text


def test_a_row_that_has_no_effect_because_of_the_tokenizer_is_reported() -> None:
    (why,) = {f"{finding.rule}: {finding.reason}" for finding in explain(TEXT).about("คว้ารางวัล").rejected}
    assert "organization_stops:คว้า" in why
    assert "the tokenizer has one word คว้ารางวัล" in why


def test_an_ordinary_word_that_looks_like_an_organization_is_reported() -> None:
    (finding,) = explain(TEXT).about("สภาพอากาศ").rejected
    assert (finding.list, finding.text) == ("organizations", "สภาพ")
    assert "organization_lookalikes" in finding.reason


def test_own_tables_are_named_like_bundled_ones(tmp_path: Path) -> None:
    (tmp_path / "units.tsv").write_text("word\ttype\tsource\nเข่งใหญ่\tthing\ttest\n", encoding="utf-8")
    (finding,) = explain("แจกต้นกล้า 20 เข่งใหญ่", config=Config(tables=tmp_path)).of("counts")
    assert finding.rule.startswith("units:เข่งใหญ่")


def test_the_named_tables_are_files_of_the_package() -> None:
    assert {"titles", "organization_heads"} <= set(explain(TEXT).tables())


def test_a_list_that_is_none() -> None:
    with pytest.raises(ValueError, match="'persons' is no list; the lists are people, roles"):
        explain(TEXT).of("persons")


def run(*args: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "thai_newsie", "explain", *map(str, args)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_the_command(tmp_path: Path) -> None:
    file = tmp_path / "school.txt"
    file.write_text(TEXT, encoding="utf-8")
    shown = run(file, "--about", "คว้ารางวัล").stdout
    assert "organization_heads:โรงเรียน + organization_stops:คว้า: the tokenizer has one word คว้ารางวัล" in shown
    assert "organization_stops: data/organizations/organization_stops.tsv" in shown
    record = json.loads(run(file, "--json").stdout)
    assert {"items", "rejected", "id"} == set(record)
    assert record["items"][0]["list"] == "dates"


def test_the_command_with_what_is_wrong(tmp_path: Path) -> None:
    for arguments, message in (
        ([tmp_path / "none.txt"], "none.txt: is no file"),
        ([__file__, "--tables", tmp_path / "none"], "is no folder"),
    ):
        done = run(*arguments)
        assert done.returncode == 2
        assert message in done.stderr and done.stderr.count("\n") == 1
