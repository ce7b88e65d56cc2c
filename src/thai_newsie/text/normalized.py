"""A text in one spelling, with a map from its offsets to those of the original.

The stages read the normalized text. What the library gives to its user has offsets of the original.

>>> normalized = NormalizedText("ปี ๒๕๖๔ กระทําการ")
>>> normalized.text
'ปี 2564 กระทำการ'
>>> start = normalized.text.index("กระทำการ")
>>> normalized.to_original(start, start + 8)
(8, 17)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import regex

from thai_newsie.text.characters import THAI_DIGITS
from thai_newsie.text.edits import Edit, EditedText
from thai_newsie.text.line_unwrapping import unwrapped, words_across
from thai_newsie.text.mends import Mend, mend, read_anew, without_markup

# The zeros of other scripts and styles; the nine other digits follow each: full-width, mathematical (bold, double-struck,
# sans-serif, bold sans-serif, monospace), Lao, Khmer, Burmese, Arabic (two kinds), Devanagari.
_OTHER_ZEROS = (
    0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x0ED0, 0x17E0, 0x1040, 0x0660, 0x06F0, 0x0966,
)  # fmt: skip
_DIGIT_ROWS = (THAI_DIGITS, *("".join(map(chr, range(zero, zero + 10))) for zero in _OTHER_ZEROS))

# Marks that fonts of the 1990s have in the private use area. PDF files still hold them:
# "แพทย\uf70eแผนไทย", "แห\uf70aงชาติ", "สถาป\uf710ตย์".
_FONT_MARKS = dict(
    zip(
        map(chr, range(0xF700, 0xF71B)),
        "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
        "\u0e0d\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a",
        strict=True,
    )
)

# One character for one character, so that offsets do not change.
_ONE_FOR_ONE = {
    **{digit: str(value) for digits in _DIGIT_ROWS for value, digit in enumerate(digits)},
    **dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f\r", " "),
    **dict.fromkeys("\u0085\u2028\u2029", "\n"),
    "\u2012": "–", "\u2015": "—", "\u2212": "-", "\u2010": "-", "\u2011": "-",
    **_FONT_MARKS,
}  # fmt: skip
# `re` looks a character of the basic plane up in a table, and others of a set one by one. Kept apart, these cost nothing.
_BASIC_PLANE_END = "\uffff"
_REPLACED = re.compile(
    f"[{''.join(re.escape(given) for given in _ONE_FOR_ONE if given <= _BASIC_PLANE_END)}]"
)
_MATHEMATICAL_DIGITS = regex.compile(
    f"[{''.join(given for given in _ONE_FOR_ONE if given > _BASIC_PLANE_END)}]"
)

# ฎ is typed for ฏ, which looks alike; no word has ปฎิ: "ปฎิบัติหน้าที่โฆษก", "ปฎิเสธ" (439 of 55,586 articles).
_TYPED_FOR_LIKENESS = ("ปฎิ", "ปฏิ")

# Spellings with other characters, or more of them, than the word has. The government's news site has
# "กระทําการ" and "นํ้า" (nikhahit + sara aa for sara am), "เเละ" (two sara e for sara ae),
# "นำ้มัน", "วันท่ี" and "วันท่ี่" (the tone typed on the wrong side of the vowel), "สถิติิ" (a mark typed
# twice), "ปิตุ<ZWSP>เต<ZWSP>ชะ" (invisible characters within a word).
INVISIBLE = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff\x00"
_COMBINING = r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_MISSPELLINGS = (
    r"(?P<am>\u0e4d(?P<tone_within>[\u0e48-\u0e4b]?)\u0e32)",
    r"(?P<early_am>\u0e33(?P<tone_behind>[\u0e48-\u0e4b]))",
    r"(?P<ae>\u0e40\u0e40)",
    r"(?P<tone>[\u0e48-\u0e4b])(?P<vowel>[\u0e31\u0e34-\u0e39])(?P=tone)?",
    rf"(?P<nothing>[{INVISIBLE}]+)",
    rf"(?P<mark>[{_COMBINING}])(?P=mark)+",
)
_MISSPELLING = re.compile("|".join(_MISSPELLINGS))
# Most texts have none. `re` jumps to the first character of one of them, but not to that of all: a search for each is
# four times as fast as one for all.
_EACH_MISSPELLING = tuple(map(re.compile, _MISSPELLINGS))
_SOFT_HYPHEN = "\u00ad"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SURROGATE = regex.compile(r"[\ud800-\udfff]")


def storable(text: str) -> str:
    """`text` with U+FFFD for each lone surrogate, which no file and no spaCy Doc can hold; as long as before.

    JSON brings them where an emoji was cut in half.

    >>> storable("ข่าว\\ud83d")
    'ข่าว\ufffd'
    """
    return _SURROGATE.sub("\ufffd", text)


def _flaws(text: str) -> Iterator[str]:
    r"""Warnings about a text that is read, but holds what no article should.

    >>> list(_flaws("กรมการ\x00ข้าว"))
    ['text: holds control characters such as U+0000']
    """
    if control := _CONTROL.search(text):
        yield f"text: holds control characters such as U+{ord(control[0]):04X}"


def _replacement(match: re.Match[str]) -> str:
    if match["am"] or match["early_am"]:
        return (match["tone_within"] or match["tone_behind"] or "") + "\u0e33"
    if match["ae"]:
        return "\u0e41"
    if match["vowel"]:
        return match["vowel"] + match["tone"]
    return match["mark"] or ""


def _within(edited: EditedText, start: int, end: int) -> str:
    """What `original[start:end]` became in `edited`."""
    first, last = edited.from_original(start, end)
    return edited.text[first:last]


class NormalizedText:
    """A text in one spelling, with the way back to the text as it was given.

    Input: any string. Its first `title_length` characters are a title, and a line break stands behind them; 0 is for a text
    without title. `text` is the normalized string, `to_original` turns a span of it into a span of the original,
    `from_original` the other way round. In the normalized string digits are Arabic, spaces are plain, sara am and sara ae
    are one character, combining marks are in their order and not repeated, invisible characters are left out, ปฎิ is ปฏิ,
    and lines behind the title that were broken at a width are joined. Nothing else changes.
    """

    __slots__ = ("_edited", "_legible", "_read_anew", "mended", "original", "text", "title_length")

    def __init__(
        self, original: str, title_length: int = 0, more_mends: Iterable[tuple[str, Mend]] = ()
    ) -> None:
        """Normalize `original`. No character makes this fail. `more_mends` are named mends of a lexicon."""
        self.original, self.title_length = original, title_length
        self._edited = EditedText(original)
        self.mended = read_anew(self._edited)
        self._read_anew = self._edited.copy() if self.mended else None
        if markup := without_markup(self._edited):
            self.mended |= markup
        self._legible = self._edited.copy() if self.mended else None
        plain = self._edited.text
        replaced = {*_REPLACED.findall(plain), *_MATHEMATICAL_DIGITS.findall(plain)}
        if marks := sum(plain.count(character) for character in replaced & _FONT_MARKS.keys()):
            self.mended["marks of old fonts read as Thai"] = marks
        if hyphens := plain.count(_SOFT_HYPHEN):
            self.mended["soft hyphens left out"] = hyphens
        for character in replaced:  # few, if any, so this is faster than str.translate
            plain = plain.replace(character, _ONE_FOR_ONE[character])
        self._edited.text = plain = plain.replace(*_TYPED_FOR_LIKENESS)
        if any(misspelling.search(plain) for misspelling in _EACH_MISSPELLING):
            self._edited.apply(
                Edit(*found.span(), _replacement(found)) for found in _MISSPELLING.finditer(self._edited.text)
            )
        self.mended |= mend(self._edited, more_mends)
        lines = self._edited.text
        self._edited.text = unwrapped(lines, self.title_end)
        if self._edited.text != lines:
            self.mended["lines broken at a width joined"] = lines.count("\n") - self._edited.text.count("\n")
            self._edited.apply(list(words_across(lines, self._edited.text)))
        self.text = self._edited.text

    @property
    def warnings(self) -> list[str]:
        """What the text holds that no article should, and what of it was mended at how many places.

        >>> NormalizedText("อ าเภอ").warnings
        ['text: sara am joined at 1 place']
        """
        mended = [f"text: {what} at {n} place{'s' * (n > 1)}" for what, n in self.mended.items()]
        return [*_flaws(self.original), *mended]

    @property
    def title_end(self) -> int:
        """Where the title ends in `text`; 0 where there is none.

        >>> NormalizedText("นํ้า\\nข่าว", title_length=4).title_end
        3
        """
        return self.from_original(0, self.title_length)[1]

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that was read as `text[start:end]`.

        Invisible characters at its boundaries are left outside.
        """
        return self._edited.to_original(start, end)

    def meant(self, start: int, end: int) -> str:
        """`original[start:end]`; where it was read in a wrong encoding, the letters that are meant.

        >>> NormalizedText("ÊÁªÒÂ ã¨´Õ").meant(0, 5)
        'สมชาย'
        """
        return _within(self._read_anew, start, end) if self._read_anew else self.original[start:end]

    def legible(self, start: int, end: int) -> str:
        """The same without tags, and with the characters that entities stand for.

        >>> NormalizedText("นาย&nbsp;ก").legible(0, 10)
        'นาย\xa0ก'
        """
        return _within(self._legible, start, end) if self._legible else self.original[start:end]

    def from_original(self, start: int, end: int) -> tuple[int, int]:
        """The span of `text` that `original[start:end]` was read as.

        >>> NormalizedText("กระทําการ").from_original(0, 6)
        (0, 5)
        """
        return self._edited.from_original(start, end)
