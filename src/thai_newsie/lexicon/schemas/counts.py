"""Schemas of the tables of data/counts."""

from __future__ import annotations

import re

from thai_newsie.lexicon.schemas.parts import (
    UNIT_TYPES,
    Column,
    Flag,
    TableSchema,
    forms_column,
    not_column,
    type_column,
    word_column,
)

COUNTS_TABLES = (
    TableSchema(
        "units",
        "counts",
        "a word that follows a number and tells what it counts or measures in",
        (
            word_column("The word."),
            type_column("The type of unit.", UNIT_TYPES),
            forms_column("Other spellings of the same unit."),
            Column(
                "means",
                "The multiplier and the unit that the word stands for (ลบ. is 1000000 บาท).",
                pattern=re.compile("[0-9]{1,15} .+"),
            ),
            not_column("With one of these directly behind it, the letters are another word (ราย + การ)."),
        ),
        (
            Flag(
                "noun", "The word is a noun that names what is counted (2 จังหวัด), no mere classifier (2 แห่ง)."
            ),
            Flag(
                "opens_name",
                "The word also opens a name or a phrase of its own (ชั้น 3 อาคาร…, ครั้งที่ 2 โครงการ…).",
            ),
            Flag("signed", "A number of the unit may be below nought (-5 องศา, ลบ 2 จุด)."),
        ),
        notes="`source` tells how often the word follows a number in 8,934 articles of the government's site, 2020 to 2025.",
    ),
    TableSchema(
        "currencies",
        "counts",
        "a currency",
        (
            Column(
                "code", "The code of the currency in ISO 4217.", required=True, pattern=re.compile("[A-Z]{3}")
            ),
            Column("units", "The words of `units` that name it.", many=True),
            Column("hundredths", "The words of `units` that name a hundredth of it (สตางค์).", many=True),
            Column("signs", "What stands for it directly before or behind a number (฿500, 500฿).", many=True),
        ),
        key=("code",),
        notes="A word that several countries use for their own currencies (เปโซ, เรียล, โครน) has none here.",
    ),
    TableSchema(
        "counted_nouns",
        "counts",
        "a word by which a clause tells the noun that its number counts",
        (
            word_column("The word."),
            type_column(
                "What the word does.",
                {
                    "head": "opens a noun phrase that is counted; `unit_types` are those that it takes",
                    "break": "ends such a phrase, or comes before it; `unit_types` are those whose phrase it does not come before "
                    "(ใน + สถานประกอบการ)",
                    "verb": "a break whose object is what is counted",
                    "state": "tells by itself, directly before the number, if no phrase does (เสียชีวิต 5 ราย)",
                    "inside": "a break that may stand within a phrase (ผู้ได้รับผลกระทบ)",
                    "tail": "stands between the phrase and the number (เพิ่มขึ้น, รวมทั้งสิ้น)",
                    "lookalike": "is no such phrase itself",
                },
            ),
            type_column(
                "Types of units, as in `units`.", UNIT_TYPES, name="unit_types", required=False, many=True
            ),
        ),
        (
            Flag(
                "over_blank",
                "A break whose noun is not counted, also where a blank stands between them (กับ + อบจ.).",
            ),
        ),
        key=("word", "type"),
    ),
    TableSchema(
        "count_links",
        "counts",
        "words between a number and what stands before it",
        (
            word_column("The words."),
            type_column(
                "The change that the words tell (เพิ่มขึ้นร้อยละ 5, จาก 5 เป็น 6 ราย). Where it is empty, they hang the number on the one before it "
                "(50 ราย คิดเป็นร้อยละ 5).",
                {
                    "up": "the number is the difference, upwards",
                    "down": "the number is the difference, downwards",
                    "from": "the number is the old level",
                    "to": "the number is the new level",
                },
                required=False,
            ),
        ),
        (Flag("paired", "The words tell so only beside their partner (จาก … เป็น …)."),),
    ),
    TableSchema(
        "count_modifiers",
        "counts",
        "words that make a number a bound or an estimate (กว่า, ไม่เกิน)",
        (
            word_column("The words."),
            type_column(
                "Where the words stand.",
                {
                    "before": "before the number",
                    "within": "between the number and its unit",
                    "after": "behind the unit",
                },
            ),
            type_column(
                "What the words say of the number, as in the annotation guide.",
                {">": "more", "<": "less", ">=": "at least", "<=": "at most", "~": "about"},
                name="modifier",
            ),
            not_column(
                "With one of these directly before it (…), the letters are another word (งบ + ประมาณ, ค + ราว)."
            ),
        ),
        key=("word", "type"),
    ),
    TableSchema(
        "number_labels",
        "counts",
        "a word whose number is a label, not a count (มาตรา 44)",
        (
            word_column("The word."),
            type_column(
                "When the number is a label.",
                {
                    "always": "always",
                    "name": "only if what follows opens a name or a phrase of its own (ชั้น 3 อาคาร…, but ชั้น 3 หลัง)",
                    "series": "as `name`, but not where a number counts the word itself (3 ระดับ 5 กลไก)",
                    "words": "where the word makes a number in words part of a name or a turn of speech (คลองสองห้อง, อีกหนึ่งช่องทาง)",
                },
            ),
        ),
        key=("word", "type"),
        notes="A unit with ที่ (ครั้งที่ 2) needs no row.",
    ),
    TableSchema(
        "counts_words",
        "counts",
        "a word of the patterns that read counts",
        (
            word_column("The word."),
            type_column(
                "What the word does.",
                {
                    "percent": "before a number: makes it a share of a hundred (ร้อยละ 5)",
                    "rank": "before a number: makes it a place in an order; the word without ที่ is the unit (อันดับที่ 3)",
                    "quantity": "before a number: what stands there is certainly a count (จำนวน 5 คน)",
                    "quantity_phrase": "a quantity word with what belongs to it (จำนวนทั้งสิ้น 5 คน)",
                    "half": "behind a unit: adds a half of it (2 เดือนครึ่ง)",
                    "first": "behind a rank as unit: the number counts the first ones (10 อันดับแรก)",
                    "law": "begins the name of a law: no noun that is counted",
                    "cut_short": "ends a noun phrase that goes on in other letters: no noun that is counted (ทุนของ IBRD)",
                    "date_link": "leads to a date inside a noun phrase (ผู้ป่วยสะสม ตั้งแต่ 1 เม.ย. 64 จำนวน 5 ราย)",
                    "date_noun": "stands between such a word and the date (ประจำ ปีงบประมาณ 2565)",
                    "nominalizer": "makes a noun of the verb behind it (ผู้ + ลงทะเบียน)",
                    "doer_verb": "stands between ผู้ and another verb of the same noun (ผู้ มา ลงทะเบียน)",
                    "before_th": "ends in ที่ together with it: the number behind is no ordinal (พื้นที่ 5 จังหวัด)",
                    "before_unit_th": "before a unit with ที่: the letters are another word (เจ้า + หน้าที่ 5 คน)",
                    "street": "before the name of a street with a number (ซอยรามคำแหง 29)",
                    "hotline": "announces a telephone number of four digits (สายด่วน สคบ. 1166)",
                    "compared_with": "opens what a change is measured against (ลดลง จากปีก่อน 5 ราย)",
                    "compared_period": "names the time that a change is measured against (ลดลงจาก ปีก่อน 5 ราย)",
                    "link_tail": "may stand between words of `count_links` and the number (เพิ่มขึ้น อีก 5 ราย)",
                },
            ),
            not_column(),
        ),
        (
            Flag(
                "glued",
                "The word does so only with letters directly before it (คู่ค้าลำดับที่ 3; but ลำดับที่ 1 นายสมชาย numbers a list).",
            ),
        ),
        key=("word", "type"),
    ),
)
