"""No name of the dictionaries is cut at a word inside it, and no title is read in the name of an area."""

from __future__ import annotations

from random import Random

import pytest

from thai_newsie.document import Document
from thai_newsie.lexicon.areas import districts, subdistricts
from thai_newsie.stages import STAGES
from thai_newsie.stages.persons.person_tables import civil_titles, family_names, given_names
from thai_newsie.stages.whole_names import area_around, is_whole

# Letters that the normalized text writes in another way, and names that are glued to the next person's title in the list.
_WRITTEN_OTHERWISE = ("ปฎิ", "์์")


def sample(names: frozenset[str], number: int) -> list[str]:
    whole = [name for name in names if name.isalpha() is False or len(name) > 2]
    chosen = Random(17).sample(sorted(whole), number)
    return [
        name
        for name in chosen
        if not name.endswith(civil_titles())
        and " " not in name
        and not any(x in name for x in _WRITTEN_OTHERWISE)
    ]


def read(text: str) -> Document:
    document = Document.from_text(text)
    for name in ("dates", "entities", "positions"):
        STAGES[name].fill(document)
    return document


def people(text: str) -> list[str]:
    document = read(text)
    return [document.slice(person.name) for person in document.people]


@pytest.mark.parametrize("title", ["นาย", "นางสาว", "พ.ต.ท."])
def test_a_given_name_is_read_whole(title: str) -> None:
    names = sample(given_names(), 400)
    cut = [name for name in names if people(f"ในการนี้ {title}{name} แสงทอง กล่าวว่า ดี") != [f"{name} แสงทอง"]]
    assert len(cut) <= len(names) / 200, cut


def test_a_family_name_is_read_whole_before_a_space_and_before_a_verb() -> None:
    names = sample(family_names(), 400)
    for behind in (" กล่าวว่า ดี", "กล่าวว่า ดี"):
        cut = [name for name in names if people(f"ในการนี้ นายสมชาย {name}{behind}") != [f"สมชาย {name}"]]
        assert len(cut) <= len(names) / 100, cut


def test_the_area_of_a_mayor_is_read_whole() -> None:
    names = [
        name
        for name in Random(17).sample(sorted(subdistricts()), 400)
        if name.isprintable() and "-" not in name
    ]
    cut = []
    for name in names:
        document = read(f"นายสมชาย แสงทอง นายกเทศมนตรีตำบล{name} เข้าร่วมประชุม")
        held = [document.slice(role.organization) for role in document.roles if role.organization]
        if held != [f"ตำบล{name}"]:
            cut.append(name)
    assert len(cut) <= len(names) / 200, cut


def test_the_hospital_of_a_district_is_read_whole() -> None:
    cut = []
    for name in sorted(districts()):
        document = read(f"ส่งตัวไปโรงพยาบาล{name} แล้ว")
        found = [document.slice(entity) for entity in document.entities if entity.label == "ORGANIZATION"]
        if found != [f"โรงพยาบาล{name}"]:
            cut.append(name)
    assert len(cut) <= 5, cut


def test_a_word_counts_only_between_words_and_outside_the_names_of_areas() -> None:
    document = Document.from_text("อำเภอเขื่องใน อยู่ในจังหวัด")
    inside, outside = document.text.index("ใน"), document.text.rindex("ใน")
    assert not is_whole(document, inside, inside + 2)
    assert area_around(document, inside, inside + 2) == "เขื่องใน"
    assert is_whole(document, outside, outside + 2)
