"""The rule of each organization, and the reasons of the candidates that are none."""

from __future__ import annotations

import pytest

from thai_newsie.document import Document
from thai_newsie.provenance import Trace
from thai_newsie.stages.entities.rules import find_by_rules
from thai_newsie.stages.organizations.finder import find_organizations


def rules(text: str) -> list[tuple[str, str]]:
    """The organizations of a text, each with its rule."""
    document = Document.from_text(text)
    return [(document.slice(e), e.rule) for e in find_by_rules(document) if e.label == "ORGANIZATION"]


@pytest.mark.parametrize(
    ("text", "name", "rule"),
    [
        # the row of a table, and what completes its name
        ("กรมการข้าวกล่าว", "กรมการข้าว", "organizations:กรมการข้าว"),
        ("สธ. เตือน", "สธ.", "organizations:กระทรวงสาธารณสุข"),
        ("ทบ. ช่วยเหลือประชาชน", "ทบ.", "organizations:กองทัพบก"),
        ("รมว.กลาโหม กล่าว", "กลาโหม", "organizations:กระทรวงกลาโหม + organization_words:รมว."),
        ("กกต.ตรัง จัดประชุม", "กกต.ตรัง", "organizations:คณะกรรมการการเลือกตั้ง + pattern:province"),
        ("กระทรวงมหาดไทยกัมพูชา", "กระทรวงมหาดไทยกัมพูชา", "organizations:กระทรวงมหาดไทย + countries:กัมพูชา"),
        (
            "สถาบันสารสนเทศทรัพยากรน้ำ (องค์การมหาชน)",
            "สถาบันสารสนเทศทรัพยากรน้ำ (องค์การมหาชน)",
            "organizations:สถาบันสารสนเทศทรัพยากรน้ำ + pattern:public_organization",
        ),
        # a head, and what ends the name behind it
        ("ศูนย์ข้าวไทยได้จัดงาน", "ศูนย์ข้าวไทย", "organization_heads:ศูนย์ + organization_stops:ได้"),
        ("ศูนย์ข้าวไทย จัดงาน", "ศูนย์ข้าวไทย", "organization_heads:ศูนย์ + pattern:space"),
        ("ศูนย์ข้าวไทย", "ศูนย์ข้าวไทย", "organization_heads:ศูนย์ + pattern:text_end"),
        ("ศูนย์ข้าวไทย\nจัดงาน", "ศูนย์ข้าวไทย", "organization_heads:ศูนย์ + pattern:line_end"),
        ("ศูนย์ข้าวไทย(กรุงเทพ)", "ศูนย์ข้าวไทย", "organization_heads:ศูนย์ + pattern:bracket"),
        ("ศูนย์ข้าวไทย”", "ศูนย์ข้าวไทย", "organization_heads:ศูนย์ + pattern:quotation_mark"),
        ("บริษัท ข้าวไทยดี จำกัด จัดงาน", "บริษัท ข้าวไทยดี จำกัด", "organization_heads:บริษัท + pattern:legal_form"),
        ("สำนักงานจังหวัดตรังจัดงาน", "สำนักงานจังหวัดตรัง", "organization_heads:สำนักงานจังหวัด + pattern:province"),
        ("อบต. บ่อสุพรรณ จัดงาน", "อบต. บ่อสุพรรณ", "organization_heads:อบต. + pattern:area"),
        ("มทบ.27 จัดงาน", "มทบ.27", "organization_heads:มทบ. + pattern:number"),
        # what only a pattern finds
        ("Ministry of Rice", "Ministry of Rice", "english_organization_heads:Ministry"),
        ("กำลังพล ร.99 พัน.3 รอ. ลงพื้นที่", "ร.99 พัน.3 รอ.", "pattern:battalion"),
        (
            "กรมป่าไม้ร่วมกับกรุงเทพมหานครปลูกต้นไม้",
            "กรุงเทพมหานคร",
            "organization_words:กรุงเทพมหานคร + pattern:partner",
        ),
        ("คณะวิจิตรศิลป์ มหาวิทยาลัยเชียงใหม่", "คณะวิจิตรศิลป์ มหาวิทยาลัยเชียงใหม่", "pattern:faculty + organizations:มหาวิทยาลัยเชียงใหม่"),
        ("ศูนย์ข้าวไทย (Rice: TRC)", "TRC", "pattern:alias_in_parentheses"),
        ("ศูนย์ข้าวไทย หรือ TRC จัดงาน", "TRC", "pattern:alias_behind_or"),
    ],
)  # fmt: skip
def test_the_rule_names_the_row_and_what_ended_the_name(text: str, name: str, rule: str) -> None:
    assert (name, rule) in rules(text)


