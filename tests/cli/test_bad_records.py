"""Commands that read records back: a bad one is told, the good ones go on, and the exit status says so."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

import thai_newsie
from command import run
from thai_newsie.exports import FORMATS
from thai_newsie.schema.article import Failure

TEXT = "วันที่ 29 พฤษภาคม 2562 นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า มีผู้เข้าร่วม 1,200 คน"
GOOD = thai_newsie.extract(TEXT, published="2019-05-30")
COMMANDS = {
    **{
        f"export {form}": ("export", "--to", form)
        for form in FORMATS
        if form not in ("ftm", "docbin", "parquet")
    },
    "report": ("report",),
    "registry": ("registry",),
}


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A good record, one that lies about an offset, a torn one, one of an article that could not be read, a good one."""
    lie = GOOD.to_dict()
    lie["dates"][0]["end"] = 10**9
    unread = Failure(id="u", error="no text").to_json()
    path = tmp_path / "out.jsonl"
    path.write_text("\n".join((GOOD.to_json(), json.dumps(lie), '{"id": "3", "te', unread, GOOD.to_json())))
    return path


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_the_good_ones_go_on(command: tuple[str, ...], mixed: Path, tmp_path: Path) -> None:
    name, *options = command
    done = run(name, mixed, *options, "-o", tmp_path / "made", status=1)
    told = [line for line in done.stderr.splitlines() if "out.jsonl:" in line]
    assert len(told) == 2
    assert "out.jsonl:2: is no record of thai-newsie: dates: text[7:1000000000] is not" in told[0]
    assert "out.jsonl:3: is not JSON" in told[1]
    assert (tmp_path / "made").exists()


def test_the_tables_hold_each_record(mixed: Path, tmp_path: Path) -> None:
    run("export", mixed, "--to", "csv", "-o", tmp_path / "made", status=1)
    with (tmp_path / "made" / "failures.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [(row["article"], row["source"].rpartition(":")[2]) for row in csv.DictReader(file)] == [
            ("", "2"), ("", "3"), ("u", ""),
        ]  # fmt: skip
    with (tmp_path / "made" / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 2


def test_of_many_bad_records_some_are_told_and_the_rest_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("\n".join((GOOD.to_json(), *(["{}"] * 1234))))
    done = run("registry", path, "-o", tmp_path / "registry.json", status=1)
    assert done.stderr.count("nothing was extracted from") == 10
    assert done.stderr.splitlines()[-1] == "thai-newsie: and 1,224 more that are no records"


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_file_without_a_good_record_is_wrong_use(command: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("{}\nbroken\n")
    name, *options = command
    done = run(name, path, *options, "-o", tmp_path / "made", status=2)
    (line,) = done.stderr.splitlines()
    assert "out.jsonl:1: holds an article that nothing was extracted from yet" in line
    assert sorted(tmp_path.iterdir()) == [path]
