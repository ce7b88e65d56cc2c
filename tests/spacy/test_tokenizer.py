"""The tokenizer: a Doc that is the text, character for character."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given

from genre import anything, texts
from thai_newsie.spacy.state import document_of
from thai_newsie.spacy.tokenizer import Tokenizer
from thai_newsie.text.normalized import NormalizedText, storable
from thai_newsie.text.words import words

tokenizer = Tokenizer(spacy.blank("xx").vocab)


@given(anything | texts())
def test_the_doc_is_the_text(text: str) -> None:
    text = storable(text)
    doc = tokenizer(text)
    assert doc.text == text
    assert all(token.text for token in doc)


@given(anything | texts())
def test_words_join_to_the_text(text: str) -> None:
    normalized = NormalizedText(storable(text)).text
    assert "".join(words(normalized)) == normalized


@pytest.mark.parametrize("text", ["", "\u200b", "ํา\u200b", "\u200bกรม"])
def test_breaks_are_offsets_of_the_normalized_text(text: str) -> None:
    document = document_of(tokenizer(text))
    assert all(0 <= offset < max(1, len(document.text)) for offset in document.breaks)
