"""The stages as a spaCy pipeline."""

from __future__ import annotations

import spacy
from spacy.language import Language

from thai_newsie.config import DEFAULT, Config
from thai_newsie.spacy.components import keys


def load(config: Config = DEFAULT) -> Language:
    """A spaCy pipeline with thai-newsie's tokenizer and the stages of `config`, ready for `nlp(text)`.

    Each component gets the values of `config` that concern it.

    >>> load().pipe_names
    ['dates', 'entities', 'recognizer', 'positions', 'counts', 'statements', 'events', 'resolution']
    >>> load(Config(stages=["dates"])).pipe_names
    ['dates']
    """
    nlp = spacy.blank("th", config={"nlp": {"tokenizer": {"@tokenizers": "thai_newsie.Tokenizer.v1"}}})
    values = config.to_dict()
    for stage in config.stages:
        own = {key: values[key] for key in keys(stage) if key in values}
        nlp.add_pipe(f"thai_newsie.{stage}", name=stage, config=own)
    return nlp
