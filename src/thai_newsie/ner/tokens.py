"""What is labelled: words, cut finer where a name may begin or end inside one, joined where it may not.

The dictionary's words hide a name's edge in compounds ("ปลัดกระทรวง", "คนไทย", "ในประเทศ") and in
what it does not know ("(มข"); and cut abbreviations ("พล.อ.") at their dots. Spaces are no units:
each unit tells whether a space stands before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import regex

from thai_newsie.lexicon import remembered
from thai_newsie.text.characters import is_syllable_edge

_CLASSES = regex.compile(
    r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]++|[\p{Latin}\p{M}]++|\d++| ++|."
)
# Words that a name often begins with or stands behind, and that the dictionary joins with others.
_EDGE_WORDS = (
    "จังหวัด|ประเทศ|กระทรวง|พรรค|ไทย|ถนน|แม่น้ำ|อำเภอ|ตำบล|กรุง|เขต|เมือง|สำนักงาน|ตำรวจ|การรถไฟ|การบิน|ศาล|โรงเรียน"
    "|โรงพยาบาล|ชาติ|รัฐบาล|รัฐสภา|มหาวิทยาลัย|ธนาคาร|บริษัท|สมาคม|น้ำ|สหรัฐ|เช้า|วัน|เดือน|ปี|นี้|ที่|ของ|ทหาร|กรรมการ"
)
_LEADING_WORDS = (
    "ใน|คน|ชาว|ทั้ง|ราชการ|ปลัด|หัวหน้า|นาย|นาง|นางสาว|กลาง|ริม|จาก|ต่อ|โดย|ผู้ว่า|ผู้บัญชาการ|เมื่อ|ประธาน|อธิบดี|เลขาธิการ"
)
_INNER = regex.compile(rf"(?<=.)(?:{_EDGE_WORDS})|^(?:{_LEADING_WORDS})(?=.)|(?:จังหวัด|กรุง|วัน|ปี)(?=.)")
_NUMBER = regex.compile(r"(?<!\d)\d++(?:[.,:]\d++)++")
# "พล.ต.อ.", "ด.ช.", "เม.ย.", "มข.": few letters before each dot; or glued to a word: "เลขาธิการสพฐ."
_ABBREVIATION = regex.compile(
    r"(?:(?<![ก-๎])[เแโใไ]?[ก-ฮ][ก-๎]{0,5}|(?<=[ก-๎])[ก-ฮ]{1,5})\.(?:[ก-ฮเแโใไ][ก-๎]{0,3}\.)*+"
)
_PLAIN = regex.compile(r"[ก-ฮ]{1,5}|ดร|โทร")
# Offices written with a dot, before the organization they are held in: "ผบ.ตร.", "รมว.ศธ.", "ผกก.สภ."
_OFFICE = regex.compile(r"(?:ผ[ก-ฮ]{1,3}|รม[วช]|สวป?|น)\.")


@dataclass(frozen=True, slots=True)
class Units:
    """What is labelled: the units, where they stand, and whether a space stands before each.

    Where a line ends, as many empty units stand as the caller asked for.
    """

    texts: list[str]
    spans: list[tuple[int, int]]
    spaces: list[bool]


def units_of(text: str, starts: list[int], gap: int = 0) -> Units:
    """The units of a text whose words begin at `starts`; `gap` empty ones between lines and at the rims.

    >>> units_of("ปลัดกระทรวง ไป", [0, 11, 12]).texts
    ['ปลัด', 'กระทรวง', 'ไป']
    """
    pads, nowhere, apart = [""] * gap, [(0, 0)] * gap, [True] * gap
    texts, spans, spaces = pads[:], nowhere[:], apart[:]
    after_space = True
    for span in pairwise(unit_edges(text, starts)):
        unit = text[span[0] : span[1]]
        if unit.isspace():
            after_space = True
            if "\n" in unit:
                texts += pads
                spans += nowhere
                spaces += apart
        else:
            texts.append(unit)
            spans.append(span)
            spaces.append(after_space)
            after_space = False
    return Units(texts + pads, spans + nowhere, spaces + apart)


@remembered(100_000)
def _inner_edges(word: str) -> tuple[int, ...]:
    """Where a word is cut finer, as distances from its start."""
    edges = {match.start() for match in _CLASSES.finditer(word)}
    for match in _INNER.finditer(word, overlapped=True):
        edges |= {p for p in match.span() if is_syllable_edge(word, p) and p < len(word)}
    return tuple(sorted(edges - {0}))


def unit_edges(text: str, starts: list[int]) -> list[int]:
    """Where units begin or end, from where the words begin; the text's own rims are edges too.

    >>> text = "ปลัดกระทรวงแจ้งพล.อ.มานะ"
    >>> edges = unit_edges(text, [0, 11, 15, 17, 18, 19, 20])
    >>> [text[start:end] for start, end in pairwise(edges)]
    ['ปลัด', 'กระทรวง', 'แจ้ง', 'พล.อ.', 'มานะ']
    """
    edges = {*starts, 0, len(text)}
    for start, end in pairwise([*starts, len(text)]):
        if end - start > 1:
            edges.update([start + cut for cut in _inner_edges(text[start:end])])
    for match in _NUMBER.finditer(text):
        edges.difference_update(range(match.start() + 1, match.end()))
    for match in _ABBREVIATION.finditer(text):
        _join(text, match, edges)
    return sorted(edges)


def _join(text: str, match: regex.Match[str], edges: set[int]) -> None:
    """Take the edges out of an abbreviation, but for the one behind an office."""
    start, end = match.span()
    dot = text.index(".", start)
    if not _PLAIN.fullmatch(text, start, dot) and end == dot + 1:
        return  # "บาท." ends a sentence
    office = _OFFICE.match(text, start, end)
    first = start
    if not _PLAIN.fullmatch(text, start, dot) or "ก" <= text[start - 1 : start] <= "\u0e4e":
        # glued to a word: "แทนพ.ต.ต.": begin where the dictionary's last word does
        first = max((edge for edge in range(start, dot) if edge in edges), default=dot)
    edges.difference_update(range(first + 1, end))
    if office and office.end() < end:
        edges.add(office.end())
