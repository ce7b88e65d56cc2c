"""The dates package against its corpus of cases, and the contract of its functions."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pandas
import polars
import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from case_tables import rows, unmarked
from thai_newsie import dates
from thai_newsie.document import Document
from thai_newsie.lexicon import Lexicon, table, using
from thai_newsie.provenance import Trace
from thai_newsie.text.characters import THAI_DIGITS

CASES = Path(__file__).parent / "cases"


POSITIVE, NEGATIVE, TIMES = (rows(CASES / f"{name}.tsv") for name in ("dates", "dates-negative", "times"))


def test_the_corpus_is_as_large_as_promised() -> None:
    assert len({row["text"] for row in POSITIVE}) >= 400
    assert len({row["text"] for row in NEGATIVE}) >= 150


@pytest.mark.parametrize("row", POSITIVE, ids=lambda row: row["text"])
def test_reads(row: dict[str, str]) -> None:
    text, start, end = unmarked(row["text"])
    found = dates.find(text, row["anchor"] or None)
    here = [(f.start, f.end, f.value, f.kind) for f in found if f.start < end and f.end > start]
    assert here == [(start, end, row["value"], row["kind"])]


@pytest.mark.parametrize("row", POSITIVE, ids=lambda row: row["text"])
def test_reads_thai_digits_alike(row: dict[str, str]) -> None:
    text, start, end = unmarked(row["text"])
    thai = text.translate(str.maketrans("0123456789", THAI_DIGITS))
    assert (start, end, row["value"]) in [
        (f.start, f.end, f.value) for f in dates.find(thai, row["anchor"] or None)
    ]


@pytest.mark.parametrize("row", TIMES, ids=lambda row: row["text"])
def test_reads_times(row: dict[str, str]) -> None:
    text, start, end = unmarked(row["text"])
    found = dates.find_times(text)
    assert [(c.start, c.end, c.value) for c in found if c.start < end and c.end > start] == [
        (start, end, row["value"])
    ]


@pytest.mark.parametrize("row", NEGATIVE, ids=lambda row: row["text"])
def test_leaves_alone(row: dict[str, str]) -> None:
    assert dates.find(row["text"], "2021-06-08") == []
    assert dates.find_times(row["text"]) == []


def test_values_are_edtf() -> None:
    values = {
        f.value for row in POSITIVE for f in dates.find(unmarked(row["text"])[0], row["anchor"] or None)
    }
    for value in values - {""}:
        parse_edtf(value)


def test_every_rule_is_a_row_of_the_table() -> None:
    codes = {row["code"] for row in table("date_rules")}
    read: set[str] = set()
    for row in POSITIVE + TIMES:
        text = unmarked(row["text"])[0]
        read |= {f.rule for f in [*dates.find(text, row.get("anchor") or None), *dates.find_times(text)]}
    assert read <= codes
    joined = {code for code in codes if code.endswith((".range", ".open"))} - {"clock.range"}
    assert codes - read <= joined | {
        "loose"
    }  # the cases hold every rule; the examples of the table hold the rest


@pytest.mark.parametrize("row", table("date_rules"), ids=lambda row: row["code"])
def test_the_examples_of_the_rules_hold(row: dict[str, str]) -> None:
    text, anchor = row["example"], "2022-06-08"
    found = [*dates.find(text, anchor), *dates.find_times(text)] or [dates.parse(text, anchor)]
    assert [item and item.rule for item in found] == [row["code"]]


@pytest.mark.parametrize(
    ("text", "piece", "rule", "reason"),
    [
        ("เข้าใจทุกวันนี้", "วันนี้", "relative.day", "every day is meant"),
        ("หลายปีที่ผ่านมา", "ปีที่ผ่านมา", "relative.counted", "a duration, or a comparison"),
        ("60 วันก่อนวันเปิดรับ", "60 วันก่อน", "relative.counted", "เมื่อ does not stand before the number"),
        ("เดือนก่อนคลอด", "เดือนก่อน", "relative.month", "no word such as เมื่อ"),
        ("ปีก่อนหน้า", "ปีก่อน", "relative.year", "no word such as เมื่อ"),
        ("เมื่อปีก่อนหน้า", "ปีก่อน", "relative.year", "make it another word"),
        ("วันที่ 5 ธันวาคมของทุกปี", "5 ธันวาคม", "day", "comes again every year"),
        ("วันวิสาขบูชา", "วันวิสาขบูชา", "holiday", "no year follows"),
        ("สำนักงาน ก.พ. เห็นว่า", "ก.พ.", "month", "a short form of a month"),
        ("ก.พ.ร. เห็นชอบ", "ก.พ.", "month", "another abbreviation"),
        ("May I help you", "May", "month", "an English word"),
        ("ครั้งที่ 3 เมษายน 2564", "3", "day", "the number is no day"),
        ("โควิด-19 เมษายน 2564", "19", "day", "the number is no day"),
        ("ครบ 3 เดือนเมษายน 2564", "3", "day", "the number counts months"),
        ("ฉบับลงวันที่ 12, 3 มกราคม 2564", "12", "day", "do not ascend"),
        ("May 5, 9999", "May 5, 9999", "day.month_first", "no year"),
        ("มอก. 2540", "2540", "year.year", "no word before it"),
        ("ปีละ 67 ปี 65 คน", "ปี 65", "year.year", "count what follows"),
        ("อายุ 15 ปี 67 ล้านคน", "ปี 67", "year.year", "count what follows"),
        ("อายุ 15 ปี 67 เท่านั้น", "ปี 67", "year.year", "the unit of the number before it"),
        ("ร.ศ. 9999", "ร.ศ. 9999", "year.old_era", "no year of the era"),
        ("ครั้งที่ 5/3/2564", "5/3/2564", "day.figures", "the number of a document"),
        ("เนื้อที่ 24-1-80 ไร่", "24-1-80", "day.figures", "an amount"),
        ("ข้อ 3.12.65", "3.12.65", "day.figures", "parted by dots"),
        ("31-13-2564", "31-13-2564", "day.figures", "no day of a month"),
        ("6 เดือนของปี", "เดือน", "first_months", "neither a number"),
        ("ไตรมาส 1/9999", "ไตรมาส 1/9999", "quarter", "no year"),
        ("28 สิงหาคมปีที่แล้ว", "ปีที่แล้ว", "relative.year", "tells the year of the date before it"),
        ("วันนี้ (8 มิถุนายน 2564)", "วันนี้", "relative.day", "the date beside it says which day it is"),
        ("จำนวน 12 น.อ. สมชาย", "12 น.", "clock", "a rank"),
        ("24.30 น.", "24.30 น.", "clock", "no time is later"),
        ("โจมตีสอง", "ตีสอง", "clock.spoken", "another word"),
    ],
)
def test_rejections_are_explained(text: str, piece: str, rule: str, reason: str) -> None:
    found = [(text[r.start : r.end], r.rule, r.reason) for r in dates.rejections(text, "2021-06-08")]
    assert any(f[:2] == (piece, rule) and reason in f[2] for f in found), found


def test_an_article_s_trace_has_the_rejections() -> None:
    trace = Trace()
    document = Document.from_text("เมื่อ ๖ เดือนก่อน และ หลายปีที่ผ่านมา เวลา 24.30 น.")
    document.trace = trace
    dates.fill(document)
    assert [(r.list, document.text[r.start : r.end]) for r in trace.rejections] == [
        ("dates", "ปีที่ผ่านมา"),
        ("times", "24.30 น."),
    ]


def test_what_is_part_of_a_date_is_no_rejection() -> None:
    for row in POSITIVE:
        text, start, end = unmarked(row["text"])
        for rejection in dates.rejections(text, row["anchor"] or None):
            assert not (start <= rejection.start and rejection.end <= end), rejection


@pytest.mark.parametrize("row", NEGATIVE, ids=lambda row: row["text"])
def test_the_cases_that_are_no_dates_have_reasons(row: dict[str, str]) -> None:
    for rejection in dates.rejections(row["text"], "2021-06-08"):
        assert rejection.reason
        assert 0 <= rejection.start < rejection.end <= len(row["text"])


def test_a_user_s_row_is_a_new_date_form(tmp_path: Path) -> None:
    rows = (
        "อีก {number} วันข้างหน้า\tday\t1\tmine",
        "วัน{weekday} ถัดไป\tweek\t1\tmine",
        "(วันที่) {day} (เดือนถัดไป)\tmonth\t1\tmine",
    )
    table = "\n".join(("word\tunit\toffset\tsource", *rows))
    (tmp_path / "relative_dates.tsv").write_text(table, encoding="utf-8")
    text = "อีก 3 วันข้างหน้า วันศุกร์ถัดไป และวันที่ 2 เดือนถัดไป"
    with using(Lexicon([tmp_path])):
        assert [(f.text, f.value) for f in dates.find(text, "2021-06-08")] == [
            ("อีก 3 วันข้างหน้า", "2021-06-11"),
            ("วันศุกร์ถัดไป", "2021-06-18"),
            ("2", "2021-07-02"),
        ]


@pytest.mark.parametrize(
    ("text", "anchor", "value", "warning"),
    [
        ("วันศุกร์ที่ 8 มิถุนายน 2564", None, "2021-06-08", "2021-06-08 is a Tuesday, not a Friday"),
        ("30 กุมภาพันธ์ 2564", None, "2021-02-28", "2021-02-30 does not exist"),
        ("ณ วันที่ 7 มิ.ย. 2664 มียอดสะสม", "2021-06-08", "2021-06-07", "the year 2664 is a misprint"),
        ("ณ วันที่ 7 มิ.ย. 25664", "2021-06-08", "2021-06-07", "'25664' is no year"),
        ("วันนี้ (5 มกราคม 2563)", "2021-01-06", "2021-01-05", "contradicts the page's date"),
        ("10 มีนาคม 2565 - 5 กุมภาพันธ์ 2565", None, "2021-03-10/2022-02-05", "runs backwards"),
        ("28 - 2 เมษายน 2565", None, "2022-03-28/2022-04-02", "runs backwards"),
        ("พ.ศ. 2566 - 2557", None, "2014/2023", "runs backwards"),
    ],
)
def test_contradictions_are_told(text: str, anchor: str | None, value: str, warning: str) -> None:
    (found,) = dates.find(text, anchor)
    assert found.value == value
    assert any(warning in told for told in found.warnings)


def test_nothing_is_told_where_all_is_well() -> None:
    assert [f.warnings for f in dates.find("วันอังคารที่ 8 มิถุนายน 2564 - 29 กุมภาพันธ์ 2567")] == [()]


def test_without_an_anchor_today_is_unresolved() -> None:
    assert [(f.text, f.value) for f in dates.find("แถลงข่าววันนี้ และสัปดาห์หน้า")] == [
        ("วันนี้", ""),
        ("สัปดาห์หน้า", ""),
    ]


def test_the_own_day_goes_before_the_anchor() -> None:
    text = "วันนี้ (8 มิถุนายน 2564) แจ้งว่าพรุ่งนี้จะปิดทำการ"
    assert [f.value for f in dates.find(text, "2021-07-01")] == ["2021-06-08", "2021-06-09"]


def test_offsets_are_those_of_the_text_given() -> None:
    text = "กระทําการ\u200bเมื่อ\u00a0๘\u00a0มิ.ย.\u200b 2564"
    (found,) = dates.find(text)
    assert found.text == text[found.start : found.end] == "๘\u00a0มิ.ย.\u200b 2564"
    assert found.value == "2021-06-08"


def test_no_date_crosses_a_line() -> None:
    assert [f.value for f in dates.find("เขตเลือกตั้งที่ 3\nกันยายน 2566")] == ["2023-09"]


@pytest.mark.parametrize("text", ["", "ครั้งที่ 1/2562", "3 มกราคม 2564 และ 5 มกราคม 2564"])
def test_parse_wants_exactly_one_date(text: str) -> None:
    assert dates.parse(text) is None


def test_parse_takes_an_anchor_of_either_form() -> None:
    for anchor in ("2021-06-08", date(2021, 6, 8)):
        found = dates.parse("พรุ่งนี้", anchor)
        assert found is not None
        assert found.value == "2021-06-09"
    with pytest.raises(ValueError):
        dates.parse("พรุ่งนี้", "เมื่อวาน")


def test_columns_keep_their_kind() -> None:
    cells = ["29 พ.ค. 62", None, "ไม่ระบุ"]
    assert dates.parse_column(cells) == ["2019-05-29", None, None]
    series = dates.parse_column(pandas.Series(cells, index=[7, 8, 9], name="when"))
    assert (series.name, list(series.index), list(series)) == ("when", [7, 8, 9], ["2019-05-29", None, None])


def test_columns_of_polars_keep_their_kind() -> None:
    series = dates.parse_column(polars.Series("when", ["29 พ.ค. 62", None]))
    assert (series.name, series.to_list()) == ("when", ["2019-05-29", None])


@pytest.mark.parametrize(
    ("name", "announced"),
    # The days of the cabinet's lists of public holidays.
    [
        ("วันมาฆบูชา", "2014-02-14 2015-03-04 2016-02-22 2017-02-11 2018-03-01 2019-02-19 2020-02-08 2021-02-26 2022-02-16 2023-03-06 2024-02-24 2025-02-12"),
        ("วันวิสาขบูชา", "2014-05-13 2015-06-01 2016-05-20 2017-05-10 2018-05-29 2019-05-18 2020-05-06 2021-05-26 2022-05-15 2023-06-03 2024-05-22 2025-05-11"),
        ("วันอาสาฬหบูชา", "2014-07-11 2015-07-30 2016-07-19 2017-07-08 2018-07-27 2019-07-16 2020-07-05 2021-07-24 2022-07-13 2023-08-01 2024-07-20 2025-07-10"),
    ],
)  # fmt: skip
def test_the_moon_keeps_the_announced_days(name: str, announced: str) -> None:
    for day in announced.split():
        found = dates.parse(f"{name} {dates.to_be(int(day[:4]))}")
        assert found is not None
        assert found.value == day


@given(st.dates(date(1941, 1, 1), date(2150, 12, 31)), st.sampled_from(["word", "abbreviations", "english"]))
def test_every_day_comes_back(day: date, column: str) -> None:
    month = table("months")[day.month - 1][column].partition("|")[0]
    found = dates.parse(f"{day.day} {month} {dates.to_be(day.year)}")
    assert found is not None
    assert datetime.fromisoformat(found.value).date() == day


@given(st.text(alphabet="0123456789 -–/.,:()กมค.พ.ศ.ถึงและวันที่ปีเดือนนี้น.โมง\n"))
def test_never_fails_and_never_lies(text: str) -> None:
    for found in [*dates.find(text, "2021-06-08"), *dates.find_times(text)]:
        assert text[found.start : found.end] == found.text
        assert found.start < found.end
        assert "\n" not in found.text


@pytest.mark.parametrize(
    "text", ["ค.ศ. 9999", "ปีงบประมาณ 9999", "ไตรมาส 1/9999", "ร.ศ. 9999", "May 1, 9999", "31/12/9999"]
)
def test_years_beyond_the_calendar_are_none(text: str) -> None:
    assert dates.find(text, "2021-06-08") == []


@pytest.mark.parametrize("anchor", ["0001-01-01", "9999-12-31"])
def test_an_anchor_at_the_calendar_s_end_is_no_anchor(anchor: str) -> None:
    for text in ("เมื่อวานนี้", "พรุ่งนี้", "ปีหน้า", "8 มิถุนายน", "วันศุกร์หน้า", "สัปดาห์หน้า", "ปีงบประมาณหน้า"):
        assert all(found.value in ("", "XXXX-06-08") for found in dates.find(text, anchor))


def test_the_lines_of_a_calendar_go_forward_from_its_first_day() -> None:
    calendar = "Holidays:\nJanuary 2 New Year\nJune 5 substitute\nJuly 28 birthday\nDecember 5 birthday"
    assert [day.value for day in dates.find(calendar, "2023-01-12")] == [
        "2023-01-02",
        "2023-06-05",
        "2023-07-28",
        "2023-12-05",
    ]


def test_a_range_may_go_on_in_the_next_line() -> None:
    for text in (
        "ปิดเขื่อนระหว่างเดือน พฤศจิกายน 2566\nถึง มกราคม 2567",
        "ปิดเขื่อนระหว่างเดือน พฤศจิกายน 2566 ถึง\nมกราคม 2567",
        "ปิดเขื่อนระหว่างเดือน พฤศจิกายน 2566 -\nมกราคม 2567",
    ):
        assert [found.value for found in dates.find(text)] == ["2023-11/2024-01"]
    assert len(dates.find("ธันวาคม 2566\n- มกราคม 2567")) == 2  # a list
