"""What a number counts, read from the clause before it, where the clause makes it near-certain."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import regex

from thai_newsie.document import Document, Span
from thai_newsie.lexicon import compiled
from thai_newsie.lexicon.literals import Literals
from thai_newsie.stages.counts.phrases import (
    ORDINAL_SPACE,
    forms,
    heads,
    kinds_of,
    last_phrase,
    prepositions,
    without_tail,
)
from thai_newsie.stages.counts.words import alternatives, words
from thai_newsie.text.characters import is_thai_letter

_MAX_CLAUSE = 80  # characters before a count in which its noun phrase may begin
_MAX_PHRASE = 60  # characters of a noun phrase
_MIN_OBJECT = 3  # characters of an object that no table has
_MAX_NESTED = 10  # spans that may begin after one that reaches over them
# A digit ends what came before, but not an ordinal's or a name's: "อัตราดอกเบี้ยปีที่ 1 เท่ากับ…", "ผู้ป่วยโควิด-19 เพิ่ม…".
# One set of characters first: `re` passes over all others quickly.
_CLAUSE_BOUNDARY = re.compile(
    r"[ \n“”\"'‘’();:,•·!?|*#/\[\]\d](?:(?<![ \d])|(?<= )(?:[-–] ?| {2,})|(?<=\d)(?<!\d\d)(?<!ที่\d)(?<!ที่ \d)(?<![ก-๛][-–]\d))"
)
_PARENTHESES_BEFORE = regex.compile(r"(?r)\ ?\([^()\n]{1,40}+\)")  # "รถยนต์นั่ง (เก๋ง) จำนวน 5 คัน"
# "SHA |Plus": the end of a name
_LATIN_TAIL = re.compile(r"[A-Za-z0-9](?:(?<=[A-Za-z0-9/].)|(?<=[A-Za-z0-9/] .))")
_LEFTOVERS = ("-", ".", "–")
_PER_BEFORE = ("ต่อ", "ต่อ ")
_ABSTRACT = ("ความ", "การ")  # "… ที่มีความโดดเด่น จำนวน 248 แห่ง" counts no distinction
_THAI_LETTERS = re.compile(r" ?([\u0e01-\u0e4e]++)")
# "ร้อยละ 31.14 ของวงเงินงบประมาณ": a share is a share of something.
_WHOLE = re.compile(r" ?ของ ?(?P<whole>[\u0e01-\u0e4eA-Za-z]{3,45}+)(?!\d)")


@compiled
def _states(kind: str) -> Literals:
    return Literals(form for form, kinds in kinds_of("state").items() if kind in kinds)


@compiled
def _date_lead() -> regex.Pattern[str]:
    """What leads to a date within a noun phrase, backwards from the date."""
    return regex.compile(rf"(?r)\ ?{alternatives('date_link')}?\ ?{alternatives('date_noun')}?\ ?")


@compiled
def _quantity_words() -> tuple[str, ...]:
    return words("quantity")


@compiled
def _laws() -> tuple[str, ...]:
    return words("law")


@compiled
def _cut_short() -> tuple[str, ...]:
    return words("cut_short")


def counted(document: Document, kind: str, clause: Span, end: int, bare: bool) -> Span | None:
    """The noun phrase that a count of `kind` counts, or None where the clause does not tell.

    `clause` reaches from the count before it to the count's own wording, which ends at `end`. `bare`: จำนวน or a change
    (เพิ่มขึ้น) stands between phrase and number, so that any noun there is what is counted.
    """
    text = document.text
    if kind == "percent" and (whole := _whole(text, end)):
        return whole
    if kind == "rank" or not document.breaks:
        return None
    low = max(clause.start, clause.end - _MAX_CLAUSE)
    # "คิดเป็นมูลค่า": also the words that lead on may tell it
    wording = low + len(text[low : clause.end].rstrip())
    end = _phrase_end(document, low, clause.end)
    for boundary in _CLAUSE_BOUNDARY.finditer(text, low, end):
        low = boundary.end()
    phrase = _phrase(document, kind, low, end, bare)
    if phrase and not (kind == "people" and phrase.end < end):
        return phrase
    # "ผู้ป่วยรายใหม่ เสียชีวิต 5 ราย": the state that stands right before the number
    for place in (end, wording):
        if state := _states(kind).longest_before(text, place, low):
            return Span(place - len(state), place)
    return phrase


def _whole(text: str, end: int) -> Span | None:
    """What a share that ends at `end` is a share of: "ร้อยละ 31.14 ของวงเงินงบประมาณ"."""
    whole = _WHOLE.match(text, end)
    return Span(*whole.span("whole")) if whole and whole["whole"] not in forms("lookalike") else None


def _phrase_end(document: Document, low: int, end: int) -> int:
    """Where the noun phrase before a count may end: before an aside, a date, and the words that lead to the number."""
    text, breaks = document.text, document.breaks
    end = without_tail(text, breaks, low, end)
    if text.endswith(")", low, end) and (aside := _PARENTHESES_BEFORE.match(text, low, end)):
        end = without_tail(text, breaks, low, aside.start())
    dated = _date_before(document, low, end)
    return without_tail(text, breaks, low, dated) if dated else end


def _phrase(document: Document, kind: str, low: int, end: int, bare: bool) -> Span | None:
    """The last noun phrase before a count, with a known head or before จำนวน."""
    text = document.text
    phrase = last_phrase(text, document.breaks, kind, low, end)
    # "มีจำนวนกระชัง 294 กระชัง"
    quantity = max((text.rfind(word, low, end) for word in _quantity_words()), default=-1)
    if phrase is None and (bare or quantity >= 0):
        phrase = _object(document, kind, max(low, quantity), end)
    return phrase if phrase and _counts_as(document, phrase) else None


def noun_at(document: Document, position: int) -> Span | None:
    """The Thai word at `position`, behind a space at most, that is no verb and links nothing.

    >>> from thai_newsie.document import Document
    >>> document = Document.from_text("จำนวน 4 บันทึก และจำนวน 250,000 ต่อปี")
    >>> [noun_at(document, end) for end in (7, 30)]
    [Span(start=8, end=14), None]
    """
    match = _THAI_LETTERS.match(document.text, position)
    if match is None:
        return None
    start, stop = match.span(1)
    end = next((at for at in range(start + 1, stop) if at in document.breaks), stop)
    word = document.text[start:end]
    known = forms("break", "verb", "tail", "lookalike")
    counts = "thing" in heads().get(word, ("thing",))  # "จำนวน 75,843 มูลค่า…" is two columns of a table
    return Span(start, end) if start in document.breaks and counts and word not in known else None


def _date_before(document: Document, low: int, end: int) -> int | None:
    """Where the wording of a date that ends at `end` begins: "ผู้ป่วยสะสม |ตั้งแต่ 1 เม.ย. 64 จำนวน 5 ราย"."""
    if not document.text[end - 1 : end].isdigit():
        return None
    at = bisect_left(document.dates, end, key=lambda date: date.end)
    date = document.dates[at] if at < len(document.dates) else None
    if not date or date.end != end or date.start <= low:
        return None
    lead = _date_lead().match(document.text, low, date.start)
    return lead.start() if lead else None


def _counts_as(document: Document, phrase: Span) -> bool:
    """Whether a stretch is one noun phrase of its own: over a space two have run together ("สินเชื่อ ชุดเกล็ดดาว")."""
    said = document.slice(phrase)
    if (
        not 0 < len(said) <= _MAX_PHRASE
        or " " in ORDINAL_SPACE.sub("", said)
        or said in forms("lookalike")
        or said.startswith(_LEFTOVERS)
        or said.startswith(_laws())  # laws that a count refers to
        or said.endswith(_cut_short())  # "ทุนของ IBRD"
        or _LATIN_TAIL.match(document.text, phrase.start)
    ):
        return False
    if document.text.endswith(_PER_BEFORE, 0, phrase.start):
        return False  # "มูลค่าต่อ GDP ร้อยละ 30"
    if not is_thai_letter(document.text, phrase.start - 1):
        return True
    return not _stands_in(document.entities, phrase.start, phrase.start)  # "เขื่อน|ป่าสัก…"


def _whole_word(text: str, breaks: frozenset[int], at: int, end: int) -> str:
    """The word at a place that ends a noun phrase, if it is a word of its own."""
    candidates = forms("break", "verb").at(text, at, end)
    return next((word for word in candidates if at + len(word) in breaks or at + len(word) == end), "")


def _object(document: Document, kind: str, low: int, end: int) -> Span | None:
    """The noun before จำนวน, alone or behind its verb: "มอบต้นกล้าพริก จำนวน 500 ต้น"."""
    text = document.text
    start = at = max(low, text.rfind(" ", low, end) + 1)
    while at < end:
        word = _whole_word(text, document.breaks, at, end) if at in document.breaks else ""
        if word:
            start = at + len(word) if word in forms("verb") else -1
        at += len(word) or 1
    if start < 0 or end - start < _MIN_OBJECT or text.startswith(_ABSTRACT, start) or text[end - 1].isdigit():
        return None  # also "ก้าวผ่านโควิด-19 ประเดิม 4 โปรแกรม"
    if text[start - 1 : start] == " " and prepositions(kind).longest_before(text, start - 1, low):
        return None  # "โอนไปอยู่กับ อบจ. แล้ว จำนวน 31 แห่ง": where they went
    held = _stands_in(document.entities, start, end) or _stands_in(document.dates, start, end)
    return None if held else Span(start, end)


def _stands_in(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of the spans, which are in the order of the text, shares a character with the stretch."""
    before = bisect_left(spans, end, key=lambda span: span.start)
    return any(span.end > start for span in spans[max(0, before - _MAX_NESTED) : before])
