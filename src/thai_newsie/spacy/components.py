"""The stages as components of a spaCy pipeline of the user's own.

>>> import spacy
>>> nlp = spacy.blank("th")
>>> dates = nlp.add_pipe("thai_newsie.dates", name="dates", config={"time_limit": 10.0})
>>> doc = nlp("ปีงบประมาณ 2565")
>>> doc.spans["dates"][0]._.item["value"]
'2021-10-01/2022-09-30'

The entry points of the package name the factories below, so that spaCy finds them without an import.
"""

from __future__ import annotations

from collections.abc import Callable
from inspect import Parameter, Signature
from time import thread_time
from typing import Any

from spacy.language import FactoryMeta, Language
from spacy.tokens import Doc
from spacy.util import registry

from thai_newsie.config import DEFAULT, Config, ConfigError
from thai_newsie.document import Document
from thai_newsie.lexicon import using
from thai_newsie.spacy.deprecated import warn_of_old_name
from thai_newsie.spacy.shown import given_entities, show_entities, show_groups
from thai_newsie.spacy.state import State, state_of
from thai_newsie.stages import STAGES
from thai_newsie.time_limit import OUT_OF_TIME, Limit, OutOfTimeError

_ENTITY_STAGES = ("entities", "recognizer")
_GROUPS = {
    "dates": ("dates", "times"),
    "positions": ("roles",),
    "counts": ("counts",),
    "statements": ("statements",),
    "events": ("events",),
    "resolution": ("people", "organizations", "places"),
}
# What the lists of a Document are on a Doc, for `nlp.analyze_pipes()`. The people that the positions are read with
# are no group before the resolution has joined their mentions.
_ATTRIBUTES = {"entities": "doc.ents", "people": "doc._.roles"}

_SHARED_KEYS = ("tables", "time_limit", "time_limit_per_character")
_OWN_KEYS = {
    "recognizer": ("recognizer", "recognizer_threshold"),
    "resolution": ("latin",),
}


class Component:
    """A stage as a spaCy component. What it finds is on `doc.ents`, in `doc.spans` and in `doc._.article`."""

    def __init__(
        self, stage: str, name: str = "", config: Config = DEFAULT, use_doc_ents: bool = False
    ) -> None:
        """The component of `stage`, called `name` in its pipeline.

        With `use_doc_ents` the entities of earlier components are evidence for it.
        """
        self.stage, self.name, self.config, self.use_doc_ents = stage, name or stage, config, use_doc_ents
        self._lexicon = config.lexicon
        self._fill = STAGES[stage].fill

    def __reduce__(self) -> tuple[type[Component], tuple[str, str, Config, bool]]:
        """What another process needs to make the component: no tables."""
        return type(self), (self.stage, self.name, self.config, self.use_doc_ents)

    def to_bytes(self, *, exclude: object = ()) -> bytes:
        """Nothing: all that the component is stands in the pipeline's config.

        Raises ValueError for a name with a dot: spaCy would write a config that it cannot read.
        """
        if "." in self.name:
            raise ValueError(
                f"the component {self.name!r} cannot be saved under a name with a dot: "
                f'give it another one, nlp.add_pipe("thai_newsie.{self.stage}", name="{self.stage}")'
            )
        return b""

    def to_disk(self, path: object, *, exclude: object = ()) -> None:
        """Nothing, and the same error, as `to_bytes`."""
        self.to_bytes()

    def __call__(self, doc: Doc) -> Doc:
        """Read `doc` and return it."""
        state = state_of(doc)
        with using(self._lexicon):
            document = state.open(doc)
            state.lexicon, document.config = self._lexicon, self.config
            if self.stage == "entities":
                document.given_entities = given_entities(doc, state, document) if self.use_doc_ents else []
            self._read(state, document)
        if self.stage == "entities":
            show_entities(doc, state)
        elif self.stage == "recognizer":  # what it adds overlaps nothing that is there
            show_entities(doc, state, source="model")
        show_groups(doc, state, _GROUPS.get(self.stage, ()))
        return doc

    def _read(self, state: State, document: Document) -> None:
        """Run the stage, if the article still has time. What was found is resolved in any case, however little it is."""
        if self.stage in state.stages:  # the pipeline reads the Doc once more
            state.start_again()
        state.stages.append(self.stage)
        stage = STAGES[self.stage]
        for name in stage.assigns:
            if name not in stage.requires:
                setattr(document, name, [])
        if self.stage == "resolution":
            state.latin = self.config.latin
            self._fill(document)
        elif not state.out_of_time:
            self._read_within_limit(state, document)

    def _read_within_limit(self, state: State, document: Document) -> None:
        config, length = self.config, len(document.normalized.original)
        seconds = config.time_limit + length * config.time_limit_per_character
        # Other Docs may be read between two components of one Doc, so each component takes its own time.
        began = thread_time()
        document.limit = Limit(seconds - state.seconds)
        try:
            document.check_time()
            self._fill(document)
        except OutOfTimeError:
            state.out_of_time = True
            document.warnings.append(OUT_OF_TIME.format(seconds))
        document.limit = None
        state.seconds += thread_time() - began


