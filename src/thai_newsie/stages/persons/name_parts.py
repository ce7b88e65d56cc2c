"""The parts of a name: how far a name reaches from where it begins."""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

from thai_newsie.document import Document
from thai_newsie.lexicon import compiled, words_of
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.provenance import pattern, row
from thai_newsie.stages.persons.glued_words import known_name_end, reject_stop, stops_in_name
from thai_newsie.stages.persons.person_tables import (
    NameStop,
    abbreviations,
    civil_service_position,
    family_name_place,
    family_names,
    first_title,
    given_names,
    latin_name,
    position_opening,
    royal_names,
    royal_persons,
    short_prefixes,
    title_chain,
)
from thai_newsie.text.characters import THAI_LETTER, is_thai_letter


class Part(NamedTuple):
    """A part of a name. `rule` is the row that ends it, or that makes it a part; "" where a space or a mark ends it."""

    start: int
    end: int
    rule: str = ""

    def of(self, text: str) -> str:
        """The text of the part."""
        return text[self.start : self.end]


LATIN_GLOSS = regex.compile(r" ?\((?:(?:Mr|Mrs|Ms|Dr|H\.E)\.? ?)*+[A-Z][\p{L}.'’ -]*+\)")
# The name a monk was ordained with stands behind the conferred one: "(สมชาย สุจิตฺโต)". The second word is Pali.
_IN_PALI = r"[ก-๎]{2,15}โ[ก-ฮ]\u0e3a?"
ORDAINED_NAME = re.compile(rf" ?\( ?[ก-๎]{{2,20}} {_IN_PALI} ?\)")
IN_PALI = re.compile(_IN_PALI)
_LATIN_WORD = regex.compile(r"\S+")
GAP = re.compile(r" {1,3}")
# Longer than a name, since words may be glued to it, and short enough to be read again from each title.
_RUN_OF_NAME = re.compile(rf"(?=[ก-ฮเแโใไ]){THAI_LETTER}{{1,60}}+(?:-{THAI_LETTER}{{1,30}}+){{0,3}}+")
_INITIALS = re.compile(r"(?:[ก-ฮเแโใไ][ก-๎]{0,3}\. ?){1,3}(?=[ก-ฮเแโใไ])")  # "นายเจ. ดี. แวนซ์"
_PLACE_OF_FAMILY = re.compile(rf" {{1,2}}(?P<whole>ณ {{1,2}}(?P<place>{THAI_LETTER}{{3,12}}+))(?= )")
_SHORTEST_VENUE = 4  # letters: places of families begin like shorter heads (วังยาง)
_MAX_PARTS = 6
_AGE = re.compile(r"อายุ ?\d")  # "เด็กชายอายุ 12 ปี" has no name
_MAX_PART_LENGTH = 34  # letters of a given or a family name; longer is a clause


@compiled
def _middle_initial() -> re.Pattern[str]:
    """A letter of the Latin alphabet as Thai spells it: "นายโรเบิร์ต เอฟ. โกเดค"."""
    return re.compile(rf"{any_of(words_of('person_words', 'letter'))}\. ?(?=[ก-ฮเแโใไ])")


@compiled
def _words_within_names() -> frozenset[str]:
    """ "นายอะห์หมัด บิน สุไลมาน อัลรอยิฮี", "ดร.มาเรีย ฟาน เคอร์โคฟ"."""
    return frozenset(words_of("person_words", "within_name"))


@compiled
def _word_within_follows() -> re.Pattern[str]:
    return re.compile(rf" {{1,3}}{any_of(_words_within_names())} ")


@compiled
def _venue() -> re.Pattern[str]:
    return re.compile(any_of(word for word in words_of("venue_heads") if len(word) >= _SHORTEST_VENUE))


@compiled
def _no_names() -> frozenset[str]:
    return frozenset(words_of("person_words", "no_name"))


def read_title(text: str, start: int) -> int:
    """Where the title, or chain of titles, that begins at `start` ends; 0 if none does.

    >>> read_title("ศ.ดร.สมชาย", 0)
    5
    """
    if royal := royal_names().match(text, start):
        return start + royal_persons()[royal[0]]
    title = title_chain().match(text, start)
    if not title:
        return 0
    # "พ.ต.ท.คุณกร ใจดี": what looks like a second title is the beginning of the name
    first = first_title().match(text, start)
    run = _RUN_OF_NAME.match(text, first.end()) if first and first.end() < title.end() else None
    glued = run is not None and run.end() > title.end() and run[0] in given_names()
    return first.end() if first and glued else title.end()


def name_parts(document: Document, start: int) -> list[Part]:
    """The parts of the name that begins at `start`, the given name first; none where no name begins."""
    text = document.text
    if latin := latin_name().match(text, start):
        return [Part(*word.span()) for word in _LATIN_WORD.finditer(text, latin.start(), latin.end())]
    initials = _INITIALS.match(text, start)
    parts = _thai_parts(document, initials.end() if initials else start, has_initials=initials is not None)
    if not parts:
        return []
    if initials:
        parts[0] = parts[0]._replace(start=start)
    if place := family_name_place().match(text, parts[-1].end):
        parts.append(Part(*place.span("whole"), row("family_name_places", place["place"])))
    elif unknown := _unknown_place(text, parts):
        parts.append(unknown)
    elif len(parts) > 1 and (third := _third_part(document, parts[-1].end)):
        parts.append(third)
    return parts


def _unknown_place(text: str, parts: list[Part]) -> Part | None:
    """The place that ends a family name and that no table has: only a position behind it shows that it is no venue.

    "พ.ต.ท.กิตติ แสนดี ณ วังยาง รอง ผกก."
    """
    place = _PLACE_OF_FAMILY.match(text, parts[-1].end) if len(parts) > 1 else None
    if not place or _venue().match(place["place"]) or not before_position(text, place.end()):
        return None
    return Part(*place.span("whole"), pattern("place_of_family"))


