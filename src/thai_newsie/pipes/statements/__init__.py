"""Stage: who said what.

Reads the people, offices and bodies of the Reading; writes `reading.statements`: what is said, the
verb that tells it, the speaker, and whether the words are quoted.

>>> import thai_newsie
>>> said = thai_newsie.extract("“เราพร้อมช่วยเหลือประชาชนทุกพื้นที่” นายสมชาย ใจดี กล่าว").statements[0]
>>> said.speaker, said.cue, said.text, said.direct
('สมชาย ใจดี', 'กล่าว', 'เราพร้อมช่วยเหลือประชาชนทุกพื้นที่', True)
"""

from __future__ import annotations

from thai_newsie.pipes.statements.attribution import find_statements
from thai_newsie.pipes.statements.english import english_statements
from thai_newsie.reading import Reading


def fill(reading: Reading) -> None:
    """Fill `reading.statements`."""
    found = [*find_statements(reading), *english_statements(reading)]
    reading.statements = sorted(found, key=lambda statement: statement.start)
