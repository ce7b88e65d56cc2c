"""Texts that no editor would let pass: what stands in them is found all the same, and no offset lies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genre import PIECE_LISTS
from laws import check
from thai_newsie import Article, extract
from thai_newsie.lexicon import DATA, table, values
from thai_newsie.stages.resolution.canonical_roles import CanonicalRole
from thai_newsie.stages.resolution.role_holders import MAX_HOLDERS, RoleHolders

ROWS = (Path(__file__).parent / "cases" / "bad-text.jsonl").read_text(encoding="utf-8").splitlines()
CASES = [json.loads(row) for row in ROWS]
# How each list is told in the cases.
TOLD = {"people": "name", "organizations": "name", "places": "text", "dates": "value", "counts": "text"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_bad_text(case: dict[str, Any]) -> None:
    article = extract(case["text"])
    check(article)
    for name, field in TOLD.items():
        assert [getattr(item, field) for item in getattr(article, name)] == case.get(name, []), name
    assert bool(article.warnings) == ("warning" in case)
    assert not article.warnings or article.warnings[0].startswith(case["warning"])


LENGTH = 10_000
RUNS = ["ก", "กา", "กรม", "ร.ท.", "มกรา", "9", "9,", "1 ", "(", ")", "[", "“", "”", '"', "'", " ", "\n", "\u200b", "\x00", "เเ",
        "่", "A", "A.", "❤️", "<b>", "&nbsp;", "ๆ", "ฯ", "-", "1. ", "๙", "\ufffd"]  # fmt: skip


@pytest.mark.parametrize("run", RUNS)
def test_endless_runs(run: str) -> None:
    text = (run * LENGTH)[:LENGTH]
    check(extract(text, title=text[:2000]))


def test_an_empty_article_is_an_article() -> None:
    assert extract("", title="").to_dict() == Article().to_dict()


def test_a_list_is_not_handed_out_with_each_of_its_numbers() -> None:
    text = "ร้อยละ " + ", ".join(map(str, range(1, 4000))) + " และ 99999 คน"
    assert len(extract(text).to_json()) < 100 * len(text)


_positions = st.sampled_from(["ปลัด", "ปลัดกระทรวง", "ผู้ว่า", "ผู้ว่าราชการ"])
_roles = st.builds(
    lambda position, organization, cut: CanonicalRole(position, position + organization, cut and not organization),
    _positions, st.sampled_from(["", "", "กระทรวงพลังงาน", "จังหวัดตรัง"]), st.booleans(),
)  # fmt: skip


@given(st.lists(_roles, max_size=MAX_HOLDERS), _roles)
def test_the_index_finds_the_holders_of_a_role_that_comparing_one_by_one_finds(
    held: list[CanonicalRole], asked: CanonicalRole
) -> None:
    found = [number for number, role in enumerate(held) if role.means(asked)]
    assert RoleHolders(enumerate(held)).of(asked) == found


def _words() -> st.SearchStrategy[str]:
    """One of the tables, then one of its words, so that the small tables come as often as the large."""
    tables = [
        sorted({word for row in table(path.stem) for cell in row.values() for word in values(cell)})
        for path in sorted(DATA.glob("*/*.tsv"))
    ]
    return st.sampled_from([*filter(None, tables), *PIECE_LISTS]).flatmap(st.sampled_from)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Words of the tables glued together, some repeated, cut, or with a letter gone."""
    pieces = []
    for word in draw(st.lists(_words(), min_size=1, max_size=10)):
        change, place = draw(st.integers(0, 7)), draw(st.integers(0, 40)) % len(word)
        match change:
            case 0:
                word = word[:place] + word[place + 1 :]
            case 1:
                word = word[: place + 1]
            case 2:
                word = word * draw(st.integers(2, 20))
            case 3:
                word = word[:place] + draw(st.sampled_from("่้์\u200b ๆฯ.9“(\n")) + word[place:]
        pieces.append(word + draw(st.sampled_from(["", "", " ", " ", "\n"])))
    return "".join(pieces)


@given(text=mutated(), title=st.just("") | mutated())
def test_laws_hold_for_words_of_the_tables(text: str, title: str) -> None:
    article = extract(text, title=title, published="2022-03-09")
    check(article)
    assert extract(text, title=title, published="2022-03-09").to_json() == article.to_json()


@pytest.mark.parametrize("text", ["ก.พ. จนถึง 7 ก.พ. 65", "กรมการข้าวเปิดงาน\nข่าว เภสัชกร"])
def test_what_the_fuzzer_found(text: str) -> None:
    check(extract(text))
