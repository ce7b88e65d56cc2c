"""Each stage as a spaCy component in anybody's pipeline."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

import thai_newsie
from thai_newsie.document import Document
from thai_newsie.spacy.pipeline import load
from thai_newsie.spacy.state import document_of
from thai_newsie.stages import STAGES

TEXT = (
    "วันที่ 3 มิถุนายน 2567 เวลา 09.00 น. นายสมชาย ใจดี อธิบดีกรมการข้าว เป็นประธานเปิดการประชุม ณ จังหวัดน่าน "
    "มีผู้เข้าร่วม 120 คน นายสมชาย กล่าวว่า ข้าวไทยดีที่สุด"
)
# What each stage fills, and the stages it reads from.
FILLS = {
    "thai_newsie.dates": ("dates", "times"),
    "thai_newsie.entities": ("entities",),
    "thai_newsie.ner": ("entities",),
    "thai_newsie.roles": ("people", "roles"),
    "thai_newsie.counts": ("counts",),
    "thai_newsie.statements": ("statements",),
    "thai_newsie.events": ("events",),
    "thai_newsie.resolve": ("person_entries", "organization_entries", "place_entries"),
}
ALONE = ("thai_newsie.dates", "thai_newsie.entities", "thai_newsie.counts")


def filled(document: Document) -> set[str]:
    return {name for names in FILLS.values() for name in names if getattr(document, name)}


def contents(document: Document) -> dict[str, str]:
    return {name: repr(getattr(document, name)) for names in FILLS.values() for name in names}


@pytest.mark.parametrize("language", ["th", "xx"])
@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_alone_fills_only_its_own_lists(language: str, stage: str) -> None:
    nlp = spacy.blank(language)
    nlp.add_pipe(stage)
    for text in ("", " ", "\u200b", TEXT):
        doc = nlp(text)
        assert doc.text == text
        assert filled(document_of(doc)) <= set(FILLS[stage])


def test_entities_tell_what_found_them_and_how_sure_that_is() -> None:
    doc = load()("นายสมชาย รักไทย อธิบดีกรมการข้าว พบ วีระพงษ์ ประภาศิริ ปลัดกระทรวงพาณิชย์")
    found = {span.text: (span._.source, span._.confidence) for span in doc.ents}
    assert found["นายสมชาย รักไทย"][0] == "pattern"
    assert found["กรมการข้าว"][0] == "lexicon"
    assert found["วีระพงษ์ ประภาศิริ"][0] in ("pattern", "model")
    assert all(0.5 <= confidence < 1 for _, confidence in found.values())


def test_extract_runs_the_same_stages_without_spacy() -> None:
    code = (
        "import sys, thai_newsie; thai_newsie.extract('นายมานะ กล่าวว่า พร้อม'); print('spacy' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "False"


@pytest.mark.parametrize("language", ["th", "xx"])
@pytest.mark.parametrize("stage", ALONE)
def test_a_stage_that_needs_no_other_works_without(language: str, stage: str) -> None:
    nlp = spacy.blank(language)
    nlp.add_pipe(stage)
    assert filled(document_of(nlp(TEXT))) == set(FILLS[stage])


@pytest.mark.parametrize("language", ["th", "xx"])
@pytest.mark.parametrize("text", [TEXT, TEXT.replace("ำ", "\u0e4d\u0e32").replace("น", "น\u200b")])
def test_stages_read_the_same_in_every_pipeline(language: str, text: str) -> None:
    nlp = spacy.blank(language)
    for stage in STAGES:
        nlp.add_pipe(stage)
    document = document_of(nlp(text))
    assert filled(document) == {name for names in FILLS.values() for name in names}
    assert contents(document) == contents(document_of(load()(text)))


def test_stages_and_tokenizer_are_registered_as_entry_points() -> None:
    assert {entry.name for entry in entry_points(group="spacy_factories")} >= set(STAGES)
    assert "thai_newsie.Tokenizer.v1" in entry_points(group="spacy_tokenizers").names


def test_spacy_finds_a_stage_without_importing_the_package() -> None:
    code = "import spacy; nlp = spacy.blank('th'); nlp.add_pipe('thai_newsie.dates'); print(nlp.pipe_names)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['thai_newsie.dates']"


def test_the_whole_pipeline_is_saved_and_loaded(tmp_path: Path) -> None:
    nlp = load()
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.pipe_names == nlp.pipe_names
    assert again.config.to_str() == nlp.config.to_str()
    assert contents(document_of(again(TEXT))) == contents(document_of(nlp(TEXT)))


def test_pipe_streams() -> None:
    docs = list(thai_newsie.load().pipe([TEXT, "", TEXT]))
    assert [doc.text for doc in docs] == [TEXT, "", TEXT]
    assert filled(document_of(docs[0])) == filled(document_of(docs[2])) != set()
    assert filled(document_of(docs[1])) == set()


def test_a_stage_that_nobody_registers_is_an_error() -> None:
    with pytest.raises(ValueError, match="E002"):
        load(("thai_newsie.nothing",))


def test_a_doc_is_saved_and_sent_to_other_processes_with_its_entities():
    nlp = spacy.blank("th")
    nlp.add_pipe("thai_newsie.entities")
    doc = nlp("นายสมชาย ใจดี อธิบดีกรมการข้าว")
    with pytest.warns(UserWarning, match="W109"):
        saved = doc.to_bytes()
    assert [e.text for e in Doc(nlp.vocab).from_bytes(saved).ents] == [e.text for e in doc.ents] != []
