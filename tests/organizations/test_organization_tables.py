"""The tables of organizations: what the stages may rely on."""

from __future__ import annotations

from collections import defaultdict

import pytest

from thai_newsie.document import Document
from thai_newsie.lexicon import table, values
from thai_newsie.stages.organizations.finder import find_organizations
from thai_newsie.stages.resolution.organizations import resolve_organizations

TYPES = {
    "association", "bank", "center", "committee", "company", "council", "court", "department", "foundation", "fund",
    "hospital", "independent", "international", "local_government", "media", "military", "ministry", "office", "other",
    "parliament", "party", "police", "public_organization", "school", "state_enterprise", "university",
}  # fmt: skip
ORGANIZATIONS = {row["word"]: row for row in table("organizations")}


def forms(row: dict[str, str]) -> tuple[str, ...]:
    """What a text may call the organization of a row."""
    return (row["word"], *values(row["abbreviations"]), *values(row["short"]))


def test_there_are_organizations_enough_and_none_twice() -> None:
    assert len(ORGANIZATIONS) == len(table("organizations")) >= 700


@pytest.mark.parametrize("name", ["organizations", "organization_heads"])
def test_types_are_of_the_list(name: str) -> None:
    assert {row["type"] for row in table(name)} <= TYPES


def test_a_parent_is_an_organization_and_nobody_is_above_himself() -> None:
    for name in ORGANIZATIONS:
        above = [name]
        while parent := ORGANIZATIONS[above[-1]]["parent"]:
            assert parent in ORGANIZATIONS, (name, parent)
            assert parent not in above, above
            above.append(parent)


def test_of_organizations_that_share_a_form_one_is_preferred() -> None:
    holders = defaultdict(list)
    for row in ORGANIZATIONS.values():
        for form in forms(row):
            holders[form].append(row)
    for form, rows in holders.items():
        if len(rows) > 1:
            assert [row["flags"] for row in rows].count("preferred") == 1, (
                form,
                [row["word"] for row in rows],
            )
        assert len({row["word"] for row in rows}) == len(rows), f"{form} stands twice in one row"


def test_preferred_says_yes_or_nothing_and_only_where_something_is_shared() -> None:
    shared = [form for row in ORGANIZATIONS.values() for form in forms(row)]
    for row in ORGANIZATIONS.values():
        assert row["flags"] in ("", "preferred")
        if row["flags"]:
            assert any(shared.count(form) > 1 for form in forms(row)), row["word"]


def test_what_is_guarded_is_no_abbreviation_that_stands_alone() -> None:
    alone = {form for row in ORGANIZATIONS.values() for form in forms(row)}
    assert not alone & {form for row in ORGANIZATIONS.values() for form in values(row["guarded"])}


def test_known_abbreviations_lead_to_their_organizations() -> None:
    found = {form: row["word"] for row in ORGANIZATIONS.values() for form in forms(row)}
    assert found["สพฐ."] == "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"
    assert found["กพฐ."] == "คณะกรรมการการศึกษาขั้นพื้นฐาน"
    assert found["กระทรวงเกษตรฯ"] == "กระทรวงเกษตรและสหกรณ์"
    assert "กก." not in found  # กิโลกรัม


def test_heads_stand_once_and_each_says_how_often_it_occurs() -> None:
    rows = table("organization_heads")
    assert len({row["word"] for row in rows}) == len(rows)
    assert all(row["source"].startswith(("corpus n=", "common knowledge")) for row in rows)


def test_mined_names_are_new_counted_and_begin_with_a_head() -> None:
    rows = table("organization_names")
    heads = tuple(row["word"] for row in table("organization_heads"))
    known = {form for row in ORGANIZATIONS.values() for form in forms(row)}
    assert len({row["word"] for row in rows}) == len(rows)
    for row in rows:
        assert row["word"].startswith(heads), row["word"]
        assert row["word"] not in known
        assert int(row["count"]) >= 4
        assert "  " not in row["word"]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("organization_lookalikes", ("word",)),
        ("organization_generic", ("word", "type")),
        ("organization_stops", ("word",)),
    ],
)
def test_words_around_names_stand_once(name: str, key: tuple[str, ...]) -> None:
    keys = [tuple(row[column] for column in key) for row in table(name)]
    assert [one for one in keys if keys.count(one) > 1] == []


def test_words_around_names_have_a_known_use() -> None:
    assert {row["type"] for row in table("organization_generic")} == {
        "head",
        "proper",
        "whole",
        "name",
        "behind",
        "inside",
        "end",
    }
    assert {row["type"] for row in table("organization_stops")} == {
        "proper",
        "organization",
        "committee",
        "lookalike",
    }


def test_what_only_looks_like_an_organization_is_none() -> None:
    names = {row["word"] for row in table("organization_names")} | {
        f for row in ORGANIZATIONS.values() for f in forms(row)
    }
    assert not names & {row["word"] for row in table("organization_lookalikes")}


@pytest.mark.parametrize("row", ORGANIZATIONS.values(), ids=lambda row: row["word"])
def test_every_row_is_read_in_full_and_linked(row: dict[str, str]) -> None:
    """The organization of each row is found where a text names it, as one whole, and is that row."""
    text = f"ประชุมร่วมกับ {row['word']} กล่าว"
    document = Document.from_text(text)
    document.entities = find_organizations(document)
    assert [(document.slice(e.mentions[0]), e.canonical) for e in resolve_organizations(document)] == [
        (row["word"], row["word"])
    ]
