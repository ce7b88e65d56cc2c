"""Named organizations: those of the tables, and those that a head word (กรม, โรงพยาบาล, บริษัท …) announces.

A name of the tables ends where the table says. An unknown name begins with its head and goes on to
the next space, mark or word that no name holds; companies go on to their legal form.
"""

from __future__ import annotations

from functools import partial

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import table, values
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.shared_scan import matches, shared
from thai_newsie.stages.organizations.aliases import aliases_behind
from thai_newsie.stages.organizations.completed import faculty_before, of_un_before
from thai_newsie.stages.organizations.ministries import end_of_known_ministry, with_country
from thai_newsie.stages.organizations.name_ends import end_of_unknown
from thai_newsie.stages.organizations.position_before import follows_office
from thai_newsie.stages.organizations.suffixes import with_number, with_province
from thai_newsie.text.characters import is_thai_letter
from thai_newsie.text.words import is_abbreviation_tail

_POLICE_STATION = regex.compile(r" ?(?:สภ|สน|ภ\.จว)\.")  # after what its officer does: "ผกก.สส.สภ.เมืองตรัง"
_AREA_BEFORE = regex.compile(r"(?:ตำบล|อำเภอ|(?<![ก-๎])[ตอ]\.)$")
_PUBLIC = regex.compile(r" {0,2}\( ?องค์การมหาชน ?\)")  # a legal form, part of the name as จำกัด (มหาชน) is
_MORE_DOTS = regex.compile(r"(?:[ก-ฮ]{1,4}\.){1,3}")
_OF_OFFICE = "of office "  # before the kind of a head that announces an organization only behind an office
# Offices that the bare name of a ministry follows: "รมว.คลัง", "รัฐมนตรีว่าการสาธารณสุข"
_OF_MINISTRIES = ("รมว.", "รมช.", "รมว. ", "รมช. ", "รมต.", "รัฐมนตรีว่าการ", "รัฐมนตรีช่วยว่าการ", "ปลัด")
# Organizations that other countries have as well: "กองทัพบกอินเดีย", "กรมศุลกากรของจีน"
_ALSO_ABROAD = ("กองทัพ", "กรม", "รัฐสภา", "สภาผู้แทนราษฎร", "วุฒิสภา", "สำนักงานตำรวจแห่งชาติ")
_TOO_LONG_FOR_CHANCE = 12  # letters


@shared
def _names() -> Matcher:
    """Finds a known name ("name"), abbreviation ("abbreviation") or the head of an unknown one (its kind).

    An abbreviation that usually means something else (SET, "กก.") is "guarded": it is an organization behind an office.

    A word that only looks like a name ("สภาพ" like สภา, "โรงพยาบาลชุมชน") has the kind "".

    The table's short forms of ministries are also read behind "รมว." and "ก.": there the value says
    how many letters of the match come before the organization ("+4" for "รมว.กลาโหม").
    """
    found: dict[str, str] = {row["word"]: "" for row in table("organization_lookalikes")}
    found |= {
        row["word"]: _OF_OFFICE + row["type"] if "behind_position" in values(row["flags"]) else row["type"]
        for row in table("organization_heads")
    }
    found |= {row["word"]: "name" for row in table("organization_names")}
    for row in table("organizations"):
        found |= dict.fromkeys(values(row["short"]), "abbreviation")
        found |= dict.fromkeys(values(row["abbreviations"]), "abbreviation")
        found |= dict.fromkeys(values(row["guarded"]), "guarded")
        found[row["word"]] = "name"
        if row["type"] == "ministry":
            bare = {
                row["word"].removeprefix("กระทรวง"),
                *(
                    s.rstrip("ฯ").removeprefix("ก.")  # "รมว.คลัง"
                    for s in values(row["short"])
                    if not s.startswith("กระทรวง")
                ),
            }
            for opener in _OF_MINISTRIES:
                found |= {opener + name: f"+{len(opener)}" for name in bare}
            found |= {opener + name: "name" for name in bare for opener in ("ก.", "ก. ")}
    return Matcher(found)


