"""The rule of each role, and the reasons of the candidates that are none."""

from __future__ import annotations

import pytest

from thai_newsie import extract
from thai_newsie.article_extraction import read_document
from thai_newsie.config import Config
from thai_newsie.lexicon import table, words_of
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import Trace
from thai_newsie.raw_article import RawArticle


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("นายกรัฐมนตรี", "positions:นายกรัฐมนตรี"),
        ("อธิบดีกรมการข้าว", "positions:อธิบดี + pattern:organization_behind"),
        (
            "รักษาราชการแทนรองอธิบดีกรมการข้าว",
            "position_prefixes:รักษาราชการแทน + position_prefixes:รอง + positions:อธิบดี + pattern:organization_behind",
        ),
        ("ผู้ว่าการยางแห่งประเทศไทย", "positions:ผู้ว่าการ + pattern:shared_letters"),
        ("ผู้แทนของกรมบัญชีกลาง", "positions:ผู้แทน + pattern:organization_behind_link"),
        (
            "ที่ปรึกษาด้านต่างประเทศกระทรวงแรงงาน",
            "positions:ที่ปรึกษา + pattern:organization_behind_field",
        ),
        ("รัฐมนตรีว่าการฯ", "positions:รัฐมนตรีว่าการ + pattern:cut_short"),
        ("ผบช.น.", "positions:ผบช. + pattern:police_command"),
        ("ส.ส.น่าน เขต 2", "positions:ส.ส. + pattern:constituency"),
        ("เอกอัครราชทูตสิงคโปร์ประจำประเทศไทย", "positions:เอกอัครราชทูต + pattern:country_behind"),
        ("กงสุลใหญ่ ณ นครเซี่ยงไฮ้", "positions:กงสุลใหญ่ + pattern:city_of_post"),
        ("ผู้ว่าราชการจังหวัดตรัง", "positions:ผู้ว่าราชการจังหวัด + pattern:area_behind"),
        ("นายกเทศมนตรีเมืองน่าน", "positions:นายกเทศมนตรี + pattern:municipality"),
        ("แม่ทัพภาคที่ 4", "positions:แม่ทัพ + pattern:army_area"),
        ("ผกก.สส.สภ.เมืองตรัง", "positions:ผกก. + pattern:organization_behind_duty"),
        ("ผอ.ศป.ปส.อ.น้ำปาด", "positions:ผอ. + pattern:unit_abbreviation"),
        (
            "ผู้ว่าการพัฒนาโรงไฟฟ้า การไฟฟ้าฝ่ายผลิตแห่งประเทศไทย",
            "positions:ผู้ว่าการ + pattern:words_before_organization",
        ),
        ("เจ้าอาวาสวัดบางกุ้ง", "positions:เจ้าอาวาส + pattern:temple_behind"),
        ("ผู้อำนวยการฝ่ายกิจกรรม", "positions:ผู้อำนวยการ + pattern:field"),
        ("กรรมการส่งเสริมข้าวไทย", "positions:กรรมการ + pattern:glued_words"),
        (
            "นักวิชาการเกษตรชำนาญการพิเศษ",
            "civil_service_positions:นักวิชาการ + civil_service_positions:ชำนาญการพิเศษ",
        ),
    ],
)
def test_the_rule_of_a_role_names_its_rows_and_what_it_is_held_in(text: str, rule: str) -> None:
    (person,) = extract(f"นายสมชาย ใจดี {text} ร่วมงาน").people
    assert [(role.text, role.rule) for role in person.roles] == [(text, rule)]


def rejected(text: str) -> dict[str, str]:
    """The candidates for roles that a text rejects, each with the last reason."""
    trace = Trace()
    _, document = read_document(RawArticle(text=text), Config(recognizer=False), trace)
    return {document.text[r.start : r.end]: r.reason for r in trace.rejections if r.list == "roles"}


@pytest.mark.parametrize(
    ("text", "candidate", "reason"),
    [
        ("อธิบดีกรมการข้าว ร่วมงาน", "อธิบดีกรมการข้าว", "no person stands beside it"),
        ("นายสมชาย ใจดี ว่าที่ จัดงาน", "ว่าที่", "no position follows"),
        ("นายสมชาย ใจดี ผู้แทนจาก ร่วมงาน", "ผู้แทนจาก", "nothing follows ผู้แทนจาก"),
        ("ประกาศกฎอัยการศึก", "อัยการ", "the tokenizer has one word กฎอัยการศึก here"),
        ("สมาคมผู้ประสานงานไทย จัดงาน", "ผู้ประสานงาน", "inside the name สมาคมผู้ประสานงานไทย"),
        (
            "นายสมชาย ใจดี รองอธิบดีกรมการข้าว และนายมานะ ขยันเรียน รองอธิบดีกรมการข้าว\nรองอธิบดีกรมการข้าว กล่าว",
            "รองอธิบดีกรมการข้าว",
            "several persons hold it: สมชาย ใจดี or มานะ ขยันเรียน",
        ),
    ],
)
def test_a_candidate_that_is_no_role_has_its_reason(text: str, candidate: str, reason: str) -> None:
    assert rejected(text).get(candidate) == reason


def test_what_is_traced_changes_nothing_of_what_is_found() -> None:
    text = "นายสมชาย ใจดี และนายสมชาย รักเรียน รองอธิบดีกรมการข้าว\nสมชาย พบรองอธิบดีกรมการข้าว ที่เมือง และ สช."
    plain, _ = read_document(RawArticle(text=text), Config())
    traced, _ = read_document(RawArticle(text=text), Config(), Trace())
    assert plain == traced


def test_position_words_are_plain_words() -> None:
    for name in ("position_words", "resolution_words"):
        for word in words_of(name):
            assert not set(word) & set("?*+[]{}|^$\\"), word
    assert any_of(words_of("position_words", "kin"))
    assert {row["flags"] for row in table("position_words")} == {"", "glued", "open_ended"}
