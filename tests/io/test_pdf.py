"""PDFs: pages, paragraphs, columns, titles; what has no text is an error that says what to do."""

from __future__ import annotations

import threading
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from thai_newsie.config import Config
from thai_newsie.io.readers import read
from thai_newsie.io.readers.pdf import read_articles
from thai_newsie.io.readers.pdf_layout import text_of_lines
from thai_newsie.io.readers.pdf_pages import Line, Piece
from thai_newsie.io.readers.titles import real_title, without_title
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

FILES = Path(__file__).parent / "office"
PAGES = FILES / "reportlab-broken-am.pdf"  # two pages


def failure(data: bytes, config: Config | None = None) -> str:
    (found,) = read_articles(BytesIO(data), "ข่าว.pdf", "ข่าว", config or Config())
    assert isinstance(found, Failure) and (found.id, found.source) == ("ข่าว", "ข่าว.pdf")
    assert "\n" not in found.error
    return found.error


# --- files


def test_each_page_is_an_article() -> None:
    first, second = read(PAGES, config=Config(per_page=True))
    assert isinstance(first, RawArticle) and isinstance(second, RawArticle)
    assert (first.id, first.where, first.meta) == (f"{PAGES.stem}:1", f"{PAGES}:1", {"page": 1})
    assert (second.id, second.meta) == (f"{PAGES.stem}:2", {"page": 2})
    assert second.text == "ผู้สนใจติดต่อส านักงานได้ทุกวันท าการ\n\n- 2 -"
    (whole,) = read(PAGES)
    assert isinstance(whole, RawArticle) and whole.text == f"{first.text}\n\n{second.text}"


def test_a_page_without_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mixed.pdf"
    with pypdfium2.PdfDocument.new() as mixed:
        for name in ("reportlab-plain.pdf", "scan.pdf"):
            with pypdfium2.PdfDocument(FILES / name) as source:
                mixed.import_pages(source)
        mixed.new_page(300, 300)
        mixed.save(path)
    (whole,) = read(path)
    assert isinstance(whole, RawArticle)
    assert whole.warnings == ("pdf: pages without a text layer (pictures) were not read: 2",)
    first, second = read(path, config=Config(per_page=True))  # the blank page holds nothing
    assert isinstance(first, RawArticle) and first.published_date
    assert isinstance(second, Failure) and (second.id, "OCR" in second.error) == ("mixed:2", True)


@pytest.mark.parametrize("length", [0, 4, 700, 10_000])
def test_a_file_that_is_cut_off(length: int) -> None:
    data = (FILES / "reportlab-plain.pdf").read_bytes()
    found = list(read_articles(BytesIO(data[:length]), "ข่าว.pdf", "ข่าว", Config()))
    assert len(found) == 1 and isinstance(found[0], Failure)


@pytest.mark.parametrize("per_page", [False, True])
def test_a_pdf_of_blank_pages(per_page: bool) -> None:
    stream = BytesIO()
    with pypdfium2.PdfDocument.new() as blank:
        blank.new_page(300, 300)
        blank.save(stream)
    assert failure(stream.getvalue(), Config(per_page=per_page)) == "has no text"


def test_another_file_under_the_name_of_a_pdf() -> None:
    assert "is no PDF" in failure("กรมการข้าว".encode())


def test_limits() -> None:
    data = PAGES.read_bytes()
    assert "max_bytes" in failure(data, Config(max_bytes=1000))
    assert "max_characters" in failure(data, Config(max_characters=100))


def test_threads_take_turns() -> None:
    names = ["chromium-page.pdf", "libreoffice-letter.pdf", "reportlab-columns.pdf"] * 4
    alone = [list(read(FILES / name)) for name in names]
    together: dict[int, list[RawArticle | Failure]] = {}

    def work(number: int) -> None:
        together[number] = list(read(FILES / names[number]))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(len(names))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [together[number] for number in range(len(names))] == alone


def test_reading_may_stop_behind_a_page() -> None:
    pages = read(PAGES, config=Config(per_page=True))
    assert isinstance(next(pages), RawArticle)
    del pages  # closes the document
    assert len(list(read(PAGES, config=Config(per_page=True)))) == 2


# --- layout


def page(*lines: tuple[float, float, str], right: float = 500, size: float = 14) -> list[Line]:
    return [[Piece(text, left, right, base, size)] for left, base, text in lines]


