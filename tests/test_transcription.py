"""Names in Latin letters by machine."""

from __future__ import annotations

import pytest

from thai_newsie import Article, extract, extract_many
from thai_newsie.transcription import transcription


def test_names_are_transcribed_only_where_asked_for_and_say_so() -> None:
    text = "นายสมชาย ใจดี พบนายจอห์น สมิธ (Mr. John Smith) และนายเศรษฐา ทวีสิน"
    assert [person.latin for person in extract(text).people] == ["", "John Smith", ""]
    asked = extract(text, latin=True).people
    assert [(person.latin, person.latin_source) for person in asked] == [
        ("Somchai Chaidi", "transcription"),
        ("John Smith", "article"),
        ("", ""),
    ]
    assert [
        record.people for record in extract_many([text, 7], latin=True) if isinstance(record, Article)
    ] == [asked]


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("อนุทิน", ""),  # "nuthin" has lost the vowel that อ stands for
        ("หินกอง", ""),  # "inkong" has lost its ห
        ("อมรา", ""),
        ("แก้วมณี", "Kaeomani"),
        ("เอี่ยมสะอาด", "Iamsaat"),
        ("John", ""),
        ("", ""),
    ],
)
def test_what_cannot_be_a_thai_syllable_is_no_transcription(name: str, latin: str) -> None:
    assert transcription(name) == latin
