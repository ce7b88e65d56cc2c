"""The report in a real browser: Debian's Chromium, without a network, as a reader would open it from a disk."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

import pytest
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from test_highlights import contrast

from conftest import ROOT
from newsroom import HOSTILE, articles, hostile_article
from thai_newsie.report import write_report
from thai_newsie.schema.article import Article, Failure

PHONE, DESKTOP = (360, 740), (1280, 800)
PATIENCE = 10  # seconds until something is called missing; most come at once
FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
]  # fmt: skip

T = TypeVar("T")


class Reader:
    """Somebody at the browser, who looks, types and clicks."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def open(self, page: Path, size: tuple[int, int] = DESKTOP, dark: bool = False) -> None:
        self.resize(size, dark)
        self.driver.get("about:blank")
        self.driver.get(page.as_uri())
        self.until(lambda: self.run("return document.body.dataset.ready"))

    def resize(self, size: tuple[int, int], dark: bool = False) -> None:
        screen = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size == PHONE}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str, text: str = "") -> WebElement:
        """The first element that `selector` finds and that has `text` in it, as soon as it is there."""
        return self.until(lambda: next((found for found in self.all(selector) if text in found.text), None))

    def click(self, selector: str, text: str = "") -> None:
        self.until(lambda: self.one(selector, text).click() is None)

    def type(self, selector: str, *keys: str) -> None:
        self.one(selector).send_keys(*keys)

    def search(self, text: str) -> None:
        self.one("#search").clear()
        self.type("#search", text)

    def until(self, look: Callable[[], T | None]) -> T:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(StaleElementReferenceException):  # the page was made anew while we looked
                if seen := look():
                    return seen
            time.sleep(0.02)
        raise AssertionError(f"not seen within {PATIENCE} s")

    def sees(self, selector: str) -> None:
        """What a link leads to is shown a moment after the click: the address changes first."""
        self.until(lambda: self.one(selector).is_displayed())

    def flashed(self, selector: str) -> list[WebElement]:
        """The places that flash when an item is clicked, asked for in the click itself: a flash soon ends."""
        script = "arguments[0].click(); return [...document.querySelectorAll('.flash')]"
        return self.until(lambda: self.run(script, self.one(selector)))

    def sees_count(self, text: str) -> None:
        self.until(lambda: self.one("#count").text == text)

    def titles(self) -> list[str]:
        return [found.text for found in self.all("#list .headline")]

    def complaints(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser")]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Chromium; skips where it is absent, fails where it is required (.ci/run)."""
    chromium, chromedriver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not chromedriver:
        message = "no chromium or chromedriver (on Debian: apt install chromium chromium-driver)"
        if os.environ.get("THAI_NEWSIE_REQUIRE_BROWSER"):
            pytest.fail(message)
        pytest.skip(message)
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in [*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('browser')}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(chromedriver))
    yield Reader(driver)
    driver.quit()


@pytest.fixture(autouse=True)
def no_complaints(browser: Reader) -> Iterator[None]:
    """No test may leave an error on the browser's console."""
    yield
    assert browser.complaints() == []


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """60 articles, a hostile one (the newest) and a failure."""
    page = tmp_path_factory.mktemp("report") / "ข่าว.html"
    with page.open("w", encoding="utf-8") as stream:
        records = [*articles(60), hostile_article(), Failure(id="9", source="b.json", error="is not JSON")]
        write_report(records, stream, "ข่าวทดลอง")
    return page


@pytest.fixture
def reader(browser: Reader, small: Path) -> Reader:
    browser.open(small)
    return browser


# --- finding


def test_it_opens_with_all_articles_the_newest_first(reader: Reader) -> None:
    reader.sees_count("61 articles")
    assert reader.one("h1").text == reader.driver.title.strip() == "ข่าวทดลอง"
    assert reader.titles()[0].startswith("🌾")
    assert "ครั้งที่ 59" in reader.titles()[1]
    reader.click("#order")
    assert "ครั้งที่ 0" in reader.titles()[0]


def test_search_as_one_types(reader: Reader) -> None:
    reader.search('"ครั้งที่ 5"')
    reader.sees_count("11 of 61 articles")
    reader.search('"จะส่งมอบเมล็ดพันธุ์"')
    reader.until(lambda: "จะส่งมอบเมล็ดพันธุ์" in reader.one("#list .context").text)
    assert reader.run("return CSS.highlights.get('hit').size") >= len(reader.titles())
    reader.search("ไม่มีคำนี้ในข่าว")
    reader.sees_count("0 of 61 articles")
    assert reader.one("#more").text == "No article fits"


