"""The English of titles, areas, countries and named places."""

from __future__ import annotations

import pytest

from thai_newsie import extract
from thai_newsie.lexicon import table
from thai_newsie.lexicon.areas import districts, provinces, subdistricts
from thai_newsie.lexicon.english import place_english, title_english


@pytest.mark.parametrize(
    ("name", "english", "gender"),
    [
        ("นางสาวมานี รักเรียน", "Miss", "f"),
        ("รศ.ดร.มานะ ขยันเรียน", "Associate Professor Dr.", ""),
        ("พล.ต.หญิง มานี รักเรียน", "Major General", "f"),
        ("พันตํารวจเอกมานะ ขยันเรียน", "Police Colonel", ""),  # ำ typed as two signs
        ("ร.อ.มานะ ขยันเรียน", "Captain/Lieutenant/Flight Lieutenant", ""),
    ],
)
def test_a_title_in_english_and_the_gender_it_tells(name: str, english: str, gender: str) -> None:
    (person,) = extract(f"{name} ร่วมงาน").people
    assert (person.title_english, person.gender) == (english, gender)


def test_the_article_s_own_latin_form_says_that_it_is() -> None:
    glossed, latin, thai = extract(
        "นายจอห์น สมิธ (Mr. John Smith) พบ Ms. Jane Miller และนายสมชาย ใจดี ที่กรุงเทพฯ"
    ).people
    assert (glossed.latin, glossed.latin_source) == ("John Smith", "article")
    assert (latin.latin, latin.latin_source) == ("Jane Miller", "article")
    assert (thai.latin, thai.latin_source) == ("", "")


def test_areas_and_countries_in_english() -> None:
    article = extract("ลงพื้นที่ตำบลคูคต อำเภอลำลูกกา จังหวัดปทุมธานี กับเอกอัครราชทูต ณ ประเทศญี่ปุ่น และทะเลอันดามัน")
    assert {place.text: (place.code, place.english) for place in article.places} == {
        "ตำบลคูคต": ("130601", "Khu Khot"),
        "อำเภอลำลูกกา": ("1306", "Lam Luk Ka"),
        "จังหวัดปทุมธานี": ("13", "Pathum Thani"),
        "ประเทศญี่ปุ่น": ("JP", "Japan"),
        "ทะเลอันดามัน": (None, "Andaman Sea"),
    }


def test_places_of_the_table_and_organizations_as_venues_in_english() -> None:
    article = extract("ประชุม ณ กระทรวงการคลัง เรื่องฝนในภาคเหนือตอนบน และ ณ ห้องประชุมรวมใจ")
    assert {place.text: place.english for place in article.places} == {
        "กระทรวงการคลัง": "Ministry of Finance",
        "ภาคเหนือตอนบน": "Upper Northern Thailand",
        "ห้องประชุมรวมใจ": "",
    }


def test_every_place_of_the_table_has_an_english_name() -> None:
    assert [row["word"] for row in table("places") if row["type"] != "province" and not row["english"]] == []


def test_every_code_has_an_english_name() -> None:
    groups = ((code,) for code in provinces().values())
    codes = {code for group in (*groups, *districts().values(), *subdistricts().values()) for code in group}
    codes |= {row["code"] for row in table("countries")}
    assert len(codes) > 8000
    assert [code for code in codes if not place_english(code)] == []


def test_every_title_is_itself_in_english() -> None:
    for row in table("titles"):
        assert title_english(row["word"]) == row["english"].replace("|", "/")
