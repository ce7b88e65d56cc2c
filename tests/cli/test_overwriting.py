"""No command overwrites what it reads, under whatever name."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import thai_newsie
from command import COMMAND, one_line, records, run
from thai_newsie.exports import FORMATS as EXPORTS
from thai_newsie.exports import export
from thai_newsie.io.same_file import overwritten
from thai_newsie.lexicon import DATA

TEXT = "นายสมชาย ใจดี อธิบดีกรมการข้าว ลงพื้นที่จังหวัดน่าน"
REFUSED = "is also to be read; write to another file"


def spelled(path: Path) -> Path:
    return path.parent / ".." / path.parent.name / path.name


def linked(path: Path) -> Path:
    link = path.with_name("link" + path.suffix)
    link.symlink_to(path)
    return link


def hard_linked(path: Path) -> Path:
    link = path.with_name("hard" + path.suffix)
    link.hardlink_to(path)
    return link


def in_a_linked_folder(path: Path) -> Path:
    folder = path.parent.with_name("elsewhere")
    folder.symlink_to(path.parent)
    return folder / path.name


NAMES = [lambda path: path, spelled, linked, hard_linked, in_a_linked_folder]
COMMANDS = [["extract"], ["registry"], ["report"], ["export", "--to", "popolo"], ["export", "--to", "csv"]]


@pytest.fixture
def extracted(tmp_path: Path) -> Path:
    folder = tmp_path / "records"
    folder.mkdir()
    path = folder / "records.jsonl"
    path.write_text(thai_newsie.extract(TEXT).to_json() + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_known_under_every_name(name: Callable[[Path], Path], tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    path, other = tmp_path / "folder" / "a.jsonl", tmp_path / "folder" / "b.jsonl"
    path.touch(), other.touch()
    same = name(path)
    assert overwritten(same, [other, path])
    assert overwritten(path, [same])
    assert overwritten(same.parent, [path])
    assert not overwritten(same, [other, tmp_path / "nowhere"])


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_output_that_is_the_input_is_refused(command: list[str], extracted: Path) -> None:
    before = extracted.read_bytes()
    assert REFUSED in one_line(run(*command, extracted, "-o", linked(extracted), status=2))
    assert extracted.read_bytes() == before


@pytest.mark.parametrize("form", EXPORTS)
def test_every_export_refuses(form: str, extracted: Path) -> None:
    """Also a folder that holds the input."""
    before = extracted.read_bytes()
    for target in (extracted, hard_linked(extracted), extracted.parent):
        with pytest.raises(FileExistsError, match="is also to be read"):
            export(extracted, form, target)
    assert len(list(extracted.parent.iterdir())) == 2
    assert extracted.read_bytes() == before


def appended(path: Path, *args: object, given: Path | None = None) -> subprocess.CompletedProcess[str]:
    """What a command says whose standard output is added to `path`."""
    with path.open("ab") as stream, (given or path).open("rb") as stdin:
        return subprocess.run(
            [*COMMAND, *map(str, args)],
            stdin=stdin, stdout=stream, stderr=subprocess.PIPE, text=True, check=False, timeout=60,
        )  # fmt: skip


@pytest.mark.parametrize("command", [["extract"], ["registry"], ["explain"]], ids=" ".join)
def test_standard_output_that_is_the_input_is_refused(command: list[str], extracted: Path) -> None:
    """`extract a.jsonl >> a.jsonl` would read what it writes, for ever."""
    before = extracted.read_bytes()
    done = appended(extracted, *command, extracted)
    assert done.returncode == 2 and f"standard output: {REFUSED}" in one_line(done)
    assert extracted.read_bytes() == before


def test_standard_input_counts_too(extracted: Path) -> None:
    before = extracted.read_bytes()
    with extracted.open("rb") as stdin:
        done = subprocess.run(
            [*COMMAND, "extract", "-", "-o", extracted],
            stdin=stdin, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2 and REFUSED in one_line(done)
    assert appended(extracted, "extract", "-").returncode == 2
    assert extracted.read_bytes() == before


@pytest.mark.parametrize("end", ["partial", "partial.run"])
@pytest.mark.parametrize("link", ["symlink_to", "hardlink_to"])
def test_the_work_of_resuming_overwrites_nothing(end: str, link: str, tmp_path: Path) -> None:
    article, out = tmp_path / "a.json", tmp_path / "out.jsonl"
    article.write_text(json.dumps({"text": TEXT}), encoding="utf-8")
    before = article.read_bytes()
    getattr(out.with_name(f"out.jsonl.{end}"), link)(article)
    assert REFUSED in one_line(run("extract", article, "-o", out, "--resume", status=2))
    assert article.read_bytes() == before


@pytest.mark.parametrize("name", ["own.toml", "tables/titles.tsv", "model.npz"])
def test_a_configuration_is_an_input(name: str, tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    titles = (DATA / "persons" / "titles.tsv").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "tables" / "titles.tsv").write_text(titles + "\n", encoding="utf-8")
    (tmp_path / "model.npz").write_bytes((DATA / "model" / "recognizer.npz").read_bytes())
    (tmp_path / "own.toml").write_text('tables = "tables"\nrecognizer = "model.npz"\n')
    before = (tmp_path / name).read_bytes()
    done = run(
        "extract", DATA / "samples", "--config", tmp_path / "own.toml", "-o", tmp_path / name, status=2
    )
    assert REFUSED in one_line(done)
    assert (tmp_path / name).read_bytes() == before


@pytest.mark.parametrize("suffix", ["json", "jsonl", "csv", "parquet", "jsonl.gz", "csv.xz"])
def test_in_a_folder_an_earlier_output_is_written_again(suffix: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": TEXT}), encoding="utf-8")
    out = tmp_path / f"out.{suffix}"
    out.touch()
    written = []
    for _ in range(2):
        run("extract", tmp_path, "-o", out)
        written.append(out.read_bytes())
    assert written[0] == written[1]


@pytest.mark.parametrize("name", ["b.json", "b.jsonl", "b.csv", "b.txt"])
def test_in_a_folder_an_article_is_not_overwritten(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"text": TEXT}), encoding="utf-8")
    mine = tmp_path / name
    content = json.dumps({"text": TEXT}) if "json" in name else f"text\n{TEXT}\n"
    mine.write_text(content, encoding="utf-8")
    assert REFUSED in one_line(run("extract", tmp_path, "-o", mine, status=2))
    assert mine.read_text(encoding="utf-8") == content


def test_devices_are_no_files(tmp_path: Path) -> None:
    """Here standard input and output are the same device."""
    assert run("extract", "-", "-o", "/dev/null", given=TEXT).returncode == 0
    assert len(records(run("extract", DATA / "samples", "-o", "/dev/stdout").stdout)) == 3
