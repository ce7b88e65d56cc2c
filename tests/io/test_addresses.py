"""Addresses on the command line, fetched from a server of the test's own."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from command import run
from thai_newsie.config import Config
from thai_newsie.io.readers import read
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

PAGE = "<html><head><title>แจกเมล็ดพันธุ์ข้าว</title></head><body><h1>แจกเมล็ดพันธุ์ข้าว</h1><p>กรมการข้าวแจกเมล็ดพันธุ์ข้าวให้ชาวนาในจังหวัดน่าน</p></body></html>"
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE.encode()),
    "/old": (200, {"Content-Type": "text/html; charset=tis-620"}, PAGE.encode("cp874")),
    "/moved": (302, {"Location": "/page"}, b""),
    "/round": (302, {"Location": "/round"}, b""),
    "/local-file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/picture": (200, {"Content-Type": "image/png"}, b"x"),
    "/news.json": (
        200,
        {"Content-Type": "application/json"},
        json.dumps({"id": "7", "text": "ข่าว"}).encode(),
    ),
    "/list.csv": (200, {}, "text\nข่าวหนึ่ง\nข่าวสอง\n".encode()),
    "/large": (200, {"Content-Type": "text/html"}, b"<p>" + b"x" * 200_000),
}


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as http:
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{http.server_port}"
        http.shutdown()


def one(url: str, config: Config | None = None) -> RawArticle | Failure:
    (found,) = read(url, config=config)
    return found


@pytest.mark.parametrize("path", ["/page", "/old", "/moved"])
def test_a_page(server: str, path: str) -> None:
    found = one(server + path)
    assert isinstance(found, RawArticle)
    assert (found.title, found.id) == ("แจกเมล็ดพันธุ์ข้าว", server + path)
    assert found.meta == {"url": server + ("/page" if path == "/moved" else path)}


def test_the_type_of_the_content_decides_how_it_is_read(server: str) -> None:
    assert one(f"{server}/news.json") == RawArticle("ข่าว", id="7")
    assert [found.text for found in read(f"{server}/list.csv")] == ["ข่าวหนึ่ง", "ข่าวสอง"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/nothing", "the server answers 404"),
        ("/round", "too many redirects"),
        ("/local-file", "cannot be fetched"),
        ("/picture", "its type is image/png"),
        ("/large", "more than 100,000 bytes"),
    ],
)
def test_what_cannot_be_read_is_one_line(server: str, path: str, reason: str) -> None:
    found = one(server + path, Config(max_bytes=100_000))
    assert isinstance(found, Failure)
    assert reason in found.error and "\n" not in found.error
    assert (found.id, found.meta) == (server + path, {"url": server + path})


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/", "http://no-such-host.invalid/", "http://", "https://[/"]
)
def test_what_cannot_be_reached_is_one_line(url: str) -> None:
    found = one(url)
    assert isinstance(found, Failure) and found.error.startswith(("cannot be fetched", "holds nothing"))
    assert "object at 0x" not in found.error


def test_the_command_fetches_what_it_is_told(server: str) -> None:
    done = run("extract", f"{server}/page", f"{server}/nothing", "-f", "jsonl", status=1)
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["meta"]["url"] == f"{server}/page" and "404" in second["error"]


def test_resume_refuses_an_address(server: str) -> None:
    done = run("extract", f"{server}/page", "-o", "out.jsonl", "--resume", status=2)
    assert "--resume" in done.stderr
