"""Excel and OpenDocument spreadsheets: headers, sheets, values of cells, and the columns that the user names."""

from __future__ import annotations

import re
import tracemalloc
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from thai_newsie.config import Config
from thai_newsie.io.readers import reader_of
from thai_newsie.io.readers.sheets import articles_of_sheets
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

FILES = Path(__file__).parent / "office"


def of(
    *rows: list[Any], config: Config | None = None, **others: list[list[Any]]
) -> list[RawArticle | Failure]:
    sheets = {"แผ่น": list(rows), **others}
    return list(articles_of_sheets(lambda: iter(sheets.items()), "ข่าว.xlsx", "ข่าว", config or Config()))


def articles(*rows: list[Any], config: Config | None = None) -> list[RawArticle]:
    found = of(*rows, config=config)
    assert all(isinstance(record, RawArticle) for record in found), found
    return found  # type: ignore[return-value]


def test_an_article_is_known_by_its_row() -> None:
    (first, second) = articles(["text"], ["ข่าวแรก"], [None], ["ข่าวที่สอง"])
    assert [(a.id, a.where) for a in (first, second)] == [("ข่าว:2", "ข่าว.xlsx:2"), ("ข่าว:4", "ข่าว.xlsx:4")]


@pytest.mark.parametrize(
    ("cell", "published"),
    [
        (date(2024, 3, 1), date(2024, 3, 1)),
        (datetime(2024, 3, 1), date(2024, 3, 1)),
        ("1 มี.ค. 2567", "1 มี.ค. 2567"),
        (datetime(2024, 3, 1, 9), datetime(2024, 3, 1, 9)),
        (None, None),
        ("", None),
    ],
)
def test_days(cell: object, published: object) -> None:
    (found,) = articles(["text", "วันที่"], ["ข่าว", cell])
    assert found.published == published


def test_whole_numbers_have_no_point() -> None:
    (found,) = articles(["id", "text", "ยอด", "ร้อยละ"], [7.0, "ข่าว", 12.0, 1.5])
    assert (found.id, found.meta) == ("7", {"ยอด": 12, "ร้อยละ": 1.5})


def test_a_cell_that_is_no_text() -> None:
    (found,) = of(["id", "text"], ["ก", 12])
    assert isinstance(found, Failure) and (found.id, "string" in found.error) == ("ก", True)


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#NAME?"])
def test_an_error_is_no_text(error: str) -> None:
    failed, read = of(["id", "text", "url"], ["ก", error, "https://example.go.th"], ["ข", "ข่าว", error])
    assert isinstance(failed, Failure) and (failed.id, failed.source) == ("ก", "ข่าว.xlsx:2")
    assert failed.meta == {"url": "https://example.go.th"} and error in failed.error
    assert isinstance(read, RawArticle)


def test_the_header_may_stand_below_a_title() -> None:
    rows = [["ข่าวประจำเดือนมีนาคม"], [], ["พิมพ์เมื่อ", date(2024, 3, 1)], ["หัวข้อ", "เนื้อหา"], ["ฝน", "ฝนตก"]]
    (found,) = articles(*rows)
    assert (found.title, found.text, found.id) == ("ฝน", "ฝนตก", "ข่าว:5")


def test_a_row_of_news_is_no_header() -> None:
    rows = [["เรื่อง", "เนื้อหา", "หมวด"], ["ฝน", "ฝนตก", "ข่าว"], ["ข่าว", "รายละเอียด", "หมวด"]]
    assert [found.text for found in articles(*rows)] == ["ฝนตก", "รายละเอียด"]


def test_a_header_of_two_rows() -> None:
    rows = [["ที่", "ข่าว", None, "ลิงก์"], [None, "หัวข้อ", "เนื้อข่าว"], [3, "ฝน", "ฝนตก", "https://example.go.th"]]
    (found,) = articles(*rows)
    assert (found.id, found.title, found.text) == ("3", "ฝน", "ฝนตก")
    assert found.meta == {"url": "https://example.go.th"}


def test_no_column_of_the_text_names_the_columns_and_the_option() -> None:
    (found,) = of(["โครงการ", "บาท"], ["ซ่อมถนน", 5])
    assert isinstance(found, Failure) and found.source == "ข่าว.xlsx"
    assert "แผ่น" in found.error and "โครงการ" in found.error and "--text-column" in found.error


