"""The rules of the links between mentions, and to rows and codes; the reasons of the links that are not made."""

from __future__ import annotations

import pytest

from thai_newsie import Article, extract
from thai_newsie.article_extraction import read_document
from thai_newsie.config import Config
from thai_newsie.document import Document
from thai_newsie.provenance import Trace
from thai_newsie.raw_article import RawArticle


def document_of(text: str) -> Document:
    _, document = read_document(RawArticle(text=text), Config(recognizer=False))
    return document


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("กรมการข้าว จัดงาน", "organizations:กรมการข้าว"),
        (
            "สำนักงาน สคบ. จัดงาน",
            "organizations:สำนักงานคณะกรรมการคุ้มครองผู้บริโภค + pattern:head_and_abbreviation",
        ),
        ("กระทรวงอุตสากรรม จัดงาน", "organizations:กระทรวงอุตสาหกรรม + pattern:misspelt_ministry"),
        ("ศูนย์ข้าวไทย จัดงาน", ""),
    ],
)
def test_the_rule_of_an_organization_s_link_names_its_row(text: str, rule: str) -> None:
    (entry,) = document_of(text).organization_entries
    assert entry.rule == rule


@pytest.mark.parametrize(
    ("text", "place", "rule"),
    [
        ("ที่จังหวัดตรัง", "จังหวัดตรัง", "geothai:92"),
        ("ที่อำเภอหาดใหญ่", "อำเภอหาดใหญ่", "geothai:9011"),
        ("ที่อำเภอเมือง จังหวัดตรัง", "อำเภอเมือง", "geothai:9201 + pattern:area_behind"),
        ("ที่จังหวัดตรัง วันนี้ไปอำเภอเมือง", "อำเภอเมือง", "geothai:9201 + pattern:area_named_elsewhere"),
        ("ณ ประเทศญี่ปุ่น", "ประเทศญี่ปุ่น", "countries:JP"),
        ("ณ ศาลากลางจังหวัดตรัง", "ศาลากลางจังหวัดตรัง", "pattern:province_in_name"),
        ("ณ ห้องประชุมรวงทอง จังหวัดน่าน", "ห้องประชุมรวงทอง", "pattern:area_behind"),
        ("ณ ห้องประชุมรวงทอง", "ห้องประชุมรวงทอง", ""),
    ],
)
def test_the_rule_of_a_place_s_link_names_its_code_and_how_it_was_chosen(
    text: str, place: str, rule: str
) -> None:
    document = document_of(text)
    assert [e.rule for e in document.place_entries if document.slice(e.mentions[0]) == place] == [rule]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("นายสมชาย ใจดี ประชุม นายสมชาย ใจดี ลงพื้นที่", [""]),
        ("นายสมชาย ใจดี ประชุม นายสมชาย ลงพื้นที่", ["pattern:given_name_alone"]),
        ("นายสุเทพ ชิตยวงษ์ ประชุม ต่อมานายสุเทพ ชิตยวงศ์ ลงพื้นที่", ["pattern:family_name_spelt_alike"]),
        ("นายสมชาย และนางมานี รักเรียน ร่วมบริจาค", ["pattern:couple", ""]),
        ("“มานี” ลุยตลาด นางมานี รักเรียน รมช.พาณิชย์ กล่าวว่า", ["pattern:bare_given_name"]),
    ],
)
def test_the_rule_of_a_person_names_what_joins_their_mentions(text: str, rules: list[str]) -> None:
    assert [entry.rule for entry in document_of(text).person_entries] == rules


def test_an_item_s_rule_has_that_of_its_fullest_mention_first_and_no_row_twice() -> None:
    article: Article = extract("นายสมชาย ใจดี ประชุม นายสมชาย กล่าวที่กรมการข้าว อำเภอหาดใหญ่")
    assert article.people[0].rule.endswith("pattern:given_name_alone")
    assert article.organizations[0].rule.count("organizations:กรมการข้าว") == 1
    assert article.places[1].rule.endswith("geothai:9011")


TWO = "นายสมชาย ใจดี อธิบดีกรมการข้าว พบนายสมชาย รักเรียน อธิบดีกรมประมง "


@pytest.mark.parametrize(
    ("text", "name", "candidate", "reason"),
    [
        (
            TWO + "ต่อมานายสมชาย ลงพื้นที่",
            "people",
            "นายสมชาย",
            "the given name fits สมชาย ใจดี too; สมชาย รักเรียน is the last one named before",
        ),
        (
            "สมชาย พบสื่อ\n" + TWO,
            "people",
            "สมชาย",
            "the given name of several persons: สมชาย ใจดี or สมชาย รักเรียน",
        ),
        (
            "กพร. จัดงาน",
            "organizations",
            "กพร.",
            "the abbreviation more usually means กรมอุตสาหกรรมพื้นฐานและการเหมืองแร่, and the article does not say which",
        ),
        (
            "ที่อำเภอเมือง",
            "places",
            "อำเภอเมือง",
            "no code, because 76 areas have the name: 1101, 1201, 1301, 1401, 1501, …",
        ),
        (
            "ที่อำเภอหาดใหญ่ จังหวัดตรัง",
            "places",
            "อำเภอหาดใหญ่",
            "no code, because no area of the name lies in 92, which stands behind",
        ),
    ],
)
def test_a_link_that_is_not_made_has_its_reason(text: str, name: str, candidate: str, reason: str) -> None:
    trace = Trace()
    _, document = read_document(RawArticle(text=text), Config(recognizer=False), trace)
    found = [(r.list, document.text[r.start : r.end], r.reason) for r in trace.rejections]
    assert (name, candidate, reason) in found
