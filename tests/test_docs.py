"""The documentation says what is so: every block of every page is run, and its output compared."""

from __future__ import annotations

import doctest
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import regex

from conftest import ROOT
from thai_newsie import Config

PAGES = [ROOT / "data" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
PAGES = [page for page in PAGES if "_build" not in page.parts]
SHOWN = {"text", "{eval-rst}", "{toctree}", "{include}"}  # pictures, and what Sphinx itself checks
FENCED = regex.compile(r"^```([^\n]*)\n(.*?)^```$", regex.M | regex.S)
BLOCKS = [
    pytest.param(language, block, id=f"{page.relative_to(ROOT)}-{number}")
    for page in PAGES
    for number, (language, block) in enumerate(FENCED.findall(page.read_text(encoding="utf-8")), 1)
    if language.split(" ")[0] not in SHOWN
]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a reader's checkout holds, to run and write in, beside the annotated articles."""
    folder = tmp_path_factory.mktemp("docs") / "main"
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copytree(ROOT / "benchmarks", folder / "benchmarks")
    (folder / "my_tables").mkdir()  # a reader's own tables
    if (ROOT.parent / "shared").exists():
        (folder.parent / "shared").symlink_to(ROOT.parent / "shared")
    return folder


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_the_examples_of_a_page_run_one_after_the_other(
    page: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(checkout)
    if "SparkSession" in page.read_text(encoding="utf-8") and not shutil.which("java"):
        assert "THAI_NEWSIE_REQUIRE_SPARK" not in os.environ
        pytest.skip("Spark needs Java")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    blocks = [block for language, block in FENCED.findall(page.read_text("utf-8")) if language == "python"]
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, page.name, str(page), 0)
    assert all(">>>" in block for block in blocks)
    assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize(("language", "block"), BLOCKS)
def test_a_block_is_of_a_kind_that_is_run(language: str, block: str, tmp_path: Path) -> None:
    assert language in ("python", "sh", "toml")
    if language == "toml":  # a file of thai_newsie.Config
        (tmp_path / "my_tables").mkdir()
        (tmp_path / "my_tables" / "units.tsv").write_text("word\tflags\nลัง\t-\n", encoding="utf-8")
        (tmp_path / "config.toml").write_text(block, encoding="utf-8")
        Config.from_toml(tmp_path / "config.toml")


@pytest.mark.parametrize(
    "command",
    [
        line
        for parameters in BLOCKS
        if parameters.values[0] == "sh"
        for line in str(parameters.values[1]).splitlines()
        if line and not line.startswith(("pip ", "make "))  # tests/test_readme.py and test_wheel.py run these
    ],
)
def test_command(command: str, checkout: Path) -> None:
    if "../shared" in command and not (checkout.parent / "shared").exists():
        assert "THAI_NEWSIE_REQUIRE_GOLD" not in os.environ
        pytest.skip("the annotated articles are not here")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["sh", "-c", command],
        env={**os.environ, "PATH": path},
        cwd=checkout,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
