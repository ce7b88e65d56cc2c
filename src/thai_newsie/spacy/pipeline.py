"""The stages as a spaCy pipeline."""

from __future__ import annotations

from collections.abc import Iterable

import spacy
from spacy.language import Language

from thai_newsie.config import DEFAULT, Config
from thai_newsie.deprecation import renamed_arguments
from thai_newsie.spacy.components import keys
from thai_newsie.spacy.deprecated import warn_of_old_name

_OLD_STAGES = {"roles": "positions", "resolve": "resolution"}


@renamed_arguments(names="config")
def load(config: Config = DEFAULT) -> Language:
    """A spaCy pipeline with thai-newsie's tokenizer and the stages of `config`, ready for `nlp(text)`.

    Each component gets the values of `config` that concern it.

    >>> load().pipe_names
    ['dates', 'entities', 'recognizer', 'positions', 'counts', 'statements', 'events', 'resolution']
    >>> load(Config(stages=["dates"])).pipe_names
    ['dates']
    """
    if not isinstance(config, Config):
        config = _config_of_stages(config)
    nlp = spacy.blank("th", config={"nlp": {"tokenizer": {"@tokenizers": "thai_newsie.Tokenizer.v1"}}})
    values = config.to_dict()
    for stage in config.stages:
        own = {key: values[key] for key in keys(stage) if key in values}
        nlp.add_pipe(f"thai_newsie.{stage}", name=stage, config=own)
    return nlp


def _config_of_stages(names: Iterable[str]) -> Config:
    """What version 0.1 took instead of a Config: the names of components."""
    warn_of_old_name("load(names of components)", "load(Config(stages=[…]))")
    stages = [name.removeprefix("thai_newsie.") for name in names]
    return Config(stages=[_OLD_STAGES.get(stage, stage) for stage in stages])
