"""Makes the Word and OpenDocument texts of tests/io/office: python benchmarks/office_files/make_word.py

It needs LibreOffice (writer) and python-docx. The files are kept, so that tests need no LibreOffice.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

FILES = Path(__file__).parents[2] / "tests" / "io" / "office"
W = nsdecls("w")
TEXT_BOX = (
    "<w:r {w} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
    "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' xmlns:v='urn:schemas-microsoft-com:vml'>"
    "<mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def save(document: Any, name: str) -> None:
    document.save(FILES / name)


def title_style() -> None:
    """The title in the style Title, headings, a list and a table."""
    made = Document()
    made.core_properties.title = "Microsoft Word - ร่างข่าว.docx"
    made.add_paragraph("กรมอนามัยเตือนระวังอาหารเป็นพิษช่วงหน้าร้อน", style="Title")
    made.add_paragraph("วันที่ 3 เมษายน 2567")
    made.add_heading("อาหารที่ควรระวัง", 1)
    made.add_paragraph("นายแพทย์ธีระ มั่นคง รองอธิบดีกรมอนามัย เปิดเผยว่า อาหารที่ปรุงด้วยกะทิเสียง่ายในอากาศร้อน")
    made.add_paragraph("ข้าวมันไก่", style="List Bullet")
    made.add_paragraph("ส้มตำปูเค็ม", style="List Bullet")
    table = made.add_table(3, 2)
    for row, cells in zip(table.rows, (("จังหวัด", "ผู้ป่วย"), ("น่าน", "25 คน"), ("ตาก", "31 คน")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    made.add_paragraph("ที่มา : กรมอนามัย")
    made.sections[0].header.paragraphs[0].text = "ข่าวประชาสัมพันธ์ ฉบับที่ 12"
    save(made, "title-style.docx")


def tracked_changes() -> None:
    """Deleted, inserted, moved and hidden text, a field, a footnote and a comment's place."""
    made = Document()
    made.core_properties.title = "การประปาส่วนภูมิภาคหยุดจ่ายน้ำชั่วคราว"
    made.add_paragraph("การประปาส่วนภูมิภาคหยุดจ่ายน้ำชั่วคราว")
    line = made.add_paragraph("การประปาส่วนภูมิภาคสาขาพะเยาจะหยุดจ่ายน้ำใน")._p
    change = f"{W} w:id='1' w:author='ก' w:date='2024-01-01T00:00:00Z'"
    line.append(parse_xml(f"<w:del {change}><w:r><w:delText>วันจันทร์ที่ 5</w:delText></w:r></w:del>"))
    line.append(parse_xml(f"<w:ins {change}><w:r><w:t>วันอังคารที่ 6</w:t></w:r></w:ins>"))
    line.append(parse_xml(f"<w:moveFrom {change}><w:r><w:t>ย้ายจากที่นี่</w:t></w:r></w:moveFrom>"))
    line.append(
        parse_xml(
            f"<w:r {W}><w:t xml:space='preserve'> สิงหาคม 2567</w:t><w:footnoteReference w:id='2'/></w:r>"
        )
    )
    line.append(parse_xml(f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>ข้อความซ่อน</w:t></w:r>"))
    page = f"<w:r {W}><w:instrText> PAGE </w:instrText></w:r>"
    line.append(parse_xml(page))
    made.add_paragraph("จึงขอให้ผู้ใช้น้ำสำรองน้ำไว้ล่วงหน้า")
    notes = (
        f"<w:footnotes {W}><w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>___</w:t></w:r></w:p></w:footnote>"
        "<w:footnote w:id='2'><w:p><w:r><w:t>ระหว่างเวลา 9.00 ถึง 16.00 น.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), made.part.package)
    made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    save(made, "tracked-changes.docx")


def letterhead() -> None:
    """A letterhead in a table without lines, a text box, a line break and a hard hyphen."""
    made = Document()
    made.core_properties.title = "เอกสาร1"
    table = made.add_table(1, 2)
    left, right = table.rows[0].cells
    left.text = "ที่ พย 0118/ว 45"
    right.text = "ศาลากลางจังหวัดพะเยา"
    right.add_paragraph("ถนนพหลโยธิน พย 56000")
    made.add_paragraph("เรื่อง ขอเชิญร่วมงานวันข้าวใหม่")
    line = made.add_paragraph("ด้วยจังหวัดพะเยาจะจัดงานวันข้าวใหม่")
    line.add_run().add_break()
    line.add_run("ณ ลานหน้าศาลากลาง โทร. 0")
    line._p.append(parse_xml(f"<w:r {W}><w:noBreakHyphen/><w:t>5441</w:t></w:r>"))
    box = "<w:txbxContent><w:p><w:r><w:t>ด่วนที่สุด</w:t></w:r></w:p></w:txbxContent>"
    line._p.append(parse_xml(TEXT_BOX.format(w=W, box=box)))
    made.add_paragraph("")
    made.add_paragraph("นายปรีชา วงศ์ไทย ผู้ว่าราชการจังหวัดพะเยา")
    save(made, "letterhead.docx")


def content_controls() -> None:
    """Content controls around paragraphs and in them, a link, a merged row and a table in a table."""
    made = Document()
    made.core_properties.title = "เทศบาลเมืองน่านรับสมัครอาสาสมัคร"
    body = made.element.body
    control = "<w:sdt {w}><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
    paragraph = "<w:p><w:r><w:t>เทศบาลเมืองน่านเปิดรับสมัครอาสาสมัครดูแลผู้สูงอายุ 30 คน</w:t></w:r></w:p>"
    body.insert(0, parse_xml(control.format(w=W, inner=paragraph)))
    line = made.add_paragraph("สมัครที่ ")
    line._p.append(parse_xml(control.format(w=W, inner="<w:r><w:t>สำนักงานเทศบาล</w:t></w:r>")))
    line._p.append(
        parse_xml(f"<w:hyperlink {W}><w:r><w:t xml:space='preserve'> หรือทางเว็บไซต์</w:t></w:r></w:hyperlink>")
    )
    table = made.add_table(3, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "คุณสมบัติ"
    for number, text in enumerate(("อายุ", "18 ปีขึ้นไป", "สัญชาติ", "ไทย")):
        table.cell(1 + number // 2, number % 2).text = text
    save(made, "content-controls.docx")


def from_libreoffice(make: Callable[[Path], None], suffix: str, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, name)
        make(source)
        subprocess.run(
            ["soffice", "--headless", "--convert-to", suffix, "--outdir", str(FILES), str(source)],
            check=True,
            capture_output=True,
        )


def page(path: Path) -> None:
    path.write_text(
        "<html><head><meta charset=utf-8><title>อุตุนิยมวิทยาเตือนพายุฤดูร้อน</title></head><body>"
        "<h1>อุตุนิยมวิทยาเตือนพายุฤดูร้อน</h1><p>เผยแพร่เมื่อ 28 ก.พ. 2567</p>"
        "<p>กรมอุตุนิยมวิทยาเตือนว่า ระหว่างวันที่ 1 ถึง 3 มีนาคม จะมีพายุฤดูร้อนใน 12 จังหวัดของภาคเหนือ</p>"
        "<ul><li>ระวังลมกระโชกแรง</li><li>ระวังลูกเห็บ</li></ul>"
        "<table><tr><td>ภาค</td><td>จังหวัด</td></tr><tr><td>เหนือ</td><td>น่าน แพร่ ลำปาง</td></tr></table>"
        "</body></html>",
        encoding="utf-8",
    )


def opendocument_with_changes() -> None:
    """LibreOffice's own file, with a deletion, a note, a comment, spaces and a text box put in by hand."""
    from_libreoffice(page, "odt", "opendocument.html")
    path = FILES / "opendocument.odt"
    with ZipFile(path) as package:
        members = {info: package.read(info) for info in package.infolist()}
    deletion = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>ข้อความที่ลบแล้ว</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    added = (
        '<text:p>ลมแรง<text:s text:c="2"/>60<text:tab/>กม.<text:line-break/>ต่อชั่วโมง'
        "<office:annotation><text:p>ความเห็น</text:p></office:annotation>"
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>ข้อมูลจากสถานีน่าน</text:p></text:note-body></text:note>"
        "<draw:frame><draw:text-box><text:p>ติดตามประกาศ</text:p></draw:text-box></draw:frame></text:p>"
    )
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for info, data in members.items():
            if info.filename == "content.xml":
                text = data.decode().replace("</office:text>", f"{added}</office:text>", 1)
                start = text.index(">", text.index("<office:text")) + 1
                data = (text[:start] + deletion + text[start:]).encode()
            package.writestr(info, data)


if __name__ == "__main__":
    title_style()
    tracked_changes()
    letterhead()
    content_controls()
    from_libreoffice(page, "docx:MS Word 2007 XML", "libreoffice.html")
    opendocument_with_changes()
