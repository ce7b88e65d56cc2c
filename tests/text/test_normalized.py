"""The normalized text: its spelling, and the way back of every offset."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import thai_newsie
from genre import anything, texts
from thai_newsie.text.normalized import NormalizedText, storable

TABLE = Path(__file__).parent / "cases" / "spellings.tsv"
CASES = list(csv.DictReader(TABLE.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
any_text = anything | texts()


def unescaped(cell: str) -> str:
    """A cell of the table with its \\uXXXX, \\t … as characters; Thai letters stay as they are."""
    return cell.encode("latin-1", "backslashreplace").decode("unicode_escape")


@pytest.mark.parametrize("case", CASES, ids=[f"{case['why']}: {case['original']}" for case in CASES])
def test_real_spellings(case: dict[str, str]) -> None:
    original = unescaped(case["original"])
    normalized = NormalizedText(original)
    assert normalized.text == unescaped(case["normalized"])
    assert NormalizedText(normalized.text).text == normalized.text  # read once, it needs no second reading


@given(any_text)
def test_each_character_leads_back_in_order(original: str) -> None:
    normalized = NormalizedText(original)
    spans = [normalized.to_original(n, n + 1) for n in range(len(normalized.text))]
    assert all(0 <= start < end <= len(original) for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)
    assert [end for _, end in spans] == sorted(end for _, end in spans)


@given(any_text)
def test_every_place_leads_back(original: str) -> None:
    normalized = NormalizedText(original)
    places = [normalized.to_original(n, n) for n in range(len(normalized.text) + 1)]
    assert all(start == end and 0 <= start <= len(original) for start, end in places)
    assert places == sorted(places)


@given(any_text, st.data())
def test_a_span_covers_what_was_read(original: str, data: st.DataObject) -> None:
    """The original of a span, normalized by itself, holds the span; but for mends, which look at the words around."""
    normalized = NormalizedText(original)
    start = data.draw(st.integers(0, len(normalized.text)))
    end = data.draw(st.integers(start, len(normalized.text)))
    first, last = normalized.to_original(start, end)
    again = NormalizedText(original[first:last])
    assert normalized.text[start:end] in again.text or normalized.mended or again.mended


@given(any_text)
def test_lines_stay_apart(original: str) -> None:
    """The title ends where it ended: nothing is read across a line's end."""
    lines = original.split("\n")
    assert NormalizedText(original).text == "\n".join(NormalizedText(line).text for line in lines)


@given(any_text)
def test_text_that_needs_no_change_keeps_its_offsets(original: str) -> None:
    normalized = NormalizedText(original)
    if normalized.text == original:
        assert all(normalized.to_original(n, n) == (n, n) for n in range(len(original) + 1))


@given(anything)
def test_storable_is_as_long_and_can_be_written(text: str) -> None:
    clean = storable(text)
    assert len(clean) == len(text)
    assert clean.encode("utf-8").decode("utf-8") == clean
    assert all(new in (old, "\ufffd") for old, new in zip(text, clean, strict=True))


def test_invisible_characters_at_boundaries_stay_outside() -> None:
    normalized = NormalizedText("\u200bกรม\u200bข้าว\u200b ดี")
    start = normalized.text.index("กรมข้าว")
    assert normalized.to_original(start, start + 7) == (1, 9)


WRAPPED = [
    "กรมสรรพากรยกเว้นภาษีให้แก่ผู้บริจาคเพื่อสนับสนุนการศึกษา ระหว่างวันที่ 1",
    "ม.ค.2565 – 31 ธ.ค.2567 โดยบุคคลธรรมดาหักลดหย่อนภาษีได้ 2 เท่า และนิติบุคคล",
    "หักเป็นรายจ่ายได้ 2 เท่าของรายจ่ายที่บริจาคจริง แต่ไม่เกินร้อยละ 10 ของกำไร",
    "สุทธิก่อนหักรายจ่าย โดยจะต้องเป็นการบริจาคผ่านระบบอิเล็กทรอนิกส์ของกรมฯ",
    "เท่านั้น",
]
JOINED = " ".join(WRAPPED).replace("กำไร สุทธิ", "กำไรสุทธิ")  # one word, so the line's end stood within it


def test_lines_broken_at_a_width_are_joined_and_offsets_stay() -> None:
    text = "\n".join(["ข่าว", *WRAPPED])
    normalized = NormalizedText(text)
    assert normalized.text == "ข่าว\n" + JOINED
    article = thai_newsie.extract(text)
    (date,) = article.dates
    assert (date.text, date.value) == ("1\nม.ค.2565 – 31 ธ.ค.2567", "2022-01-01/2024-12-31")
    assert text[date.start : date.end] == date.text


def test_a_title_of_several_lines_is_not_joined_with_the_text() -> None:
    text = "\n".join([*WRAPPED[1:4], *WRAPPED[2:]])
    title = f"ข่าว\n{WRAPPED[0]}"  # it ends with "วันที่ 1", and the text begins with "ม.ค.2565"
    normalized = NormalizedText(f"{title}\n{text}", len(title))
    assert normalized.title_end == len(title)
    assert normalized.text == f"{title}\n" + text.replace("\n", " ").replace("กำไร สุทธิ", "กำไรสุทธิ")
    assert [date.text for date in thai_newsie.extract(text, title).dates] == ["ม.ค.2565 – 31 ธ.ค.2567"]


@given(any_text, any_text)
def test_the_title_ends_where_its_own_normalized_text_does(title: str, text: str) -> None:
    normalized = NormalizedText(f"{title}\n{text}", len(title))
    assert normalized.text[: normalized.title_end] == normalized_title(title)
    assert normalized.text[normalized.title_end] == "\n"


def normalized_title(title: str) -> str:
    return NormalizedText(f"{title}\n", len(title)).text[:-1]


@pytest.mark.parametrize(
    "lines",
    [
        [f"{n}. {line}" for n, line in enumerate(WRAPPED, 1)],
        [f"ผู้ป่วยรายที่ {n} {line}" for n, line in enumerate(WRAPPED)],
        WRAPPED[1:4],
        ["สวัสดี" * 3] * 9,
    ],
    ids=["a numbered list", "items that begin alike", "three lines that may end", "short lines"],
)
def test_other_lines_stay_lines(lines: list[str]) -> None:
    text = "\n".join(["ข่าว", *lines])
    assert NormalizedText(text).text == text
