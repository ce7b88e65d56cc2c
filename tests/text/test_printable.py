"""No character of an input commands a terminal."""

from __future__ import annotations

import json
import sys
import unicodedata

import pytest

from thai_newsie.text.printable import printable

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
CONTROLS = [
    char for char in map(chr, range(0xA0)) if unicodedata.category(char) == "Cc" and char not in "\t\n"
]


@pytest.mark.parametrize("char", [*CONTROLS, *BIDI, "\u2028", "\u2029"])
def test_a_command_is_shown_and_not_obeyed(char: str) -> None:
    assert printable(f"กรม{char}การข้าว") == f"กรม\\u{ord(char):04x}การข้าว"
    assert json.loads(printable(json.dumps(char, ensure_ascii=False))) == char


def test_every_character_of_direction_is_among_them() -> None:
    directing = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    assert not [
        char for char in map(chr, range(sys.maxunicode)) if unicodedata.bidirectional(char) in directing and printable(char) == char
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["นายสมชาย ใจดี\tผู้ว่าฯ\n", "ข่าว\u200bด่วน\ufeff", "👩‍🌾 café", "\\u001b"])
def test_what_commands_nothing_stays(text: str) -> None:
    assert printable(text) == text


def test_ends_of_lines_of_windows_are_ends_of_lines() -> None:
    assert printable("หนึ่ง\r\nสอง\rสาม") == "หนึ่ง\nสอง\\u000dสาม"
