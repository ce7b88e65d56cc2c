"""The stages in the order an article travels: by themselves, or as components of a spaCy pipeline."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, cast

from thai_newsie.reading import Reading

if TYPE_CHECKING:
    from spacy.language import Language

# A stage reads what earlier stages wrote on a Reading and adds its own.
Stage = Callable[[Reading], None]

STAGES = (
    "thai_newsie.dates",
    "thai_newsie.entities",
    "thai_newsie.recognizer",
    "thai_newsie.roles",
    "thai_newsie.counts",
    "thai_newsie.statements",
    "thai_newsie.events",
    "thai_newsie.resolve",
)


def stage(name: str) -> Stage:
    """The function of the stage `name`: `fill` of the module of that name in `pipes`.

    >>> from thai_newsie.reading import read
    >>> reading = read("วันที่ 8 มิ.ย. ๖๔")
    >>> stage("thai_newsie.dates")(reading)
    >>> reading.dates[0].value
    '2021-06-08'
    """
    module = import_module(name.replace("thai_newsie.", "thai_newsie.pipes.", 1))
    return cast(Stage, module.fill)


@cache
def stages() -> tuple[Stage, ...]:
    """All stages, in order. They need no spaCy, whose import would cost as much time as 300,000 characters."""
    return tuple(map(stage, STAGES))


def load(names: tuple[str, ...] = STAGES) -> Language:
    """A spaCy pipeline with thai-newsie's tokenizer and the stages `names`, ready for `nlp(text)`.

    Raises spaCy's E002 error for a stage that no package registers.

    >>> load().pipe_names
    ['dates', 'entities', 'recognizer', 'roles', 'counts', 'statements', 'events', 'resolve']
    """
    import spacy

    nlp = spacy.blank("th", config={"nlp": {"tokenizer": {"@tokenizers": "thai_newsie.Tokenizer.v1"}}})
    for name in names:
        nlp.add_pipe(name, name=name.rpartition(".")[2])
    return nlp
