"""The notebooks run from a clean kernel, and those that need no other articles show what they are printed with."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from conftest import ROOT

FOLDER = ROOT / "docs" / "notebooks"
ARTICLES = ROOT.parent / "shared" / "corpus"


def run(path: Path) -> Any:
    """The notebook with what its cells show now; an error in a cell is raised here."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        cell.outputs = []
    NotebookClient(
        notebook, timeout=600, startup_timeout=300, resources={"metadata": {"path": str(FOLDER)}}
    ).execute()
    return notebook


def shown(notebook: Any) -> list[Any]:
    """What the cells show, without pictures, whose bytes hold the day and random names."""
    return [
        [output.get("text") or output["data"]["text/plain"] for output in cell.get("outputs", [])]
        for cell in notebook.cells
    ]


@pytest.mark.parametrize("name", ["one-article", "own-words"])
def test_what_a_notebook_shows_is_what_it_is_printed_with(name: str) -> None:
    path = FOLDER / f"{name}.ipynb"
    assert shown(run(path)) == shown(nbformat.read(path, as_version=4))


def test_a_thousand_articles() -> None:
    if not ARTICLES.exists():
        assert "THAI_NEWSIE_REQUIRE_GOLD" not in os.environ
        pytest.skip("the thousand articles are not here")
    notebook = run(FOLDER / "thousand-articles.ipynb")
    pictures = [
        output
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if "image/svg+xml" in output.get("data", {})
    ]
    assert len(pictures) == 3
