"""Places: found, told apart from what only looks like one, and linked to the official codes."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from thai_newsie import extract
from thai_newsie.lexicon import table, values
from thai_newsie.lexicon.areas import districts, name_of, provinces, subdistricts
from thai_newsie.lexicon.schemas import SCHEMAS

CASES = Path(__file__).parent / "cases" / "places.tsv"


def cases() -> list[tuple[str, list[str]]]:
    with CASES.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return [(row["text"], values_of(row["places"])) for row in rows]


def values_of(cell: str | None) -> list[str]:
    return list(values(cell or ""))


@pytest.mark.parametrize(("text", "expected"), cases())
def test_the_places_of_a_sentence(text: str, expected: list[str]) -> None:
    found = [f"{p.kind} {p.text} = {p.province or '-'} {p.code or '-'}" for p in extract(text).places]
    assert found == expected


def test_one_entry_holds_all_the_forms_of_a_place() -> None:
    places = extract("จ.ตาก มีฝน ส่วนจังหวัดตาก ตอนล่างแห้ง ประเทศญี่ปุ่น และญี่ปุ่น").places
    assert [(p.text, [m.text for m in p.mentions]) for p in places] == [
        ("จังหวัดตาก", ["จังหวัดตาก", "จ.ตาก"]),
        ("ประเทศญี่ปุ่น", ["ประเทศญี่ปุ่น", "ญี่ปุ่น"]),
    ]


def test_a_district_that_repeats_is_the_one_of_the_province_the_article_names() -> None:
    article = extract("ลงพื้นที่จังหวัดนครราชสีมา\nต่อมาไปยังอำเภอเฉลิมพระเกียรติ และอำเภอเมือง")
    assert {p.text: p.code for p in article.places} == {
        "จังหวัดนครราชสีมา": "30",
        "อำเภอเฉลิมพระเกียรติ": "3032",
        "อำเภอเมือง": "3001",
    }
    assert extract("ลงพื้นที่อำเภอเฉลิมพระเกียรติ").places[0].code is None


def test_the_seat_of_a_family_is_no_venue() -> None:
    assert extract("นางวิมล สิริกุล ณ อยุธยา เป็นประธาน").places == ()


def test_every_area_has_a_code_and_a_name() -> None:
    assert len(set(provinces().values())) == 77
    assert all(len(code) == 4 for codes in districts().values() for code in codes)
    assert all(len(code) == 6 for codes in subdistricts().values() for code in codes)
    assert name_of("1001") == "พระนคร"
    with pytest.raises(KeyError):
        name_of("99")


def test_the_table_of_countries() -> None:
    rows = table("countries")
    codes = [row["code"] for row in rows]
    assert len(codes) == len(set(codes)) >= 190
    assert all(len(code) == 2 and code.isascii() and code.isupper() for code in codes)
    forms = [form for row in rows for form in (row["word"], *values(row["forms"]))]
    assert len(forms) == len(set(forms)), "a form stands for one country"
    assert all(
        row["english"].isascii() or row["english"] in ("Türkiye", "Côte d'Ivoire", "São Tomé & Príncipe")
        for row in rows
    )


def test_the_table_of_places() -> None:
    rows = table("places")
    assert {row["type"] for row in rows} == {"other", "venue", "province"}
    assert all(row["word"] in provinces() for row in rows if row["type"] == "province")
    forms = [form for row in rows for form in (row["word"], *values(row["forms"]))]
    assert len(forms) == len(set(forms)), "a form stands for one place"
    countries = {form for row in table("countries") for form in (row["word"], *values(row["forms"]))}
    assert not countries & set(forms)


def test_the_tables_of_heads_and_words() -> None:
    heads = table("venue_heads")
    assert len({row["word"] for row in heads}) == len(heads)
    assert {row["type"] for row in heads} == {"venue", "other"}
    assert {row["where"] for row in heads} == {"free", "site", "locality", "after", "organization"}
    words = [(row["word"], row["type"]) for row in table("place_words")]
    assert len(words) == len(set(words))
    described = next(c for c in SCHEMAS["place_words"].columns if c.name == "type").values
    assert {use for _, use in words} == set(described or ()), "each type has words"


@pytest.mark.parametrize(
    "name", ["countries", "places", "venue_heads", "place_words", "transport_places", "english_places"]
)
def test_every_row_tells_its_source(name: str) -> None:
    assert all(row["source"] for row in table(name))


def test_the_table_of_transport_places() -> None:
    rows = table("transport_places")
    assert len({row["word"] for row in rows}) == len(rows)
    assert {row["type"] for row in rows} == {"venue", "other"}
    flags = {flag for row in rows for flag in values(row["flags"])}
    assert flags == {flag.name for flag in SCHEMAS["transport_places"].flags}
