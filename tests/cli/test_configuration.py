"""Every command that extracts reads with the user's configuration and tables, and says in one line what is wrong with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command import one_line, records, run
from thai_newsie.evaluation import LISTS

TEXT = "นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า มีผู้เข้าร่วม 1,200 คน"
OWN_ORGANIZATION = "สำนักงานเรือไฟโบราณ"
OWN_TEXT = f"นายสมชาย ใจดี ผู้อำนวยการ{OWN_ORGANIZATION} กล่าวว่า มีผู้เข้าร่วม 1,200 คน"


@pytest.fixture
def own_tables(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    cells = ("word", "type", "source"), (OWN_ORGANIZATION, "department", "this test")
    lines = "\n".join(map("\t".join, cells))
    (folder / "organizations.tsv").write_text(lines + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def own_article(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(OWN_TEXT, encoding="utf-8")
    return path


def rules_of_organizations(text: str) -> set[str]:
    return {organization["rule"] for record in records(text) for organization in record["organizations"]}


OWN_RULE = f"organizations:{OWN_ORGANIZATION}"


def test_extract_reads_with_the_users_tables(own_tables: Path, own_article: Path, tmp_path: Path) -> None:
    toml = tmp_path / "news.toml"
    toml.write_text('tables = "own"\nstages = ["entities", "resolution"]\n', encoding="utf-8")
    for options in (["--tables", own_tables], ["--config", toml]):
        assert OWN_RULE in rules_of_organizations(run("extract", own_article, *options).stdout)
    assert OWN_RULE not in rules_of_organizations(run("extract", own_article).stdout)
    assert records(run("extract", own_article, "--config", toml).stdout)[0]["counts"] == []


def test_explain_reads_with_the_users_tables(own_tables: Path, own_article: Path) -> None:
    shown = run("explain", own_article, "--tables", own_tables).stdout
    assert f"made by {OWN_RULE}" in shown
    # A reader who follows the rule to its row finds it in one of these files.
    own = own_tables.resolve() / "organizations.tsv"
    assert f"organizations: data/organizations/organizations.tsv, {own}\n" in shown
    assert OWN_RULE not in run("explain", own_article).stdout


def test_evaluate_reads_with_the_users_tables(own_tables: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "1.json").write_text(json.dumps({"id": "1", "title": "", "text": OWN_TEXT}), encoding="utf-8")
    annotation = {name: [] for name in LISTS} | {"id": "1", "organizations": [{"name": OWN_ORGANIZATION}]}
    (gold / "1.gold.json").write_text(json.dumps(annotation), encoding="utf-8")
    toml = tmp_path / "none.toml"
    toml.write_text("stages = []", encoding="utf-8")
    with_own, with_nothing = (
        json.loads(run("evaluate", gold, "--json", *options).stdout)["organizations"]
        for options in (["--tables", own_tables], ["--tables", own_tables, "--config", toml])
    )
    assert (with_own, with_nothing) == (1.0, 0.0)


@pytest.mark.parametrize("engine", ["local", "processes"])
def test_each_engine_obeys_the_tables(engine: str, own_tables: Path, tmp_path: Path) -> None:
    """An option that does not reach the workers would only show where there are enough articles for them."""
    many = tmp_path / "many.jsonl"
    lines = (json.dumps({"id": str(n), "text": f"{OWN_TEXT} ครั้งที่ {n}"}) + "\n" for n in range(70))
    many.write_text("".join(lines), encoding="utf-8")
    found = records(run("extract", many, "--engine", engine, "-j", 2, "--tables", own_tables).stdout)
    assert len(found) == 70
    assert all(OWN_RULE in {entry["rule"] for entry in record["organizations"]} for record in found)


CONFIG_ERRORS = {
    'stagse = ["dates"]': "stagse: no such key; did you mean 'stages'?",
    'stages = ["date"]': "stages: 'date' is no stage",
    "time_limit = 0": "time_limit: ",
    "recognizer_threshold = 7": "recognizer_threshold: ",
    'tables = "nowhere"': "tables: ",
    'tables = "wrong"': "tables: ",
    'tables = "folders"': "tables: ",
    'recognizer = "nowhere.npz"': "recognizer: ",
    'recognizer = "news.toml"': "recognizer: ",
    "stages = [": "is no TOML file",
}


@pytest.mark.parametrize("toml", CONFIG_ERRORS)
@pytest.mark.parametrize("command", ["extract", "explain", "evaluate"])
def test_a_wrong_config_is_one_line_that_names_the_key(toml: str, command: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "wrong").mkdir()
    (tmp_path / "wrong" / "units.tsv").write_text("word\ttype\tsource\nเข่ง\tbasket\ttest\n", encoding="utf-8")
    (tmp_path / "folders" / "units.tsv").mkdir(parents=True)
    (tmp_path / "news.toml").write_text(toml, encoding="utf-8")
    path = tmp_path if command == "evaluate" else tmp_path / "a.txt"
    line = one_line(run(command, path, "--config", tmp_path / "news.toml", status=2))
    assert line.startswith(f"thai-newsie: {tmp_path / 'news.toml'}: {CONFIG_ERRORS[toml]}")


def test_a_wrong_option_of_the_configuration_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "units.tsv").write_text("word\ttype\tsource\nเข่ง\tbasket\ttest\n", encoding="utf-8")
    for options, told in (
        (["--tables", tmp_path / "nowhere"], "tables: "),
        (["--tables", tmp_path / "a.txt"], "tables: "),
        (["--tables", tmp_path], "units.tsv, line 2: "),
        (["--config", tmp_path / "nowhere.toml"], "nowhere.toml: No such file"),
        (["--config", tmp_path], "Is a directory"),
    ):
        assert told in one_line(run("extract", tmp_path / "a.txt", *options, status=2))
    options = ["--predictions", tmp_path / "out.jsonl", "--tables", tmp_path]
    assert "nothing is extracted" in one_line(run("evaluate", tmp_path, *options, status=2))


def test_explain_says_what_it_cannot_read(tmp_path: Path) -> None:
    for name, content, status in (("a.docx", b"?", 2), ("a.json", b"\xff\xfe\0", 1)):
        path = tmp_path / name
        path.write_bytes(content)
        result = run("explain", path, status=status)
        assert (result.stdout, str(path) in result.stderr) == ("", True)
        assert "mistake of thai-newsie" not in result.stderr
