"""What a number counts, read from the clause before it, where the clause makes it near-certain."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import regex

from thai_newsie.lexicon import table, values
from thai_newsie.pipes.counts.literals import Literals
from thai_newsie.reading import Reading, Span

_REACH = 80  # how far before a count its noun phrase may begin
_LONGEST = 60
_FAR = 25  # how much may stand between a phrase and its number: "ผู้ป่วย" … "รับการรักษาแล้ว 5 ราย"
_EDGE = regex.compile(r"[\n“”\"'‘’();:,•·!?|*#/\[\]]|\ [-–]\ ?|\ {3,}|\d")
_ABSTRACT = ("ความ", "การ")  # "… ที่มีความโดดเด่น จำนวน 248 แห่ง" counts no distinction
# "ร้อยละ 31.14 ของวงเงินงบประมาณ": a share is a share of something.
_WHOLE = regex.compile(r"\ ?ของ\ ?(?P<whole>[\u0e01-\u0e4eA-Za-z]{3,45}+)(?!\d)")


@cache
def _kinds(role: str) -> Mapping[str, tuple[str, ...]]:
    return {row["form"]: values(row["kinds"]) for row in table("counted") if row["role"] == role}


@cache
def _forms(*roles: str) -> Literals:
    return Literals(row["form"] for row in table("counted") if row["role"] in roles)


@cache
def _tails() -> regex.Pattern[str]:
    tails = sorted((row["form"] for row in table("counted") if row["role"] == "tail"), key=len, reverse=True)
    return regex.compile(rf"(?r)(?:{'|'.join(tails)})")


def counted(reading: Reading, kind: str, count: Span, after: int, certain: bool) -> Span | None:
    """The noun phrase that a count of `kind` counts, or None where the clause does not tell.

    `after` is where the count before it ends; `certain` that จำนวน stands between phrase and number.
    """
    text = reading.text
    if (
        kind == "percent"
        and (share := _WHOLE.match(text, count.end))
        and share["whole"] not in _forms("never")
    ):
        return Span(*share.span("whole"))
    if kind == "rank" or not reading.breaks:
        return None
    low = max(after, count.start - _REACH)
    for edge in _EDGE.finditer(text, low, count.start):
        low = edge.end()
    end = _strip(text, reading.breaks, low, count.start)
    phrase = _phrase(text, reading.breaks, kind, low, end)
    if phrase is None and certain:
        phrase = _object(text, reading, low, end)
    return phrase if phrase and _is_phrase(reading.slice(phrase)) else None


def _is_phrase(words: str) -> bool:
    """Whether words are one noun phrase: over a space two have run together ("สินเชื่อ ชุดเกล็ดดาว")."""
    return 0 < len(words) <= _LONGEST and " " not in words and words not in _forms("never")


def _strip(text: str, breaks: frozenset[int], low: int, end: int) -> int:
    """Where a stretch ends without the words that lead on to a number: เพิ่มขึ้น, รวมทั้งสิ้น."""
    while end > low:
        if text[end - 1] == " ":
            end -= 1
        elif (tail := _tails().match(text, low, end)) and tail.start() in breaks:
            end = tail.start()
        else:
            break
    return end


def _phrase(text: str, breaks: frozenset[int], kind: str, low: int, end: int) -> Span | None:
    """The last noun phrase before `end` that opens with a head of `kind`."""
    found: Span | None = None
    start = -1  # where the phrase in hand begins; -1 while none is
    opens = True  # whether a phrase can begin here: after a space, or a word that ends another
    relative = False  # behind ที่ a phrase goes on over verbs: "ผู้ต้องขังที่ยังอยู่ระหว่างรักษา"
    at = low
    while at < end:
        if text[at] == " ":
            opens, relative = True, False
        elif at in breaks or at == low:
            if opens and kind in _kinds("head").get(_forms("head").longest_at(text, at, end), ()):
                start, opens = at, False
            elif word := _whole_word(text, breaks, at, end):
                if start >= 0 and word == "ที่":
                    relative = True
                elif start < 0 or not (relative or _goes_on(text, at, end, word)):
                    if start >= 0:
                        found = Span(start, _strip(text, breaks, start, at))
                    if word in _forms("verb") and at + len(word) < end:
                        found = None  # "พบผู้เสพ ยึดของกลาง 26,000 ซอง": what counts is the last verb's object
                    start, opens = -1, kind not in _kinds("break").get(word, ())
                at += len(word)
                continue
            else:
                opens = False
        at += 1
    if start >= 0:
        found = Span(start, _strip(text, breaks, start, end))
    return found if found and end - found.end <= _FAR else None


def _goes_on(text: str, at: int, end: int, word: str) -> bool:
    """Whether a phrase goes on over a word that otherwise ends it: ผู้ได้รับ…, นักเรียนและผู้ปกครอง."""
    if word in ("และ", "หรือ"):
        return bool(_forms("head").longest_at(text, at + len(word), end))
    return word in _forms("inside") and text.endswith(("ผู้", "การ", "ได้"), 0, at)


def _whole_word(text: str, breaks: frozenset[int], at: int, end: int) -> str:
    """The word at a place that ends a noun phrase, if it is a word of its own."""
    word = _forms("break", "verb").longest_at(text, at, end)
    return word if at + len(word) in breaks or at + len(word) == end else ""


def _object(text: str, reading: Reading, low: int, end: int) -> Span | None:
    """The object between a verb and จำนวน: "มอบต้นกล้าพริก จำนวน 500 ต้น"."""
    start, at = -1, max(low, text.rfind(" ", low, end) + 1)
    while at < end:
        word = _whole_word(text, reading.breaks, at, end) if at in reading.breaks else ""
        if word:
            start = at + len(word) if word in _forms("verb") else -1
        at += len(word) or 1
    if start < 0 or end - start < 3 or text.startswith(_ABSTRACT, start):
        return None
    held = any(e.start < end and e.end > start for e in (*reading.entities, *reading.dates))
    return None if held else Span(start, end)
