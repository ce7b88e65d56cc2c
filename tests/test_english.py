"""What stands in English beside the Thai, and what an office's words tell of its holder."""

from __future__ import annotations

import pytest

from thai_newsie import Article, extract, extract_many
from thai_newsie.lexicon import table
from thai_newsie.lexicon.areas import districts, provinces, subdistricts
from thai_newsie.lexicon.english import place_english, title_english
from thai_newsie.schema.article import Role
from thai_newsie.transcription import transcription

HOLDERS = [
    ("อธิบดีกรมการข้าว", (), "Director-General"),
    ("รองอธิบดีกรมการข้าว", ("deputy",), "Deputy Director-General"),
    ("ผู้ช่วยปลัดกระทรวงแรงงาน", ("assistant",), "Assistant Permanent Secretary"),
    ("รักษาการอธิบดีกรมการข้าว", ("acting",), "Acting Director-General"),
    ("รักษาราชการแทนรองอธิบดีกรมการข้าว", ("acting", "deputy"), "Acting Deputy Director-General"),
    ("อดีตรองนายกรัฐมนตรี", ("former", "deputy"), "Former Deputy Prime Minister"),
    ("ที่ปรึกษารัฐมนตรีว่าการกระทรวงแรงงาน", ("adviser",), "Adviser to the Minister"),
    ("เลขานุการรัฐมนตรีว่าการกระทรวงแรงงาน", ("secretary",), "Secretary to the Minister"),
    ("รองโฆษกกระทรวงแรงงาน", ("deputy", "spokesperson"), "Deputy Spokesperson"),
    ("อุตสาหกรรมจังหวัดระยอง", (), "Provincial Industry Officer"),
    ("รมช.แรงงาน", ("deputy",), "Deputy Minister"),
    ("ปลัดฯ", (), "Permanent Secretary"),
]


def roles(text: str) -> list[Role]:
    return [role for person in extract(text).people for role in person.roles]


@pytest.mark.parametrize(("office", "relations", "english"), HOLDERS)
def test_what_the_words_of_an_office_tell(office: str, relations: tuple[str, ...], english: str) -> None:
    (role,) = roles(f"นายสมชาย ใจดี {office} กล่าวว่า ข้าวไทยดี")
    assert (role.text, role.relations, role.english) == (office, relations, english)


def test_who_does_the_work_of_another_office_acts_in_it() -> None:
    found = roles("นางมานี รักเรียน ผู้อำนวยการสำนักงบประมาณ ปฏิบัติหน้าที่รองเลขาธิการคณะรัฐมนตรี กล่าวว่า ดี")
    assert [role.relations for role in found] == [(), ("acting", "deputy")]
    assert found[1].english == "Acting Deputy Secretary-General"


def test_the_work_of_another_office_is_no_part_of_the_first() -> None:
    first, second = roles(
        "นายสมชาย ใจดี รองเลขาธิการนายกรัฐมนตรีฝ่ายการเมืองปฏิบัติหน้าที่โฆษกประจำสำนักนายกรัฐมนตรี กล่าวว่า ดี"
    )
    assert first.text == "รองเลขาธิการนายกรัฐมนตรีฝ่ายการเมือง"
    assert (second.text, second.relations) == ("โฆษกประจำสำนักนายกรัฐมนตรี", ("acting", "spokesperson"))


def test_an_office_whose_words_the_tables_do_not_know_whole_has_no_english() -> None:
    (role,) = roles("นายสมชาย ใจดี ผู้ช่วยผู้ว่าการพัฒนาโรงไฟฟ้า การไฟฟ้านครหลวง ร่วมงาน")
    assert role.relations == ("assistant",)
    assert role.english == ""


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


def test_names_are_transcribed_only_where_asked_for_and_say_so() -> None:
    text = "นายสมชาย ใจดี พบนายจอห์น สมิธ (Mr. John Smith) และนายเศรษฐา ทวีสิน"
    assert [person.latin for person in extract(text).people] == ["", "John Smith", ""]
    asked = extract(text, latin=True).people
    assert [(person.latin, person.latin_source) for person in asked] == [
        ("Somchai Chaidi", "transcription"),
        ("John Smith", "article"),
        ("", ""),
    ]
    assert [
        record.people for record in extract_many([text, 7], latin=True) if isinstance(record, Article)
    ] == [asked]


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("อนุทิน", ""),  # "nuthin" has lost the vowel that อ stands for
        ("หินกอง", ""),  # "inkong" has lost its ห
        ("อมรา", ""),
        ("แก้วมณี", "Kaeomani"),
        ("เอี่ยมสะอาด", "Iamsaat"),
        ("John", ""),
        ("", ""),
    ],
)
def test_what_cannot_be_a_thai_syllable_is_no_transcription(name: str, latin: str) -> None:
    assert transcription(name) == latin
