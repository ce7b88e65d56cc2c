"""Articles written by code in the genre's language, with their finds in place: as many as a test asks for."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from thai_newsie.schema.article import (
    Article,
    Count,
    Date,
    Event,
    Mention,
    Organization,
    Person,
    Place,
    Role,
    Statement,
)

GIVEN = ["สมชาย", "วิมล", "ธีรเดช", "กานดา", "ปรีชา", "อารีย์", "ณัฐพล", "พิมพ์ใจ", "มานะ", "สุดา"]
FAMILY = ["ใจดี", "ทองนาคำ", "รักเรียน", "บุญมาก", "แสงสว่าง", "วงศ์ไพศาล", "ศรีสุข", "พงษ์พานิช"]
ORGANIZATIONS = ["กรมพัฒนาข้าวชุมชน", "สำนักงานตลาดริมน้ำ", "กรมสะพานไม้", "สถาบันเรือพาย", "กรมลมและฝน"]
PROVINCES = {"น่าน": "55", "ตรัง": "92", "ขอนแก่น": "40", "กรุงเทพมหานคร": "10", "ยะลา": "95", "ระยอง": "21"}
ACTS = [
    ("meeting", "ประชุมติดตามงาน"),
    ("visit", "ลงพื้นที่ตรวจเยี่ยม"),
    ("ceremony", "พิธีเปิดศูนย์เรียนรู้"),
    ("press", "แถลงผลงาน"),
]
SAYINGS = [
    "จะส่งมอบเมล็ดพันธุ์ให้ทุกครัวเรือนก่อนถึงฤดูฝน", "งานซ่อมสะพานคืบหน้าตามแผนและจะแล้วเสร็จในปีนี้",
    "ขอให้ทุกฝ่ายช่วยกันดูแลแหล่งน้ำของชุมชน", "ตลาดริมน้ำเปิดให้พ่อค้าแม่ค้าจองที่ได้โดยไม่มีค่าใช้จ่าย",
    "ผลผลิตข้าวปีนี้ดีกว่าปีก่อนเพราะน้ำมาตรงเวลา", "การเดินเรือในลำน้ำสายเก่าจะช่วยลดค่าขนส่งของชาวบ้าน",
]  # fmt: skip
MONTHS = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
# Words without sense, so that long texts are as hard to pack and to search as real ones.
FILLING = [
    f"{a}{b}"
    for a in ("กา", "มี", "โต", "เน", "รู", "สิ ", "ผา", "แค")
    for b in ("ลม", "นาง", "ปี", "ทุ่ง", "เรา", "ชื่อ", "วัด", "ห้า")
]
WORDS_A_PARAGRAPH = 60
FIRST_DAY = date(2020, 8, 1)


def articles(count: int, paragraphs: int = 1) -> Iterator[Article]:
    """`count` articles, the same ones every time."""
    chance = random.Random(8)
    for number in range(count):
        yield article(number, chance, paragraphs)


def article(number: int, chance: random.Random, paragraphs: int) -> Article:
    name = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"
    organization, province = chance.choice(ORGANIZATIONS), chance.choice(list(PROVINCES))
    kind, act = chance.choice(ACTS)
    day = FIRST_DAY + timedelta(days=number % 1800)
    when = f"{day.day} {MONTHS[day.month - 1]} {day.year + 543}"
    guests, saying = chance.randrange(20, 900), chance.choice(SAYINGS)
    office = f"อธิบดี{organization}"
    more = "\n".join("".join(chance.choices(FILLING, k=WORDS_A_PARAGRAPH)) for _ in range(paragraphs - 1))
    text = (
        f"เมื่อวันที่ {when} นาย{name} {office} {act} ณ จังหวัด{province} มีผู้เข้าร่วม {guests} คน\n"
        f"นาย{name} กล่าวว่า {saying}\n{more}"
    )

    def at(part: str, after: str = "") -> dict[str, object]:
        start = text.index(part, text.index(after))
        return {"text": part, "start": start, "end": start + len(part)}

    person = f"นาย{name}"
    return Article(
        id=f"n{number}",
        title=f"{act} จังหวัด{province} ครั้งที่ {number}",
        published=day.isoformat(),
        source=organization,
        text=text,
        people=(
            Person(
                id="p1",
                name=name,
                title="นาย",
                roles=(Role(**at(office), position="อธิบดี", organization=organization),),
                mentions=(Mention(**at(person)), Mention(**at(person, "\n"))),
            ),
        ),
        organizations=(Organization(id="o1", name=organization, mentions=(Mention(**at(organization)),)),),
        places=(
            Place(
                id="l1",
                text=f"จังหวัด{province}",
                kind="province",
                province=province,
                code=PROVINCES[province],
                mentions=(Mention(**at(f"จังหวัด{province}")),),
            ),
        ),
        dates=(Date(**at(when), value=day.isoformat(), kind="day"),),
        counts=(Count(**at(f"{guests} คน"), value=guests, unit="คน", kind="people"),),
        events=(Event(**at(act), type=kind, name=act, date=day.isoformat(), chair=name, chair_id="p1"),),
        statements=(
            Statement(
                **at(saying),
                speaker=name,
                speaker_id="p1",
                cue="กล่าวว่า",
                begins=saying[:25],
                direct=False,
            ),
        ),
    )


HOSTILE = '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1"> \' " & </script><!-- \u2028 {{x}}'


def hostile_article() -> Article:
    """An article all of whose words are an attack; with an emoji, which browsers count as two characters."""
    text = f"🌾 {HOSTILE} นาย{HOSTILE} กล่าวว่า {HOSTILE}"
    start = text.index("นาย")
    mention = {
        "text": text[start : start + 3 + len(HOSTILE)],
        "start": start,
        "end": start + 3 + len(HOSTILE),
    }
    said = {"text": HOSTILE, "start": text.rindex(HOSTILE), "end": len(text)}
    return Article(
        id=HOSTILE,
        title=f"🌾 หัวข้อ {HOSTILE}",
        published="2020-10-01",
        source=HOSTILE,
        text=text,
        people=(Person(id="p1", name=HOSTILE, title="นาย", latin=HOSTILE, mentions=(Mention(**mention),)),),
        organizations=(Organization(id="o1", name=HOSTILE, aliases=(HOSTILE,), canonical=HOSTILE, mentions=(Mention(**mention),)),),
        places=(Place(id="l1", text=HOSTILE, kind="venue", mentions=(Mention(**mention),)),),
        events=(Event(**mention, type="other", name=HOSTILE, place=HOSTILE, chair=HOSTILE, participants=(HOSTILE,)),),
        statements=(Statement(**said, speaker=HOSTILE, cue=HOSTILE, begins=HOSTILE[:25], direct=True),),
        warnings=(HOSTILE,),
    )  # fmt: skip
