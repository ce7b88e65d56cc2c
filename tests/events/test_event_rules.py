"""Why an event is there, and why a trigger tells none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import thai_newsie
from thai_newsie.config import Config
from thai_newsie.stages.events.candidate import Candidate, EventRelation, Feature
from thai_newsie.stages.events.event_dates import DateChoice, EventDate
from thai_newsie.stages.events.trigger import Part, Subject, Trigger

MAIN = "วันที่ 7 มีนาคม 2566 นายสมชาย ใจดี อธิบดีกรมการข้าว เป็นประธานการประชุมแผนน้ำ"


def rejected(text: str, title: str = "") -> Iterator[tuple[str, str, str]]:
    """Each rejected trigger with its rule and the reason."""
    for finding in thai_newsie.explain(text, title, "2023-03-07").rejected:
        if finding.list == "events":
            yield finding.text, finding.rule, finding.reason


@pytest.mark.parametrize(
    ("text", "title", "trigger", "rule", "reason"),
    [
        (
            "ห้องประชุมใหม่", "", "ห้องประชุม", "event_triggers:ห้องประชุม",
            "a lookalike: it only holds the words of an event",
        ),
        (
            "รถโดยสาร", "รถปรับอากาศ", "ปรับอากาศ", "event_triggers:ปรับอากาศ",
            "a lookalike: it only holds the words of an event",
        ),
        ("กรมการข้าวจัดสรรน้ำ", "", "จัด", "event_triggers:จัด", "no word behind it says what the event is"),
        ("รัฐบาลเสนอ ครม. แล้ว", "", "ครม.", "event_triggers:ครม.", "no verb of a decision follows"),
        (
            "ผลการประชุมแผนน้ำ", "", "การประชุม", "event_triggers:การประชุม",
            "meeting, score -1.0 (noun, context, no actor): an event needs a score of 2.0",
        ),
        (
            MAIN, "กรมการข้าวประชุมแผนน้ำ", "ประชุม", "event_triggers:ประชุม",
            "it stands in the headline: the text below reports the event again",
        ),
        (
            f"{MAIN} โดยมีนางสาวมาลี รักเรียน เข้าร่วมการประชุม", "", "เข้าร่วมการประชุม",
            "event_triggers:เข้าร่วม + event_triggers:การประชุม",
            "weaker than the main event เป็นประธานการประชุม (12.4); the same event as เป็นประธานการประชุม; no further one "
                "(“next”): ",
            ),
        (
            f"{MAIN} และการประชุมที่เกี่ยวข้อง", "", "การประชุม", "event_triggers:การประชุม",
            "no further one (“joined”): it has no name",
        ),
        (
            "วันที่ 7 มีนาคม 2566 นายสมชาย ใจดี อธิบดีกรมการข้าว เปิดเผยว่า ได้ลงพื้นที่ตรวจคลอง", "", "เปิดเผยว่า",
            "pattern:first_statement", "weaker than the main event ลงพื้นที่",
        ),
        (
            f"{MAIN} และได้เห็นชอบแผนเพาะปลูก", "", "เห็นชอบ", "event_triggers:เห็นชอบ",
            "no further one (“resolved”): the headline reports no decision",
        ),
    ],
    ids=lambda value: value[:40],
)  # fmt: skip
def test_why_a_trigger_tells_no_event(text: str, title: str, trigger: str, rule: str, reason: str) -> None:
    reasons = [why for found, by, why in rejected(text, title) if (found, by) == (trigger, rule)]
    assert any(reason in why for why in reasons), list(rejected(text, title))


def test_a_fourth_event_is_rejected() -> None:
    text = (
        f"{MAIN} จากนั้น ได้ลงพื้นที่ตรวจเยี่ยมจังหวัดน่าน โอกาสนี้ นายสมชาย ใจดี ได้มอบถุงยังชีพแก่ชาวนา "
        "จากนั้น นายสมชาย ใจดี เป็นประธานในพิธีเปิดอาคารรวงทอง"
    )
    assert len(thai_newsie.extract(text).events) == 3
    assert [why for _, _, why in rejected(text) if why.endswith("the article has 3 stronger events")]


def test_every_trigger_is_an_event_or_rejected() -> None:
    text = f"{MAIN} จากนั้น ลงพื้นที่จังหวัดน่าน พร้อมมอบถุงยังชีพ และแถลงข่าวการจัดงานวันข้าว"
    found = "; ".join(
        event.rule.partition(" (")[0] for event in thai_newsie.extract(text, "", "2023-03-07").events
    )
    others = [trigger for trigger, _, _ in rejected(text)]
    for trigger in ("เป็นประธานการประชุม", "ลงพื้นที่", "มอบถุงยังชีพ", "แถลงข่าว"):
        assert (trigger in found.replace(" + event_triggers:", "")) != (trigger in others), trigger


def test_nothing_is_noted_where_nobody_asks() -> None:
    article = thai_newsie.extract(MAIN, "กรมการข้าวประชุมแผนน้ำ", "2023-03-07")
    assert article == thai_newsie.explain(MAIN, "กรมการข้าวประชุมแผนน้ำ", "2023-03-07").article


def test_what_a_rule_shows() -> None:
    trigger = Trigger(0, 7, 0, "meeting", Subject.CHAIR, 4.0, Part.NOUN, ("ประชุม",))
    features = frozenset({Feature.DATE_BEFORE, Feature.ACTOR})
    candidate = Candidate(trigger, 0, 9, 0, False, 7.5, 0.0, features, EventRelation.JOINED)
    assert candidate.reasons == "noun, actor, date before, joined"
    another = Candidate(trigger, 0, 9, 0, False, 7.5, 0.0, features, EventRelation.ANOTHER)
    assert another.reasons == "noun, actor, date before", (
        "a strong verb alone is no relation that a rule shows"
    )
    assert EventDate(None, DateChoice.NONE).reason == "date none"
    assert EventDate(None, DateChoice.PARTNER, "meeting").reason == "date of the meeting"


def test_own_rows_tell_of_events(tmp_path: Path) -> None:
    """A row for a trigger, and one for a word before it that only names it."""
    text = "วันที่ 7 มีนาคม 2566 นายสมชาย ใจดี อธิบดีกรมการข้าว ล่องเรือตรวจคลอง"
    assert thai_newsie.extract(text).events == ()
    (tmp_path / "event_triggers.tsv").write_text(
        "word\ttype\tevent_type\tsubject\tweight\tsource\nล่องเรือ\tverb\tvisit\tchair\t8\tmine\n",
        encoding="utf-8",
    )
    config = Config(tables=[tmp_path])
    (event,) = thai_newsie.extract(text, config=config).events
    assert (event.type, event.rule) == (
        "visit",
        "event_triggers:ล่องเรือ (verb, actor, date before); date before",
    )
    named = "นายสมชาย ใจดี ฝันว่าล่องเรือ"
    (event,) = thai_newsie.extract(named, config=config).events
    assert event.rule == "event_triggers:ล่องเรือ (verb, actor); date none"
    (tmp_path / "event_words.tsv").write_text(
        "word\ttype\tsource\nฝันว่า\tnames_only\tmine\n", encoding="utf-8"
    )
    (event,) = thai_newsie.extract(named, config=Config(tables=[tmp_path])).events
    assert event.rule == "event_triggers:ล่องเรือ (verb, actor, context); date none"


def test_a_type_without_words_matches_nothing(tmp_path: Path) -> None:
    (tmp_path / "event_words.tsv").write_text(
        "word\ttype\tflags\tsource\nโดยมี\twith_others\t-\tmine\nพร้อมด้วย\twith_others\t-\tmine\n",
        encoding="utf-8",
    )
    text = f"{MAIN} โดยมีนางสาวมาลี รักเรียน เข้าร่วม"
    assert thai_newsie.extract(text).events[0].participants == ("นางสาวมาลี รักเรียน",)
    assert thai_newsie.extract(text, config=Config(tables=[tmp_path])).events[0].participants == ()


def test_a_name_ends_with_its_line_where_its_quotation_is_left_open() -> None:
    article = thai_newsie.extract("ก” ข", "ประกาศกรมการข้าว “ข้าวใหม่")
    (event,) = article.events
    assert (event.field, event.text, event.name) == ("title", article.title, article.title)
    (event,) = thai_newsie.extract("วันนี้ เป็นประธานเปิดงาน “ข้าวใหม่\nใจดี” ณ จังหวัดน่าน").events
    assert event.name == "งาน “ข้าวใหม่"
