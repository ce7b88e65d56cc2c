"""Numbers as Thai agencies write them, for every stage: their place and their exact value.

>>> [str(n.value) for n in find_numbers("4 พันล้านบาท 1.2 แสนคน สิบเอ็ดล้านไร่ 500 กว่าล้านบาท")]
['4000000000', '120000.0', '11000000', '500000000']

This module does not decide what a number counts, or whether it counts anything: "โควิด-19" holds one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from thai_newsie.document import Span
from thai_newsie.lexicon import compiled, table, words_of
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.number_words import (
    MILLION,
    alternatives,
    fractions,
    large_scales,
    marks,
    rows,
    split,
    word_values,
    words_pattern,
    words_value,
)
from thai_newsie.text.characters import LEADING_VOWELS

_MAX_DIGITS = 24  # a longer figure is a serial number: it counts nothing, and Decimal would round it
_CODE_FIGURE = re.compile(r"0[\d,]")  # 02 117 6850, and what a space cut off: 110 ,000,000
_SCALES_SAID_TWICE = (10_000, 100_000)  # "151,175 แสนราย" are 151,175; but พันตัน is a measure of its own


@dataclass(slots=True)
class Number(Span):
    """A number in a text.

    `scale` is the multiplier in words behind figures (พันล้าน: 10**9), 1 without one. `words`: the number has no
    figure. `implied`: it is multipliers alone and leaves out หนึ่ง (หมื่นล้าน). `more`: กว่า or เศษ stands within
    it (40 กว่าล้าน). `fraction`: it is a share of one (ครึ่งหนึ่ง).
    """

    value: Decimal
    scale: int = 1
    words: bool = False
    implied: bool = False
    more: bool = False
    fraction: bool = False


@compiled
def _begins() -> re.Pattern[str]:
    """The beginning of a number. The search for it is quick, because nearly every character is passed over."""
    zeros = marks("zero")  # by itself ศูนย์ is a centre
    begun = (zero + point for zero in zeros for point in marks("point"))
    whole = (word for word in word_values() if word not in zeros)
    return re.compile(any_of([*"0123456789", *whole, *fractions(), *begun]))


@compiled
def _pattern() -> re.Pattern[str]:
    """A number at a place where one may begin."""
    scale, english = (alternatives(rows(type)) for type in ("scale", "english"))
    more = any_of(words_of("count_modifiers", "within"))
    million = any_of(word for word, value in word_values().items() if value == MILLION and not word.isascii())
    codes = "|".join(rf"(?<=\b{row['code']})" for row in table("currencies"))
    return re.compile(
        # Not the tail of a longer figure or of a Latin name: 2/2564, 13.00, กม.84+215, COVID-19, PM2.5.
        # A code of a currency may stand there: THB500.
        rf"(?=\d)(?:(?<![\dA-Za-z])|{codes})(?<!\d[.,:/+])(?<![A-Za-z][-–])"
        r"(?P<digits>(?>\d{1,3}+(?:,\d{3})++(?!\d)|\d++)(?:\.\d++)?+)(?![.,:/+]?\d)"
        rf"(?P<rest>\ {{0,2}}(?P<more>{more}\ ?)?(?:(?P<scale>(?:{scale}){{1,4}}+)|(?P<english>{english})\b)"
        rf"(?P<million>\ ?{more}\ ?{million})?+)?+"
        # A leading vowel before it makes the letters another word's: เสี่ยง holds สี่.
        rf"|(?<![{LEADING_VOWELS}])(?P<words>{words_pattern()})"
        rf"|(?P<fraction>{any_of(fractions())})"
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
        return Number(start, end, fractions()[match["fraction"]], words=True, fraction=True)
    if written == "words":
        value = words_value(match["words"])
        implied = set(split(match["words"])) <= large_scales()
        return None if value is None else Number(start, end, value, words=True, implied=implied)
    digits = match["digits"]
    if len(digits) > _MAX_DIGITS or _CODE_FIGURE.match(digits):
        return None
    value = Decimal(digits.replace(",", ""))
    if written == "digits":
        return Number(start, end, value)
    words = split(match["scale"]) if match["scale"] else [match["english"]]
    scale = prod(word_values()[word] for word in words) * (MILLION if match["million"] else 1)
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
