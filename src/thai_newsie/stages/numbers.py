"""Numbers as Thai agencies write them, for every stage: their place and their exact value.

>>> [str(n.value) for n in find_numbers("4 พันล้านบาท 1.2 แสนคน สิบเอ็ดล้านไร่ 500 กว่าล้านบาท")]
['4000000000', '120000.0', '11000000', '500000000']

This module does not decide what a number counts, or whether it counts anything: "โควิด-19" holds one too.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import prod

import regex

from thai_newsie.document import Span
from thai_newsie.lexicon import Row, compiled, table, values, words_of
from thai_newsie.lexicon.patterns import NOTHING, any_of
from thai_newsie.text.characters import LEADING_VOWELS

_MAX_DIGITS = 24  # a longer figure is a serial number: it counts nothing, and Decimal would round it
_CODE_FIGURE = re.compile(r"0[\d,]")  # 02 117 6850, and what a space cut off: 110 ,000,000
_TEN, _HUNDRED, _MILLION = 10, 100, 1_000_000
_SCALES_SAID_TWICE = (10_000, 100_000)  # "151,175 แสนราย" are 151,175; but พันตัน is a measure of its own


@dataclass(slots=True)
class Number(Span):
    """A number in a text.

    `scale` is the multiplier in words behind figures (พันล้าน: 10**9), 1 without one. `words`: the number has no
    figure. `implied`: it begins with a multiplier and leaves out หนึ่ง (หมื่นล้าน). `more`: กว่า or เศษ stands within
    it (40 กว่าล้าน). `fraction`: it is a share of one (ครึ่งหนึ่ง).
    """

    value: Decimal
    scale: int = 1
    words: bool = False
    implied: bool = False
    more: bool = False
    fraction: bool = False


def _rows(*types: str, flag: str = "") -> list[Row]:
    """The rows of some types that have exactly this flag, or none."""
    return [row for row in table("number_words") if row["type"] in types and row["flags"] == flag]


@compiled
def _word_values() -> dict[str, int]:
    """From each word that whole numbers are written with to its value."""
    return {row["word"]: int(row["value"]) for row in table("number_words") if row["type"] != "fraction"}


@compiled
def _fractions() -> dict[str, Decimal]:
    return {row["word"]: Decimal(row["value"]) for row in _rows("fraction")}


@compiled
def _large_scales() -> tuple[str, ...]:
    """The multipliers from ร้อย on, which a number may begin with."""
    return tuple(row["word"] for row in _rows("scale") if int(row["value"]) >= _HUNDRED)


@compiled
def spoken_numbers() -> dict[str, int]:
    """From each number from 1 to 11 in words to its value.

    >>> [word for word, value in spoken_numbers().items() if value > 9]
    ['สิบ', 'สิบเอ็ด']
    """
    ones = {row["word"]: int(row["value"]) for row in _rows("digit")}
    tens = [row["word"] for row in _rows("scale") if int(row["value"]) == _TEN]
    behind_ten = [row["word"] for row in _rows("digit", flag="after_scale")]
    return ones | dict.fromkeys(tens, _TEN) | {t + one: _TEN + 1 for t in tens for one in behind_ten}


@compiled
def counting_words() -> tuple[str, ...]:
    """The words of the numbers from 1 to 10, and ร้อย: what makes a unit behind them a count of units."""
    hundred = (row["word"] for row in _rows("scale") if int(row["value"]) == _HUNDRED)
    return (*(word for word, value in spoken_numbers().items() if value <= _TEN), *hundred)


def spoken_pattern(allowed: Container[int]) -> str:
    """A pattern of the words of one digit for the numbers `allowed`; each with the letters that may not follow it."""
    return _alternatives(row for row in _rows("digit") if int(row["value"]) in allowed)


def _alternatives(rows: Iterable[Row]) -> str:
    """The words of rows as a pattern, each with the letters that may not follow it."""
    words = (
        regex.escape(row["word"]) + (f"(?!{any_of(values(row['not']))})" if row["not"] else "")
        for row in rows
    )
    return "|".join(words) or NOTHING


@compiled
def _begins() -> re.Pattern[str]:
    """The beginning of a number. The search for it is quick, because nearly every character is passed over."""
    return re.compile(any_of([*"0123456789", *_word_values(), *_fractions()]))


@compiled
def _pattern() -> re.Pattern[str]:
    """A number at a place where one may begin."""
    scale, english = (_alternatives(_rows(type)) for type in ("scale", "english"))
    digit = _alternatives(row for row in table("number_words") if row["type"] == "digit")
    more = any_of(words_of("count_modifiers", "within"))
    tens = any_of(row["word"] for row in _rows("scale") if int(row["value"]) == _TEN)
    no_first = any_of(row["word"] for row in _rows("digit", flag="after_scale"))
    only_tens = any_of(row["word"] for row in _rows("digit", flag="before_ten"))
    million = any_of(
        word for word, value in _word_values().items() if value == _MILLION and not word.isascii()
    )
    return re.compile(
        # Not the tail of a longer figure or of a Latin name: 2/2564, 13.00, กม.84+215, COVID-19, PM2.5.
        r"(?=\d)(?<![\dA-Za-z])(?<!\d[.,:/+])(?<![A-Za-z][-–])"
        r"(?P<digits>(?>\d{1,3}+(?:,\d{3})++(?!\d)|\d++)(?:\.\d++)?+)(?![.,:/+]?\d)"
        rf"(?P<rest>\ {{0,2}}(?P<more>{more}\ ?)?(?:(?P<scale>(?:{scale}){{1,4}}+)|(?P<english>{english})\b)"
        rf"(?P<million>\ ?{more}\ ?{million})?+)?+"
        # A leading vowel before it makes the letters another word's: เสี่ยง holds สี่.
        rf"|(?<![{LEADING_VOWELS}])(?!{no_first}|{only_tens}(?!{tens}))(?P<words>(?:{digit}|{scale}){{1,40}}+)"
        rf"|(?P<fraction>{any_of(_fractions())})"
    )


def find_numbers(text: str) -> Iterator[Number]:
    """The numbers of a normalized text in their order: figures with separators, number words, both mixed.

    Offsets are those of `text`.

    >>> [(n.start, n.end, int(n.value)) for n in find_numbers("รวม 1,364 ไร่ สองหมื่นสามพันคน")]
    [(4, 9, 1364), (14, 28, 23000)]
    >>> [int(n.value) for n in find_numbers("1 ล้าน 5 แสนบาท ครั้งที่ 2/2564")]
    [1500000]
    """
    held: Number | None = None
    for match in _written(text):
        number = _read(match)
        if number is None:
            continue
        if held and _continues(held, number, text):
            held = Number(held.start, number.end, held.value + number.value, number.scale, more=number.more)
            continue
        if held:
            yield held
        held = number
    if held:
        yield held


def _written(text: str) -> Iterator[re.Match[str]]:
    """The places of the text that are written as a number, in order."""
    begins, pattern, done = _begins(), _pattern(), 0
    while found := begins.search(text, done):
        match = pattern.match(text, found.start())
        done = match.end() if match else found.start() + 1
        if match:
            yield match


def _read(match: re.Match[str]) -> Number | None:
    """The number of a match of `_pattern`; None where the figures or words make none."""
    start, end = match.span()
    written = match.lastgroup
    if written == "fraction":
        return Number(start, end, _fractions()[match["fraction"]], words=True, fraction=True)
    if written == "words":
        whole = words_value(match["words"])
        implied = match["words"].startswith(_large_scales())
        return None if whole is None else Number(start, end, Decimal(whole), words=True, implied=implied)
    digits = match["digits"]
    if len(digits) > _MAX_DIGITS or _CODE_FIGURE.match(digits):
        return None
    value = Decimal(digits.replace(",", ""))
    if written == "digits":
        return Number(start, end, value)
    words = _split(match["scale"]) if match["scale"] else [match["english"]]
    scale = prod(_word_values()[word] for word in words) * (_MILLION if match["million"] else 1)
    if scale in _SCALES_SAID_TWICE and value >= scale:
        scale = 1
    return Number(start, end, value * scale, scale, more=bool(match["more"] or match["million"]))


def _continues(held: Number, number: Number, text: str) -> bool:
    """Whether the second number goes on counting in smaller units than the first: 1 ล้าน 5 แสน."""
    return (
        not held.words
        and not number.words
        and held.scale > number.value >= number.scale > 1
        and text[held.end : number.start] in ("", " ")
    )


@compiled
def _splitter() -> regex.Pattern[str]:
    return regex.compile(any_of(_word_values()))


def _split(words: str) -> list[str]:
    return _splitter().findall(words)


def words_value(words: str) -> int | None:
    """The value of a number in Thai words; None where they make no number (สองสาม, "two or three").

    >>> words_value("สองหมื่นสามพัน"), words_value("หนึ่งร้อยยี่สิบเอ็ด"), words_value("สามแสนล้าน")
    (23000, 121, 300000000000)
    >>> words_value("สองสาม")
    """
    millions = part = 0  # what ล้าน has closed; what is below a million
    digit: int | None = None
    for word in _split(words):
        value = _word_values()[word]
        if value < _TEN:
            if digit is not None:
                return None
            digit = value
        elif value == _MILLION:
            part += digit or 0
            millions = (millions + part or 1) * _MILLION
            part, digit = 0, None
        else:
            part += (1 if digit is None else digit) * value
            digit = None
    return millions + part + (digit or 0)
