"""Entities that somebody else found, beside those of the rules."""

from __future__ import annotations

from thai_newsie.document import Document, Entity
from thai_newsie.provenance import Trace
from thai_newsie.stages import STAGES

TEXT = "โรเบิร์ต นายอำเภอปาย และนายมานะ ดีใจ อธิบดีกรมการข้าว พบที่ร้านริมน้ำ กับวงคาราบาว"


def read(*given: Entity) -> Document:
    document = Document.from_text(TEXT)
    document.given_entities = list(given)
    document.trace = Trace()
    for name in ("entities", "positions", "resolution"):
        STAGES[name].fill(document)
    return document


def entity(text: str, label: str, kind: str = "") -> Entity:
    start = TEXT.index(text)
    return Entity(start, start + len(text), label, kind, confidence=0.8)


def test_given_entities_come_out_as_persons_organizations_and_places() -> None:
    document = read(
        entity("โรเบิร์ต", "PERSON"),
        entity("วงคาราบาว", "ORGANIZATION", "other"),
        entity("ร้านริมน้ำ", "LOCATION"),
    )
    given = [one for one in document.entities if one.source == "given"]
    assert [(document.slice(one), one.label, one.kind, one.rule, one.confidence) for one in given] == [
        ("โรเบิร์ต", "PERSON", "", "given", 0.8),
        ("ร้านริมน้ำ", "LOCATION", "other", "given", 0.8),
        ("วงคาราบาว", "ORGANIZATION", "other", "given", 0.8),
    ]
    assert document.entities == sorted(document.entities, key=lambda one: (one.start, -one.end))
    assert "โรเบิร์ต" in [document.slice(entry.mentions[0].name) for entry in document.person_entries]
    assert "วงคาราบาว" in [document.slice(entry.mentions[0]) for entry in document.organization_entries]
    assert "ร้านริมน้ำ" in [document.slice(entry.mentions[0]) for entry in document.place_entries]


def test_a_given_person_has_the_position_that_follows() -> None:
    document = read(entity("โรเบิร์ต", "PERSON"))
    (person,) = [p for p in document.people if document.slice(p) == "โรเบิร์ต"]
    assert [document.slice(role) for role in person.roles] == ["นายอำเภอปาย"]


def test_the_rule_wins_where_a_given_entity_overlaps() -> None:
    plain = read()
    document = read(entity("มานะ ดีใจ อธิบดี", "PERSON"), entity("กรมการข้าว", "ORGANIZATION"))
    assert document.entities == plain.entities
    assert document.trace is not None
    rejected = [r for r in document.trace.rejections if r.rule == "given"]
    assert [r.list for r in rejected] == ["people", "organizations"]
    assert all("overlaps" in r.reason for r in rejected)


def test_what_is_no_entity_of_the_contract_is_ignored() -> None:
    document = read(
        entity("ร้านริมน้ำ", "WORK_OF_ART"),
        Entity(5, 5, "PERSON"),
        Entity(-3, 2, "PERSON"),
        Entity(len(TEXT) - 2, len(TEXT) + 9, "PERSON"),
    )
    assert document.entities == read().entities


def test_of_given_entities_that_overlap_the_first_wins() -> None:
    document = read(entity("ริมน้ำ", "LOCATION"), entity("ร้านริมน้ำ", "LOCATION"))
    assert [document.slice(one) for one in document.entities if one.source == "given"] == ["ร้านริมน้ำ"]


def test_no_given_entity_reaches_from_the_title_into_the_text() -> None:
    title = TEXT[:8]
    document = Document.from_text(f"{title}\n{TEXT}", title_length=len(title))
    document.trace = Trace()
    document.given_entities = [
        Entity(start, end, "LOCATION")
        for start, end in ((5, 12), (len(title), 14), (len(title), len(title) + 1))
    ]
    STAGES["entities"].fill(document)
    assert [one for one in document.entities if one.source == "given"] == []
    reasons = [rejection.reason for rejection in document.trace.rejections if rejection.rule == "given"]
    assert reasons == ["reaches from the title into the text"] * 3


def test_no_given_entity_is_blank() -> None:
    document = read(Entity(TEXT.index(" "), TEXT.index(" ") + 1, "LOCATION"))
    assert [one for one in document.entities if one.source == "given"] == []
    assert document.trace is not None
    assert "is blank" in [rejection.reason for rejection in document.trace.rejections]
