"""Schemas of the tables of data/numbers."""

from __future__ import annotations

from collections.abc import Mapping

from thai_newsie.lexicon.schemas.parts import (
    DECIMAL,
    Column,
    Flag,
    TableSchema,
    not_column,
    type_column,
    word_column,
)


def _fault_of_number(row: Mapping[str, str]) -> str:
    if row["type"] != "fraction" and not row["value"].isdigit():
        return f"a row of the type “{row['type']}” needs a whole number in the column “value”, not “{row['value']}”"
    return ""


NUMBERS_TABLES = (
    TableSchema(
        "number_words",
        "numbers",
        "a word that numbers are written with",
        (
            word_column("The word."),
            type_column(
                "What the word does.",
                {
                    "digit": "stands for a number",
                    "scale": "multiplies what stands before it, also figures (4 พัน)",
                    "english": "multiplies figures in an English text (4 million)",
                    "fraction": "is a share of one by itself",
                },
            ),
            Column("value", "The number.", required=True, pattern=DECIMAL),
            not_column("With one of these directly behind it, the letters are another word."),
        ),
        (
            Flag("after_scale", "The word stands only behind a multiplier (สิบเอ็ด)."),
            Flag("before_ten", "The word stands only before สิบ (ยี่สิบ)."),
        ),
        row_fault=_fault_of_number,
    ),
    TableSchema(
        "number_marks",
        "numbers",
        "a word that makes a number in words a decimal or a negative one",
        (
            word_column("The word."),
            type_column(
                "What the word does.",
                {
                    "point": "stands for the decimal point, between the words of two numbers (สองจุดห้า)",
                    "zero": "is nought before or behind the decimal point; by itself it is another word (ศูนย์ is a centre)",
                    "minus": "before a number: makes it negative (ติดลบ 3 เปอร์เซ็นต์)",
                },
            ),
            not_column("With one of these directly before it (…), the letters are another word (ฝังก + ลบ)."),
        ),
        (
            Flag(
                "signed_units",
                "The word does so only before a share and a unit of `units` with the flag `signed` (ลบ 2 องศา, but ลบ 2 ข้อความ deletes).",
            ),
        ),
    ),
)
