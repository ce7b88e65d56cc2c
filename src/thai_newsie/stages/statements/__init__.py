"""Stage: who said what.

Reads the people, offices and organizations of the Document; writes `document.statements`: what is said, the
verb that tells it, the speaker, and whether the words are quoted.

>>> import thai_newsie
>>> said = thai_newsie.extract("“เราพร้อมช่วยเหลือประชาชนทุกพื้นที่” นายสมชาย ใจดี กล่าว").statements[0]
>>> said.speaker, said.cue, said.text, said.direct
('สมชาย ใจดี', 'กล่าว', 'เราพร้อมช่วยเหลือประชาชนทุกพื้นที่', True)
"""

from __future__ import annotations

from thai_newsie.document import Document
from thai_newsie.stages.statements.attribution import find_statements
from thai_newsie.stages.statements.english import english_statements


def fill(document: Document) -> None:
    """Fill `document.statements`."""
    found = [*find_statements(document), *english_statements(document)]
    document.statements = sorted(found, key=lambda statement: statement.start)
