"""Schemas of the tables of data/resolution."""

from __future__ import annotations

from thai_newsie.lexicon.schemas.parts import Column, Flag, TableSchema, type_column, word_column

RESOLUTION_TABLES = (
    TableSchema(
        "resolution_words",
        "resolution",
        "a word that tells which mentions mean the same",
        (
            word_column("The word."),
            type_column(
                "What the word is.",
                {
                    "legal_form": "the end of an organization's name that other mentions leave out (จำกัด)",
                    "before_abbreviation": "a word before an abbreviation; both together are the full name (สำนักงาน กกต.)",
                    "country_ending": "the end of a name that other mentions leave out (ธนาคารอิสลาม แห่งประเทศไทย)",
                    "wife_title": "the title of a woman who may share the family name of the man before her (นาย… และ นาง…)",
                    "place_head": "a first word of places that means the same as `full` (ทล. 32, ทางหลวงหมายเลข 32)",
                    "place_word": "a word anywhere in the name of a place that means the same as `full`",
                },
            ),
            Column("full", "The usual word, of the types `place_head` and `place_word`."),
        ),
        (
            Flag(
                "numbered",
                "`place_head`: a number follows and is part of the name, so that 3 and 32 are two places.",
            ),
        ),
        key=("word", "type"),
    ),
)
