"""What each table of data/ holds: its columns, the values and flags they may have, and what a row is.

A table is checked against its schema when it is read. data/README.md lists the same columns and values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from thai_newsie.schema.article import EVENT_TYPES

STAGES = (
    "dates", "numbers", "persons", "organizations", "places", "positions", "counts", "statements", "events",
    "resolution", "io", "report", "entities", "recognizer",
)  # fmt: skip
REMOVES = "-"  # in the column flags of a user's own table: the bundled row with this key is left out

_WHOLE_NUMBER = re.compile("-?[0-9]+")
_DECIMAL = re.compile(r"[0-9]+(\.[0-9]+)?")


class TableError(ValueError):
    """A table does not fit its schema; the message names the file and the line and says why."""


@dataclass(frozen=True)
class Column:
    """A column: `required` if no cell is empty, `many` if a cell holds several values, parted by "|".

    `values` are the allowed values with their meaning, and `pattern` is the form of a value; None allows any.
    """

    name: str
    description: str
    required: bool = False
    many: bool = False
    values: Mapping[str, str] | None = None
    pattern: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Flag:
    """A name that may stand in the column `flags`; `description` says what is true of a row that has it."""

    name: str
    description: str


@dataclass(frozen=True)
class TableSchema:
    """A table in data/<stage>/<name>.tsv; the cells of the columns of `key` are together unique."""

    name: str
    stage: str
    row: str
    columns: tuple[Column, ...]
    flags: tuple[Flag, ...] = ()
    key: tuple[str, ...] = ("word",)
    notes: str = ""
    header: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Put the columns that every table has at the end."""
        columns = (
            *self.columns,
            Column(
                "flags",
                "What is true of the row.",
                many=True,
                values={f.name: f.description for f in self.flags},
            ),
            Column("source", "Where the row comes from.", required=True),
        )
        object.__setattr__(self, "columns", columns)
        object.__setattr__(self, "header", tuple(column.name for column in columns))


def _word(description: str) -> Column:
    return Column("word", description, required=True)


def _forms(description: str = "Other ways of writing the same.", *, required: bool = False) -> Column:
    return Column("forms", description, required=required, many=True)


def _type(
    description: str,
    values: Mapping[str, str],
    *,
    name: str = "type",
    required: bool = True,
    many: bool = False,
) -> Column:
    return Column(name, description, required=required, many=many, values=values)


def _not(description: str = "") -> Column:
    return Column(
        "not",
        description or "The row does not apply where one of these words stands directly behind it.",
        many=True,
    )


_ORGANIZATION_TYPES = {
    "ministry": "a ministry",
    "department": "a department; in English also an embassy",
    "office": "an office or a division",
    "committee": "a committee",
    "state_enterprise": "a state enterprise",
    "public_organization": "a public organization",
    "independent": "an independent agency",
    "court": "a court or an office of one",
    "parliament": "the parliament, a house or an office of one",
    "military": "a unit of the forces",
    "police": "a unit of the police",
    "local_government": "a local government",
    "university": "a university, a college or a faculty",
    "school": "a school",
    "hospital": "a hospital",
    "international": "an international organization",
    "company": "a company",
    "bank": "a bank",
    "party": "a political party",
    "association": "an association or a federation",
    "foundation": "a foundation",
    "council": "a council",
    "fund": "a fund",
    "center": "a centre",
    "media": "a news medium",
    "other": "any other organization",
}
_PLACE_TYPES = {
    "venue": "a building or a site",
    "other": "any other place: a region, a sea, a river, a road, a city abroad",
}
_UNIT_TYPES = {
    "people": "persons",
    "thing": "things",
    "money": "money",
    "percent": "a share of a hundred",
    "measure": "a measure",
    "duration": "a stretch of time",
    "rank": "a place in an order",
}
_RELATIONS = {
    "deputy": "the holder is a deputy",
    "assistant": "the holder is an assistant",
    "acting": "the holder acts for another",
    "former": "the holder held it before",
    "designate": "the holder is to take it",
    "adviser": "the holder advises",
    "secretary": "the holder is the secretary",
    "spokesperson": "the holder speaks for it",
    "representative": "the holder represents it",
    "working_group": "the holder is in its working group",
}

