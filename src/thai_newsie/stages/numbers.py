"""Numbers as Thai agencies write them, for every stage: where they stand and their exact value.

>>> [str(n.value) for n in find_numbers("4 พันล้านบาท 1.2 แสนคน สิบเอ็ดล้านไร่ 500 กว่าล้านบาท")]
['4000000000', '120000.0', '11000000', '500000000']

What a number counts, and whether it counts anything, is not decided here: "โควิด-19" has one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import prod

import regex

from thai_newsie.document import Span
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.patterns import any_of

# A longer figure is a serial number: it counts nothing, and Decimal would round it.
_MOST_DIGITS = 24
_CODE = re.compile(r"0[\d,]")  # 02 117 6850, and what a space cut off: 110 ,000,000
_MILLION = 1_000_000
_SAID_TWICE = (10_000, 100_000)  # "151,175 แสนราย" are 151,175; but พันตัน is a measure of its own
_HALF = "ครึ่งหนึ่ง"


@dataclass(slots=True)
class Number(Span):
    """A number where it stands.

    `scale` is the multiplier in words behind digits (พันล้าน: 10**9), 1 without one. `words`: no
    digit is in it. `implied`: it begins with a multiplier, the หนึ่ง before it unsaid (หมื่นล้าน).
    `more`: กว่า or เศษ stands within it (40 กว่าล้าน). `fraction`: it is a share of one (ครึ่งหนึ่ง).
    """

    value: Decimal
    scale: int = 1
    words: bool = False
    implied: bool = False
    more: bool = False
    fraction: bool = False


@compiled
def _word_values() -> dict[str, int]:
    return {row["word"]: int(row["value"]) for row in table("number_words")}


def _alternatives(role: str) -> str:
    """The words of a role as a pattern, each with what may not follow it."""
    return "|".join(
        regex.escape(row["word"])
        + (f"(?!{'|'.join(map(regex.escape, values(row['not'])))})" if row["not"] else "")
        for row in table("number_words")
        if row["type"] == role
    )


@compiled
def _begins() -> re.Pattern[str]:
    """What a number begins with: found quickly, as nearly every character is passed over."""
    return re.compile(any_of([*"0123456789", *_word_values(), _HALF]))


@compiled
def _pattern() -> re.Pattern[str]:
    """A number, where one may begin."""
    digit, scale, english = map(_alternatives, ("digit", "scale", "english"))
    return re.compile(
        # Not the tail of a longer figure or of a Latin name: 2/2564, 13.00, กม.84+215, COVID-19, PM2.5.
        r"(?=\d)(?<![\dA-Za-z])(?<!\d[.,:/+])(?<![A-Za-z][-–])"
        r"(?P<digits>(?>\d{1,3}+(?:,\d{3})++(?!\d)|\d++)(?:\.\d++)?+)(?![.,:/+]?\d)"
        rf"(?P<rest>\ {{0,2}}(?P<more>(?:กว่า|เศษ)\ ?)?(?:(?P<scale>(?:{scale}){{1,4}}+)|(?P<english>{english})\b)"
        r"(?P<million>\ ?(?:กว่า|เศษ)\ ?ล้าน)?+)?+"
        # A leading vowel before it makes the letters another word's: เสี่ยง holds สี่.
        rf"|(?<![เแโใไ])(?!เอ็ด|ยี่(?!สิบ))(?P<words>(?:{digit}|{scale}){{1,40}}+)"
        rf"|(?P<half>{_HALF})"
    )


def find_numbers(text: str) -> Iterator[Number]:
    """The numbers of a normalized text in their order: digits with separators, number words, both mixed.

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
    """What is written as a number, in the order of the text."""
    begins, pattern, done = _begins(), _pattern(), 0
    while found := begins.search(text, done):
        match = pattern.match(text, found.start())
        done = match.end() if match else found.start() + 1
        if match:
            yield match


def _read(match: re.Match[str]) -> Number | None:
    start, end = match.span()
    written = match.lastgroup
    if written == "half":
        return Number(start, end, Decimal("0.5"), words=True, fraction=True)
    if written == "words":
        whole = words_value(match["words"])
        implied = match["words"].startswith(("ร้อย", "พัน", "หมื่น", "แสน", "ล้าน"))
        return None if whole is None else Number(start, end, Decimal(whole), words=True, implied=implied)
    digits = match["digits"]
    if len(digits) > _MOST_DIGITS or _CODE.match(digits):
        return None
    value = Decimal(digits.replace(",", ""))
    if written == "digits":
        return Number(start, end, value)
    words = _split(match["scale"]) if match["scale"] else [match["english"]]
    scale = prod(_word_values()[word] for word in words) * (_MILLION if match["million"] else 1)
    if scale in _SAID_TWICE and value >= scale:
        scale = 1
    return Number(start, end, value * scale, scale, more=bool(match["more"] or match["million"]))


def _continues(held: Number, number: Number, text: str) -> bool:
    """Whether the second number goes on counting in the first one's smaller units: 1 ล้าน 5 แสน."""
    return (
        not held.words
        and not number.words
        and held.scale > number.value >= number.scale > 1
        and text[held.end : number.start] in ("", " ")
    )


@compiled
def _splitter() -> regex.Pattern[str]:
    return regex.compile("|".join(map(regex.escape, _word_values())))


def _split(words: str) -> list[str]:
    return _splitter().findall(words)


def words_value(words: str) -> int | None:
    """The value of a number in Thai words; None where they make no number (สองสาม, "two or three").

    >>> words_value("สองหมื่นสามพัน"), words_value("หนึ่งร้อยยี่สิบเอ็ด"), words_value("สามแสนล้าน")
    (23000, 121, 300000000000)
    >>> words_value("สองสาม")
    """
    done = part = 0  # done: what ล้าน has closed; part: below a million
    digit: int | None = None
    for word in _split(words):
        value = _word_values()[word]
        if value < 10:
            if digit is not None:
                return None
            digit = value
        elif value == _MILLION:
            part += digit or 0
            done = (done + part or 1) * _MILLION
            part, digit = 0, None
        else:
            part += (1 if digit is None else digit) * value
            digit = None
    return done + part + (digit or 0)
