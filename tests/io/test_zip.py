"""ZIP archives: every member is read or named, and no archive fills the memory."""

from __future__ import annotations

import gzip
import random
import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from thai_newsie.config import Config
from thai_newsie.io.readers import read, reader_of
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

FILES = Path(__file__).parent / "office"
NEWS = "กรมการข้าวแจ้งว่าจะเปิดศูนย์".encode()


def packed(members: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def found_in(data: bytes, folder: Path, config: Config | None = None) -> list[RawArticle | Failure]:
    path = folder / "ข่าว.zip"
    path.write_bytes(data)
    found = list(read(path, config=config))
    for record in found:
        where = record.source if isinstance(record, Failure) else record.where
        assert str(where).startswith(str(path))
    return found


def failures(data: bytes, folder: Path, config: Config | None = None) -> list[str]:
    return [record.error for record in found_in(data, folder, config) if isinstance(record, Failure)]


def test_members_of_every_format(tmp_path: Path) -> None:
    members = {"news/b.txt": NEWS, "a.jsonl.gz": gzip.compress(b'{"text": "1"}\n{"text": "2"}')}
    members |= {
        name: (FILES / name).read_bytes()
        for name in ("scan.pdf", "libreoffice.docx", "plain.xlsx", "plain.ods")
    }
    found = found_in(packed(members), tmp_path)
    places = [record.source if isinstance(record, Failure) else record.where for record in found]
    archive = tmp_path / "ข่าว.zip"
    assert [str(place).removeprefix(f"{archive}/") for place in places] == [
        *("a.jsonl.gz:1", "a.jsonl.gz:2", "libreoffice.docx", "news/b.txt", "plain.ods:2", "plain.ods:4"),
        *("plain.xlsx:2", "plain.xlsx:4", "scan.pdf"),
    ]
    assert [record.id for record in found if isinstance(record, Failure)] == ["scan"]
    assert found[3].id == "b"


def test_members_in_other_formats_are_named(tmp_path: Path) -> None:
    members = {f"{number:02}.png": b"" for number in range(12)} | {"a.txt": NEWS, "no-suffix": b""}
    failed, read_one = found_in(packed(members), tmp_path)
    assert isinstance(failed, Failure) and isinstance(read_one, RawArticle)
    assert "13 files" in failed.error and "00.png, 01.png" in failed.error and "and 3 more" in failed.error


def test_hidden_members_and_folders_are_left_out(tmp_path: Path) -> None:
    members = {
        "__MACOSX/._a.txt": b"",
        ".DS_Store": b"",
        "x/.git/a.txt": b"",
        "x/": b"",
        "a.gold.json": b"{}",
    }
    assert [record.id for record in found_in(packed(members | {"x/a.txt": NEWS}), tmp_path)] == ["a"]


@pytest.mark.parametrize("encoding", ["cp874", "utf-8"])
def test_thai_names_in_an_encoding_that_the_archive_does_not_say(encoding: str, tmp_path: Path) -> None:
    name = "ข่าวที่ 1.txt"
    placeholder = "x" * (len(name.encode(encoding)) - 4) + ".txt"
    data = packed({placeholder: NEWS}).replace(placeholder.encode(), name.encode(encoding))
    (found,) = found_in(data, tmp_path)
    assert isinstance(found, RawArticle)
    assert (found.id, found.where) == ("ข่าวที่ 1", f"{tmp_path / 'ข่าว.zip'}/ข่าวที่ 1.txt")


@pytest.mark.parametrize("name", ["café.txt", "中文.txt", "../../etc/ข่าว.txt", "C:\\ข่าว\\1.txt"])
def test_other_names(name: str, tmp_path: Path) -> None:
    (found,) = found_in(packed({name: NEWS}), tmp_path)
    assert found.id == Path(name.replace("\\", "/")).stem
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ข่าว.zip"]  # nothing is unpacked to the disk


def test_an_archive_in_an_archive(tmp_path: Path) -> None:
    inner = packed({"c.txt": NEWS})
    (found,) = found_in(packed({"b.zip": inner}), tmp_path)
    assert isinstance(found, RawArticle) and found.where.endswith("ข่าว.zip/b.zip/c.txt")
    (error,) = failures(packed({"a.zip": packed({"b.zip": inner})}), tmp_path)
    assert "unpack it yourself" in error


def test_a_member_with_a_password_leaves_the_others(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": NEWS, "b.txt": NEWS}))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1  # the flag of the first member
    failed, other = found_in(bytes(data), tmp_path)
    assert isinstance(failed, Failure) and "password" in failed.error and failed.id == "a"
    assert isinstance(other, RawArticle)


def test_a_damaged_member_leaves_the_others(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": NEWS * 9, "b.txt": NEWS}))
    start = data.index(b"a.txt") + 5
    data[start : start + 8] = b"\xff" * 8
    failed, other = found_in(bytes(data), tmp_path)
    assert isinstance(failed, Failure) and isinstance(other, RawArticle)


def test_a_method_of_packing_that_is_not_known(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": NEWS, "b.txt": NEWS}))
    for start in (data.index(b"PK\x03\x04") + 8, data.index(b"PK\x01\x02") + 10):
        data[start : start + 2] = struct.pack("<H", 97)
    failed, other = found_in(bytes(data), tmp_path)
    assert isinstance(failed, Failure) and "cannot be unpacked" in failed.error
    assert isinstance(other, RawArticle)


@pytest.mark.parametrize("data", [b"", b"PK", NEWS, packed({"a.txt": NEWS})[:60]])
def test_what_is_no_archive(data: bytes, tmp_path: Path) -> None:
    (error,) = failures(data, tmp_path)
    assert "damaged or cut off" in error


def test_an_empty_archive(tmp_path: Path) -> None:
    for members in ({}, {".DS_Store": b"", "x/": b""}):
        assert failures(packed(members), tmp_path) == ["holds no files that may be articles"]


def test_bombs(tmp_path: Path) -> None:
    bomb = packed({"a.txt": bytes(20_000_000), "b.txt": NEWS})
    failed, other = found_in(bomb, tmp_path)
    assert isinstance(failed, Failure) and "ZIP bombs" in failed.error
    assert isinstance(other, RawArticle)


def test_limits_of_one_member_and_of_all(tmp_path: Path) -> None:
    line = b'{"text": "' + b"x" * 900 + b'"}\n'
    data = packed(
        {"a.txt": b"\n".join(bytes([65 + number % 60]) * 97 for number in range(20_000)), "b.txt": NEWS}
    )
    failed, other = found_in(data, tmp_path, Config(max_bytes=1_500_000))
    assert isinstance(failed, Failure) and "max_bytes" in failed.error
    assert isinstance(other, RawArticle)
    many = packed(
        {f"{number}.jsonl": line * 5000 for number in range(9)}
    )  # each 4.6 MB, 300 times its packed size
    errors = failures(many, tmp_path, Config(max_bytes=1_000_000))
    assert errors and all("times its size" in error for error in errors)


def test_damaged_archives_never_raise() -> None:
    source = packed({"a.txt": NEWS, "b.jsonl": b'{"text": "1"}', "c.ods": (FILES / "plain.ods").read_bytes()})
    chance = random.Random(1)
    for _ in range(200):
        data = bytearray(source)
        for _ in range(chance.choice((1, 10))):
            start = chance.randrange(len(data))
            data[start : start + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
        found = list(reader_of(".zip")(BytesIO(data), "ข่าว.zip", "ข่าว", Config()))
        assert all(isinstance(record, RawArticle | Failure) for record in found) and found
