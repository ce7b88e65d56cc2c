"""Named bodies: the examples of tests/cases/organizations.jsonl."""

import json
from pathlib import Path

import pytest

import thai_newsie

CASES = [
    json.loads(line)
    for line in Path(__file__)
    .with_name("cases")
    .joinpath("organizations.jsonl")
    .read_text("utf-8")
    .splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_organizations(case):
    article = thai_newsie.extract(case["text"])
    assert [[o.name, *o.aliases] for o in article.organizations] == case["organizations"]


def test_a_known_body_has_its_row_of_the_table():
    (body,) = thai_newsie.extract("สธ. เตือนประชาชน").organizations
    assert (body.canonical, body.english, body.kind) == (
        "กระทรวงสาธารณสุข",
        "Ministry of Public Health",
        "ministry",
    )


def test_a_role_points_to_its_body():
    article = thai_newsie.extract("นายสมชาย ใจดี อธิบดีกรมการข้าว ประชุม")
    assert article.people[0].roles[0].organization_id == article.organizations[0].id
