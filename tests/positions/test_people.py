"""People, their titles and roles: the examples of cases/people.jsonl."""

import json
from pathlib import Path

import pytest

import thai_newsie

CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("cases").joinpath("people.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_people(case):
    article = thai_newsie.extract(case["text"])
    found = [
        [p.title, p.name, [[r.text, r.position, r.organization] for r in p.roles]] for p in article.people
    ]
    assert found == case["people"]
    if "mentions" in case:
        assert len(article.people[0].mentions) == case["mentions"]


def test_an_invisible_character_in_a_title_changes_nothing_of_what_it_means():
    (person,) = thai_newsie.extract("นาง\u200bสาวสมหญิง รักเรียน อธิบดีกรมการข้าว ประชุม").people
    assert (person.title, person.title_english, person.gender) == ("นาง\u200bสาว", "Miss", "f")
