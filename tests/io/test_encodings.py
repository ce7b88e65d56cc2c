"""Every encoding of Thai in every format: from files and standard input, with and without a mark, wherever the Thai begins."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai_newsie.io.readers import read
from thai_newsie.io.readers.decoding import decode, wide_encoding
from thai_newsie.io.readers.lines import byte_lines
from thai_newsie.io.readers.standard_input import read_standard_input
from thai_newsie.raw_article import RawArticle

TEXTS = ["กรมการข้าวแจ้งเกษตรกร 1,200 คน", "ช้อป", "จังหวัดน่าน"]
WIDE = ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
ENCODINGS = ["utf-8", "utf-8-sig", "cp874", "tis-620", *WIDE]
FORMATS = {
    "json": json.dumps([{"text": text} for text in TEXTS], ensure_ascii=False),
    "jsonl": "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in TEXTS),
    "csv": "id,text\n" + "".join(f'{n},"{text}"\n' for n, text in enumerate(TEXTS)),
}


def texts_of(records: object) -> list[str]:
    return [record.text for record in records if isinstance(record, RawArticle)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("form", FORMATS)
def test_every_encoding_in_every_format(form: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / f"news.{form}"
    path.write_bytes(FORMATS[form].encode(encoding))
    found = list(read(path))
    assert texts_of(found) == TEXTS
    for record in found:
        assert bool(record.warnings) == (not encoding.startswith("utf-8"))  # type: ignore[union-attr]
    if form != "csv":
        assert texts_of(read_standard_input(BytesIO(path.read_bytes()))) == TEXTS


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_thai_behind_much_ascii(encoding: str, tmp_path: Path) -> None:
    ascii_text = "budget " * 20_000
    for form, content in {
        "txt": f"{ascii_text}\n{TEXTS[0]}",
        "csv": f'text\n{ascii_text}\n"{TEXTS[0]}"\n',
        "jsonl": f'{{"text": "{ascii_text}"}}\n{{"text": "{TEXTS[0]}"}}\n',
        "json": f'[{{"text": "{ascii_text}"}}, {{"text": "{TEXTS[0]}"}}]',
    }.items():
        path = tmp_path / f"news.{form}"
        path.write_bytes(content.encode(encoding))
        assert texts_of(read(path))[-1].endswith(TEXTS[0])


@pytest.mark.parametrize("encoding", ["cp874", "tis-620"])
@pytest.mark.parametrize("text", ["ข่าวด่วน", "น้ำท่วม", "ประชุม", "ฝนตก", "กพ.", "น.ส. 3", "วันที่\xa09"])
def test_short_old_texts_are_thai(text: str, encoding: str) -> None:
    if encoding == "tis-620":
        text = text.replace("\xa0", " ")
    assert decode(text.encode(encoding))[0] == text


def test_a_file_pasted_together_from_two_encodings(tmp_path: Path) -> None:
    data = TEXTS[0].encode() + b"\n" + TEXTS[2].encode("cp874") + b"\nASCII\n" + TEXTS[1].encode()
    text, warnings = decode(data)
    assert text == f"{TEXTS[0]}\n{TEXTS[2]}\nASCII\n{TEXTS[1]}"
    assert warnings == ("encoding: lines that are not UTF-8, 1, read as cp874",)
    path = tmp_path / "news.csv"
    path.write_bytes(b"text;id\n" + data)
    assert texts_of(read(path)) == text.split("\n")


def test_broken_characters_cost_themselves_only() -> None:
    torn = "น้ำท่วม".encode()
    assert decode(torn[:3] + torn[4:])[0].startswith("น\ufffd")
    old = TEXTS[0].encode("cp874") * 20
    text, warnings = decode(old[:30] + b"\x81" + old[30:])
    assert text.count("\ufffd") == 1 and text.replace("\ufffd", "") == TEXTS[0] * 20
    assert [note.partition(":")[0] for note in warnings] == ["encoding"] * 2
    cut = "ข่าว".encode("utf-16")[:-1]
    assert decode(cut)[0] == "ข่า\ufffd" and "U+FFFD" in decode(cut)[1][1]


@pytest.mark.parametrize("encoding", ["latin-1", "gbk", "shift_jis", "cp1251"])
def test_other_languages_are_not_read_as_thai(encoding: str) -> None:
    text = {
        "latin-1": "Le café où l'été à Noël près du château, élève naïf, garçon",
        "cp1251": "Сегодня хорошая погода, пойдем в парк гулять",
    }.get(encoding, "今日中国新聞報道経済")
    with pytest.raises(ValueError, match="save it as UTF-8"):
        decode(text.encode(encoding, "ignore"))


@pytest.mark.parametrize("text", ["ข่าว\0\0ด่วน", "ab\0c d", "\0" * 99, "news\x0e", "ฎีกา" * 9])
def test_control_characters_make_no_other_encoding(text: str) -> None:
    assert decode(text.encode()) == (text, ())


@given(st.text(st.sampled_from('กขชญฎฏ่ำเaZ 09\n".,-”ฯ\u0e0e\u200b'), min_size=8), st.sampled_from(WIDE))
def test_wide_texts_come_back(text: str, encoding: str) -> None:
    if encoding in ("utf-16", "utf-32"):
        assert decode(text.encode(encoding))[0] == text
    elif wide_encoding(text.encode(encoding)):
        assert wide_encoding(text.encode(encoding)) == encoding.replace("-", "_")


@given(st.text(), st.sampled_from(["utf-8", "utf-16", "utf-32"]), st.integers(1, 40))
def test_lines_are_those_of_the_text(text: str, encoding: str, size: int) -> None:
    lines, _ = byte_lines(BytesIO(text.encode(encoding)), 10**9)
    read_back = b"".join(lines).decode()
    assert read_back.removeprefix("\ufeff") == text.removeprefix("\ufeff")
