"""Which mentions mean the same person, and why."""

from __future__ import annotations

import thai_newsie


def test_a_bare_role_means_its_holder_and_nobody_where_two_hold_it():
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


def test_a_warning_says_that_a_given_name_fits_two_persons():
    two = "นายสมชาย ใจดี อธิบดีกรมการข้าว พบนายสมชาย รักเรียน อธิบดีกรมประมง "
    assert thai_newsie.extract(two).warnings == ()
    assert thai_newsie.extract(two + "ต่อมานายสมชาย ลงพื้นที่ และนายสมชาย เดินทางกลับ").warnings == (
        "“นายสมชาย” may be สมชาย ใจดี or สมชาย รักเรียน: taken to be สมชาย รักเรียน.",
    )


def test_a_warning_says_that_two_hold_a_bare_role_where_it_does_something():
    two = "นายสมชาย ใจดี รองอธิบดีกรมการข้าว และนายมานะ ขยันเรียน รองอธิบดีกรมการข้าว ร่วมงาน\n"
    assert thai_newsie.extract(two + "มีรองอธิบดีกรมการข้าวให้การต้อนรับ").warnings == ()
    assert thai_newsie.extract(two + "รองอธิบดีกรมการข้าว กล่าวว่า ข้าวไทยดีที่สุดในโลก").warnings == (
        "“รองอธิบดีกรมการข้าว” may be สมชาย ใจดี or มานะ ขยันเรียน: taken to be neither.",
    )
