"""A normalised shadow of a text whose offsets lead back to the original.

The stages read the shadow; whatever leaves the library carries offsets of the original.

>>> shadow = Shadow("ปี ๒๕๖๔ กระทําการ")
>>> shadow.text
'ปี 2564 กระทำการ'
>>> start = shadow.text.index("กระทำการ")
>>> shadow.to_original(start, start + 8)
(8, 17)
"""

from __future__ import annotations

from array import array

import regex

THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"

# One character for one character: lengths, and so offsets, do not change.
_SAME_LENGTH = str.maketrans(
    {
        **{thai: str(value) for value, thai in enumerate(THAI_DIGITS)},
        **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f\r", " "),
        **dict.fromkeys("\u0085\u2028\u2029", "\n"),
        "\u2012": "–", "\u2015": "—", "\u2212": "-", "\u2010": "-", "\u2011": "-",
    }
)  # fmt: skip

# What changes a length, and what it becomes. Seen on the government's news site:
# "กระทําการ" and "นํ้า" (nikhahit + sara aa for sara am), "เเละ" (two sara e for sara ae),
# "ปิตุ<ZWSP>เต<ZWSP>ชะ" (invisible characters within a word), "ที่่" (a mark typed twice).
_CHANGES_LENGTH = regex.compile(
    r"(?P<am>\u0e4d(?P<tone>[\u0e48-\u0e4b]?)\u0e32)"
    r"|(?P<ae>\u0e40\u0e40)"
    r"|(?P<nothing>[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff\x00]+)"
    r"|(?P<mark>[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])(?P=mark)+"
)


def _replacement(match: regex.Match[str]) -> str:
    if match["am"]:
        return match["tone"] + "\u0e33"
    if match["ae"]:
        return "\u0e41"
    return match["mark"] or ""


class Shadow:
    """A text in one spelling, with the way back to the text as it was given.

    Input: any string. `text` is the normalised string; `to_original` turns a span of it into a
    span of the original. Digits are Arabic, spaces plain, sara am and sara ae one character,
    invisible characters gone; nothing else changes.
    """

    __slots__ = ("_ends", "_starts", "original", "text")

    def __init__(self, original: str) -> None:
        """Normalise `original`. Never fails, whatever the characters."""
        self.original = original
        self.text = plain = original.translate(_SAME_LENGTH)
        # Where each character of the shadow begins and ends in the original; empty while the two are as long.
        self._starts, self._ends = array("l"), array("l")
        pieces: list[str] = []
        done = 0
        for match in _CHANGES_LENGTH.finditer(plain):
            start, end, new = match.start(), match.end(), _replacement(match)
            pieces += [plain[done:start], new]
            self._starts.extend(range(done, start))
            self._ends.extend(range(done + 1, start + 1))
            self._starts.extend([start] * len(new))
            self._ends.extend([end] * len(new))
            done = end
        if done:
            self.text = "".join([*pieces, plain[done:]])
            self._starts.extend(range(done, len(plain) + 1))
            self._ends.extend(range(done + 1, len(plain) + 1))

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that was read as `text[start:end]`.

        Invisible characters at the rims of the span stay outside it.
        """
        if not self._starts:
            return start, end
        first = self._starts[start]
        return first, self._ends[end - 1] if end > start else first
