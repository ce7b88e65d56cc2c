"""How far the name of a ministry goes: over all fields of its work, and over the country it is of."""

from __future__ import annotations

import re
from collections.abc import Mapping

import regex

from thai_newsie.document import Document
from thai_newsie.lexicon import compiled, table, values, words_of
from thai_newsie.lexicon.ministries import MINISTRY, fields, meant_ministry
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import row
from thai_newsie.stages.organizations.endings import Ending, NameEnd, NoName
from thai_newsie.text.characters import THAI_LETTER, is_thai_letter

_WORD_RUN = regex.compile(rf"{THAI_LETTER}{{1,80}}+")
_JOINT = r"(?: ?และ ?|, ?| {1,2}|)"
# "… กีฬาและการท่องเที่ยว": what stands before the last field of one ministry
_BEFORE_LAST_FIELD = regex.compile(r"และ(?! )")
# Letters of a country that a verb may be written together with: "สหรัฐอเมริกาได้", not "จีน"
_MIN_COUNTRY_BEFORE_VERB = 5
_IN_LIST_OF_COUNTRIES = regex.compile(r" ?(?:[-–/,]|และ|กับ)")  # "กระทรวงแรงงาน จีน-ไทย"
_VAGUE_FIELD = "เศรษฐกิจ"  # "กระทรวงเศรษฐกิจ" is any ministry that has to do with the economy


def with_country(document: Document, end: int) -> NameEnd | None:
    """Where the name of an organization ends if a foreign country completes it: it is not the Thai one of that name.

    >>> from thai_newsie.document import Document
    >>> document = Document.from_text("กระทรวงมหาดไทย แห่งราชอาณาจักรกัมพูชา")
    >>> with_country(document, 14)
    NameEnd(end=37, rule='countries:กัมพูชา')
    """
    text = document.text
    match = _country().match(text, end)
    if not match:
        return None
    joined_to_next = is_thai_letter(text, match.end())
    if joined_to_next and match.end() not in document.breaks:
        return None
    if match["gap"]:  # a space alone joins only a country that stands by itself
        short = len(match["name"]) < _MIN_COUNTRY_BEFORE_VERB
        if (joined_to_next and short) or _IN_LIST_OF_COUNTRIES.match(text, match.end()):
            return None
    return NameEnd(match.end(), row("countries", _countries()[match["name"]]))


def known_ministry_end(document: Document, end: int) -> NameEnd | None:
    """Where a ministry ends if the name of a Thai one, which ends at `end`, is only the beginning of its name.

    >>> from thai_newsie.document import Document
    >>> document = Document.from_text("กระทรวงวัฒนธรรม กีฬา และการท่องเที่ยวเวียดนาม")
    >>> known_ministry_end(document, 15)
    NameEnd(end=45, rule='countries:เวียดนาม')
    """
    whole = with_country(document, end)
    if whole or document.text[end - 1] in ".ฯ" or not _another_field().match(document.text, end):
        return whole
    more = _more_fields().match(document.text, end)
    if not more:
        return None
    found = more.captures("field")
    # "กระทรวงพลังงาน อุตสาหกรรม และพาณิชย์" are three
    one = (
        len(found) > 1
        and _BEFORE_LAST_FIELD.match(more.captures("joint")[-1])
        and not fields().intersection(found)
    )
    last = NameEnd(more.end(), row("organization_openings", found[-1]))
    return with_country(document, more.end()) or (last if one else None)


def unknown_ministry_end(document: Document, start: int) -> Ending:
    """Where a ministry ends that no table knows. `start` is behind its first word.

    >>> from thai_newsie.document import Document
    >>> text = "กระทรวงเศรษฐกิจ การค้า และอุตสาหกรรมญี่ปุ่น กระทรวงมาโดยตลอด กระทรวงอุตสากรรม"
    >>> for start in (7, 52, 68):
    ...     print(unknown_ministry_end(Document.from_text(text), start))
    NameEnd(end=43, rule='countries:ญี่ปุ่น')
    NoName(rule='', reason='no field of a ministry follows')
    NameEnd(end=77, rule='organizations:กระทรวงอุตสาหกรรม')
    """
    text = document.text
    first = _fields().match(text, start)
    if not first:
        run = _WORD_RUN.match(text, start)
        if run and (meant := meant_ministry(MINISTRY + run[0])):
            return NameEnd(run.end(), row("organizations", meant))
        return NoName("", "no field of a ministry follows")
    match = _more_fields().match(text, first.end()) or first
    rule = row("organization_openings", match.captures("field")[-1])
    name = with_country(document, match.end()) or NameEnd(match.end(), rule)
    if name.end == first.end() and text[start : name.end] == _VAGUE_FIELD:
        return NoName(rule, "any ministry that has to do with it may be meant")
    if is_thai_letter(text, name.end) and name.end not in document.breaks:
        return NoName(
            rule,
            f"the tokenizer has one word {document.word_at(name.end)} here, so the name cannot end in it",
        )
    return NameEnd(name.end + 1, name.rule) if text[name.end : name.end + 1] == "ฯ" else name


@compiled
def _field() -> str:
    return any_of(words_of("organization_openings", "ministry"))


@compiled
def _fields() -> regex.Pattern[str]:
    return regex.compile(rf"(?P<field>{_field()})(?:(?:และ)?(?P<field>{_field()}))*+")


@compiled
def _another_field() -> re.Pattern[str]:
    return re.compile(_JOINT + _field())


@compiled
def _more_fields() -> regex.Pattern[str]:
    return regex.compile(rf"(?:(?P<joint>{_JOINT})(?P<field>{_field()}))++")


@compiled
def _countries() -> Mapping[str, str]:
    """The names of foreign countries, and the words of their rows."""
    rows = [line for line in table("countries") if line["code"] != "TH"]
    return {name: line["word"] for line in rows for name in (line["word"], *values(line["forms"]))}


@compiled
def _country() -> re.Pattern[str]:
    states = words_of("organization_words", "state")
    full = any_of(word for word in states if not word.endswith("."))
    short = any_of(word for word in states if word.endswith("."))
    return re.compile(
        rf"(?: ?(?:แห่ง|ของ) ?|(?P<gap> {{1,2}}))?(?:{full}|{short} ?){{0,4}}(?P<name>{any_of(_countries())})"
    )
