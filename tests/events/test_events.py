"""What happened: the cases of cases/events.jsonl, and texts meant to be slow or to confuse."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest

import thai_newsie
from thai_newsie.document import Document
from thai_newsie.lexicon import table
from thai_newsie.schema.article import EVENT_TYPES, EventType
from thai_newsie.stages.events import fill
from thai_newsie.stages.events.triggers import find_triggers
from thai_newsie.text.normalized import NormalizedText

CASES = [
    json.loads(line)
    for line in Path(__file__).with_name("cases").joinpath("events.jsonl").read_text("utf-8").splitlines()
]
TYPES = set(get_args(EventType))


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    article = thai_newsie.extract(case["text"], title=case["title"], published=case.get("published"))
    found = [event.model_dump(mode="json") for event in article.events]
    assert [event["type"] for event in found] == [event["type"] for event in case["events"]]
    for event, expected in zip(found, case["events"], strict=True):
        assert {slot: event[slot] for slot in expected} == expected


def test_each_event_says_why() -> None:
    event = thai_newsie.extract("วันที่ 7 มีนาคม 2566 นายสมชาย ใจดี เป็นประธานการประชุมแผนน้ำ").events[0]
    assert (
        event.rule
        == "event_triggers:เป็นประธาน + event_triggers:การประชุม (opener, actor, date before); date before"
    )


def test_each_type_is_described() -> None:
    assert set(EVENT_TYPES) == TYPES


def test_the_table_speaks_of_known_types_and_parts() -> None:
    for row in table("event_triggers"):
        if row["type"] in ("opener", "lookalike"):
            assert not row["event_type"]
        elif row["type"] == "frame":
            assert row["event_type"] in ("", "opening", "gathering", "ceremony", "campaign")
        elif row["type"] == "headline":
            assert row["event_type"] in {"", *TYPES}
        else:
            assert row["type"] in ("noun", "verb", "tail", "cabinet")
            assert row["event_type"] in TYPES
            assert row["subject"] in ("", "chair", "organizer")


def test_each_word_that_tells_of_an_event_alone_is_found() -> None:
    for row in table("event_triggers"):
        if row["type"] in ("noun", "verb"):
            phrase = row["word"]
            assert [(t.type, phrase[t.start : t.end]) for t in find_triggers(Document.from_text(phrase))] == [
                (row["event_type"], phrase)
            ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n" * 3000,
        "เป็นประธาน" * 3000,
        "เป็นประธาน" + "ในการเปิด" * 3000,
        "ร่วมประชุมโดยมี" * 3000,
        "ครม." * 5000,
        "จัดขึ้นระหว่าง" * 3000,
    ],
    ids=["nothing", "breaks", "openers", "frames", "those present", "cabinets", "ranges"],
)
def test_texts_that_are_all_triggers_take_no_time(text: str) -> None:
    document = Document(NormalizedText(text), frozenset())
    fill(document)
    events = document.events
    assert len(events) <= 3
    assert all(0 <= event.start <= event.end <= len(text) for event in events)
