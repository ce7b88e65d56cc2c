"""What stands before and behind a number that counts: จำนวน, modifiers, its unit, what the amount is for one of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from thai_newsie.document import Span
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import row
from thai_newsie.stages.counts.minus import Minus, minus_before
from thai_newsie.stages.counts.units import PERCENT, Unit, currency_signs, unit_at, units
from thai_newsie.stages.counts.words import ORDINAL_WORD, guarded, literals, rule, words
from thai_newsie.text.characters import is_thai_letter

_MAX_LEAD = 80  # characters before a number that its wording may take
_RATE_OPENS = re.compile(r" ?(?:ต่อ ?(?:หนึ่ง)?|/ ?)")
_EACH = ("ละ", "ละ ", "ละ  ")
_REPETITION_MARKS = ("ๆ", " ๆ", "ๆ ", " ๆ ")  # "คนๆ ละ"
_ALL = "ทั้ง"


class Modifier(NamedTuple):
    """A word that makes a number a bound or an estimate: its sign as in the contract, and its row."""

    sign: str
    rule: str


@compiled
def _modifiers(side: str) -> Mapping[str, Modifier]:
    """The modifiers of one side of the number, by word."""
    rows = [entry for entry in table("count_modifiers") if entry["type"] == side]
    return {
        entry["word"]: Modifier(entry["modifier"], row("count_modifiers", entry["word"])) for entry in rows
    }


class Before(NamedTuple):
    """What leads up to a number.

    `start` is where its wording begins. `unit` is the unit that stands before it (ร้อยละ, อันดับ, USD), and `sign` where the
    sign of a currency stands. `quantity` is the row of a word like จำนวน, which makes what follows certainly a count; ""
    without one. `each` is what the amount is for one of (ไร่ละ). `minus` is what may make the number negative, within the wording
    or before it.
    """

    start: int
    modifier: Modifier | None
    unit: Unit | None
    quantity: str
    each: Span | None
    sign: Span | None = None
    minus: Minus | None = None

    @property
    def is_share(self) -> bool:
        """Whether ร้อยละ stands before the number."""
        return self.unit is not None and self.unit.kind == "percent"


@compiled
def _units_of_rates() -> Literals:
    return Literals(form for form, unit in units().items() if unit.kind not in ("money", "percent"))


@compiled
def _modifiers_before() -> Literals:
    """The modifiers before a number, and the words that only end like one: งบประมาณ."""
    others = (
        other.removesuffix("…") + entry["word"]
        for entry in table("count_modifiers")
        for other in values(entry["not"])
    )
    return Literals([*_modifiers("before"), *others])


@compiled
def _unit_words_before() -> Literals:
    return Literals([*words("percent", "rank"), *currency_signs()])


@compiled
def _quantity_words() -> Literals:
    return literals("quantity")


@compiled
def _quantity_phrases() -> Literals:
    return literals("quantity", "quantity_phrase")


@compiled
def _units_before() -> Mapping[str, Unit]:
    """The units that stand before their number."""
    return {
        entry["word"]: Unit(PERCENT, "percent", rule(entry["word"]))
        if entry["type"] == "percent"
        else Unit(entry["word"].removesuffix(ORDINAL_WORD), "rank", rule(entry["word"]))
        for entry in table("counts_words")
        if entry["type"] in ("percent", "rank")
    }


@compiled
def _glued_words() -> frozenset[str]:
    return frozenset(entry["word"] for entry in table("counts_words") if "glued" in values(entry["flags"]))


def gap_before(text: str, low: int, end: int) -> int:
    """Where the spaces before `end` begin, two at most."""
    start = end
    while start > low and end - start < 2 and text[start - 1] == " ":
        start -= 1
    return start


def _led_by(forms: Literals, text: str, low: int, end: int) -> tuple[str, int]:
    """The longest of the forms that leads on to `end`, and where it begins; "" and `end` where none does."""
    place = gap_before(text, low, end)
    form = forms.longest_before(text, place, low)
    return (form, place - len(form)) if form else ("", end)


def _unit_before(text: str, low: int, start: int) -> tuple[Unit | None, int]:
    """The unit before the number at `start`, and where it or a ทั้ง begins: "ร้อยละ 5", "อันดับที่ 3", "USD 5", "ทั้งสอง"."""
    if text.endswith(_ALL, low, start):
        return None, start - len(_ALL)
    word, place = _led_by(_unit_words_before(), text, low, start)
    if not word:
        return None, start
    if sign := currency_signs().get(word):
        return (None, start) if _in_latin_word(text, place) else (sign, place)
    if word in _glued_words() and not is_thai_letter(text, place - 1):
        return None, start  # "ลำดับที่ 1 นายสมชาย" numbers a list, "คู่ค้าลำดับที่ 3" ranks
    return _units_before()[word], place


def _in_latin_word(text: str, place: int) -> bool:
    """Whether the sign of a currency at `place` is the end of a Latin word, or of another sign: DEUR 5, B$ 5."""
    return text[place - 1 : place].isascii() and text[place - 1 : place].isalnum()


def _each(text: str, low: int, end: int) -> Span | None:
    """What the amount is for one of, where ละ ends before `end`: "ไร่ละ"."""
    if not text.endswith(_EACH, low, end):
        return None
    place = text.rfind(_EACH[0], low, end)
    place -= max((len(sign) for sign in _REPETITION_MARKS if text.endswith(sign, low, place)), default=0)
    unit = _units_of_rates().longest_before(text, place, low)
    return Span(place - len(unit), place) if unit else None


def before(text: str, line: int, start: int) -> Before:
    """What leads up to the number at `start`, in the line that begins at `line`: each part from the number outwards.

    >>> lead = before("ไม่เกินรายละ 5 ไร่", 0, 13)
    >>> lead.start, lead.modifier, lead.each
    (0, Modifier(sign='<=', rule='count_modifiers:ไม่เกิน'), Span(start=7, end=10))
    """
    low = max(line, start - _MAX_LEAD)
    minus = minus_before(text, low, start)
    inner_start = minus.start if minus else start
    unit, place = _unit_before(text, low, inner_start)
    sign = Span(place, gap_before(text, place, inner_start)) if unit and unit.currency else None
    each = _each(text, low, place)
    inner, begin = _led_by(_quantity_words(), text, low, each.start if each else place)
    word, modifier_start = _led_by(_modifiers_before(), text, low, begin)
    modifier = _modifiers("before").get(word) if word else None
    outer, begin = _led_by(_quantity_phrases(), text, low, modifier_start if modifier else begin)
    if unit and unit.kind == "rank":
        begin, modifier = place, None
    elif not (outer or modifier or inner):
        begin = place
    quantity = outer or inner
    if not minus and begin < start:
        minus = minus_before(text, low, begin, words_only=True)  # "ติดลบร้อยละ 3", "ติดลบกว่า 3%"
    return Before(begin, modifier, unit, rule(quantity) if quantity else "", each, sign, minus)


@compiled
def _within_pattern() -> re.Pattern[str]:
    # "500,000.- บาท": a dash fills the place of the satang.
    return re.compile(rf"(?:\.-)? ?(?P<within>{any_of(_modifiers('within'))})? {{0,2}}")


@compiled
def _after_pattern() -> re.Pattern[str]:
    return re.compile(rf" ?(?:(?P<half>{guarded('half')})|(?P<after>{any_of(_modifiers('after'))}))")


class Behind(NamedTuple):
    """What follows a number: its unit, where the wording ends, and the modifier there.

    `unit_span` is where the unit stands as it is named; None where the text has another form of it. `half` is the row
    of the word that adds half a unit; "" without one.
    """

    unit: Unit
    unit_span: Span | None
    end: int
    modifier: Modifier | None
    half: str


def unit_place(text: str, end: int) -> int:
    """Where the unit of a number that ends at `end` would begin."""
    gap = _within_pattern().match(text, end)
    assert gap  # all its parts are optional
    return gap.end()


def behind(text: str, end: int) -> Behind | None:
    """The unit behind the number that ends at `end`, with กว่า before it and ขึ้นไป or ครึ่ง behind it.

    >>> found = behind("60 ปีขึ้นไป", 2)
    >>> found.unit.name, found.end, found.modifier.sign
    ('ปี', 11, '>=')
    """
    gap = _within_pattern().match(text, end)
    assert gap  # all its parts are optional
    found = unit_at(text, gap.end())
    if found is None:
        return None
    unit, unit_end = found
    end = unit_end
    modifier = _modifiers("within")[gap["within"]] if gap["within"] else None
    half = ""
    if tail := _after_pattern().match(text, unit_end):
        end, half = tail.end(), rule(tail["half"]) if tail["half"] else ""
        modifier = _modifiers("after")[tail["after"]] if tail["after"] else modifier
    written = text.startswith(unit.name, gap.end())
    return Behind(unit, Span(gap.end(), unit_end) if written else None, end, modifier, half)


def rate(text: str, end: int) -> Span | None:
    """What an amount that ends at `end` is for one of.

    >>> text = "5.22 ครั้งต่อคนต่อปี"
    >>> found = rate(text, 10)
    >>> text[found.start : found.end]
    'คนต่อปี'
    """
    start = stop = 0
    while opener := _RATE_OPENS.match(text, stop or end):
        found = unit_at(text, opener.end())
        if found is None:
            break
        start, stop = start or opener.end(), found[1]
    return Span(start, stop) if stop else None
