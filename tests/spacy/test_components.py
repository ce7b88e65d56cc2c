"""Each stage as a spaCy component in anybody's pipeline."""

from __future__ import annotations

import subprocess
import sys
import warnings
from importlib.metadata import entry_points
from itertools import pairwise

import pytest
import spacy
from spacy.language import Language

import thai_newsie
from thai_newsie import Config
from thai_newsie.document import Document
from thai_newsie.spacy.state import document_of
from thai_newsie.stages import STAGES

TEXT = (
    "วันที่ 3 มิถุนายน 2567 เวลา 09.00 น. นายสมชาย ใจดี อธิบดีกรมการข้าว เป็นประธานเปิดการประชุม ณ จังหวัดน่าน "
    "มีผู้เข้าร่วม 120 คน นายสมชาย กล่าวว่า ข้าวไทยดีที่สุด"
)
LISTS = tuple(dict.fromkeys(name for stage in STAGES.values() for name in stage.assigns))
ALONE = ("dates", "entities", "counts")


def pipeline(*stages: str, language: str = "th") -> Language:
    nlp = spacy.blank(language)
    for stage in stages:
        nlp.add_pipe(f"thai_newsie.{stage}")
    return nlp


def filled(document: Document) -> set[str]:
    return {name for name in LISTS if getattr(document, name)}


def contents(document: Document) -> dict[str, str]:
    return {name: repr(getattr(document, name)) for name in LISTS}


@pytest.mark.parametrize("language", ["th", "xx"])
@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_alone_fills_only_its_own_lists(language: str, stage: str) -> None:
    nlp = pipeline(stage, language=language)
    for text in ("", " ", "\u200b", TEXT):
        doc = nlp(text)
        assert doc.text == text
        assert filled(document_of(doc)) <= set(STAGES[stage].assigns)


@pytest.mark.parametrize("language", ["th", "xx"])
@pytest.mark.parametrize("stage", ALONE)
def test_a_stage_that_needs_no_other_works_without(language: str, stage: str) -> None:
    assert filled(document_of(pipeline(stage, language=language)(TEXT))) == set(STAGES[stage].assigns)


@pytest.mark.parametrize("language", ["th", "xx"])
@pytest.mark.parametrize("text", [TEXT, TEXT.replace("ำ", "\u0e4d\u0e32").replace("น", "น\u200b")])
def test_stages_read_the_same_in_every_pipeline(language: str, text: str) -> None:
    document = document_of(pipeline(*STAGES, language=language)(text))
    assert filled(document) == set(LISTS)
    assert contents(document) == contents(document_of(thai_newsie.load()(text)))


def test_a_doc_that_is_read_twice_is_as_one_that_is_read_once() -> None:
    nlp = thai_newsie.load()
    once = nlp(TEXT)
    twice = nlp(nlp(TEXT))
    assert contents(document_of(twice)) == contents(document_of(once))
    assert twice._.article == once._.article
    assert [entity.text for entity in twice.ents] == [entity.text for entity in once.ents]


def test_stages_and_tokenizer_are_registered_as_entry_points() -> None:
    names = {f"thai_newsie.{stage}" for stage in STAGES}
    assert entry_points(group="spacy_factories").names >= names | {"thai_newsie.roles", "thai_newsie.resolve"}
    assert "thai_newsie.Tokenizer.v1" in entry_points(group="spacy_tokenizers").names


def test_spacy_finds_a_stage_without_importing_the_package() -> None:
    code = "import spacy; nlp = spacy.blank('th'); nlp.add_pipe('thai_newsie.dates'); print(nlp.pipe_names)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['thai_newsie.dates']"


@pytest.mark.parametrize("use", ["pass", "thai_newsie.extract('นายมานะ กล่าวว่า พร้อม')"])
def test_extract_runs_the_same_stages_without_spacy(use: str) -> None:
    code = f"import sys, thai_newsie; {use}; print('spacy' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "False"


def test_pipe_streams() -> None:
    docs = list(thai_newsie.load().pipe([TEXT, "", TEXT]))
    assert [doc.text for doc in docs] == [TEXT, "", TEXT]
    assert filled(document_of(docs[0])) == filled(document_of(docs[2])) != set()
    assert filled(document_of(docs[1])) == set()


# --- what a component requires and assigns


