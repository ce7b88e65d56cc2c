"""Words that lost their ำ: "ตาบล", "อาเภอ", "จานวน". A PDF file whose font has no ำ comes out so.

>>> from thai_newsie.text.edits import EditedText
>>> text = EditedText("ที่ว่าการอาเภอ จังหวัดลาปาง มีน้าท่วม")
>>> text.apply(lost_sara_am(text.text))
>>> text.text
'ที่ว่าการอำเภอ จังหวัดลำปาง มีน้ำท่วม'
"""

from __future__ import annotations

from thai_newsie.lexicon.lexicon import compiled, table
from thai_newsie.lexicon.matcher import Matcher
from thai_newsie.once import once
from thai_newsie.text.edits import Edit
from thai_newsie.text.known_words import (
    MAX_JUDGED_LENGTH,
    known_words,
    letters_before,
    letters_behind,
    reading,
)


def lost_sara_am(text: str) -> list[Edit]:
    """The places of `text` where า stands for ำ; none where no word of the table lost its ำ, for then all words have theirs.

    A word gets its ำ back where the words around are less well made of known ones without it: "พัฒนาเข้าสู่" has no นำเข้า.
    """
    if len(text) > MAX_JUDGED_LENGTH or next(_told().find(text), None) is None:
        return []
    edits: list[Edit] = []
    for start, end, word in _lost().find(text, lambda start, end: _is_lost(text, start, end)):
        edits += [
            Edit(start + n, start + n + 1, "ำ") for n in range(end - start) if word[n] != text[start + n]
        ]
    return edits


def _is_lost(text: str, start: int, end: int) -> bool:
    """Whether the letters around read better if the word between `start` and `end` has its ำ."""
    word = _lost().entries[text[start:end]]
    left, right = letters_before(text, start), letters_behind(text, end)
    return reading(left + word + right).cost < reading(left + text[start:end] + right).cost


@compiled
def _told() -> Matcher[str]:
    """The words of the table without their ำ."""
    return Matcher({row["word"].replace("ำ", "า"): row["word"] for row in table("lost_sara_am")})


@compiled
def _lost() -> Matcher[str]:
    """All words that may have lost a ำ, without it."""
    words = {row["word"] for row in table("lost_sara_am")}
    return Matcher({**_known_without_am(), **{word.replace("ำ", "า"): word for word in words}})


@once
def _known_without_am() -> dict[str, str]:
    """The known words with ำ by what is left of them, where that is no word."""
    known = known_words()
    words = ((word.replace("ำ", "า"), word) for word in sorted(known) if "ำ" in word)
    return {lost: word for lost, word in words if lost not in known}
