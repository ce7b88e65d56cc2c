"""The words that begin a venue, and the patterns of the words around one."""

from __future__ import annotations

import re
from collections.abc import Mapping

import regex

from thai_newsie.lexicon import compiled, table
from thai_newsie.lexicon.patterns import any_of
from thai_newsie.stages.places.place_words import one_of, words

PIECE = regex.compile(r"[^ \n]++")
SPACES = re.compile(r" *+")


@compiled
def kinds() -> Mapping[str, str]:
    """The kind of the place that each head names."""
    return {row["word"]: row["type"] for row in table("venue_heads")}


@compiled
def wheres() -> Mapping[str, str]:
    """Where each head names a place: the column `where` of the table."""
    return {row["word"]: row["where"] for row in table("venue_heads")}


@compiled
def heads(*where: str) -> re.Pattern[str]:
    """A head that names a place in one of these circumstances, or in any, where it is matched."""
    some = any_of(head for head, at in wheres().items() if not where or at in where)
    return re.compile(some + "(?![ะ-ฺ็-๎])")  # หาด is not in หาดู


@compiled
def organization_heads() -> re.Pattern[str]:
    """A head of organizations that may be venues."""
    return heads("organization")


@compiled
def site_heads() -> re.Pattern[str]:
    """A head that names a place behind ที่ and บริเวณ."""
    return heads("after", "site", "free")


@compiled
def measure() -> re.Pattern[str]:
    """A number that measures or dates: ณ 30 วัน, ณ 5 มกราคม."""
    months = (row["short"] for row in table("months"))
    return re.compile(rf"[\d,.]{{1,20}}+ {{0,3}}{any_of((*words('measure'), *months))}")


@compiled
def honour() -> re.Pattern[str]:
    """Before a person whom the venue honours: พระบรมราชานุสรณ์, อุทยานเฉลิมพระเกียรติ."""
    return re.compile(rf"(?:{one_of('honour')}|{one_of('honour_site')}[ก-์]{{0,12}}เฉลิมพระเกียรติ) ?$")


@compiled
def road() -> re.Pattern[str]:
    """The road or the village of an address: ถนนสุขุมวิท, หมู่ที่ 4."""
    return re.compile(rf"{one_of('address')}(?=[ก-ไ \d])")


@compiled
def left_behind() -> regex.Pattern[str]:
    """What a date or an item's number leaves at the end of a venue: … อาคาร 9 ใน(วันที่ 5), … วัดอรุณ (2)."""
    word = rf"{one_of('left_behind')}|(?<!พื้น|สถาน)ที่"
    return regex.compile(rf"(?:[ ,.\-–:(#]|{word}| \d{{1,2}}\)){{1,10}}+$")


@compiled
def larger_part() -> re.Pattern[str]:
    """The space before the next, larger part of an address, which ends a venue."""
    return re.compile(rf" (?={one_of('larger')}[ก-ไ \d])")


@compiled
def second_venue() -> re.Pattern[str]:
    """Where a second place is written together with the first: วัดโพธิ์และโรงเรียนบ้านดอน.

    Only one that has a name of its own: สโมสรและหอประชุม กระทรวงคมนาคม is one building.
    """
    return re.compile(f"(?:และ|หรือ|กับ)(?:สถานที่|{any_of(wheres())}(?=[ก-ฮเ-ไ0-9]))")


@compiled
def kind_only() -> regex.Pattern[str]:
    """In the name of a venue: a kind of place, every one of them, any one, the one that is fit."""
    return regex.compile(
        rf"{one_of('every')}|ต่าง *ๆ|นั้น ?ๆ|{one_of('any')}$|เอกชน(?: \(|$)"
        rf"|^{one_of('kind_opening')}|^{one_of('market')}(?:$| )|^{one_of('kind')}$"
    )


@compiled
def many() -> re.Pattern[str]:
    """Behind a venue that is many: ณ อู่รถ ขสมก. ทั้ง 8 เขต, ณ สาขาของธนาคาร จำนวน 21 แห่ง."""
    return re.compile(rf"\.? {{0,2}}(?:ทั้ง|จำนวน|รวม)(?:สิ้น)? ?\d+ ?{one_of('many')}")


@compiled
def counted() -> re.Pattern[str]:
    """A number that counts what stands before it: วัด 1 แห่ง ถนน 2 แห่ง."""
    return re.compile(rf"\d[\d,]{{0,6}}+ {{0,2}}{one_of('counted')}")


@compiled
def no_area_name() -> re.Pattern[str]:
    """A level's word without a name: ณ จังหวัดที่ปฏิบัติราชการ."""
    return re.compile(rf"(?:จังหวัด|อำเภอ|ตำบล|เขต|พื้นที่){one_of('at_no_area')}")
