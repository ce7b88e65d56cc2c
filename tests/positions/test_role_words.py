"""What the words of a role tell: relations, the English of the position."""

from __future__ import annotations

import pytest

from thai_newsie import extract
from thai_newsie.schema.article import Role

ROLES = [
    ("อธิบดีกรมการข้าว", (), "Director-General"),
    ("รองอธิบดีกรมการข้าว", ("deputy",), "Deputy Director-General"),
    ("ผู้ช่วยปลัดกระทรวงแรงงาน", ("assistant",), "Assistant Permanent Secretary"),
    ("รักษาการอธิบดีกรมการข้าว", ("acting",), "Acting Director-General"),
    ("รักษาราชการแทนรองอธิบดีกรมการข้าว", ("acting", "deputy"), "Acting Deputy Director-General"),
    ("อดีตรองนายกรัฐมนตรี", ("former", "deputy"), "Former Deputy Prime Minister"),
    ("ที่ปรึกษารัฐมนตรีว่าการกระทรวงแรงงาน", ("adviser",), "Adviser to the Minister"),
    ("เลขานุการรัฐมนตรีว่าการกระทรวงแรงงาน", ("secretary",), "Secretary to the Minister"),
    ("รองโฆษกกระทรวงแรงงาน", ("deputy", "spokesperson"), "Deputy Spokesperson"),
    ("อุตสาหกรรมจังหวัดระยอง", (), "Provincial Industry Officer"),
    ("รมช.แรงงาน", ("deputy",), "Deputy Minister"),
    ("ปลัดฯ", (), "Permanent Secretary"),
]


def roles_of(text: str) -> list[Role]:
    return [role for person in extract(text).people for role in person.roles]


@pytest.mark.parametrize(("text", "relations", "english"), ROLES)
def test_what_the_words_of_a_role_tell(text: str, relations: tuple[str, ...], english: str) -> None:
    (role,) = roles_of(f"นายสมชาย ใจดี {text} กล่าวว่า ข้าวไทยดี")
    assert (role.text, role.relations, role.english) == (text, relations, english)


def test_who_does_the_work_of_another_position_acts_in_it() -> None:
    found = roles_of("นางมานี รักเรียน ผู้อำนวยการสำนักงบประมาณ ปฏิบัติหน้าที่รองเลขาธิการคณะรัฐมนตรี กล่าวว่า ดี")
    assert [role.relations for role in found] == [(), ("acting", "deputy")]
    assert found[1].english == "Acting Deputy Secretary-General"


def test_the_work_of_another_position_is_no_part_of_the_first() -> None:
    first, second = roles_of(
        "นายสมชาย ใจดี รองเลขาธิการนายกรัฐมนตรีฝ่ายการเมืองปฏิบัติหน้าที่โฆษกประจำสำนักนายกรัฐมนตรี กล่าวว่า ดี"
    )
    assert first.text == "รองเลขาธิการนายกรัฐมนตรีฝ่ายการเมือง"
    # the acting prefix is a part of the second
    assert second.text == "ปฏิบัติหน้าที่โฆษกประจำสำนักนายกรัฐมนตรี"
    assert second.relations == ("acting", "spokesperson")


def test_a_position_of_which_the_tables_do_not_know_all_words_has_no_english() -> None:
    (role,) = roles_of("นายสมชาย ใจดี ผู้ช่วยผู้ว่าการพัฒนาโรงไฟฟ้า การไฟฟ้านครหลวง ร่วมงาน")
    assert role.relations == ("assistant",)
    assert role.english == ""
