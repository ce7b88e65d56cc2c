"""The other names that an article gives an organization behind its name: in parentheses, or after หรือ."""

from __future__ import annotations

import regex

from thai_newsie.document import Entity
from thai_newsie.stages.organizations.position_before import follows_office, offices

_IN_PARENTHESES = regex.compile(r" {0,2}\( ?(?P<inside>[^()\n]{2,80}?) ?\)")
# No comma of a name's own: "(Ministry of Economy, Trade and Industry: METI)"
_BETWEEN_ALIASES = regex.compile(r" ?: ?| หรือ | ?, ?(?![A-Z][a-z])|(?<=[a-z]) [-–] (?=[A-Z]{2,}$)")
_ABBREVIATION = regex.compile(r"(?:[ก-ฮ]{1,6}\. ?){1,4}|[ก-ฮ]{2,6}|[A-Z][A-Za-z&.-]{1,11}")
# "กองน้ำบาดาล หรือ กนบ.", "ศูนย์ข้าวไทย หรือ TRC"; what else "or" leads to in capitals is no organization
_OR_ABBREVIATION = regex.compile(
    r" ?หรือ ?(?P<form>(?:[ก-ฮ]{1,4}\.){2,4}|(?!OTOP|SME|COVID|CSR|ATM|ITA\b|QR|LINE|CIO)[A-Z]{3,8})(?![A-Za-z\d.ก-ฮ-])"
)
_MIXED = regex.compile(r"(?!สปป)(?:[ก-ฮ]{1,4}\.){1,4}(?P<own>[ก-๎]{3,30})")  # "หน่วยเฉพาะกิจธารน้ำ (ฉก.ธารน้ำ)"
_WORD_BEFORE = regex.compile(r"(?r)[ก-๎]++")
_CONSONANT = regex.compile(r"[ก-ฮ]")
_LATIN_FORM = regex.compile(r"[A-Z][\p{Latin}&.,’'/ -]++")


def aliases_behind(text: str, organization: Entity) -> list[Entity]:
    """The abbreviations and other names that parentheses or หรือ behind a name give it: "(ทย.)", "(… : JTC)".

    >>> text = "ศูนย์ข้าวไทย (Thai Rice Center: TRC)"
    >>> [text[alias.start : alias.end] for alias in aliases_behind(text, Entity(0, 12, "ORGANIZATION"))]
    ['Thai Rice Center', 'TRC']
    """
    parentheses = _IN_PARENTHESES.match(text, organization.end)
    if not parentheses:
        other = (
            _OR_ABBREVIATION.match(text, organization.end)
            if "หรือ" in text[organization.end : organization.end + 5]
            else None
        )
        fits = other and (
            other["form"].isascii() or other["form"][0] == _first_consonant(text, organization.start)
        )
        return [Entity(*other.span("form"), "ORGANIZATION")] if other and fits else []
    found = []
    start = parentheses.start("inside")
    for part in _BETWEEN_ALIASES.split(parentheses["inside"]):
        start = text.index(part, start)
        # "(รมว.พม.)" behind a ministry is its minister
        mixed = _MIXED.fullmatch(part)
        named = (
            _ABBREVIATION.fullmatch(part)
            or _LATIN_FORM.fullmatch(part)
            or (mixed and text[organization.start : organization.end].endswith(mixed["own"]))
        )
        if named and not part.startswith(offices()) and not _is_office_s(text, organization, part):
            found.append(Entity(start, start + len(part), "ORGANIZATION"))
        start += len(part)
    return found


def _is_office_s(text: str, organization: Entity, abbreviation: str) -> bool:
    """Whether an abbreviation is that of the office before the organization: "รองปลัดกระทรวงอุตสาหกรรม (รปอ.)"."""
    office = _WORD_BEFORE.match(text, max(0, organization.start - 40), organization.start)
    if not office or not follows_office(text, organization.start):
        return False
    initials = [_first_consonant(text, at) for at in (office.start(), organization.start)]
    return [initial == abbreviation[0] for initial in initials] == [True, False]


def _first_consonant(text: str, start: int) -> str:
    """The first consonant from `start` on, "" for none."""
    consonant = _CONSONANT.search(text, start)
    return consonant[0] if consonant else ""