def test_the_user_names_the_column() -> None:
    config = Config(columns={"text": "สรุปย่อ"})
    (found,) = articles(["สรุปย่อ", "เนื้อหา"], ["ฝนตก", "ยาว"], config=config)
    assert found.text == "ฝนตก"


def test_sheets_that_are_not_read_are_named_once() -> None:
    first, second = of(["text"], ["หนึ่ง"], ["สอง"], งบ=[["บาท"], [5]], ว่าง=[], รายชื่อ=[["ชื่อ"], ["ก"]])
    assert isinstance(first, RawArticle) and isinstance(second, RawArticle)
    assert first.warnings == ("sheets without a column of the text were not read: 'งบ', 'รายชื่อ'",)
    assert second.warnings == ()


def test_articles_of_several_sheets_have_different_ids() -> None:
    first, second = of(["text"], ["หนึ่ง"], อื่น=[["text"], ["สอง"]])
    assert (first.id, second.id) == ("ข่าว:แผ่น:2", "ข่าว:อื่น:2")


@pytest.mark.parametrize("rows", [[], [[]], [[None, None], [""]]])
def test_an_empty_workbook(rows: list[list[Any]]) -> None:
    (found,) = of(*rows)
    assert isinstance(found, Failure) and "has no rows" in found.error


def test_excel_is_read_row_by_row() -> None:
    book, stream = Workbook(write_only=True), BytesIO()
    sheet = book.create_sheet("ข่าว")
    sheet.append(["text"])
    for number in range(3000):
        sheet.append([f"ข่าวที่ {number} " + f"{number:05}" * 300])
    book.save(stream)
    data = stream.getvalue()
    reader = reader_of(".xlsx")
    next(reader(BytesIO(data), "ข่าว.xlsx", "ข่าว", Config()))  # loads the library
    tracemalloc.start()
    try:
        count = sum(isinstance(a, RawArticle) for a in reader(BytesIO(data), "ข่าว.xlsx", "ข่าว", Config()))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 3000
    assert peak < len(data) + 12_000_000  # all texts are 9 MB in memory, and more as cells


def test_repeated_rows_and_cells_of_opendocument() -> None:
    from test_word import opendocument

    def cell(text: str, attributes: str = "") -> str:
        return f'<table:table-cell office:value-type="string"{attributes}><text:p>{text}</text:p></table:table-cell>'

    empty = '<table:table-row table:number-rows-repeated="{}"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    rows = (
        f"<table:table-row>{cell('title')}{cell('text')}</table:table-row>{empty.format(3)}"
        f'<table:table-row table:number-rows-repeated="2">{cell("ฝน", " table:number-columns-repeated=" + chr(34) + "2" + chr(34))}'
        f"</table:table-row>{empty.format(1048000)}"
    )
    data = opendocument(f'<table:table table:name="ข่าว">{rows}</table:table>', "spreadsheet")
    found = list(reader_of(".ods")(BytesIO(data), "ข่าว.ods", "ข่าว", Config()))
    assert [(a.id, a.title, a.text) for a in found if isinstance(a, RawArticle)] == [
        ("ข่าว:5", "ฝน", "ฝน"),
        ("ข่าว:6", "ฝน", "ฝน"),
    ]


@pytest.mark.parametrize(("kind", "is_told"), [("", True), (' t="str"', False)])
def test_a_formula_that_gives_an_empty_text_was_computed(kind: str, is_told: bool) -> None:
    with ZipFile(FILES / "never-computed.xlsx") as package:
        members = {name: package.read(name) for name in package.namelist()}
    sheet = members["xl/worksheets/sheet1.xml"].decode()
    sheet = re.sub(r'<c r="([A-Z]2)"[^>]*><f>', rf'<c r="\1"{kind}><f>', sheet)
    sheet = re.sub(r'<c r="C3".*?</c>', "", sheet)
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for name, data in members.items():
            package.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else data)
    stream.seek(0)
    first, *_ = reader_of(".xlsx")(stream, "ข่าว.xlsx", "ข่าว", Config())
    assert isinstance(first, RawArticle) and bool(first.warnings) == is_told
