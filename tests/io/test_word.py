"""Word and OpenDocument texts: what is left out, where they stop, and what cannot be read."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest

from thai_newsie.config import Config
from thai_newsie.io.readers import read, reader_of
from thai_newsie.io.readers.packages import OLD_OFFICE
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

FILES = Path(__file__).parent / "office"
ODF_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "drawing", "manifest")
)


def found_in(data: bytes, suffix: str, config: Config | None = None) -> list[RawArticle | Failure]:
    return list(reader_of(suffix)(BytesIO(data), f"ข่าว{suffix}", "ข่าว", config or Config()))


def failure(data: bytes, suffix: str, config: Config | None = None) -> str:
    (found,) = found_in(data, suffix, config)
    assert isinstance(found, Failure) and (found.id, found.source) == ("ข่าว", f"ข่าว{suffix}")
    assert "\n" not in found.error
    return found.error


def article(data: bytes, suffix: str) -> RawArticle:
    (found,) = found_in(data, suffix)
    assert isinstance(found, RawArticle), found
    return found


def word(*paragraphs: str, title: str = "", style: str | None = None) -> bytes:
    made, stream = docx.Document(), BytesIO()
    made.core_properties.title = title
    for number, text in enumerate(paragraphs):
        made.add_paragraph(text, style=None if number else style)
    made.save(stream)
    return stream.getvalue()


def packed(members: dict[str, bytes | str]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return stream.getvalue()


def opendocument(body: str, kind: str = "text") -> bytes:
    return packed(
        {
            "content.xml": f"<office:document-content {ODF_NAMES}><office:automatic-styles>"
            '<style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles>'
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
        }
    )


# --- titles


def test_the_style_title_wins_over_the_properties() -> None:
    data = word("กรมการข้าวเปิดศูนย์", "เนื้อข่าว", title="ร่างที่สอง", style="Title")
    assert (article(data, ".docx").title, article(data, ".docx").text) == ("กรมการข้าวเปิดศูนย์", "เนื้อข่าว")


def test_the_title_of_the_properties_is_not_in_the_text_twice() -> None:
    found = article(word("กรมการข้าวเปิดศูนย์", "เนื้อข่าว", title="กรมการข้าวเปิดศูนย์"), ".docx")
    assert (found.title, found.text) == ("กรมการข้าวเปิดศูนย์", "เนื้อข่าว")


def test_a_title_that_is_the_name_of_a_file_is_none() -> None:
    found = article(word("กรมการข้าวเปิดศูนย์", "เนื้อข่าว", title="ร่าง.docx"), ".docx")
    assert (found.title, found.text) == ("", "กรมการข้าวเปิดศูนย์\n\nเนื้อข่าว")


def test_the_style_title_in_opendocument() -> None:
    body = '<text:p text:style-name="P1">กรมการข้าวเปิดศูนย์</text:p><text:p>เนื้อข่าว</text:p>'
    found = article(opendocument(body), ".odt")
    assert (found.title, found.text) == ("กรมการข้าวเปิดศูนย์", "เนื้อข่าว")


# --- what cannot be read


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".xlsx", ".ods"])
def test_other_bytes_under_the_name_of_a_package(suffix: str) -> None:
    assert "damaged or cut off" in failure("กรมการข้าว".encode(), suffix)
    assert "damaged or cut off" in failure(b"", suffix)
    assert "password" in failure(OLD_OFFICE + bytes(600), suffix)
    assert failure(packed({"other.xml": "<a/>"}), suffix)


@pytest.mark.parametrize(
    "name", ["title-style.docx", "opendocument.odt", "plain.xlsx", "plain.ods", "libreoffice.docx"]
)
@pytest.mark.parametrize("share", [0.2, 0.7, 0.99])
def test_a_file_that_is_cut_off(name: str, share: float) -> None:
    data = (FILES / name).read_bytes()
    assert "damaged or cut off" in failure(data[: int(share * len(data))], Path(name).suffix)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("title-style.docx", "word/document.xml"),
        ("opendocument.odt", "content.xml"),
        ("plain.ods", "content.xml"),
        ("plain.xlsx", "xl/workbook.xml"),
        ("plain.xlsx", "xl/worksheets/sheet1.xml"),
    ],
)
def test_broken_xml_is_one_failure(name: str, part: str) -> None:
    with ZipFile(FILES / name) as package:
        members = {member: package.read(member) for member in package.namelist()}
    members[part] = members[part][: len(members[part]) // 2]
    found = found_in(packed(members), Path(name).suffix)
    assert isinstance(found[-1], Failure) and "can be read" in found[-1].error
    assert all(isinstance(record, RawArticle) for record in found[:-1])


@pytest.mark.parametrize("name", ["title-style.docx", "opendocument.odt", "plain.xlsx", "plain.ods"])
def test_limits(name: str) -> None:
    data = (FILES / name).read_bytes()
    assert "max_bytes" in failure(data, Path(name).suffix, Config(max_bytes=1000))
    assert "max_bytes" in failure(data, Path(name).suffix, Config(max_bytes=len(data) + 10))  # unpacked
    if not name.startswith("plain"):
        assert "max_characters" in failure(data, Path(name).suffix, Config(max_characters=50))


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".xlsx", ".ods"])
def test_a_package_that_unpacks_to_very_much(suffix: str) -> None:
    assert "ZIP bombs" in failure(packed({"content.xml": b" " * 20_000_000}), suffix)


@pytest.mark.parametrize(("suffix", "advice"), [(".doc", ".docx"), (".xls", ".xlsx")])
def test_old_office_files(suffix: str, advice: str) -> None:
    assert f"save it as {advice}" in failure(OLD_OFFICE, suffix)


def test_an_opendocument_file_with_a_password() -> None:
    manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    for suffix in (".odt", ".ods"):
        assert "password" in failure(packed({"META-INF/manifest.xml": manifest, "content.xml": "x"}), suffix)


def test_a_document_without_text() -> None:
    assert "OCR" in failure(word(), ".docx")
    assert "OCR" in failure(opendocument("<text:p/>"), ".odt")


def test_deep_nesting_is_a_failure_and_no_crash() -> None:
    deep = "<text:section>" * 20_000 + "<text:p>ก</text:p>" + "</text:section>" * 20_000
    assert failure(opendocument(deep), ".odt")


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("ความลับ", encoding="utf-8")
    data = opendocument("<text:p>&secret;</text:p>")
    with ZipFile(BytesIO(data)) as package:
        content = package.read("content.xml").decode()
    declared = f'<!DOCTYPE a [<!ENTITY secret SYSTEM "{secret.as_uri()}">]>{content}'
    for record in found_in(packed({"content.xml": declared}), ".odt"):
        assert "ความลับ" not in str(record)


# --- where things stand


def test_a_row_with_several_paragraphs_in_a_cell_is_no_line() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = f"<table:table-row>{cell.format('ก')}{cell.format('ข')}</table:table-row>"
    two = row.replace("<text:p>ข</text:p>", "<text:p>ค</text:p><text:p>ง</text:p>")
    found = article(opendocument(f"<table:table>{row}{two}{row}</table:table>"), ".odt")
    assert found.text == "ก\tข\n\nก\n\nค\n\nง\n\nก\tข"


def test_names_with_several_suffixes_and_packed_files(tmp_path: Path) -> None:
    import gzip

    path = tmp_path / "ข่าว.docx.gz"
    path.write_bytes(gzip.compress(word("เนื้อข่าว")))
    (found,) = read(path)
    assert isinstance(found, RawArticle) and (found.id, found.text) == ("ข่าว", "เนื้อข่าว")
