"""The time that one article may take: what is found before it is over stays, and a warning says so."""

from __future__ import annotations

from itertools import count

import pytest

from laws import check
from thai_newsie import Config, extract, time_limit

TEXT = (
    "วันที่ 29 พฤษภาคม 2562 นายสมชาย ใจดี อธิบดีกรมการข้าว เป็นประธานการประชุม ณ โรงแรมริมน้ำ มีผู้เข้าร่วม 420 คน\n"
    "นายสมชาย กล่าวว่า จะแจกพันธุ์ข้าวแก่เกษตรกร 1,200 ราย ในปีงบประมาณ 2563"
)
LISTS = ("dates", "people", "organizations", "places", "counts", "statements", "events")


@pytest.mark.parametrize("checks", range(1, 30))
def test_what_was_found_in_time_stays(monkeypatch: pytest.MonkeyPatch, checks: int) -> None:
    whole = extract(TEXT)
    ticks = count()
    monkeypatch.setattr(time_limit, "_wall_time", count(step=1000).__next__)
    monkeypatch.setattr(time_limit, "_processor_time", lambda: 0.0 if next(ticks) < checks else 1e9)
    article = extract(TEXT)
    check(article)
    cut = [name for name in LISTS if getattr(article, name) != getattr(whole, name)]
    assert bool(cut) <= bool(article.warnings)
    assert len(article.warnings) <= 1
    if checks == 1:
        assert not any(getattr(article, name) for name in LISTS)
    if checks > 2:
        assert article.dates == whole.dates


def test_the_warning_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = count(step=1000)
    monkeypatch.setattr(time_limit, "_wall_time", count(step=1000).__next__)
    monkeypatch.setattr(time_limit, "_processor_time", lambda: float(next(ticks)))
    (warning,) = extract("กรมการข้าว").warnings
    assert warning == "reading took more than 60 seconds: what would have been found later is missing"


def test_a_longer_article_may_take_longer() -> None:
    short, long = (
        extract(text, config=Config(time_limit=1e-9, time_limit_per_character=1.0)) for text in ("กรม", TEXT)
    )
    (warning,) = short.warnings or ("",)
    assert not warning and not long.warnings
