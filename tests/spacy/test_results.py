"""What a pipeline leaves on a Doc, and that it stays there when the Doc is saved, copied or sent to another process."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import given
from spacy.tokens import Doc, DocBin

import thai_newsie
from genre import texts
from thai_newsie import extract
from thai_newsie.schema.article import Article
from thai_newsie.spacy.state import ID_LETTERS
from thai_newsie.text.normalized import storable

TEXT = (
    "วันที่ 3 มิถุนายน 2567 เวลา 09.00 น. นายสมชาย รักไทย อธิบดีกรมการข้าว เป็นประธานเปิดการประชุม ณ จังหวัดน่าน "
    "มีผู้เข้าร่วม 120 คน และวีระพงษ์ ประภาศิริ ปลัดกระทรวงพาณิชย์ นายสมชาย กล่าวว่า ข้าวไทยดีที่สุด จะขาย 120 คน "
    "ในวันที่ 3 มิถุนายน 2567"
)

nlp = thai_newsie.load()
other_vocab = spacy.blank("th").vocab


@pytest.fixture(scope="module")
def doc() -> Doc:
    return nlp(TEXT)


def shown(doc: Doc) -> dict[str, list[Any]]:
    """All that a user sees of a Doc."""
    found: dict[str, list[Any]] = {
        name: [(span.start, span.end, span.label_, span.id_, span._.item) for span in group]
        for name, group in doc.spans.items()
    }
    found["ents"] = [
        (one.start, one.end, one.label_, one._.source, one._.confidence, one._.rule, one._.item)
        for one in doc.ents
    ]
    return found


def test_the_article_of_a_doc_is_that_of_extract(doc: Doc) -> None:
    assert isinstance(doc._.article, Article)
    assert doc._.article == extract(TEXT)
    assert doc._.article.text == doc.text
    assert doc._.article is doc._.article  # put together once


def test_a_doc_that_nothing_has_read_has_no_article() -> None:
    assert spacy.blank("th")(TEXT)._.article is None
    assert nlp.make_doc(TEXT)._.article is None
    assert spacy.blank("th")(TEXT)[0:1]._.item is None


def test_the_groups_are_the_lists_of_the_article(doc: Doc) -> None:
    assert set(doc.spans) == set(ID_LETTERS)
    plain = doc._.article.to_dict()
    for name in ("people", "organizations", "places"):
        spans = doc.spans[name]
        assert [span.id_ for span in spans] == [item["id"] for item in plain[name] for _ in item["mentions"]]
        assert [span.text for span in spans] == [
            one["text"] for item in plain[name] for one in item["mentions"]
        ]
        assert [span._.item for span in spans] == [item for item in plain[name] for _ in item["mentions"]]
    for name in ("dates", "times", "counts", "events", "statements"):
        spans = doc.spans[name]
        assert (
            [span.id_ for span in spans] == [f"{ID_LETTERS[name]}{n}" for n in range(1, len(spans) + 1)] != []
        )
        assert [span._.item for span in spans] == plain[name]
    assert len(doc.spans["dates"]) == 1 and len(doc.spans["counts"]) == 1  # as in the article, each once


def test_roles_also_those_that_no_person_holds(doc: Doc) -> None:
    roles = {span.id_: span._.item for span in doc.spans["roles"]}
    assert list(roles) == [f"r{n}" for n in range(1, len(roles) + 1)]
    held = [role for person in doc._.article.to_dict()["people"] for role in person["roles"]]
    assert [role for role in roles.values() if role in held] == held != []
    assert "กรมการข้าว" in [role["organization"] for role in roles.values()]
    bare = nlp("อธิบดีกรมการข้าว กล่าวว่า ข้าวไทยดีที่สุด")
    assert [(span._.item["position"], span._.item["organization_id"]) for span in bare.spans["roles"]] == [
        ("อธิบดี", "o1")
    ]


def test_the_label_of_a_span_is_the_kind_of_its_item(doc: Doc) -> None:
    labels = {name: {span.label_ for span in group} for name, group in doc.spans.items()}
    assert labels == {
        "people": {"PERSON"},
        "organizations": {"department", "ministry"},
        "places": {"province"},
        "dates": {"day"},
        "times": {"TIME"},
        "counts": {"people"},
        "events": {"meeting"},
        "statements": {"STATEMENT"},
        "roles": {"ROLE"},
    }


def test_the_groups_are_attributes_too(doc: Doc) -> None:
    for name in ID_LETTERS:
        assert doc._.get(name) == list(doc.spans[name])
    assert spacy.blank("th")(TEXT)._.dates == []


def test_entities_tell_what_found_them_how_sure_that_is_and_by_what_rule(doc: Doc) -> None:
    found = {span.text: span for span in doc.ents}
    assert found["นายสมชาย รักไทย"]._.source == "pattern"
    assert found["กรมการข้าว"]._.source == "lexicon"
    assert found["วีระพงษ์ ประภาศิริ"]._.source in ("pattern", "model")
    assert all(0.5 <= span._.confidence < 1 for span in doc.ents)
    assert found["นายสมชาย รักไทย"]._.rule.startswith("titles:นาย")
    assert "กรม" in found["กรมการข้าว"]._.rule
    items = {
        person.id: person.to_dict() if hasattr(person, "to_dict") else person.model_dump(mode="json")
        for person in doc._.article.people
    }
    assert found["นายสมชาย"]._.item == found["นายสมชาย รักไทย"]._.item == items["p1"]


def test_a_group_is_there_as_soon_as_its_component_has_run() -> None:
    pipeline = spacy.blank("th")
    for name, groups in [
        ("dates", {"dates", "times"}),
        ("entities", set()),
        ("positions", {"roles"}),
        ("counts", {"counts"}),
    ]:
        pipeline.add_pipe(f"thai_newsie.{name}")
        doc = pipeline(TEXT)
        assert groups <= set(doc.spans)
        assert doc.spans["dates"][0]._.item["value"] == "2024-06-03"
        assert "people" not in doc.spans
    assert doc._.article.dates == extract(TEXT).dates and doc._.article.people == ()
    pipeline.add_pipe("thai_newsie.resolution")
    assert {"people", "organizations", "places"} <= set(pipeline(TEXT).spans)
    empty = pipeline("")
    assert all(len(empty.spans[name]) == 0 for name in ("people", "dates", "counts"))


@pytest.mark.parametrize(
    "text", [TEXT, "กรมการข้าว\u200bแถลงในวันที่ ๓ มิ.ย. ๖๗", "ในวันที่3มิถุนายน2567นี้นายสมชาย ใจดีกล่าว"]
)
def test_spans_are_widened_to_whole_tokens(text: str) -> None:
    pipeline = spacy.blank("xx")  # its tokens are what stands between spaces
    for stage in nlp.pipe_names:
        pipeline.add_pipe(f"thai_newsie.{stage}")
    doc = pipeline(text)
    assert doc._.article == extract(text)
    for name in ("dates", "times", "counts", "events", "statements", "roles"):
        for span in doc.spans[name]:
            item = span._.item
            assert item["text"] in span.text
            assert text[item["start"] : item["end"]] == item["text"]
            assert span.start_char <= item["start"] < item["end"] <= span.end_char


# --- saved, copied, sent


def through_bytes(doc: Doc) -> Doc:
    return Doc(nlp.vocab).from_bytes(doc.to_bytes())


def through_a_new_vocab(doc: Doc) -> Doc:
    return Doc(other_vocab).from_bytes(doc.to_bytes())


def through_docbin(doc: Doc) -> Doc:
    saved = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (loaded,) = DocBin().from_bytes(saved).get_docs(other_vocab)
    return loaded


def through_two_processes(doc: Doc) -> Doc:
    (loaded,) = nlp.pipe([doc.text], n_process=2)
    return loaded


def through_a_saved_one(doc: Doc) -> Doc:
    return through_docbin(through_bytes(doc))


WAYS: list[Callable[[Doc], Doc]] = [
    through_bytes,
    through_a_new_vocab,
    through_docbin,
    through_two_processes,
    through_a_saved_one,
    lambda doc: pickle.loads(pickle.dumps(doc)),
    lambda doc: doc.copy(),
    copy.copy,
]


@pytest.mark.parametrize("way", WAYS)
def test_a_doc_keeps_everything(doc: Doc, way: Callable[[Doc], Doc]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # W109: nothing hangs where spaCy cannot save it
        again = way(doc)
    assert again.text == doc.text
    assert shown(again) == shown(doc)
    assert again._.article == doc._.article


def test_a_doc_keeps_what_is_known_about_it_before_it_is_read() -> None:
    doc = nlp.make_doc(f"ข่าว\n{TEXT}")
    doc._.published, doc._.title_end = "2024-08-24", 4
    for again in (through_bytes(doc), through_docbin(doc), doc.copy(), *nlp.pipe([doc], n_process=2)):
        assert (again._.published, again._.title_end) == ("2024-08-24", 4)
        assert nlp(again)._.article == extract(TEXT, "ข่าว", "2024-08-24")


def test_a_loaded_doc_is_read_anew(doc: Doc) -> None:
    assert shown(nlp(through_docbin(doc))) == shown(doc)


def test_a_copy_is_read_on_without_a_change_to_the_original() -> None:
    start = spacy.blank("th")
    start.add_pipe("thai_newsie.entities")
    half = start(TEXT)
    copied = half.copy()
    for name in ("positions", "resolution"):
        nlp.get_pipe(name)(copied)
    assert [person.name for person in copied._.article.people][:1] == ["สมชาย รักไทย"]
    assert half._.article.people == () and "people" not in half.spans


def test_a_doc_is_loaded_in_a_program_that_has_no_pipeline(doc: Doc, tmp_path: Path) -> None:
    DocBin(store_user_data=True, docs=[doc]).to_disk(tmp_path / "docs.spacy")
    code = (
        "import sys, spacy, thai_newsie.spacy\n"
        "from spacy.tokens import DocBin\n"
        "(doc,) = DocBin().from_disk(sys.argv[1]).get_docs(spacy.blank('xx').vocab)\n"
        "print(doc._.article.people[0].name, doc.spans['dates'][0]._.item['value'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "docs.spacy")],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.strip() == "สมชาย รักไทย 2024-06-03"


PROGRAM = f"""
import multiprocessing, thai_newsie
if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    nlp = thai_newsie.load(thai_newsie.Config(recognizer_threshold=0.75))
    for doc, _ in nlp.pipe([({TEXT!r}, {{"published": "2024-08-24"}})] * 2, as_tuples=True, n_process=2):
        print(doc._.article.published, doc.spans["people"][0]._.item["name"], doc.ents[0]._.source)
"""


def test_other_processes_may_know_nothing_of_this_one(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    done = subprocess.run([sys.executable, str(program)], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["2024-08-24 สมชาย รักไทย pattern"] * 2


def test_numbers_of_any_size_are_saved() -> None:
    doc = nlp(f"มีผู้เข้าร่วม {'9' * 23} คน")
    assert through_docbin(doc)._.article == doc._.article == extract(doc.text)
    assert doc.spans["counts"][0]._.item["value"] == int("9" * 23)


def test_an_attribute_that_the_user_has_declared_stays_the_users() -> None:
    code = (
        "import spacy; from spacy.tokens import Doc, Span\n"
        "Doc.set_extension('article', default='mine'); Span.set_extension('rule', getter=lambda span: 'mine')\n"
        "nlp = spacy.blank('th'); nlp.add_pipe('thai_newsie.entities'); doc = nlp('กรมการข้าว')\n"
        "print(doc._.article, doc.ents[0]._.rule, doc.ents[0]._.source)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "mine mine lexicon"


@given(texts())
def test_a_doc_of_any_text_is_saved_and_loaded(text: str) -> None:
    doc = nlp(storable(text))
    again = through_docbin(doc)
    assert again._.article == doc._.article
    assert shown(again) == shown(doc)
