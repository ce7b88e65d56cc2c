"""How far a name reaches from where it begins, and its parts."""

from __future__ import annotations

import re

import regex

from thai_newsie.document import Document
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.persons.person_tables import (
    abbreviations,
    civil_post,
    family_names,
    given_names,
    latin_name,
    name_stops,
    noble_seat,
    office_opening,
    royal_names,
    royal_persons,
    short_prefixes,
    title_chain,
)
from thai_newsie.text.characters import THAI_LETTER, is_thai_letter

Part = tuple[int, int]

LATIN_GLOSS = regex.compile(r" ?\((?:(?:Mr|Mrs|Ms|Dr|H\.E)\.? ?)*+[A-Z][\p{L}.'’ -]*+\)")
# The name a monk was ordained with, behind the one conferred: "(สมชาย สุจิตฺโต)", in Pali the second word
_IN_PALI = r"[ก-๎]{2,15}โ[ก-ฮ]\u0e3a?"
ORDAINED_NAME = re.compile(rf" ?\( ?[ก-๎]{{2,20}} {_IN_PALI} ?\)")
IN_PALI = re.compile(_IN_PALI)
_WORD = regex.compile(r"\S+")
GAP = re.compile(r" {1,3}")
# Longer than a name, for words may be glued to it, and short enough to be read again from each title.
_RUN = re.compile(rf"(?=[ก-ฮเแโใไ]){THAI_LETTER}{{1,60}}+(?:-{THAI_LETTER}{{1,30}}+){{0,3}}+")
_INITIALS = re.compile(r"(?:[ก-ฮเแโใไ][ก-๎]{0,3}\. ?){1,3}(?=[ก-ฮเแโใไ])")  # "นายเจ. ดี. แวนซ์"
# Letters of the Latin alphabet as Thai spells them: "นายโรเบิร์ต เอฟ. โกเดค"
_LETTERS = (
    "เอ", "บี", "ซี", "ดี", "อี", "เอฟ", "จี", "เอช", "ไอ", "เจ", "เค", "แอล", "เอ็ม", "เอ็น", "โอ", "พี",
    "คิว", "อาร์", "เอส", "ที", "ยู", "วี", "ดับเบิลยู", "ดับเบิ้ลยู", "เอ็กซ์", "วาย", "แซด",
)  # fmt: skip
_MIDDLE_INITIAL = re.compile(rf"{any_of(_LETTERS)}\. ?(?=[ก-ฮเแโใไ])")
# "พลทหาร|ที่เสียสละ", "พล.อ.สมชาย ใจดี |และ รองนายกรัฐมนตรี"
_BEGIN_NO_NAME = ("ที่", "และ", "ใน", "กับ", "เป็น", "ของ")
# "นายอะห์หมัด บิน สุไลมาน อัลรอยิฮี", "ดร.มาเรีย ฟาน เคอร์โคฟ"
_WITHIN_NAMES = ("บิน", "บินติ", "บินตี", "อิบนิ", "อัล", "ฟาน", "แวน", "ฟอน", "เดอ")
_AND_ON = re.compile(rf" {{1,3}}{any_of(_WITHIN_NAMES)} ")
_MOST_PARTS = 6
_AGE = regex.compile(r"อายุ ?\d")  # "เด็กชายอายุ 12 ปี" is not named
_MAX_RUN = 34  # letters of a given or family name; longer is a clause


def read_title(text: str, start: int) -> int:
    """Where the title, or chain of titles, that begins at `start` ends; 0 if none does.

    >>> read_title("ศ.ดร.สมชาย", 0)
    5
    """
    if royal := royal_names().match(text, start):
        return start + royal_persons()[royal[0]]
    title = title_chain().match(text, start)
    return title.end() if title else 0


def name_parts(document: Document, start: int) -> list[Part]:
    """The spans of the name's parts from `start` on, given name first; none if no name begins there."""
    text = document.text
    if latin := latin_name().match(text, start):
        return [word.span() for word in _WORD.finditer(text, latin.start(), latin.end())]
    initials = _INITIALS.match(text, start)
    parts: list[Part] = []
    position = initials.end() if initials else start
    while _goes_on(text, parts) and (part := _next_part(document, position, first=not (parts or initials))):
        parts.append(part)
        if is_thai_letter(text, part[1]):  # words are glued to it: the name is over
            break
        gap = GAP.match(text, part[1])
        if not gap:
            break
        position = gap.end()
    if not parts:
        return []
    if initials:
        parts[0] = (start, parts[0][1])
    if seat := noble_seat().match(text, parts[-1][1]):
        parts.append((text.index("ณ", seat.start()), seat.end()))
    elif len(parts) > 1 and (third := _third_part(document, parts[-1][1])):
        parts.append(third)
    return parts


