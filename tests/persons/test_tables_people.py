"""The tables of people: titles, positions and what stands before them, name stops, verbs of saying."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest
from pythainlp.corpus import thai_family_names, thai_female_names, thai_male_names

from thai_newsie.lexicon import table, values
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.schema.article import Relation
from thai_newsie.stages.persons.name_parts import read_title
from thai_newsie.stages.persons.person_tables import royal_persons
from thai_newsie.stages.positions.parsing import parse_position
from thai_newsie.stages.positions.position_tables import positions

TITLE_KINDS = {
    "civil", "royal", "noble", "military", "police", "academic", "medical", "professional",
    "monastic", "diplomatic", "foreign", "religious",
}  # fmt: skip
POSITION_KINDS = {
    "head", "deputy", "assistant", "acting", "adviser", "spokesperson", "secretary", "member",
    "officer", "royal", "political", "military", "police", "local", "academic", "business",
    "diplomatic", "monastic",
}  # fmt: skip
RELATIONS = set(get_args(Relation))
KEYS = [
    ("titles", "word"),
    ("positions", "word"),
    ("position_prefixes", "word"),
    ("name_stops", "word"),
    ("speech_verbs", "word"),
    ("speech_tails", "word"),
    ("title_lookalikes", "word"),
    ("family_name_places", "word"),
    ("position_synonyms", "word"),
]


def is_thai(text: str) -> bool:
    return any("ก" <= letter <= "๛" for letter in text)


@pytest.mark.parametrize(("name", "column"), KEYS)
def test_each_word_has_one_row(name: str, column: str) -> None:
    counts = Counter(row[column] for row in table(name))
    assert [word for word, times in counts.items() if times > 1] == []


@pytest.mark.parametrize(
    ("name", "column", "allowed"),
    [
        ("titles", "type", TITLE_KINDS),
        ("titles", "gender", {"f", "m", ""}),
        ("titles", "flags", {"loose", ""}),
        ("positions", "type", POSITION_KINDS),
        ("positions", "relation", {*RELATIONS, ""}),
        ("position_prefixes", "relation", RELATIONS),
        ("name_stops", "flags", {"loose", ""}),
    ],
)
def test_a_closed_column_holds_its_values(name: str, column: str, allowed: set[str]) -> None:
    assert {row[column] for row in table(name)} <= allowed


@pytest.mark.parametrize("row", table("titles"), ids=lambda row: row["word"])
def test_every_title_is_read(row: dict[str, str]) -> None:
    """Royal titles are not: a royal person is read as a whole, title and name."""
    assert row["type"] == "royal" or read_title(f"{row['word']}สมชาย", 0) == len(row["word"])


def test_every_royal_person_has_a_royal_title_and_is_read_whole() -> None:
    royal = {row["word"] for row in table("titles") if row["type"] in ("royal", "noble", "monastic")}
    for row in table("royal_names"):
        assert row["title"].startswith(tuple(royal)), row
    assert len(royal_persons()) == len(table("royal_names"))
    for person, title_length in royal_persons().items():
        assert read_title(person, 0) == title_length, person


def test_every_position_and_every_word_before_it_is_read_and_has_its_english() -> None:
    for row in table("positions"):
        assert parse_position(row["word"]).english == row["english"], row
        assert parse_position(row["word"]).relations == tuple(filter(None, [row["relation"]])), row
    for row in table("position_prefixes"):
        parsed = parse_position(f"{row['word']}อธิบดี")
        assert parsed.relations == (row["relation"],), row
        assert parsed.english == f"{row['english']} Director-General", row
        assert parsed.rule == f"position_prefixes:{row['word']} + positions:อธิบดี", row
        assert not is_thai(row["english"]), row


def test_the_usual_wording_of_a_role_is_no_synonym_itself_and_begins_with_a_position() -> None:
    rows = table("position_synonyms")
    words = tuple(positions())
    assert not {row["same_as"] for row in rows} & {row["word"] for row in rows}
    assert all(row["same_as"].startswith(words) for row in rows)


def test_what_only_looks_like_a_title_holds_one_and_is_none() -> None:
    titles = {row["word"] for row in table("titles")}
    for row in table("title_lookalikes"):
        assert any(title in row["word"] for title in titles), row
        assert row["word"] not in titles, row


@pytest.mark.parametrize("name", ["titles", "positions"])
def test_full_form_and_english_are_given(name: str) -> None:
    for row in table(name):
        assert row["full"], row
        assert row["english"], row
        assert not is_thai(row["english"]), row


@pytest.mark.parametrize(("name", "column"), [("titles", "word"), ("positions", "word")])
def test_a_thai_abbreviation_is_spelt_out(name: str, column: str) -> None:
    for row in table(name):
        if is_thai(row[column]) and row[column].endswith("."):
            assert all("." not in full for full in values(row["full"])), row


def test_what_a_position_stands_for_is_a_position() -> None:
    words = set(positions())
    assert [row for row in table("positions") if not set(values(row["full"])) <= words] == []


def test_a_thai_abbreviation_keeps_its_last_dot() -> None:
    """Without it "พล.อ.อ" would be read in "พล.อ.อนุพงษ์", "ร.ต.อ" in "ร.ต.อนุชา"."""
    for row in table("titles"):
        last = row["word"].rpartition(".")[2]
        assert not (is_thai(last) and len(last) < 3), row


def test_what_a_title_stands_for_is_a_title() -> None:
    titles = {row["word"] for row in table("titles")}
    for row in table("titles"):
        if is_thai(row["word"]) and not row["word"].startswith(("ว่าที่", "ฯพณฯ", "พณฯ", "ทนาย")):
            for full in values(row["full"]):
                assert full in titles or full.removesuffix("หญิง") in titles, row


def test_a_rank_of_a_woman_says_so() -> None:
    ranks = [
        row
        for row in table("titles")
        if row["word"].endswith("หญิง") and row["type"] in ("military", "police")
    ]
    assert len(ranks) > 20
    assert {row["gender"] for row in ranks} == {"f"}


def test_beginnings_of_ordinary_words_need_evidence() -> None:
    loose = {row["word"] for row in table("titles") if "loose" in values(row["flags"])}
    assert {"พระ", "คุณ", "ครู", "อาจารย์", "หมอ", "พี่", "น้อง", "อ.", "ว่าที่"} <= loose
    assert loose.isdisjoint({"นาย", "นาง", "นางสาว", "น.ส.", "ดร.", "นพ.", "พลเอก", "พล.ต.อ.", "ม.ล."})


def test_deputies_are_not_enumerated() -> None:
    """รอง, ผู้ช่วย, รักษาการ and อดีต are prefixes: a position in a text is prefix* + position."""
    composed = ("รอง", "รักษา", "อดีต", "ปฏิบัติ")
    assert [row["word"] for row in table("positions") if row["word"].startswith(composed)] == []


@pytest.mark.parametrize("position", ["ปลัด", "อธิบดี", "ผู้ว่าราชการ", "รมว.", "ผวจ.", "ผอ.", "ปกท.", "นายอำเภอ"])
def test_a_position_of_an_organization_takes_it(position: str) -> None:
    assert positions()[position].takes_organization


@pytest.mark.parametrize("position", ["นายกรัฐมนตรี", "ผู้ตรวจการแผ่นดิน", "องคมนตรี", "ผบ.ทบ."])
def test_a_position_without_an_organization_stands_alone(position: str) -> None:
    assert not positions()[position].takes_organization


def test_a_strict_name_stop_cuts_no_known_name() -> None:
    stops = {row["word"] for row in table("name_stops") if "loose" not in values(row["flags"])}
    matcher = Matcher(dict.fromkeys(stops, ""))
    names = (thai_family_names() | thai_female_names() | thai_male_names()) - stops
    cut = {name: name[start:end] for name in names for start, end, _ in matcher.find(name)}
    assert cut == {}
