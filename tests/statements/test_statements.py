"""Who said what, in documents built by hand: this stage alone, whatever the stages before it find."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import regex

import thai_newsie
from thai_newsie.document import (
    Actor,
    Document,
    Entity,
    PersonMention,
    RoleMention,
    Span,
)
from thai_newsie.stages.statements.attribution import find_statements
from thai_newsie.text.normalized import NormalizedText

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "statements.jsonl").read_text("utf-8").splitlines()
]


def document_of(case: dict[str, Any]) -> Document:
    """A document in which every string of `people`, `roles` and `organizations` is a mention wherever it stands.

    A role written "role = name" is given to the mention of that name before it.
    """
    title = case.get("title", "")
    text = f"{title}\n{case['text']}" if title else case["text"]
    document = Document(NormalizedText(text), frozenset(), title_end=len(title))
    for name in case.get("people", []):
        for start, end in places(name, text):
            document.people.append(PersonMention(start, end, None, Span(start, end)))
    for role in case.get("roles", []):
        wording, _, holder = role.partition(" = ")
        for start, end in places(wording, text):
            owners = [p for p in document.people if document.slice(p) == holder and p.end <= start]
            person = max(owners, key=lambda p: p.end, default=None)
            document.roles.append(RoleMention(start, end, Span(start, end), person=person))
    for organization in case.get("organizations", []):
        document.entities += [Entity(start, end, "ORGANIZATION") for start, end in places(organization, text)]
    return document


def places(literal: str, text: str) -> list[tuple[int, int]]:
    found = [match.span() for match in regex.finditer(regex.escape(literal), text)]
    assert found, f"{literal!r} does not stand in the case's text"
    return found


def who(document: Document, actor: Actor | None) -> str:
    assert actor is not None
    return document.slice(actor)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    document = document_of(case)
    found = [
        {
            "speaker": who(document, statement.speaker),
            "cue": document.slice(statement.cue) if statement.cue else "",
            "said": document.slice(statement),
            "direct": statement.direct,
        }
        for statement in find_statements(document)
    ]
    expected = [{"direct": False} | statement for statement in case["statements"]]
    assert found == expected


def test_nothing_is_said_in_an_empty_text() -> None:
    assert find_statements(Document(NormalizedText(""), frozenset())) == []


@pytest.mark.parametrize(
    "text", ["“" * 3000, '"' * 3000, "กล่าวว่า" * 2000, "กล่าว ถึง" * 2000, "(" * 3000 + "กล่าวว่า"]
)
def test_texts_that_are_all_marks_or_verbs_take_no_time(text: str) -> None:
    document = document_of({"text": f"นายสมชาย {text}", "people": ["นายสมชาย"]})
    for statement in find_statements(document):
        assert 0 <= statement.start <= statement.end <= len(document.text)


def test_english_pages_tell_who_disclosed_what():
    article = thai_newsie.extract(
        "Government Spokesperson John Smith disclosed that exports of rice rose by 5 percent. "
        "Mr. John Smith added that farmers were pleased.\nIt was reported that nobody came."
    )
    assert [(s.speaker, s.cue, s.text) for s in article.statements] == [
        ("John Smith", "disclosed that", "exports of rice rose by 5 percent."),
        ("John Smith", "added that", "farmers were pleased."),
    ]


def test_no_verb_of_saying_is_found_within_a_word() -> None:
    article = thai_newsie.extract("นายสมชาย ใจดี ผู้ว่าราชการจังหวัดสระบุรี ตรวจคลองบางใส")
    assert not article.statements
