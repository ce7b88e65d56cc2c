"""Persons by the titles before their names: how far does the name reach?

A title fixes where a person begins. The name ends at a space, a mark, or, where words are glued to
it ("นายธนกรกล่าวว่า", "ชาญวีรกูลรองนายกรัฐมนตรี"), at the word that cannot be part of a name.
"""

from __future__ import annotations

import re

import regex

from thai_newsie.document import Document, Entity
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.lexicon.shared_scan import matches
from thai_newsie.stages.persons.name_parts import (
    GAP,
    IN_PALI,
    LATIN_GLOSS,
    ORDAINED_NAME,
    Part,
    before_office,
    name_part,
    name_parts,
    read_title,
)
from thai_newsie.stages.persons.person_tables import family_names, given_names, monastic_office, titles
from thai_newsie.text.characters import is_thai_letter
from thai_newsie.text.words import is_abbreviation_tail

_OPTIONAL_GAP = regex.compile(r" {0,2}")
# "ทนายความ นายสมชาย ใจดี": what stands before a person's own title is what they do
_BEFORE_ANOTHER = regex.compile(r" {1,3}+(?:นาย|นาง|น\.ส\.)")
_CREDIT = regex.compile(
    r"^ {0,3}(?:ข่าว|ภาพ|เรื่อง|รายงาน|เรียบเรียง)(?: ?/ ?(?:ข่าว|ภาพ|เรื่อง))? ?:? ?(?=[^\n]{2,50}$)",
    regex.MULTILINE,
)
# What begins a name conferred on a monk, which no list of names holds; a word that looks like one may begin it
# ("พระธรรม|วชิรเมธี", "พระพร|หมมงคล…").
_ORDAINED = ("พระ", "สมเด็จพระ")
_CLERGY = ("พระเถร", "พระมหาเถร", "พระสงฆ์", "พระภิกษุ", "พระกุศล")  # "พระเถรานุเถระ|ชั้นผู้ใหญ่": nobody by name
# What a monk's title is glued to (460 articles): "โดยมี|พระ…", "ได้รับเมตตาจาก|พระ…", "กราบนมัสการ|พระ…"
_LEADS_TO = (
    "มี", "โดย", "และ", "แด่", "จาก", "นมัสการ", "สักการะ", "กับ", "ให้", "ด้วย", "ยัง", "ที่", "ซึ่ง", "ถึง", "ต่อ", "เป็น",
)  # fmt: skip
_MONK = "พระ"
_PRESIDENT = "นายก"
_MEN = re.compile(r"(?:(?<=\d)|(?<=\d ))นาย")
_SHORTEST_KNOWN = 4  # letters of a given name that may be cut off from what is glued to it


def find_persons(document: Document) -> list[Entity]:
    """Persons that a title announces, each with their title, in the order of the text.

    >>> from thai_newsie.document import Document
    >>> from thai_newsie.text.normalized import NormalizedText
    >>> document = Document(NormalizedText("นายสมชาย ใจดี และ ดร.มานี รักไทยกล่าวว่า"), frozenset())
    >>> [document.slice(person) for person in find_persons(document)]
    ['นายสมชาย ใจดี', 'ดร.มานี รักไทย']
    """
    text = document.text
    found: list[tuple[int, list[Part]]] = []
    dated = {date.end for date in document.dates}
    done = 0
    for start, end, kind in matches(document, titles()):
        ordained = _may_be_ordained(text, start, end, kind)
        if start < done or not (kind or ordained):
            continue
        if not _may_begin(document, start) or is_abbreviation_tail(text, start) or _within_latin(text, start):
            continue
        if kind == "royal":
            found.append((start, [(start, end)]))
            continue
        if kind == "loose" and _BEFORE_ANOTHER.match(text, end):
            continue
        gap = _OPTIONAL_GAP.match(text, read_title(text, start))
        parts = name_parts(document, gap.end()) if gap else []
        counts_men = _MEN.match(text, start) and dated.isdisjoint((start, start - 1))
        if (counts_men and not _is_listed(text, end, parts)) or _is_president(document, start, parts):
            continue
        if parts and (
            kind == "strict"
            or (ordained and _is_monk(text, start, parts))
            or (kind == "loose" and _is_full_known_name(text, start, parts))
        ):
            found.append((start, parts))
            gloss = LATIN_GLOSS.match(text, parts[-1][1])
            done = gloss.end() if gloss else parts[-1][1]
    _settle(document, found)
    found += _repeated_monks(document, found)
    found += [(start, [(start, end)]) for start, end in _credited(document)]
    return [Entity(start, parts[-1][1], "PERSON") for start, parts in sorted(found)]


def _may_begin(document: Document, start: int) -> bool:
    """Whether a title begins here; the tokenizer makes มีนา (March) of "มีนายลวรณ"."""
    return document.may_begin(start) or document.text.startswith("มีนาย", max(0, start - 2))


def _may_be_ordained(text: str, start: int, end: int, kind: str) -> bool:
    """Whether a conferred name may follow: a monk's title, or a word that goes on as one."""
    goes_on = not kind and is_thai_letter(text, end) and not text.startswith(_CLERGY, start)
    return text[start:end] in _ORDAINED or (goes_on and text.startswith(_ORDAINED, start))


