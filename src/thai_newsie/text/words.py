"""Thai words, as the tokenizer nlpO3 (Rust) cuts them with PyThaiNLP's dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import as_file, files
from itertools import accumulate

import nlpo3
import regex

from thai_newsie.once import once

_TOKENIZER_DICTIONARY = "thai_newsie"
# Characters without a space. No sentence is so long. nlpO3 compares all ways to cut it, which takes time in proportion to the
# square of the length ("กรมกรมกรม…", "ร.ท.ร.ท.…"). In its safe mode it does not, but it cuts less well.
_ENDLESS_LENGTH = 500
_ENDLESS = regex.compile(rf"(?<![\u0e01-\u0e4e.])[\u0e01-\u0e4e.]{{{_ENDLESS_LENGTH},}}+")
# Characters that nlpO3 gets at once. It takes two to three times as long for each character of two million.
_PIECE_LENGTH = 20_000
_PIECE_END = re.compile(r"\n|(?<! ) (?! )")
_CONSONANTS_BEFORE = regex.compile(r"(?<![\u0e01-\u0e4e])[ก-ฮ]{1,5}$")


@once
def dictionary() -> frozenset[str]:
    """The words that the tokenizer knows."""
    from pythainlp.corpus import thai_words

    return thai_words()


@once
def _load_dictionary() -> None:
    """Give nlpO3 the file of PyThaiNLP's words. It is read in place: there may be no folder where a file can be written."""
    with as_file(files("pythainlp.corpus") / "words_th.txt") as path:
        nlpo3.load_dict(str(path), _TOKENIZER_DICTIONARY)


def words(text: str) -> list[str]:
    """The words of a normalized text, spaces and signs among them. Joined they are the text again.

    >>> words("นายกรัฐมนตรีประชุมคณะรัฐมนตรี")
    ['นายกรัฐมนตรี', 'ประชุม', 'คณะรัฐมนตรี']
    """
    _load_dictionary()
    if len(text) <= _PIECE_LENGTH:
        return _words_of_piece(text)
    found: list[str] = []
    for piece in _pieces(text):
        found += _words_of_piece(piece)
    return found


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces, cut behind a line's end or a space that is no part of a word of the dictionary."""
    start, within = 0, _around_spaces()
    while start < len(text):
        ends = (end.span() for end in _PIECE_END.finditer(text, start + _PIECE_LENGTH))
        stop = next((end for place, end in ends if text[place - 1 : end + 1] not in within), len(text))
        yield text[start:stop]
        start = stop


@once
def _around_spaces() -> frozenset[str]:
    """The spaces within words of the dictionary, each with the characters beside it: "กระทรวงวิทยาศาสตร์ เทคโนโลยี …"."""
    spaced = (word for word in dictionary() if " " in word)
    return frozenset(word[n - 1 : n + 2] for word in spaced for n, sign in enumerate(word) if sign == " ")


def _words_of_piece(text: str) -> list[str]:
    if max(map(len, text.split()), default=0) < _ENDLESS_LENGTH:
        return nlpo3.segment(text, _TOKENIZER_DICTIONARY)
    found: list[str] = []
    done = 0
    for endless in _ENDLESS.finditer(text):
        found += nlpo3.segment(text[done : endless.start()], _TOKENIZER_DICTIONARY)
        found += nlpo3.segment(endless[0], _TOKENIZER_DICTIONARY, safe=True)
        done = endless.end()
    return found + nlpo3.segment(text[done:], _TOKENIZER_DICTIONARY)


def word_starts(text: str) -> list[int]:
    """The offsets at which the words of a normalized text begin.

    >>> word_starts("ประชุมครม.")
    [0, 6]
    """
    return list(accumulate(map(len, words(text)), initial=0))[:-1]


def is_abbreviation_tail(text: str, offset: int) -> bool:
    """Whether the text at `offset` continues an abbreviation: "นพ." in "สนพ.", "ศ." in "ศบศ.".

    It does if only consonants stand before it, and these are not a word ("ของ", "พบ"). Behind a dot only a longer word counts:
    ศอ, an elbow, is none in "ผอ.ศอพท.".

    >>> is_abbreviation_tail("ศบศ.", 2), is_abbreviation_tail("ของนพ.", 3), is_abbreviation_tail("โดยนพ.", 3)
    (True, False, False)
    """
    before = _CONSONANTS_BEFORE.search(text, max(0, offset - 6), offset)
    if not before:
        return False
    shortest = 3 if text[before.start() - 1 : before.start()] == "." else 2
    return len(before[0]) < shortest or before[0] not in dictionary()
