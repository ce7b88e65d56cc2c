"""From verbs of saying and quotation marks to statements: the way through a text, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from thai_newsie.document import Document, Span, StatementMention
from thai_newsie.stages.statements import patterns
from thai_newsie.stages.statements.cues import Cue, Kind, find_cues
from thai_newsie.stages.statements.paragraph import Context, Paragraph
from thai_newsie.stages.statements.speakers import Speakers
from thai_newsie.text.characters import is_thai_letter

_LEADS = 2  # paragraphs at an article's head that may be written like headlines
_SAME = 120  # characters that make two speeches one, printed twice
_ALIKE = 30  # characters that a speech shares with its longer printing, at the least


def find_statements(document: Document) -> list[StatementMention]:
    """The statements of a reading, in the order of the text; the title tells none of its own."""
    context = Context(document.text, document.title_end, Speakers(document))
    cues = [cue for cue in find_cues(document.text, document.title_end) if _is_word(document, cue)]
    found: list[StatementMention] = []
    first = 0
    for number, line in enumerate(patterns.PARAGRAPH.finditer(document.text, document.title_end)):
        document.check_time()
        last = first
        while last < len(cues) and cues[last].start < line.end():
            last += 1
        found += Paragraph(context, Span(*line.span()), lead=number < _LEADS).statements(cues[first:last])
        first = last
    return list(_once(document, found))


def _is_word(document: Document, cue: Cue) -> bool:
    """Whether a verb without "ว่า" is a word where it stands, by the dictionary: no "ระบุ" of "สระบุรี"."""
    glued = cue.kind is Kind.BARE and is_thai_letter(document.text, cue.start - 1)
    return not (glued and document.breaks) or cue.start in document.breaks


def _once(document: Document, statements: list[StatementMention]) -> Iterator[StatementMention]:
    """The statements without those of a lead that is printed twice, be it longer the second time."""
    seen: dict[tuple[str, str], list[str]] = {}
    for statement in statements:
        cue = document.slice(statement.cue) if statement.cue else ""
        said = "".join(document.text[statement.start : min(statement.end, statement.start + _SAME)].split())
        alike = seen.setdefault((cue, said[:_ALIKE]), [])
        if not any(said.startswith(other) or other.startswith(said) for other in alike):
            yield statement
        alike.append(said)
