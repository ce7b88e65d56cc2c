"""Records to text: each format, packed files, and files that appear whole or not at all."""

from __future__ import annotations

import gzip
import io
import json
import lzma
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai_newsie.article import (
    Article,
    Count,
    Date,
    Event,
    Failure,
    Mention,
    Organization,
    Person,
    Place,
    Role,
    Statement,
)
from thai_newsie.writers import FORMATS, write
from thai_newsie.writers.whole import whole_file

TEXT = "นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า มีผู้เข้าร่วม 1,200 คน ที่จังหวัดน่าน วันที่ 9 มีนาคม 2565"


def at(text: str) -> dict[str, object]:
    start = TEXT.index(text)
    return {"text": text, "start": start, "end": start + len(text)}


ARTICLE = Article(
    id="1",
    title="ข่าวของ 1 คน",
    published="2022-03-09",
    source="กรมการข้าว",
    text=TEXT,
    people=(
        Person(
            id="p1",
            name="สมชาย ใจดี",
            title="นาย",
            roles=(Role(**at("อธิบดีกรมการข้าว"), position="อธิบดี", organization="กรมการข้าว"),),
            mentions=(Mention(**at("นายสมชาย ใจดี")),),
        ),
    ),
    organizations=(Organization(id="o1", name="กรมการข้าว", mentions=(Mention(**at("กรมการข้าว")),)),),
    places=(Place(id="l1", text="จังหวัดน่าน", kind="province", province="น่าน", mentions=(Mention(**at("จังหวัดน่าน")),)),),
    dates=(Date(**at("9 มีนาคม 2565"), value="2022-03-09", kind="day"),),
    counts=(
        Count(**at("1,200 คน"), value=1200, unit="คน", kind="people", modifier="~"),
        Count(text="1 คน", start=8, end=12, field="title", value=1, unit="คน", kind="people"),
    ),
    events=(Event(**at("กล่าวว่า"), type="press", name="[bold]กล่าว", attendance=1200),),
    statements=(Statement(**at("มีผู้เข้าร่วม 1,200 คน"), speaker="สมชาย ใจดี", cue="กล่าวว่า", begins="มีผู้", direct=False),),
    warnings=("encoding: not UTF-8, read as cp874",),
)  # fmt: skip
FAILURE = Failure(id="2", source="b[1].json", error="is not JSON")


def written(form: str, *records: Article | Failure) -> str:
    stream = io.StringIO()
    write(records, stream, form)
    return stream.getvalue()


def test_jsonl_is_one_record_a_line() -> None:
    lines = written("jsonl", ARTICLE, FAILURE).splitlines()
    assert [json.loads(line) for line in lines] == [ARTICLE.to_dict(), FAILURE.to_dict()]


@given(st.text())
def test_jsonl_keeps_to_its_line(text: str) -> None:
    assert written("jsonl", Article(text=text)).count("\n") == 1


def test_json_is_one_list() -> None:
    assert json.loads(written("json", ARTICLE, FAILURE)) == [ARTICLE.to_dict(), FAILURE.to_dict()]
    assert json.loads(written("json")) == []


def test_table_shows_every_list() -> None:
    shown = written("table", ARTICLE, FAILURE)
    for seen in ("สมชาย ใจดี", "อธิบดีกรมการข้าว", "จังหวัดน่าน", "2022-03-09", "~1,200", "press", "กล่าวว่า"):
        assert seen in shown
    for name in ("People", "Organizations", "Places", "Dates and times", "Counts", "Events", "Statements"):
        assert f"\n{name}" in shown
    assert "[bold]กล่าว" in shown, "what an article says is no markup"
    assert "b[1].json: is not JSON" in shown
    assert "read as cp874" in shown
    assert "\x1b" not in shown, "colours are for terminals"


def test_table_of_an_article_that_says_nothing() -> None:
    assert "People" not in written("table", Article(text="ข่าว"))


def test_table_marks_in_colour_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = Terminal()
    write([ARTICLE], stream, "table")
    shown = stream.getvalue()
    assert "\x1b[1;38;5;16;48;5;216mนายสมชาย ใจดี\x1b[0m" in shown
    assert "\x1b[38;5;16;48;5;229m9 มีนาคม 2565\x1b[0m" in shown


def test_writers_do_not_wait_for_the_last_record() -> None:
    class Seen(io.StringIO):
        pass

    for form in FORMATS:
        stream = Seen()

        def records(stream: Seen = stream, form: str = form) -> Iterator[Article]:
            yield Article(id="first", text="ก")
            assert "first" in stream.getvalue(), form
            yield Article(id="second", text="ข")

        write(records(), stream, form)


def test_whole_file_or_none(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("before")
    with pytest.raises(RuntimeError), whole_file(path) as stream:
        stream.write("half")
        raise RuntimeError
    assert path.read_text() == "before"
    with whole_file(path) as stream:
        stream.write("ครบ\n")
        assert path.read_text() == "before"
    assert path.read_bytes() == "ครบ\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_whole_file_behind_a_link_and_in_no_plain_file(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.touch()
    link.symlink_to(target)
    with whole_file(link) as stream:
        stream.write("x")
    assert link.is_symlink() and target.read_text() == "x"
    with whole_file(Path("/dev/null")) as stream:
        stream.write("x")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize(("suffix", "unpack"), [(".gz", gzip.decompress), (".xz", lzma.decompress)])
def test_whole_file_packed(tmp_path: Path, suffix: str, unpack: object) -> None:
    path = tmp_path / f"out.jsonl{suffix}"
    with whole_file(path) as stream:
        stream.write("ครบ\n")
    assert unpack(path.read_bytes()).decode() == "ครบ\n"  # type: ignore[operator]