def test_search_looks_past_digits_spaces_and_quotation_marks(reader: Reader) -> None:
    for text in ('"ครั้งที่ ๕๙"', '"ครั้งที่  59"', "“ครั้งที่ 59”", '"ครั้งที่ 59'):
        reader.search("ไม่มีคำนี้ในข่าว")
        reader.sees_count("0 of 61 articles")
        reader.search(text)
        reader.sees_count("1 of 61 articles")


def test_words_may_stand_anywhere_in_any_order(reader: Reader) -> None:
    words = ("สะพาน", "ยะลา")
    count = sum(all(word in article.text for word in words) for article in articles(60))
    assert 0 < count < 60
    for order in (words, words[::-1]):
        reader.search("ไม่มีคำนี้ในข่าว")
        reader.sees_count("0 of 61 articles")
        reader.search(" ".join(order))
        reader.sees_count(f"{count} of 61 articles")


def test_search_finds_words_and_not_parts_of_syllables(reader: Reader) -> None:
    reader.search("รือ")  # as in เรือ, which is not written from its first letter
    reader.sees_count("0 of 61 articles")


def test_signs_in_a_search_are_signs(reader: Reader) -> None:
    for text, count in (
        ("[", "0 of 61"),
        ("(", "0 of 61"),
        ("{{x}}", "1 of 61"),
        ("\\", "0 of 61"),
        (".*", "0 of 61"),
        ('"', "61"),
    ):
        reader.search(text)
        reader.sees_count(f"{count} articles")


def test_filter_by_person(reader: Reader) -> None:
    reader.click(".filter summary", "People")
    reader.type(".find", "สมชาย")
    reader.until(lambda: all("สมชาย" in choice.text for choice in reader.all(".choice")))
    name, count = reader.one(".choice").text.split("\n")
    reader.click(".choice")
    reader.sees_count(f"{count} of 61 articles")
    assert reader.one(".chip").text.startswith(f"People: {name}")
    reader.click(".chip")
    reader.sees_count("61 articles")
    assert reader.all(".chip") == []


def test_filters_narrow_each_other_down_and_are_cleared_together(reader: Reader) -> None:
    reader.click(".filter summary", "Organizations")
    reader.click(".choice", "กรมสะพานไม้")
    reader.until(lambda: len(reader.all(".chip")) == 1)
    with_organization = int(reader.one("#count").text.split()[0])
    reader.type("body", Keys.ESCAPE)
    reader.click(".filter summary", "Types")
    reader.click(".filter[open] .choice", "Ceremony")
    reader.until(lambda: len(reader.all(".chip")) == 2)
    assert 0 < int(reader.one("#count").text.split()[0]) < with_organization
    reader.type("body", Keys.ESCAPE)
    reader.click("#chips .quiet")
    reader.sees_count("61 articles")


def test_filter_by_days(reader: Reader) -> None:
    reader.click(".filter summary", "Dates")
    for name, day in (("from", "2020-08-10"), ("to", "2020-08-12")):
        field = reader.one(f"input[name={name}]")
        reader.run(
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change'))", field, day
        )
    reader.sees_count("3 of 61 articles")
    assert reader.one(".chip").text.startswith("10 Aug 2020 – 12 Aug 2020")


# --- the overview


def test_a_tile_filters_by_province(reader: Reader) -> None:
    assert len(reader.all(".tile")) == 77
    tile = reader.one(".tile", "NAN")
    count = tile.text.split("\n")[1]
    tile.click()
    reader.sees_count(f"{count} of 61 articles")
    assert reader.one(".tile", "NAN").get_attribute("aria-pressed") == "true"
    assert reader.one(".tile", "TRG").text.split("\n")[1:], "the others can still be chosen"


def test_the_map_is_walked_by_arrow_keys(reader: Reader) -> None:
    reader.run("document.querySelector('.tile').focus()")
    name = "return document.activeElement.firstChild.textContent"
    assert reader.run(name) == "CRI"
    for key, tile in ((Keys.ARROW_DOWN, "PYO"), (Keys.ARROW_LEFT, "CMI"), (Keys.ARROW_UP, "CRI")):
        reader.driver.switch_to.active_element.send_keys(key)
        assert reader.run(name) == tile
    reader.driver.switch_to.active_element.send_keys(Keys.ENTER)
    reader.sees_count("0 of 61 articles")
    assert reader.run(name) == "CRI", "what was chosen keeps the focus"


