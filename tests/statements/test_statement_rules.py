"""Where statements come from, which verbs and quotations tell none and why, and how a user's rows change both."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from thai_newsie import Config, explain, extract
from thai_newsie.lexicon import words_of
from thai_newsie.stages.statements.patterns import speech_verb_pattern

WHO = "นายสมชาย ใจดี อธิบดีกรมการข้าว "


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (WHO + "กล่าวว่า ปีนี้ผลผลิตดี", "speech_verbs:กล่าว"),
        (WHO + "กล่าวเพิ่มเติมถึงความคืบหน้า ว่า ปีนี้ผลผลิตดี", "speech_verbs:กล่าว + pattern:later_wa"),
        (WHO + "สรุปผลการหารือ ดังนี้ ปีนี้ผลผลิตดีมากทุกพื้นที่", "speech_verbs:สรุป + pattern:summary"),
        (WHO + "เผยความคืบหน้าโครงการน้ำทั้งประเทศแล้ว", "speech_verbs:เผย + pattern:object"),
        (
            "“ขอให้เกษตรกรมั่นใจว่าจะได้รับการดูแล” นายสมชาย ใจดี กล่าว",
            "speech_verbs:กล่าว + pattern:quotation",
        ),
        ("ผู้สื่อข่าวถามว่า ปีนี้ผลผลิตดีหรือไม่", "speech_verbs:ถาม + speech_words:ผู้สื่อข่าว"),
        (
            "นายสมชาย ใจดี ได้รับรายงานจากกรมการข้าวว่า ปีนี้ผลผลิตดี",
            "speech_verbs:รายงาน + pattern:received_report",
        ),
        ("Mr. John Smith said that exports of rice rose.", "english_speech_verbs:said"),
    ],
)
def test_a_statement_names_its_verb_and_its_pattern(text: str, rule: str) -> None:
    assert [statement.rule for statement in extract(text).statements] == [rule]


def test_a_statement_names_how_its_speaker_was_found() -> None:
    text = f"{WHO}กล่าวว่า ปีนี้ผลผลิตดี นอกจากนี้ ยังย้ำว่า น้ำเพียงพอ\nและยืนยันว่า พร้อมดูแล"
    assert [statement.rule for statement in extract(text).statements] == [
        "speech_verbs:กล่าว",
        "speech_verbs:ย้ำ + pattern:same_speaker",
        "speech_verbs:ยืนยัน + pattern:speaker_of_earlier_paragraph",
    ]


def test_a_quotation_without_a_verb_is_a_pattern() -> None:
    text = f"{WHO}กล่าวว่า ปีนี้ผลผลิตดี\n“ขอให้เกษตรกรทุกคนมั่นใจว่าจะได้รับการดูแลอย่างเต็มที่”"
    assert extract(text).statements[1].rule == "pattern:quotation + pattern:speaker_of_earlier_paragraph"


@pytest.mark.parametrize(
    ("text", "words", "rule", "reason"),
    [
        ("โครงการดังกล่าวว่า ดี", "กล่าวว่า", "speech_verbs:กล่าว", "ดังกล่าว is another word"),
        ("นายสมชาย ใจดี แจ้งเรื่องน้ำ", "แจ้ง", "speech_verbs:แจ้ง", "no ว่า"),
        (WHO + "ไม่ได้กล่าวว่า น้ำจะท่วม", "กล่าวว่า", "speech_verbs:กล่าว", "nobody says it here"),
        (
            "ผู้ว่าราชการจังหวัดสระบุรี ตรวจคลอง",
            "ระบุ",
            "speech_verbs:ระบุ",
            "the tokenizer begins no word at ระบุ",
        ),
        ("“ก้าวไกล” นายสมชาย ใจดี กล่าว", "”", "pattern:quotation", "the quotation is a name"),
        (
            WHO + "กล่าวว่า “เราชนะ” เป็นโครงการที่ดี",
            "เราชนะ",
            "pattern:quotation",
            "the quotation is a name",
        ),
        ("It was reported that nobody came.", "reported", "english_speech_verbs:reported", "no person"),
    ],
)
def test_what_tells_no_statement_is_reported_with_the_reason(
    text: str, words: str, rule: str, reason: str
) -> None:
    rejected = [finding for finding in explain(text).about(words).rejected if finding.list == "statements"]
    assert [finding.rule for finding in rejected] == [rule]
    assert reason in rejected[0].reason


def test_a_speech_printed_twice_is_reported() -> None:
    line = f"{WHO}กล่าวว่า ปีนี้ผลผลิตดีมากทุกพื้นที่ของประเทศไทย"
    text = f"{line}\nมีผู้เข้าร่วม 20 คน\n{line} เป็นต้น"  # a lead printed twice is read once
    rejected = [finding for finding in explain(text).rejected if finding.list == "statements"]
    assert [finding.reason for finding in rejected] == ["the same statement stands in the text before"]


def test_a_users_verb_is_read_and_named(tmp_path: Path) -> None:
    text = f"{WHO}พึมพำว่า ปีนี้ผลผลิตดี"
    assert not extract(text).statements
    rows = "word\tflags\tsource\nพึมพำ\tneeds_wa\ttest\n"
    (tmp_path / "speech_verbs.tsv").write_text(rows, encoding="utf-8")
    (statement,) = extract(text, config=Config(tables=tmp_path)).statements
    assert (statement.cue, statement.rule) == ("พึมพำว่า", "speech_verbs:พึมพำ")


def test_the_verbs_that_other_stages_ask_for() -> None:
    assert speech_verb_pattern("ends_event") == "(?:กล่าว|เปิดเผย)"
    assert all(re.fullmatch(speech_verb_pattern(), verb) for verb in words_of("speech_verbs"))


@pytest.mark.parametrize(
    "text",
    [
        "มนกล่าว่า-",
        WHO + "กล่าวว่า –",
        WHO + "กล่าวว่า “ ... ”",
        WHO + "กล่าวว่า " + "-" * 20 + " นายมานะ ทองดี ลงพื้นที่",
        "Mr. Somchai Jaidee said that            ",
    ],
)
def test_nothing_said_is_no_statement(text: str) -> None:
    why = explain(text)
    assert all(any(map(str.isalnum, statement.text)) for statement in why.article.statements)
    if "มานะ" not in text:
        assert why.article.statements == ()
        assert "no word and no number is said" in [finding.reason for finding in why.rejected]


def test_a_verb_with_nothing_said_leaves_the_others() -> None:
    text = "Mr. Somchai Jaidee said that added that exports rose well."
    assert [(said.cue, said.text) for said in extract(text).statements] == [
        ("added that", "exports rose well.")
    ]