def find_organizations(document: Document) -> list[Entity]:
    """Named organizations in the order of the text, the abbreviations that parentheses give them among them.

    >>> from thai_newsie.document import Document
    >>> from thai_newsie.text.normalized import NormalizedText
    >>> document = Document(NormalizedText("บริษัท ข้าวไทยดี จำกัด ร่วมกับ กรมการข้าว"), frozenset())
    >>> [document.slice(organization) for organization in find_organizations(document)]
    ['บริษัท ข้าวไทยดี จำกัด', 'กรมการข้าว']
    """
    text = document.text
    found: list[Entity] = []
    aliases: set[str] = set()
    done = 0
    for start, end, kind in matches(document, _names(), partial(_may_begin, document)):
        organization = _organization(document, start, end, kind) if start >= done and kind else None
        if not organization:
            continue
        organization.end = _with_country(document, organization, kind)
        if part := faculty_before(document, found, organization) or of_un_before(
            document, done, organization
        ):
            organization.start = part.start
            if found and found[-1] is part:
                found.pop()
        if public := _PUBLIC.match(text, organization.end):
            organization.end = public.end()
        found.append(organization)
        done = organization.end
        for alias in aliases_behind(text, organization):
            found.append(alias)
            aliases.add(document.slice(alias))
            done = alias.end
    return _with_aliases(document, found, aliases)


def _with_country(document: Document, organization: Entity, kind: str) -> int:
    """Where an organization ends that a foreign country's name behind it makes another one than the Thai organization it is called like."""
    if document.text.startswith("กระทรวง", organization.start) and organization.source == "lexicon":
        return end_of_known_ministry(document, organization.end)
    if kind.startswith("+") or document.text.startswith(
        _ALSO_ABROAD, organization.start
    ):  # "รมว.สาธารณสุข มาเลเซีย"
        return with_country(document, organization.end)
    return organization.end


def _may_begin(document: Document, start: int, end: int) -> bool:
    """Whether a match is to be believed where a letter stands before it.

    The tokenizer's word is one reason, a name too long for chance or an office before it another:
    it makes one word of "นายกองค์การบริหารส่วนจังหวัด".
    """
    return (
        end - start >= _TOO_LONG_FOR_CHANCE
        or document.may_begin(start)
        or follows_office(document.text, start)
    )


def _organization(document: Document, start: int, end: int, kind: str) -> Entity | None:
    """The organization that a match of `_names` amounts to."""
    text = document.text
    if _AREA_BEFORE.search(text, max(0, start - 6), start):  # "ตำบลสำนักขาม"
        return None
    if (
        text[end - 1] == "." and is_thai_letter(text, start - 1) and is_abbreviation_tail(text, start)
    ):  # "ก.ตร." in "ศปก.ตร."
        return None
    if kind == "name":
        return Entity(start, with_number(text, end), "ORGANIZATION", source="lexicon")
    if kind in ("abbreviation", "guarded") or kind.startswith("+"):
        if _POLICE_STATION.match(text, end):
            return None
        if not _stands_alone(document, start, end) or (kind == "guarded" and not follows_office(text, start)):
            return None
        opener = int(kind) if kind.startswith("+") else 0
        if text[end - 1] == ".":  # "ปตท.สผ." and "ศบค.ยธ." are one organization each
            more = _MORE_DOTS.match(text, end)
            end = with_number(text, more.end() if more else with_province(text, end))
        end += opener > 0 and text[end : end + 1] == "ฯ"  # "ปลัดเกษตรฯ"
        return Entity(start + opener, end, "ORGANIZATION", source="lexicon")
    if kind.startswith(_OF_OFFICE):
        if not follows_office(text, start):  # "ภาคีเครือข่าย" are anybody
            return None
        kind = kind.removeprefix(_OF_OFFICE)
    end = end_of_unknown(document, start, end, kind)
    return Entity(start, end, "ORGANIZATION", kind=kind) if end else None


def _stands_alone(document: Document, start: int, end: int) -> bool:
    """Whether an abbreviation is not just a part of a longer word or abbreviation."""
    text = document.text
    if is_thai_letter(text, end) and text[end - 1] not in ".ฯ" and end not in document.breaks:
        return False
    if text[end - 1] == "." and text[end : end + 1].isdigit():  # "ทล.2412" is a road
        return False
    return not (
        (_is_latin(text, start - 1) and _is_latin(text, start))
        or (_is_latin(text, end - 1) and _is_latin(text, end))
    )


def _is_latin(text: str, offset: int) -> bool:
    return 0 <= offset < len(text) and text[offset].isascii() and text[offset].isalnum()


def _with_aliases(document: Document, found: list[Entity], aliases: set[str]) -> list[Entity]:
    """With the other places where the abbreviations stand that this article gives its organizations."""
    if not aliases:
        return found
    taken = document.where(found)
    for start, end, _ in Matcher(dict.fromkeys(aliases, "")).find(document.text):
        if not (taken[start] or taken[end - 1]) and _stands_alone(document, start, end):
            found.append(Entity(start, end, "ORGANIZATION"))
    return sorted(found, key=lambda organization: organization.start)
