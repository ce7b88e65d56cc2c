"""The words that numbers are written with: their values, and the pattern that finds them."""

from __future__ import annotations

from collections.abc import Container, Iterable
from decimal import Decimal

import regex

from thai_newsie.lexicon import Row, compiled, table, values, words_of
from thai_newsie.lexicon.patterns import NOTHING, any_of

TEN, HUNDRED, MILLION = 10, 100, 1_000_000
_BELOW_MINUTES_END = range(60)


def rows(*types: str, flag: str = "") -> list[Row]:
    """The rows of some types that have exactly this flag, or none."""
    return [row for row in table("number_words") if row["type"] in types and row["flags"] == flag]


@compiled
def word_values() -> dict[str, int]:
    """From each word that whole numbers are written with to its value."""
    whole = {row["word"]: int(row["value"]) for row in table("number_words") if row["type"] != "fraction"}
    return whole | dict.fromkeys(marks("zero"), 0)


@compiled
def fractions() -> dict[str, Decimal]:
    """From each word for a share of one to its value."""
    return {row["word"]: Decimal(row["value"]) for row in rows("fraction")}


@compiled
def marks(*types: str) -> tuple[str, ...]:
    """The words of some types of the table number_marks.

    >>> marks("point", "zero")
    ('จุด', 'ศูนย์')
    """
    return words_of("number_marks", *types)


@compiled
def large_scales() -> frozenset[str]:
    """The multipliers from ร้อย on, which a number may begin with."""
    return frozenset(row["word"] for row in rows("scale") if int(row["value"]) >= HUNDRED)


def _scale_words(value: int) -> list[str]:
    return [row["word"] for row in rows("scale") if int(row["value"]) == value]


@compiled
def spoken_numbers() -> dict[str, int]:
    """From each number from 1 to 11 in words to its value.

    >>> [word for word, value in spoken_numbers().items() if value > 9]
    ['สิบ', 'สิบเอ็ด']
    """
    ones = {row["word"]: int(row["value"]) for row in rows("digit")}
    tens = _scale_words(TEN)
    behind_ten = [row["word"] for row in rows("digit", flag="after_scale")]
    return ones | dict.fromkeys(tens, TEN) | {t + one: TEN + 1 for t in tens for one in behind_ten}


@compiled
def spoken_minutes() -> dict[str, int]:
    """From each number from 0 to 59 in words to its value.

    >>> [spoken_minutes()[word] for word in ("ศูนย์", "สิบเอ็ด", "ยี่สิบ", "สามสิบแปด")]
    [0, 11, 20, 38]
    """
    ones = {row["word"]: int(row["value"]) for row in rows("digit")}
    before_ten = {row["word"]: int(row["value"]) for row in rows("digit", flag="before_ten")}
    behind_ten = dict.fromkeys((row["word"] for row in rows("digit", flag="after_scale")), 1)
    tens = {
        one + ten: value * TEN
        for ten in _scale_words(TEN)
        for one, value in {"": 1, **ones, **before_ten}.items()
    }
    compound = {
        ten + one: whole + value
        for ten, whole in tens.items()
        for one, value in {"": 0, **ones, **behind_ten}.items()
    }
    found = dict.fromkeys(marks("zero"), 0) | ones | compound
    return {word: value for word, value in found.items() if value in _BELOW_MINUTES_END}


@compiled
def counting_words() -> tuple[str, ...]:
    """The words of the numbers from 1 to 10, and ร้อย: what makes a unit behind them a count of units."""
    return (*(word for word, value in spoken_numbers().items() if value <= TEN), *_scale_words(HUNDRED))


def spoken_pattern(allowed: Container[int]) -> str:
    """A pattern of the words of one digit for the numbers `allowed`; each with the letters that may not follow it."""
    return alternatives(row for row in rows("digit") if int(row["value"]) in allowed)


