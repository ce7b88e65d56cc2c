"""How far the name of a ministry goes: over all fields of its work, and over the country it is of."""

from __future__ import annotations

import re

import regex

from thai_newsie.document import Document
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.ministries import meant_ministry
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.text.characters import THAI_LETTER, is_thai_letter

_MINISTRY = "กระทรวง"
_RUN = regex.compile(rf"{THAI_LETTER}{{1,80}}+")
_JOINT = r"(?: ?และ ?|, ?| {1,2}|)"
_LAST_FIELD = regex.compile(
    r"และ(?! )"
)  # "… กีฬาและการท่องเที่ยว": what the list of one ministry's fields ends with
_KIND_OF_STATE = (
    r"(?:ประเทศ|ราชอาณาจักร|สาธารณรัฐ|สังคมนิยม|ประชาธิปไตย|ประชาชน|อิสลาม|สหพันธรัฐ|สหพันธ์|สมาพันธรัฐ|สห|รัฐ|สปป\. ?)"
)
_SHORTEST_BEFORE_VERB = (
    5  # letters of a country that a verb is written together with: "สหรัฐอเมริกาได้", not "จีน"
)
_IN_LIST = regex.compile(r" ?(?:[-–/,]|และ|กับ)")  # "กระทรวงแรงงาน จีน-ไทย"


def with_country(document: Document, end: int) -> int:
    """Where the name of an organization ends that is another country's: it is not the Thai one of that name.

    >>> from thai_newsie.document import Document
    >>> document = Document.from_text("กระทรวงมหาดไทย แห่งราชอาณาจักรกัมพูชา")
    >>> with_country(document, 14) == len(document.text)
    True
    """
    text = document.text
    match = _country().match(text, end)
    if not match:
        return end
    glued = is_thai_letter(text, match.end())
    if glued and match.end() not in document.breaks:
        return end
    if match["gap"]:  # a space alone joins only a country that stands by itself
        short = len(match["name"]) < _SHORTEST_BEFORE_VERB
        if (glued and short) or _IN_LIST.match(text, match.end()):
            return end
    return match.end()


def end_of_known_ministry(document: Document, end: int) -> int:
    """Where a ministry ends that a Thai one's name only begins.

    >>> from thai_newsie.document import Document
    >>> document = Document.from_text("กระทรวงวัฒนธรรม กีฬา และการท่องเที่ยวเวียดนาม")
    >>> end_of_known_ministry(document, 15) == len(document.text)
    True
    """
    whole = with_country(document, end)
    short = document.text[end - 1] in ".ฯ"
    goes_on = whole == end and not short and _another_field().match(document.text, end)
    more = _more_fields().match(document.text, end) if goes_on else None
    if not more:
        return whole
    whole = with_country(document, more.end())
    fields = more.captures("field")
    # "กระทรวงพลังงาน อุตสาหกรรม และพาณิชย์" are three
    one = len(fields) > 1 and _LAST_FIELD.match(more.captures("joint")[-1]) and not _thai_fields() & {*fields}
    return whole if whole > more.end() else more.end() if one else end


def end_of_unknown_ministry(document: Document, start: int) -> int:
    """Where a ministry ends that no table knows, `start` being behind its first word; 0 if that names none.

    >>> from thai_newsie.document import Document
    >>> text = "กระทรวงเศรษฐกิจ การค้า และอุตสาหกรรมญี่ปุ่น กระทรวงมาโดยตลอด กระทรวงอุตสากรรม"
    >>> [text[at : end_of_unknown_ministry(Document.from_text(text), at)] for at in (7, 52, 68)]
    ['เศรษฐกิจ การค้า และอุตสาหกรรมญี่ปุ่น', '', 'อุตสากรรม']
    """
    fields = _fields().match(document.text, start)
    if not fields:
        run = _RUN.match(document.text, start)
        return run.end() if run and meant_ministry(_MINISTRY + run[0]) else 0
    more = _more_fields().match(document.text, fields.end())
    end = with_country(document, more.end() if more else fields.end())
    if end == fields.end() and document.text[start:end] == "เศรษฐกิจ":  # any that has to do with it
        return 0
    if is_thai_letter(document.text, end) and end not in document.breaks:
        return 0
    return end + (document.text[end : end + 1] == "ฯ")


@compiled
def _field() -> str:
    return any_of(row["word"] for row in table("organization_openings") if row["type"] == "ministry")


@compiled
def _fields() -> regex.Pattern[str]:
    return regex.compile(rf"{_field()}(?:(?:และ)?{_field()})*+")


@compiled
def _another_field() -> re.Pattern[str]:
    return re.compile(_JOINT + _field())


@compiled
def _more_fields() -> regex.Pattern[str]:
    return regex.compile(rf"(?:(?P<joint>{_JOINT})(?P<field>{_field()}))++")


@compiled
def _thai_fields() -> frozenset[str]:
    """The ministries' names without their first word."""
    rows = [row for row in table("organizations") if row["type"] == "ministry"]
    return frozenset(row["word"].removeprefix(_MINISTRY) for row in rows)


@compiled
def _country() -> re.Pattern[str]:
    rows = [row for row in table("countries") if row["code"] != "TH"]
    names = any_of(name for row in rows for name in (row["word"], *values(row["forms"])))
    return re.compile(rf"(?: ?(?:แห่ง|ของ) ?|(?P<gap> {{1,2}}))?{_KIND_OF_STATE}{{0,4}}(?P<name>{names})")
