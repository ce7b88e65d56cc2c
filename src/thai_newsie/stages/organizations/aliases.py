"""The other names that an article gives an organization behind its name: in parentheses, or behind หรือ."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from thai_newsie.document import Entity
from thai_newsie.lexicon import compiled, table, values
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.organizations.position_before import follows_position, position_words

_ALIASES_IN_PARENTHESES = re.compile(r" {0,2}\( ?(?P<inside>[^()\n]{2,80}?) ?\)")
# A comma inside a name parts no aliases: "(Ministry of Economy, Trade and Industry: METI)"
_BETWEEN_ALIASES = regex.compile(r" ?: ?| หรือ | ?, ?(?![A-Z][a-z])|(?<=[a-z]) [-–] (?=[A-Z]{2,}$)")
_ABBREVIATION_ALIAS = regex.compile(r"(?:[ก-ฮ]{1,6}\. ?){1,4}|[ก-ฮ]{2,6}|[A-Z][A-Za-z&.-]{1,11}")
_MIXED = regex.compile(r"(?!สปป)(?:[ก-ฮ]{1,4}\.){1,4}(?P<own>[ก-๎]{3,30})")  # "หน่วยเฉพาะกิจธารน้ำ (ฉก.ธารน้ำ)"
_WORD_BEFORE = regex.compile(r"(?r)[ก-๎]++")
_CONSONANT = regex.compile(r"[ก-ฮ]")
_LATIN_FORM = regex.compile(r"[A-Z][\p{Latin}&.,’'/ -]++")
_MAX_POSITION_BEFORE = 40  # letters


def aliases_behind(text: str, organization: Entity) -> list[Entity]:
    """The abbreviations and other names that parentheses or หรือ behind a name give it: "(ทย.)", "(… : JTC)".

    >>> text = "ศูนย์ข้าวไทย (Thai Rice Center: TRC)"
    >>> [text[alias.start : alias.end] for alias in aliases_behind(text, Entity(0, 12, "ORGANIZATION"))]
    ['Thai Rice Center', 'TRC']
    """
    if parentheses := _ALIASES_IN_PARENTHESES.match(text, organization.end):
        return list(_in_parentheses(text, organization, parentheses))
    if "หรือ" in text[organization.end : organization.end + 5]:
        return list(_behind_or(text, organization))
    return []


def _behind_or(text: str, organization: Entity) -> Iterator[Entity]:
    """The abbreviation behind หรือ: "กองน้ำบาดาล หรือ กนบ.", "ศูนย์ข้าวไทย หรือ TRC"."""
    other = _or_abbreviation().match(text, organization.end)
    if other and (other["form"].isascii() or other["form"][0] == _first_consonant(text, organization.start)):
        yield Entity(*other.span("form"), "ORGANIZATION", rule="pattern:alias_behind_or")


def _in_parentheses(text: str, organization: Entity, parentheses: re.Match[str]) -> Iterator[Entity]:
    """The names in the parentheses behind an organization."""
    start = parentheses.start("inside")
    for part in _BETWEEN_ALIASES.split(parentheses["inside"]):
        start = text.index(part, start)
        # "(รมว.พม.)" behind a ministry is its minister
        if (
            _is_name(text, organization, part)
            and not part.startswith(position_words())
            and not _is_of_position(text, organization, part)
        ):
            yield Entity(start, start + len(part), "ORGANIZATION", rule="pattern:alias_in_parentheses")
        start += len(part)


def _is_name(text: str, organization: Entity, part: str) -> bool:
    """Whether what stands in parentheses has the form of a name."""
    if _ABBREVIATION_ALIAS.fullmatch(part) or _LATIN_FORM.fullmatch(part):
        return True
    mixed = _MIXED.fullmatch(part)
    return mixed is not None and text[organization.start : organization.end].endswith(mixed["own"])


def _is_of_position(text: str, organization: Entity, abbreviation: str) -> bool:
    """Whether an abbreviation is that of the position before the organization: "รองปลัดกระทรวงอุตสาหกรรม (รปอ.)"."""
    low = max(0, organization.start - _MAX_POSITION_BEFORE)
    position = _WORD_BEFORE.match(text, low, organization.start)
    if not position or not follows_position(text, organization.start):
        return False
    of_position, of_name = (
        _first_consonant(text, at) == abbreviation[0] for at in (position.start(), organization.start)
    )
    return of_position and not of_name


def _first_consonant(text: str, start: int) -> str:
    """The first consonant from `start` on, "" for none."""
    consonant = _CONSONANT.search(text, start)
    return consonant[0] if consonant else ""


@compiled
def _or_abbreviation() -> regex.Pattern[str]:
    """An abbreviation behind หรือ: what else หรือ leads to in capitals is no organization."""
    rows = [line for line in table("organization_words") if line["type"] == "no_alias"]
    whole = any_of(line["word"] for line in rows if "whole" in values(line["flags"]))
    begun = any_of(line["word"] for line in rows if "whole" not in values(line["flags"]))
    return regex.compile(
        rf" ?หรือ ?(?P<form>(?:[ก-ฮ]{{1,4}}\.){{2,4}}|(?!{begun}|{whole}\b)[A-Z]{{3,8}})(?![A-Za-z\d.ก-ฮ-])"
    )
