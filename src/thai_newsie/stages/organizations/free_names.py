"""Where a name of free words ends that only its head announces: "โรงพยาบาลศิริราช", "คณะกรรมการป้องกันและ…"."""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

from thai_newsie.lexicon import compiled, table, values, words_of
from thai_newsie.lexicon.areas import provinces
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import joined, row
from thai_newsie.stages.organizations.endings import Ending, NameEnd, NoName, boundary
from thai_newsie.stages.organizations.openings import Opening
from thai_newsie.stages.organizations.suffixes import number, suffix
from thai_newsie.stages.whole_names import area_around
from thai_newsie.text.characters import THAI_LETTER

# The longest name of a committee has about 120 letters; "โควิด-19", "สุไหงโก-ลก" are within one.
_FREE_WORDS = regex.compile(
    rf"{THAI_LETTER}{{1,150}}+(?:-(?:\d{{2,4}}(?!\d)|{THAI_LETTER}{{2,60}}+))?+(?: ว่าด้วย{THAI_LETTER}{{1,100}}+)?+"
)
MIN_NAME_LENGTH = 3  # letters behind the head
_MAX_STOP_LENGTH = 30
# Types whose names may say what they do for whom: "สมาคมธุรกิจเพื่อสังคม", "กองทุนช่วยเหลือผู้ประสบสาธารณภัย"
_OF_PURPOSE = frozenset(("committee", "association", "foundation", "fund", "center"))
# Types whose names may begin with what they do, or go on with it behind และ: "ศูนย์รับเรื่องร้องเรียน", "กองติดตามและ…"
_OF_TASK = _OF_PURPOSE | {"office", "other"}
# Types whose names never describe a task: "โรงพยาบาลพิจารณา" and "ศาลสั่ง" are clauses
_PROPER = frozenset((
    "ministry", "department", "court", "bank", "hospital", "school", "university", "military", "police",
    "local_government", "party",
))  # fmt: skip
# The types of organizations whose names go on over a stop word of each type.
_GO_ON_OVER = {"committee": frozenset[str](), "organization": frozenset({"committee"}), "proper": _OF_PURPOSE}


class _Stop(NamedTuple):
    """What the row of a stop word says: the types of organizations whose names go on over it, and whether it may be a task."""

    go_on: frozenset[str]
    is_task: bool


def free_name_end(opening: Opening) -> Ending:
    """Where the name ends that begins with a head; NoName where the head names nothing by itself."""
    text = opening.text
    run = _FREE_WORDS.match(text, opening.end)
    if not run:
        return NoName("", "no Thai word follows the head")
    if opening.row.type == "company":
        return NoName("", "no legal form of a company follows")
    if several := _several(opening, run):
        return several
    if numbered := number().match(text, opening.end):
        return NameEnd(numbered.end(), "pattern:number")
    if common := _common(opening):
        return common
    words = end_of_run(opening, run)
    more = suffix(text, words.end)
    if generic := _generic(opening, words, numbered=more is not None):
        return generic
    if text[words.end : words.end + 1] == "ฯ" and not text.startswith("ฯลฯ", words.end):
        return NameEnd(words.end + 1, "pattern:cut_short")
    return more or words


def end_of_run(opening: Opening, run: regex.Match[str]) -> NameEnd:
    """Where a name ends in the words of `run`: at the first of a province, a stop word and the end of the run.

    Function words that the cut leaves behind do not belong to the name.
    """
    text, breaks, first = opening.text, opening.document.breaks, run.start()
    end = _first_stop(opening, first, _province_end(opening, run) or _run_end(opening, run))
    left = _left_behind().match(text, first, end.end)
    if left and left.start() in breaks and not area_around(opening.document, *left.span()):
        return NameEnd(left.start(), joined(end.rule, "pattern:left_behind"))
    return end


def _run_end(opening: Opening, run: regex.Match[str]) -> NameEnd:
    return NameEnd(run.end(), boundary(opening.text, run.end()))


def _province_end(opening: Opening, run: regex.Match[str]) -> NameEnd | None:
    province = _of_province().search(opening.text, run.start(), run.end())
    return NameEnd(province.end(), "pattern:province") if province else None


def _first_stop(opening: Opening, first: int, last: NameEnd) -> NameEnd:
    """The first stop word between `first` and `last` that ends the name of the opening, else `last`."""
    document, text, breaks = opening.document, opening.text, opening.document.breaks

    def is_whole(begin: int, stop: int) -> bool:
        if not breaks:
            return True
        # the dictionary has one word for "มูลนิธิราชประชานุเคราะห์", in which "และมูลนิธิ" ends
        ends = first + stop in breaks or first + stop == last.end or text.startswith("และ", first + begin)
        if first + begin in breaks and ends and not area_around(document, first + begin, first + stop):
            return True
        if document.trace is not None:
            _reject_part(opening, first + begin, first + stop)
        return False

    for begin, stop, payload in _stops().find(text[first : last.end], is_whole):
        start, end = first + begin, first + stop
        reason = _goes_on_over(opening, payload, first, start, end)
        if not reason:
            return NameEnd(start, row("organization_stops", text[start:end]))
        if document.trace is not None:
            opening.reject(end, row("organization_stops", text[start:end]), reason)
    return last


def _reject_part(opening: Opening, start: int, end: int) -> None:
    """Note that a stop word is only a part of a word of the tokenizer."""
    document = opening.document
    if area := area_around(document, start, end):
        reason = f"the stop word is a part of the name {area}"
    else:
        word = document.word_at(start if start not in document.breaks else end)
        reason = f"the tokenizer has one word {word} here, so the stop word is only a part of it"
    opening.reject(end, row("organization_stops", opening.text[start:end]), reason)


