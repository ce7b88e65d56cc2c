"""What completes the name of an organization: its number, the province it is in, its campus, a cooperative's legal form."""

from __future__ import annotations

import re

import regex

from thai_newsie.lexicon import compiled, table, values, words_of
from thai_newsie.lexicon.areas import area_names, provinces
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.organizations.endings import NameEnd
from thai_newsie.text.characters import THAI_LETTER

_SUFFIX_BEGINS = re.compile(
    r" ?(?:ที่|ภาค|เขต|วิทยาเขต|จำกัด|ส่วนหน้า|ณ|ในพระ|\d)"
)  # what each suffix begins with: most names end there
_PLACE_IN_PARENTHESES = regex.compile(
    rf" ?\((?:จังหวัด)?{THAI_LETTER}{{2,20}}\)"
)  # "สำนักงานทางหลวงที่ 10 (นครราชสีมา)"
_CAMPUS = regex.compile(rf" ?วิทยาเขต{THAI_LETTER}++")
_LEVEL = re.compile(r"(?P<level>จว?\.|จังหวัด|อ\.|อำเภอ|ต\.|ตำบล) ?")
# "ศบค. ส่วนหน้า": the part of an organization that is on the ground
_FORWARD = regex.compile(r" ?ส่วนหน้า(?!กาก)")
_COOPERATIVE = regex.compile(rf"(?<=สหกรณ์{THAI_LETTER}{{0,40}}) ?จำกัด")


@compiled
def number() -> regex.Pattern[str]:
    """What numbers an organization or says which one of its kind: "กองพลทหารราบที่ 9", "ตำรวจภูธรภาค 8", "เขต 5"."""
    months = any_of(stem for month in table("months") for stem in values(month["short"]))
    return regex.compile(
        rf" ?(?:ที่|ภาค|ภาคที่|เขต|เขตพื้นที่) ?\d{{1,3}}(?!\d|[.:/]\d| ?{months})"
        # a company has four digits
        rf"|(?<={any_of(words_of('organization_words', 'has_four_digits'))})ที่ ?\d{{4}}(?!\d)"
    )


@compiled
def _bare_number() -> regex.Pattern[str]:
    numbered = any_of(words_of("organization_words", "has_number"))
    return regex.compile(
        r"(?<=(?<!ภูมิ)ภาค|ที่|เขต|\bภ\.) ?\d{1,3}(?![\d.:])"  # "ศูนย์ฟื้นฟูสมรรถภาพคนงานภาค 2"
        rf"|(?<={numbered}) ?\d{{1,2}}(?![\d,.:]| ?[-–]| แห่ง)"  # one of them, not "1 - 11"
    )


@compiled
def _suffixes() -> tuple[tuple[str, regex.Pattern[str]], ...]:
    """The patterns of what may complete a name, by their rules; the first that matches counts."""
    offices, cities, patronage = (
        any_of(words_of("organization_words", kind)) for kind in ("has_seat_abroad", "city", "patronage")
    )
    return (
        ("pattern:number", number()),
        ("pattern:number", _bare_number()),
        ("pattern:campus", _CAMPUS),
        ("pattern:forward_part", _FORWARD),
        # "สำนักงานแรงงาน ณ กรุงมะนิลา"
        ("pattern:seat_abroad", regex.compile(rf"(?<={offices}) ?ณ ?{cities} ?{THAI_LETTER}++")),
        ("pattern:royal_patronage", regex.compile(f" ?{patronage}")),  # "สภาทนายความ ในพระบรมราชูปถัมภ์"
        ("pattern:cooperative", _COOPERATIVE),
    )


def suffix(text: str, end: int) -> NameEnd | None:
    """Where a name ends whose words end at `end`, if something completes it.

    That is a number, a campus, a city abroad, a patron, a forward part, or the legal form of a cooperative; behind each
    of them the province in parentheses.

    >>> suffix("กองพลทหารราบที่ 9 ฝึก", 12)
    NameEnd(end=17, rule='pattern:number')
    """
    if not _SUFFIX_BEGINS.match(text, end):
        return None
    for rule, pattern in _suffixes():
        if match := pattern.match(text, end):
            place = _PLACE_IN_PARENTHESES.match(text, match.end())
            if place and _province_in_parentheses().search(place[0]):
                return NameEnd(place.end(), f"{rule} + pattern:province_in_parentheses")
            return NameEnd(match.end(), rule)
    return None


def completed(text: str, name: NameEnd) -> NameEnd:
    """The end of a name with its suffix, where it has one."""
    return suffix(text, name.end) or name


def with_province(text: str, end: int) -> int:
    """Where an abbreviation ends that a province is written together with: "กกต.ตรัง" is the commission's office there.

    >>> with_province("กกต.ตรัง", 4), with_province("กกต.จว.ตรัง", 4), with_province("กกต.เลย", 4)
    (8, 11, 4)
    """
    match = _province_behind().match(text, end)
    return match.end() if match and text[end - 1] == "." else end


def with_level(text: str, end: int) -> int:
    """Where an abbreviation ends that a level and an area are written together with: "กศน.อ.เวียงสา", "กอ.รมน.จว.เลย".

    >>> with_level("อส.อ.ท่าลี่ พร้อม", 3), with_level("อส.อ.พร้อม", 3)
    (11, 3)
    """
    level = _LEVEL.match(text, end) if text[end - 1] == "." else None
    if not level:
        return end
    name = area_names(level["level"].replace("ว", "")).longest_at(text, level.end())
    return level.end() + len(name) if name else end


@compiled
def _province_in_parentheses() -> re.Pattern[str]:
    return re.compile(rf"\((?:จังหวัด)?{any_of(provinces())}\)")


@compiled
def _province_behind() -> re.Pattern[str]:
    """A province that is no adverb or verb as well ("เลย", "แพร่")."""
    names = provinces().keys() - {*words_of("organization_words", "no_province")}
    return re.compile(f"(?:จว?\\. ?|จังหวัด)?{any_of(names)}(?!{THAI_LETTER})")
