"""Named organizations: those of the tables, and those that a head word (กรม, โรงพยาบาล, บริษัท …) announces."""

from __future__ import annotations

import re
from functools import partial

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon import compiled, words_of
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.lexicon.shared_scan import matches
from thai_newsie.provenance import joined
from thai_newsie.stages.organizations.aliases import aliases_behind
from thai_newsie.stages.organizations.completed import completed_before
from thai_newsie.stages.organizations.dotted import is_tail
from thai_newsie.stages.organizations.endings import NoName
from thai_newsie.stages.organizations.name_ends import name_end
from thai_newsie.stages.organizations.openings import Form, Opening, openings, reject_match
from thai_newsie.stages.organizations.position_before import follows_position
from thai_newsie.text.characters import is_thai_letter
from thai_newsie.text.words import is_abbreviation_tail

_AREA_BEFORE = re.compile(r"(?:ตำบล|อำเภอ|(?<![ก-๎])[ตอ]\.)$")
_TOO_LONG_FOR_CHANCE = 12  # letters


def find_organizations(document: Document) -> list[Entity]:
    """Named organizations in the order of the text, the abbreviations that parentheses give them among them.

    >>> from thai_newsie.document import Document
    >>> from thai_newsie.text.normalized import NormalizedText
    >>> document = Document(NormalizedText("บริษัท ข้าวไทยดี จำกัด ร่วมกับ กรมการข้าว"), frozenset())
    >>> for organization in find_organizations(document):
    ...     print(document.slice(organization), organization.rule)
    บริษัท ข้าวไทยดี จำกัด organization_heads:บริษัท + pattern:legal_form
    กรมการข้าว organizations:กรมการข้าว
    """
    found: list[Entity] = []
    aliases: set[str] = set()
    done = 0
    for start, end, row in matches(document, openings(), partial(_may_begin, document)):
        if row is None:
            _reject_lookalike(document, start, end)
            continue
        opening = Opening(document, start, end, row)
        if start < done:
            opening.reject(end, "", "it is inside the name of another organization")
            continue
        begun = _organization(opening)
        if not begun:
            continue
        organization = completed_before(document, found[-1] if found else None, done, begun)
        if found and found[-1].start == organization.start:  # the two are one
            found.pop()
        found.append(organization)
        done = organization.end
        for alias in aliases_behind(document.text, organization):
            found.append(alias)
            aliases.add(document.slice(alias))
            done = alias.end
    return _with_aliases(document, found, aliases)


def _reject_lookalike(document: Document, start: int, end: int) -> None:
    if document.trace is not None:
        word = document.text[start:end]
        reason = f"an ordinary word: {word} is in organization_lookalikes"
        reject_match(document, start, end, f"organization_lookalikes:{word}", reason)


def _may_begin(document: Document, start: int, end: int) -> bool:
    """Whether a match is to be believed where a letter stands before it.

    The tokenizer's word is one reason, a name too long for chance or a position before it another:
    the tokenizer makes one word of "นายกองค์การบริหารส่วนจังหวัด".
    """
    if (
        end - start >= _TOO_LONG_FOR_CHANCE
        or document.may_begin(start)
        or follows_position(document.text, start)
    ):
        return True
    if document.trace is not None:
        row = openings().entries[document.text[start:end]]
        if row is not None:
            reason = (
                f"the tokenizer has one word {document.word_at(start)} here, so this is only a part of it"
            )
            reject_match(document, start, end, row.rule, reason)
    return False


def _organization(opening: Opening) -> Entity | None:
    """The organization that an opening begins."""
    reason = _objection(opening)
    ending = NoName("", reason) if reason else name_end(opening)
    if isinstance(ending, NoName):
        opening.reject(opening.end, ending.rule, ending.reason)
        return None
    row = opening.row
    source = "pattern" if row.form is Form.HEAD else "lexicon"
    return Entity(
        opening.start + row.position_length, ending.end, "ORGANIZATION", row.type, source,
        rule=joined(row.rule, ending.rule),
    )  # fmt: skip


def _objection(opening: Opening) -> str:
    """Why an opening begins no organization, by what stands around it; "" where it may."""
    document, start, end, row = opening
    text, form = document.text, row.form
    if _AREA_BEFORE.search(text, max(0, start - 6), start):  # "ตำบลสำนักขาม"
        return "it is the name of an area"
    # "ก.ตร." in "ศปก.ตร."
    if text[end - 1] == "." and is_thai_letter(text, start - 1) and is_abbreviation_tail(text, start):
        return "it is a part of a longer abbreviation"
    if text[end - 1] == "." and is_tail(document, start):  # "ปส." in "ชปข.ศป.ปส."
        return "it is the end of a longer abbreviation that no table has"
    if form is Form.NAME:
        return ""
    if form is Form.HEAD:
        needs_position = "behind_position" in row.flags  # "ภาคีเครือข่าย" are anybody
    else:
        if _police_station().match(text, end):  # after what its officer does: "ผกก.สส.สภ.เมืองตรัง"
            return "it is a part of the position of an officer of the police station behind it"
        if not _stands_alone(document, start, end):
            return "it is a part of a longer word, a longer abbreviation or the number of a road"
        needs_position = form is Form.GUARDED
    if needs_position and not follows_position(text, start):
        return "no position stands before it, and without one it more often means something else"
    return ""


@compiled
def _police_station() -> re.Pattern[str]:
    return re.compile(" ?" + any_of(words_of("organization_words", "police_station")))


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
    for start, end, _ in Matcher(dict.fromkeys(aliases)).find(document.text):
        if not (taken[start] or taken[end - 1]) and _stands_alone(document, start, end):
            found.append(Entity(start, end, "ORGANIZATION", rule="pattern:alias"))
    return sorted(found, key=lambda organization: organization.start)
