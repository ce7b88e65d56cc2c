"""The whole pipeline: one Doc, a component a stage, in the order an article travels."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

STAGES = (
    "thai_newsie.dates",
    "thai_newsie.entities",
    "thai_newsie.roles",
    "thai_newsie.counts",
    "thai_newsie.statements",
    "thai_newsie.events",
    "thai_newsie.resolve",
)


def load(stages: tuple[str, ...] = STAGES) -> Language:
    """A spaCy pipeline with thai-newsie's tokenizer and `stages`, ready for `nlp(text)`.

    Raises spaCy's E002 error for a stage that no package registers.

    >>> load().pipe_names
    ['dates', 'entities', 'roles', 'counts', 'statements', 'events', 'resolve']
    """
    import spacy

    nlp = spacy.blank("th", config={"nlp": {"tokenizer": {"@tokenizers": "thai_newsie.Tokenizer.v1"}}})
    for stage in stages:
        nlp.add_pipe(stage, name=stage.rpartition(".")[2])
    return nlp
