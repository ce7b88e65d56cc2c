"""Schemas of the tables of data/recognizer."""

from __future__ import annotations

from thai_newsie.lexicon.schemas.parts import TableSchema, type_column, word_column

RECOGNIZER_TABLES = (
    TableSchema(
        "token_words",
        "recognizer",
        "a word at whose edges the statistical recognizer cuts a longer word of the dictionary (ปลัด + กระทรวง, คน + ไทย)",
        (
            word_column("The word. A name often begins with it, or ends before it."),
            type_column(
                "Where in the longer word it counts.",
                {
                    "inner": "anywhere but at the beginning (ปลัดกระทรวง)",
                    "first": "at the beginning only (คนไทย, ในประเทศ)",
                },
            ),
        ),
        key=("word", "type"),
        notes="The shipped model was trained with these rows. It reads worse with others, until it is trained anew.",
    ),
)
