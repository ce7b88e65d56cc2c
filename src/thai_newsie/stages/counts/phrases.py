"""The noun phrase nearest before a number: what opens one, what ends it, and over what it goes on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import regex

from thai_newsie.document import Span
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.patterns import any_of

_FAR = 25  # how much may stand between a phrase and its number: "ผู้ป่วย" … "รับการรักษาแล้ว 5 ราย"
ORDINAL = re.compile(r" (?<=ที่ )(?=\d)")  # the space in "เข็มที่ 1" ends no phrase
# With these a verb makes a noun.
_NOMINAL = ("ผู้", "การ", "ได้", "ค่า", "เงิน", "งบ", "หน่วย")
# "ผู้|โอน", "การ|โอน", "ผู้ที่มา|ลงทะเบียน": behind these any word goes on with the noun.
_DOER = regex.compile(r"(?r)(?:ผู้(?:ที่)?(?:ได้|มา|ร่วม|เข้า|เข้าร่วม|ถูก|อยู่|ขอ|ยัง){0,2}|การ)")
# What these count is the last noun, whatever goes before it: "เด็กอายุ 5 ปี", but not "งานอุโมงค์รถไฟ 3 แห่ง".
_MEASURED = ("money", "measure", "duration", "people")


@compiled
def kinds_of(role: str) -> Mapping[str, frozenset[str]]:
    """The words of a role in `counted_nouns.tsv`, each with its kinds of count."""
    rows = [row for row in table("counted_nouns") if row["type"] == role]
    return {row["word"]: frozenset(values(row["unit_types"])) for row in rows}


@compiled
def heads() -> Mapping[str, frozenset[str]]:
    """The kinds of count of each head, with those of the shorter heads that it begins with: เรือประมง, เรือ."""
    rows = kinds_of("head")
    return {
        form: frozenset().union(*(rows.get(form[:length], ()) for length in range(1, len(form) + 1)))
        for form in rows
    }


@compiled
def forms(*roles: str) -> Literals:
    """The words of some roles in `counted_nouns.tsv`, to be found at a place."""
    return Literals(row["word"] for row in table("counted_nouns") if row["type"] in roles)


@dataclass(frozen=True, slots=True)
class _Landmark:
    """What a word says of the noun phrase that it begins, goes on or ends."""

    heads: frozenset[str]  # the kinds of count whose noun phrase it opens
    stops: bool
    verb: bool
    keeps_out: frozenset[str]  # the kinds of count whose noun phrase does not follow it


@compiled
def _landmarks() -> Mapping[str, _Landmark]:
    opening, breaks, verbs = heads(), kinds_of("break"), kinds_of("verb")
    nothing: frozenset[str] = frozenset()
    return {
        word: _Landmark(
            opening.get(word, nothing),
            word in breaks or word in verbs,
            word in verbs,
            breaks.get(word, nothing),
        )
        for word in (*opening, *breaks, *verbs)
    }


@compiled
def _landmark_pattern() -> re.Pattern[str]:
    """Each place of a text where a noun phrase may begin or end, with the longest word that says so."""
    return re.compile(rf"(?=( |{any_of(_landmarks())}))")


def without_tail(text: str, breaks: frozenset[int], low: int, end: int) -> int:
    """Where a stretch ends without the words that lead on to a number: เพิ่มขึ้น, รวมทั้งสิ้น."""
    while end > low:
        if text[end - 1] == " ":
            end -= 1
        elif (tail := forms("tail").longest_before(text, end, low)) and end - len(tail) in breaks:
            end -= len(tail)
        else:
            break
    return end


def last_phrase(text: str, breaks: frozenset[int], kind: str, low: int, end: int) -> Span | None:
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
            if ORDINAL.match(text, at):
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
    return Span(found.start, without_tail(text, breaks, found.start, found.end))


def _goes_on(text: str, at: int, end: int, word: str, kind: str) -> bool:
    """Whether a phrase goes on over a word that otherwise ends it: ผู้ได้รับ…, ค่าบริการ, นักเรียนและผู้ปกครอง."""
    if word in ("และ", "หรือ"):
        return bool(forms("head").longest_at(text, at + len(word), end))
    if _DOER.match(text, 0, at) or (word == "ใน" and kind in ("money", "percent")):
        return True
    return word in forms("inside", "verb") and text.endswith(_NOMINAL, 0, at)
