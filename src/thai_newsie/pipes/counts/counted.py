"""What a number counts, read from the clause before it, where the clause makes it near-certain."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from thai_newsie.lexicon import any_of, table, values
from thai_newsie.literals import Literals
from thai_newsie.reading import Reading, Span
from thai_newsie.text import is_thai_letter

_REACH = 80  # how far before a count its noun phrase may begin
_LONGEST = 60
_NESTED = 10  # names that may begin after one that reaches over them
_FAR = 25  # how much may stand between a phrase and its number: "ผู้ป่วย" … "รับการรักษาแล้ว 5 ราย"
# A digit ends what came before, but not an ordinal's: "อัตราดอกเบี้ยปีที่ 1 เท่ากับ…", "ผู้ป่วยระยะที่ 3 จำนวน…".
# One set of characters first: `re` passes over all others quickly.
_EDGE = re.compile(
    r"[ \n“”\"'‘’();:,•·!?|*#/\[\]\d](?:(?<![ \d])|(?<= )(?:[-–] ?| {2,})|(?<=\d)(?<!\d\d)(?<!ที่\d)(?<!ที่ \d))"
)
_ORDINAL = re.compile(r" (?<=ที่ )(?=\d)")
_ASIDE = regex.compile(r"(?r)\ ?\([^()\n]{1,40}+\)")  # "รถยนต์นั่ง (เก๋ง) จำนวน 5 คัน"
_LATIN_TAIL = re.compile(
    r"[A-Za-z0-9](?:(?<=[A-Za-z0-9/].)|(?<=[A-Za-z0-9/] .))"
)  # "SHA |Plus": the end of a name
_NO_NOUNS = (
    "พ.ร.",
    "พระราช",
    "มาตรา",
    "ระเบียบ",
    "ประกาศ",
    "-",
    ".",
    "–",
)  # laws a count refers to, leftovers
_CUT_SHORT = ("ของ", "แห่ง", "ทั่ว", "ระหว่าง")  # what followed was no Thai word: "ทุนของ IBRD"
# What leads to a date within a noun phrase.
_DATED = regex.compile(
    r"(?r)\ ?(?:ตั้งแต่|เมื่อ|ณ|ใน|ของ|ประจำ|ช่วง)?\ ?(?:วันที่|ปีงบประมาณ|ปีการศึกษา|ปี|เดือน|พ\.ศ\.)?\ ?"
)
# With these a verb makes a noun.
_NOMINAL = ("ผู้", "การ", "ได้", "ค่า", "เงิน", "งบ", "หน่วย")
# "ผู้|โอน", "การ|โอน", "ผู้ที่มา|ลงทะเบียน": behind these any word goes on with the noun.
_DOER = regex.compile(r"(?r)(?:ผู้(?:ที่)?(?:ได้|มา|ร่วม|เข้า|เข้าร่วม|ถูก|อยู่|ขอ|ยัง){0,2}|การ)")
# What these count is the last noun, whatever goes before it: "เด็กอายุ 5 ปี", but not "งานอุโมงค์รถไฟ 3 แห่ง".
_MEASURED = ("money", "measure", "duration", "people")
_QUANTITY = "จำนวน"
_ABSTRACT = ("ความ", "การ")  # "… ที่มีความโดดเด่น จำนวน 248 แห่ง" counts no distinction
_THAI = re.compile(r" ?([\u0e01-\u0e4e]++)")
# "ร้อยละ 31.14 ของวงเงินงบประมาณ": a share is a share of something.
_WHOLE = re.compile(r" ?ของ ?(?P<whole>[\u0e01-\u0e4eA-Za-z]{3,45}+)(?!\d)")


@cache
def _kinds(role: str) -> Mapping[str, frozenset[str]]:
    return {row["form"]: frozenset(values(row["kinds"])) for row in table("counted") if row["role"] == role}


@cache
def _heads() -> Mapping[str, frozenset[str]]:
    """The kinds of count of each head, with those of the shorter heads that it begins with: เรือประมง, เรือ."""
    heads = _kinds("head")
    return {
        form: frozenset().union(*(heads.get(form[:length], ()) for length in range(1, len(form) + 1)))
        for form in heads
    }


@cache
def _forms(*roles: str) -> Literals:
    return Literals(row["form"] for row in table("counted") if row["role"] in roles)


@dataclass(frozen=True, slots=True)
class _Landmark:
    """What a word says of the noun phrase that it begins, goes on or ends."""

    heads: frozenset[str]  # the kinds of count whose noun phrase it opens
    stops: bool
    verb: bool
    keeps_out: frozenset[str]  # the kinds of count whose noun phrase does not follow it


@cache
def _landmarks() -> Mapping[str, _Landmark]:
    heads, breaks, verbs = _heads(), _kinds("break"), _kinds("verb")
    nothing: frozenset[str] = frozenset()
    return {
        word: _Landmark(
            heads.get(word, nothing),
            word in breaks or word in verbs,
            word in verbs,
            breaks.get(word, nothing),
        )
        for word in (*heads, *breaks, *verbs)
    }


@cache
def _landmark_pattern() -> re.Pattern[str]:
    """Each place of a text where a noun phrase may begin or end, with the longest word that says so."""
    return re.compile(rf"(?=( |{any_of(_landmarks())}))")


@cache
def _states(kind: str) -> Literals:
    return Literals(form for form, kinds in _kinds("state").items() if kind in kinds)


def counted(reading: Reading, kind: str, clause: Span, end: int, bare: bool) -> Span | None:
    """The noun phrase that a count of `kind` counts, or None where the clause does not tell.

    `clause` reaches from the count before it to its own wording, which ends at `end`; `bare`: จำนวน or
    a change (เพิ่มขึ้น) stands between phrase and number, so that any noun there is what is counted.
    """
    text = reading.text
    if kind == "percent" and (share := _WHOLE.match(text, end)) and share["whole"] not in _forms("never"):
        return Span(*share.span("whole"))
    if kind == "rank" or not reading.breaks:
        return None
    low = max(clause.start, clause.end - _REACH)
    wording = low + len(
        text[low : clause.end].rstrip()
    )  # "คิดเป็นมูลค่า": also the words that lead on may tell it
    end = _strip(text, reading.breaks, low, clause.end)
    if text.endswith(")", low, end) and (aside := _ASIDE.match(text, low, end)):
        end = _strip(text, reading.breaks, low, aside.start())
    if dated := _date_before(reading, low, end):
        end = _strip(text, reading.breaks, low, dated)
    for edge in _EDGE.finditer(text, low, end):
        low = edge.end()
    phrase = _phrase(text, reading.breaks, kind, low, end)
    quantity = text.rfind(_QUANTITY, low, end)  # "มีจำนวนกระชัง 294 กระชัง"
    if phrase is None and (bare or quantity >= 0):
        phrase = _object(text, reading, max(low, quantity), end)
    if phrase and not _counts_as(reading, phrase):
        phrase = None
    if phrase is None or (kind == "people" and phrase.end < end):
        # "ผู้ป่วยรายใหม่ เสียชีวิต 5 ราย": the state that stands right before the number
        for place in (end, wording):
            if state := _states(kind).longest_before(text, place, low):
                return Span(place - len(state), place)
    return phrase


def noun_at(reading: Reading, position: int) -> Span | None:
    """The Thai word at `position`, behind a space at most, that is no verb and links nothing.

    >>> from thai_newsie.reading import read
    >>> reading = read("จำนวน 4 บันทึก และจำนวน 250,000 ต่อปี")
    >>> [noun_at(reading, end) for end in (7, 30)]
    [Span(start=8, end=14), None]
    """
    match = _THAI.match(reading.text, position)
    if match is None:
        return None
    start, stop = match.span(1)
    end = next((at for at in range(start + 1, stop) if at in reading.breaks), stop)
    word = reading.text[start:end]
    known = _forms("break", "verb", "tail", "never")
    counts = "thing" in _heads().get(word, ("thing",))  # "จำนวน 75,843 มูลค่า…" is two columns of a table
    return Span(start, end) if start in reading.breaks and counts and word not in known else None


def _date_before(reading: Reading, low: int, end: int) -> int | None:
    """Where the wording of a date that ends at `end` begins: "ผู้ป่วยสะสม |ตั้งแต่ 1 เม.ย. 64 จำนวน 5 ราย"."""
    if not reading.text[end - 1 : end].isdigit():
        return None
    at = bisect_left(reading.dates, end, key=lambda date: date.end)
    date = reading.dates[at] if at < len(reading.dates) else None
    if not date or date.end != end or date.start <= low:
        return None
    lead = _DATED.match(reading.text, low, date.start)
    return lead.start() if lead else None


def _counts_as(reading: Reading, phrase: Span) -> bool:
    """Whether a stretch is one noun phrase of its own: over a space two have run together ("สินเชื่อ ชุดเกล็ดดาว")."""
    words = reading.slice(phrase)
    if not 0 < len(words) <= _LONGEST or " " in _ORDINAL.sub("", words) or words in _forms("never"):
        return False
    if (
        words.startswith(_NO_NOUNS)
        or words.endswith(_CUT_SHORT)
        or _LATIN_TAIL.match(reading.text, phrase.start)
    ):
        return False
    if reading.text.endswith(("ต่อ", "ต่อ "), 0, phrase.start):
        return False  # "มูลค่าต่อ GDP ร้อยละ 30"
    if not is_thai_letter(reading.text, phrase.start - 1):
        return True
    return not _stands_in(reading.entities, phrase.start, phrase.start)  # "เขื่อน|ป่าสัก…"


def _strip(text: str, breaks: frozenset[int], low: int, end: int) -> int:
    """Where a stretch ends without the words that lead on to a number: เพิ่มขึ้น, รวมทั้งสิ้น."""
    while end > low:
        if text[end - 1] == " ":
            end -= 1
        elif (tail := _forms("tail").longest_before(text, end, low)) and end - len(tail) in breaks:
            end -= len(tail)
        else:
            break
    return end


def _phrase(text: str, breaks: frozenset[int], kind: str, low: int, end: int) -> Span | None:
    """The last noun phrase before `end` that opens with a head of `kind`."""
    found: Span | None = None
    start = -1  # where the phrase in hand begins; -1 while none is
    opens = True  # whether a phrase can begin here: "ในโรงพยาบาล" tells where, not what
    relative = False  # behind ที่ a phrase goes on over verbs: "ผู้ต้องขังที่ยังอยู่ระหว่างรักษา"
    done = fresh = low  # fresh: where no other noun stands directly before
    landmarks = _landmarks()
    for match in _landmark_pattern().finditer(text, low, end):
        at, word = match.start(), match[1]
        if at < done:
            continue
        if word == " ":
            if _ORDINAL.match(text, at):
                continue
            if start >= 0:
                found, start = Span(start, at), -1
            opens, relative, fresh = True, False, at + 1
            continue
        if at not in breaks and at != low:
            continue
        landmark, after = landmarks[word], at + len(word)
        if opens and start < 0 and kind in landmark.heads and (at == fresh or kind in _MEASURED):
            start, done, relative = at, after, word.endswith(("ผู้ที่", "คนที่"))
        elif landmark.stops and (after in breaks or after == end):
            if start >= 0 and word == "ที่":
                relative = True
            elif start < 0 or not (relative or _goes_on(text, at, end, word, kind)):
                if start >= 0:
                    found = Span(start, at)
                if landmark.verb and after < end:
                    found = None  # "พบผู้เสพ ยึดของกลาง 26,000 ซอง": what counts is the last verb's object
                start, opens = -1, kind not in landmark.keeps_out
            done = fresh = after
    if start >= 0:
        found = Span(start, end)
    if found is None or end - found.end > _FAR:
        return None
    return Span(found.start, _strip(text, breaks, found.start, found.end))


def _goes_on(text: str, at: int, end: int, word: str, kind: str) -> bool:
    """Whether a phrase goes on over a word that otherwise ends it: ผู้ได้รับ…, ค่าบริการ, นักเรียนและผู้ปกครอง."""
    if word in ("และ", "หรือ"):
        return bool(_forms("head").longest_at(text, at + len(word), end))
    if _DOER.match(text, 0, at) or (word == "ใน" and kind in ("money", "percent")):
        return True
    return word in _forms("inside", "verb") and text.endswith(_NOMINAL, 0, at)


def _whole_word(text: str, breaks: frozenset[int], at: int, end: int) -> str:
    """The word at a place that ends a noun phrase, if it is a word of its own."""
    words = _forms("break", "verb").at(text, at, end)
    return next((word for word in words if at + len(word) in breaks or at + len(word) == end), "")


def _object(text: str, reading: Reading, low: int, end: int) -> Span | None:
    """The noun before จำนวน, alone or behind its verb: "มอบต้นกล้าพริก จำนวน 500 ต้น"."""
    start = at = max(low, text.rfind(" ", low, end) + 1)
    while at < end:
        word = _whole_word(text, reading.breaks, at, end) if at in reading.breaks else ""
        if word:
            start = at + len(word) if word in _forms("verb") else -1
        at += len(word) or 1
    if start < 0 or end - start < 3 or text.startswith(_ABSTRACT, start):
        return None
    held = _stands_in(reading.entities, start, end) or _stands_in(reading.dates, start, end)
    return None if held else Span(start, end)


def _stands_in(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of the spans, which are in the order of the text, shares a character with the stretch."""
    before = bisect_left(spans, end, key=lambda span: span.start)
    return any(span.end > start for span in spans[max(0, before - _NESTED) : before])
