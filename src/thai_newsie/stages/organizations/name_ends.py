"""How far the name of an organization goes that only its head word announces: โรงพยาบาล…, คณะกรรมการ…, บริษัท … จำกัด."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from thai_newsie.document import Document
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.areas import districts, provinces, subdistricts
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.organizations.ministries import end_of_unknown_ministry
from thai_newsie.stages.organizations.suffixes import NUMBER, with_number, with_province
from thai_newsie.stages.places.area_lists import known_end
from thai_newsie.text.characters import THAI_LETTER, is_thai_letter

# The longest name of a committee has about 120 letters; "โควิด-19", "สุไหงโก-ลก" are within one.
_RUN = regex.compile(
    rf"{THAI_LETTER}{{1,150}}+(?:-(?:\d{{2,4}}(?!\d)|{THAI_LETTER}{{2,60}}+))?+(?: ว่าด้วย{THAI_LETTER}{{1,100}}+)?+"
)
# "บริษัท พาราไซแอนติฟิค จำกัด", "บริษัท ปตท. จำกัด (มหาชน)", "ห้างหุ้นส่วนจำกัด" stays a head of its own
_LEGAL_FORM = regex.compile(
    r"[^\n()“”\"]{1,60}?(?:\([^()\n]{1,30}\) ?)?(?:จำกัด|จํากัด)(?: {0,2}(?:\(มหาชน\)|มหาชน))?"
)
# "ห้างหุ้นส่วนจำกัด ทองดีก่อสร้าง": its form of law stands before the name
_PARTNERSHIPS = ("ห้างหุ้นส่วน", "หจก.")
_PARTNERS = regex.compile(rf" ?(?!ห้าง|โดย|ทำ|ซึ่ง){THAI_LETTER}{{3,60}}+")
_ANOTHER_ORGANIZATION = regex.compile(r"บริษัท|กระทรวง|ห้างหุ้นส่วน")
_LATIN_NAME = regex.compile(
    r" ?[A-Z][\p{Latin}\d&.’'-]*+(?: (?:of |and |for |the )*+(?:[A-Z&][\p{Latin}\d&.’'-]*+))*+"
    r"(?:,? ?Ltd\.?)?+"  # "บริษัท Rice Field Co.,Ltd"
)
# "มทบ.27", "ร้อย ตชด. 327", "สำนักงานทางหลวงที่ 5"
_UNIT = regex.compile(r" ?\d{1,4}(?:/\d{1,2})?+(?: ?รอ\.)?+(?![\d.:,]| ?(?:คน|ราย|แห่ง|นาย|ล้าน|บาท))")
# "สถานเอกอัครราชทูตไทย ณ กรุงโซล": an embassy is named by where it sits
_SEAT = regex.compile(rf"(?:ไทย)? ?ณ ?(?:กรุง|นคร|เมือง) ?{THAI_LETTER}++")
# "สนง.กกต.จว.พังงา", "สนง.จว.ตรัง"
_ABBREVIATED = regex.compile(r"(?:[ก-ฮ]{1,4}\.){1,3}(?<!(?<![ก-ฮ])จว?\.)|(?=จว\.)")
# Heads that an abbreviation may stand behind for the rest of the name
_OF_ABBREVIATION = ("สำนักงาน", "สนง.", "คณะกรรมการ", "คณะอนุกรรมการ", "กองทุน", "มูลนิธิ")
_TO_ABBREVIATION = regex.compile(r"(?:คณะกรรมการ)?+ ?")  # "สำนักงานคณะกรรมการ ป.ป.ท."
_DOTTED = regex.compile(
    r"(?!พล\.|นพ\.|รพ\.|รร\.|ส\.ส|น\.ส|ร\.[ตทอ]|พ\.[ตศ])(?:[ก-ฮ]{1,3}\.){2,4}(?![ก-ฮ\d])"
)  # no rank, no title
_SHORT = regex.compile(r" ?(?:[ก-ฮ]{1,4}\.){1,3}(?![\d ]*ศ)")  # "กระทรวง อว."
# An organization of an area has no other name than the area's.
_OF_PROVINCE = (
    "จังหวัด", "อบจ.", "สสจ.", "สอจ.", "สวจ.", "พมจ.", "ทสจ.", "ศธจ.", "สถจ.", "ปภ.จ.", "ภ.จว.",
    "เรือนจำ", "โครงการชลประทาน",
)  # fmt: skip
_OF_AREA = ("อำเภอ", "ตำบล", "สสอ.", "รพ.สต.")
_LOCAL = ("local_government", "police")
# What a cut leaves behind at the end: "ศูนย์พัฒนาประสิทธิภาพการ|ให้ความช่วยเหลือ"
_LEFT_BEHIND = regex.compile(r"(?r)(?:และ|เพื่อ|การ|ของ|ใน|จาก|ขึ้น|ไว้|อยู่|ด้วย)++")
_MIN_NAME = 3  # letters behind the head
# Kinds whose names may say what they do for whom: "สมาคมธุรกิจเพื่อสังคม", "กองทุนช่วยเหลือผู้ประสบสาธารณภัย"
_OF_PURPOSE = ("committee", "association", "foundation", "fund", "center")
# Kinds whose names may begin with what they do, or go on with it behind และ: "ศูนย์รับเรื่องร้องเรียน", "กองติดตามและ…"
_OF_TASK = ("committee", "association", "foundation", "fund", "center", "office", "other")
_NO_TASK = regex.compile(
    r"(?:ให้|ว่า|แล้ว|ไว้|อยู่|โดย|กับ|ได้|เพื่อ|ที่|จาก|ต่อ)|(?![ก-๎])"
)  # behind a verb: "กองทุนกำหนดให้" is a clause
# Kinds whose names are no clause: "โรงพยาบาลพิจารณา", "ศาลสั่ง" speak of one
_PROPER = (
    "ministry", "department", "court", "bank", "hospital", "school", "university", "military", "police",
    "local_government", "party",
)  # fmt: skip


@compiled
def _generic(place: str) -> re.Pattern[str]:
    """Words that show that a head names no single organization, in one `place` of organization_generic.tsv."""
    words = any_of(row["word"] for row in table("organization_generic") if row["type"] == place)
    return re.compile(
        {"behind": " ?" + words, "end": words + "$", "head": words + "(?: ?ๆ)?"}.get(place, words)
    )


@compiled
def _stops() -> Matcher:
    """Words that no unknown name goes on over."""
    return Matcher({row["word"]: row["type"] for row in table("organization_stops")})


@compiled
def _opening_of_bank() -> re.Pattern[str]:
    return re.compile(any_of(row["word"] for row in table("organization_openings") if row["type"] == "bank"))


@compiled
def _province() -> re.Pattern[str]:
    return re.compile(f" ?{any_of(provinces())}")


@compiled
def _of_province() -> re.Pattern[str]:
    """A province that ends a name: "สภาเกษตรกรจังหวัดตรังประชุม", not "จังหวัดตรังสาขา…" nor "จังหวัดน่านใต้"."""
    return re.compile(f"จังหวัด{any_of(provinces())}(?!สาขา|เขต|ที่|ใต้|เหนือ)")


@compiled
def _small_areas() -> frozenset[str]:
    return frozenset((*districts(), *subdistricts())) - provinces().keys()


@compiled
def _areas() -> frozenset[str]:
    return _small_areas() | provinces().keys()


def end_of_unknown(document: Document, start: int, head_end: int, kind: str) -> int:
    """Where the name that begins with a head ends; 0 if the head names nothing by itself."""
    text = document.text
    by_form = _end_by_form(document, start, head_end, kind)
    if by_form is not None:
        return by_form
    run = _RUN.match(text, head_end)
    if not run or kind == "company" or any(map(document.may_begin, _generic_inside(run))):
        return 0
    if number := NUMBER.match(text, head_end):
        return number.end()
    if _is_common(document, head_end, kind):
        return 0
    end = _end_of_run(document, run, kind)
    numbered = with_number(text, end)
    unfinished = kind != "committee" and numbered == end  # "…เขต 2" is one organization, "…เขต" any
    if (
        end - head_end < _MIN_NAME
        or _generic("whole").fullmatch(text, head_end, end)
        or (numbered == end and _generic("name").fullmatch(text, start, end))
        or _generic("behind").match(text, end)
        or (unfinished and _generic("end").search(text, head_end, end))
    ):
        return 0
    if text[end : end + 1] == "ฯ" and text[end : end + 3] != "ฯลฯ":
        return end + 1
    return numbered


def _end_by_form(document: Document, start: int, head_end: int, kind: str) -> int | None:
    """Where a name of a fixed form ends, 0 where the form is wanted and missing; None for a name of free words."""
    text = document.text
    if kind == "company":
        form = _LEGAL_FORM.match(text, head_end)
        if form and not _ANOTHER_ORGANIZATION.search(form[0]):
            return form.end()
        if text.startswith(_PARTNERSHIPS, start) and (run := _PARTNERS.match(text, head_end)):
            end = _end_of_run(document, run, kind)
            return end if end - run.start() > _MIN_NAME else 0
    if latin := _LATIN_NAME.match(text, head_end):
        return latin.end()
    if match := _SEAT.match(text, head_end) or (kind == "ministry" and _SHORT.match(text, head_end)):
        return match.end()
    if text[start:head_end] in _OF_ABBREVIATION and (end := _end_of_abbreviation(document, head_end)):
        return end
    if text.startswith("กระทรวง", start):
        return end_of_unknown_ministry(document, head_end)
    if kind == "bank" and not _opening_of_bank().match(text, head_end):
        return 0  # "ธนาคารโอนเงิน…" speaks of one
    numbered = (".", "ที่", "ภาค", "กองบิน") if kind in ("military", "police") else ("ที่", "ภาค")
    if text.endswith(numbered, start, head_end) and (unit := _UNIT.match(text, head_end)):
        return unit.end()
    if kind == "university" and text.startswith("คณะ", start) and not is_thai_letter(text, head_end):
        return head_end
    if text.startswith("สนง.", start) and (abbreviated := _ABBREVIATED.match(text, head_end)):
        end = with_province(text, abbreviated.end())
        return end if end > abbreviated.end() else None
    if text.endswith(_OF_PROVINCE, start, head_end):
        area = _province().match(text, head_end)
        return with_number(text, area.end()) if area else 0
    area_end = _area(document, start, head_end, kind)
    return with_number(text, area_end) if area_end else None


def _end_of_abbreviation(document: Document, head_end: int) -> int:
    """Where the abbreviation behind a head ends: "สำนักงาน ป.ป.ส.", "คณะกรรมการ กบข."; 0 for none."""
    text = document.text
    begin = _TO_ABBREVIATION.match(text, head_end).end()  # type: ignore[union-attr]
    dotted = _DOTTED.match(text, begin)
    end = dotted.end() if dotted else begin + len(_abbreviations().longest_at(text, begin))
    if end == begin or (is_thai_letter(text, end) and end not in document.breaks):
        return 0
    return with_number(text, with_province(text, end))


@compiled
def _abbreviations() -> Literals:
    """The Thai abbreviations with dots that the table of organizations knows."""
    forms = (form for row in table("organizations") for form in values(row["abbreviations"]))
    return Literals(form for form in forms if form.endswith("."))


def _area(document: Document, start: int, head_end: int, kind: str) -> int:
    """Where the area ends that an organization of one is named by: "สภ.เมืองตรัง", "อบต. บ่อสุพรรณ"; 0 for none."""
    text = document.text
    if kind not in _LOCAL and not text.endswith(_OF_AREA, start, head_end):
        return 0
    if text[head_end : head_end + 1] == " ":  # "อบต. วังจันทร์", but "องค์การบริหารส่วนตำบล กรุงเทพมหานคร" are two
        end = known_end(text, head_end + 1, _small_areas(), document.breaks)
    else:
        end = known_end(text, head_end, _areas(), document.breaks)
    # "รพ.สต.บ้านนา" ends before a verb, but "รพ.สต.บ้านนาป๋อง" goes on
    whole = not is_thai_letter(text, end) or next(_stops().find(text[end : end + 30]), (1,))[0] == 0
    return end if whole else 0


def _is_common(document: Document, head_end: int, kind: str) -> bool:
    """Whether the word behind a head makes a common noun or a clause of it: "โรงพยาบาลทุกแห่ง", "ศาลสั่ง"."""
    places = ("head", "proper") if kind in _PROPER else ("head",)
    words = (_generic(place).match(document.text, head_end) for place in places)
    return any(word and document.may_begin(word.end()) for word in words)


def _end_of_run(document: Document, run: regex.Match[str], kind: str) -> int:
    """Where a name ends: before the first word that it does not go on over."""
    text, breaks, first, last = document.text, document.breaks, run.start(), run.end()
    if province := _of_province().search(text, first, last):
        last = province.end()

    def is_whole(begin: int, stop: int) -> bool:
        # the dictionary has one word for "มูลนิธิราชประชานุเคราะห์", in which "และมูลนิธิ" ends
        ends = first + stop in breaks or first + stop == last or text.startswith("และ", first + begin)
        return not breaks or (first + begin in breaks and ends)

    for begin, stop, after in _stops().find(text[first:last], is_whole):
        if _ends(after, kind) and not _is_task(document, first, first + begin, first + stop, kind):
            last = first + begin
            break
    left = _LEFT_BEHIND.match(text, first, last)
    return left.start() if left and left.start() in breaks else last


def _ends(after: str, kind: str) -> bool:
    """Whether a word of organization_stops.tsv ends the names of a kind."""
    if after in ("lookalike", "committee"):
        return after == "committee"
    return kind != "committee" and (after == "organization" or kind not in _OF_PURPOSE)


def _is_task(document: Document, first: int, begin: int, stop: int, kind: str) -> bool:
    """Whether a verb is no clause but what an organization does.

    "ศูนย์|รับเรื่องร้องเรียน", "กองส่งเสริมและ|เผยแพร่ข้อมูล", "คณะกรรมการกำกับการ|ดำเนินการปฏิรูป"
    """
    text = document.text
    if kind not in _OF_TASK or text[begin:stop] not in _tasks() or _NO_TASK.match(text, stop):
        return False
    noun = text.endswith("การ", first, begin) and not text.endswith("และการ", first, begin)
    whole = begin - len("การ") in document.breaks
    return (noun and whole) or begin == first or text.endswith("และ", first, begin)


@compiled
def _tasks() -> frozenset[str]:
    return frozenset(row["word"] for row in table("organization_stops") if "task" in values(row["flags"]))


def _generic_inside(run: regex.Match[str]) -> Iterator[int]:
    """Where a run speaks of organizations of a kind ("สำนักงานสรรพากรทุกแห่งทั่วประเทศ")."""
    return (generic.start() for generic in _generic("inside").finditer(run.string, run.start(), run.end()))
