"""Where a name ends that has a fixed form behind its head: "บริษัท … จำกัด", "กระทรวง อว.", "สภ.เมืองตรัง"."""

from __future__ import annotations

import re
from collections.abc import Callable

import regex

from thai_newsie.lexicon import compiled, table, values, words_of
from thai_newsie.lexicon.areas import area_names, districts, provinces, subdistricts
from thai_newsie.lexicon.literals import Literals
from thai_newsie.lexicon.ministries import MINISTRY
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.organizations.endings import Ending, NameEnd, NoName
from thai_newsie.stages.organizations.free_names import MIN_NAME_LENGTH, end_of_run, is_stop
from thai_newsie.stages.organizations.ministries import unknown_ministry_end
from thai_newsie.stages.organizations.openings import Opening
from thai_newsie.stages.organizations.suffixes import completed, with_province
from thai_newsie.stages.places.area_lists import known_end
from thai_newsie.text.characters import THAI_LETTER, is_thai_letter

# "บริษัท พาราไซแอนติฟิค จำกัด", "บริษัท ปตท. จำกัด (มหาชน)", "ห้างหุ้นส่วนจำกัด" stays a head of its own
_NAME_TO_LEGAL_FORM = regex.compile(
    r"[^\n()“”\"]{1,60}?(?:\([^()\n]{1,30}\) ?)?(?:จำกัด|จํากัด)(?: {0,2}(?:\(มหาชน\)|มหาชน))?"
)
_LATIN_NAME = regex.compile(
    r" ?[A-Z][\p{Latin}\d&.’'-]*+(?: (?:of |and |for |the )*+(?:[A-Z&][\p{Latin}\d&.’'-]*+))*+"
    r"(?:,? ?Ltd\.?)?+"  # "บริษัท Rice Field Co.,Ltd"
)
_OFFICE_IN_SHORT = "สนง."
# "สนง.กกต.จว.พังงา", "สนง.จว.ตรัง"
_PROVINCIAL = regex.compile(r"(?:[ก-ฮ]{1,4}\.){1,3}(?<!(?<![ก-ฮ])จว?\.)|(?=จว\.)")
_BEFORE_ABBREVIATION = regex.compile(r"(?:คณะกรรมการ)?+ ?")  # "สำนักงานคณะกรรมการ ป.ป.ท."
_OF_MINISTRY = re.compile(r" ?(?:[ก-ฮ]{1,4}\.){1,3}(?![\d ]*ศ)")  # "กระทรวง อว."


def fixed_form_end(opening: Opening) -> Ending | None:
    """What the first form that applies says about the name of a head; None for a name of free words."""
    for form in _FORMS:
        if (ending := form(opening)) is not None:
            return ending
    return None


def _legal_form(opening: Opening) -> Ending | None:
    """A company goes on to its legal form: "บริษัท ข้าวไทยดี จำกัด"."""
    if opening.row.type != "company":
        return None
    form = _NAME_TO_LEGAL_FORM.match(opening.text, opening.end)
    if form and not _another_organization().search(form[0]):
        return NameEnd(form.end(), "pattern:legal_form")
    return None


def _partnership(opening: Opening) -> Ending | None:
    """The legal form of a partnership stands before the name: "ห้างหุ้นส่วนจำกัด ทองดีก่อสร้าง"."""
    if "legal_form" not in opening.row.flags:
        return None
    run = _partners().match(opening.text, opening.end)
    if not run:
        return None
    name = end_of_run(opening, run)
    return name if name.end - run.start() > MIN_NAME_LENGTH else NoName(name.rule, "the name is too short")


def _latin(opening: Opening) -> Ending | None:
    """A name in Latin letters: "บริษัท Rice Field Co.,Ltd"."""
    match = _LATIN_NAME.match(opening.text, opening.end)
    return NameEnd(match.end(), "pattern:latin_name") if match else None


def _seat(opening: Opening) -> Ending | None:
    """An embassy is named by its city: "สถานเอกอัครราชทูตไทย ณ กรุงโซล"."""
    match = _city().match(opening.text, opening.end)
    return NameEnd(match.end(), "pattern:seat_abroad") if match else None


def _ministry(opening: Opening) -> Ending | None:
    """A ministry goes on to its abbreviation, its fields or its country: "กระทรวง อว."."""
    if opening.row.type == "ministry" and (match := _OF_MINISTRY.match(opening.text, opening.end)):
        return NameEnd(match.end(), "pattern:abbreviation")
    if opening.word.startswith(MINISTRY):
        return unknown_ministry_end(opening.document, opening.end)
    return None


def _abbreviation(opening: Opening) -> Ending | None:
    """An abbreviation is the rest of the name: "สำนักงาน ป.ป.ส.", "คณะกรรมการ กบข."."""
    if "abbreviation" not in opening.row.flags:
        return None
    text = opening.text
    begin = _BEFORE_ABBREVIATION.match(text, opening.end).end()  # type: ignore[union-attr]
    dotted = _dotted().match(text, begin)
    end = dotted.end() if dotted else begin + len(_abbreviations().longest_at(text, begin))
    if end == begin or (is_thai_letter(text, end) and end not in opening.document.breaks):
        return None
    return completed(text, NameEnd(with_province(text, end), "pattern:abbreviation"))


