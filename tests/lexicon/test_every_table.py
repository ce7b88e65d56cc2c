"""Whatever rows a user adds to a table or removes from it: articles are read, or the Config says what is wrong with a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from thai_newsie import Config, ConfigError, extract
from thai_newsie.lexicon import BUNDLED, Row
from thai_newsie.lexicon.schemas import REMOVES, SCHEMAS, TableSchema

TEXTS = (
    "เมื่อวันที่ 8 มีนาคม 2565 เวลา 09.30 น. นายวีรภาส ทองนาคำ อธิบดีกรมพัฒนาข้าวชุมชน เป็นประธานในพิธีเปิดโครงการเมล็ดพันธุ์ดี "
    "ณ หอประชุมบัวทอง จังหวัดสุรินทร์ มีเกษตรกรเข้าร่วมพิธี จำนวน 320 คน นายวีรภาส กล่าวว่า “จะส่งมอบเมล็ดพันธุ์ไม่น้อยกว่า 8,500 ครัวเรือน”",
    "พล.ต.ท. มานะ ใจกล้า ผบช.ภ.5 พร้อมด้วย รมว.คลัง และพระเทพวราจารย์ เจ้าอาวาสวัดโพธิ์ชัย ตำบลในเมือง ลงพื้นที่ถนนพระราม 2 (ทล.35) "
    "เมื่อวานนี้ แจกเงิน 4 พันล้านบาท เพิ่มขึ้นร้อยละ 5 จากปีก่อน โรงเรียนบ้านหนองแวงรับมอบทุน หจก. ทองดี ที่ญี่ปุ่น วันเด็กแห่งชาติ 2567 "
    "รพ.น่าน ไตรมาสแรก คณะรัฐมนตรีมีมติเห็นชอบ สถานเอกอัครราชทูต ณ กรุงโซล “เราจะทำ” นายกรัฐมนตรีกล่าว",
    "The Ministry of Finance and Mr. John Smith, Minister of Foreign Affairs of Japan, said that 4 million people visited "
    "Lao PDR on 5 March 2022 at 1 pm in Bangkok.",
)
# Where an added word may do its work.
AROUND = (
    "วันที่ 5 {0} 2565 นายสมชาย ใจดี {0} จำนวน 3 {0} ณ {0} จังหวัดน่าน {0}สมชาย ใจดี สอง{0}บาท {0}กรมการข้าว {0} 2566 “เรา” {0}ว่า "
    "ไตรมาส{0}ปี 2565\n"
)

LETTERS = "กขคจชตนบปพฟม"


def words() -> Iterator[str]:
    """Thai words that no table has."""
    return (f"ฆฌง{first}{second}" for first in LETTERS for second in LETTERS)


def read_all(folder: Path, rows: Iterable[Row], name: str, added: str = "") -> None:
    """Read with these rows of one table. Rows that the Config refuses, with their line and the reason, are left out."""
    rows, header = list(rows), SCHEMAS[name].header
    while True:
        lines = ["\t".join(header), *("\t".join(row.get(column, "") for column in header) for row in rows)]
        (folder / f"{name}.tsv").write_text("\n".join(lines), encoding="utf-8")
        try:
            config = Config(tables=folder)
        except ConfigError as error:
            told = re.fullmatch(rf"tables: .*{name}\.tsv, line (\d+): .+", str(error))
            assert told, error
            del rows[int(told[1]) - 2]
        else:
            break
    for text in (*TEXTS, added):
        extract(text, published="2024-01-01", config=config)


def removing(schema: TableSchema, rows: Iterable[Row]) -> list[Row]:
    return [{**{name: row[name] for name in schema.key}, "flags": REMOVES} for row in rows]


def adding(schema: TableSchema, word: str, column: str, value: str, all_cells: bool) -> Row:
    """A new row like one of the same type that the table has, with all its cells or those alone that a row needs."""
    rows = BUNDLED.rows(schema.name)
    row = dict(next((row for row in rows if value in row[column].split("|")), rows[0]))
    needed = {c.name for c in schema.columns if c.required or row.get("type") in c.required_of}
    if not all_cells:
        row = {name: cell for name, cell in row.items() if name in needed}
    new = {name: word for name in ("word", "code", "forms", "full", "short") if row.get(name)}
    return {**row, **new, column: value, "flags": "", "source": "test"}


def types_of(schema: TableSchema) -> list[tuple[str, str]]:
    """The columns with types of rows, with each type; the column `source` where the table has none."""
    columns = (column for column in schema.columns if column.values and column.name != "flags")
    return [(column.name, value) for column in columns for value in column.values or ()] or [("source", "")]


@pytest.mark.parametrize("name", SCHEMAS)
def test_rows_of_each_type_more(tmp_path: Path, name: str) -> None:
    schema = SCHEMAS[name]
    wanted = [(*type, all_cells) for type in types_of(schema) for all_cells in (True, False)]
    rows = [adding(schema, word, *row) for word, row in zip(words(), wanted, strict=False)]
    assert len(rows) == len(wanted)
    added = "".join(AROUND.format(row["word"]) for row in rows if "word" in row)
    read_all(tmp_path, [*removing(schema, BUNDLED.rows(name)[:1]), *rows], name, added)


@pytest.mark.parametrize("name", SCHEMAS)
def test_no_row_at_all(tmp_path: Path, name: str) -> None:
    read_all(tmp_path, removing(SCHEMAS[name], BUNDLED.rows(name)), name)


TYPED = [
    (schema.name, column.name)
    for schema in SCHEMAS.values()
    for column in schema.columns
    if column.required and len(column.values or ()) > 1
]


@pytest.mark.parametrize(("name", "column"), TYPED)
def test_no_row_of_a_type(tmp_path: Path, name: str, column: str) -> None:
    rows = BUNDLED.rows(name)
    types = sorted({row[column] for row in rows})
    for half in (types[::2], types[1::2]):
        read_all(tmp_path, removing(SCHEMAS[name], (row for row in rows if row[column] in half)), name)
