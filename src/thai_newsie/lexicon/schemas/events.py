"""Schemas of the tables of data/events."""

from __future__ import annotations

import re
from collections.abc import Mapping

from thai_newsie.lexicon.schemas.parts import Column, Flag, TableSchema, type_column, word_column
from thai_newsie.schema.article import EVENT_TYPES

_FRAME_TYPES = {
    "opening": "of a frame: something is opened or closed",
    "gathering": "of a frame: people come together",
}


def _fault_of_trigger(row: Mapping[str, str]) -> str:
    found = row.get("event_type", "")
    if found in _FRAME_TYPES and row["type"] != "frame":
        return f"“{found}” in the column “event_type” is for rows of the type “frame” alone"
    return ""


EVENTS_TABLES = (
    TableSchema(
        "event_triggers",
        "events",
        "words that express an event, or words that only look so",
        (
            word_column("The words."),
            type_column(
                "What the words do.",
                {
                    "verb": "expresses an event by itself (ลงพื้นที่)",
                    "opener": "says what somebody does with the event that follows (เป็นประธาน, จัด)",
                    "frame": "may stand between an opener and what the event is (ในพิธีเปิดโครงการ)",
                    "noun": "says what the event is (สัมมนา)",
                    "tail": "a noun that counts only behind an opener",
                    "cabinet": "the cabinet: what follows is its decision",
                    "headline": "a verb that says, in a headline that names no event, what kind of news it is; a lookalike where "
                    "`event_type` is empty (ปรับอากาศ)",
                    "lookalike": "holds words of the table and expresses no event (ห้องประชุม, มอบหมาย)",
                },
            ),
            type_column(
                "The type of the event.",
                {
                    **EVENT_TYPES,
                    **_FRAME_TYPES,
                },
                name="event_type",
                required=False,
                required_of=("verb", "noun", "tail", "cabinet"),
            ),
            type_column(
                "What the one who does it is to the event.",
                {"chair": "presides", "guest": "takes part", "organizer": "organizes"},
                name="subject",
                required=False,
            ),
            Column(
                "weight",
                "How likely the words report the article's news; 9 is the most.",
                pattern=re.compile("[1-9]"),
                required_of=("verb", "noun", "opener", "cabinet"),
            ),
        ),
        (
            Flag("opens", "Of an opener: something is opened or closed (เปิด, ปิด)."),
            Flag("begins_name", "Of a frame: the event's name begins here (เป็นประธานใน พิธี…)."),
            Flag("award", "Whoever opens or visits something may also do this (เปิดโครงการ… พร้อม มอบรางวัล)."),
            Flag("lecture", "Likewise, if a topic follows (พร้อม บรรยายพิเศษ หัวข้อ…)."),
            Flag("resolution", "What a meeting does; it may be an event beside the meeting."),
            Flag("invites", "An event that is announced for a later day may follow (ขอเชิญ ร่วมงาน…)."),
        ),
        key=("word", "type"),
        row_fault=_fault_of_trigger,
        notes="`source` tells in how many of 10,000 articles of thaigov.go.th the words are read as a trigger (for frames, tails and "
        "lookalikes: stand there), and in what share of those with an event in the title that event is of the same type. "
        "Of the words for the cabinet, the fullest stands first: it names the organizer.",
    ),
    TableSchema(
        "event_words",
        "events",
        "a word in the text around a trigger",
        (
            word_column("The word."),
            type_column(
                "What the word means for the trigger, name, day or place beside it.",
                {
                    "names_only": "before a trigger: the event is only named, not reported (ผล การประชุม, ก่อน เดินทางไป)",
                    "names_only_lookalike": "holds a word of `names_only` and means nothing (มอบหมายให้, เปิดให้)",
                    "wants": "behind ผู้: those who want to do it (ผู้ที่ สนใจ เข้าร่วม)",
                    "submits": "before a meeting: something is put before it (เสนอ ที่ประชุม)",
                    "head_noun": "before a trigger: the trigger is part of a name (โครงการ ฝึกอบรม)",
                    "others": "begins the list of the others who take part (โดยมี … เข้าร่วมประชุม)",
                    "others_over": "ends that list",
                    "talks": "in a headline: a meeting or a courtesy call; the text says which",
                    "explains": "in a headline: somebody explains something (กรมการข้าว แจง กรณีราคาข้าว)",
                    "explains_lookalike": "holds a word of `explains` and means nothing (แถลงนโยบาย)",
                    "further": "before a trigger: introduces a further event (โอกาสนี้ ได้มอบ…)",
                    "next": "before a trigger: another event of the same type follows (จากนั้น เป็นประธาน…)",
                    "intended": "before a trigger: it is only meant to happen (จะ เดินทางไป)",
                    "auxiliary": "a word that may stand between another word and a trigger (พร้อม ได้ มอบ)",
                    "joins_act": "before a trigger: joins it to the act before it (พบปะเกษตรกร พร้อม มอบถุงยังชีพ)",
                    "joins_event": "between two events under one verb (เป็นประธานการประชุม… และ การประชุม…)",
                    "goes": "a trigger: the subject goes to a place of its own",
                    "with_others": "begins the list of those present; the account of the event before it ends",
                    "list_over": "behind a verb: ends the list of its events",
                    "another_place": "behind an area that is visited: the place behind it is of another event",
                    "unnamed": "behind a noun: the event has no name of its own (การประชุมที่ เกี่ยวข้อง)",
                    "points_back": "behind a noun: the event was named before (การประชุม ดังกล่าว)",
                    "organized": "behind a press conference: what it announces (แถลงข่าวการ จัด งาน)",
                    "hands_over": "the verb of handing over",
                    "topic": "behind a verb of saying: what the speech is about (กล่าว ถึง การประชุม)",
                    "planned": "before a trigger: it is planned, and its day follows",
                    "held": "before a range of days: the event lasts over it (จัดขึ้น ระหว่างวันที่ 3-5)",
                    "occasion": "before a day: the end of a royal occasion's name, which the day is part of (พรรษา, มหาราช)",
                    "paper_dated": "before วันที่ and a day: the day is that of a paper (หมายจับ ลง วันที่ 9 มิถุนายน)",
                    "broadcast": "announces a page that is read out; the day before it is no event's",
                    "day_of_other": "before a day: the day is of something else",
                    "place": "a noun with which a place begins, behind ที่",
                    "place_part": "a part of a place, before the place (หน้า ศาลากลาง)",
                    "name_over": "ends an event's name",
                    "name_over_behind_blank": "ends an event's name where a blank stands before it",
                    "purpose_in_name": "เพื่อ behind it belongs to the name (คณะกรรมการเพื่อ…)",
                    "amount": "between จำนวน and a figure (จำนวน กว่า 100 คน)",
                    "bare_noun_over": "behind a trigger: the trigger has no name behind it (เป็นประธานการประชุม โดย…)",
                    "organizes": "before โดย and an organization: the organization organizes (จัด โดยกรมการข้าว)",
                    "subject_over": "between an organization and a trigger: the organization is not the subject",
                    "notice": "before the organization with which a headline begins",
                    "partners": "between an organization and จัด: those that organize with it",
                    "not_organized": "begins with จัด and organizes no event (จัดสรร)",
                    "committee": "the beginning of the name of an organization that itself meets",
                    "edition": "before a number: the edition (ครั้งที่ 2/2566)",
                    "theme": "before a quotation: the theme (ภายใต้ หัวข้อ “…”)",
                    "attendance": "beside a number of people: they came",
                    "delegates": "before a name: the person is sent by another (มอบหมายให้ นายสมชาย)",
                    "not_subject": "before a name: the person is not the subject (ต้อนรับ นายสมชาย)",
                    "royal_verb": "begins a verb whose subject is a royal person",
                    "royal_gift": "likewise, if a royal person is named before it",
                    "minutes_chair": "before a colon and a name: who presides, in minutes",
                    "hosts": "between a person and a visit: the person is the host and does not lead it",
                    "presides": "behind a name that โดยมี introduces: the person presides",
                    "present_over": "ends the list of those present",
                    "not_resolved": "between the cabinet and a verb: the verb is not what the cabinet decides",
                },
            ),
        ),
        (
            Flag("before_blank", "The word counts only where a blank follows it (ณ, อาทิ)."),
            Flag("ends_name", "Of a place: with ที่ before it, it also ends an event's name."),
        ),
        key=("word", "type"),
        notes="Verbs of saying that end the account of an event are in `speech_verbs` (flag `ends_event`).",
    ),
)
