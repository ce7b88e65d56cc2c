"""Which name counts where the names of persons and organizations overlap."""

from __future__ import annotations

import pytest

from thai_newsie.document import Document, Entity
from thai_newsie.provenance import Trace
from thai_newsie.stages.entities.rules import find_by_rules

TEXT = "นายสมชาย ใจดี อธิบดีกรมการข้าว ลงพื้นที่จังหวัดน่าน"


def test_the_document_stays_as_it_is() -> None:
    document = Document.from_text(TEXT)
    before = [Entity(0, 3, "PERSON")]
    document.entities = before
    assert len(find_by_rules(document)) == 3
    assert document.entities is before


def test_every_organization_has_a_rule() -> None:
    assert all(e.rule for e in find_by_rules(Document.from_text(TEXT)) if e.label == "ORGANIZATION")


@pytest.mark.parametrize(
    ("text", "output", "candidate", "reason"),
    [
        (
            "พบ นายกรมการข้าว ใจดี ที่บ้าน",
            "organizations",
            "กรมการข้าว",
            "overlaps the person นายกรมการข้าว ใจดี",
        ),
    ],
)
def test_a_name_that_gives_way_is_told(text: str, output: str, candidate: str, reason: str) -> None:
    document = Document.from_text(text)
    document.trace = Trace()
    find_by_rules(document)
    found = [(r.list, text[r.start : r.end], r.reason) for r in document.trace.rejections]
    assert (output, candidate, reason) in found