def test_a_whole_pipeline_has_no_problems() -> None:
    analysis = thai_newsie.load().analyze_pipes()
    assert not any(analysis["problems"].values())
    assert analysis["attrs"]["doc.ents"]["assigns"] == ["entities", "recognizer"]
    assert analysis["attrs"]["doc._.article"]["assigns"] == list(STAGES)
    assert analysis["attrs"]["doc._.dates"] == {"assigns": ["dates"], "requires": ["counts", "events"]}


@pytest.mark.parametrize("name", STAGES)
def test_a_component_declares_what_its_stage_reads_and_writes(name: str) -> None:
    nlp = pipeline(name)
    meta = nlp.get_pipe_meta(f"thai_newsie.{name}")
    assert len(meta.requires) <= len(STAGES[name].requires)
    assert bool(meta.requires) == bool(STAGES[name].requires)
    assert nlp.analyze_pipes()["problems"][f"thai_newsie.{name}"] == list(meta.requires)
    doc = nlp(TEXT)
    for attribute in (*meta.requires, *meta.assigns):  # what is declared exists
        kind, _, rest = attribute.partition(".")
        holder = doc if kind == "doc" else doc[0:1]
        assert holder.has_extension(rest[2:]) if rest.startswith("_.") else hasattr(holder, rest)
    assert not meta.retokenizes


def test_components_in_a_wrong_order_are_a_problem() -> None:
    problems = pipeline("events", "dates", "entities", "positions").analyze_pipes()["problems"]
    assert problems["thai_newsie.events"] == ["doc._.dates", "doc._.roles", "doc._.counts"]
    assert not any(problems[f"thai_newsie.{name}"] for name in ("dates", "entities", "positions"))


# --- old names


@pytest.mark.parametrize(
    ("old", "new"),
    [("thai_newsie.roles", "thai_newsie.positions"), ("thai_newsie.resolve", "thai_newsie.resolution")],
)
def test_an_old_name_of_a_component_works_and_warns(old: str, new: str) -> None:
    nlp = pipeline("entities", "positions", "resolution")
    with pytest.warns(DeprecationWarning, match=f"{old} is deprecated: use {new}") as caught:
        nlp.replace_pipe(new, old)
    assert caught[0].filename == __file__
    assert contents(document_of(nlp(TEXT))) == contents(
        document_of(pipeline("entities", "positions", "resolution")(TEXT))
    )


def test_the_new_names_do_not_warn() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        thai_newsie.load()(TEXT)


def test_reading_of_works_and_warns() -> None:
    doc = thai_newsie.load()(TEXT)
    with pytest.warns(DeprecationWarning, match="reading_of"):
        from thai_newsie.reading import reading_of
    assert reading_of(doc) is document_of(doc)


def test_load_takes_the_names_that_it_took_in_version_0_1() -> None:
    with pytest.warns(DeprecationWarning):
        nlp = thai_newsie.load(names=("thai_newsie.entities", "thai_newsie.roles", "thai_newsie.resolve"))
    assert nlp.pipe_names == ["entities", "positions", "resolution"]
    with pytest.warns(DeprecationWarning), pytest.raises(thai_newsie.ConfigError, match="'nothing'"):
        thai_newsie.load(("thai_newsie.nothing",))


# --- the time that an article may take


def test_what_was_found_in_time_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = thai_newsie.load()
    nlp.get_pipe("counts").config = Config(time_limit=1e-9, time_limit_per_character=0.0)  # type: ignore[union-attr]
    article, whole = nlp(TEXT)._.article, thai_newsie.extract(TEXT)
    assert article.warnings == (
        "reading took more than 0 seconds: what would have been found later is missing",
    )
    assert not article.counts and not article.events and not article.statements
    for name in ("dates", "people", "organizations", "places"):
        assert getattr(article, name) == getattr(whole, name)


def test_the_time_of_a_doc_is_its_own() -> None:
    """A component may hold many Docs back, as those that read in batches do."""

    class Slow:
        def __call__(self, doc: spacy.tokens.Doc) -> spacy.tokens.Doc:
            return doc

        def pipe(self, docs, batch_size):  # type: ignore[no-untyped-def]
            yield from list(docs)

    nlp = thai_newsie.load(Config(time_limit=5.0))
    Language.component("test_slow", func=Slow())
    nlp.add_pipe("test_slow", after="dates")
    docs = list(nlp.pipe([TEXT, TEXT]))
    assert not any(doc._.article.warnings for doc in docs)
    assert all(one._.article == other._.article for one, other in pairwise(docs))
