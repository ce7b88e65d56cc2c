"""Named bodies: those of the tables, and those that a head word (กรม, โรงพยาบาล, บริษัท …) announces.

A name of the tables ends where the table says. An unknown name begins with its head and goes on to
the next space, mark or word that no name holds; companies go on to their legal form.
"""

from __future__ import annotations

from functools import partial

import regex

from thai_newsie.lexicon import Matcher, table, values
from thai_newsie.one_pass import matches, shared
from thai_newsie.pipes.entities.aliases import aliases_behind
from thai_newsie.pipes.entities.body_names import end_of_unknown
from thai_newsie.pipes.entities.completed import faculty_before, of_un_before
from thai_newsie.pipes.entities.completions import with_number, with_province
from thai_newsie.pipes.entities.ministries import end_of_known_ministry, with_country
from thai_newsie.pipes.entities.office_before import follows_office
from thai_newsie.reading import Entity, Reading
from thai_newsie.text import is_thai_letter
from thai_newsie.words import is_abbreviation_tail

_POLICE_STATION = regex.compile(r" ?(?:สภ|สน|ภ\.จว)\.")  # after what its officer does: "ผกก.สส.สภ.เมืองตรัง"
_AREA_BEFORE = regex.compile(r"(?:ตำบล|อำเภอ|(?<![ก-๎])[ตอ]\.)$")
_PUBLIC = regex.compile(r" {0,2}\( ?องค์การมหาชน ?\)")  # a legal form, part of the name as จำกัด (มหาชน) is
_MORE_DOTS = regex.compile(r"(?:[ก-ฮ]{1,4}\.){1,3}")
_OF_OFFICE = "of office "  # before the kind of a head that announces a body only behind an office
# Offices that the bare name of a ministry follows: "รมว.คลัง", "รัฐมนตรีว่าการสาธารณสุข"
_OF_MINISTRIES = ("รมว.", "รมช.", "รมว. ", "รมช. ", "รมต.", "รัฐมนตรีว่าการ", "รัฐมนตรีช่วยว่าการ", "ปลัด")
# Bodies that other countries have as well: "กองทัพบกอินเดีย", "กรมศุลกากรของจีน"
_ALSO_ABROAD = ("กองทัพ", "กรม", "รัฐสภา", "สภาผู้แทนราษฎร", "วุฒิสภา", "สำนักงานตำรวจแห่งชาติ")
_TOO_LONG_FOR_CHANCE = 12  # letters


@shared
def _names() -> Matcher:
    """Finds a known name ("name"), abbreviation ("abbreviation") or the head of an unknown one (its kind).

    An abbreviation that usually means something else (SET, "กก.") is "guarded": it is a body behind an office.

    A word that only looks like a name ("สภาพ" like สภา, "โรงพยาบาลชุมชน") has the kind "".

    The table's short forms of ministries are also read behind "รมว." and "ก.": there the value says
    how many letters of the match come before the body ("+4" for "รมว.กลาโหม").
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


def find_organizations(reading: Reading) -> list[Entity]:
    """Named bodies in the order of the text, the abbreviations that parentheses give them among them.

    >>> from thai_newsie.reading import Reading
    >>> from thai_newsie.text import Shadow
    >>> reading = Reading(Shadow("บริษัท ข้าวไทยดี จำกัด ร่วมกับ กรมการข้าว"), frozenset())
    >>> [reading.slice(body) for body in find_organizations(reading)]
    ['บริษัท ข้าวไทยดี จำกัด', 'กรมการข้าว']
    """
    text = reading.text
    found: list[Entity] = []
    aliases: set[str] = set()
    done = 0
    for start, end, kind in matches(reading, _names(), partial(_may_begin, reading)):
        body = _body(reading, start, end, kind) if start >= done and kind else None
        if not body:
            continue
        body.end = _with_country(reading, body, kind)
        if part := faculty_before(reading, found, body) or of_un_before(reading, done, body):
            body.start = part.start
            if found and found[-1] is part:
                found.pop()
        if public := _PUBLIC.match(text, body.end):
            body.end = public.end()
        found.append(body)
        done = body.end
        for alias in aliases_behind(text, body):
            found.append(alias)
            aliases.add(reading.slice(alias))
            done = alias.end
    return _with_aliases(reading, found, aliases)


def _with_country(reading: Reading, body: Entity, kind: str) -> int:
    """Where a body ends that a foreign country's name behind it makes another one than the Thai body it is called like."""
    if reading.text.startswith("กระทรวง", body.start) and body.source == "lexicon":
        return end_of_known_ministry(reading, body.end)
    if kind.startswith("+") or reading.text.startswith(_ALSO_ABROAD, body.start):  # "รมว.สาธารณสุข มาเลเซีย"
        return with_country(reading, body.end)
    return body.end


def _may_begin(reading: Reading, start: int, end: int) -> bool:
    """Whether a match is to be believed where a letter stands before it.

    The tokenizer's word is one reason, a name too long for chance or an office before it another:
    it makes one word of "นายกองค์การบริหารส่วนจังหวัด".
    """
    return (
        end - start >= _TOO_LONG_FOR_CHANCE or reading.may_begin(start) or follows_office(reading.text, start)
    )


def _body(reading: Reading, start: int, end: int, kind: str) -> Entity | None:
    """The body that a match of `_names` amounts to."""
    text = reading.text
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
        if not _stands_alone(reading, start, end) or (kind == "guarded" and not follows_office(text, start)):
            return None
        opener = int(kind) if kind.startswith("+") else 0
        if text[end - 1] == ".":  # "ปตท.สผ." and "ศบค.ยธ." are one body each
            more = _MORE_DOTS.match(text, end)
            end = with_number(text, more.end() if more else with_province(text, end))
        end += opener > 0 and text[end : end + 1] == "ฯ"  # "ปลัดเกษตรฯ"
        return Entity(start + opener, end, "ORGANIZATION", source="lexicon")
    if kind.startswith(_OF_OFFICE):
        if not follows_office(text, start):  # "ภาคีเครือข่าย" are anybody
            return None
        kind = kind.removeprefix(_OF_OFFICE)
    end = end_of_unknown(reading, start, end, kind)
    return Entity(start, end, "ORGANIZATION", kind=kind) if end else None


def _stands_alone(reading: Reading, start: int, end: int) -> bool:
    """Whether an abbreviation is not just a part of a longer word or abbreviation."""
    text = reading.text
    if is_thai_letter(text, end) and text[end - 1] not in ".ฯ" and end not in reading.breaks:
        return False
    if text[end - 1] == "." and text[end : end + 1].isdigit():  # "ทล.2412" is a road
        return False
    return not (
        (_is_latin(text, start - 1) and _is_latin(text, start))
        or (_is_latin(text, end - 1) and _is_latin(text, end))
    )


def _is_latin(text: str, offset: int) -> bool:
    return 0 <= offset < len(text) and text[offset].isascii() and text[offset].isalnum()


def _with_aliases(reading: Reading, found: list[Entity], aliases: set[str]) -> list[Entity]:
    """With the other places where the abbreviations stand that this article gives its bodies."""
    if not aliases:
        return found
    taken = reading.where(found)
    for start, end, _ in Matcher(dict.fromkeys(aliases, "")).find(reading.text):
        if not (taken[start] or taken[end - 1]) and _stands_alone(reading, start, end):
            found.append(Entity(start, end, "ORGANIZATION"))
    return sorted(found, key=lambda body: body.start)
