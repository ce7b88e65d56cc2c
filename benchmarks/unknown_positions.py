"""Positions beside the names of persons that the tables do not know, by frequency.

    python benchmarks/unknown_positions.py FOLDER [--step 10] [--top 300]

FOLDER holds articles in any format that thai-newsie reads. Three lists say, each with its count and
with what share of the places it is: the first words behind a titled name where no office was read,
unless they are words that end a name; the positions that were read and are, or hold, words that no
table has; and what is glued to an office without an organization and ends nothing.
"""

from __future__ import annotations

import regex

from thai_newsie.document import Document
from thai_newsie.stages import STAGES
from thai_newsie.stages.persons.person_tables import civil_service_position
from thai_newsie.stages.positions.parsing import parse_position
from thai_newsie.text.words import words
from unknown_titles import Beside, arguments, begins_known, texts

_TO_OFFICE = regex.compile(r" {0,3}\(? ?")
_THAI = regex.compile(r"[\u0e01-\u0e2e\u0e40-\u0e44][\u0e01-\u0e4e.]{2,60}+")
_FIELD = regex.compile(r" ?(?:ฝ่าย|ด้าน|สายงาน|กลุ่มงาน|ส่วน|แผนก|คนที่|แบบบัญชี|บัญชีรายชื่อ)")
_OF_ROYALTY = ("royal", "monastic")
_REACH = 60  # characters looked at behind a name


def read_offices(text: str) -> Document:
    """A text with its persons and their offices."""
    document = Document.from_text(text)
    for name in ("dates", "entities", "positions"):
        STAGES[name].fill(document)
    return document


def count(document: Document, behind: Beside, positions: Beside, glued: Beside) -> None:
    """Count what stands beside the titled persons of one text."""
    text, offices = document.text, {role.start: role for role in document.roles}
    for person in document.people:
        gap = _TO_OFFICE.match(text, person.end)
        if not (gap and person.title) or person.title_kind in _OF_ROYALTY:
            continue
        tail = _THAI.match(text, gap.end())
        if gap.end() not in offices:
            first = "".join(words(tail[0])[:2]) if tail else ""
            behind.add(first, known=not tail or begins_known(tail[0]))
        for role in person.roles:
            office = document.slice(role.position)
            positions.add(
                office,
                known=bool(role.english or civil_service_position().match(office) or _narrowed(office)),
            )
            more = _THAI.match(text, role.end) if not role.organization else None
            glued.add(
                f"{document.slice(role)} + {more[0] if more else ''}", known=not more or begins_known(more[0])
            )


def _narrowed(office: str) -> bool:
    """Whether an office is one of the table with its field: ที่ปรึกษา + ด้านกฎหมาย."""
    narrower = _FIELD.search(office)
    return bool(narrower and parse_position(office[: narrower.start()]).english)


def main() -> None:
    """Print the lists."""
    options = arguments(__doc__, step=10)
    places = (
        Beside("behind a titled name, read as no office"),
        Beside("positions that are in no table"),
        Beside("glued to an office without a body"),
    )
    for text in texts(options.folder, options.step):
        count(read_offices(text), *places)
    for place in places:
        place.show(options.top)


if __name__ == "__main__":
    main()
