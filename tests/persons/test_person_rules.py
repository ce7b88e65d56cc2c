"""Which row or pattern made a person, and why a title made none."""

from __future__ import annotations

import pytest

from thai_newsie.document import Document
from thai_newsie.lexicon import table, values
from thai_newsie.lexicon.schemas import SCHEMAS
from thai_newsie.provenance import Trace
from thai_newsie.stages import STAGES


def read(text: str) -> Document:
    document = Document.from_text(text)
    document.trace = Trace()
    for name in ("dates", "entities"):
        STAGES[name].fill(document)
    return document


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("นายสมชาย ใจดี ลงพื้นที่", ["titles:นาย"]),
        ("พ.ต.ท.ดร.สมชาย รักดี ประชุม", ["titles:พ.ต.ท. + titles:ดร."]),
        ("นายสมชาย ใจดีรองอธิบดี", ["titles:นาย + name_stops:รองอธิบดี"]),
        ("นายสมชาย ใจดีรมว.มหาดไทย", ["titles:นาย + pattern:abbreviated_position"]),
        ("นางวิมล สิริกุล ณ อยุธยา ประชุม", ["titles:นาง + family_name_places:อยุธยา"]),
        ("นายธนกร วังบุญ และนายธนกรกล่าเพิ่มเติม", ["titles:นาย", "titles:นาย + pattern:same_name"]),
        ("Mr. John Smith met", ["titles:Mr."]),
        ("พิพัฒน์ รัชกิจประการ รมว.แรงงาน", ["pattern:known_name_before_position"]),
        ("met Prime Minister Srettha Thavisin here", ["positions:Prime Minister"]),
        (
            "พระเทพวราจารย์ เจ้าคณะจังหวัดอุบลราชธานี พระเทพวราจารย์ กล่าวว่า",
            ["titles:พระ", "pattern:repeated_monk"],
        ),
        ("ประชุมแล้ว\nข่าว อัจฉรา ใจดี", ["person_words:ข่าว"]),
        ("สมเด็จพระนางเจ้าสุทิดา พัชรสุธาพิมลลักษณ พระบรมราชินี เสด็จ", ["royal_names:"]),
    ],
)
def test_the_rule_of_a_person(text: str, rules: list[str]) -> None:
    document = read(text)
    found = [entity.rule for entity in document.entities if entity.label == "PERSON"]
    if rules[0].endswith(":"):
        assert [rule.startswith(rules[0]) for rule in found] == [True]
    else:
        assert found == rules


@pytest.mark.parametrize(
    ("text", "rule", "word", "reason"),
    [
        ("คุณภาพชีวิต", "title_lookalikes:คุณภาพ", "คุณภาพ", "is none"),
        ("ตำรวจ 9 นาย รถยนต์ 4 คัน", "titles:นาย", "นาย", "counts men"),
        ("ทนายความ นายสมชาย ใจดี", "titles:ทนายความ", "ทนายความ", "own title follows"),
        ("IN THE ROOM", "titles:HE", "HE", "end of a Latin word"),
        ("นาย 5 คน", "titles:นาย", "นาย", "no name follows"),
        ("คุณสวยงามมาก", "titles:คุณ", "คุณ", "no known given name with a family name"),
        ("นายกสั่งเร่งเยียวยา", "titles:นาย", "นาย", "no given name"),
        ("จำนวน 6 ราย นั้น นายกรัฐมนตรี", "pattern:known_name_before_position", "ราย นั้น", "ordinary ones"),
    ],
)
def test_why_a_title_makes_no_person(text: str, rule: str, word: str, reason: str) -> None:
    document = read(text)
    assert document.trace is not None
    found = [r for r in document.trace.rejections if r.list == "people" and r.rule == rule]
    assert [document.text[r.start : r.end] for r in found] == [word]
    assert reason in found[0].reason


def test_nothing_is_noted_where_nobody_asks() -> None:
    document = Document.from_text("คุณภาพชีวิต ตำรวจ 9 นาย")
    STAGES["entities"].fill(document)
    assert document.trace is None


def test_each_type_of_the_words_of_persons_has_rows() -> None:
    described = next(c for c in SCHEMAS["person_words"].columns if c.name == "type").values
    assert {row["type"] for row in table("person_words")} == set(described or ())
    flags = {flag for row in table("person_words") for flag in values(row["flags"])}
    assert flags == {flag.name for flag in SCHEMAS["person_words"].flags}