def alternatives(listed: Iterable[Row]) -> str:
    """The words of rows as a pattern, each with the letters that may not follow it."""
    words = (
        regex.escape(row["word"]) + (f"(?!{any_of(values(row['not']))})" if row["not"] else "")
        for row in listed
    )
    return "|".join(words) or NOTHING


def words_pattern() -> str:
    """Pattern of a number in words: หนึ่งร้อยเอ็ด, สามล้านสองแสน, ห้าจุดเจ็ดล้าน, ศูนย์จุดสี่.

    ร้อยเอ็ด by itself is a province. Behind a digit, and before ล้าน, it is a hundred and one.
    """
    digit = alternatives(row for row in table("number_words") if row["type"] == "digit")
    scale = alternatives(rows("scale"))
    after_scale = any_of(row["word"] for row in rows("digit", flag="after_scale"))
    only_tens = any_of(row["word"] for row in rows("digit", flag="before_ten"))
    tens, hundred, million = (any_of(_scale_words(value)) for value in (TEN, HUNDRED, MILLION))
    ones = any_of(row["word"] for row in rows("digit"))
    hundred_and_one = f"{ones}{hundred}(?={after_scale})|{hundred}(?={after_scale}{million})"
    zero, point = any_of(marks("zero")), any_of(marks("point"))
    decimals = rf"{point}(?:(?:{zero}|{alternatives(rows('digit'))}){{1,10}}+)(?:(?:{scale}){{1,4}}+)?+"
    return (
        rf"(?!{after_scale}|{only_tens}(?!{tens}))(?:{hundred_and_one}|{digit}|{scale}){{1,40}}+(?:{decimals})?+"
        rf"|{zero}{decimals}"
    )


@compiled
def _splitter() -> regex.Pattern[str]:
    return regex.compile(any_of((*word_values(), *marks("point", "minus"))))


def split(words: str) -> list[str]:
    """The words of a number, one by one."""
    return _splitter().findall(words)


def words_value(words: str) -> Decimal | None:
    """The value of a number in Thai words; None where they make no number (สองสาม, "two or three").

    >>> [str(words_value(words)) for words in ("สองหมื่นสามพัน", "ลบหนึ่งร้อยยี่สิบเอ็ด", "ห้าจุดศูนย์สองล้าน")]
    ['23000', '-121', '5020000']
    >>> words_value("สองสาม"), words_value("ห้าพันสี่หมื่น")
    (None, None)
    """
    parts = split(words)
    if parts and parts[0] in marks("minus"):
        value = words_value("".join(parts[1:]))
        return None if value is None else -value
    place = next((index for index, word in enumerate(parts) if word in marks("point")), None)
    if place is None:
        whole = _whole(parts)
        return None if whole is None else Decimal(whole)
    return _with_decimals(parts[:place], parts[place + 1 :])


def _with_decimals(before: list[str], behind: list[str]) -> Decimal | None:
    """The value of the words before จุด and the digits behind it, times what multiplies both: ห้าจุดเจ็ด ล้าน."""
    whole = _whole(before)
    digits = [word_values()[word] for word in behind if word_values()[word] < TEN]
    scales = [word_values()[word] for word in behind if word_values()[word] >= TEN]
    if whole is None or not digits:
        return None
    value = whole + Decimal("".join(map(str, digits))).scaleb(-len(digits))
    for scale in scales:
        value *= scale
    return value if value % 1 else Decimal(int(value))


def _whole(parts: Iterable[str]) -> int | None:
    """The value of the words of a whole number; None where they make none."""
    millions = part = 0  # what ล้าน has closed; what is below a million
    below = MILLION  # the multiplier that the next one must be smaller than
    digit: int | None = None
    for word in parts:
        value = word_values()[word]
        if value < TEN:
            if digit is not None:
                return None
            digit = value
        elif value == MILLION:
            millions = (millions + part + (digit or 0) or 1) * MILLION
            part, digit, below = 0, None, MILLION
        elif value < below:
            part += (1 if digit is None else digit) * value
            digit, below = None, value
        else:
            return None
    return millions + part + (digit or 0)