def test_an_indent_begins_a_paragraph() -> None:
    lines = page(
        (90, 700, "ย่อหน้าแรก"), (60, 680, "ต่อ"), (90, 660, "ย่อหน้าที่สอง"), (60, 640, "ต่อ"), (60, 620, "จบ")
    )
    assert text_of_lines(lines) == "ย่อหน้าแรก\nต่อ\n\nย่อหน้าที่สอง\nต่อ\nจบ"


def test_a_gap_begins_a_paragraph() -> None:
    lines = page((60, 700, "หนึ่ง"), (60, 680, "ต่อ"), (60, 650, "สอง"), (60, 630, "ต่อ"))
    assert text_of_lines(lines) == "หนึ่ง\nต่อ\n\nสอง\nต่อ"


def test_double_spacing_is_no_paragraph() -> None:
    lines = page(*((60, 700 - 40 * number, f"บรรทัด {number}") for number in range(4)))
    assert "\n\n" not in text_of_lines(lines)


def test_a_heading_of_another_size_stands_alone() -> None:
    lines = page((60, 700, "หัวข้อ"), size=20) + page((60, 678, "เนื้อข่าว"), (60, 658, "ต่อ"))
    assert text_of_lines(lines) == "หัวข้อ\n\nเนื้อข่าว\nต่อ"


def row(base: float, left: str, right: str, left_end: float = 250) -> Line:
    return [Piece(left, 60, left_end, base, 14), Piece(right, 300, 500, base, 14)]


def test_two_columns_are_read_one_after_the_other() -> None:
    lines = [
        row(700 - 20 * number, f"ข้อความด้านซ้ายบรรทัด {number}", f"ข้อความด้านขวาบรรทัด {number}")
        for number in range(5)
    ]
    text = text_of_lines(lines)
    assert text.index("ด้านซ้ายบรรทัด 4") < text.index("ด้านขวาบรรทัด 0")


@pytest.mark.parametrize("count", [2, 8])
def test_a_list_of_names_and_positions_is_read_row_by_row(count: int) -> None:
    lengths = (130, 250, 180, 200, 150, 240, 170, 190)
    lines = [
        row(700 - 20 * number, f"นายวิเชียร ทองใบ {number}", f"ผู้อำนวยการกอง {number}", 60 + lengths[number] / 2)
        for number in range(count)
    ]
    assert f"นายวิเชียร ทองใบ {count - 1} ผู้อำนวยการกอง {count - 1}" in text_of_lines(lines)


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    left = [Piece(text, 60, 250, base, 14) for base, text in ((120, "แถวก่อนสุดท้าย"), (100, "แถวสุดท้าย"))]
    right = [Piece(text, 300, 490, base, 14) for base, text in ((700, "ต่อด้านบน"), (680, "จบ"))]
    assert text_of_lines([[piece] for piece in left + right]) == "แถวก่อนสุดท้าย\nแถวสุดท้าย\nต่อด้านบน\nจบ"
    left[1].right = 120  # the last line is short: the paragraph ends
    assert "แถวสุดท้าย\n\nต่อด้านบน" in text_of_lines([[piece] for piece in left + right])


def test_no_lines() -> None:
    assert text_of_lines([]) == ""


# --- titles


@pytest.mark.parametrize(
    "given",
    [
        "",
        "  ",
        None,
        "12345",
        "Microsoft Word - ข่าว 12.docx",
        "แผ่นพับ.indd",
        "Untitled",
        "untitled document",
        "เอกสาร1",
        "Document (2)",
        "งานนำเสนอ PowerPoint",
        "about:blank",
        "https://example.go.th/1",
        "ข่าว",
        "��ก",
    ],
)
def test_no_real_title(given: object) -> None:
    assert real_title(given, "ข่าว") == ""


@pytest.mark.parametrize(
    "given",
    [
        "กรมการข้าวเปิดศูนย์",
        "เอกสารประกอบการประชุม",
        "Untitled land in Nan",
        "Document management at the ministry",
    ],
)
def test_a_real_title(given: str) -> None:
    assert real_title(f" {given}\0 ", "ข่าว") == given


def test_a_title_is_taken_from_the_text_only_where_it_is_whole_lines() -> None:
    assert without_title("กรมการข้าว\nเปิดศูนย์\n\nเนื้อข่าว", "กรมการข้าวเปิดศูนย์") == "เนื้อข่าว"
    for text in ("กรมการข้าวเปิดศูนย์ใหม่", "เนื้อข่าว", "กรมการข้าว"):
        assert without_title(text, "กรมการข้าวเปิดศูนย์") == text
