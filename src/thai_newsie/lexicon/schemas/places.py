"""Schemas of the tables of data/places."""

from __future__ import annotations

import re
from collections.abc import Mapping

from thai_newsie.lexicon.schemas.parts import (
    PLACE_TYPES,
    Column,
    Flag,
    TableSchema,
    forms_column,
    not_column,
    type_column,
    word_column,
)


def _fault_of_place(row: Mapping[str, str]) -> str:
    if row["type"] != "province":
        return ""
    import geothai  # loads its data; only tables with provinces need it

    if any(province.name_th == row["word"] for province in geothai.provinces()):
        return ""
    return f"“{row['word']}” is no province of Thailand; a row of the type “province” adds short names to one, by its name without จังหวัด"


PLACES_TABLES = (
    TableSchema(
        "countries",
        "places",
        "a country, or a territory that Thai news counts with them",
        (
            word_column("The name as agencies write it."),
            Column("code", "The code of ISO 3166-1.", required=True, pattern=re.compile("[A-Z]{2}")),
            forms_column("Other ways of writing it: official names, abbreviations."),
            Column("english", "The English name.", required=True),
        ),
    ),
    TableSchema(
        "places",
        "places",
        "a named place that is no administrative area and no country, or a province with its short names",
        (
            word_column("The name."),
            type_column(
                "The type of place.", {**PLACE_TYPES, "province": "a province: `forms` are its short names"}
            ),
            forms_column("Other ways of writing the very same place."),
            Column("english", "The English name; empty for a province."),
        ),
        row_fault=_fault_of_place,
    ),
    TableSchema(
        "venue_heads",
        "places",
        "a word that begins the name of a place (ห้องประชุม, ท่าอากาศยาน, เขื่อน)",
        (
            word_column("The word."),
            type_column("The type of place.", PLACE_TYPES),
            type_column(
                "Where the word names a place.",
                {
                    "free": "wherever it stands with a name behind it (ท่าอากาศยานเบตง)",
                    "site": "only where an area follows or is its name (วัดโพธิ์ชัย ตำบลในเมือง; ด่านสะเดา), or behind ณ, ที่, บริเวณ",
                    "locality": "only where an area follows or is its name, or behind ณ (ที่บ้าน is at home)",
                    "after": "only behind ณ, ที่, บริเวณ: elsewhere it is a common noun",
                    "organization": "it names an organization, and a place only behind ณ, or behind ที่ where nothing is told of what it does",
                },
                name="where",
            ),
        ),
    ),
    TableSchema(
        "transport_places",
        "places",
        "a word that begins the name of a road, a junction, a bridge, a station or a port (ถนน, สี่แยก, ท่าเรือ)",
        (
            word_column("The word. With a short name behind it, it names a place wherever it stands."),
            type_column("The type of place.", PLACE_TYPES),
            not_column(
                "With one of these directly behind it, it is a common noun or an organization (ถนนคอนกรีต, สถานีตำรวจ). The words of the "
                "type `generic` in `place_words` do the same for every row."
            ),
        ),
        (
            Flag(
                "needs_context",
                "The word counts only behind a word that leads to places, in an article about roads (แยก is also “to part”: แยกขยะ).",
            ),
            Flag("numbered", "The name may go on with a number behind a space (ถนนพระราม 2)."),
            Flag("pair", "The name may be a pair of places (ถนนรังสิต-นครนายก)."),
            Flag(
                "line",
                "The name may be a line of several places (ทางพิเศษสายพระราม 3 - ดาวคะนอง - วงแหวนรอบนอก).",
            ),
            Flag(
                "road",
                "The number of the road may follow in brackets (ถนนมิตรภาพ (ทล.2)); else the sign of a station may.",
            ),
            Flag("station", "Another name may follow in brackets (สถานีกรุงเทพ (หัวลำโพง))."),
        ),
    ),
    TableSchema(
        "english_places",
        "places",
        "a place as English articles write it, where that is not the English name of the country or the province (Lao PDR)",
        (
            word_column("The name."),
            type_column("The type of place.", {"country": "a country", "other": "any other place"}),
            Column(
                "code",
                "The code of a country (ISO 3166-1); empty for other places.",
                pattern=re.compile("[A-Z]{2}"),
            ),
        ),
    ),
    TableSchema(
        "place_words",
        "places",
        "a word that decides whether the name beside it is a place, and where a venue ends",
        (
            word_column("The word."),
            type_column(
                "What the word does.",
                {
                    "before": "a bare name may stand right behind it (ของไทย, ในภูเก็ต); without a space nothing else may stand before a bare name",
                    "before_area": "an area often stands behind it: no word inside the area's name counts (บ้าน, โรงพยาบาล)",
                    "position": "an area behind it, with or without a space, belongs to the name of a position (ผู้ว่าราชการจังหวัดตรัง)",
                    "organization": "an area written together with it belongs to the name of an organization (เหล่ากาชาดจังหวัดแพร่, แห่งประเทศไทย)",
                    "stop": "begins what no longer belongs to a venue (ณ ห้องประชุม 1 โดยมี …)",
                    "cut": "does the same inside a stretch without a space (… เมืองทองธานีโดยมี …): only words that no venue's name holds",
                    "on": "goes on with a venue behind a space (ชั้น 4; โรงแรม เดอะ เบอร์เคลีย์; วัดบวรนิเวศ ราชวรวิหาร)",
                    "generic": "behind a head word, makes it a common noun (โรงแรมต่าง ๆ, วัดทั่วประเทศ, ถนนสายหลัก)",
                    "time": "behind ณ, begins a point in time or a measure, no venue (ณ วันที่, ณ ราคา)",
                    "lookalike": "a longer word that holds a name (แพร่ระบาด, มหาดไทย)",
                    "common": "a name that is also an everyday word: read only beside another name of its type (ลำปาง แพร่ น่าน)",
                    "link": "ends a short name that is written together with what follows (ถนนมิตรไมตรีและ…): words that no short name holds",
                    "branch": "a name that is told apart by a place behind a space, which is then part of it (เซ็นทรัล พระราม 2, "
                    "ท่าอากาศยานแม่ฟ้าหลวง เชียงราย)",
                    "list_number": "before the word for a level, like a number: a list of names follows (หลายเขต ได้แก่ …)",
                    "list_opening": "opens the list of names (3 เขต ได้แก่ หนองจอก มีนบุรี และลาดกระบัง)",
                    "no_area": "behind the word for a level, begins no name that the official lists lack (ตำบลที่…, อำเภอต่าง ๆ)",
                    "between": "may stand between two names of one list, beside numbers and signs (ภูเก็ต 3 แห่ง และตาก)",
                    "group_unit": "behind a number: the number counts and is not that of a group of provinces (ภาคเหนือ 2 จังหวัด)",
                    "official": "begins an official name, which is read also where a bare name is not (ประเทศญี่ปุ่น)",
                    "highway": "makes the number behind it a highway's (ทล.32, ทางหลวงหมายเลข 6)",
                    "motorway": "makes the number behind it a motorway's (มอเตอร์เวย์หมายเลข 7)",
                    "rural_road": "makes a province's letters and a number a rural road's (ทางหลวงชนบท อย.3006, ถนนสาย นศ.4039)",
                    "no_line_end": "begins no place at which the line of a numbered road ends (ทล.32 - แยก ทล.311)",
                    "road_name": "begins the other name of a numbered road, in brackets (ทล.35 (ถนนพระราม 2))",
                    "road_unit": "behind a number: the number counts and is no part of a road's name (ถนนสุขุมวิท 2 สาย)",
                    "road_article": "tells that the article is about roads: heads with the flag `needs_context` count in it",
                    "line_article": "tells that the article is about railways or roads: ช่วงบางซื่อ - รังสิต is a stretch of one",
                    "road_before": "leads to places: heads with the flag `needs_context` count behind it (บริเวณแยกอโศก)",
                    "honour": "a memorial: the person behind it is part of the venue's name (พระบรมราชานุสรณ์พระบาทสมเด็จพระ…)",
                    "honour_site": "with เฉลิมพระเกียรติ behind it, does the same (อุทยานเฉลิมพระเกียรติพระบาทสมเด็จพระ…)",
                    "unfinished": "at the end of a piece of a venue's name: the name goes on behind the space (โรงแรม เดอะ …, สวน ครบ 60 ปี)",
                    "address": "behind a venue, begins its address (วัดโพธิ์ชัย ถนนสุขุมวิท)",
                    "left_behind": "left behind at the end of a venue by the date or the number that follows; no part of it (อาคาร 9 ใน วันที่ 5)",
                    "measure": "behind a number: a measure, no venue (ณ 30 วัน)",
                    "larger": "behind a space, begins the next, larger part of an address and ends the venue (… ถนนราชดำเนิน)",
                    "between_sites": "begins a venue between two sites, which และ joins (ทางเชื่อมตึกไทยคู่ฟ้าและตึกสันติไมตรี)",
                    "every": "in the name of a venue: every one of a kind, no venue (ธนาคารทุกสาขา)",
                    "any": "at the end of the name of a venue: any one of a kind, no venue (โรงพยาบาลใดก็ได้)",
                    "kind_opening": "begins what is a kind of place, no venue (ด่านชุมชน)",
                    "market": "a market in the figurative sense, no venue (ตลาดโลก)",
                    "kind": "a kind of place that needs a name to be a venue",
                    "counted": "behind a number: what stands before the number is counted (วัด 1 แห่ง)",
                    "many": "behind ทั้ง, จำนวน or รวม and a number: the venue is many (ณ สาขาของธนาคาร จำนวน 21 แห่ง)",
                    "at_no_area": "behind ณ and the word for a level, begins no name of an area (ณ จังหวัดที่ปฏิบัติราชการ)",
                },
            ),
        ),
        key=("word", "type"),
    ),
)
