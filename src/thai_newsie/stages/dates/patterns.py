"""Pieces of pattern that the date rules are built from: words of the tables, and what joins them."""

from __future__ import annotations

import re

import regex

from thai_newsie.lexicon import compiled, table, values, words_of
from thai_newsie.lexicon.patterns import NOTHING, any_of

Match = regex.Match[str] | re.Match[str]
Pattern = regex.Pattern[str]
# What is searched for in the whole text is compiled by the standard library: it passes over what begins no
# word of a prefix tree several times as fast.
Finder = re.Pattern[str]


@compiled
def column(name: str, *columns: str) -> dict[str, str]:
    """From every form in `columns` of the table `name` to its row's first cell.

    >>> column("months", "abbreviations")["ก.พ."]
    '2'
    """
    return {
        form: next(iter(row.values())) for row in table(name) for key in columns for form in values(row[key])
    }


@compiled
def words(*types: str) -> str:
    """Pattern of the words of some types of the table date_words.

    >>> words("part")
    '(?:ต้น|กลาง|ปลาย|สิ้น)'
    """
    return any_of(words_of("date_words", *types))


@compiled
def guarded(*types: str) -> str:
    """Pattern of the words of some types, each with what may not follow it."""
    parts = (
        regex.escape(row["word"]) + (rf"(?! ?{any_of(values(row['not']))})" if row["not"] else "")
        for row in table("date_words")
        if row["type"] in types
    )
    return f"(?:{'|'.join(sorted(parts, key=len, reverse=True)) or NOTHING})"


@compiled
def words_backwards(*types: str) -> str:
    """The same for a pattern that is read backwards (`(?r)`): with the letters that may not stand before a word."""
    rows = [row for row in table("date_words") if row["type"] in types]
    guarded = (
        "".join(f"(?<!{regex.escape(before.removesuffix('…'))})" for before in values(row["not"]))
        + regex.escape(row["word"])
        for row in rows
    )
    return f"(?:{'|'.join(sorted(guarded, key=len, reverse=True)) or NOTHING})"


@compiled
def month_numbers() -> dict[str, int]:
    """From every way of writing a month to its number; English ones in lower case."""
    thai = column("months", "word", "abbreviations", "bare", "short", "forms")
    english = column("months", "english")
    return {form: int(n) for form, n in thai.items()} | {form.lower(): int(n) for form, n in english.items()}


@compiled
def eras() -> dict[str, int]:
    """From every form of an era to what is added to its years."""
    return {form: int(row["offset"]) for row in table("eras") for form in values(row["forms"])}


@compiled
def eras_alone() -> dict[str, int]:
    """The same without the forms that are an era only behind a month: รศ. is also a title."""
    behind_month = (row for row in table("eras") if row["flags"] == "behind_month")
    kept = {form for row in behind_month for form in values(row["forms"])}
    return {form: offset for form, offset in eras().items() if form not in kept}


def month_number(name: str) -> int:
    """The number of a month however it is written.

    >>> month_number("พ.ค."), month_number("MAY")
    (5, 5)
    """
    return month_numbers().get(name) or month_numbers()[name.lower()]


NO_LETTER = r"(?![ก-ฺเ-๎A-Za-z])"


@compiled
def thai_month() -> str:
    """Pattern of a Thai month name. What ends in no dot ends where the word does: มีค also begins มีค่า, ต.ค ต.คลองหนึ่ง.

    Each of its alternatives begins with another letter, by which `re` passes over the others.
    """
    dotted = [form for form in column("months", "abbreviations") if form.endswith(".")]
    undotted = [form for form in column("months", "abbreviations") if not form.endswith(".")]
    safe = [*column("months", "word", "forms"), *dotted]
    short = [*column("months", "bare", "short"), *undotted]

    def behind(letter: str) -> str:
        rests = ([form[1:] for form in forms if form[0] == letter] for forms in (safe, short))
        ends = zip(rests, ("", NO_LETTER), strict=True)
        return "|".join(any_of(rest) + end for rest, end in ends if rest)

    letters = sorted({form[0] for form in (*safe, *short)})
    return "|".join(f"{letter}(?:{behind(letter)})" for letter in letters) or NOTHING


@compiled
def english_month() -> str:
    """Pattern of an English month name; in small letters it may be a word of another kind (may, march)."""
    forms = list(column("months", "english"))
    return f"{any_of([*forms, *map(str.upper, forms)])}(?![A-Za-z])"


@compiled
def era() -> str:
    """Pattern of an era."""
    return any_of(eras())


@compiled
def weekday() -> str:
    """Pattern of a weekday's name, without วัน."""
    return any_of(column("weekdays", "word", "forms"))


# What joins two dates. A range: "15 - 17", "5 ถึง 7"; a list: "3, 10 และ 17".
TO = r"(?: {0,3}(?:[-–—~]|(?:ไป|เรื่อยไป|ต่อเนื่อง)?(?:จน)?(?:กระทั่ง)?ถึง|to(?![a-z])) {0,3})"
# A range that goes on in the next line: "พฤศจิกายน 2566 ⏎ ถึง มกราคม 2567", "1 ธันวาคม 2566 - ⏎ 5 มกราคม 2567".
TO_NEXT_LINE = (
    r"(?: {0,3}\n {0,3}(?:จน)?(?:กระทั่ง)?ถึง {0,3}| {0,3}(?:[-–—~]|(?:จน)?(?:กระทั่ง)?ถึง) {0,3}\n {0,3})"
)
AND = r"(?: {0,3}(?:, ?และ|,|and(?![a-z])|และ|กับ|หรือ|&) {0,3})"


@compiled
def day_word() -> str:
    """What may stand before a day of the month within a list or range: "ถึงวันที่", "และวันอาทิตย์ที่"."""
    return rf"(?:(?:ใน)?(?:วัน)?{weekday()} ?ที่ {{0,2}}|(?:ใน)?วันที่ {{0,2}}|ที่ {{0,2}})"
