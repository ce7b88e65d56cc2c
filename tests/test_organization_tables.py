"""The tables of public bodies: what the stages may rely on."""

from __future__ import annotations

from collections import defaultdict

import pytest

from thai_newsie.lexicon import table, values

KINDS = {
    "association", "bank", "center", "committee", "company", "council", "court", "department", "foundation", "fund",
    "hospital", "independent", "international", "local_government", "media", "military", "ministry", "office", "other",
    "parliament", "party", "police", "public_organization", "school", "state_enterprise", "university",
}  # fmt: skip
BODIES = {row["name"]: row for row in table("organizations")}


def forms(row: dict[str, str]) -> tuple[str, ...]:
    """What a text may say for the body of a row."""
    return (row["name"], *values(row["abbreviations"]), *values(row["short"]))


def test_there_are_bodies_enough_and_none_twice() -> None:
    assert len(BODIES) == len(table("organizations")) >= 700


@pytest.mark.parametrize("name", ["organizations", "organization_heads"])
def test_kinds_are_of_the_list(name: str) -> None:
    assert {row["kind"] for row in table(name)} <= KINDS


def test_a_parent_is_a_body_and_nobody_is_above_himself() -> None:
    for name in BODIES:
        above = [name]
        while parent := BODIES[above[-1]]["parent"]:
            assert parent in BODIES, (name, parent)
            assert parent not in above, above
            above.append(parent)


def test_of_bodies_that_share_a_form_one_is_preferred() -> None:
    holders = defaultdict(list)
    for row in BODIES.values():
        for form in forms(row):
            holders[form].append(row)
    for form, rows in holders.items():
        if len(rows) > 1:
            assert [row["preferred"] for row in rows].count("1") == 1, (form, [row["name"] for row in rows])
        assert len({row["name"] for row in rows}) == len(rows), f"{form} stands twice in one row"


def test_preferred_says_yes_or_nothing_and_only_where_something_is_shared() -> None:
    shared = [form for row in BODIES.values() for form in forms(row)]
    for row in BODIES.values():
        assert row["preferred"] in ("", "1")
        if row["preferred"]:
            assert any(shared.count(form) > 1 for form in forms(row)), row["name"]


def test_what_is_guarded_is_no_abbreviation_that_stands_alone() -> None:
    alone = {form for row in BODIES.values() for form in forms(row)}
    assert not alone & {form for row in BODIES.values() for form in values(row["guarded"])}


def test_known_abbreviations_lead_to_their_bodies() -> None:
    found = {form: row["name"] for row in BODIES.values() for form in forms(row)}
    assert found["สพฐ."] == "สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน"
    assert found["กพฐ."] == "คณะกรรมการการศึกษาขั้นพื้นฐาน"
    assert found["กระทรวงเกษตรฯ"] == "กระทรวงเกษตรและสหกรณ์"
    assert "กก." not in found  # กิโลกรัม


def test_heads_stand_once_and_each_says_how_often_it_occurs() -> None:
    rows = table("organization_heads")
    assert len({row["head"] for row in rows}) == len(rows)
    assert all(row["source"].startswith("corpus n=") for row in rows)


def test_mined_names_are_new_counted_and_begin_with_a_head() -> None:
    rows = table("organization_names")
    heads = tuple(row["head"] for row in table("organization_heads"))
    known = {form for row in BODIES.values() for form in forms(row)}
    assert len({row["name"] for row in rows}) == len(rows)
    for row in rows:
        assert row["name"].startswith(heads), row["name"]
        assert row["name"] not in known
        assert int(row["count"]) >= 4
        assert "  " not in row["name"]
