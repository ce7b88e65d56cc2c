"""What is known to come out wrong: each row of tests/known-failures/ still does, and a row that is mended must go.

tests/known-failures/README.md says how to add a row and what to do when one is mended.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
import regex

import thai_newsie
from thai_newsie import Article

FOLDER = Path(__file__).with_name("known-failures")
COLUMNS = ["text", "expected", "today", "why", "issue"]
TODAY = "2024-08-24"  # the day on which the texts are read, a Saturday

# How an item of each list is written in the tables.
ITEMS: dict[str, Callable[[Article], list[str]]] = {
    "people": lambda article: [person.name for person in article.people],
    "organizations": lambda article: [organization.name for organization in article.organizations],
    "places": lambda article: [place.text for place in article.places],
    "dates": lambda article: [f"{date.text} = {date.value}" for date in article.dates],
    "counts": lambda article: [
        f"{count.text} = {count.value} {count.unit}".strip() + f", of {count.of or 'nothing'}"
        for count in article.counts
    ],
    "events": lambda article: [f"{event.type} {event.text}" for event in article.events],
    "statements": lambda article: [f"{said.speaker}: {said.text}" for said in article.statements],
}


def rows() -> list[tuple[str, dict[str, str]]]:
    out = []
    for path in sorted(FOLDER.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            assert table.fieldnames == COLUMNS, path.name
            out += [(path.stem, row) for row in table]
    return out


ROWS = rows()


@pytest.mark.parametrize(("name", "row"), ROWS, ids=[f"{name}-{row['text'][:30]}" for name, row in ROWS])
def test_a_known_failure_still_fails(name: str, row: dict[str, str]) -> None:
    found = " | ".join(ITEMS[name](thai_newsie.extract(row["text"], published=TODAY)))
    if found == row["expected"]:
        pytest.fail(
            f"This known failure is mended: move it from tests/known-failures/{name}.tsv to the cases of its stage."
        )
    assert found == row["today"], (
        f"It fails in another way: correct `today` in tests/known-failures/{name}.tsv."
    )


def test_each_list_has_its_table() -> None:
    assert {path.stem for path in FOLDER.glob("*.tsv")} == set(ITEMS)


def test_a_row_is_whole_and_says_why_it_is_hard() -> None:
    for name, row in ROWS:
        assert None not in row, (name, row["text"])
        assert all(cell is not None and cell == cell.strip() for cell in row.values()), (name, row)
        assert row["text"], (name, row)
        assert row["expected"] != row["today"], (name, row)
        assert row["why"].endswith("."), (name, row)
        assert regex.fullmatch(r"(#\d+)?", row["issue"]), (name, row)
    texts = [(name, row["text"]) for name, row in ROWS]
    assert len(texts) == len(set(texts))