_DATES = (
    TableSchema(
        "months",
        "dates",
        "a month",
        (
            Column("number", "The number of the month.", required=True, pattern=re.compile("1[0-2]|[1-9]")),
            _word("The name of the month. It counts as the month anywhere."),
            _forms("Misspellings. They count as the month anywhere, like the name."),
            Column("abbreviations", "Abbreviations with their dots.", required=True, many=True),
            Column("bare", "The abbreviation without dots.", required=True, many=True),
            Column("short", "The name without its ending (ธันวา).", required=True, many=True),
            Column("english", "The English name and its abbreviations.", required=True, many=True),
        ),
        key=("number",),
        notes="The columns `abbreviations`, `bare` and `short` count only beside a day, a year or the word เดือน: ก.พ. alone "
        "is the civil service commission, ก.ค. one of teachers, ส.ค. 1 a land deed. The misspellings are those that stand "
        "between a day and a Buddhist year in the news of thaigov.go.th, 2020 to 2025.",
    ),
    TableSchema(
        "weekdays",
        "dates",
        "a day of the week",
        (
            Column(
                "number",
                "The number of the day as in ISO 8601: 1 is Monday.",
                required=True,
                pattern=re.compile("[1-7]"),
            ),
            _word("The name without วัน. It stands behind วัน, or alone before a day of the month."),
            _forms(),
            Column("abbreviations", "Abbreviations.", many=True),
            Column("english", "The English name and its abbreviations.", many=True),
        ),
        key=("number",),
    ),
    TableSchema(
        "eras",
        "dates",
        "an era",
        (
            Column("code", "The era.", required=True),
            _forms("The ways of writing it.", required=True),
            Column(
                "offset",
                "What is added to a year of the era for the Gregorian year.",
                required=True,
                pattern=_WHOLE_NUMBER,
            ),
        ),
        key=("code",),
    ),
    TableSchema(
        "year_words",
        "dates",
        "words that make the number behind them a year",
        (
            _word("The words."),
            _type(
                "The type of year.",
                {
                    "year": "a calendar year",
                    "fiscal_year": "a fiscal year",
                    "academic_year": "an academic year",
                    "law": "the year at the end of a law's name (พ.ร.บ.ศุลกากร 2560): only a full Buddhist year",
                    "time": "a year right behind a word of time (ตั้งแต่ช่วง 2562): only a full Buddhist year",
                },
            ),
            _forms("Other words for the same."),
        ),
        notes="ปี before such a word is part of the text of the date only where the word names a fiscal or an academic year.",
    ),
    TableSchema(
        "date_cues",
        "dates",
        "words behind a day or a month that tell its year, or that it is no single date",
        (
            Column(
                "code",
                "What the words tell.",
                required=True,
                values={
                    "this": "the year of the article's own day",
                    "last": "the year before the article's own day",
                    "next": "the year after the article's own day",
                    "same": "the year named last before",
                    "past": "the nearest one before the article's own day",
                    "future": "the nearest one after the article's own day",
                    "near": "the nearest one on either side of the article's own day",
                    "every": "it comes again each year",
                },
            ),
            _forms("The words.", required=True),
        ),
        key=("code",),
    ),
    TableSchema(
        "relative_dates",
        "dates",
        "an expression that counts from the article's own day",
        (
            Column(
                "word",
                "The expression. It may hold one placeholder: {number} for a number in figures or words ({number} วันที่แล้ว), "
                "{weekday} for the name of a weekday (วัน{weekday} หน้า), {day} for a day of the month ((วันที่) {day} (นี้)). A space "
                "beside a placeholder may be left out in the text. Words in parentheses must be there, but are no part of the "
                "date's text.",
                required=True,
                pattern=re.compile(r"[^{}]*+(?:\{(?:number|weekday|day)\}[^{}]++)?+"),
            ),
            _type(
                "What is counted. With {weekday} it is weeks, with {day} months.",
                {
                    "day": "days",
                    "week": "weeks",
                    "month": "months",
                    "year": "calendar years",
                    "fiscal_year": "fiscal years",
                    "academic_year": "academic years",
                },
                name="unit",
            ),
            Column(
                "offset",
                "How many units away from the article's own day; with {number}, for each one of the number.",
                required=True,
                pattern=_WHOLE_NUMBER,
            ),
            _not(),
        ),
        (
            Flag(
                "needs_opener",
                "The expression counts only behind a word of the type `ago_opener` or `part` in `date_words`: elsewhere its end "
                "belongs to what follows (3 เดือนก่อนคลอด).",
            ),
        ),
        notes="A row is enough for a new expression: อีก {number} วันข้างหน้า, day, 1 reads “อีก 3 วันข้างหน้า”.",
    ),
    TableSchema(
        "holidays",
        "dates",
        "a day that has a name",
        (
            _word("The name."),
            _forms("Other names of the same day."),
            Column(
                "day",
                "The day: MM-DD; or a day of the Thai lunar calendar as waxing or waning, day, and month (waxing 15 6); "
                "or nth, weekday and month (2 6 1 is the second Saturday of January; 1 is Monday).",
                required=True,
                pattern=re.compile(
                    r"[0-9]{2}-[0-9]{2}|(waxing|waning) [0-9]{1,2} [0-9]{1,2}|-?[1-5] [1-7] [0-9]{1,2}"
                ),
            ),
        ),
        notes="A name is read only with a year behind it (วันวิสาขบูชา 2566); the name alone is no date. In a year with a second "
        "eighth lunar month the months 3 and 6 move on by one, and 8 is the second one.",
    ),
    TableSchema(
        "date_rules",
        "dates",
        "a rule that reads dates or clock times",
        (
            Column("code", "The rule.", required=True),
            Column("reads", "What the rule reads, as `dates.explain` tells it.", required=True),
            Column("example", "A text that the rule reads.", required=True),
        ),
        key=("code",),
        notes="These are the values of `rule` of the dates and times of an article. `.range` ends the code of a rule where two dates "
        "are joined, `.open` where เป็นต้นไป follows.",
    ),
    TableSchema(
        "date_words",
        "dates",
        "a word beside a date or a clock time that decides what the figures are",
        (
            _word("The word."),
            _type(
                "What the word does.",
                {
                    "counted": "behind two figures: they count it and are no year (5 มกราคม 65 คน)",
                    "amount": "behind a date in figures alone: it is an amount (24-1-80 ไร่)",
                    "document": "before a date in figures alone: it is the number of a document or a telephone (ครั้งที่ 5/3/2564)",
                    "numbered": "before a number and a month: the number is no day (ครั้งที่ 3 เมษายน)",
                    "covid": "before 19 and a month: the number is no day (โควิด-19 เมษายน)",
                    "month_opener": "before the abbreviation of a month: it is the month, also without day and year (ตั้งแต่ เม.ย.)",
                    "part": "a part of a month or a year (ต้น, ปลาย); also does what `month_opener` and `ago_opener` do",
                    "ago_opener": "before an expression that needs an opener: it counts from the article's own day (เมื่อ ปีก่อน)",
                    "duration": "before weeks, months or years that count back: they are a stretch of time or compare (หลาย ปีที่ผ่านมา)",
                    "ordinal": "behind ไตรมาส: the quarter of the number in `value` (ไตรมาส แรก)",
                    "term": "a school term (ภาคเรียน ที่ 1/2565)",
                    "budget": "before a quarter without a year: it is one of the fiscal year (เบิกจ่าย … ไตรมาส 2)",
                    "o_clock": "behind figures: they are a clock time (13.00 นาฬิกา)",
                    "before_noon": "does the same, and the time is before noon (06:56 ก่อนเที่ยง)",
                    "after_noon": "does the same, and the time is after noon (1 pm)",
                    "about": "may stand between เวลา and figures (เวลา ประมาณ 13.00)",
                    "clock_opener": "before a clock time that begins with ตี: it is no other word (ตอน ตีสอง, but โจมตีสองครั้ง)",
                    "after_evening": "behind ทุ่ม: it is a clock time (สองทุ่ม กว่า, but สองทุ่มเท)",
                },
            ),
            Column("value", "The number that the word means.", pattern=re.compile("[1-4]")),
            _not("With one of these directly before it (…), the word does not count (หมด + อายุ)."),
        ),
        (Flag("noon", "The word also makes เที่ยงตรง behind it a clock time (เวลา เที่ยงตรง)."),),
        key=("word", "type"),
    ),
)

