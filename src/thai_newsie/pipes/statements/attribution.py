"""From verbs of saying and quotation marks to statements: the way through a text, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from thai_newsie.pipes.statements import patterns
from thai_newsie.pipes.statements.cues import Cue, Kind, find_cues
from thai_newsie.pipes.statements.paragraph import Context, Paragraph
from thai_newsie.pipes.statements.speakers import Speakers
from thai_newsie.reading import Reading, Span, StatementMention
from thai_newsie.text import is_thai_letter

_LEADS = 2  # paragraphs at an article's head that may be written like headlines
_SAME = 120  # characters that make two speeches one, printed twice
_ALIKE = 30  # characters that a speech shares with its longer printing, at the least


def find_statements(reading: Reading) -> list[StatementMention]:
    """The statements of a reading, in the order of the text; the title tells none of its own."""
    context = Context(reading.text, reading.title_end, Speakers(reading))
    cues = [cue for cue in find_cues(reading.text, reading.title_end) if _is_word(reading, cue)]
    found: list[StatementMention] = []
    first = 0
    for number, line in enumerate(patterns.PARAGRAPH.finditer(reading.text, reading.title_end)):
        reading.check_time()
        last = first
        while last < len(cues) and cues[last].start < line.end():
            last += 1
        found += Paragraph(context, Span(*line.span()), lead=number < _LEADS).statements(cues[first:last])
        first = last
    return list(_once(reading, found))


def _is_word(reading: Reading, cue: Cue) -> bool:
    """Whether a verb without "ว่า" is a word where it stands, by the dictionary: no "ระบุ" of "สระบุรี"."""
    glued = cue.kind is Kind.BARE and is_thai_letter(reading.text, cue.start - 1)
    return not (glued and reading.breaks) or cue.start in reading.breaks


def _once(reading: Reading, statements: list[StatementMention]) -> Iterator[StatementMention]:
    """The statements without those of a lead that is printed twice, be it longer the second time."""
    seen: dict[tuple[str, str], list[str]] = {}
    for statement in statements:
        cue = reading.slice(statement.cue) if statement.cue else ""
        said = "".join(reading.text[statement.start : min(statement.end, statement.start + _SAME)].split())
        alike = seen.setdefault((cue, said[:_ALIKE]), [])
        if not any(said.startswith(other) or other.startswith(said) for other in alike):
            yield statement
        alike.append(said)
