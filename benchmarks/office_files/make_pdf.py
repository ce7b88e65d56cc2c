"""Makes the PDFs of tests/io/office: python benchmarks/office_files/make_pdf.py

It needs Chromium, LibreOffice (writer), fonts-thai-tlwg (Garuda, Norasi and Loma: GPL with font exception), and of Python
reportlab, fpdf2, pikepdf and pillow. The files are kept, so that tests need none of them.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pikepdf
from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFont
from pythainlp.tokenize import word_tokenize
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FILES = Path(__file__).parents[2] / "tests" / "io" / "office"
FONTS = Path("/usr/share/fonts/truetype/tlwg")

RICE = (
    "กรมการข้าวเปิดศูนย์เมล็ดพันธุ์แห่งใหม่ที่จังหวัดน่าน",
    "วันที่ 12 มีนาคม 2567",
    "นายวิเชียร ทองใบ อธิบดีกรมการข้าว เป็นประธานเปิดศูนย์เมล็ดพันธุ์ข้าว ณ ตำบลดู่ใต้ อำเภอเมืองน่าน "
    "พร้อมด้วยผู้นำชุมชนและเจ้าหน้าที่ที่เกี่ยวข้องจำนวน 120 คน",
    "ศูนย์แห่งนี้ผลิตเมล็ดพันธุ์ได้ปีละ 500 ตัน และจะจำหน่ายให้เกษตรกรในราคาต้นทุนตั้งแต่เดือนพฤษภาคมเป็นต้นไป",
    "ที่มา : กรมการข้าว",
)
FLOOD = (
    "ผู้ว่าราชการจังหวัดแพร่ตรวจเยี่ยมผู้ประสบอุทกภัย",
    "เผยแพร่เมื่อ 9 กันยายน 2566",
    "นางสาวมาลี แก้วใส ผู้ว่าราชการจังหวัดแพร่ ลงพื้นที่อำเภอสอง เพื่อมอบถุงยังชีพ 350 ชุด แก่ผู้ประสบอุทกภัยในตำบลบ้านหนุน",
    "เหตุน้ำท่วมครั้งนี้ทำให้บ้านเรือนเสียหาย 84 หลัง พื้นที่เกษตร 1,250 ไร่ และถนนในหมู่บ้านขาดสองแห่ง "
    "เจ้าหน้าที่คาดว่าจะซ่อมเสร็จภายในเจ็ดวัน",
    "ผู้ประสบภัยแจ้งความเสียหายได้ที่ที่ว่าการอำเภอภายในวันที่ 30 กันยายน 2566",
)
SCHOOL = (
    "ประกาศสำนักงานเขตพื้นที่การศึกษา เรื่อง ทุนอาหารกลางวัน",
    "ด้วยสำนักงานเขตพื้นที่การศึกษาประถมศึกษาลำพูน เขต 1 จะมอบทุนอาหารกลางวันแก่โรงเรียนขนาดเล็ก จำนวน 42 แห่ง "
    "โรงเรียนละ 20,000 บาท เพื่อให้นักเรียนทุกคนได้รับประทานอาหารครบถ้วนตลอดปีการศึกษา 2567",
    "จึงขอให้โรงเรียนที่ประสงค์จะรับทุนยื่นคำขอต่อกลุ่มส่งเสริมการจัดการศึกษา ภายในวันที่ 31 พฤษภาคม 2567 "
    "พร้อมสำเนาทะเบียนนักเรียนและแผนการใช้เงิน",
    "นายอำนวย สุขเกษม ผู้อำนวยการสำนักงานเขตพื้นที่ กล่าวว่า ทุนนี้ได้มาจากเงินบริจาคของผู้ประกอบการในนิคมอุตสาหกรรม",
)


def chromium(name: str, body: str, style: str = "", title: str = "") -> None:
    page = (
        f"<html lang=th><head><meta charset=utf-8><title>{title}</title><style>@page{{size:A4;margin:20mm}}"
        f"body{{font-family:Garuda;font-size:12pt}}{style}</style></head><body>{body}</body></html>"
    )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(page, encoding="utf-8")
        subprocess.run(
            [
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-pdf-header-footer",
                f"--print-to-pdf={FILES / name}",
                source.as_uri(),
            ],
            check=True,
            capture_output=True,
        )


def libreoffice(name: str, source: str) -> None:
    """A flat OpenDocument text, printed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name).with_suffix(".fodt")
        path.write_text(source, encoding="utf-8")
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(FILES), str(path)],
            check=True,
            capture_output=True,
        )


