"""Named organizations: the examples of cases/organizations.jsonl."""

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


def test_a_known_organization_has_its_row_of_the_table():
    (organization,) = thai_newsie.extract("สธ. เตือนประชาชน").organizations
    assert (organization.canonical, organization.english, organization.kind) == (
        "กระทรวงสาธารณสุข",
        "Ministry of Public Health",
        "ministry",
    )


def test_a_role_points_to_its_organization():
    article = thai_newsie.extract("นายสมชาย ใจดี อธิบดีกรมการข้าว ประชุม")
    assert article.people[0].roles[0].organization_id == article.organizations[0].id


@pytest.mark.parametrize(
    ("text", "canonical", "warned"),
    [
        ("ทบ. ช่วยเหลือประชาชน", "กองทัพบก", True),
        ("กรมทรัพยากรน้ำบาดาล (ทบ.) เจาะบ่อ โดย ทบ. ลงพื้นที่", "กรมทรัพยากรน้ำบาดาล", False),
        ("กองทัพบก (ทบ.) ลงพื้นที่", "กองทัพบก", False),
    ],
)
def test_an_abbreviation_that_organizations_share_is_the_one_the_article_says_or_is_flagged(
    text, canonical, warned
):
    article = thai_newsie.extract(text)
    assert [organization.canonical for organization in article.organizations] == [canonical]
    assert [("“ทบ.” may be กองทัพบก or กรมทรัพยากรน้ำบาดาล" in w) for w in article.warnings] == [True] * warned


def test_a_full_name_is_not_linked_to_what_its_abbreviation_means_elsewhere():
    article = thai_newsie.extract("มูลนิธิบัณฑิตยสภาข้าวไทย (บวท.) จัดงาน โดย บวท. สนับสนุน")
    assert [(o.name, o.aliases, o.canonical) for o in article.organizations] == [
        ("มูลนิธิบัณฑิตยสภาข้าวไทย", ("บวท.",), "")
    ]
