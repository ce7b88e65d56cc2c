"""spaCy's side of the stages: each as a component of a pipeline of the user's own.

>>> import spacy
>>> from thai_newsie.spacy.state import document_of
>>> nlp = spacy.blank("th")
>>> stage = nlp.add_pipe("thai_newsie.stages.dates")
>>> document_of(nlp("ปีงบประมาณ 2565")).dates[0].value
'2021-10-01/2022-09-30'

The entry points of the package name the factories below, so that spaCy finds them without an import.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import FactoryMeta, Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans, registry

from thai_newsie.document import Document
from thai_newsie.spacy.state import document_of
from thai_newsie.stages import STAGES

for _name in ("source", "confidence"):
    if not Span.has_extension(_name):
        Span.set_extension(_name, default=None)


class Component:
    """A stage as a spaCy component: it fills the Document that travels with a Doc."""

    def __init__(self, name: str) -> None:
        """The component of the stage `name`."""
        self._fill = STAGES[name.rpartition(".")[2]].fill

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        self._fill(document_of(doc))
        return doc


class EntityComponent(Component):
    """A stage that finds entities: it shows them on `doc.ents` as well."""

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        _show(super().__call__(doc), document_of(doc))
        return doc


def _show(doc: Doc, document: Document) -> None:
    """Put the entities of `document` on `doc.ents`, widened to whole tokens; of those that overlap the longest.

    What found each is in `span._.source`, how sure that is in `span._.confidence`.
    """
    spans = list(doc.ents)
    for entity in document.entities:
        start, end = document.normalized.to_original(entity.start, entity.end)
        span = doc.char_span(start, end, label=entity.label, alignment_mode="expand")
        if span is not None:
            span._.source, span._.confidence = entity.source, entity.confidence
            spans.append(span)
    doc.set_ents(filter_spans(spans), default="unmodified")


def _factory(stage_name: str, component: type[Component] = Component) -> Callable[[Language, str], Component]:
    """A factory of the stage `stage_name`, registered under it.

    spaCy's own decorator takes no name with a dot (E853), for such a name cannot head a section of
    a config file. As a factory it is fine, and that is how the registry keeps "th.…" names itself.
    A pipeline that is to be saved gives the component a plain name, as `thai_newsie.load` does.
    """

    def create(nlp: Language, name: str) -> Component:
        return component(stage_name)

    registry.factories.register(stage_name, func=create)
    Language.set_factory_meta(stage_name, FactoryMeta(factory=stage_name))
    return create


dates = _factory("thai_newsie.dates")
entities = _factory("thai_newsie.entities", EntityComponent)
recognizer = _factory("thai_newsie.recognizer", EntityComponent)
positions = _factory("thai_newsie.positions")
counts = _factory("thai_newsie.counts")
statements = _factory("thai_newsie.statements")
events = _factory("thai_newsie.events")
resolution = _factory("thai_newsie.resolution")