def keys(stage: str) -> tuple[str, ...]:
    """The keys of `Config` that concern the component of `stage`.

    >>> keys("recognizer")
    ('tables', 'time_limit', 'time_limit_per_character', 'recognizer', 'recognizer_threshold')
    """
    return (*_SHARED_KEYS, *_OWN_KEYS.get(stage, ()))


def _factory(stage: str, old_name: str = "") -> Callable[..., Component]:
    """The factory of the component `thai_newsie.<stage>`, registered under that name, or under an older one.

    spaCy's own decorator takes no name with a dot (E853), for such a name cannot head a section of
    a config file. As a factory it is fine, and that is how the registry keeps "th.…" names itself.
    A pipeline that is to be saved gives the component a plain name, as `thai_newsie.load` does.
    """
    factory_name = f"thai_newsie.{stage}"

    def create(nlp: Language, name: str, **values: Any) -> Component:
        if old_name:
            warn_of_old_name(old_name, factory_name)
        use_doc_ents = values.pop("use_doc_ents", False)
        if not isinstance(use_doc_ents, bool):
            raise ConfigError(f"{factory_name}: use_doc_ents: must be true or false, not {use_doc_ents!r}")
        try:
            return Component(stage, name, Config(**values), use_doc_ents)
        except ConfigError as error:
            raise ConfigError(f"{factory_name}: {error}") from None

    # spaCy checks a component's config against the factory's signature, and fills in the defaults.
    defaults = {key: DEFAULT.model_dump(mode="json")[key] for key in keys(stage)}
    if stage == "entities":
        defaults["use_doc_ents"] = False
    create.__signature__ = Signature(  # type: ignore[attr-defined]
        [
            Parameter("nlp", Parameter.KEYWORD_ONLY),
            Parameter("name", Parameter.KEYWORD_ONLY),
            *(Parameter(key, Parameter.KEYWORD_ONLY, default=value) for key, value in defaults.items()),
        ]
    )
    registry.factories.register(old_name or factory_name, func=create)
    meta = FactoryMeta(
        factory=old_name or factory_name,
        default_config=defaults,
        requires=_attributes(STAGES[stage].requires),
        assigns=_assigned(stage),
    )
    Language.set_factory_meta(meta.factory, meta)
    return create


def _attributes(lists: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(_ATTRIBUTES.get(name, f"doc._.{name}") for name in lists))


def _assigned(stage: str) -> list[str]:
    groups = _GROUPS.get(stage, ())
    entities = ["doc.ents", "span._.source", "span._.confidence", "span._.rule"]
    return [
        *(entities if stage in _ENTITY_STAGES else ()),
        *(("doc.spans", "span._.item", *(f"doc._.{name}" for name in groups)) if groups else ()),
        "doc._.article",
    ]


dates = _factory("dates")
entities = _factory("entities")
recognizer = _factory("recognizer")
positions = _factory("positions")
counts = _factory("counts")
statements = _factory("statements")
events = _factory("events")
resolution = _factory("resolution")
# The names of version 0.1, for one release.
roles = _factory("positions", old_name="thai_newsie.roles")
resolve = _factory("resolution", old_name="thai_newsie.resolve")
