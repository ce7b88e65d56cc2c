"""Text as it comes out of PDF files, fonts and pages: what is mended, and what stays."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import thai_newsie
from thai_newsie import extract
from thai_newsie.document import Document
from thai_newsie.text.normalized import NormalizedText

TABLE = Path(__file__).parent / "cases" / "mends.tsv"
CASES = list(csv.DictReader(TABLE.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("case", CASES, ids=[case["given"] for case in CASES])
def test_mended(case: dict[str, str]) -> None:
    normalized = Document.from_text(case["given"]).normalized
    assert normalized.text == case["mended"]
    assert any(case["what"] in warning for warning in normalized.warnings)
    assert normalized.to_original(0, len(normalized.text))[1] <= len(case["given"])


@pytest.mark.parametrize(
    "text",
    [
        "นายปกรณ์ บุญมี นายอำเภอ พัฒนาเข้าสู่ระบบ เจรจาเป็นไปด้วยดี",
        "ฤๅษีและฦๅชา",
        "เธอเน้นย้ำว่าเธอจะไม่ทำ",
        "Café à la carte",
        "A & B < C; R&D",
        "บริษัท AT&T; จำกัด",
        "ค่าน้ำ ค่าไฟ ยานพาหนะ นาทีทอง",
        "ประชุมที่กรุงเทพฯ ณ ห้องจามจุรี",
    ],
)
def test_right_text_stays(text: str) -> None:
    normalized = Document.from_text(text).normalized
    assert normalized.text == text
    assert normalized.warnings == []


def test_items_of_a_broken_text_lead_to_the_input() -> None:
    text = "วันที่ 14 กนั ยายน พ.ศ.2564 นายปกรณ์ บุญมี ผูอ้ ำนวยการโรงเรียน ที่อ าเภอเมืองล าพูน"
    article = thai_newsie.extract(text)
    (date,) = article.dates
    assert (date.value, text[date.start : date.end]) == ("2021-09-14", date.text)
    assert [place.code for place in article.places] == ["5101"]
    assert [person.name for person in article.people] == ["ปกรณ์ บุญมี"]
    assert len(article.warnings) == 3


def test_mojibake_is_read_and_named_as_meant() -> None:
    clean = "วันที่ 5 มกราคม 2566 นายปกรณ์ บุญมี ผู้ว่าราชการจังหวัดลำพูน เปิดงานที่ศาลากลาง"
    for text in (clean.encode("cp874").decode("latin-1"), clean.encode().decode("latin-1")):
        article = thai_newsie.extract(text)
        assert [person.name for person in article.people] == ["ปกรณ์ บุญมี"]
        assert article.people[0].roles[0].organization == "จังหวัดลำพูน"
        assert text[article.dates[0].start : article.dates[0].end] == article.dates[0].text


def test_a_text_in_no_known_language_warns() -> None:
    (warning,) = thai_newsie.extract("கணக்கம்வணக்கம் " * 12).warnings
    assert warning.startswith("text: hardly any Thai or English words")


def test_a_short_paragraph_broken_at_a_width_is_joined() -> None:
    lines = (
        "กรมการข้าวแจ้งเกษตรกรในพื้นที่ลุ่มน้ำให้เตรียมรับมือน้ำหลาก ระหว่างวันที่ 1",
        "มกราคม 2565 ถึงวันที่ 5 กุมภาพันธ์ 2565 โดยนายปกรณ์ บุญมี อธิบดีกรมการข้าวและ",
        "คณะลงพื้นที่จังหวัดลำพูน",
    )
    text = "ข่าว\n\n" + "\n".join(lines) + "\n\n" + "ย่อหน้าต่อไปยาวกว่านั้นมากและไม่ได้ถูกตัด " * 9
    assert "วันที่ 1 มกราคม 2565" in Document.from_text(text).text


@pytest.mark.parametrize(
    "line",
    ["#นายวินัยแสนดี #กระทรวงมหาดไทย", "ภาพ/ข่าว : นายวินัย แสนดี กรมการข้าว", "อ่าน 1,234 ครั้ง", "ดูภาพทั้งหมด"],
)
def test_page_furniture_holds_no_items(line: str) -> None:
    text = "นายปกรณ์ บุญมี ผู้ว่าราชการจังหวัดลำพูน เปิดงานข้าวหอม"
    assert counted(f"{text}\n{line}") == counted(text)


def counted(text: str) -> dict[str, int]:
    article = thai_newsie.extract(text).to_dict()
    return {name: len(article[name]) for name in ("people", "organizations", "places", "counts")}


PAGES = (
    "กรมการข้าวแจ้งว่าจะเปิดศูนย์ข้าวชุมชน\nข่าวกรมการข้าว ฉบับที่ 5{0}\nที่จังหวัดน่านในเดือนหน้า\n"
    "ข่าวกรมการข้าว ฉบับที่ 5{1}\nและที่จังหวัดแพร่"
)


@pytest.mark.parametrize(
    "numbers",
    [("\n- 2 -", "\n- 3 -"), ("\n- ๒ -", "\n- ๓ -"), ("\n\nหน้า 2/3\n", "\n\nหน้า 3/3\n"), ("\nหน้าที่ 2", "\nหน้าที่ 3"), ("\nPage 2 of 3", "\nPage 3 of 3")],
)  # fmt: skip
def test_page_numbers_and_running_heads_are_left_out(numbers: tuple[str, str]) -> None:
    normalized = NormalizedText(PAGES.format(*numbers))
    assert normalized.text.split("\n") == [
        "กรมการข้าวแจ้งว่าจะเปิดศูนย์ข้าวชุมชน",
        "ที่จังหวัดน่านในเดือนหน้า",
        "และที่จังหวัดแพร่",
    ]
    assert normalized.warnings == ["text: page numbers and running heads left out at 2 places"]


@pytest.mark.parametrize("text", ["ข้อ\n2\nผู้เข้าร่วม", "มีหน้า 2 หน้า", "ประกาศ\n- ข้าว -\nวันนี้", "ก\nหน้าที่ของเรา\nข"])
def test_lines_that_are_no_page_numbers_stay(text: str) -> None:
    assert NormalizedText(text).text == text


def test_one_line_beside_a_page_number_stays() -> None:
    assert NormalizedText("เปิดศูนย์ข้าว\n- 2 -\nที่จังหวัดน่าน").text == "เปิดศูนย์ข้าว\nที่จังหวัดน่าน"


LEAD = "กรมการข้าวแจกเมล็ดพันธุ์ข้าวให้ชาวนาในจังหวัดน่าน จำนวนสองร้อยครัวเรือน ก่อนฤดูเพาะปลูกปีนี้"


def test_a_lead_printed_twice_is_read_once() -> None:
    article = extract(f"{LEAD}\n\n{LEAD.replace('จังหวัด', ' จังหวัด')}\nรายละเอียดอยู่ที่สำนักงานเกษตร")
    assert [len(place.mentions) for place in article.places] == [1]
    assert "text: leads printed twice read once at 1 place" in article.warnings
    assert NormalizedText("ข่าวสั้น\nข่าวสั้น").text == "ข่าวสั้น\nข่าวสั้น"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("ป ร ะ ก า ศ จังหวัดน่าน", "ประกาศ จังหวัดน่าน"),
        ("คำ สั่ ง ก ร ม ก า ร ป ก ค ร อ ง", "คำ สั่งกรมการปกครอง"),
        ("“สุ จิ ปุ ลิ”", "“สุ จิ ปุ ลิ”"),
        ("ข้อ ก ข ค ง จ ฉ ถูก", "ข้อ ก ข ค ง จ ฉ ถูก"),
    ],
)
def test_letters_that_stand_apart(text: str, read: str) -> None:
    assert NormalizedText(text).text == read
