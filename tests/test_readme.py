"""The README says what is so: each of its blocks is run, and its output compared."""

from __future__ import annotations

import doctest
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import regex

import thai_newsie
from conftest import ROOT
from thai_newsie.schema import article as contract

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS: list[tuple[str, str]] = regex.findall(r"^```(\w*)\n(.*?)^```$", README, regex.M | regex.S)
COMMANDS = [line for language, block in BLOCKS if language == "sh" for line in block.splitlines() if line]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the samples where a checkout has them, to run and write in."""
    shutil.copytree(ROOT / "data" / "samples", tmp_path / "data" / "samples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def blocks(language: str) -> list[str]:
    return [block for found, block in BLOCKS if found == language]


def is_part(part: object, whole: object) -> bool:
    """Whether `whole` says all that `part` says: objects may have more fields, lists not more items."""
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(key in whole and is_part(value, whole[key]) for key, value in part.items())
    if isinstance(part, list) and isinstance(whole, list):
        return len(part) == len(whole) and all(map(is_part, part, whole))
    return part == whole


def test_every_block_is_run_below() -> None:
    assert {language for language, _ in BLOCKS} == {"text", "json", "python", "sh"}
    assert (
        README.index("```text")
        < README.index("```json")
        < README.index("make demo")
        < README.index("pip install")
    )


def test_the_opening_output_is_the_real_one() -> None:
    (text,), (shown,) = blocks("text"), blocks("json")
    real = thai_newsie.extract(text.strip()).to_dict()
    told = json.loads(shown)
    assert set(told) == {name for name, value in real.items() if value and name != "text"}
    for name in told:
        assert is_part(told[name], real[name]), (name, real[name])


@pytest.mark.parametrize("block", blocks("python"))
def test_python(block: str, checkout: Path) -> None:
    test = doctest.DocTestParser().get_doctest(block, {}, "README.md", "README.md", 0)
    assert test.examples
    result = doctest.DocTestRunner().run(test)
    assert result.failed == 0


@pytest.mark.parametrize("command", [line for line in COMMANDS if not line.startswith(("make", "pip"))])
def test_command(command: str, checkout: Path) -> None:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["sh", "-c", command], env={**os.environ, "PATH": path}, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout or any(path.stat().st_size for path in checkout.glob("articles.*"))


@pytest.mark.parametrize("command", [line for line in COMMANDS if line.startswith("make")])
def test_make(command: str) -> None:
    target = command.split()[1]
    done = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "thai-newsie extract data/samples" in done.stdout or "pytest" in done.stdout


@pytest.mark.parametrize("command", [line for line in COMMANDS if line.startswith("pip")])
def test_pip(command: str) -> None:
    """That it would install, without the network; tests/test_wheel.py installs it in earnest."""
    options = ["--dry-run", "--no-deps", "--no-build-isolation", "--disable-pip-version-check"]
    arguments = command.partition("#")[0].split()[1:]
    done = subprocess.run(
        [sys.executable, "-m", "pip", *arguments, *options], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    assert "thai-newsie" in done.stdout.replace("_", "-")


def test_links_lead_somewhere() -> None:
    for target in regex.findall(r"\]\((?!http)([^)#]+)", README):
        assert (ROOT / target).is_file(), target


@pytest.mark.parametrize(
    "model",
    [
        contract.Article, contract.Person, contract.Role, contract.Organization, contract.Place, contract.Date,
        contract.Time, contract.Count, contract.Event, contract.Statement, contract.Failure,
    ],
)  # fmt: skip
def test_the_contract_explains_every_field(model: type[contract.Article]) -> None:
    page = (ROOT / "docs" / "contract.md").read_text(encoding="utf-8")
    assert [name for name in model.model_fields if f"`{name}`" not in page] == []
