"""Where Thai words begin, as nlpO3 (Rust) cuts them with PyThaiNLP's dictionary."""

from __future__ import annotations

import tempfile
from functools import cache
from itertools import accumulate
from pathlib import Path

import nlpo3

_DICTIONARY = "thai_newsie"


@cache
def _load_dictionary() -> None:
    """Give nlpO3 PyThaiNLP's words (it reads them from a file of its own form, one word a line)."""
    from pythainlp.corpus import thai_words

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "words.txt"
        path.write_text("\n".join(sorted(thai_words())), encoding="utf-8")
        nlpo3.load_dict(str(path), _DICTIONARY)


def words(text: str) -> list[str]:
    """The words of a normalised text; joined they are the text again.

    >>> words("นายกรัฐมนตรีประชุมคณะรัฐมนตรี")
    ['นายกรัฐมนตรี', 'ประชุม', 'คณะรัฐมนตรี']
    """
    _load_dictionary()
    return nlpo3.segment(text, _DICTIONARY) if text else []


def word_starts(text: str) -> list[int]:
    """Where the words of a normalised text begin.

    >>> word_starts("ประชุมครม.")
    [0, 6]
    """
    return list(accumulate(map(len, words(text)), initial=0))[:-1]