def flat_text(body: str, styles: str = "", title: str = "") -> str:
    names = ("office", "style", "text", "table", "fo:xsl-fo-compatible", "meta", "svg:svg-compatible")
    spaces = " ".join(
        f'xmlns:{name.partition(":")[0]}="urn:oasis:names:tc:opendocument:xmlns:{name.rpartition(":")[2]}:1.0"'
        for name in names
    )
    font = 'style:font-name="Norasi" style:font-name-complex="Norasi" fo:font-size="13pt" style:font-size-complex="13pt"'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document {spaces} xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{title}</dc:title></office:meta>
<office:font-face-decls><style:font-face style:name="Norasi" svg:font-family="Norasi"/></office:font-face-decls>
<office:styles><style:style style:name="Standard" style:family="paragraph"><style:text-properties {font}/></style:style>
</office:styles>
<office:automatic-styles>{styles}
<style:style style:name="Indented" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-indent="1.5cm"/></style:style>
<style:style style:name="Centred" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="center" fo:margin-bottom="0.6cm"/></style:style>
</office:automatic-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>"""


def paragraph(text: str, style: str = "Indented") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def canvas(name: str, font: str = "Garuda") -> Canvas:
    pdfmetrics.registerFont(TTFont(font, FONTS / f"{font}.ttf"))
    made = Canvas(str(FILES / name), invariant=1)
    made.setFont(font, 13)
    return made


def wrapped(text: str, width: float, font: str = "Garuda") -> list[str]:
    """Lines of at most `width` points, broken between words."""
    lines, line = [], ""
    for part in word_tokenize(text):
        if line and pdfmetrics.stringWidth((line + part).rstrip(), font, 13) > width:
            lines.append(line.rstrip())
            line = ""
        line += part
    return [*lines, line.rstrip()]


def draw(
    made: Canvas, paragraphs: tuple[str, ...], left: float = 70, top: float = 770, width: float = 440
) -> None:
    y = top
    for text in paragraphs:
        for line in wrapped(text, width):
            made.drawString(left, y, line)
            y -= 20
        y -= 14


def chromium_files() -> None:
    table = "<table border=1><tr><th>พันธุ์</th><th>จำนวน</th></tr><tr><td>กข6</td><td>300 ตัน</td></tr><tr><td>สันป่าตอง 1</td><td>200 ตัน</td></tr></table>"
    head, day, *body, source = RICE
    text = "".join(f"<p>{part}</p>" for part in body)
    chromium("chromium-page.pdf", f"<h1>{head}</h1><p>{day}</p>{text}{table}<p>{source}</p>", title=head)
    running = "<div class=head>จังหวัดแพร่ ข่าวประชาสัมพันธ์</div><div class=foot>ศาลากลางจังหวัดแพร่</div>"
    style = ".head{position:fixed;top:0}.foot{position:fixed;bottom:0}p{margin:10mm 0}h2{margin-top:15mm}"
    head, day, *body = FLOOD
    text = "".join(f"<p>{part}</p>" for part in body)
    last = "<p style='page-break-before:always;padding-top:8mm'>ข้อมูลเพิ่มเติมติดต่อสำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัดแพร่</p>"
    chromium(
        "chromium-running-heads.pdf", f"{running}<h2>{head}</h2><p>{day}</p>{text}{last}", style, "page.html"
    )


def libreoffice_files() -> None:
    head, *body = SCHOOL
    text = paragraph(head, "Centred") + "".join(map(paragraph, body))
    libreoffice("libreoffice-letter.pdf", flat_text(text, title=head))
    columns = (
        '<style:style style:name="Two" style:family="section"><style:section-properties>'
        '<style:columns fo:column-count="2" fo:column-gap="1cm"/></style:section-properties></style:style>'
    )
    head, day, *body = FLOOD
    section = f'<text:section text:style-name="Two" text:name="Two">{"".join(map(paragraph, body * 2))}</text:section>'
    text = paragraph(head, "Centred") + paragraph(day, "Standard") + section
    libreoffice("libreoffice-columns.pdf", flat_text(text, columns, "Microsoft Word - ข่าวแพร่.docx"))


def reportlab_files() -> None:
    made = canvas("reportlab-plain.pdf")
    draw(made, RICE)
    made.save()

    # Old programs draw ำ as two glyphs, and what is read back is a space and า.
    made = canvas("reportlab-broken-am.pdf")
    draw(made, tuple(text.replace("ำ", " า") for text in SCHOOL))
    made.showPage()
    made.setFont("Garuda", 13)
    draw(made, ("ผู้สนใจติดต่อส านักงานได้ทุกวันท าการ",))
    made.drawCentredString(297, 40, "- 2 -")
    made.save()

    made = canvas("reportlab-columns.pdf")
    made.drawString(70, 790, FLOOD[0])
    made.drawString(70, 765, FLOOD[1])
    left, right = (wrapped(" ".join(FLOOD[2:4]), 200), wrapped(" ".join((SCHOOL[3], FLOOD[4])), 200))
    for number in range(max(len(left), len(right))):  # row by row, as some desktop publishing programs do
        for x, lines in ((70, left), (320, right)):
            if number < len(lines):
                made.drawString(x, 730 - 20 * number, lines[number])
    made.save()

    # The fonts of Thai Windows before Unicode had their raised and shifted marks in the private use area.
    shifted = {"ป่": "ป\uf705", "ปี": "ป\uf702", "ปั": "ป\uf710", "ั้": "ั\uf70b", "ี่": "ี\uf70a", "ู้": "ู\uf70b"}
    made = canvas("reportlab-private-use.pdf")
    texts = list(RICE)
    for plain, private in shifted.items():
        texts = [text.replace(plain, private) for text in texts]
    draw(made, tuple(texts))
    made.save()

    made = canvas("reportlab-no-unicode.pdf")
    draw(made, RICE[2:4])
    made.save()
    with pikepdf.open(FILES / "reportlab-no-unicode.pdf", allow_overwriting_input=True) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            if "/ToUnicode" in font:
                del font["/ToUnicode"]
        pdf.save(FILES / "reportlab-no-unicode.pdf", deterministic_id=True)


def fpdf_file() -> None:
    pdf = FPDF()
    pdf.set_title(FLOOD[0])
    pdf.add_page()
    pdf.add_font("Loma", fname=FONTS / "Loma.ttf")
    pdf.set_font("Loma", size=13)
    for text in FLOOD:
        pdf.multi_cell(0, 8, text)
        pdf.ln(5)
    pdf.output(str(FILES / "fpdf2-plain.pdf"))


def files_without_text() -> None:
    picture = Image.new("1", (600, 200), 1)
    ImageDraw.Draw(picture).text(
        (20, 60), "ประกาศกรมการข้าว", font=ImageFont.truetype(FONTS / "Garuda.ttf", 40), fill=0
    )
    picture.save(FILES / "scan.pdf")
    with pikepdf.open(FILES / "reportlab-plain.pdf") as pdf:
        pdf.save(FILES / "password.pdf", encryption=pikepdf.Encryption(owner="ข้าว", user="ข้าว"))


if __name__ == "__main__":
    chromium_files()
    libreoffice_files()
    reportlab_files()
    fpdf_file()
    files_without_text()