def _goes_on(text: str, parts: list[Part]) -> bool:
    """Whether the name is not over: for want of a family name, or by a word within one ("บิน", "อัล")."""
    if len(parts) < 2:
        return True
    within = text[slice(*parts[-1])] in _WITHIN_NAMES or _AND_ON.match(text, parts[-1][1])
    return len(parts) < _MOST_PARTS and bool(within)


def _next_part(document: Document, start: int, *, first: bool) -> Part | None:
    """The part that begins at `start`, a middle initial before the family name in it."""
    initial = None if first else _MIDDLE_INITIAL.match(document.text, start)
    part = name_part(document, initial.end() if initial else start, first=first)
    return (start, part[1]) if part else None


def name_part(document: Document, start: int, *, first: bool) -> Part | None:
    """The given or family name that begins at `start`, cut before words glued to it."""
    text = document.text
    run = _RUN.match(text, start)
    if (
        not run
        or len(run[0]) < 2
        or _AGE.match(text, start)
        or (not first and civil_post().match(text, start))
    ):
        return None
    end = _before_prefix(text, _abbreviation_cut(text, run.end(), start))
    for begin, stop, kind in name_stops().find(text[start : run.end() + 1]):
        begin, stop = start + begin, start + stop
        whole = stop in document.breaks or not is_thai_letter(text, stop)
        if begin == start:
            alone = whole if first else stop == run.end()  # a family may be called และดี
            no_name = alone and text[begin:stop] in _BEGIN_NO_NAME
            if first and not no_name and (kind == "loose" or run[0] in given_names() or not whole):
                continue  # a given name may well begin like a word, or be one: "นายยัง หลิว", "นายสามารถ"
            if kind == "strict" or no_name or (whole and not _is_family(text, run.span())):
                return None
        elif begin - start > 1 and begin < end and (kind == "strict" or (whole and begin in document.breaks)):
            end = begin
            break
    return (start, end) if 2 <= end - start <= _MAX_RUN else None


def _is_family(text: str, run: Part) -> bool:
    """Whether a word that begins like another ("จึงสมาน", "มีชัย") is a family name all the same."""
    return text[slice(*run)] in family_names() or before_office(text, run[1])


def _before_prefix(text: str, end: int) -> int:
    """Where a short word of an office glued to the name begins ("พูลสวัสดิ์รอง ผบช.น."), else `end`."""
    if not before_office(text, end):
        return end
    return next((end - len(word) for word in short_prefixes() if text.endswith(word, 0, end)), end)


def _abbreviation_cut(text: str, end: int, start: int) -> int:
    """Where a dotted abbreviation glued to the name begins ("ชาญวีรกูลรมว.มหาดไทย", "ใจดีพล.อ."), else `end`."""
    if text[end : end + 1] != ".":
        return end
    cuts = (end - len(letters) for letters in abbreviations() if text.endswith(letters, start, end))
    return min((cut for cut in cuts if _is_abbreviation(text, cut, end)), default=end)


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    """Whether an office or a rank of several dots begins here: "พล." of "พล.อ."; "ดร." may end a name."""
    return bool(office_opening().match(text, start)) or read_title(text, start) > end + 1


def _third_part(document: Document, end: int) -> Part | None:
    """A third word of a name: only a Latin form or an office behind it shows that it is one.

    "นายจอง จิน คิม (Jong Jin Kim)", "ดร.วันดี กุญชรยาคง จุลเจริญ นายกสมาคมแม่บ้านมหาดไทย"
    """
    gap = GAP.match(document.text, end)
    part = name_part(document, gap.end(), first=False) if gap else None
    if not part or not (LATIN_GLOSS.match(document.text, part[1]) or before_office(document.text, part[1])):
        return None
    return part


def before_office(text: str, end: int) -> bool:
    """Whether an office stands behind a space, as it does behind a family name."""
    gap = GAP.match(text, end)
    return bool(gap and (office_opening().match(text, gap.end()) or civil_post().match(text, gap.end())))
