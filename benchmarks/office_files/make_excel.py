"""Makes the workbooks of tests/io/office: python benchmarks/office_files/make_excel.py

It needs LibreOffice (calc) and openpyxl. The files are kept, so that tests need no LibreOffice.
"""

from __future__ import annotations

import subprocess
import tempfile
from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook

FILES = Path(__file__).parents[2] / "tests" / "io" / "office"


def plain() -> None:
    """Thai names of columns, days as days, numbers as ids, an empty row between."""
    book = Workbook()
    sheet = book.active
    sheet.append(["ลำดับ", "หัวข้อข่าว", "วันที่", "เนื้อหา", "หมวด", "ผู้เข้าชม"])
    sheet.append([1, "ฝนตกหนักที่น่าน", date(2024, 8, 24), "ฝนตกหนักที่อำเภอปัว 3 วัน", "ภัยพิบัติ", 1250])
    sheet.append([])
    sheet.append([2, None, datetime(2024, 8, 25, 9, 30), "น้ำลดแล้วทุกตำบล\nถนนใช้ได้ตามปกติ", None, 12.5])
    book.save(FILES / "plain.xlsx")


def merged_header() -> None:
    """A title and a merged row above the header, and a day that is merged over both rows."""
    book = Workbook()
    sheet = book.active
    sheet["A1"] = "สรุปข่าวประชาสัมพันธ์ประจำเดือน"
    sheet.merge_cells("A1:D1")
    sheet.append([])
    sheet.append(["วันที่", "ข่าว", None, "ลิงก์"])
    sheet.append([None, "หัวข้อ", "เนื้อข่าว", None])
    for cells in ("A3:A4", "B3:C3", "D3:D4"):
        sheet.merge_cells(cells)
    sheet.append(
        ["1 ม.ค. 2567", "ตักบาตรปีใหม่", "ประชาชน 500 คนร่วมตักบาตรหน้าศาลากลาง", "https://example.go.th/1"]
    )
    book.save(FILES / "merged-header.xlsx")


def sheets() -> None:
    """Two sheets of articles, one of something else, an empty one."""
    book = Workbook()
    book.active.title = "ม.ค."
    book.active.append(["id", "text"])
    book.active.append(["ก1", "เทศบาลซ่อมถนนสายเหนือ"])
    other = book.create_sheet("งบประมาณ")
    other.append(["โครงการ", "บาท"])
    other.append(["ซ่อมถนน", 1_200_000])
    book.create_sheet("ว่าง")
    second = book.create_sheet("ก.พ.")
    second.append(["เนื้อหา", "แหล่งที่มา"])
    second.append(["โรงพยาบาลเปิดตึกใหม่", "โรงพยาบาลน่าน"])
    book.save(FILES / "sheets.xlsx")


def formulas() -> None:
    """Formulas with the values that LibreOffice saved, one of them an error; and the same that nobody computed."""
    book = Workbook()
    sheet = book.active
    sheet.append(["ส่วนหน้า", "ส่วนหลัง", "text", "published"])
    sheet.append(["อำเภอปัว", "ประกาศเขตภัยแล้ง", '=A2&" "&B2', "=DATE(2024,3,15)"])
    sheet.append(["อำเภอเวียงสา", "แจกน้ำ 20 คัน", "=A3&NA()", None])
    sheet["D2"].number_format = "yyyy-mm-dd"
    book.save(FILES / "never-computed.xlsx")
    convert(FILES / "never-computed.xlsx", "xlsx", "formulas.xlsx")


def opendocument() -> None:
    """LibreOffice's own spreadsheet, with repeated rows and cells."""
    convert(FILES / "plain.xlsx", "ods", "plain.ods")
    convert(FILES / "sheets.xlsx", "ods", "sheets.ods")


def convert(source: Path, suffix: str, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["soffice", "--headless", "--convert-to", suffix, "--outdir", folder, str(source)],
            check=True,
            capture_output=True,
        )
        (FILES / name).write_bytes(Path(folder, source.name).with_suffix(f".{suffix}").read_bytes())


if __name__ == "__main__":
    plain()
    merged_header()
    sheets()
    formulas()
    opendocument()
