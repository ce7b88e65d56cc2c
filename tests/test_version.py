"""One version and one address: what stands in several files cannot drift apart."""

from __future__ import annotations

import tomllib

import regex

import thai_newsie
from conftest import ROOT

HOME = "https://github.com/thai-newsie/thai-newsie"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_version_is_a_semantic_one() -> None:
    assert regex.fullmatch(r"\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?", thai_newsie.__version__)


def test_the_build_reads_the_version_from_the_package() -> None:
    project = PYPROJECT["project"]
    assert "version" in project["dynamic"]
    assert "version" not in project
    source = read(PYPROJECT["tool"]["hatch"]["version"]["path"])
    assert regex.findall(r'^__version__ = "(.+)"$', source, regex.M) == [thai_newsie.__version__]


def test_the_citation_names_the_version() -> None:
    assert regex.findall(r"^version: (.+)$", read("CITATION.cff"), regex.M) == [thai_newsie.__version__]
    assert f"Version {thai_newsie.__version__}." in read("docs/cite.md")


def test_the_changelog_tells_of_the_version_last() -> None:
    text = read("CHANGELOG.md")
    sections = regex.findall(r"^## \[(.+?)\]", text, regex.M)
    assert sections[:2] == ["Unreleased", thai_newsie.__version__]
    assert len(sections) == len(set(sections))
    kinds = set(regex.findall(r"^### (.+)$", text, regex.M))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    links = dict(regex.findall(r"^\[(.+?)\]: (\S+)$", text, regex.M))
    assert list(links) == sections
    assert links["Unreleased"] == f"{HOME}/compare/v{thai_newsie.__version__}...HEAD"


def test_the_documentation_reads_the_version_from_the_package() -> None:
    configuration = read("docs/conf.py")
    assert "from thai_newsie import __version__" in configuration
    assert "release = version = __version__" in configuration


def test_every_page_names_the_same_home() -> None:
    assert set(PYPROJECT["project"]["urls"]) == {"Homepage", "Documentation", "Source", "Issues", "Changelog"}
    assert all(url.startswith(HOME) for url in PYPROJECT["project"]["urls"].values())
    assert f"repository-code: {HOME}\n" in read("CITATION.cff")
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob(".github/**/*.*")]
    for page in pages:
        for url in regex.findall(
            r"https://github\.com/[^/\s]*newsie[^/\s]*/[\w-]+", page.read_text(encoding="utf-8")
        ):
            assert url == HOME, page


def test_the_tests_run_on_every_python_that_is_promised() -> None:
    prefix = "Programming Language :: Python :: 3."
    promised = [name for name in PYPROJECT["project"]["classifiers"] if name.startswith(prefix)]
    versions = [f"3.{name.removeprefix(prefix)}" for name in promised]
    (matrix,) = regex.findall(r"^ +python: \[(.+)\]$", read(".github/workflows/test.yml"), regex.M)
    assert regex.findall(r'"(.+?)"', matrix) == versions
    assert PYPROJECT["project"]["requires-python"] == f">={versions[0]}"
    assert all(f" python{version} " in read("Makefile") for version in versions)
