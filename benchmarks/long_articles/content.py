"""Long articles of one kind of content, with other names and numbers each time: what is kept of them grows with them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import count

from pythainlp.corpus import thai_family_names, thai_male_names

from thai_newsie.lexicon.areas import names_at

# What a piece of the article says. {g} is a given name, {f} a family name, {w} a name of two words, {e} a Latin name,
# {a} a Thai letter, {n} a number up to 31, {k} the number of the piece, {y} a year; {p}, {d}, {s} are areas.
KINDS = {
    "titled names": "นาย{g} {f}",
    "untitled names": "{g} {f}",
    "given names": "นาย{g}",
    "ranks": "พล.ต.{g} {f}",
    "monks": "พระ{g}{f} เจ้าคณะจังหวัด{p}",
    "holders": "นาย{g} {f} ผู้อำนวยการโรงเรียน{w}",
    "holders of one office": "นาย{g} {f} ปลัดกระทรวงการคลัง",
    "roles": "ผู้อำนวยการโรงเรียน{w}",
    "roles of areas": "นายอำเภอ{d}",
    "Latin names": "Mr. {e} {e}",
    "names with Latin": "นาย{g} {f} ({e} {e})",
    "companies": "บริษัท {w} จำกัด",
    "departments": "กรม{w}",
    "schools": "โรงเรียน{w}",
    "abbreviated organizations": "สำนักงาน{w} ({a}{a}{a}.)",
    "short organizations": "กระทรวง{w}ฯ",
    "Latin organizations": "Ministry of {e} {e}",
    "committees": "คณะกรรมการ{w}และ{f}",
    "dates": "วันที่ {k} มกราคม {y}",
    "dates without a year": "วันที่ {n} ม.ค.",
    "ranges": "ระหว่างวันที่ 1 - {n} มีนาคม {y}",
    "years": "ปีงบประมาณ {y}",
    "days ago": "{n} วันที่ผ่านมา",
    "times": "เวลา 09.{n} น.",
    "provinces": "จังหวัด{p}",
    "areas": "ตำบล{s} อำเภอ{d} จังหวัด{p}",
    "bare areas": "{p} {d} {s}",
    "districts": "อำเภอ{d}",
    "venues": "ณ โรงแรม{w}",
    "temples": "วัด{w}",
    "roads": "ถนน{w} แยก{f}",
    "Latin places": "{e} Province",
    "counts": "จำนวน {k} คน",
    "counted things": "{f} {k} ตัน",
    "numbers": "{k}",
    "money": "งบประมาณ {k},000 บาทต่อไร่",
    "groups": "{g} {n} คน {f} {n} คน รวม {k} คน",
    "percents": "ร้อยละ {k}",
    "statements": "นาย{g} {f} กล่าวว่า {w} ดีมาก",
    "statements of one": "นายสมชาย กล่าวว่า {w}",
    "quotations": "“{w} {w}” นาย{g} {f} กล่าว",
    "Latin quotations": "“{e} {e}” said Mr. {e} {e}",
    "open quotations": "“{w}",
    "events": "เป็นประธานเปิดงาน{w}",
    "meetings": "ประชุม{w} ณ โรงแรม{w} วันที่ {n} มกราคม {y}",
    "presences": "นาย{g} {f} เป็นประธานการประชุม{w} โดยมี นาย{g} {f} เข้าร่วม",
    "visits": "คณะ{w} ลงพื้นที่จังหวัด{p} ตรวจเยี่ยมโครงการ{w}",
    "parentheses": "({w})",
    "numbered names": "{k}. นาย{g} {f}",
    "abbreviations": "{a}.{a}.{a}.",
    "words": "{w}",
    "numbered words": "{k}) {w}",
    "namesakes": "นายสมชาย {f}",
    "namesakes with offices": "นายสมชาย {f} ผู้อำนวยการโรงเรียน{w}",
    "couples of one": "นายสมชาย และนาง{g} {f}",
    "names one letter apart": "นายสมชาย ใจดี{a}{a}{a}",
    "offices cut short": "นาย{g} {f} ผู้อำนวยการสำนัก{w} ผู้อำนวยการสำนักฯ",
    "offices of one": "นายสมชาย ใจดี ผู้อำนวยการโรงเรียน{w}",
    "repeated people": "นายสมชาย ใจดี นาย{g} {f}",
    "repeated organizations": "กรมการข้าว กรม{w} (ก{a}{a}.) กรมการข้าวฯ",
    "shared abbreviations": "กรม{w} (กทม.) สพฐ.",
    "beginnings": "โรงแรมสมชาย โรงแรมสมชาย{w}",
    "repeated places": "วัด{w} จังหวัดน่าน อำเภอเมือง",
    "areas of a list": "3 อำเภอ ได้แก่ {d} {d} และ{d}",
    "areas of a route": "{p} - {d} - {d}",
    "areas in brackets": "{p} ({d} {d})",
    "long areas": "พื้นที่ {p} {d} {p} {d}",
    "addresses": "{k}/{n} หมู่ {n} ถนน{f} ตำบล{s} อำเภอ{d}",
    "statements alike": "นาย{g} กล่าวว่า จะเร่งแก้ไขปัญหาความเดือดร้อนของประชาชนใน{w}",
    "statements of offices": "ผู้อำนวยการโรงเรียน{w} เปิดเผยว่า {f}",
    "statements of organizations": "กรม{w} เปิดเผยว่า {f}",
    "statements of nobody": "{w} ทั้งนี้ ระบุว่า {f} กรม{w}",
    "open statements": "นาย{g} {f} กล่าวว่า “{w}",
    "asides": "นาย{g} {f} (ซ้าย) ได้กล่าวถึงกรณี{w} โดยเผย{f}",
    "answers": "ตามที่มีข่าว{w} นั้น กรม{w} ตรวจสอบแล้ว ขอชี้แจงว่า {f}",
    "received reports": "ได้รับรายงานจากกรม{w} ว่า {f}",
    "English statements": "Mr. {e} {e} said that the {e} of {e} is well.",
    "decisions": "ครม. ณ โรงแรม{w} เห็นชอบโครงการ{w}",
    "venues before a decision": "วันที่ {n} ม.ค. ณ โรงแรม{w} นาย{g}",
    "next visits": "จากนั้น ตรวจเยี่ยมแปลงนาของนาย{g} {f} กรม{w}",
    "coming events": "จัดงาน{w} ระหว่างวันที่ {n} มกราคม {y} ณ โรงแรม{w}",
    "joined events": "เป็นประธานการประชุม{w} และการประชุม{w} พร้อมมอบเกียรติบัตร",
    "press": "แถลงข่าวการจัดงาน{w} ณ กรม{w}",
    "themes": "จัดงาน{w} ครั้งที่ {k} ภายใต้หัวข้อ “{w}” จัดโดยกรม{w}",
    "changes": "เพิ่มขึ้นจาก {k} คน เป็น {n} คน",
    "lists of numbers": "{k}, {n} และ {n} คน",
    "shares": "{w} {k} ราย คิดเป็นร้อยละ {n} ของ{w}",
    "numbers in words": "สาม{f} สิบห้า{g} ห้าพันสองร้อยบาท",
    "weekdays": "วันจันทร์ที่ {n} มกราคมนี้ และวันศุกร์หน้า",
    "editions": "ครั้งที่ {n}/{y} วันที่ {n} ก.พ.",
    "holidays": "วันสงกรานต์ ปี {y} วันปีใหม่",
    "old years": "ร.ศ. {n} พ.ศ. {y} ค.ศ. 20{n}",
    "telephones": "โทร. 0 2{k} ต่อ {n}",
    "addresses of pages": "www.{e}.go.th/{e}?{k}",
}  # fmt: skip
MIXED = "mixed"
JOINS = {
    "with": " พร้อมด้วย ", "and": " และ", "commas": ", ", "spaces": " ", "lines": "\n", "nothing": "",
}  # fmt: skip
_OPENING = "นายสมชาย ใจดี ปลัดกระทรวงการคลัง เป็นประธานการประชุม โดยมีผู้เข้าร่วม ประกอบด้วย "
_LATIN_LETTERS, _THAI_LETTERS = "abcdefghijklmnop", "กขคงจชดตทนบปพมยรลวสหอ"


def article_of(kind: str, join: str, length: int, seed: int = 1) -> str:
    """An article of `length` characters: an opening, and pieces of a kind of `KINDS`, or of all, joined by one of `JOINS`.

    >>> article_of("numbers", "commas", 100)[-22:]
    'กอบด้วย 1, 2, 3, 4, 5,'
    """
    chance = random.Random(seed)
    pieces, done = [_OPENING], len(_OPENING)
    for piece in _pieces(kind, chance):
        pieces.append(piece + JOINS[join])
        done += len(pieces[-1])
        if done >= length:
            return "".join(pieces)[:length]
    raise AssertionError("pieces come without end")


def _pieces(kind: str, chance: random.Random) -> Iterator[str]:
    given, family = sorted(thai_male_names()), sorted(thai_family_names())
    provinces, districts, subdistricts = (
        sorted(names_at(level)) for level in ("province", "district", "subdistrict")
    )
    templates = list(KINDS.values()) if kind == MIXED else [KINDS[kind]]
    for number in count(1):
        yield chance.choice(templates).format_map(
            _Values(
                g=lambda: chance.choice(given),
                f=lambda: chance.choice(family),
                w=lambda: chance.choice(family) + chance.choice(family),
                e=lambda: "".join(chance.choices(_LATIN_LETTERS, k=6)).title(),
                a=lambda: chance.choice(_THAI_LETTERS),
                n=lambda: str(chance.randint(1, 31)),
                k=lambda: str(number),  # noqa: B023 - called at once
                y=lambda: str(chance.randint(2400, 2570)),
                p=lambda: chance.choice(provinces),
                d=lambda: chance.choice(districts),
                s=lambda: chance.choice(subdistricts),
            )
        )


class _Values(dict):
    """Values that are made when a template asks for one, each time anew."""

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name)()
