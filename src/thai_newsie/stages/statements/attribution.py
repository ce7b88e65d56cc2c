"""From verbs of saying and quotation marks to statements: the way through a text, paragraph by paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from thai_newsie.document import Document, Span, StatementMention
from thai_newsie.stages.statements import patterns
from thai_newsie.stages.statements.cues import Cue, Kind, find_cues
from thai_newsie.stages.statements.paragraph import Paragraph
from thai_newsie.stages.statements.speaker_choice import Context
from thai_newsie.stages.statements.speakers import Speakers
from thai_newsie.text.characters import is_thai_letter

_LEAD_PARAGRAPHS = 2  # paragraphs at an article's head that may be written like headlines
_COMPARED_SPEECH = 120  # characters by which two speeches are one, printed twice
_MIN_COMMON_SPEECH = 30  # characters that a speech shares with its longer printing, at the least


def find_statements(document: Document) -> list[StatementMention]:
    """The statements of a document, in the order of the text; the title tells none of its own."""
    text, start = document.text, document.title_end
    context = Context(text, start, Speakers(document), document.trace)
    cues = [cue for cue in find_cues(text, start, document.trace) if _is_word(document, cue)]
    found: list[StatementMention] = []
    first = 0
    for number, line in enumerate(patterns.PARAGRAPH.finditer(text, start)):
        document.check_time()
        last = first
        while last < len(cues) and cues[last].start < line.end():
            last += 1
        paragraph = Paragraph(context, Span(*line.span()), lead=number < _LEAD_PARAGRAPHS)
        found += paragraph.statements(cues[first:last])
        first = last
    return list(_once(document, found))


def _is_word(document: Document, cue: Cue) -> bool:
    """Whether a verb without "ว่า" is a word where it stands, by the dictionary: no "ระบุ" of "สระบุรี"."""
    glued = cue.kind is Kind.BARE and is_thai_letter(document.text, cue.start - 1)
    if not glued or not document.breaks or cue.start in document.breaks:
        return True
    if document.trace is not None:
        reason = f"the tokenizer begins no word at {cue.verb} here, so it is part of another word"
        document.trace.reject("statements", cue.start, cue.end, cue.verb_rule, reason)
    return False


def _once(document: Document, statements: list[StatementMention]) -> Iterator[StatementMention]:
    """The statements without those of a lead that is printed twice, be it longer the second time."""
    printed: dict[tuple[str, str], _Beginnings] = {}
    for statement in statements:
        cue = document.slice(statement.cue) if statement.cue else ""
        end = min(statement.end, statement.start + _COMPARED_SPEECH)
        said = "".join(document.text[statement.start : end].split())
        if printed.setdefault((cue, said[:_MIN_COMMON_SPEECH]), _Beginnings()).add(said):
            yield statement
        elif document.trace is not None and statement.end > statement.start:
            reason = "the same statement stands in the text before"
            document.trace.reject("statements", statement.start, statement.end, statement.rule, reason)


class _Beginnings:
    """Strings of which none begins with another.

    >>> beginnings = _Beginnings()
    >>> [beginnings.add(said) for said in ("เราพร้อม", "เราพร้อมแล้ว", "เรา", "เขา")]
    [True, False, False, True]
    """

    def __init__(self) -> None:
        self._alphabetical: list[str] = []

    def add(self, string: str) -> bool:
        """Whether no string so far begins with this one, nor this one with it. The shorter of two such is kept."""
        kept = self._alphabetical
        place = bisect_left(kept, string)
        # What stands between a string and its beginning begins so too: the beginning can only be right before.
        if place and string.startswith(kept[place - 1]):
            return False
        end = place
        while end < len(kept) and kept[end].startswith(string):
            end += 1
        kept[place:end] = [string]
        return end == place
