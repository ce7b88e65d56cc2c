"""The built wheel, in a clean environment, away from the repository: what `pip install` gives."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from conftest import ROOT

TEXT = "วันที่ 3 มิถุนายน 2567 นายสมชาย ใจดี อธิบดีกรมการข้าว ลงพื้นที่จังหวัดน่าน มอบเมล็ดพันธุ์ข้าว 120 กระสอบ"


def run(*command: object, cwd: Path) -> str:
    """What a command prints; where it fails, the test shows why."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**environment, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it, and what it depends on lent by the one the tests run in."""
    home = tmp_path_factory.mktemp("elsewhere")
    run(sys.executable, "-m", "venv", "--without-pip", home / "venv", cwd=home)
    python = home / "venv" / "bin" / "python"
    run(
        *(sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check"),
        *("install", "--quiet", "--no-deps", "--no-index", wheel),
        cwd=home,
    )
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip())
    # Paths that a .pth file names have their own .pth files left alone: the editable install stays out.
    (site / "lent.pth").write_text(
        "\n".join(sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})), encoding="utf-8"
    )
    return home


def test_the_wheel_holds_what_it_should(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {
        "thai_newsie/py.typed",
        "thai_newsie/data/dates/months.tsv",
        "thai_newsie/report/assets/page.html",
    } <= set(names)
    assert {Path(name).name for name in names} >= {"LICENSE", "NOTICE", "METADATA"}
    shipped = {name.removeprefix("thai_newsie/") for name in names}
    in_tree = {str(path.relative_to(ROOT)) for path in (ROOT / "data").rglob("*") if path.is_file()}
    assert in_tree <= shipped
    assert {name.partition("/")[0] for name in names} == {
        "thai_newsie",
        next(name for name in names if ".dist-info/" in name).partition("/")[0],
    }


def test_code_and_tables_come_from_the_wheel(installed: Path) -> None:
    code = "import thai_newsie.lexicon as lexicon; print(lexicon.__file__, lexicon.DATA, sep='\\n')"
    for place in run(installed / "venv" / "bin" / "python", "-c", code, cwd=installed).splitlines():
        assert Path(place).is_relative_to(installed / "venv")


def test_the_installed_command_extracts_from_anywhere(installed: Path) -> None:
    command = installed / "venv" / "bin" / "thai-newsie"
    (installed / "ข่าว.txt").write_text(TEXT, encoding="utf-8")
    run(command, "extract", "ข่าว.txt", "-o", "out.jsonl", cwd=installed)
    article = json.loads((installed / "out.jsonl").read_text(encoding="utf-8"))
    assert [found["value"] for found in article["dates"]] == ["2024-06-03"]
    assert [person["name"] for person in article["people"]] == ["สมชาย ใจดี"]
    assert [place["text"] for place in article["places"]] == ["จังหวัดน่าน"]


def test_the_installed_library_extracts_from_anywhere(installed: Path) -> None:
    code = f"import thai_newsie; print(thai_newsie.extract({TEXT!r}).to_json())"
    article = json.loads(run(installed / "venv" / "bin" / "python", "-c", code, cwd=installed))
    assert [person["name"] for person in article["people"]] == ["สมชาย ใจดี"]
