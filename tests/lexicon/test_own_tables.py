"""The user's own tables: rows are added and removed, and a row that cannot work is an error with file, line and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from thai_newsie import Config, ConfigError, extract
from thai_newsie.lexicon import Lexicon, active_lexicon, table, using

TEXT = (
    "พลอาสาสมชาย ใจดี ผู้ตรวจการ สนพข. เปิดงานมหกรรมเรือไฟโบราณ ณ จังหวัดน่าน มีผู้ชม 300 คน แจกต้นกล้า 20 เข่งใหญ่ "
    "จากนั้น ศูนย์เรียนรู้บ้านนาคว้ารางวัล"
)


def own(folder: Path, **tables: str) -> Config:
    """A Config with these tables, written with `,` between cells."""
    for name, lines in tables.items():
        (folder / f"{name}.tsv").write_text(lines.replace(",", "\t"), encoding="utf-8")
    return Config(tables=folder)


def test_an_organization_with_its_abbreviation_a_title_and_a_unit(tmp_path: Path) -> None:
    config = own(
        tmp_path,
        organizations="word,abbreviations,english,type,flags,source\n"
        "สำนักงานเกษตรพันธุ์ไทย,สนพข.,Office of Thai Crops,department,,our office",
        titles="word,type,full,english,flags,source\nพลอาสา,civil,พลอาสา,Volunteer,,our office",
        units="word,type,flags,source\nเข่งใหญ่,thing,,our office",
    )
    before, after = extract(TEXT), extract(TEXT, config=config)
    assert "สนพข." not in {organization.name for organization in before.organizations}
    (known,) = (organization for organization in after.organizations if organization.name == "สนพข.")
    assert (known.canonical, known.english) == ("สำนักงานเกษตรพันธุ์ไทย", "Office of Thai Crops")
    assert [(person.title, person.name) for person in after.people] == [("พลอาสา", "สมชาย ใจดี")]
    assert ("เข่งใหญ่", 20) in {(count.unit, count.value) for count in after.counts}
    assert ("เข่งใหญ่", 20) not in {(count.unit, count.value) for count in before.counts}


def test_an_event_trigger(tmp_path: Path) -> None:
    text = "วันที่ 8 มีนาคม 2565 นายสมชาย ใจดี อธิบดีกรมการข้าว เวียนธูปใหญ่ ณ จังหวัดน่าน"
    config = own(
        tmp_path,
        event_triggers="word,type,event_type,subject,weight,flags,source\nเวียนธูปใหญ่,verb,ceremony,chair,7,,our office",
    )
    assert "เวียนธูปใหญ่" not in {event.text for event in extract(text).events}
    (event,) = extract(text, config=config).events
    assert (event.type, event.chair, event.date) == ("ceremony", "สมชาย ใจดี", "2022-03-08")


def test_a_row_is_removed_and_replaced(tmp_path: Path) -> None:
    text = "มีผู้ชม 300 คน"
    assert extract(text).counts[0].kind == "people"
    removed = own(tmp_path, units="word,flags\nคน,-")
    assert [(count.kind, count.unit) for count in extract(text, config=removed).counts] != [("people", "คน")]
    replaced = own(tmp_path, units="word,type,flags,source\nคน,,-,\nคน,thing,,test")
    assert extract(text, config=replaced).counts[0].kind == "thing"
    assert extract(text).counts[0].kind == "people"


def test_two_configurations_live_side_by_side(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "two")]
    for folder, name in zip(folders, ("ก", "ข"), strict=True):
        folder.mkdir()
        own(
            folder,
            titles=f"word,type,full,english,flags,source\nพลอาสา{name},civil,พลอาสา{name},Volunteer,,test",
        )
    configs = [Config(tables=folder) for folder in folders]
    text = "พลอาสากสมชาย ใจดี พบ พลอาสาขมานะ ทองดี"
    for _ in range(2):
        found = [{p.title for p in extract(text, config=config).people if p.title} for config in configs]
        assert found == [{"พลอาสาก"}, {"พลอาสาข"}]
    assert not {"พลอาสาก", "พลอาสาข"} & {person.title for person in extract(text).people}


def test_the_same_folder_is_one_lexicon_until_a_file_changes(tmp_path: Path) -> None:
    config = own(tmp_path, units="word,type,source\nเข่งใหญ่,thing,test")
    assert config.lexicon is Config(tables=tmp_path).lexicon
    assert config.lexicon is not Config().lexicon
    changed = own(tmp_path, units="word,type,source\nเข่งใหญ่,thing,test\nเข่งกลาง,thing,test")
    assert changed.lexicon.fingerprint() != Lexicon().fingerprint()
    assert {"เข่งใหญ่", "เข่งกลาง"} <= {row["word"] for row in changed.lexicon.rows("units")}


def test_later_folders_win(tmp_path: Path) -> None:
    for name, type in (("one", "thing"), ("two", "measure")):
        (tmp_path / name).mkdir()
        lines = "word,type,flags,source\nคน,,-,\n" + f"คน,{type},,test"
        (tmp_path / name / "units.tsv").write_text(lines.replace(",", "\t"), encoding="utf-8")
    config = Config(tables=[tmp_path / "one", tmp_path / "two"])
    assert {row["word"]: row["type"] for row in config.lexicon.rows("units")}["คน"] == "measure"


@pytest.mark.parametrize(
    ("name", "lines", "reason"),
    [
        (
            "unit",
            "word,type,source\nเข่ง,thing,test",
            r"unit\.tsv: there is no table 'unit'; did you mean units\.tsv\?",
        ),
        ("units", "word,type,source\nเข่งใหญ่,thnig,test", r"units\.tsv, line 2: .*thnig.* is not allowed"),
        ("units", "word,type,source\nเข่งใหญ่,thing", r"units\.tsv, line 2: the row has 2 cells, the header 3"),
        ("units", "word,type,source\n,thing,test", r"units\.tsv, line 2: .*word.* is empty"),
        ("units", "word,type,source\nเข่งใหญ่,thing,", r"units\.tsv, line 2: .*source.* is empty"),
        (
            "units",
            "# ours\nword,type,source\nคน,thing,test",
            r"units\.tsv, line 3: the table units has the row .*คน.* already",
        ),
        (
            "units",
            "word,type,source\nเข่งใหญ่,thing,a\nเข่งใหญ่,thing,b",
            r"units\.tsv, line 3: .*stands already on line 2",
        ),
        ("units", "word,flags\nเข่งใหญ่,-", r"units\.tsv, line 2: there is no row word \"เข่งใหญ่\" to remove"),
        ("units", "word,type,flags,source\nเข่งใหญ่,thing,big,test", r"units\.tsv, line 2: .*big.* is no flag"),
        ("units", "words,type,source\nเข่งใหญ่,thing,test", r"units\.tsv, line 1: .*no column .*words"),
        (
            "event_triggers",
            "word,type,event_type,source\nเวียนธูป,verb,ceremony,test",
            r"line 2: a row of the type .verb. needs .*weight",
        ),
        ("units", "", r"units\.tsv, line 1: the table is empty"),
    ],
)
def test_a_row_that_cannot_work_is_an_error(tmp_path: Path, name: str, lines: str, reason: str) -> None:
    with pytest.raises(ConfigError, match=reason) as caught:
        own(tmp_path, **{name: lines})
    assert str(caught.value).startswith("tables: ")
    assert "\n" not in str(caught.value)


def test_a_table_that_is_no_utf_8(tmp_path: Path) -> None:
    (tmp_path / "units.tsv").write_bytes("word\tsource\nคน\ttest".encode("tis-620"))
    with pytest.raises(ConfigError, match="is not UTF-8"):
        Config(tables=tmp_path)


def test_the_lexicon_is_active_inside_its_block_alone() -> None:
    mine = Lexicon()
    with using(mine):
        assert active_lexicon() is mine
    assert active_lexicon() is not mine


def test_a_name_that_is_no_table() -> None:
    with pytest.raises(FileNotFoundError, match="there is no table 'month'"):
        table("month")


@pytest.mark.parametrize(
    "word", ["กระบุงน\u0e4d\u0e32", "กระบุง\u200bนำ", " กระบุงนำ ", "กระบุงนำ\u00a0"], ids=["am", "zero-width", "blanks", "no-break"]
)  # fmt: skip
def test_a_word_is_read_as_texts_are(tmp_path: Path, word: str) -> None:
    config = own(tmp_path, units=f"word,type,source\n{word},thing,test")
    (count,) = extract("แจกข้าว 20 กระบุงนำ", config=config).counts
    assert count.unit == "กระบุงนำ"


def test_a_title_of_a_blank_is_no_title(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"titles\.tsv, line 2: "):
        own(tmp_path, titles="word,type,full,english,flags,source\n ,civil,ก,A,,test")


def test_only_a_number_sign_and_a_blank_make_a_remark(tmp_path: Path) -> None:
    config = own(tmp_path, units="# our baskets\nword,type,source\n#\n#เข่ง,thing,test")
    assert config.lexicon.rows("units")[-1]["word"] == "#เข่ง"


def test_a_line_ends_with_a_line_break_alone(tmp_path: Path) -> None:
    config = own(tmp_path, units="word,type,source\nเข่งใหญ่,thing,a note\u0085and its rest")
    assert config.lexicon.rows("units")[-1]["word"] == "เข่งใหญ่"
