"""Web archives: pages are streamed, filtered, and damaged records are told."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from command import run
from thai_newsie.config import Config, ConfigError
from thai_newsie.io.readers import read
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

PARAGRAPH = "<p>กรมการข้าวแจกเมล็ดพันธุ์ข้าวให้ชาวนาในจังหวัดน่านจำนวนสองร้อยครัวเรือนเมื่อวานนี้</p>"
ENGLISH = (
    "<p>The Rice Department gave rice seed to two hundred farm households in Nan Province yesterday.</p>"
)


def archive(*pages: tuple[str, str, str, str], compressed: bool = True) -> bytes:
    """An archive of pages: address, status, type of content, HTML."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=compressed)
    for url, status, kind, html in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url, "response", payload=io.BytesIO(html.encode()), http_headers=headers
        )
        writer.write_record(record)
    return stream.getvalue()


PAGES = archive(
    ("https://www.rice.go.th/1", "200 OK", "text/html; charset=utf-8", f"<h1>แจกเมล็ดพันธุ์ข้าว</h1>{PARAGRAPH}"),
    ("https://www.rice.go.th/p.png", "200 OK", "image/png", "x"),
    ("https://www.rice.go.th/2", "404 Not Found", "text/html", PARAGRAPH),
    ("https://www.example.com/3", "200 OK", "text/html", f"<h1>Seed for farmers</h1>{ENGLISH}"),
)


def found_in(path: Path, data: bytes, config: Config | None = None) -> list[RawArticle | Failure]:
    path.write_bytes(data)
    return list(read(path, config=config))


@pytest.mark.parametrize("compressed", [True, False])
def test_pages_of_an_archive(tmp_path: Path, compressed: bool) -> None:
    name = "a.warc.gz" if compressed else "a.warc"
    first, second = found_in(tmp_path / name, PAGES if compressed else gzip.decompress(PAGES))
    assert isinstance(first, RawArticle) and isinstance(second, RawArticle)
    assert (first.id, first.title, first.meta) == (
        "a:1",
        "แจกเมล็ดพันธุ์ข้าว",
        {"url": "https://www.rice.go.th/1"},
    )
    assert (second.id, second.where) == ("a:4", f"{tmp_path / name}:4")


@pytest.mark.parametrize(
    ("config", "ids"),
    [
        ({"language": "th"}, ["a:1"]),
        ({"language": "en"}, ["a:4"]),
        ({"hosts": ["*.go.th"]}, ["a:1"]),
        ({"hosts": ["WWW.example.com"]}, ["a:4"]),
        ({"hosts": ["go.th"]}, []),
    ],
)
def test_filters(tmp_path: Path, config: dict[str, object], ids: list[str]) -> None:
    assert [found.id for found in found_in(tmp_path / "a.warc.gz", PAGES, Config(**config))] == ids


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(ConfigError, match="language"):
        Config(language="thai")


def test_a_text_archive(tmp_path: Path) -> None:
    body = "กรมการข้าวแจกเมล็ดพันธุ์".encode()
    head = (
        "WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://rice.go.th/1\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"WARC-Date: 2024-01-01T00:00:00Z\r\nContent-Type: text/plain\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    (found,) = found_in(tmp_path / "a.wet.gz", gzip.compress(head.encode() + body + b"\r\n\r\n"))
    assert isinstance(found, RawArticle)
    assert (found.text, found.meta) == ("กรมการข้าวแจกเมล็ดพันธุ์", {"url": "https://rice.go.th/1"})


def test_damage_is_told_and_what_was_before_it_stays(tmp_path: Path) -> None:
    whole = gzip.decompress(PAGES)
    cut = whole[: whole.index(b"WARC/1.0", 10)] + b"garbage\r\n" * 5
    first, failure = found_in(tmp_path / "a.warc", cut)
    assert isinstance(first, RawArticle) and isinstance(failure, Failure)
    assert "damaged behind record 1" in failure.error
    *_, failure = found_in(tmp_path / "b.warc.gz", PAGES[:-40])
    assert isinstance(failure, Failure)
    (failure,) = found_in(tmp_path / "c.warc", b"")
    assert isinstance(failure, Failure) and failure.error == "holds no record of a web archive"


@pytest.mark.parametrize(
    ("given", "written", "reason"),
    [
        (b"HTTP/1.1 200 OK", b"HTTX", "its HTTP header is damaged"),
        (b"Content-Length: ", b"Content-Length: 9", "its length is wrong"),
        (b"Content-Length: ", b"Content-Length-Of: ", "its length is wrong"),
        (b"WARC/1.0\r\n", b"garbage\r\nWARC/1.0\r\n", "damaged behind record 0"),
    ],
)
def test_no_record_is_lost_in_silence(tmp_path: Path, given: bytes, written: bytes, reason: str) -> None:
    whole = gzip.decompress(PAGES)
    found = found_in(tmp_path / "a.warc", whole.replace(given, written, 1))
    assert any(isinstance(one, Failure) and reason in one.error for one in found), found


def test_the_command_filters(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(PAGES)
    done = run("extract", tmp_path / "a.warc.gz", "--language", "th", "--host", "*.go.th", "-f", "jsonl")
    assert done.stdout.count("\n") == 1
