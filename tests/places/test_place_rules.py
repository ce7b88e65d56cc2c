"""Which row or pattern made a place, and why a name made none."""

from __future__ import annotations

import pytest

from thai_newsie.document import Document
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
        ("ลงพื้นที่จังหวัดยะลา และภูเก็ต", ["pattern:area", "pattern:province"]),
        ("ที่โคราช", ["places:นครราชสีมา"]),
        ("เยือนประเทศญี่ปุ่น", ["countries:ญี่ปุ่น"]),
        ("กลุ่มจังหวัดภาคเหนือตอนบน 2", ["places:ภาคเหนือตอนบน"]),
        ("อำเภอบ้านฝาง หนองเรือ", ["pattern:area", "pattern:area_list"]),
        ("3 เขต ได้แก่ หนองจอก และมีนบุรี", ["pattern:area_list"] * 2),
        ("สุราษฎร์ธานี (ไชยา)", ["pattern:province", "pattern:districts_in_brackets"]),
        ("เส้นทางกรุงเทพฯ - รัตนบุรี", ["places:กรุงเทพมหานคร", "pattern:districts_of_route"]),
        ("ถนนมิตรไมตรีและซอยข้างเคียง", ["transport_places:ถนน + place_words:และ"]),
        ("บนทล.32 ขาเข้า", ["place_words:ทล."]),
        ("รถไฟสายสีแดง ช่วงบางซื่อ – รังสิต", ["pattern:stretch"] * 2),
        ("ณ ห้องประชุม 1", ["pattern:venue_behind_na + venue_heads:ห้องประชุม"]),
        (
            "ณ ห้องประชุม 1 โดยมี",
            ["pattern:venue_behind_na + venue_heads:ห้องประชุม + place_words:โดย"],
        ),
        ("ไปที่โรงแรมอมารี", ["pattern:venue_behind_word + venue_heads:โรงแรม"]),
        ("วัดโพธิ์ชัย ตำบลในเมือง", ["venue_heads:วัด", "pattern:area"]),
        ("ตึกสันติไมตรี ทำเนียบรัฐบาล", ["pattern:room_of_building"]),
        ("The Prime Minister met him in Chiang Mai and then went to Lao PDR", ["pattern:english_province", "english_places:Lao PDR"]),
    ],
)  # fmt: skip
def test_the_rule_of_a_place(text: str, rules: list[str]) -> None:
    document = read(text)
    assert [entity.rule for entity in document.entities if entity.label == "LOCATION"] == rules


@pytest.mark.parametrize(
    ("text", "rule", "word", "reason"),
    [
        ("โรคแพร่ระบาด", "place_words:แพร่ระบาด", "แพร่ระบาด", "a longer word"),
        ("ประชาชนไทย", "countries:ไทย", "ไทย", "glued to a word"),
        ("มีราคา แพร่ ", "pattern:province", "แพร่", "an everyday word"),
        ("ผู้ว่าราชการจังหวัดตรัง", "pattern:area", "จังหวัดตรัง", "name of a position"),
        ("นางวิมล สิริกุล ณ อยุธยา", "places:พระนครศรีอยุธยา", "อยุธยา", "inside the person นางวิมล"),
        ("ถนนคอนกรีต", "transport_places:ถนน", "ถนน", "คอนกรีต follows, a word of the column “not”"),
        ("แยกขยะ", "transport_places:แยก", "แยก", "leads to places"),
        ("ณ ห้องทำงาน", "pattern:venue_behind_na + venue_heads:ห้อง", "ห้องทำงาน", "ทำงาน follows"),
        ("ณ โรงพยาบาลทุกแห่ง", "pattern:venue_behind_na + venue_heads:โรงพยาบาล", "โรงพยาบาลทุกแห่ง", "a kind of place"),
        ("ณ ราคาตลาด", "pattern:venue_behind_na", "ราคา", "a point in time"),
        ("ไปตลาดเช้า แล้วกลับ", "venue_heads:ตลาด", "ตลาด", "nor an area behind it"),
        ("ตึกสันติไมตรี ทำเนียบรัฐบาล", "places:ทำเนียบรัฐบาล", "ทำเนียบรัฐบาล", "overlaps the place ตึก"),
    ],
)  # fmt: skip
def test_why_a_name_makes_no_place(text: str, rule: str, word: str, reason: str) -> None:
    document = read(text)
    assert document.trace is not None
    found = [r for r in document.trace.rejections if r.list == "places" and r.rule == rule]
    assert word in [document.text[r.start : r.end] for r in found]
    assert any(reason in r.reason for r in found)
