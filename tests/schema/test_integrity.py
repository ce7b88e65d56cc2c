"""An article that breaks the contract is told from one that keeps it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

import thai_newsie
from genre import texts
from thai_newsie.schema.article import Article, Failure

TEXT = (
    "วันที่ 29 พฤษภาคม 2562 เวลา 09.30 น. นายสมชาย ใจดี อธิบดีกรมการข้าว เป็นประธานการประชุมข้าวไทย ณ จังหวัดน่าน "
    "มีผู้เข้าร่วม 1,200 คน นายสมชาย กล่าวว่า จะเร่งทำงาน"
)
GOOD = thai_newsie.extract(TEXT, title="กรมการข้าวประชุม", published="2019-05-30")

Values = dict[str, Any]


def put(*path: str | int, value: Any) -> Callable[[Values], None]:
    """A change of one value in an article's dict."""

    def change(values: Any) -> None:
        for step in path[:-1]:
            values = values[step]
        values[path[-1]] = value

    return change


FORGED = {
    "end beyond the text": (put("dates", 0, "end", value=10**9), "dates: text[7:1000000000] is not '29 พฤษภาคม 2562'"),
    "other words": (put("people", 0, "mentions", 0, "text", value="นายสมหมาย ใจดี"), "people: text"),
    "start below zero": (put("counts", 0, "start", value=-5), "counts: text[-5:"),
    "counted from the end": (
        lambda values: values["dates"][0].update(start=7 - len(TEXT), end=22 - len(TEXT)), "dates: text[-"),
    "the other field": (put("organizations", 0, "mentions", 0, "field", value="text"), "organizations: text[0:10]"),
    "empty": (lambda values: values["times"][0].update(text="", end=values["times"][0]["start"]), "times: text["),
    "a role elsewhere": (put("people", 0, "roles", 0, "start", value=0), "roles: text[0:"),
    "no mention": (put("people", 0, "mentions", value=[]), "'p1' has no mention"),
    "a text of another article": (put("text", value="ข่าว"), "is not"),
    "an unknown speaker": (put("statements", 0, "speaker_id", value="p9"), "statements: no person has the id 'p9'"),
    "an unknown chair": (put("events", 0, "chair_id", value="o1"), "events: no person has the id 'o1'"),
    "an unknown organization": (
        put("people", 0, "roles", 0, "organization_id", value="o9"), "roles: no organization has the id 'o9'"),
    "one id for two": (put("organizations", 0, "id", value="p1"), "the id 'p1' is given twice"),
    "a day that is none": (put("published", value="2019-02-30"), "published: '2019-02-30' is no day"),
    "a day with a time": (put("published", value="2019-05-30T10:00"), "published:"),
    "words as a day": (put("published", value="30 พฤษภาคม 2562"), "published:"),
    "30 February": (put("dates", 0, "value", value="2019-02-30"), "dates: '2019-02-30' is no date such as"),
    "month 13": (put("dates", 0, "value", value="2019-13"), "dates: '2019-13'"),
    "a year of five digits": (put("dates", 0, "value", value="20190"), "dates:"),
    "an open beginning and end": (put("dates", 0, "value", value="../.."), "dates:"),
    "no value": (put("dates", 0, "value", value=""), "dates: ''"),
    "a date of Thai digits": (put("dates", 0, "value", value="๒๐๑๙-๐๕-๒๙"), "dates:"),
    "an event's day": (put("events", 0, "date", value="soon"), "events: 'soon' is no date"),
    "an event's time": (put("events", 0, "time", value="25:99"), "events: '25:99' is no clock time"),
    "a time": (put("times", 0, "value", value="9"), "times: '9' is no clock time"),
    "not a number": (put("counts", 0, "value", value=float("nan")), "counts.0.value"),
    "infinity": (put("events", 0, "attendance", value=float("inf")), "events.0.attendance"),
    "a kind that is none": (put("places", 0, "kind", value="planet"), "places.0.kind: Input should be 'venue'"),
    "a list that is none": (put("people", value={"name": "สมชาย"}), "people: Input should be"),
    "half a character": (put("people", 0, "name", value="\ud83d"), "half a character"),
    "a field more": (put("colour", value="blue"), "colour: Extra inputs"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "told"), FORGED.values(), ids=FORGED)
def test_what_breaks_the_contract_is_told_in_one_line(change: Callable[[Values], None], told: str) -> None:
    values = GOOD.to_dict()
    change(values)
    with pytest.raises(ValueError) as error:
        Article.from_dict(values)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_an_article_made_by_hand_is_checked_on_demand() -> None:
    forged = GOOD.model_copy(update={"text": "ข่าว"})
    with pytest.raises(ValueError, match=r"roles: text\[\d+:\d+\] is not 'อธิบดีกรมการข้าว'"):
        forged.check()
    Article(text="ข่าว").check()
    Failure(error="x").check()


@pytest.mark.parametrize(
    "value",
    [
        "2021", "2021-06", "2021-06-08", "2020-02-29", "XXXX-02-29", "XXXX-06", "2021-06-07/2021-06-12", "2021-06-07/..",
        "../2021-06", "2021/2022-03-01",
    ],
)  # fmt: skip
def test_all_forms_of_dates_are_dates(value: str) -> None:
    values = GOOD.to_dict()
    values["dates"][0]["value"] = value
    assert Article.from_dict(values).dates[0].value == value


@given(texts())
def test_what_is_extracted_keeps_the_contract(text: str) -> None:
    article = thai_newsie.extract(text)
    assert Article.from_dict(article.to_dict()) == Article.from_json(article.to_json()) == article


@pytest.mark.parametrize("text", ["", "{", "[]", '{"text": 3}', b"\xff", "[" * 100_000])
def test_json_of_something_else_is_one_line(text: str | bytes) -> None:
    with pytest.raises(ValueError) as error:
        Article.from_json(text)
    assert str(error.value) and "\n" not in str(error.value)
