"""Hypothesis strategies: texts in the genre's language, with the dirt that real articles carry."""

from __future__ import annotations

from hypothesis import strategies as st

TITLES = ["นาย", "นาง", "นางสาว", "น.ส.", "ดร.", "พลเอก", "พล.ต.ท.", "ว่าที่ร้อยตรี", "ม.ล.", "ศ.ดร.", "H.E. Mr."]
NAMES = ["สมชาย", "ใจดี", "สมหญิง", "รักเรียน", "วงศ์ไพศาล", "ณ อยุธยา", "(นามสมมติ)", "Somchai"]
OFFICES = [
    "นายกรัฐมนตรี", "รัฐมนตรีว่าการกระทรวงมหาดไทย", "รมว.ศธ.", "ผู้ว่าราชการจังหวัดน่าน", "โฆษกประจำสำนักนายกรัฐมนตรี",
    "อธิบดีกรมการข้าว", "ปลัดกระทรวงฯ", "และ", "ในฐานะ", "ประธานกรรมการ",
]  # fmt: skip
ORGANIZATIONS = [
    "กระทรวงเกษตรและสหกรณ์",
    "ก.แรงงาน",
    "สพฐ.",
    "ครม.",
    "มหาวิทยาลัยนเรศวร",
    "บริษัท ปตท. จำกัด (มหาชน)",
    "อบต.ท่าช้าง",
    "WHO",
]
PLACES = [
    "จังหวัดน่าน",
    "จ.ตรัง",
    "กทม.",
    "อำเภอเมือง",
    "ต.ในเวียง",
    "ห้องสีม่วง ตึกไทยคู่ฟ้า",
    "ทำเนียบรัฐบาล",
    "ญี่ปุ่น",
    "ณ ",
    "โรงแรม",
]
DATES = [
    "วันที่ 29 พฤษภาคม 2562", "๗ มิ.ย. ๖๔", "31/02/2565", "วันนี้", "เมื่อวานนี้", "ปีงบประมาณ 2565", "1-3 มกราคม 2567",
    "ปี 2050", "ไตรมาส 3", "30 กุมภาพันธ์ 2566", "เวลา 09.30 น.", "20.20-25.99 น.", "ตั้งแต่เดือนตุลาคม 2565 เป็นต้นไป", "พ.ศ.",
]  # fmt: skip
COUNTS = [
    "จำนวน 420 คน", "กว่า 4 พันล้านบาท", "ร้อยละ 3.5", "1,000,000", "สองประเทศ", "ไม่น้อยกว่า ๓๐", "3.0 - 4.0 %", "อันดับ 3",
    "ล้าน", "9" * 400, "0.0", "1.2.3", "12,34,5 โดส", "ครั้งที่ 1/2562", "½", "²",
]  # fmt: skip
VERBS = [
    "กล่าวว่า",
    "เปิดเผยว่า",
    "ชี้แจง",
    "ระบุ",
    "เป็นประธานการประชุม",
    "พิธีเปิด",
    "ลงพื้นที่",
    "เข้าร่วม",
    "จับกุม",
    "แถลงข่าว",
    "เรื่อง",
    "โครงการ",
]
DIRT = [
    "\u200b",
    "ํา",
    "ํ้า",
    "น้ํา",
    "เเละ",
    "\u00a0",
    "\n",
    "\r\n",
    "\t",
    " ",
    "  ",
    "ท่ี",
    "่่",
    "ๆ",
    "ฯ",
    "ฯลฯ",
    "\ufeff",
    "\u2028",
    "\x00",
    "\uf70a",
]
SIGNS = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "(",
    ")",
    "–",
    "-",
    "/",
    ".",
    ",",
    ":",
    "…",
    "•",
    "1.",
    "2)",
    "❤️",
    "\ud83d",
]

# One list a kind, so that the rare kinds come as often as the long ones.
PIECE_LISTS = [TITLES, NAMES, OFFICES, ORGANIZATIONS, PLACES, DATES, COUNTS, VERBS, DIRT, SIGNS]
PIECES = st.one_of(*map(st.sampled_from, PIECE_LISTS))


def texts(max_pieces: int = 40) -> st.SearchStrategy[str]:
    """Texts of the genre's pieces, now and then with any character between them."""
    return st.lists(PIECES | st.text(max_size=3), max_size=max_pieces).map("".join)


# Any string Python can hold, lone surrogates too.
anything = st.text(st.characters(exclude_categories=()), max_size=200)


# Sentences that a title may leave anywhere: in a name, an abbreviation, a number, a range of dates, a quotation.
SENTENCES = [
    "พลเอก ณัฐพล มั่นคงยิ่ง รอง ผบ.ตร. พร้อมด้วย พล.ต.ท.ธนา ใจกว้าง เป็นประธานเปิดงาน “มหกรรมข้าวไทย ครั้งที่ 12” ณ ห้องรับรอง 1 ชั้น 2",
    "ระหว่างวันที่ 12 - 15 มกราคม 2567 และ 3 กุมภาพันธ์ ถึง 8 มีนาคม 2567 เวลา 09.30 - 16.30 น. จัดพิธีเปิดโครงการ “ข้าวใหม่ ใจดี”",
    "ประกาศกรมการข้าว “ข้าวใหม่” ปลัดกระทรวงมหาดไทย เผยได้งบกว่า 2 พัน 5 ร้อยล้านบาท จาก 5 เป็น 6 จังหวัด เพิ่มขึ้นร้อยละ 3.5 ต่อปี",
    "บริษัท สุขใจ (ประเทศไทย) จำกัด (มหาชน) ร่วมกับ องค์การบริหารส่วนตำบลท่าช้าง อำเภอเมืองน่าน จังหวัดน่าน ตรัง และพังงา มอบเงิน 500,000 บาท",
    "นายมานะ และนางวิมล ทองดี กล่าวว่า “ขอขอบคุณทุกฝ่ายที่มาร่วมกันในวันนี้ และจะเดินหน้าต่อไป” โดยมีรายละเอียด ดังนี้",
    "ครม. เห็นชอบร่างกฎกระทรวง รัฐมนตรีว่าการกระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม ภายใต้แนวคิด “ก้าวไปด้วยกัน” พ.ศ. 2565",
    "Mr. Somchai Jaidee, Minister of Foreign Affairs of Thailand, said that the Ministry of Foreign Affairs will host 20 delegations on 5 May 2022",
]  # fmt: skip
BREAKS = ["\n", " \n", "\n\n", "\r\n", "\u2028", "\u200b\n"]


@st.composite
def titled_texts(draw: st.DrawFn) -> tuple[str, str]:
    """A title and a text that go on from one another: a sentence is cut between them, at any of its characters.

    The title may have several lines, or be blank; the text may be wrapped at a width.
    """
    sentence = draw(st.sampled_from(SENTENCES))
    cut = draw(st.integers(0, len(sentence)))
    above = draw(st.lists(st.sampled_from(SENTENCES), max_size=2))
    title = "".join(line + draw(st.sampled_from(BREAKS)) for line in above) + sentence[:cut]
    text = " ".join([sentence[cut:].lstrip(" "), *draw(st.lists(st.sampled_from(SENTENCES), max_size=4))])
    if width := draw(st.sampled_from([0, 60, 75, 90])):
        text = wrapped(text, width)
        title = wrapped(title, width) if draw(st.booleans()) else title
    return draw(st.sampled_from([title, title, title, " ", "\u200b", "\u3000\n"])), text


def wrapped(text: str, width: int) -> str:
    """The text in lines of at most `width` characters, as a PDF file has it."""
    return "\n".join(text[start : start + width] for start in range(0, len(text), width))