_NUMBERS = (
    TableSchema(
        "number_words",
        "numbers",
        "a word that numbers are written with",
        (
            _word("The word."),
            _type(
                "What the word does.",
                {
                    "digit": "stands for a number",
                    "scale": "multiplies what stands before it, also figures (4 พัน)",
                    "english": "multiplies figures in an English text (4 million)",
                    "fraction": "is a share of one by itself",
                },
            ),
            Column("value", "The number.", required=True, pattern=_DECIMAL),
            _not("With one of these directly behind it, the letters are another word."),
        ),
        (
            Flag("after_scale", "The word stands only behind a multiplier (สิบเอ็ด)."),
            Flag("before_ten", "The word stands only before สิบ (ยี่สิบ)."),
        ),
    ),
)

_PERSONS = (
    TableSchema(
        "titles",
        "persons",
        "one way of writing a title, a rank or a form of address",
        (
            _word("The title as written."),
            _type(
                "The type of title.",
                {
                    "civil": "of anybody (นาย, นางสาว)",
                    "royal": "of a member of the royal house; read only as part of a row of `royal_names`",
                    "noble": "of nobility",
                    "military": "a rank of the forces",
                    "police": "a rank of the police",
                    "academic": "of a university",
                    "medical": "of a doctor, a dentist or another medical profession",
                    "professional": "of another profession",
                    "monastic": "of a monk",
                    "religious": "of another religion",
                    "diplomatic": "of a diplomat",
                    "foreign": "foreign (Mr., เซอร์)",
                },
            ),
            Column(
                "full",
                "The full form that an abbreviation stands for, or the title itself. Several are several ranks with the same "
                "letters, the most frequent first (ร.อ. is ร้อยเอก, เรือเอก or เรืออากาศเอก).",
                required=True,
                many=True,
            ),
            Column("english", "The title in English, in the order of `full`.", required=True, many=True),
            _type(
                "The gender, where the title tells it.",
                {"f": "a woman", "m": "a man"},
                name="gender",
                required=False,
            ),
        ),
        (
            Flag(
                "loose",
                "The word also is, or begins, an ordinary word (คุณ, พระ, ว่าที่): a name must be known by other evidence.",
            ),
        ),
    ),
    TableSchema(
        "title_lookalikes",
        "persons",
        "a word that begins like a title and is none (นายกรัฐมนตรี, พระนคร, คุณภาพ)",
        (_word("The word."),),
    ),
    TableSchema(
        "royal_names",
        "persons",
        "a royal person as written",
        (
            _word("The name behind the title, kept exactly."),
            Column("title", "The title before it.", required=True),
        ),
        key=("title", "word"),
    ),
    TableSchema(
        "name_stops",
        "persons",
        "a word that ends a personal name, glued to it or behind a space (นายสมชายกล่าว, นายสมชาย ลงพื้นที่)",
        (_word("The word. The most frequent are first."),),
        (Flag("loose", "Names also hold these letters: the word ends a name only as a whole word."),),
    ),
    TableSchema(
        "family_name_places",
        "persons",
        "the place in a family name with ณ (ณ อยุธยา)",
        (_word("The place."),),
    ),
    TableSchema(
        "person_words",
        "persons",
        "a word that decides where the name of a person begins or ends",
        (
            _word("The word."),
            _type(
                "What the word does.",
                {
                    "own_title": "begins the person behind a loose title and a space (ทนายความ นายสมชาย ใจดี)",
                    "behind_title": "begins a royal title: no part of the chain of titles before it (พลเรือเอก พระเจ้าบรมวงศ์เธอ …)",
                    "conferred": "begins a name conferred on a monk, which no list of names holds (พระเทพวราจารย์)",
                    "clergy": "a word for monks without a name; begins no conferred name (พระเถรานุเถระชั้นผู้ใหญ่)",
                    "before_monk": "a monk's conferred name may be written together with it (โดยมีพระ…, จากพระ…)",
                    "monastic_position": "a position that only monks hold, which is no row of `positions`",
                    "letter": "a letter of the Latin alphabet as Thai spells it: an initial inside a name (นายโรเบิร์ต เอฟ. โกเดค)",
                    "no_name": "no name begins with it as a word (พลทหาร ที่เสียสละ; พล.อ.สมชาย ใจดี และ รองนายกรัฐมนตรี)",
                    "within_name": "a word inside a foreign name, which goes on behind it (นายอะห์หมัด บิน สุไลมาน อัลรอยิฮี)",
                    "credit": "opens the line that names a reporter or a photographer (ข่าว อัจฉรา)",
                    "before_name": "a position with the name right behind it and without a title: the recognizer reads there (ประธานาธิบดีสี จิ้นผิง)",
                    "known_otherwise": "begins persons whom the tables and patterns find: the recognizer adds none",
                },
            ),
        ),
        (
            Flag("second", "Of a `credit`: it may also stand behind another one and a slash (ข่าว/ภาพ)."),
            Flag(
                "needs_name",
                "Of a `before_name`: only before a known given name, or a word that the dictionary does not have (นายกรัฐมนตรี เชื่อมั่นว่า is no name).",
            ),
        ),
        key=("word", "type"),
    ),
)

