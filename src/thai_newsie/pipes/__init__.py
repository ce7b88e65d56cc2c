"""The stages between tokenizer and Article, one module or folder each, in the order an article travels.

dates, entities, roles, counts, statements, events, resolve: each a spaCy component that reads what
earlier stages wrote on the Doc's Reading and adds its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeVar

from spacy.language import FactoryMeta, Language
from spacy.util import registry

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Stage(Protocol):
    """What a component is to spaCy: a Doc in, the same Doc out."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc`, write to its Reading, return it."""
        ...


Factory = TypeVar("Factory", bound=Callable[[Language, str], Stage])


def stage(name: str) -> Callable[[Factory], Factory]:
    """Register a factory as the spaCy component `thai_newsie.<name>`.

    spaCy's own decorator takes no name with a dot (E853), for such a name cannot head a section of
    a config file. As a factory it is fine, and that is how the registry keeps "th.…" names itself.
    A pipeline that is to be saved gives the component a plain name, as `thai_newsie.load` does.
    """
    factory_name = f"thai_newsie.{name}"

    def add(factory: Factory) -> Factory:
        registry.factories.register(factory_name, func=factory)
        Language.set_factory_meta(factory_name, FactoryMeta(factory=factory_name))
        return factory

    return add
