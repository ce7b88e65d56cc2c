"""Monks with a conferred name, which no list of names holds ("พระธรรม|วชิรเมธี", "พระพร|หมมงคล…")."""

from __future__ import annotations

from collections.abc import Sequence

from thai_newsie.document import Document
from thai_newsie.lexicon import compiled, words_of
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.stages.persons.found_name import FoundName
from thai_newsie.stages.persons.name_parts import GAP, ORDAINED_NAME, Part
from thai_newsie.stages.persons.person_tables import TitleKind, monastic_position
from thai_newsie.text.characters import is_thai_letter


@compiled
def _conferred() -> tuple[str, ...]:
    return words_of("person_words", "conferred")


@compiled
def _clergy() -> tuple[str, ...]:
    return words_of("person_words", "clergy")


@compiled
def _words_before_monks() -> tuple[str, ...]:
    return words_of("person_words", "before_monk")


def may_be_monk(text: str, start: int, end: int, kind: TitleKind) -> bool:
    """Whether a conferred name may follow: a monk's title stands here, or a lookalike that goes on like one."""
    conferred = _conferred()
    if text[start:end] in conferred:
        return True
    if kind is not TitleKind.LOOKALIKE or not is_thai_letter(text, end):
        return False
    return text.startswith(conferred, start) and not text.startswith(_clergy(), start)


def is_monk(text: str, start: int, end: int) -> bool:
    """Whether the name that stands from `start` to `end`, title included, is a monk's conferred one.

    The name he was ordained with, or a monastic position, follows: "พระราชวชิรเมธี (สมชาย สุจิตฺโต)", "พระเทพวราจารย์
    เจ้าคณะจังหวัดอุบลราชธานี".
    """
    if ORDAINED_NAME.match(text, end):
        return True
    gap = GAP.match(text, end)
    if not gap:
        return False
    # "หลวงพ่อพระ…", "วัดพระ…": the end of a longer word
    glued = is_thai_letter(text, start - 1) and not text.endswith(_words_before_monks(), 0, start)
    return not glued and monastic_position().match(text, gap.end()) is not None


def repeated_monks(document: Document, found: Sequence[FoundName]) -> list[FoundName]:
    """Where the monks in `found` are named again without a position: "พระเทพวราจารย์ กล่าวว่า"."""
    text = document.text
    taken = {name.start for name in found}
    conferred = _conferred()
    monks = [name for name in found if text.startswith(conferred, name.start)]
    names = {
        text[monk.start : monk.parts[0].end]: monk for monk in monks if is_monk(text, monk.start, monk.end)
    }

    def whole(start: int, end: int) -> bool:
        return start not in taken and document.may_begin(start) and not is_thai_letter(text, end)

    return [
        FoundName(start, (Part(end - len(monk.given(text)), end),), "pattern:repeated_monk")
        for start, end, monk in Matcher(names).find(text, whole)
    ]
