"""People, their titles and offices: the examples of tests/persons/cases/people.jsonl."""

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


def test_an_office_without_a_name_is_its_holder_and_nobody_where_two_hold_it():
    one = thai_newsie.extract("นายสมชาย ใจดี อธิบดีกรมการข้าว ประชุม\nอธิบดีกรมการข้าว กล่าวว่า ข้าวไทยดีที่สุดในโลก")
    assert [s.speaker for s in one.statements] == ["สมชาย ใจดี"]
    two = thai_newsie.extract(
        "นายสมชาย ใจดี รองอธิบดีกรมการข้าว และนายมานะ ขยันเรียน รองอธิบดีกรมการข้าว ประชุม\n"
        "รองอธิบดีกรมการข้าว กล่าวว่า ข้าวไทยดีที่สุดในโลก"
    )
    assert [s.speaker for s in two.statements] == ["รองอธิบดีกรมการข้าว"]


def test_two_people_of_one_given_name_stay_apart():
    article = thai_newsie.extract("นายสมชาย ใจดี อธิบดีกรมการข้าว พบนายสมชาย รักเรียน อธิบดีกรมประมง")
    assert [p.name for p in article.people] == ["สมชาย ใจดี", "สมชาย รักเรียน"]


def test_a_family_name_spelt_twice_is_one_person_by_the_first_spelling():
    article = thai_newsie.extract("นายสุเทพ ชิตยวงษ์ ประชุม ต่อมานายสุเทพ ชิตยวงศ์ ลงพื้นที่")
    assert [p.name for p in article.people] == ["สุเทพ ชิตยวงษ์"]


def test_who_or_what_is_meant_is_flagged_where_it_is_not_sure():
    two = "นายสมชาย ใจดี อธิบดีกรมการข้าว พบนายสมชาย รักเรียน อธิบดีกรมประมง "
    assert thai_newsie.extract(two).warnings == ()
    assert thai_newsie.extract(two + "ต่อมานายสมชาย ลงพื้นที่ และนายสมชาย เดินทางกลับ").warnings == (
        "“นายสมชาย” may be สมชาย ใจดี or สมชาย รักเรียน: taken to be สมชาย รักเรียน.",
    )


def test_an_office_that_two_hold_is_flagged_where_it_does_something():
    two = "นายสมชาย ใจดี รองอธิบดีกรมการข้าว และนายมานะ ขยันเรียน รองอธิบดีกรมการข้าว ร่วมงาน\n"
    assert thai_newsie.extract(two + "มีรองอธิบดีกรมการข้าวให้การต้อนรับ").warnings == ()
    assert thai_newsie.extract(two + "รองอธิบดีกรมการข้าว กล่าวว่า ข้าวไทยดีที่สุดในโลก").warnings == (
        "“รองอธิบดีกรมการข้าว” may be สมชาย ใจดี or มานะ ขยันเรียน: taken to be neither.",
    )


def test_an_invisible_character_in_a_title_changes_nothing_of_what_it_means():
    (person,) = thai_newsie.extract("นาง\u200bสาวสมหญิง รักเรียน อธิบดีกรมการข้าว ประชุม").people
    assert (person.title, person.title_english, person.gender) == ("นาง\u200bสาว", "Miss", "f")
