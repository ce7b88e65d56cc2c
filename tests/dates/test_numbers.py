"""Numbers: their value and where they stand."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from case_tables import marked, rows
from thai_newsie.stages.number_words import words_value
from thai_newsie.stages.numbers import find_numbers
from thai_newsie.text.normalized import NormalizedText

CASES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("row", rows(CASES / "numbers.tsv"), ids=lambda row: row["text"])
def test_value_and_place(row: dict[str, str]) -> None:
    text, start, end = marked(row["text"])
    assert (start, end, Decimal(row["value"])) in [(n.start, n.end, n.value) for n in find_numbers(text)]


@pytest.mark.parametrize("row", rows(CASES / "numbers-negative.tsv"), ids=lambda row: row["text"])
def test_no_number(row: dict[str, str]) -> None:
    assert list(find_numbers(row["text"])) == []


@given(st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False))
def test_digits_keep_their_value(value: Decimal) -> None:
    assert [n.value for n in find_numbers(f"รวม {value:,} บาท")] == [value]


@given(st.text(alphabet="0123456789,. ๑สองสิบเอ็ดร้อยพันล้านกว่าครึ่งหนึ่ง-/A\n", max_size=60))
def test_numbers_stand_in_order(text: str) -> None:
    normalized = NormalizedText(text).text
    end = 0
    for number in find_numbers(normalized):
        assert end <= number.start < number.end <= len(normalized)
        assert "\n" not in normalized[number.start : number.end]
        end = number.end


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("ศูนย์", "0"),
        ("ลบหนึ่ง", "-1"),
        ("ลบหนึ่งร้อยล้านสี่แสนห้าพันยี่สิบเอ็ด", "-100405021"),
        ("ห้าสิบจุดเก้าห้า", "50.95"),
        ("ลบสองจุดห้า", "-2.5"),
    ],
)
def test_the_value_of_words(words: str, value: str) -> None:
    assert words_value(words) == Decimal(value)


@pytest.mark.parametrize("words", ["ห้าพันสี่หมื่น", "สองสาม", "ร้อยพันจุด"])
def test_words_that_make_no_number(words: str) -> None:
    assert words_value(words) is None