def test_an_alias_elsewhere_in_the_text_has_a_rule() -> None:
    assert rules("ศูนย์ข้าวไทย (ศขท.) จัดงาน โดย ศขท. สนับสนุน")[-1] == ("ศขท.", "pattern:alias")


def test_an_organization_named_after_a_person_says_so() -> None:
    ((name, rule),) = rules("มูลนิธิ นายแพทย์มานะ ทองดี มอบทุน")
    assert name == "มูลนิธิ นายแพทย์มานะ ทองดี"
    assert rule.startswith("organization_heads:มูลนิธิ + pattern:dedicated")


@pytest.mark.parametrize(
    ("text", "candidate", "rule", "reason"),
    [
        # a row that cannot take effect because of the tokenizer
        (
            "โรงเรียนบ้านหนองแวงคว้ารางวัลชนะเลิศ",
            "โรงเรียนบ้านหนองแวงคว้า",
            "organization_heads:โรงเรียน + organization_stops:คว้า",
            "the tokenizer has one word คว้ารางวัล here, so the stop word is only a part of it",
        ),
        (
            "ผกก.ลงพื้นที่",
            "กก.",
            "organizations:กระทรวงการท่องเที่ยวและกีฬา",
            "the tokenizer has one word ผกก. here, so this is only a part of it",
        ),
        # a stop word that the name goes on over
        (
            "ศูนย์รับเรื่องร้องเรียนกล่าวว่า",
            "ศูนย์รับ",
            "organization_heads:ศูนย์ + organization_stops:รับ",
            "it says what the organization does",
        ),
        (
            "คณะกรรมการพัฒนาข้าวเพื่อการส่งออก จัดงาน",
            "คณะกรรมการพัฒนาข้าวเพื่อ",
            "organization_heads:คณะกรรมการ + organization_stops:เพื่อ",
            "names of the type committee go on over this word",
        ),
        # an opening that begins no name
        (
            "สภาพปัญหา",
            "สภาพ",
            "organization_lookalikes:สภาพ",
            "an ordinary word: สภาพ is in organization_lookalikes",
        ),
        (
            "เยี่ยมโรงพยาบาลทุกแห่ง",
            "โรงพยาบาล",
            "organization_heads:โรงพยาบาล + organization_generic:ทุกแห่ง",
            "the name speaks of organizations of a kind, not of one",
        ),
        (
            "มีเครือข่ายข้าวไทย",
            "เครือข่าย",
            "organization_heads:เครือข่าย",
            "no position stands before it, and without one it more often means something else",
        ),
        ("บริษัทข้าวไทยดี จัดงาน", "บริษัท", "organization_heads:บริษัท", "no legal form of a company follows"),
        ("ที่ตำบลสำนักขาม", "สำนัก", "organization_heads:สำนัก", "it is the name of an area"),
        ("เป็นกระทรวงมาโดยตลอด", "กระทรวง", "organization_heads:กระทรวง", "no field of a ministry follows"),
        ("ไปสำนักงานจังหวัด แล้ว", "สำนักงานจังหวัด", "organization_heads:สำนักงานจังหวัด", "no province follows"),
    ],
)  # fmt: skip
def test_a_rejection_says_why(text: str, candidate: str, rule: str, reason: str) -> None:
    document = Document.from_text(text)
    document.trace = Trace()
    find_organizations(document)
    found = [(text[r.start : r.end], r.list, r.rule, r.reason) for r in document.trace.rejections]
    assert (candidate, "organizations", rule, reason) in found


def test_the_trace_changes_nothing() -> None:
    text = "โรงเรียนบ้านหนองแวงคว้ารางวัล สภาพโรงพยาบาลทุกแห่ง รมว.กลาโหม กรมการข้าว (กข.) ศูนย์ข้าวไทยกล่าวว่า กข."
    traced = Document.from_text(text)
    traced.trace = Trace()
    assert find_organizations(traced) == find_organizations(Document.from_text(text))
