"""Schemas of the tables of data/dates."""

from __future__ import annotations

import re

from thai_newsie.lexicon.schemas.parts import (
    WHOLE_NUMBER,
    Column,
    Flag,
    TableSchema,
    forms_column,
    not_column,
    type_column,
    word_column,
)

_MONTH_NUMBER = "(1[0-2]|[1-9])"
_DAY_OF_YEAR = (
    "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))"
)

DATES_TABLES = (
    TableSchema(
        "months",
        "dates",
        "a month",
        (
            Column("number", "The number of the month.", required=True, pattern=re.compile(_MONTH_NUMBER)),
            word_column("The name of the month. It counts as the month anywhere."),
            forms_column("Misspellings. They count as the month anywhere, like the name."),
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
            word_column("The name without วัน. It stands behind วัน, or alone before a day of the month."),
            forms_column(),
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
            forms_column("The ways of writing it.", required=True),
            Column(
                "offset",
                "What is added to a year of the era for the Gregorian year.",
                required=True,
                pattern=WHOLE_NUMBER,
            ),
        ),
        (
            Flag(
                "behind_month",
                "The forms are the era only behind a month (9 มีนาคม รศ.121); elsewhere they are a title or a name.",
            ),
        ),
        key=("code",),
    ),
    TableSchema(
        "year_words",
        "dates",
        "words that make the number behind them a year",
        (
            word_column("The words."),
            type_column(
                "The type of year.",
                {
                    "year": "a calendar year",
                    "fiscal_year": "a fiscal year",
                    "academic_year": "an academic year",
                    "law": "the year at the end of a law's name (พ.ร.บ.ศุลกากร 2560): only a full Buddhist year",
                    "time": "a year right behind a word of time (ตั้งแต่ช่วง 2562): only a full Buddhist year",
                },
            ),
            forms_column("Other words for the same."),
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
            forms_column("The words.", required=True),
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
                # Behind its placeholder an expression has words: "5" alone would be a date everywhere.
                pattern=re.compile(r"(?:[^{}]*\{(?:number|weekday|day)\})?[ ()]*[^ (){}][^{}]*"),
            ),
            type_column(
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
                "How many units away from the article's own day, up to 899; with {number}, for each one of the number.",
                required=True,
                pattern=re.compile("-?[1-8]?[0-9]{1,2}"),
            ),
            not_column(),
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
            word_column("The name."),
            forms_column("Other names of the same day."),
            Column(
                "day",
                "The day: MM-DD; or a day of the Thai lunar calendar as waxing or waning, day, and month (waxing 15 6); "
                "or nth, weekday and month (2 6 1 is the second Saturday of January; 1 is Monday).",
                required=True,
                pattern=re.compile(
                    rf"{_DAY_OF_YEAR}|(waxing|waning) (1[0-5]|[1-9]) {_MONTH_NUMBER}|-?[1-5] [1-7] {_MONTH_NUMBER}"
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
            word_column("The word."),
            type_column(
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
                    "month_counter": "before a number and เดือน with a month: the number counts months (ครบ 3 เดือนเมษายน)",
                    "duration": "before weeks, months or years that count back: they are a stretch of time or compare (หลาย ปีที่ผ่านมา)",
                    "ordinal": "behind ไตรมาส: the quarter of the number in `value` (ไตรมาส แรก)",
                    "term": "a school term (ภาคเรียน ที่ 1/2565)",
                    "budget": "before a quarter without a year: it is one of the fiscal year (เบิกจ่าย … ไตรมาส 2)",
                    "o_clock": "behind figures: they are a clock time (13.00 นาฬิกา)",
                    "before_noon": "does the same, and the time is before noon (06:56 ก่อนเที่ยง)",
                    "after_noon": "does the same, and the time is after noon (1 pm)",
                    "minute": "behind the minutes of a spoken time (บ่ายสามโมงสิบ นาที)",
                    "colon_opener": "before figures with a colon: they are a clock time (ตอน 06:45)",
                    "about": "may stand between เวลา and figures (เวลา ประมาณ 13.00)",
                    "clock_opener": "before a clock time that begins with ตี: it is no other word (ตอน ตีสอง, but โจมตีสองครั้ง)",
                    "after_evening": "behind ทุ่ม: it is a clock time (สองทุ่ม กว่า, but สองทุ่มเท)",
                },
            ),
            Column(
                "value",
                "The number that the word means.",
                pattern=re.compile("[1-4]"),
                required_of=("ordinal",),
            ),
            not_column(
                "With one of these directly before it (…), the word does not count (หมด + อายุ); of the type `minute`, with one of "
                "these directly behind it (สองทุ่ม 30 นาที + ต่อมา)."
            ),
        ),
        (Flag("noon", "The word also makes เที่ยงตรง behind it a clock time (เวลา เที่ยงตรง)."),),
        key=("word", "type"),
    ),
)
