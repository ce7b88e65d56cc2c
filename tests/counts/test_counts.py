"""Counts: what counts, its unit, bound and object; and what counts nothing."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from case_tables import marked, rows
from thai_newsie import extract, extract_many
from thai_newsie.document import CountMention, Document
from thai_newsie.lexicon import table, values
from thai_newsie.stages.counts.reader import find_counts
from thai_newsie.stages.counts.units import unit_at
from thai_newsie.text.normalized import NormalizedText
from thai_newsie.text.words import word_starts

CASES = Path(__file__).parent / "cases"
KINDS = {"people", "thing", "money", "percent", "measure", "duration", "rank"}


def counts_of(text: str) -> list[CountMention]:
    normalized = NormalizedText(text)
    return list(find_counts(Document(normalized, frozenset(word_starts(normalized.text)))))


@pytest.mark.parametrize("row", rows(CASES / "counts.tsv"), ids=lambda row: f"{row['value']} {row['text']}")
def test_count(row: dict[str, str]) -> None:
    text, start, end = marked(row["text"])
    found = [c for c in counts_of(text) if (c.value, c.unit) == (Decimal(row["value"]), row["unit"])]
    assert len(found) == 1
    count = found[0]
    assert (count.kind, count.modifier or "") == (row["kind"], row["modifier"])
    for name in ("of", "per"):
        span = getattr(count, name)
        if row[name]:
            assert span and text[span.start : span.end] == row[name]
    assert text[count.start : count.end].strip() == text[start:end].strip()


@pytest.mark.parametrize("row", rows(CASES / "counts-negative.tsv"), ids=lambda row: row["text"])
def test_no_count(row: dict[str, str]) -> None:
    assert counts_of(row["text"]) == []


def test_dates_and_times_are_no_counts() -> None:
    article = extract("เมื่อวันที่ 5 มกราคม 2565 เวลา 09.30 น. ช่วง 5 เดือนแรกของปี 2564 มีผู้ป่วย 12 ราย")
    assert [(c.value, c.unit) for c in article.counts] == [(12, "ราย")]


def test_an_amount_is_listed_once_in_its_fullest_wording() -> None:
    article = extract("ผู้ป่วย 50 ราย โดยมีผู้ป่วยกว่า 50 ราย อยู่ในพื้นที่", title="พบผู้ป่วย 50 ราย")
    assert [(c.text, c.value, c.unit, c.modifier) for c in article.counts] == [("กว่า 50 ราย", 50, "ราย", ">")]


def test_the_unit_is_spelled_as_in_the_text() -> None:
    article = extract("คว้า 8 เหรียญทองเเดง ใช้นํ้า 5 ลิตร")
    assert article.counts[0].unit == "เหรียญทองเเดง"


def test_amounts_said_again_in_words_count_once() -> None:
    found = counts_of("เป็นเงิน 1,250.50 บาท (หนึ่งพันสองร้อยห้าสิบบาทห้าสิบสตางค์) ณ ที่ว่าการอำเภอ")
    assert [(c.value, c.unit) for c in found] == [(Decimal("1250.50"), "บาท")]


def test_nothing_reaches_across_a_line() -> None:
    assert counts_of("จำนวน\n50\nคน") == []
    assert counts_of("ผู้สมัคร\n50 คน")[0].of is None


@pytest.mark.parametrize(
    "text",
    [
        "ตั้งอยู่ในสถานประกอบการ 2,000 อัตรา",  # where, not what
        "พบผู้เสพยา ยึดของกลาง 26,000 ซอง",
        "ครบกำหนดใน 30 วัน",
    ],
)
def test_what_is_counted_stays_open_where_the_clause_does_not_tell(text: str) -> None:
    assert [count.of for count in counts_of(text)] == [None]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("ผู้บริหารของทั้ง 2 ประเทศร่วมลงนาม", "ประเทศ"),
        ("โครงการในพื้นที่ 12 จังหวัด", "จังหวัด"),
        ("ทั้งสองฝ่ายเห็นพ้อง", "ฝ่าย"),
    ],
)
def test_a_noun_as_unit_is_itself_what_is_counted(text: str, of: str) -> None:
    assert [text[c.of.start : c.of.end] for c in counts_of(text) if c.of] == [of]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("มอบรถกระบะ (สี่ประตู) จำนวน 3 คัน", "รถกระบะ"),  # an aside in brackets
        ("สินเชื่ออัตราดอกเบี้ยปีที่ 2 เพียง 3.5%", "สินเชื่ออัตราดอกเบี้ยปีที่ 2"),  # an ordinal is no count
        ("มีจำนวนกระชัง 40 กระชัง", "กระชัง"),
        ("เด็กหญิงคนหนึ่ง อายุ 9 ปี", "อายุ"),
        ("อุบัติเหตุครั้งนี้ เสียชีวิต 2 ราย", "เสียชีวิต"),
        ("เปิดเผยถึงระยะทาง 12 กิโลเมตร", "ระยะทาง"),
        ("กระทรวงใช้งบประมาณ 24.5 ล้านบาท", "งบประมาณ"),
    ],
)
def test_what_is_counted(text: str, of: str) -> None:
    assert [c.of and text[c.of.start : c.of.end] for c in counts_of(text)] == [of]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ลงนามบันทึก จำนวน 4 ปฏิญญา", [(4, "ปฏิญญา", "บันทึก")]),
        ("อีกจำนวนหนึ่ง ดังนั้น", []),
        ("จำนวน 250,000 ต่อปี", [(250_000, "", None)]),
    ],
)
def test_a_noun_behind_a_quantity_is_a_unit_though_no_table_has_it(
    text: str, expected: list[tuple[int, str, str]]
) -> None:
    found = [(c.value, c.unit, c.of and text[c.of.start : c.of.end]) for c in counts_of(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("มีผู้สมัครเพิ่มขึ้นจาก 40 ราย เป็น 65 ราย", [("from", "ผู้สมัคร"), ("to", "ผู้สมัคร")]),
        ("ลดเวลารอคอยจากเดิม 3 ชั่วโมง เหลือ 20 นาที", [("from", "เวลารอคอย"), ("to", None)]),
        ("มีผู้สมัคร 65 ราย เพิ่มขึ้นร้อยละ 12", [(None, "ผู้สมัคร"), ("up", "ผู้สมัคร")]),
        ("ผู้สมัคร 65 ราย ลดลงจากปีก่อนร้อยละ 12", [(None, "ผู้สมัคร"), ("down", "ผู้สมัคร")]),
        ("ปริมาณฝนลดลงเมื่อเทียบกับช่วงเดียวกันของปีก่อน ร้อยละ 9", [("down", "ปริมาณฝน")]),
        ("รายได้เพิ่มขึ้นเป็น 900 ล้านบาท", [("to", "รายได้")]),
        ("เกษตรกร 120 ราย คิดเป็นร้อยละ 60", [(None, "เกษตรกร"), (None, "เกษตรกร")]),
        ("ผู้สมัคร 30 ราย (ร้อยละ 15)", [(None, "ผู้สมัคร"), (None, "ผู้สมัคร")]),
        ("รับข้อมูลจาก 5 จังหวัด", [(None, "จังหวัด")]),  # no level is left
        ("มอบส่วนลด 50 บาท", [(None, "ส่วนลด")]),  # the letters of ลด
        ("ผู้สมัคร 30 ราย เป็นชาย 12 ราย", [(None, "ผู้สมัคร"), (None, "ชาย")]),
    ],
)
def test_how_a_count_hangs_on_the_one_before_it(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert [(c.change, c.of and text[c.of.start : c.of.end]) for c in counts_of(text)] == expected


def test_change_reaches_the_article() -> None:
    article = extract("ผู้สมัครเพิ่มขึ้นจาก 40 ราย เป็น 65 ราย")
    assert [(c.value, c.change) for c in article.counts] == [(40, "from"), (65, "to")]


def test_the_units_hold_together() -> None:
    forms = [form for row in table("units") for form in (row["word"], *values(row["forms"]))]
    assert len(forms) == len(set(forms))
    assert {row["type"] for row in table("units")} == KINDS
    unread = [form for form in forms if (found := unit_at(form, 0)) is None or found[1] != len(form)]
    assert unread == []


@pytest.mark.gold
def test_counts_of_the_annotated_articles(gold: Path) -> None:
    """The goal of the counts list: F1 of 0.90 on the development articles."""
    paths = sorted(p for p in gold.glob("*.json") if not p.name.endswith(".gold.json"))
    articles = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    hits = found = wanted = 0
    for path, article in zip(paths, extract_many(articles), strict=True):
        annotated = json.loads(path.with_suffix("").with_suffix(".gold.json").read_text(encoding="utf-8"))
        right = {(round(c["value"], 6), c["unit"].replace("ร้อยละ", "%")) for c in annotated["counts"]}
        read = {(round(c.value, 6), c.unit) for c in article.counts}  # type: ignore[union-attr]
        hits, found, wanted = hits + len(right & read), found + len(read), wanted + len(right)
    assert 2 * hits / (found + wanted) >= 0.90


def test_a_date_may_stand_between_what_is_counted_and_its_number() -> None:
    count = extract("มียอดผู้ป่วยสะสมตั้งแต่ 1 เม.ย. 64 จำนวน 2,170,198 ราย").counts[0]
    assert (count.of, count.value) == ("ยอดผู้ป่วย", 2170198)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("ค่าบัตร 300 บาท", "THB"),
        ("ค่าบัตร ฿300", "THB"),
        ("ค่าบัตร 300฿", "THB"),
        ("fee of THB300", "THB"),
        ("เบิกแล้ว 40 ลบ.", "THB"),
        ("ขึ้นราคา 25 สตางค์", "THB"),
        ("ลงทุน 40 ล้านเหรียญสหรัฐฯ", "USD"),
        ("ลงทุน 40 ล้านดอลลาร์", "USD"),
        ("ลงทุน $40 million", "USD"),
        ("ลงทุน S$40", "SGD"),
        ("ลงทุน 40 ล้านดอลลาร์ออสเตรเลีย", "AUD"),
        ("กู้เงิน 5 พันล้านเยน", "JPY"),
        ("กู้เงิน €5 million", "EUR"),
        ("จ่าย 90 เปโซ", None),
        ("ผู้สมัคร 90 คน", None),
    ],
)
def test_the_currency_is_its_iso_code(text: str, currency: str | None) -> None:
    assert [count.currency for count in extract(text).counts] == [currency]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("เด็กอายุ 5 - 7 ปี", [(5, 5, 7), (7, 5, 7)]),
        ("วงเงิน 3.0 ถึง 4.5 ล้านบาท", [(3e6, 3e6, 4.5e6), (4.5e6, 3e6, 4.5e6)]),
        ("ราคา 10 บาท ถึง 15 บาท", [(10, 10, 15), (15, 10, 15)]),
        ("ติดลบ 3-4%", [(-3, -4, -3), (-4, -4, -3)]),
        ("ประเภท 5, 6 และ 7 คน", [(5, None, None), (6, None, None), (7, None, None)]),
        ("ผู้สมัคร 9 คน", [(9, None, None)]),
    ],
)
def test_the_ends_of_a_range(text: str, ends: list[tuple[float, float | None, float | None]]) -> None:
    assert [(count.value, count.low, count.high) for count in extract(text).counts] == ends


@pytest.mark.parametrize(
    ("text", "warned"),
    [
        ("วงเงิน 100,000,000,000 ล้านบาท", True),
        ("ผู้ชม 20,000 ล้านคน", True),
        ("หนี้ 9 ล้านล้านล้านบาท", True),
        ("งบประมาณ 3.75 ล้านล้านบาท", False),
        ("ผู้ชม 20,000 คน", False),
    ],
)
def test_a_figure_that_cannot_be_true_is_warned_of(text: str, warned: bool) -> None:
    article = extract(text)
    assert any("cannot be true" in warning for warning in article.warnings) is warned
    assert article.counts


@pytest.mark.parametrize("text", ["ขายที่สี่ร้อยสามจุดศูนย์เก้าบาท", "ลดลงศูนย์จุดห้าเปอร์เซ็นต์", "เวลาศูนย์นาฬิกาสิบนาที"])
def test_nought_in_words_is_no_centre(text: str) -> None:
    assert extract(text).organizations == ()


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("มีวัดทั้งหมด 45 แห่ง ย้ายไปขึ้นกับ อบต. แล้ว จำนวน 12 แห่ง", ["วัด", None]),
        ("ย้ายไปสังกัด อบจ. แล้ว จำนวน 31 แห่ง", [None]),
        ("ผู้ติดเชื้อโควิด-19 เพิ่ม 52 คน", ["ผู้ติดเชื้อโควิด-19"]),
        ("วัคซีนโควิด-19 จำนวน 300 โดส", ["วัคซีนโควิด-19"]),
        ("โรงเรียนที่มีนักเรียนต่ำกว่า 65 คน", ["นักเรียน"]),
        ("ข้าวเปลือกที่มีความชื้นไม่เกินร้อยละ 15", ["ความชื้น"]),
        ("มอบถุงให้กับ อสม. 30 คน", ["อสม."]),
    ],
)
def test_a_clause_tells_what_is_counted(text: str, of: list[str | None]) -> None:
    assert [count.of for count in extract(text).counts] == of