def _is_president(document: Document, start: int, parts: list[Part]) -> bool:
    """Whether the words glued to นายก make no name, and the premier does something: "นายก|สั่งเร่งเยียวยา"."""
    text = document.text
    if (
        len(parts) != 1
        or not text.startswith(_PRESIDENT, start)
        or start + len(_PRESIDENT) not in document.breaks
    ):
        return False
    return text[slice(*parts[0])] not in given_names()


def _is_listed(text: str, title_end: int, parts: list[Part]) -> bool:
    """Whether a number before นาย is a list's, "1 นายสมชาย ใจดี", and does not count men: "ตำรวจ 9 นาย รถยนต์ 4 คัน"."""
    known = bool(parts) and text[slice(*parts[0])] in given_names()
    return known or (len(parts) > 1 and parts[0][0] == title_end)


def _within_latin(text: str, start: int) -> bool:
    """Whether a title is only the end of a Latin word: "HE" in "THE"."""
    return text[start].isascii() and start > 0 and text[start - 1].isascii() and text[start - 1].isalnum()


def _settle(document: Document, found: list[tuple[int, list[Part]]]) -> None:
    """Let the names of one article agree: the first family name of a given name is the family name.

    What stands behind the given name later, and looks like no spelling of it, is none ("พล.ต.อ.ต่อศักดิ์
    เหลืออีก 2 เดือน"); nor is what is glued to a known given name ("นายธนกรกล่าเพิ่มเติม").
    """
    families: dict[str, str] = {}
    for _, parts in found:
        if len(parts) > 1:
            families.setdefault(document.text[slice(*parts[0])], document.text[slice(*parts[1])])
    # and of those who have none here, the given name that nothing is glued to ("นายวิโรจน์คงชนะ")
    alone = {
        document.text[slice(*parts[0])]
        for _, parts in found
        if len(parts) == 1 and document.text[parts[0][1] : parts[0][1] + 1] == " "
    }
    for _, parts in found:
        given = document.text[slice(*parts[0])]
        family = families.get(given)
        if len(parts) > 1 and family and document.text[slice(*parts[1])][:2] != family[:2]:
            known_family = document.text[slice(*parts[1])] in family_names()
            if not known_family and not before_office(document.text, parts[-1][1]):  # else he is another man
                del parts[1:]
        elif len(parts) == 1 and family:
            gap = GAP.match(document.text, parts[0][1])
            if gap and document.text.startswith(family, gap.end()):
                parts.append((gap.end(), gap.end() + len(family)))
        elif len(parts) == 1:
            lengths = range(len(given), _SHORTEST_KNOWN - 1, -1)
            known = next((n for n in lengths if given[:n] in families), None)
            if not known and given not in given_names():
                cuts = (n for n in lengths[1:] if parts[0][0] + n in document.breaks)
                known = next((n for n in cuts if given[:n] in alone), None)
            if known:
                parts[0] = (parts[0][0], parts[0][0] + known)


def _credited(document: Document) -> list[Part]:
    """Who wrote or photographed, by a line at the end: "ข่าว อัจฉราปชส.สพฐ."."""
    found = []
    for line in _CREDIT.finditer(document.text, document.title_end):
        part = name_part(document, line.end(), first=True)
        if part and document.text[slice(*part)] in given_names():
            found.append(part)
    return found


def _is_monk(text: str, start: int, parts: list[Part]) -> bool:
    """Whether the name he was ordained with or a monastic office follows: he has this one by conferment.

    "พระเทพวราจารย์ เจ้าคณะจังหวัดอุบลราชธานี", "พระราชวชิรเมธี (สมชาย สุจิตฺโต)"
    """
    if ORDAINED_NAME.match(text, parts[-1][1]):
        return True
    gap = GAP.match(text, parts[-1][1])
    # "หลวงพ่อพระ…", "วัดพระ…": the end of a longer word
    glued = is_thai_letter(text, start - 1) and not text.endswith(_LEADS_TO, 0, start)
    return bool(gap and not glued and monastic_office().match(text, gap.end()))


def _repeated_monks(document: Document, found: list[tuple[int, list[Part]]]) -> list[tuple[int, list[Part]]]:
    """Where the monks found by their offices are named again without: "พระเทพวราจารย์ กล่าวว่า"."""
    text = document.text
    taken = {start for start, _ in found}
    monks = [one for one in found if text.startswith(_ORDAINED, one[0]) and _is_monk(text, *one)]
    names = {text[start : parts[0][1]]: text[slice(*parts[0])] for start, parts in monks}

    def whole(start: int, end: int) -> bool:
        return start not in taken and document.may_begin(start) and not is_thai_letter(text, end)

    return [(start, [(end - len(given), end)]) for start, end, given in Matcher(names).find(text, whole)]


def _is_full_known_name(text: str, start: int, parts: list[Part]) -> bool:
    """What a loose title such as "คุณ" needs beside it: a known given name, or Latin, and a family name.

    A monk's second name is in Pali: "พระสมชาย สุจิตโต", but "พระปรีชา สามารถ" are virtues of a king.
    """
    given = text[slice(*parts[0])]
    if len(parts) == 1 or not (given in given_names() or given[0].isascii()):
        return False
    return text[start : parts[0][0]].rstrip() != _MONK or IN_PALI.fullmatch(text, *parts[1]) is not None
