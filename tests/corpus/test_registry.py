"""One person across articles: who is the same, who is kept apart, and when each office was seen."""

from __future__ import annotations

import json
import random
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import one_line, run
from thai_newsie.corpus.registry import Builder, build_registry
from thai_newsie.corpus.registry.models import RegisteredPerson, Registry
from thai_newsie.corpus.registry.near_duplicates import near_duplicate_pairs
from thai_newsie.schema.article import Article, Failure, Organization, Person, Role

MINISTRY = "กระทรวงศึกษาธิการ"
_numbers = count()


def article(
    name: str,
    position: str = "",
    organization: str | None = None,
    day: str | None = "2022-03-09",
    title: str = "นาย",
    canonical: str = "",
    relations: tuple[str, ...] = (),
    **more: Any,
) -> Article:
    """An article that names one person, with one office."""
    text = f"{name} {position} {organization or ''}"
    named, held, within = (
        {"text": part, "start": text.index(part), "end": text.index(part) + len(part)}
        for part in (name, position, organization or "")
    )
    organizations = (
        (Organization(id="o1", name=organization, canonical=canonical, mentions=(within,)),)
        if organization
        else ()
    )
    office = Role(**held, position=position, organization=organization, organization_id="o1" if organization else None, relations=relations)  # type: ignore[arg-type]  # fmt: skip
    kind = {"พล.ต.อ.": "police", "พล.อ.": "military", "พระ": "monastic"}.get(title, "civil")
    person = Person(
        id="p1", name=name, title=title, title_kind=kind, family=name.partition(" ")[2],
        gender={"นาย": "m", "นาง": "f"}.get(title, ""), roles=(office,) if position else (), mentions=(named,), **more,
    )  # fmt: skip
    return Article(
        id=f"a{next(_numbers)}", text=text, published=day, people=(person,), organizations=organizations
    )


def people(*articles: Article | Failure) -> list[RegisteredPerson]:
    return list(build_registry(articles).people)


def test_one_person_across_articles_with_offices_and_when() -> None:
    (person,) = people(
        article("มานะ ทองดี", "รมว.", "ศธ.", "2021-04-02", canonical=MINISTRY),
        article("มานะ  ทอง\u200bดี", "รัฐมนตรี\u200bว่าการ", MINISTRY, "2022-05-01"),
        article("มานะ ทองดี", "รัฐมนตรีช่วยว่าการ", MINISTRY, "2020-01-01", relations=("deputy",)),
        article("มานะ ทองดี", day=None),
        Failure(id="x", error="is not JSON"),
    )
    assert (person.articles, person.first, person.last) == (4, "2020-01-01", "2022-05-01")
    assert [(o.position, o.relations, o.first, o.last, o.articles) for o in person.offices] == [
        ("รัฐมนตรีช่วยว่าการ", ("deputy",), "2020-01-01", "2020-01-01", 1),
        ("รัฐมนตรีว่าการ", (), "2021-04-02", "2022-05-01", 2),
    ]
    assert not person.homonym and person.whole_name and not person.possible_same
    assert {name.text for name in person.names} == {"มานะ ทองดี", "มานะ  ทอง\u200bดี"}


def test_the_same_organization_by_its_official_name() -> None:
    registry = build_registry([
        article("ก ข", "รมว.", "ศธ.", canonical=MINISTRY),
        article("ค ง", "ปลัด", MINISTRY, canonical=MINISTRY),
        article("จ ฉ", "ครู", "โรงเรียนบ้านสวน"),
    ])  # fmt: skip
    ministry, school = registry.organizations
    assert (ministry.name, ministry.articles, ministry.linked) == (MINISTRY, 2, True)
    assert [name.text for name in ministry.names] == [MINISTRY, "ศธ."]
    assert (school.name, school.linked) == ("โรงเรียนบ้านสวน", False)
    offices = {office.organization_id for person in registry.people for office in person.offices}
    assert offices == {ministry.id, school.id}


@pytest.mark.parametrize(("one", "other"), [("นาย", "นาง"), ("พล.อ.", "พล.ต.อ."), ("พล.อ.", "พระ")])
def test_titles_that_one_person_does_not_bear_are_two(one: str, other: str) -> None:
    found = people(
        article("มานะ ทองดี", "ที่ปรึกษา", "กรมการข้าว", title=one),
        article("มานะ ทองดี", "เกษตรกร", title=other),
        article("มานะ ทองดี", "ที่ปรึกษา", "กรมการข้าว", title="ดร."),
        article("มานะ ทองดี", title="ดร."),
    )
    assert sorted((p.articles, p.homonym) for p in found) == [(1, True), (1, True), (2, True)]
    assert sum(p.apart == "undecided" for p in found) == 1
    assert len({p.id for p in found}) == 3


def test_titles_that_one_person_may_bear_are_one() -> None:
    assert len(people(*(article("มานะ ทองดี", title=title) for title in ("นาย", "พล.อ.", "ดร.", "")))) == 1