_POSITIONS = (
    TableSchema(
        "positions",
        "positions",
        "one way of writing a position, without prefixes and without its organization",
        (
            _word("The position as written."),
            _type(
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
            _type(
                "What the holder is, where the position itself tells it (รัฐมนตรีช่วยว่าการ is a deputy).",
                _RELATIONS,
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
            _word("The word."),
            Column("english", "What stands before the English of the position.", required=True),
            _type("What the word makes of the holder.", _RELATIONS, name="relation"),
        ),
    ),
    TableSchema(
        "civil_service_positions",
        "positions",
        "a word that begins or ends a position of the civil service with its level (นักวิชาการเกษตร + ชำนาญการพิเศษ)",
        (
            _word("The word."),
            _type(
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
            _word("The position."),
            Column("same_as", "The usual wording, with the organization in full.", required=True),
        ),
    ),
    TableSchema(
        "exclusive_positions",
        "positions",
        "a position that one person holds at a time, in one place; the registry separates homonyms by it",
        (_word("The position, without the name of the place behind it."),),
    ),
    TableSchema(
        "position_words",
        "positions",
        "a word beside a position or inside a role",
        (
            _word("The word."),
            _type(
                "What the word does.",
                {
                    "kin": "a relative: the position behind it is not held by the person named next (ภริยา นายกรัฐมนตรี นางสาว…)",
                    "introduces_role": "between a name and the role (นาย… ในฐานะ ประธานกรรมการ)",
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
            _not(),
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

_RESOLUTION = (
    TableSchema(
        "resolution_words",
        "resolution",
        "a word that tells which mentions mean the same",
        (
            _word("The word."),
            _type(
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

_STATEMENTS = (
    TableSchema(
        "speech_verbs",
        "statements",
        "a verb of saying",
        (_word("The verb."),),
        (
            Flag("closes_quotation", "The verb may follow a closing quotation mark (“…” กล่าว)."),
            Flag("needs_wa", "The verb tells a statement only with ว่า, a quotation or ดังนี้ behind it."),
            Flag(
                "received",
                "The verb is also a noun that one receives; who gave it says what follows (ได้รับรายงานจากกรมทางน้ำว่า).",
            ),
            Flag(
                "doy_opens_speech",
                "Behind the verb a later โดย opens the speech as ว่า does (ให้สัมภาษณ์ถึงกรณี… โดยได้กำชับ…).",
            ),
            Flag(
                "ends_event",
                "The verb ends the account of an event: what stands behind it is speech (… ณ ทำเนียบรัฐบาล กล่าวว่า).",
            ),
            Flag(
                "about_event",
                "With ถึง, ต่อ or กรณี behind it, the verb tells that somebody speaks about an event (กล่าว ถึงการประชุม).",
            ),
        ),
    ),
    TableSchema(
        "speech_tails",
        "statements",
        "a word between a verb of saying and ว่า that belongs to the verb (กล่าว เพิ่มเติม ว่า)",
        (_word("The word."),),
    ),
    TableSchema(
        "speech_words",
        "statements",
        "a word around a verb of saying",
        (
            _word("The word."),
            _type(
                "What the word does.",
                {
                    "adverb": "may stand between the speaker and the verb (นายกรัฐมนตรี ยังได้ กล่าวว่า)",
                    "joint": "opens a clause whose speaker is the one before (พร้อม ย้ำว่า)",
                    "opener": "opens a paragraph or a sentence before its speaker (ด้าน นาย… กล่าวว่า)",
                    "denial": "before the verb: nobody says it here (ไม่ได้ กล่าวว่า, เพื่อ ยืนยันว่า, การ ชี้แจงว่า)",
                    "topic": "behind the verb: what the speech is about; ว่า comes later, if at all (เปิดเผย ความคืบหน้าโครงการ ว่า)",
                    "circumstance": "behind the verb: when, where or to whom it is said; ว่า comes later (กล่าว ภายหลัง การประชุมว่า)",
                    "thinking": "before ว่า: belongs to that word, opens no speech (เห็น ว่า, กว่า)",
                    "wish": "behind a verb without ว่า: an order, a wish or an act, no statement (เน้นย้ำ ให้, เผย แพร่)",
                    "voice": "a noun for speakers without a name or a position (ผู้สื่อข่าว ถามว่า)",
                    "document": "a verb that documents and unnamed sources also take: counts only where the speaker stands before it",
                    "hearsay": "a verb of others than the article's speaker: counts only where the one who says it stands right before it",
                    "told": "people to whom it is said: ว่า glued to them opens the speech (ย้ำเตือน ประชาชน ว่า)",
                    "self": "a speaker's word for themselves: their name stands before (ผม ขอเรียนว่า)",
                    "clause": "begins a clause behind a name, no position",
                    "governor": "before the name of an organization: the name completes another word and is no subject (การทำงาน ของ กระทรวงกลาโหม)",
                    "compound": "before the verb: makes it another word (ดัง กล่าว, ส่ง เสริม)",
                    "that_word": "behind ว่า: makes it another word, which opens no speech (รัฐมนตรีว่า + การ)",
                    "nan_word": "a word that ends in นั้น and ends no case (เท่านั้น; but กรณี… นั้น กรมได้ตรวจสอบแล้ว)",
                    "case": "behind the verb: a case that others raised, not what is said (ชี้แจง กรณี…)",
                    "not_received": "before ได้รับรายงาน: nobody received it (หาก ได้รับรายงานว่า)",
                    "report_time": "behind ได้รับรายงาน: when it came (ได้รับรายงาน ล่าสุด จากกรมทางน้ำว่า)",
                    "figures": "before an organization: its figures speak (ข้อมูล จากกรมทางน้ำ ระบุว่า)",
                },
            ),
        ),
        (
            Flag(
                "goes_on",
                "The word also links a verb without ว่า to who acts in the clause before it (… เป็นประธาน โดยได้ ย้ำถึง…).",
            ),
        ),
        key=("word", "type"),
    ),
    TableSchema(
        "english_speech_verbs",
        "statements",
        "a verb of saying on English pages, before “that”",
        (_word("The verb."),),
    ),
)

_ORGANIZATIONS = (
    TableSchema(
        "organizations",
        "organizations",
        "an organization, with everything that a text may call it",
        (
            _word("The name in full."),
            _type("The type of organization.", _ORGANIZATION_TYPES),
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
            _word("The word."),
            _type("The type of organization.", _ORGANIZATION_TYPES),
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
            _word("The name."),
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
            _word("The word."),
            _type(
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
            _word("The words."),
            _type(
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
            _word("The words behind the head."),
            _type("The type of organization.", {"ministry": "a ministry", "bank": "a bank"}),
        ),
        key=("word", "type"),
    ),
    TableSchema(
        "organization_lookalikes",
        "organizations",
        "a word that begins like an organization and names none (สภาพ, ศูนย์กลาง)",
        (_word("The word."),),
    ),
    TableSchema(
        "organization_words",
        "organizations",
        "a word of a pattern that finds an organization, or that says where its name ends",
        (
            _word("The word."),
            _type(
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
            _not(),
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
            _word("The word."),
            _type("The type of organization.", _ORGANIZATION_TYPES),
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

_PLACES = (
    TableSchema(
        "countries",
        "places",
        "a country, or a territory that Thai news counts with them",
        (
            _word("The name as agencies write it."),
            Column("code", "The code of ISO 3166-1.", required=True, pattern=re.compile("[A-Z]{2}")),
            _forms("Other ways of writing it: official names, abbreviations."),
            Column("english", "The English name.", required=True),
        ),
    ),
    TableSchema(
        "places",
        "places",
        "a named place that is no administrative area and no country, or a province with its short names",
        (
            _word("The name."),
            _type(
                "The type of place.", {**_PLACE_TYPES, "province": "a province: `forms` are its short names"}
            ),
            _forms("Other ways of writing the very same place."),
            Column("english", "The English name; empty for a province."),
        ),
    ),
    TableSchema(
        "venue_heads",
        "places",
        "a word that begins the name of a place (ห้องประชุม, ท่าอากาศยาน, เขื่อน)",
        (
            _word("The word."),
            _type("The type of place.", _PLACE_TYPES),
            _type(
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
            _word("The word. With a short name behind it, it names a place wherever it stands."),
            _type("The type of place.", _PLACE_TYPES),
            _not(
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
            _word("The name."),
            _type("The type of place.", {"country": "a country", "other": "any other place"}),
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
            _word("The word."),
            _type(
                "What the word does.",
                {
                    "before": "a bare name may stand right behind it (ของไทย, ในภูเก็ต); without a space nothing else may stand before a bare name",
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

_EVENTS = (
    TableSchema(
        "event_triggers",
        "events",
        "words that express an event, or words that only look so",
        (
            _word("The words."),
            _type(
                "What the words do.",
                {
                    "verb": "expresses an event by itself (ลงพื้นที่)",
                    "opener": "says what somebody does with the event that follows (เป็นประธาน, จัด)",
                    "frame": "may stand between an opener and what the event is (ในพิธีเปิดโครงการ)",
                    "noun": "says what the event is (สัมมนา)",
                    "tail": "a noun that counts only behind an opener",
                    "cabinet": "the cabinet: what follows is its decision",
                    "headline": "a verb that says, in a headline that names no event, what kind of news it is; a lookalike where "
                    "`event_type` is empty (ปรับอากาศ)",
                    "lookalike": "holds words of the table and expresses no event (ห้องประชุม, มอบหมาย)",
                },
            ),
            _type(
                "The type of the event.",
                {
                    **EVENT_TYPES,
                    "opening": "of a frame: something is opened or closed",
                    "gathering": "of a frame: people come together",
                },
                name="event_type",
                required=False,
            ),
            _type(
                "What the one who does it is to the event.",
                {"chair": "presides", "guest": "takes part", "organizer": "organizes"},
                name="subject",
                required=False,
            ),
            Column(
                "weight",
                "How likely the words report the article's news; 9 is the most.",
                pattern=re.compile("[1-9]"),
            ),
        ),
        (
            Flag("opens", "Of an opener: something is opened or closed (เปิด, ปิด)."),
            Flag("begins_name", "Of a frame: the event's name begins here (เป็นประธานใน พิธี…)."),
            Flag("award", "Whoever opens or visits something may also do this (เปิดโครงการ… พร้อม มอบรางวัล)."),
            Flag("lecture", "Likewise, if a topic follows (พร้อม บรรยายพิเศษ หัวข้อ…)."),
            Flag("resolution", "What a meeting does; it may be an event beside the meeting."),
            Flag("invites", "An event that is announced for a later day may follow (ขอเชิญ ร่วมงาน…)."),
        ),
        key=("word", "type"),
        notes="`source` tells in how many of 10,000 articles of thaigov.go.th the words are read as a trigger (for frames, tails and "
        "lookalikes: stand there), and in what share of those with an event in the title that event is of the same type. "
        "Of the words for the cabinet, the fullest stands first: it names the organizer.",
    ),
    TableSchema(
        "event_words",
        "events",
        "a word in the text around a trigger",
        (
            _word("The word."),
            _type(
                "What the word means for the trigger, name, day or place beside it.",
                {
                    "names_only": "before a trigger: the event is only named, not reported (ผล การประชุม, ก่อน เดินทางไป)",
                    "names_only_lookalike": "holds a word of `names_only` and means nothing (มอบหมายให้, เปิดให้)",
                    "wants": "behind ผู้: those who want to do it (ผู้ที่ สนใจ เข้าร่วม)",
                    "submits": "before a meeting: something is put before it (เสนอ ที่ประชุม)",
                    "head_noun": "before a trigger: the trigger is part of a name (โครงการ ฝึกอบรม)",
                    "others": "begins the list of the others who take part (โดยมี … เข้าร่วมประชุม)",
                    "others_over": "ends that list",
                    "talks": "in a headline: a meeting or a courtesy call; the text says which",
                    "explains": "in a headline: somebody explains something (กรมการข้าว แจง กรณีราคาข้าว)",
                    "explains_lookalike": "holds a word of `explains` and means nothing (แถลงนโยบาย)",
                    "further": "before a trigger: introduces a further event (โอกาสนี้ ได้มอบ…)",
                    "next": "before a trigger: another event of the same type follows (จากนั้น เป็นประธาน…)",
                    "intended": "before a trigger: it is only meant to happen (จะ เดินทางไป)",
                    "auxiliary": "a word that may stand between another word and a trigger (พร้อม ได้ มอบ)",
                    "joins_act": "before a trigger: joins it to the act before it (พบปะเกษตรกร พร้อม มอบถุงยังชีพ)",
                    "joins_event": "between two events under one verb (เป็นประธานการประชุม… และ การประชุม…)",
                    "goes": "a trigger: the subject goes to a place of its own",
                    "with_others": "begins the list of those present; the account of the event before it ends",
                    "list_over": "behind a verb: ends the list of its events",
                    "another_place": "behind an area that is visited: the place behind it is of another event",
                    "unnamed": "behind a noun: the event has no name of its own (การประชุมที่ เกี่ยวข้อง)",
                    "points_back": "behind a noun: the event was named before (การประชุม ดังกล่าว)",
                    "organized": "behind a press conference: what it announces (แถลงข่าวการ จัด งาน)",
                    "hands_over": "the verb of handing over",
                    "topic": "behind a verb of saying: what the speech is about (กล่าว ถึง การประชุม)",
                    "planned": "before a trigger: it is planned, and its day follows",
                    "held": "before a range of days: the event lasts over it (จัดขึ้น ระหว่างวันที่ 3-5)",
                    "occasion": "before a day: the end of a royal occasion's name, which the day is part of (พรรษา, มหาราช)",
                    "broadcast": "announces a page that is read out; the day before it is no event's",
                    "day_of_other": "before a day: the day is of something else",
                    "place": "a noun with which a place begins, behind ที่",
                    "place_part": "a part of a place, before the place (หน้า ศาลากลาง)",
                    "name_over": "ends an event's name",
                    "name_over_behind_blank": "ends an event's name where a blank stands before it",
                    "purpose_in_name": "เพื่อ behind it belongs to the name (คณะกรรมการเพื่อ…)",
                    "amount": "between จำนวน and a figure (จำนวน กว่า 100 คน)",
                    "bare_noun_over": "behind a trigger: the trigger has no name behind it (เป็นประธานการประชุม โดย…)",
                    "organizes": "before โดย and an organization: the organization organizes (จัด โดยกรมการข้าว)",
                    "subject_over": "between an organization and a trigger: the organization is not the subject",
                    "notice": "before the organization with which a headline begins",
                    "partners": "between an organization and จัด: those that organize with it",
                    "not_organized": "begins with จัด and organizes no event (จัดสรร)",
                    "committee": "the beginning of the name of an organization that itself meets",
                    "edition": "before a number: the edition (ครั้งที่ 2/2566)",
                    "theme": "before a quotation: the theme (ภายใต้ หัวข้อ “…”)",
                    "attendance": "beside a number of people: they came",
                    "delegates": "before a name: the person is sent by another (มอบหมายให้ นายสมชาย)",
                    "not_subject": "before a name: the person is not the subject (ต้อนรับ นายสมชาย)",
                    "royal_verb": "begins a verb whose subject is a royal person",
                    "royal_gift": "likewise, if a royal person is named before it",
                    "minutes_chair": "before a colon and a name: who presides, in minutes",
                    "hosts": "between a person and a visit: the person is the host and does not lead it",
                    "presides": "behind a name that โดยมี introduces: the person presides",
                    "present_over": "ends the list of those present",
                    "not_resolved": "between the cabinet and a verb: the verb is not what the cabinet decides",
                },
            ),
        ),
        (
            Flag("before_blank", "The word counts only where a blank follows it (ณ, อาทิ)."),
            Flag("ends_name", "Of a place: with ที่ before it, it also ends an event's name."),
        ),
        key=("word", "type"),
        notes="Verbs of saying that end the account of an event are in `speech_verbs` (flag `ends_event`).",
    ),
)

_COUNTS = (
    TableSchema(
        "units",
        "counts",
        "a word that follows a number and tells what it counts or measures in",
        (
            _word("The word."),
            _type("The type of unit.", _UNIT_TYPES),
            _forms("Other spellings of the same unit."),
            Column(
                "means",
                "The multiplier and the unit that the word stands for (ลบ. is 1000000 บาท).",
                pattern=re.compile("[0-9]{1,15} .+"),
            ),
            _not("With one of these directly behind it, the letters are another word (ราย + การ)."),
        ),
        (
            Flag(
                "noun", "The word is a noun that names what is counted (2 จังหวัด), no mere classifier (2 แห่ง)."
            ),
            Flag(
                "opens_name",
                "The word also opens a name or a phrase of its own (ชั้น 3 อาคาร…, ครั้งที่ 2 โครงการ…).",
            ),
        ),
        notes="`source` tells how often the word follows a number in 8,934 articles of the government's site, 2020 to 2025.",
    ),
    TableSchema(
        "counted_nouns",
        "counts",
        "a word by which a clause tells the noun that its number counts",
        (
            _word("The word."),
            _type(
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
            _type(
                "Types of units, as in `units`.", _UNIT_TYPES, name="unit_types", required=False, many=True
            ),
        ),
        key=("word", "type"),
    ),
    TableSchema(
        "count_links",
        "counts",
        "words between a number and what stands before it",
        (
            _word("The words."),
            _type(
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
            _word("The words."),
            _type(
                "Where the words stand.",
                {
                    "before": "before the number",
                    "within": "between the number and its unit",
                    "after": "behind the unit",
                },
            ),
            _type(
                "What the words say of the number, as in the annotation guide.",
                {">": "more", "<": "less", ">=": "at least", "<=": "at most", "~": "about"},
                name="modifier",
            ),
            _not(
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
            _word("The word."),
            _type(
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
            _word("The word."),
            _type(
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
            _not(),
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

_RECOGNIZER = (
    TableSchema(
        "token_words",
        "recognizer",
        "a word at whose edges the statistical recognizer cuts a longer word of the dictionary (ปลัด + กระทรวง, คน + ไทย)",
        (
            _word("The word. A name often begins with it, or ends before it."),
            _type(
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

_OTHERS = (
    TableSchema(
        "page_labels",
        "io",
        "words before the date or the source on a page of a government site (เผยแพร่เมื่อ, ที่มา)",
        (
            _word("The words."),
            _type(
                "What follows the words.",
                {"date": "the page's date", "time": "its clock time", "source": "the agency that sent it"},
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
            _word("The name of the province."),
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
            _type(
                "The label of the entities.",
                {"PERSON": "persons", "ORGANIZATION": "organizations", "LOCATION": "places"},
                name="label",
            ),
            _type(
                "How the entities are found.",
                {"lexicon": "by a table", "pattern": "by a pattern"},
                name="found_by",
            ),
            Column(
                "type",
                "The type of the organization or the place; * is all of them together; empty where it is not known.",
            ),
            Column("confidence", "The share.", required=True, pattern=_DECIMAL),
        ),
        key=("label", "found_by", "type"),
        notes="`source` is the cases: how many of how many are right.",
    ),
)

SCHEMAS: Mapping[str, TableSchema] = {
    schema.name: schema
    for schema in (
        *_DATES,
        *_NUMBERS,
        *_PERSONS,
        *_ORGANIZATIONS,
        *_PLACES,
        *_POSITIONS,
        *_COUNTS,
        *_STATEMENTS,
        *_EVENTS,
        *_RECOGNIZER,
        *_RESOLUTION,
        *_OTHERS,
    )
}
