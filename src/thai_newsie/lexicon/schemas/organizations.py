"""Schemas of the tables of data/organizations."""

from __future__ import annotations

import re

from thai_newsie.lexicon.schemas.parts import (
    ORGANIZATION_TYPES,
    Column,
    Flag,
    TableSchema,
    not_column,
    type_column,
    word_column,
)

ORGANIZATIONS_TABLES = (
    TableSchema(
        "organizations",
        "organizations",
        "an organization, with everything that a text may call it",
        (
            word_column("The name in full."),
            type_column("The type of organization.", ORGANIZATION_TYPES),
            Column(
                "abbreviations",
                "Abbreviations as they are really written, dots included (สพฐ., สพฐ, DEPA).",
                many=True,
            ),
            Column(
                "short",
                "Forms with ฯ, everyday names that mean nothing else (กระทรวงเกษตรฯ, ดีพร้อม), and spellings of the full name that recur. "
                "Those of a ministry are also read behind รมว. and ก.",
                many=True,
            ),
            Column(
                "guarded",
                "Abbreviations that more often mean something else (กก. is กิโลกรัม): they name the organization only inside a position "
                "(รมว.กก.) or where the article defines them.",
                many=True,
            ),
            Column("english", "The English name."),
            Column(
                "parent",
                "The name of the organization above it, a word of this table; empty where there is none or it is not certain.",
            ),
        ),
        (
            Flag(
                "preferred",
                "The form that several organizations share means this one (ทช. is กรมทางหลวงชนบท 968 times in parentheses and never "
                "กรมทรัพยากรทางทะเลและชายฝั่ง).",
            ),
        ),
    ),
    TableSchema(
        "organization_heads",
        "organizations",
        "a word that the name of an organization begins with, abbreviations among them (รพ., อบต.)",
        (
            word_column("The word."),
            type_column("The type of organization.", ORGANIZATION_TYPES),
            Column("full", "What an abbreviation stands for (รพ. is โรงพยาบาล)."),
        ),
        (
            Flag("behind_position", "The word begins a name only behind a position (ประธานเครือข่าย…)."),
            Flag("alone", "The word may be the whole name (คณะวิทยาศาสตร์)."),
            Flag(
                "abbreviation",
                "An abbreviation may stand behind the word for the rest of the name (สำนักงาน ป.ป.ส.).",
            ),
            Flag("area", "The name of an area may be the rest of the name (สภ.เมืองตรัง, อบต. บ่อสุพรรณ)."),
            Flag(
                "district",
                "The name of a district may be the rest of the name, however short it is (โรงพยาบาลพล).",
            ),
            Flag("dedicated", "A person may be the rest of the name (มูลนิธินายแพทย์…)."),
            Flag(
                "legal_form",
                "The word is the legal form of a company, and the name stands behind it (หจก.).",
            ),
            Flag("number", "A number may be the rest of the name (มทบ.27, สำนักงานทางหลวงที่ 5)."),
            Flag(
                "province",
                "The name of a province is the rest of the name; without one the word names nothing (สำนักงานจังหวัด).",
            ),
        ),
    ),
    TableSchema(
        "organization_names",
        "organizations",
        "a full name that recurs and is in no other table",
        (
            word_column("The name."),
            Column(
                "count", "How often it stands in the corpus.", required=True, pattern=re.compile("[0-9]+")
            ),
        ),
    ),
    TableSchema(
        "organization_stops",
        "organizations",
        "a word that no name of an organization goes on over (กล่าว, ได้, ซึ่ง)",
        (
            word_column("The word."),
            type_column(
                "Whose names it ends.",
                {
                    "organization": "names of all organizations but committees",
                    "committee": "names of all organizations, even the long ones of committees",
                    "proper": "names but those of committees, associations, foundations, funds and centres (สมาคมธุรกิจเพื่อสังคม)",
                    "lookalike": "none: a longer word that holds a stop",
                },
            ),
        ),
        (
            Flag(
                "task",
                "The word may also say what an organization does, and then belongs to its name (ศูนย์รับเรื่องร้องเรียน).",
            ),
        ),
    ),
    TableSchema(
        "organization_generic",
        "organizations",
        "words that show that organizations of a type are meant, not one of them (โรงพยาบาลทุกแห่ง, สำนักงานจังหวัด)",
        (
            word_column("The words."),
            type_column(
                "Where the words stand.",
                {
                    "head": "directly behind the head",
                    "proper": "directly behind the head, but only of organizations whose name is no description (ธนาคารพิจารณา, not คณะกรรมการพิจารณา…)",
                    "whole": "all that stands behind the head",
                    "name": "the head and all that stands behind it",
                    "inside": "inside the name",
                    "behind": "behind the name",
                    "end": "at the end of the name",
                },
            ),
        ),
        key=("word", "type"),
    ),
    TableSchema(
        "organization_openings",
        "organizations",
        "what the rest of a name begins with where no table knows the name: the field of a ministry, the purpose of a bank",
        (
            word_column("The words behind the head."),
            type_column("The type of organization.", {"ministry": "a ministry", "bank": "a bank"}),
        ),
        key=("word", "type"),
    ),
    TableSchema(
        "organization_lookalikes",
        "organizations",
        "a word that begins like an organization and names none (สภาพ, ศูนย์กลาง)",
        (word_column("The word."),),
    ),
    TableSchema(
        "organization_words",
        "organizations",
        "a word of a pattern that finds an organization, or that says where its name ends",
        (
            word_column("The word."),
            type_column(
                "What the word does.",
                {
                    "also_abroad": "begins a name that organizations of other countries have too: the country behind it belongs to the name (กองทัพบกอินเดีย)",
                    "another_organization": "begins another organization: the legal form behind it is not that of the company before it",
                    "bangkok": "the capital as an organization, where somebody works with it or it stands in a list of organizations",
                    "behind_province": "stands behind a province that does not end the name (จังหวัดตรังสาขา…)",
                    "city": "begins the name of a city behind ณ (สถานเอกอัครราชทูตไทย ณ กรุงโซล)",
                    "clause": "stands behind a verb that is no task of an organization (กองทุนกำหนดให้ is a clause)",
                    "counted": "what a number counts: the number is not that of a unit (มทบ. 27 คน)",
                    "english_not_first": "stands before the name of an organization in English, and is a position or an article",
                    "english_programme": "begins the name of a programme in English, unless “the” stands before it (Smart, Digital)",
                    "has_four_digits": "ends the name of a military unit whose number has four digits (กองร้อยทหารพรานที่ 4901)",
                    "has_number": "ends the name of an office whose number stands behind it without ที่ (สสว. 5)",
                    "has_seat_abroad": "ends the name of an office that is named by its city abroad (สำนักงานแรงงาน ณ กรุงมะนิลา)",
                    "left_behind": "ends no name: it is cut off where it stands before a stop word (ศูนย์พัฒนาประสิทธิภาพการ|ให้…)",
                    "minister": "a position that the bare name of a ministry stands behind (รมว.คลัง)",
                    "no_abbreviation": "begins an abbreviation with dots that is a title or a rank and no organization (นพ., พ.ต.)",
                    "arm": "an arm of the army, behind which the numbers of a regiment or a battalion stand (ร.12 พัน.3, ช.พัน.4)",
                    "unit": "a part of the abbreviation of a military unit, two or more of which a number follows (ร้อย.ฉก.ทพ.2305)",
                    "unit_alone": "a military unit that is named by its number alone (นพค.43)",
                    "before_abbreviation": "behind it an abbreviation may stand without a space, of which it is no part (13.00 น.)",
                    "no_alias": "stands in capitals behind หรือ and is no other name of the organization (OTOP)",
                    "no_faculty": "stands behind คณะ where that is no faculty (คณะกรรมการ)",
                    "no_partnership": "stands behind a legal form where no name does (หจก. ซึ่ง)",
                    "no_province": "a province or a short form of one that is no part of an abbreviation in front of it: it is an ordinary word too",
                    "of_united_nations": "begins the name of an organization that ends with แห่งสหประชาชาติ",
                    "partner": "says that somebody works with the organization behind it",
                    "patronage": "says behind a name that the organization has a royal patron",
                    "pattaya": "Pattaya as an organization, where it stands beside the capital",
                    "police_station": "begins the name of a police station; what stands before it is a position of an officer (ผกก.สส.สภ.เมืองตรัง)",
                    "state": "begins the long name of a country (ราชอาณาจักรกัมพูชา)",
                },
            ),
            not_column(),
        ),
        (
            Flag("space", "A space may stand between the position and the ministry (รมว. คลัง)."),
            Flag("whole", "Only the whole word counts, not the beginning of a longer one."),
        ),
        key=("word", "type"),
    ),
    TableSchema(
        "english_organization_heads",
        "organizations",
        "a word that makes an organization of the capitalised words around it (Ministry, University)",
        (
            word_column("The word."),
            type_column("The type of organization.", ORGANIZATION_TYPES),
        ),
        (
            Flag(
                "english_pages",
                "The word counts only on English pages: in a Thai text it as often belongs to a programme or a place.",
            ),
            Flag("alone", "The word is a name by itself."),
        ),
        notes="`source` counts the word among such words in the news corpus, on its 1,869 English pages and in its Thai ones.",
    ),
)