def test_a_bar_filters_by_speaker(reader: Reader) -> None:
    name, count = reader.one(".bar-row").text.split("\n")
    reader.click(".bar-row")
    reader.sees_count(f"{count} of 61 articles")
    assert reader.one(".chip").text.startswith(f"Speakers: {name}")


def test_a_column_of_the_timeline_filters_by_its_days(reader: Reader) -> None:
    column = next(found for found in reader.all(".time-column") if ": 1 event" in found.accessible_name)
    day = column.accessible_name.split(":")[0]
    column.click()
    reader.sees_count("1 of 61 articles")
    number, month, year = day.split()
    assert reader.one("#list .meta").text.startswith(f"{number} {month[:3]} {year}")
    reader.click('.time-column[aria-pressed="true"]')
    reader.sees_count("61 articles")


def test_what_could_not_be_read_is_told(reader: Reader) -> None:
    reader.click(".failures summary")
    assert "b.json: is not JSON" in reader.one(".failures").text


# --- an article


def test_an_article_with_its_finds_and_their_places(reader: Reader) -> None:
    reader.search('"ครั้งที่ 59"')
    reader.sees_count("1 of 61 articles")
    reader.click("#list a")
    person = reader.one(".item.person")
    name = person.find_element(By.CSS_SELECTOR, ".wording").text.replace(" ", "", 1)
    for turn in ("1 of 2", "2 of 2", "1 of 2"):
        flashed = reader.flashed(".item.person .wording")
        assert "".join(found.text for found in flashed) == name
        assert reader.one(".item.person .turn").text == turn
        assert in_sight(reader, flashed[0])
    assert reader.one(".mark.organization").text in reader.one(".item.organization").text
    for kind in ("role", "place", "date", "count", "event", "statement"):
        wording = reader.one(f".item.{kind} .wording").text
        assert "".join(found.text for found in reader.flashed(f".item.{kind} .wording")) == wording


def in_sight(reader: Reader, element: WebElement) -> bool:
    where = (
        "const {top, bottom} = arguments[0].getBoundingClientRect(); return top >= 0 && bottom <= innerHeight"
    )
    return bool(reader.until(lambda: reader.run(where, element)))


def test_a_second_click_flashes_as_long_as_the_first(reader: Reader) -> None:
    reader.click("#list li:nth-child(2) a")
    reader.one(".item.date")
    twice = """
      const item = document.querySelector(".item.date .wording");
      const done = arguments[0];
      item.click();
      setTimeout(() => item.click(), 1000);
      setTimeout(() => done(document.querySelectorAll(".flash").length), 2000);"""
    assert reader.driver.execute_async_script(twice) > 0, "1.8 s after the first click, not the second"


def test_from_a_name_to_all_its_articles_and_back(reader: Reader) -> None:
    reader.click("#list li:nth-child(2) a")
    others = reader.one(".others")
    count = others.text.split()[0]
    others.click()
    reader.sees_count(f"{count} of 61 articles")
    reader.driver.back()
    reader.sees(".prose h2")
    reader.type("body", Keys.ESCAPE)
    reader.sees(".tiles")


def test_from_article_to_article(reader: Reader) -> None:
    reader.click("#list a")
    first = reader.one(".prose h2").text
    reader.click(".reader-bar button[aria-label='Next article']")
    reader.until(lambda: reader.one(".prose h2").text not in ("", first))
    assert reader.one("#list a[aria-current]").text.endswith(reader.one(".prose h2").text)


def test_an_address_opens_its_article(browser: Reader, small: Path) -> None:
    browser.driver.get("about:blank")
    browser.driver.get(f"{small.as_uri()}#7")
    assert "ครั้งที่ 7" in browser.one(".prose h2").text
    browser.driver.get(f"{small.as_uri()}#1234")
    browser.sees(".tiles")


def test_hostile_words_stay_words(reader: Reader) -> None:
    article = hostile_article()
    reader.click("#list a")
    assert reader.one(".prose h2").get_property("textContent") == article.title
    assert reader.one(".text").get_property("textContent") == article.text
    flashed = reader.flashed(".item.person .wording")
    wording = reader.run("return arguments[0].map((node) => node.textContent).join('')", flashed)
    assert wording == article.people[0].mentions[0].text, "an emoji before it does not shift a place"
    for view in ("People", "Organizations"):
        reader.click(".filter summary", view)
        reader.one(".filter[open] .choice", HOSTILE.split()[0])
        reader.type("body", Keys.ESCAPE)
    reader.search("<script>")
    reader.sees_count("1 of 61 articles")
    assert reader.all("body img") == []
    assert len(reader.all("script:not([data-part])")) == 1
    assert reader.run("return window.hacked") is None