def _bank(opening: Opening) -> Ending | None:
    """A bank is named by its purpose or its place: "ธนาคารโอนเงิน…" speaks of one."""
    if opening.row.type == "bank" and not _purpose_of_bank().match(opening.text, opening.end):
        return NoName("", "no word for a purpose of a bank follows")
    return None


def _unit(opening: Opening) -> Ending | None:
    """A number is the rest of the name: "มทบ.27", "ร้อย ตชด. 327", "สำนักงานทางหลวงที่ 5"."""
    if "number" in opening.row.flags and (unit := _unit_number().match(opening.text, opening.end)):
        return NameEnd(unit.end(), "pattern:number")
    return None


def _alone(opening: Opening) -> Ending | None:
    """The head is the whole name: "คณะวิทยาศาสตร์ มหาวิทยาลัยเชียงใหม่"."""
    if "alone" in opening.row.flags and not is_thai_letter(opening.text, opening.end):
        return NameEnd(opening.end, "pattern:head_alone")
    return None


def _provincial_office(opening: Opening) -> Ending | None:
    """An office in short, and its province: "สนง.กกต.จว.พังงา"."""
    if opening.word == _OFFICE_IN_SHORT and (match := _PROVINCIAL.match(opening.text, opening.end)):
        end = with_province(opening.text, match.end())
        return NameEnd(end, "pattern:province") if end > match.end() else None
    return None


def _of_province(opening: Opening) -> Ending | None:
    """An organization of a province has no other name than the province's: "สำนักงานจังหวัดตรัง"."""
    if "province" not in opening.row.flags:
        return None
    area = _province().match(opening.text, opening.end)
    if not area:
        return NoName("", "no province follows")
    return completed(opening.text, NameEnd(area.end(), "pattern:province"))


def _of_area(opening: Opening) -> Ending | None:
    """An organization of an area is named by the area: "สภ.เมืองตรัง", "อบต. บ่อสุพรรณ"."""
    if "area" not in opening.row.flags:
        return None
    text, start = opening.text, opening.end
    if text[start : start + 1] == " ":  # "อบต. วังจันทร์", but "องค์การบริหารส่วนตำบล กรุงเทพมหานคร" are two
        areas = _areas() if opening.word.endswith(".") else _small_areas()  # "สพม. น่าน"
        end = known_end(text, start + 1, areas, opening.document.breaks)
    else:
        end = known_end(text, start, _areas(), opening.document.breaks)
    # "รพ.สต.บ้านนา" ends before a verb, but "รพ.สต.บ้านนาป๋อง" goes on
    if not end or (is_thai_letter(text, end) and not is_stop(text, end)):
        return None
    return completed(text, NameEnd(end, "pattern:area"))


def _of_district(opening: Opening) -> Ending | None:
    """An organization that bears the name of its district, however short that is: "โรงพยาบาลพล", "โรงพยาบาลจะนะ"."""
    if "district" not in opening.row.flags:
        return None
    text, start = opening.text, opening.end
    end = start + len(area_names("อำเภอ").longest_at(text, start))
    return NameEnd(end, "pattern:area") if end > start and not is_thai_letter(text, end) else None


# The first that applies says where the name ends.
_FORMS: tuple[Callable[[Opening], Ending | None], ...] = (
    _legal_form, _partnership, _latin, _seat, _ministry, _abbreviation, _bank, _unit, _alone, _provincial_office,
    _of_province, _of_area, _of_district,
)  # fmt: skip


@compiled
def _another_organization() -> re.Pattern[str]:
    return re.compile(any_of(words_of("organization_words", "another_organization")))


@compiled
def _partners() -> regex.Pattern[str]:
    return regex.compile(
        rf" ?(?!{any_of(words_of('organization_words', 'no_partnership'))}){THAI_LETTER}{{3,60}}+"
    )


@compiled
def _city() -> re.Pattern[str]:
    return re.compile(rf"(?:ไทย)? ?ณ ?{any_of(words_of('organization_words', 'city'))} ?{THAI_LETTER}++")


@compiled
def _dotted() -> regex.Pattern[str]:
    """An abbreviation with dots that is no rank and no title."""
    no_abbreviation = any_of(words_of("organization_words", "no_abbreviation"))
    return regex.compile(rf"(?!{no_abbreviation})(?:[ก-ฮ]{{1,3}}\.){{2,4}}(?![ก-ฮ\d])")


@compiled
def _unit_number() -> regex.Pattern[str]:
    counted = any_of(words_of("organization_words", "counted"))
    return regex.compile(rf" ?\d{{1,4}}(?:/\d{{1,2}})?+(?: ?รอ\.)?+(?![\d.:,]| ?{counted})")


@compiled
def _abbreviations() -> Literals:
    """The Thai abbreviations with dots that the table of organizations knows."""
    forms = (form for line in table("organizations") for form in values(line["abbreviations"]))
    return Literals(form for form in forms if form.endswith("."))


@compiled
def _purpose_of_bank() -> re.Pattern[str]:
    return re.compile(any_of(words_of("organization_openings", "bank")))


@compiled
def _province() -> re.Pattern[str]:
    return re.compile(f" ?{any_of(provinces())}")


@compiled
def _small_areas() -> frozenset[str]:
    return frozenset((*districts(), *subdistricts())) - provinces().keys()


@compiled
def _areas() -> frozenset[str]:
    return _small_areas() | provinces().keys()
