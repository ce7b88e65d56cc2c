"""What stands before and behind a number that counts: units, modifiers, labels, from the tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

import regex

from thai_newsie.lexicon import is_syllable_edge, table, values
from thai_newsie.pipes.counts.literals import Literals
from thai_newsie.reading import Span

_LATIN_GOES_ON = regex.compile(r"(?<=[A-Za-z])[A-Za-z]")
# "สำนักงานชลประทานที่ 4 จังหวัดกำแพงเพชร": whatever the word, with ที่ and before a name it bears a number.
_NAMED_BY_NUMBER = regex.compile(r"(?r)(?<!อยู่|พื้น|เนื้อ|หน้า|สถาน|ท้อง|คง|เต็ม|บาง)(?<=[\u0e01-\u0e4e])ที่\ {0,2}")
_STREET = regex.compile(r"(?r)(?:ซอย|ซ\.|ถนน|ถ\.)\ ?[\u0e01-\u0e4e]{1,25}\ ?")  # "ซอยรามคำแหง 29 แขวงหัวหมาก"
_CODE = regex.compile(r"(?r)(?<=[ก-ฮ]\.|\d[-–])")  # "ทล.ชย.3002 แยก…", "0 2448 9128-39 ศูนย์…"
_PER = regex.compile(r"\ ?(?:ต่อ\ ?(?:หนึ่ง)?|/\ ?)")
_FIGURE = regex.compile(r"\ ?\d{1,3}+\ ?")
# "ปารีส 2024 ครั้งที่ 17": the word belongs to the number behind it.
_ORDINAL_BEHIND = regex.compile(r"\ ?ที่\ ?\d")


@dataclass(frozen=True, slots=True)
class Unit:
    """A row of units.tsv: what a number counts or measures."""

    name: str
    kind: str
    times: Decimal = Decimal(1)
    opens: bool = False
    not_before: tuple[str, ...] = ()


PERCENT = Unit("%", "percent")
RANK = Unit("อันดับ", "rank")
NO_UNIT = Unit("", "money")


@cache
def _units() -> Mapping[str, Unit]:
    units = {}
    for row in table("units"):
        times, _, meant = row["means"].partition(" ")
        for form in (row["unit"], *values(row["aliases"])):
            name = PERCENT.name if row["kind"] == "percent" else meant or form
            units[form] = Unit(
                name, row["kind"], Decimal(times or 1), bool(row["opens"]), values(row["not_before"])
            )
    return units


@cache
def _unit_forms() -> Literals:
    return Literals(_units())


def unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    """The unit written at `position` and its end; the longest one, unless the letters are another word's.

    >>> unit_at("50 ร้านค้าทั่วประเทศ", 3)[0].name, unit_at("5 รายการ", 2)[0].name
    ('ร้านค้า', 'รายการ')
    >>> unit_at("5 รายได้", 2)
    """
    for form in _unit_forms().at(text, position):
        unit, end = _units()[form], position + len(form)
        if not text.startswith(unit.not_before, end) and _ends_word(text, end):
            return None if _ORDINAL_BEHIND.match(text, end) else (unit, end)
    return None


def _ends_word(text: str, end: int) -> bool:
    """Whether no sign and no Latin letter goes on where a unit ends: 5 G is none of "5 Government"."""
    return is_syllable_edge(text, end) and not _LATIN_GOES_ON.match(text, end)


def _one_of(forms: Iterable[str]) -> str:
    """The forms as a pattern, the longest first."""
    return "|".join(map(regex.escape, sorted(set(forms), key=len, reverse=True)))


def _modifiers(side: str) -> Mapping[str, str]:
    return {row["form"]: row["modifier"] for row in table("count_modifiers") if row["side"] == side}


@dataclass(frozen=True, slots=True)
class Before:
    """What leads up to a number: where its wording begins, and what that says."""

    start: int
    modifier: str | None
    percent: bool
    rank: bool
    quantity: bool  # จำนวน: what follows is certainly a count
    each: Span | None  # ไร่ละ: what the amount is for one of


@cache
def _before_pattern() -> regex.Pattern[str]:
    # Read backwards, (?r): a match ends at the number, and each part is tried from the number outwards.
    each = _one_of(form for form, unit in _units().items() if unit.kind not in ("money", "percent"))
    # The letters of งบประมาณ end in ประมาณ.
    modifiers = [
        "".join(rf"(?<!{regex.escape(other)})" for other in values(row["not_after"]))
        + regex.escape(row["form"])
        for row in sorted(table("count_modifiers"), key=lambda row: -len(row["form"]))
        if row["side"] == "before"
    ]
    return regex.compile(
        rf"""(?rx)
        (?P<quantity> จำนวน (?:ทั้งสิ้น|ทั้งหมด|รวมทั้งสิ้น|รวม|ถึง|กว่า|เพียง|มากถึง)? \ {{0,2}} )?
        (?: (?P<modifier> {"|".join(modifiers)} ) \ {{0,2}} )?
        (?P<after> จำนวน \ {{0,2}} )?
        (?: (?P<each>{each}) (?:\ ?ๆ\ ?)? ละ \ {{0,2}} )?
        (?: (?P<percent> ร้อยละ \ {{0,2}} [-–]?) | (?P<rank> อันดับ (?:ที่)? \ {{0,2}}) | (?P<all>ทั้ง) )?
        """
    )


def before(text: str, line: int, start: int) -> Before:
    """What leads up to the number at `start`, in the line that begins at `line`.

    >>> lead = before("ไม่เกินรายละ 5 ไร่", 0, 13)
    >>> lead.start, lead.modifier, lead.each
    (0, '<=', Span(start=7, end=10))
    """
    match = _before_pattern().match(text, max(line, start - 80), start)
    assert match  # all its parts are optional
    word = match["modifier"]
    begin = start
    if match["rank"]:
        begin, word = match.start("rank"), None
    elif match["quantity"] or word:
        begin = match.start()
    elif match["after"] or match["percent"] or match["all"]:
        begin = min(match.start(name) for name in ("after", "percent", "all") if match[name])
    return Before(
        begin,
        _modifiers("before")[word]
        if word
        else ">"
        if (match["quantity"] or "").strip().endswith("กว่า")
        else None,
        bool(match["percent"]),
        bool(match["rank"]),
        bool(match["quantity"] or match["after"]),
        Span(*match.span("each")) if match["each"] else None,
    )


@cache
def _labels(reach: str) -> frozenset[str]:
    return frozenset(row["label"] for row in table("number_labels") if row["reach"] == reach)


@cache
def _label_pattern(reach: str) -> regex.Pattern[str]:
    labels = _one_of(_labels(reach))
    free = r"(?<!\d\ ?)" if reach == "series" else ""
    return regex.compile(rf"(?r){free}(?P<label>{labels})(?:ที่)?[ .–-]{{0,2}}")


@cache
def _ordinal_pattern() -> regex.Pattern[str]:
    counted = [form for form, unit in _units().items() if unit.kind in ("people", "thing", "duration")]
    labels = _labels("always") | _labels("name") | _labels("series")
    # เจ้าหน้าที่ 5 คน: the ที่ is the word's own.
    return regex.compile(rf"(?r)(?<!เจ้า|ทำ)(?:{_one_of([*counted, *labels])})ที่\ {{0,2}}")


def is_label(text: str, line: int, start: int, tail: Behind, words: bool) -> bool:
    """Whether the number at `start` is a label, not a count, though a unit stands behind it.

    >>> text = "ห้อง 3 อาคาร 2 ชั้น มาตรา 5 คน"
    >>> [is_label(text, 0, text.index(n), behind(text, text.index(n) + 1), False) for n in "325"]
    [True, False, True]
    """
    unit, line = tail.unit, max(line, start - 30)
    if unit.kind in ("money", "percent"):
        return False
    if _CODE.match(text, line, start):
        return True
    reaches = ["always", *(["name", "series"] if tail.opens else []), *(["words"] if words else [])]
    found = (_label_pattern(reach).match(text, line, start) for reach in reaches)
    # "ประเภท 3 ประเภท" counts; "ประเภท 3 โครงการ…" does not.
    if any(match and match["label"] != unit.name for match in found):
        return True
    if tail.opens and any(pattern.match(text, line, start) for pattern in (_NAMED_BY_NUMBER, _STREET)):
        return True
    return bool(_ordinal_pattern().match(text, line, start))


@cache
def _within_pattern() -> regex.Pattern[str]:
    return regex.compile(rf"\ ?(?P<within>{_one_of(_modifiers('within'))})?\ {{0,2}}")


@cache
def _after_pattern() -> regex.Pattern[str]:
    return regex.compile(
        rf"\ ?(?P<half>ครึ่ง(?!ทาง|แรก|หลัง|ปี|เดือน))|\ ?(?P<after>{_one_of(_modifiers('after'))})"
    )


@dataclass(frozen=True, slots=True)
class Behind:
    """What follows a number: its unit, where the wording ends, and what a modifier there says."""

    unit: Unit
    unit_span: Span | None
    end: int
    modifier: str | None
    half: bool
    opens: bool  # the unit may open a name instead


def behind(text: str, end: int) -> Behind | None:
    """The unit behind the number that ends at `end`, with กว่า before it and ขึ้นไป or ครึ่ง behind it.

    >>> found = behind("60 ปีขึ้นไป", 2)
    >>> found.unit.name, found.end, found.modifier
    ('ปี', 11, '>=')
    """
    gap = _within_pattern().match(text, end)
    assert gap  # all its parts are optional
    found = unit_at(text, gap.end())
    if found is None:
        return None
    unit, unit_end = found
    stop = unit_end
    modifier = _modifiers("within")[gap["within"]] if gap["within"] else None
    tail = _after_pattern().match(text, stop)
    half = bool(tail and tail["half"])
    if tail:
        stop = tail.end()
        modifier = _modifiers("after")[tail["after"]] if tail["after"] else modifier
    return Behind(
        unit,
        Span(gap.end(), unit_end) if unit.name == text[gap.end() : unit_end] else None,
        stop,
        modifier,
        half,
        unit.opens or _numbered(text, unit.name, stop),
    )


def rate(text: str, end: int) -> Span | None:
    """What an amount that ends at `end` is for one of.

    >>> text = "5.22 ครั้งต่อคนต่อปี"
    >>> found = rate(text, 10)
    >>> text[found.start : found.end]
    'คนต่อปี'
    """
    start = stop = 0
    while opener := _PER.match(text, stop or end):
        found = unit_at(text, opener.end())
        if found is None:
            break
        start, stop = start or opener.end(), found[1]
    return Span(start, stop) if stop else None


def _numbered(text: str, unit: str, end: int) -> bool:
    """Whether the number behind a unit may be the unit's own: "อก.2 ชั้น 3 อาคาร…", not "2 ชั้น 1 หลัง"."""
    figure = _FIGURE.match(text, end)
    if not figure or unit not in _labels("name"):
        return False
    counted = unit_at(text, figure.end())
    return counted is None or counted[0].opens