# --- whoever reads it, with whatever


def test_thai_and_english(reader: Reader) -> None:
    reader.click("#language")
    assert reader.one("#count").text == "61 ข่าว"
    assert "2563" in reader.one("#list li:nth-child(2) .meta").text, "the Buddhist era"
    assert reader.one(".tile", "กทม").is_displayed()
    assert reader.run("return document.documentElement.lang") == "th"
    reader.driver.refresh()
    assert reader.one("#count").text == "61 ข่าว", "it is remembered"
    reader.click("#language")
    reader.sees_count("61 articles")


def test_both_languages_have_every_word(reader: Reader) -> None:
    source = (ROOT / "src/thai_newsie/report/assets/words.js").read_text("utf-8")
    words = reader.run(f"{source}; return [Object.keys(WORDS.th), Object.keys(WORDS.en)]")
    assert sorted(words[0]) == sorted(words[1])


def test_keys(reader: Reader) -> None:
    reader.type("body", "/")
    reader.driver.switch_to.active_element.send_keys('"ครั้งที่ 59"')
    reader.sees_count("1 of 61 articles")
    reader.driver.switch_to.active_element.send_keys(Keys.TAB)
    reader.click(".filter summary", "People")
    reader.until(lambda: reader.run("return document.activeElement.className") == "find")
    reader.driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    reader.until(lambda: reader.all(".filter[open]") == [])


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_phone_shows_every_view_without_scrolling_sideways(
    browser: Reader, small: Path, dark: bool
) -> None:
    browser.open(small, PHONE, dark)
    # Not innerWidth: a phone that meets a wider page zooms out, until that is as wide as the page.
    wide = f"return [document.documentElement, document.querySelector('main')].map((e) => e.scrollWidth - {PHONE[0]})"
    assert max(browser.run(wide)) <= 0
    browser.click(".filter summary", "People")
    assert max(browser.run(wide)) <= 0
    browser.type("body", Keys.ESCAPE)
    browser.click("#views a", "Overview")
    browser.sees(".tiles")
    assert not browser.one("#list").is_displayed()
    assert max(browser.run(wide)) <= 0
    browser.click("#views a", "Articles")
    browser.sees("#list")
    browser.run("document.querySelector('main').scrollTop = 900")
    browser.run("document.querySelector('#list li:nth-child(14) a').click()")
    browser.sees(".prose h2")
    assert not browser.one("#list").is_displayed()
    assert max(browser.run(wide)) <= 0
    browser.click(".handle")
    browser.sees(".item.statement .wording")
    sheet = browser.one(".finds").rect["y"]
    flashed = browser.flashed(".item.statement .wording")[0]
    browser.until(
        lambda: 0 < browser.run("return arguments[0].getBoundingClientRect().bottom", flashed) < sheet
    )
    browser.click(".back")
    browser.sees("#list")
    # back where one was
    browser.until(lambda: browser.run("return document.querySelector('main').scrollTop") == 900)


