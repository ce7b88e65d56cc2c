"""Schemas of the tables of data/text, data/io, data/report and data/entities."""

from __future__ import annotations

import re

from thai_newsie.lexicon.schemas.parts import Column, TableSchema, forms_column, type_column, word_column

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
        "words on a page of an agency's site that tell of the page: before its date or source (เผยแพร่เมื่อ, ที่มา), or around the text "
        "(ภาพ/ข่าว, อ่าน … ครั้ง)",
        (
            word_column("The words."),
            type_column(
                "What follows the words, or what they are.",
                {
                    "date": "the page's date",
                    "time": "its clock time",
                    "source": "the agency that sent it",
                    "credit": "behind a colon, who wrote or photographed; nobody of the news",
                    "author": "who put the article on the page, without a colon too (โดย, ผู้ดูแลระบบ)",
                    "counter": "the number of those who read the page",
                    "web_counter": "the same, on web pages only: in a text the words may tell news (ผู้ชม 20,000 คน)",
                    "counter_unit": "nothing: the unit behind the number of a counter",
                    "link": "nothing: the words are a line by themselves, a button or a link that leads elsewhere",
                    "network": "nothing: a network that an article can be shared on (Facebook)",
                    "other_news": "other news: the words are the heading above them",
                    "section": "a section of a site, at the beginning of its name (ข่าวประชาสัมพันธ์)",
                    "site": "a title; the words are the name of the site before it",
                    "site_head": "the rest of the name of a site, as behind the heads of organizations (จังหวัด)",
                    "rights": "the name of who has the rights, or of whom to ask (สงวนลิขสิทธิ์)",
                    "address": "the address of an agency, behind its name (เลขที่, โทร)",
                    "no_title": "nothing: a program wrote the words in place of a title",
                },
            ),
        ),
        key=("word", "type"),
    ),
    TableSchema(
        "column_names",
        "io",
        "a name of a column in people's tables, and what such a column holds (เนื้อหา, วันที่เผยแพร่)",
        (
            word_column("The name. Case, spaces, dots, hyphens and underscores do not count."),
            forms_column("Other names of the same rank."),
            type_column(
                "What the column holds.",
                {
                    "text": "the text of the article",
                    "title": "its title",
                    "published": "the day of publication",
                    "id": "its id",
                    "source": "who published it",
                    "url": "its address on the web",
                },
            ),
            Column(
                "rank",
                "How surely, from 1: of two columns of a table the one of the lower rank is meant, and two of the same are an error.",
                required=True,
                pattern=re.compile("[1-3]"),
            ),
        ),
        notes="A column with the name of the field itself (`text`, `title` …) always is the field.",
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
