"""Schemas of the tables of data/text, data/io, data/report and data/entities."""

from __future__ import annotations

import re

from thai_newsie.lexicon.schemas.parts import Column, TableSchema, type_column, word_column

OTHERS_TABLES = (
    TableSchema(
        "lost_sara_am",
        "text",
        "a word with ำ that is no word without it: where a text has ตาบล for ตำบล, the ำ of its words were lost",
        (word_column("The word, with its ำ."),),
        notes="Without its ำ the word is in next to none of the articles in which other words have theirs.",
        row_fault=lambda row: "" if "ำ" in row["word"] else "the word has no ำ",
    ),
    TableSchema(
        "common_words",
        "text",
        "a word that nearly every article has; a text with hardly any of them is not read rightly, and says so",
        (word_column("The word."),),
    ),
    TableSchema(
        "page_labels",
        "io",
        "words on a page of a government site that tell of the page: before its date or source (เผยแพร่เมื่อ, ที่มา), or around the text (ภาพ/ข่าว, ดูภาพทั้งหมด)",
        (
            word_column("The words."),
            type_column(
                "What follows the words.",
                {
                    "date": "the page's date",
                    "time": "its clock time",
                    "source": "the agency that sent it",
                    "credit": "behind a colon, who wrote or photographed; nobody of the news",
                    "counter": "the number of those who read the page",
                    "counter_unit": "nothing: the unit behind the number of a counter",
                    "link": "nothing: the words are a line by themselves, and lead elsewhere",
                    "site": "a title; the words are the name of the site before it",
                },
            ),
        ),
        key=("word", "type"),
    ),
    TableSchema(
        "province_tiles",
        "report",
        "a province's tile on the map of the report",
        (
            Column("code", "The code of the province.", required=True, pattern=re.compile("[0-9]{2}")),
            word_column("The name of the province."),
            Column("short", "What is written on the tile.", required=True),
            Column("short_english", "What is written on the tile in English.", required=True),
            Column(
                "row", "The row from the north; the first is 0.", required=True, pattern=re.compile("[0-9]+")
            ),
            Column(
                "column",
                "The column from the west; the first is 0.",
                required=True,
                pattern=re.compile("[0-9]+"),
            ),
        ),
        key=("code",),
        notes="The tiles stand so that their neighbours make the shape of Thailand. What matters is who lies beside whom, not distances.",
    ),
    TableSchema(
        "entity_confidence",
        "entities",
        "the share of the rules' entities of a type that is right, measured by `benchmarks/entity_confidence.py` on annotated articles",
        (
            type_column(
                "The label of the entities.",
                {"PERSON": "persons", "ORGANIZATION": "organizations", "LOCATION": "places"},
                name="label",
            ),
            type_column(
                "How the entities are found.",
                {"lexicon": "by a table", "pattern": "by a pattern"},
                name="found_by",
            ),
            Column(
                "type",
                "The type of the organization or the place; * is all of them together; empty where it is not known.",
            ),
            Column(
                "confidence",
                "The share, from 0 to 1.",
                required=True,
                pattern=re.compile(r"0(\.[0-9]+)?|1(\.0+)?"),
            ),
        ),
        key=("label", "found_by", "type"),
        notes="`source` is the cases: how many of how many are right.",
    ),
)
