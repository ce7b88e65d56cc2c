"""Schemas of the tables of data/numbers."""

from __future__ import annotations

from thai_newsie.lexicon.schemas.parts import (
    DECIMAL,
    Column,
    Flag,
    TableSchema,
    not_column,
    type_column,
    word_column,
)

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
    ),
)
