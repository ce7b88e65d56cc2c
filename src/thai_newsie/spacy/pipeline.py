"""The stages as a spaCy pipeline."""

from __future__ import annotations

import spacy
from spacy.language import Language

from thai_newsie.config import DEFAULT, Config


def load(config: Config = DEFAULT) -> Language:
    """A spaCy pipeline with thai-newsie's tokenizer and the stages of `config`, ready for `nlp(text)`.

    >>> load().pipe_names
    ['dates', 'entities', 'recognizer', 'positions', 'counts', 'statements', 'events', 'resolution']
    >>> load(Config(stages=["dates"])).pipe_names
    ['dates']
    """
    nlp = spacy.blank("th", config={"nlp": {"tokenizer": {"@tokenizers": "thai_newsie.Tokenizer.v1"}}})
    for name in config.stages:
        nlp.add_pipe(f"thai_newsie.{name}", name=name)
    return nlp
