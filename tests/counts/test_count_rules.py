"""Where counts come from, what counts nothing and why, and how a user's rows change both."""

from __future__ import annotations

from pathlib import Path

import pytest

from thai_newsie import Config, explain, extract


def rules(text: str) -> list[tuple[str, str]]:
    return [(count.text, count.rule) for count in extract(text).counts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("มีผู้เข้าร่วม 5 คน", ["units:คน"]),
        ("มีผู้ได้รับผลกระทบ 40 หลังคาเรือน", ["units:ครัวเรือน"]),  # the row, whatever form stands in the text
        ("มีผู้เข้าร่วมไม่เกิน 5 คน", ["units:คน + count_modifiers:ไม่เกิน"]),
        ("ผู้มีอายุ 60 ปีขึ้นไป", ["units:ปี + count_modifiers:ขึ้นไป"]),
        ("ใช้เวลา 2 เดือนครึ่ง", ["units:เดือน + counts_words:ครึ่ง"]),
        ("ใช้งบ 40 กว่าล้านบาท", ["units:บาท + pattern:more_within_number"]),
        ("คิดเป็นร้อยละ 5", ["counts_words:ร้อยละ"]),
        ("ไทยอยู่อันดับที่ 3 ของโลก", ["counts_words:อันดับที่"]),
        (
            "มีผู้สมัคร 65 ราย เพิ่มขึ้นร้อยละ 12",
            ["units:ราย", "counts_words:ร้อยละ + count_links:เพิ่มขึ้น"],
        ),
        (
            "มีผู้สมัครเพิ่มขึ้นจาก 40 ราย เป็น 65 ราย",
            ["units:ราย + count_links:จาก", "units:ราย + count_links:เป็น"],
        ),
        ("ลงนามบันทึก จำนวน 4 ปฏิญญา", ["counts_words:จำนวน + pattern:noun_as_unit"]),
        ("จำนวน 250,000 ต่อปี", ["counts_words:จำนวน"]),
        ("ประชาชน 1 ใน 5 ของประเทศ", ["pattern:part_of_whole"]),
        ("ประชาชนครึ่งหนึ่ง", ["pattern:half"]),
        ("วงเงิน 6 หมื่นล้าน", ["pattern:amount_without_unit"]),
    ],
)
def test_a_count_names_the_rows_and_patterns_that_made_it(text: str, expected: list[str]) -> None:
    assert [rule for _, rule in rules(text)] == expected


@pytest.mark.parametrize(
    ("text", "number", "rule", "reason"),
    [
        ("ตามมาตรา 44 คน", "44", "number_labels:มาตรา", "the number is a label"),
        ("เข้าพักห้อง 301 อาคาร", "301", "number_labels:ห้อง", "the number is a label"),
        ("มี 5 รายได้", "5", "units:ราย", "ราย is part of another word"),
        ("แก๊สโซฮอล์ 95 ลิตรละ 38.15 บาท", "95", "units:ลิตร", "ลิตร belongs to the number behind it"),
        ("วันที่ 5 มกราคม 2565", "2565", "pattern:date", "the date or time 5 มกราคม 2565"),
        ("โครงการ 2568 โครงการ", "2568", "pattern:year", "the number is a year"),
        ("สายด่วน สคบ. 1166 แอปพลิเคชัน", "1166", "counts_words:สายด่วน", "a telephone number"),
        ("2.1 โครงการพัฒนาแหล่งน้ำ", "2.1", "pattern:heading_number", "the number of a heading"),
        ("ซอยรามคำแหง 29 แขวงหัวหมาก", "29", "", ""),
        ("มีหลายหมื่นคน", "หมื่น", "pattern:vague_number", "names no certain number"),
        (
            "เป็นเงิน 53 บาท (ห้าสิบสามบาท)",
            "ห้าสิบสาม",
            "pattern:amount_in_words",
            "says the amount before it again",
        ),
        ("พบ 17 ณ ที่นั่น", "17", "pattern:number", "no unit stands behind the number"),
    ],
)
def test_a_number_that_counts_nothing_is_reported_with_the_reason(
    text: str, number: str, rule: str, reason: str
) -> None:
    rejected = [finding for finding in explain(text).about(number).rejected if finding.list == "counts"]
    assert len(rejected) == 1
    assert rejected[0].rule.startswith(rule)
    assert reason in rejected[0].reason


def own_rows(folder: Path, table: str, *lines: str) -> Config:
    (folder / f"{table}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Config(tables=folder)


def test_a_word_of_a_pattern_is_a_row_that_a_user_adds(tmp_path: Path) -> None:
    text = "คิดเป็นสัดส่วน 12 ของทั้งหมด"
    assert not extract(text).counts
    config = own_rows(tmp_path, "counts_words", "word\ttype\tsource", "สัดส่วน\tpercent\ttest")
    (count,) = extract(text, config=config).counts
    assert (count.value, count.unit, count.rule) == (12, "%", "counts_words:สัดส่วน")


def test_a_list_without_rows_matches_nowhere(tmp_path: Path) -> None:
    text = "ใช้เวลา 2 เดือนครึ่ง คิดเป็นร้อยละ 5"
    lines = ("word\ttype\tflags\tsource", "ครึ่ง\thalf\t-\ttest", "ร้อยละ\tpercent\t-\ttest")
    (count,) = extract(text, config=own_rows(tmp_path, "counts_words", *lines)).counts
    assert (count.value, count.rule) == (2, "units:เดือน")


def test_the_count_before_is_replaced_and_not_edited() -> None:
    old, new = extract("มีผู้สมัครเพิ่มขึ้นจาก 40 ราย เป็น 65 ราย").counts
    assert (old.change, new.change) == ("from", "to")
