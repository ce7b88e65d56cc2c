"""The day of the web page in the forms in which people and programs write it."""

from __future__ import annotations

import time
from datetime import date, datetime

import pandas as pd
import pytest

from thai_newsie import Config, extract, extract_many
from thai_newsie.publication_day import read_day, with_publication_day
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Article

DAY = date(2024, 1, 5)


@pytest.mark.parametrize(
    "written",
    [
        "2024-01-05", "2567-01-05", "20240105", "25670105", "2024-1-5", "2567/1/5", "2024.01.05", "2024/01/05", "05/01/2567",
        "5/1/2567", "5/1/67", "05-01-2567", "05.01.2567", "5/1/2024", "๐๕/๐๑/๒๕๖๗", "๕ ม.ค. ๖๗",
        "2024-01-05T10:00:00+07:00", "2567-01-05T10:00:00", "2567-01-05 10:00", "2024-01-05T10:00:00.000Z", "5/1/2567 10:30:00",
        "5 ม.ค. 2567", "5 ม.ค. 67", "5ม.ค.67", "5 มค. 2567", "5-ม.ค.-67", "5 มกราคม 2567", "วันที่ 5 มกราคม พ.ศ. 2567",
        "วันศุกร์ที่ 5 มกราคม 2567", "ศุกร์ 5 มกราคม 2567 เวลา 10.30 น.", "5 ม.ค. 2567 | 10:30", "เผยแพร่เมื่อ 5 ม.ค. 2567",
        "5 มกราคม พุทธศักราช 2567", "5 มกราคม ค.ศ. 2024", "January 5, 2024", "5 Jan 2024", "5th January 2024", "05-Jan-2024",
        "Fri, 05 Jan 2024 10:00:00 +0700", "Fri Jan 05 2024 10:00:00 GMT+0700", "5 January 2567", " 5 ม.ค. 2567 \n",
        "5 ม.ค.\xa02567", date(2024, 1, 5), datetime(2024, 1, 5, 23, 59), date(2567, 1, 5), pd.Timestamp("2024-01-05 10:00"),
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(written: str | date) -> None:
    raw = with_publication_day(RawArticle("ข่าว", published=written))
    assert (raw.published_date, raw.warnings) == (DAY, ())


@pytest.mark.parametrize(
    ("written", "month", "day"), [("01/02/2567", 2, 1), ("2/1/67", 1, 2), ("02-01-2024", 1, 2)]
)
def test_the_day_stands_before_the_month(written: str, month: int, day: int) -> None:
    assert read_day(written) == (date(2024, month, day), ())


@pytest.mark.parametrize("written", ["12/31/2024", "12-31-2024"])
def test_what_is_no_month_is_the_day(written: str) -> None:
    assert read_day(written) == (date(2024, 12, 31), ())


@pytest.mark.parametrize("written", ["31/02/2567", "2567-02-31", "31 ก.พ. 67"])
def test_a_day_that_does_not_exist_is_told(written: str) -> None:
    day, [warning] = read_day(written)
    assert day == date(2024, 2, 29) and warning == "published: 2024-02-31 does not exist; read as 2024-02-29"


@pytest.mark.parametrize(
    "written",
    ["เมื่อวาน", "ม.ค. 2567", "2567", "5 ม.ค.", "1-3 ม.ค. 2567", "1 ม.ค. 2567 และ 2 ม.ค. 2567", "32/01/2567", "1704067200",
     "99/99/9999", "-", "null", "ปีงบประมาณ 2567", date(1, 1, 1)],
)  # fmt: skip
def test_what_is_no_day_is_a_warning(written: str | date) -> None:
    day, [warning] = read_day(written)
    assert day is None and repr(str(written)) in warning


@pytest.mark.parametrize("value", [None, "", "  ", float("nan"), pd.NaT, pd.NA])
def test_no_value_is_no_warning(value: object) -> None:
    [article] = extract_many([{"text": "ข่าว", "published": value}])
    assert isinstance(article, Article) and article.published is None and not article.warnings


@pytest.mark.parametrize("value", [7, 1704067200000, 12.5, True, {"$date": 1}])
def test_a_value_of_another_type_costs_no_article(value: object) -> None:
    [article] = extract_many([{"text": "ข่าว", "published": value}])
    assert isinstance(article, Article) and article.warnings[0].startswith("published: ")


def test_a_number_of_eight_digits_is_a_day() -> None:
    [article] = extract_many([{"text": "ข่าว", "published": 25670105}])
    assert isinstance(article, Article) and article.published == "2024-01-05"


def test_days_are_counted_from_it() -> None:
    article = extract("เมื่อวานนี้ฝนตกหนัก", published="5 ม.ค. 67")
    assert (article.published, article.dates[0].value) == ("2024-01-05", "2024-01-04")


def test_it_is_read_without_the_stage_of_dates() -> None:
    assert extract("ข่าว", published="5 ม.ค. 67", config=Config(stages=["entities"])).published == "2024-01-05"


def test_iso_is_as_fast_as_it_was() -> None:
    begun = time.process_time()
    for _ in range(10_000):
        with_publication_day(RawArticle("ข่าว", published="2024-01-05"))
    assert time.process_time() - begun < 1