def test_two_governors_at_a_time_are_two_and_one_who_moves_is_one() -> None:
    def seat(place: str, day: str) -> Article:
        return article("มานะ ทองดี", "ผู้ว่าราชการ", f"จังหวัด{place}", day)

    moved = [
        seat("น่าน", "2020-01-01"),
        seat("น่าน", "2020-02-01"),
        seat("ตรัง", "2021-01-01"),
        seat("ตรัง", "2021-02-01"),
    ]
    (one,) = people(*moved)
    assert [office.last for office in one.offices] == ["2020-02-01", "2021-02-01"]
    years_later = [seat("น่าน", "2022-01-01"), seat("น่าน", "2022-02-01")]
    assert len(people(*moved, *years_later)) == 1
    at_a_time = [seat("น่าน", "2021-03-01"), seat("น่าน", "2021-03-04")]
    two = people(*moved[2:], *at_a_time, seat("ตรัง", "2021-03-10"), seat("ตรัง", "2021-03-11"))
    assert [(p.articles, p.homonym) for p in two] == [(4, True), (2, True)]


def test_a_given_name_alone_is_whose_office_it_is_or_nobody_elses() -> None:
    found = people(
        article("มานะ ทองดี", "อธิบดี", "กรมการข้าว"),
        article("มานะ", "อธิบดี", "กรมการข้าว"),
        article("มานะ", "ชาวนา"),
        article("มานะ", "ชาวนา"),
    )
    assert [(p.name, p.articles, p.whole_name) for p in found] == [
        ("มานะ ทองดี", 2, True), ("มานะ", 1, False), ("มานะ", 1, False),
    ]  # fmt: skip


def test_a_misspelling_is_suggested_and_not_merged() -> None:
    right, wrong, stranger = people(
        article("มานะ ทองดี", "อธิบดี", "กรมการข้าว"),
        article("มานะ ทองดี", "อธิบดี", "กรมการข้าว"),
        article("มานะ ทองดื", "อธิบดี", "กรมการข้าว"),
        article("มานะ ทองดู", "ปลัด", "กระทรวงแรงงาน"),
    )
    assert right.possible_same == (wrong.id,) and wrong.possible_same == (right.id,)
    assert stranger.possible_same == ()


@given(st.lists(st.text("กขค", min_size=1, max_size=5), unique=True, max_size=12))
def test_alike_is_one_step_and_no_more(names: list[str]) -> None:
    def steps(name: str) -> set[str]:
        dropped = {name[:n] + name[n + 1 :] for n in range(len(name))}
        changed = {name[:n] + letter + name[n + 1 :] for n in range(len(name)) for letter in "กขค"}
        swapped = {name[:n] + name[n + 1] + name[n] + name[n + 2 :] for n in range(len(name) - 1)}
        return dropped | changed | swapped

    expected = {(a, b) for a in names for b in names if a < b and (a in steps(b) or b in steps(a))}
    assert near_duplicate_pairs(names) == expected


def test_the_order_of_the_articles_does_not_matter() -> None:
    articles = [
        article(name, position, organization, day, title)
        for name in ("มานะ ทองดี", "มานะ", "วิมล ทองดี")
        for position, organization, title in (
            ("อธิบดี", "กรมการข้าว", "นาย"),
            ("ปลัด", "กระทรวงแรงงาน", "นาง"),
            ("", None, ""),
        )
        for day in ("2021-01-01", None)
    ]
    whole = build_registry(articles)
    for seed in range(5):
        assert build_registry(random.Random(seed).sample(articles, len(articles))) == whole


def test_the_builder_tells_who_is_who() -> None:
    builder = Builder()
    numbers = [number for number, _ in builder.watch([
        article("มานะ ทองดี", "อธิบดี", "กรมการข้าว"), Failure(error="x"), article("มานะ ทองดี"),
    ])]  # fmt: skip
    assert numbers == [0, 1]
    (person,), (organization,) = builder.registry.people, builder.registry.organizations
    assert builder.id_of(0, "p1") == builder.id_of(1, "p1") == person.id
    assert builder.id_of(0, "o1") == organization.id


def test_nothing_gives_an_empty_registry() -> None:
    assert build_registry([]) == Registry()


def test_command(tmp_path: Path) -> None:
    records = tmp_path / "out.jsonl"
    records.write_text(article("มานะ ทองดี", "อธิบดี", "กรมการข้าว").to_json() + "\n", encoding="utf-8")
    done = run("registry", records, "-o", tmp_path / "registry.json")
    assert "1 people, 1 organizations of 1 articles" in one_line(done)
    written = json.loads((tmp_path / "registry.json").read_text(encoding="utf-8"))
    assert written == json.loads(run("registry", records).stdout) == build_registry(records).to_dict()
    records.write_text("broken", encoding="utf-8")
    assert "out.jsonl:1: is not JSON" in one_line(run("registry", records, status=2))
    assert "no such file" in one_line(run("registry", tmp_path / "absent.jsonl", status=2))
    assert "no folder" in one_line(run("registry", records, "-o", tmp_path / "a" / "b.json", status=2))


@pytest.mark.parametrize(("old", "new"), [("Seen", "Observed"), ("Wording", "NameVariant")])
def test_the_old_names_of_models_still_work_and_warn(old: str, new: str) -> None:
    from thai_newsie.corpus.registry import models

    with pytest.warns(DeprecationWarning, match=rf"{old} is deprecated: use .*\.{new}"):
        assert getattr(models, old) is getattr(models, new)