INK_AND_GROUND = """
  const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const grounds = (node) => node ? [...grounds(node.parentElement), getComputedStyle(node).backgroundColor] : [];
  const seen = (colours) => {
    for (const colour of colours) { pixel.fillStyle = colour; pixel.fillRect(0, 0, 1, 1); }
    return [...pixel.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  return [...document.querySelectorAll(arguments[0])].filter((node) => node.textContent.trim() && node.offsetParent)
    .map((node) => [node.textContent, seen(["#fff", ...grounds(node), getComputedStyle(node).color]), seen(["#fff", ...grounds(node)])]);
"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_letters_stand_out_from_their_ground(browser: Reader, small: Path, dark: bool) -> None:
    browser.open(small, dark=dark)
    browser.click(".tile", "NAN")
    shown = browser.run(
        INK_AND_GROUND, "button, summary, h1, h2, small, .meta, .headline, .number, .name, .tile span"
    )
    browser.click("#list a")
    browser.one(".item")
    shown += browser.run(INK_AND_GROUND, ".mark, .note, .wording, .before, .others, .meta, h3, .back")
    assert len(shown) > 150
    assert [text for text, ink, ground in shown if contrast(tuple(ink), tuple(ground)) < 4.5] == []


# --- many articles


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """5,000 articles as long as real ones."""
    page = tmp_path_factory.mktemp("report") / "large.html"
    with page.open("w", encoding="utf-8") as stream:
        write_report(articles(5000, paragraphs=9), stream, "ห้าพันข่าว")
    return page


def first_paint(browser: Reader, page: Path) -> float:
    """Milliseconds until the list and the charts are seen."""
    browser.driver.get("about:blank")
    browser.driver.get(page.as_uri())
    browser.sees_count("5,000 articles")
    return float(browser.run("return performance.getEntriesByName('first-contentful-paint')[0].startTime"))


def test_five_thousand_articles(browser: Reader, large: Path) -> None:
    browser.resize(DESKTOP)
    # The best of three: what else the machine is doing is not the page's doing.
    assert min(first_paint(browser, large) for _ in range(3)) < 2000, "usable within two seconds"
    assert len(browser.all("#list li")) < 100, "rows are made as they come into sight"
    browser.run("document.querySelector('#results').scrollTop = 1e6")
    browser.until(lambda: len(browser.all("#list li")) > 50)
    browser.until(lambda: browser.run("return document.body.dataset.ready"))
    browser.search('"จังหวัดยะลา ครั้งที่"')
    browser.until(lambda: "of 5,000" in browser.one("#count").text)
    browser.search('"ครั้งที่ 4321"')
    assert browser.one("#list .headline", "4321").is_displayed()
    browser.search(" ")
    browser.sees_count("5,000 articles")
    busy = """
      const began = performance.now();
      document.querySelector(".tile[aria-label^='Trang']").click();
      return performance.now() - began"""
    # Chosen, let go, chosen: the best of three, as above.
    assert min(browser.run(busy) for _ in range(3)) < 500, "a filter answers at once"
    assert 0 < int(browser.one("#count").text.split()[0]) < 5000
    browser.click("#list a")
    assert "จังหวัดตรัง" in browser.one(".prose h2").text


# --- odd pages and odd browsers


@pytest.mark.parametrize(
    "records",
    [
        [],
        [Failure(id="1", error="is not JSON")],
        [Article()],
        [Article(id="1", text="ข่าวไม่มีวันที่"), *articles(1)],
    ],
    ids=["nothing", "a failure", "an empty article", "no day"],
)
def test_a_page_of_next_to_nothing(browser: Reader, tmp_path: Path, records: list[Article | Failure]) -> None:
    page = tmp_path / "small.html"
    with page.open("w", encoding="utf-8") as stream:
        write_report(records, stream)
    browser.open(page)
    browser.search("ข่าว")
    browser.until(lambda: "article" in browser.one("#count").text)
    browser.search(" ")
    if any(isinstance(record, Article) for record in records):
        browser.click("#list a")
        browser.sees(".reader-bar")


def test_the_reader_links_to_the_source(browser: Reader, tmp_path: Path) -> None:
    address = "https://example.go.th/ข่าว/1?a=1&b=2"
    urls = (address, "javascript:alert(1)", 'https://x/"onclick="alert(1)', None)
    page = tmp_path / "links.html"
    with page.open("w", encoding="utf-8") as stream:
        write_report(
            [Article(id=str(n), text="ข่าว", meta={"url": url}) for n, url in enumerate(urls)], stream
        )
    browser.open(page)
    links = []
    for number in range(len(urls)):
        browser.run(f"location.hash = '{number}'")
        browser.until(lambda number=number: browser.one(".prose .meta").text.startswith(str(number)))  # type: ignore[misc]
        links.append([link.get_dom_attribute("href") for link in browser.all(".prose .meta a")])
    assert links == [[address], [], [], []]
    browser.run("location.hash = '0'")
    assert browser.one(".prose .meta a").get_dom_attribute("rel") == "noopener noreferrer"


def test_a_browser_that_cannot_open_the_texts_says_so(browser: Reader, small: Path) -> None:
    command = "Page.addScriptToEvaluateOnNewDocument"
    added = browser.driver.execute_cdp_cmd(command, {"source": "delete window.DecompressionStream"})
    browser.driver.get("about:blank")
    browser.driver.get(small.as_uri())
    assert "too old" in browser.one(".too-old").text
    browser.sees_count("61 articles")
    browser.driver.execute_cdp_cmd(command.replace("add", "remove"), added)


def test_nothing_is_fetched(browser: Reader, small: Path) -> None:
    browser.open(small)
    assert browser.run("return performance.getEntriesByType('resource').map((entry) => entry.name)") == []
