"""The first stage: text to a spaCy Doc of Thai words.

Words are cut in the normalized text and handed out as slices of the original, so that
`doc.text` is the input, character for character.

>>> import spacy
>>> from thai_newsie.spacy.tokenizer import Tokenizer
>>> doc = Tokenizer(spacy.blank("xx").vocab)("นายกรัฐมนตรีประชุมคณะรัฐมนตรี")
>>> [token.text for token in doc]
['นายกรัฐมนตรี', 'ประชุม', 'คณะรัฐมนตรี']
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Doc
from spacy.util import DummyTokenizer

from thai_newsie.document import Document
from thai_newsie.spacy.state import KEY, State

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab


class Tokenizer(DummyTokenizer):
    """A spaCy tokenizer for Thai that leaves its words to the components."""

    def __init__(self, vocab: Vocab) -> None:
        """Cut into words of `vocab`."""
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """A Doc over `text`; an empty text gives an empty Doc."""
        document = Document.from_text(text)
        edges = [document.normalized.to_original(start, start)[0] for start in sorted(document.breaks)]
        # Invisible characters before the first word and after the last belong to their neighbours.
        edges = [*dict.fromkeys([0, *edges[1:]]), len(text)] if edges else [0, len(text)] if text else []
        pieces = [text[start:end] for start, end in pairwise(edges)]
        doc = Doc(self.vocab, words=pieces, spaces=[False] * len(pieces))
        doc.user_data[KEY] = State(document=document)
        return doc


def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """The tokenizer's factory for a spaCy config: `{"@tokenizers": "thai_newsie.Tokenizer.v1"}`."""
    return lambda nlp: Tokenizer(nlp.vocab)
