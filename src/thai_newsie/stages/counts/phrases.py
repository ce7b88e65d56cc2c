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
from thai_newsie.stages.counts.words import alternatives, words

_HAS = "ที่มี"  # opens a relative clause that says what something has
_MAX_HAD = 20  # characters of the noun that a relative clause says something has
_MAX_PHRASE_DISTANCE = 25  # characters between a phrase and its number: "ผู้ป่วย" … "รับการรักษาแล้ว 5 ราย"
ORDINAL_SPACE = re.compile(r" (?<=ที่ )(?=\d)")  # the space in "เข็มที่ 1" ends no phrase
# A number of these counts the last noun, whatever stands before the noun: "เด็กอายุ 5 ปี"; not so in "งานอุโมงค์รถไฟ 3 แห่ง".
_LAST_NOUN_KINDS = ("money", "measure", "duration", "people")


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


@compiled
def prepositions(kind: str) -> Literals:
    """The words whose noun no count of `kind` counts, also behind a blank: "โอนไปสังกัด อบต. จำนวน 87 แห่ง"."""
    flagged = (row for row in table("counted_nouns") if row["flags"] == "over_blank")
    return Literals(row["word"] for row in flagged if kind in values(row["unit_types"]))


@compiled
def _tails() -> Literals:
    return forms("tail")


@compiled
def _doer() -> regex.Pattern[str]:
    """Behind these any word belongs to the noun: "ผู้|โอน", "การ|โอน", "ผู้ที่มา|ลงทะเบียน"."""
    return regex.compile(rf"(?r)(?:ผู้(?:ที่)?{alternatives('doer_verb')}{{0,2}}|การ)")


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
    tails = _tails()
    while end > low:
        if text[end - 1] == " ":
            end -= 1
        elif (tail := tails.longest_before(text, end, low)) and end - len(tail) in breaks:
            end -= len(tail)
        else:
            break
    return end


@dataclass(slots=True)
class _Scan:
    """The state of the way through a clause, landmark by landmark, up to the number at `end`."""

    text: str
    kind: str
    end: int
    fresh: int  # where a phrase may begin, as no other noun stands directly before
    start: int = -1  # where the open phrase begins; -1 while none is open
    closed: Span | None = None  # the last phrase that has ended
    may_open: bool = True  # whether a phrase can begin: "ในโรงพยาบาล" tells where, not what
    relative: bool = False  # behind ที่ a phrase goes on over verbs: "ผู้ต้องขังที่ยังอยู่ระหว่างรักษา"

    def pass_space(self, at: int) -> None:
        """A space ends the open phrase, and another one may begin behind it, but not in "โอนไปสังกัด อบต."."""
        if self.start >= 0:
            self.closed, self.start = Span(self.start, at), -1
        self.may_open, self.relative = not prepositions(self.kind).longest_before(self.text, at), False
        self.fresh = at + 1

    def opens_at(self, at: int, landmark: _Landmark) -> bool:
        """Whether a landmark opens a phrase."""
        if not self.may_open or self.start >= 0 or self.kind not in landmark.heads:
            return False
        return at == self.fresh or self.kind in _LAST_NOUN_KINDS

    def pass_stop(self, at: int, word: str, landmark: _Landmark) -> None:
        """A word that ends a phrase, unless the open one goes on over it."""
        after = at + len(word)
        self.fresh = after
        if self.start >= 0:
            if word == "ที่":
                self.relative = True
                return
            if self.relative or _goes_on(self.text, at, self.end, word, self.kind):
                return
            self.closed = Span(self.start, at)
        if landmark.verb and after < self.end:
            self.closed = None  # "พบผู้เสพ ยึดของกลาง 26,000 ซอง": what counts is the last verb's object
        self.start, self.may_open = -1, self.kind not in landmark.keeps_out

    def last(self) -> Span | None:
        """The last phrase before the number, which the open one reaches."""
        return Span(self.start, self.end) if self.start >= 0 else self.closed


def last_phrase(text: str, breaks: frozenset[int], kind: str, low: int, end: int) -> Span | None:
    """The last noun phrase before `end` that opens with a head of `kind`; None where it stands too far before.

    >>> text = "มอบเงินเยียวยาให้ผู้ประสบภัย"
    >>> found = last_phrase(text, frozenset({0, 3, 7, 14, 17}), "people", 0, len(text))
    >>> text[found.start : found.end]
    'ผู้ประสบภัย'
    """
    scan = _Scan(text, kind, end, fresh=low)
    done = low
    landmarks = _landmarks()
    for match in _landmark_pattern().finditer(text, low, end):
        at, word = match.start(), match[1]
        if at < done:
            continue
        if word == " ":
            if not ORDINAL_SPACE.match(text, at):
                scan.pass_space(at)
            continue
        if at not in breaks and at != low:
            continue
        landmark, after = landmarks[word], at + len(word)
        if (scan.relative and kind in landmark.heads and _is_had(text, at, end)) or scan.opens_at(
            at, landmark
        ):
            scan.start, scan.relative, done = at, False, after
        elif landmark.stops and (after in breaks or after == end):
            scan.pass_stop(at, word, landmark)
            done = after
    found = scan.last()
    if found is None or end - found.end > _MAX_PHRASE_DISTANCE:
        return None
    return Span(found.start, without_tail(text, breaks, found.start, found.end))


def _is_had(text: str, at: int, end: int) -> bool:
    """Whether a noun directly before the number is what the phrase has: "โรงเรียนที่มีนักเรียน 40 คน" counts pupils."""
    return end - at <= _MAX_HAD and text.startswith(_HAS, at - len(_HAS))


def _goes_on(text: str, at: int, end: int, word: str, kind: str) -> bool:
    """Whether a phrase goes on over a word that otherwise ends it: ผู้ได้รับ…, ค่าบริการ, นักเรียนและผู้ปกครอง."""
    if word in ("และ", "หรือ"):
        return bool(forms("head").longest_at(text, at + len(word), end))
    if _doer().match(text, 0, at) or (word == "ใน" and kind in ("money", "percent")):
        return True
    return word in forms("inside", "verb") and text.endswith(words("nominalizer"), 0, at)