def _goes_on_over(opening: Opening, stop: _Stop | None, first: int, start: int, end: int) -> str:
    """Why the name goes on over a stop word that stands from `start` to `end`; "" where the word ends it."""
    if stop is None:
        return "a longer word that only holds a stop word"
    if opening.row.type in stop.go_on:
        return f"names of the type {opening.row.type} go on over this word"
    if stop.is_task and _is_task(opening, first, start, end):
        return "it says what the organization does"
    return ""


def _is_task(opening: Opening, first: int, start: int, end: int) -> bool:
    """Whether a verb from `start` to `end` is no clause but what an organization does, whose name goes on at `first`.

    "ศูนย์|รับเรื่องร้องเรียน", "กองส่งเสริมและ|เผยแพร่ข้อมูล", "คณะกรรมการกำกับการ|ดำเนินการปฏิรูป"
    """
    text = opening.text
    if opening.row.type not in _OF_TASK or _no_task().match(text, end):
        return False
    noun = text.endswith("การ", first, start) and not text.endswith("และการ", first, start)
    whole = start - len("การ") in opening.document.breaks
    return (noun and whole) or start == first or text.endswith("และ", first, start)


def is_stop(text: str, start: int) -> bool:
    """Whether a stop word, or a longer word that holds one, begins at `start`."""
    found = next(_stops().find(text[start : start + _MAX_STOP_LENGTH]), None)
    return found is not None and found[0] == 0


def _several(opening: Opening, run: regex.Match[str]) -> NoName | None:
    """Words in the run that speak of organizations of a kind: "สำนักงานสรรพากรทุกแห่งทั่วประเทศ"."""
    for words in _generic_words("inside").finditer(opening.text, run.start(), run.end()):
        if opening.document.may_begin(words.start()):
            return NoName(_rule(words), "the name speaks of organizations of a kind, not of one")
        _reject_generic(opening, words, words.start())
    return None


def _common(opening: Opening) -> NoName | None:
    """The word behind a head that makes a common noun or a clause of it: "โรงพยาบาลทุกแห่ง", "ศาลสั่ง"."""
    for place in ("head", "proper") if opening.row.type in _PROPER else ("head",):
        words = _generic_words(place).match(opening.text, opening.end)
        if words and area_around(opening.document, *words.span()):  # "โรงพยาบาลอาจสามารถ"
            _reject_generic(opening, words, words.end())
        elif words and opening.document.may_begin(words.end()):
            return NoName(_rule(words), "the head and this word are a common noun or a clause")
        elif words:
            _reject_generic(opening, words, words.end())
    return None


def _generic(opening: Opening, name: NameEnd, *, numbered: bool) -> NoName | None:
    """Why the words from the head to `name.end` name no single organization; None where they do.

    `numbered`: a number or the like completes them. "…เขต 2" is one organization, "…เขต" any.
    """
    text, start, end = opening.text, opening.end, name.end
    if end - start < MIN_NAME_LENGTH:
        return NoName(name.rule, "what is left of the name is too short")
    unfinished = not numbered and opening.row.type != "committee"
    checks = (
        (_generic_words("whole").fullmatch(text, start, end), "the words behind the head name no single one"),
        (
            None if numbered else _generic_words("name").fullmatch(text, opening.start, end),
            "the whole name is a common noun",
        ),
        (_generic_words("behind").match(text, end), "what follows speaks of organizations of a kind"),
        (
            _generic_words("end").search(text, start, end) if unfinished else None,
            "the name is unfinished: no name ends so",
        ),
    )
    return next((NoName(_rule(words), reason) for words, reason in checks if words), None)


def _rule(words: re.Match[str]) -> str:
    return row("organization_generic", words["words"])


def _reject_generic(opening: Opening, words: re.Match[str], inside: int) -> None:
    """Note that generic words do not count, for the tokenizer does not cut at `inside`."""
    document = opening.document
    if document.trace is not None:
        word = area_around(document, *words.span()) or document.word_at(inside)
        reason = f"one word {word} stands here, so the generic word is only a part of it"
        opening.reject(words.end(), _rule(words), reason)


@compiled
def _generic_words(place: str) -> re.Pattern[str]:
    """Words that show that a head names no single organization, in one `place` of the table `organization_generic`."""
    words = f"(?P<words>{any_of(words_of('organization_generic', place))})"
    around = {"behind": " ?" + words, "end": words + "$", "head": words + "(?: ?ๆ)?"}
    return re.compile(around.get(place, words))


@compiled
def _stops() -> Matcher[_Stop | None]:
    """Words that no name of free words goes on over. The payload None is a longer word that holds one."""
    return Matcher(
        {
            line["word"]: _Stop(_GO_ON_OVER[line["type"]], "task" in values(line["flags"]))
            if line["type"] != "lookalike"
            else None
            for line in table("organization_stops")
        }
    )


@compiled
def _of_province() -> re.Pattern[str]:
    """A province that ends a name: "สภาเกษตรกรจังหวัดตรังประชุม", not "จังหวัดตรังสาขา…" nor "จังหวัดน่านใต้"."""
    goes_on = any_of(words_of("organization_words", "behind_province"))
    return re.compile(f"จังหวัด{any_of(provinces())}(?!{goes_on})")


@compiled
def _left_behind() -> regex.Pattern[str]:
    """What a cut leaves behind at the end: "ศูนย์พัฒนาประสิทธิภาพการ|ให้ความช่วยเหลือ"."""
    return regex.compile(rf"(?r){any_of(words_of('organization_words', 'left_behind'))}++")


@compiled
def _no_task() -> regex.Pattern[str]:
    """What stands behind a verb of a clause: "กองทุนกำหนดให้"."""
    return regex.compile(rf"{any_of(words_of('organization_words', 'clause'))}|(?![ก-๎])")
