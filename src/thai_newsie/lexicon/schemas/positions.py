"""Schemas of the tables of data/positions."""

from __future__ import annotations

from thai_newsie.lexicon.schemas.parts import (
    RELATION_TYPES,
    Column,
    Flag,
    TableSchema,
    not_column,
    type_column,
    word_column,
)

POSITIONS_TABLES = (
    TableSchema(
        "positions",
        "positions",
        "one way of writing a position, without prefixes and without its organization",
        (
            word_column("The position as written."),
            type_column(
                "The type of position.",
                {
                    "head": "leads an organization",
                    "political": "is held by a politician",
                    "member": "is a member",
                    "royal": "belongs to the royal house",
                    "officer": "is held by an officer",
                    "adviser": "advises",
                    "secretary": "is a secretary",
                    "spokesperson": "speaks for an organization",
                    "military": "belongs to the forces",
                    "police": "belongs to the police",
                    "local": "belongs to a province, a district or a local government",
                    "academic": "belongs to a university or a school",
                    "business": "belongs to a company",
                    "diplomatic": "is held by a diplomat",
                    "monastic": "is held by a monk",
                },
            ),
            Column(
                "full",
                "The full form that an abbreviation stands for, or the position itself; always a word of this table.",
                required=True,
                many=True,
            ),
            Column("english", "The position in English.", required=True),
            type_column(
                "What the holder is, where the position itself tells it (รัฐมนตรีช่วยว่าการ is a deputy).",
                RELATION_TYPES,
                name="relation",
                required=False,
            ),
        ),
        (
            Flag(
                "takes_organization",
                "An organization or an area normally follows (ปลัด + กระทรวง…). Without the flag the position stands alone "
                "(นายกรัฐมนตรี).",
            ),
            Flag(
                "one_holder",
                "One person at a time holds it, so that several names before it are not all its holders. Without the flag this is "
                "true of the types `head` and `local`.",
            ),
            Flag(
                "of_country",
                "A country may follow (ประธานาธิบดีสิงคโปร์). So it may behind the type `diplomatic`.",
            ),
            Flag("of_constituency", "A constituency or a party's list follows (ส.ส.น่าน เขต 2)."),
            Flag("of_municipality", "A municipality may follow (นายกเทศมนตรีเมืองน่าน)."),
            Flag("of_foreign_area", "A province of another country may follow (ผู้ว่าการมณฑลยูนนาน)."),
            Flag("of_army_area", "An army area may follow (แม่ทัพภาคที่ 4)."),
        ),
        notes="A position that ends in จังหวัด, อำเภอ, ภาค or พื้นที่ (อุตสาหกรรมจังหวัด) holds the first word of the area too, because "
        "without it the word is no position.",
    ),
    TableSchema(
        "position_prefixes",
        "positions",
        "a word before a position",
        (
            word_column("The word."),
            Column("english", "What stands before the English of the position.", required=True),
            type_column("What the word makes of the holder.", RELATION_TYPES, name="relation"),
        ),
    ),
    TableSchema(
        "civil_service_positions",
        "positions",
        "a word that begins or ends a position of the civil service with its level (นักวิชาการเกษตร + ชำนาญการพิเศษ)",
        (
            word_column("The word."),
            type_column(
                "Where the word stands.",
                {"first": "begins the position; its field follows", "level": "ends the position: its level"},
            ),
        ),
    ),
    TableSchema(
        "position_synonyms",
        "positions",
        "a position that is usually worded otherwise (โฆษกรัฐบาล)",
        (
            word_column("The position."),
            Column("same_as", "The usual wording, with the organization in full.", required=True),
        ),
    ),
    TableSchema(
        "exclusive_positions",
        "positions",
        "a position that one person holds at a time, in one place; the registry separates homonyms by it",
        (word_column("The position, without the name of the place behind it."),),
    ),
    TableSchema(
        "position_words",
        "positions",
        "a word beside a position or inside a role",
        (
            word_column("The word."),
            type_column(
                "What the word does.",
                {
                    "kin": "a relative: the position behind it is not held by the person named next (ภริยา นายกรัฐมนตรี นางสาว…)",
                    "introduces_role": "between a name and the role (นาย… ในฐานะ ประธานกรรมการ)",
                    "verb_of_role": "between a name and the office that the person holds or comes to hold (นาย… เป็นอธิบดีกรม…)",
                    "body": "behind a position, begins the name of a body: the area behind it is the body's (ประธานชมรม…จังหวัดกระบี่)",
                    "part_in_event": "behind a verb of role, a part in an event, no office (เป็นประธาน, เป็นผู้แทน)",
                    "counts_holders": "behind a position: it is that of several, not of the person before it (และผู้อำนวยการกอง จำนวน 12 คน)",
                    "joins_roles": "between two roles of one person (อธิบดีกรม… พร้อมทั้ง โฆษก…)",
                    "as": "between two roles that stand before the name of the person",
                    "on_behalf": "before a role that is held for somebody (ปฏิบัติหน้าที่ โฆษกกระทรวง)",
                    "committee_role": "a role that follows another of the same person behind a space alone (… กรรมการและเลขานุการ)",
                    "field": "begins what narrows a position and belongs to the role (รองเลขาธิการนายกรัฐมนตรี ฝ่าย การเมือง)",
                    "field_in_parentheses": "the same in parentheses: (ฝ่าย การเมือง)",
                    "numbered_area": "an area with a number (ผู้ตรวจราชการ เขตสุขภาพ ที่ 6)",
                    "police_duty": "what a police officer does, between position and station (ผกก. สส. สภ.เมืองตรัง)",
                    "police_duty_in_parentheses": "the same in parentheses: สว.(สอบสวน) สภ.…",
                    "police_unit": "a unit of the police behind an officer's duty",
                    "police_command": "a unit of the police whose first letter is also the last of the commander's abbreviation (ผ บช. น.)",
                    "part": "begins the name of a part of a larger organization, which stands behind it (ผู้อำนวยการ กอง กลาง สำนักงาน…)",
                    "cut_short": "an organization of which ฯ stands for the rest (ปลัด กระทรวง ฯ)",
                    "municipality": "begins a municipality behind a mayor's position",
                    "foreign_area": "begins a province of another country behind a governor's position",
                    "city": "begins the city where a diplomat is posted (ณ กรุง โตเกียว)",
                    "country": "stands before the name of a country (เอกอัครราชทูต สาธารณรัฐ สิงคโปร์)",
                    "party_list": "how a member of parliament is elected where no constituency is named",
                    "incomplete": "cannot be the end of a role: the words are cut short there",
                    "unit": "begins a unit whose name may hold verbs (ผู้อำนวยการ กลุ่ม งานส่งเสริมสุขภาพ)",
                    "before_unit_name": "ends the position before such a name (หัวหน้า กลุ่มงาน ส่งเสริมสุขภาพ)",
                    "new_holder": "behind และ: begins another person or group, not more words of the position",
                },
            ),
            not_column(),
        ),
        (
            Flag("glued", "`numbered_area`: only behind a position that a person holds."),
            Flag(
                "open_ended",
                "`incomplete`: a position that ends in it and names no organization is no role (ผู้แทนพิเศษ ของ).",
            ),
        ),
        key=("word", "type"),
    ),
)