def _thai_parts(document: Document, start: int, *, has_initials: bool) -> list[Part]:
    """The parts from `start` on, one behind the other."""
    text = document.text
    parts: list[Part] = []
    position = start
    while _goes_on(text, parts) and (
        part := _next_part(document, position, first=not (parts or has_initials))
    ):
        parts.append(part)
        if is_thai_letter(text, part.end):  # words are glued to it: the name is over
            break
        gap = GAP.match(text, part.end)
        if not gap:
            break
        position = gap.end()
    return parts


def _goes_on(text: str, parts: list[Part]) -> bool:
    """Whether another part may follow: the family name, or what follows a word inside a name ("บิน", "อัล")."""
    if len(parts) < 2:
        return True
    if len(parts) >= _MAX_PARTS:
        return False
    within = parts[-1].of(text) in _words_within_names()
    return within or _word_within_follows().match(text, parts[-1].end) is not None


def _next_part(document: Document, start: int, *, first: bool) -> Part | None:
    """The part that begins at `start`, together with a middle initial before the family name."""
    initial = None if first else _middle_initial().match(document.text, start)
    if initial is None:
        return name_part(document, start, first=first)
    part = name_part(document, initial.end(), first=first)
    return part._replace(start=start) if part else None


def name_part(document: Document, start: int, *, first: bool) -> Part | None:
    """The given name (`first`) or the family name that begins at `start`, cut before words glued to it."""
    text = document.text
    run = _RUN_OF_NAME.match(text, start)
    if run is None or _begins_no_name(text, start, run[0], first=first):
        return None
    end, rule = _end_before_position(text, start, run.end())
    stops = stops_in_name(document, start, run.end(), first=first)
    known = known_name_end(text, start, run.end(), stops, first=first) if stops else start
    for begin, stop_end, stop in stops:
        whole = start + stop_end in document.breaks or not is_thai_letter(text, start + stop_end)
        if begin == 0:
            word = text[start : start + stop_end]
            if known <= start + stop_end and _rules_out(text, run, word, stop, whole=whole, first=first):
                return None
        elif begin > 1 and known <= start + begin < end:
            end, rule = start + begin, f"{stop.table}:{text[start + begin : start + stop_end]}"
            break
        elif known > start + begin:
            reject_stop(document, start, known, start + begin, start + stop_end, stop)
    return Part(start, end, rule) if 2 <= end - start <= _MAX_PART_LENGTH else None


def _begins_no_name(text: str, start: int, run: str, *, first: bool) -> bool:
    """Whether the run of letters `run` is too short for a name, or an age or a position of the civil service."""
    if len(run) < 2 or _AGE.match(text, start):
        return True
    return not first and civil_service_position().match(text, start) is not None


def _rules_out(text: str, run: re.Match[str], word: str, stop: NameStop, *, whole: bool, first: bool) -> bool:
    """Whether no name begins where `run` does, because it begins with `word`, which ends names.

    A given name may well begin like such a word, or be one: "นายยัง หลิว", "นายสามารถ". A family may be called และดี.
    """
    alone = whole if first else len(word) == len(run[0])
    no_name = alone and word in _no_names()
    if first and not no_name and (not stop.strict or run[0] in given_names() or not whole):
        return False
    return stop.strict or no_name or (whole and not _is_family(text, run.start(), run.end()))


def _is_family(text: str, start: int, end: int) -> bool:
    """Whether a word that begins like another ("จึงสมาน", "มีชัย") is a family name all the same."""
    return text[start:end] in family_names() or before_position(text, end)


def _end_before_position(text: str, start: int, end: int) -> tuple[int, str]:
    """Where the run of letters from `start` to `end` ends without a position glued to it, and the row that says so."""
    cut = _abbreviation_cut(text, end, start)
    rule = "pattern:abbreviated_position" if cut < end else ""
    if before_position(text, cut):  # "พูลสวัสดิ์รอง ผบช.น."
        for word in short_prefixes():
            if text.endswith(word, 0, cut):
                return cut - len(word), row("position_prefixes", word)
    return cut, rule


def _abbreviation_cut(text: str, end: int, start: int) -> int:
    """Where a dotted abbreviation glued to the name begins ("ชาญวีรกูลรมว.มหาดไทย", "ใจดีพล.อ."), else `end`."""
    if text[end : end + 1] != ".":
        return end
    cuts = (end - len(letters) for letters in abbreviations() if text.endswith(letters, start, end))
    return min((cut for cut in cuts if _is_abbreviation(text, cut, end)), default=end)


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether a position or a rank of several dots begins here: "พล." of "พล.อ."; "ดร." may end a name."""
    return bool(position_opening().match(text, start)) or read_title(text, start) > end + 1


def _third_part(document: Document, end: int) -> Part | None:
    """A third word of a name. Only a Latin form or a position behind it shows that it is one.

    "นายจอง จิน คิม (Jong Jin Kim)", "ดร.วันดี กุญชรยาคง จุลเจริญ นายกสมาคมแม่บ้านมหาดไทย"
    """
    gap = GAP.match(document.text, end)
    part = name_part(document, gap.end(), first=False) if gap else None
    if not part or not (
        LATIN_GLOSS.match(document.text, part.end) or before_position(document.text, part.end)
    ):
        return None
    return part


def before_position(text: str, end: int) -> bool:
    """Whether a position stands behind a space, as it does behind a family name."""
    space = GAP.match(text, end)
    return space is not None and any(
        pattern.match(text, space.end()) for pattern in (position_opening(), civil_service_position())
    )
