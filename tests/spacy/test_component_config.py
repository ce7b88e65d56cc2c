"""What a component's config may say, and how a pipeline with one is saved and loaded."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import thai_newsie
from conftest import ROOT
from thai_newsie import Config, ConfigError
from thai_newsie.spacy.components import keys
from thai_newsie.spacy.state import ID_LETTERS, document_of
from thai_newsie.stages import STAGES

TEXT = "โรเบิร์ต นายอำเภอปาย และ วีระพงษ์ ประภาศิริ แจกต้นกล้า 20 เข่งใหญ่ ณ ร้านริมน้ำ เมื่อวันที่ 3 มิถุนายน 2567"


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    folder = tmp_path / "tables"
    folder.mkdir()
    (folder / "units.tsv").write_text("word\ttype\tsource\nเข่งใหญ่\tthing\ttest\n", encoding="utf-8")
    return folder


def counted(nlp: Language) -> list[str]:
    return [span._.item["unit"] for span in nlp(TEXT)._.counts]


# Which stages run is the pipeline's own choice; how much is read, and from where, is for readers of files, and spaCy has `max_length`.
NOT_OF_COMPONENTS = {"stages", "max_characters", "max_bytes", "columns", "per_page", "hosts", "language"}


def test_the_keys_of_all_components_are_those_of_config() -> None:
    assert {key for stage in STAGES for key in keys(stage)} == set(Config.model_fields) - NOT_OF_COMPONENTS


def test_the_page_tells_every_component_setting_and_group() -> None:
    page = (ROOT / "docs" / "spacy.md").read_text(encoding="utf-8")
    rows = {
        tuple(cell.strip() for cell in line.split("|")[1:-1])
        for line in page.splitlines()
        if line[:3] == "| `"
    }
    first = {row[0].strip("`"): row for row in rows}
    assert set(first) == {
        *(f"thai_newsie.{stage}" for stage in STAGES),
        *(key for stage in STAGES for key in keys(stage)),
        "use_doc_ents",
        *ID_LETTERS,
    }
    for stage in STAGES:
        for key in keys(stage):
            assert first[key][1] == "every component" or stage in first[key][1]
    for group, letter in ID_LETTERS.items():
        assert first[group][1].startswith(f"`{letter}1`")
        (owner,) = (row[0] for row in rows if f'doc.spans["{group}"]' in row[-1])
        nlp = spacy.blank("th")
        nlp.add_pipe(owner.strip("`"))
        assert f"doc._.{group}" in nlp.get_pipe_meta(owner.strip("`")).assigns


def test_a_component_reads_with_its_own_tables(tables: Path) -> None:
    nlp = spacy.blank("th")
    nlp.add_pipe("thai_newsie.counts", config={"tables": [str(tables)]})
    assert counted(nlp) == ["เข่งใหญ่"]


def test_two_pipelines_do_not_influence_each_other(tables: Path) -> None:
    plain, own = thai_newsie.load(), thai_newsie.load(Config(tables=[tables]))
    want_plain, want_own = (
        thai_newsie.extract(TEXT, config=config) for config in (Config(), Config(tables=[tables]))
    )
    assert want_plain != want_own
    for _ in range(2):
        assert plain(TEXT)._.article == want_plain
        assert own(TEXT)._.article == want_own
    # also where the Docs are read in turn, component by component, and the articles asked for at the end
    docs = [plain.make_doc(TEXT), own.make_doc(TEXT)]
    for stage in STAGES:
        for nlp, doc in zip((plain, own), docs, strict=True):
            nlp.get_pipe(stage)(doc)
    assert [doc._.article for doc in docs] == [want_plain, want_own]


def test_the_recognizer_can_be_switched_off_or_made_stricter() -> None:
    def found(**config: object) -> list[str]:
        nlp = spacy.blank("th")
        nlp.add_pipe("thai_newsie.recognizer", config=config)
        return [entity.text for entity in nlp(TEXT).ents]

    assert "วีระพงษ์ ประภาศิริ" in found()
    assert found(recognizer=False) == []
    assert found(recognizer_threshold=1.0) == []


def test_names_are_transcribed_where_the_config_asks_for_it() -> None:
    text = "นายสมชาย ใจดี อธิบดีกรมการข้าว ลงพื้นที่"
    article = thai_newsie.load(Config(latin=True))(text)._.article
    assert article == thai_newsie.extract(text, latin=True) != thai_newsie.extract(text)


def test_the_config_of_load_reaches_each_component(tables: Path) -> None:
    config = Config(
        tables=[tables], time_limit=5.0, recognizer_threshold=0.75, stages=["entities", "recognizer"]
    )
    nlp = thai_newsie.load(config)
    assert nlp.pipe_names == ["entities", "recognizer"]
    written = nlp.config["components"]
    assert written["entities"]["tables"] == written["recognizer"]["tables"] == [str(tables)]
    assert written["recognizer"]["recognizer_threshold"] == 0.75
    assert "recognizer_threshold" not in written["entities"]
    assert nlp.get_pipe("entities").config == config.replace(stages=tuple(STAGES), recognizer_threshold=0.5)  # type: ignore[union-attr]


def test_a_document_knows_the_config_it_is_read_with() -> None:
    nlp = thai_newsie.load(Config(time_limit=5.0))
    assert document_of(nlp(TEXT)).config.time_limit == 5.0


# --- entities of other components


def with_ruler(use_doc_ents: bool) -> Language:
    nlp = spacy.blank("th", config={"nlp": {"tokenizer": {"@tokenizers": "thai_newsie.Tokenizer.v1"}}})
    ruler = nlp.add_pipe("entity_ruler")
    patterns = {"โรเบิร์ต": "PERSON", "ร้านริมน้ำ": "FAC", "ต้นกล้า": "PRODUCT"}
    ruler.add_patterns([{"label": label, "pattern": text} for text, label in patterns.items()])  # type: ignore[attr-defined]
    nlp.add_pipe("thai_newsie.entities", config={"use_doc_ents": use_doc_ents})
    nlp.add_pipe("thai_newsie.positions")
    nlp.add_pipe("thai_newsie.resolution")
    return nlp


def test_entities_of_an_earlier_component_serve_as_evidence() -> None:
    nlp = with_ruler(True)
    for doc in (nlp(TEXT), nlp(nlp(TEXT)), nlp(TEXT.replace("ำ", "\u0e4d\u0e32"))):
        article = doc._.article
        assert "โรเบิร์ต" in [person.name for person in article.people]
        assert [role.position for role in article.people[0].roles] in (["นายอำเภอ"], ["นายอ\u0e4d\u0e32เภอ"])
        assert "ร้านริม" in "".join(place.text for place in article.places)
        (robert,) = (entity for entity in doc.ents if entity.text == "โรเบิร์ต")
        assert (robert._.source, robert._.item["name"]) == ("given", "โรเบิร์ต")
        assert ("ต้นกล้า", "PRODUCT") in {(entity.text, entity.label_) for entity in doc.ents}


def test_entities_of_an_earlier_component_are_not_asked_otherwise() -> None:
    doc = with_ruler(False)(TEXT)
    assert "โรเบิร์ต" not in [person.name for person in doc._.article.people]
    assert ("โรเบิร์ต", "PERSON") in {(entity.text, entity.label_) for entity in doc.ents}
    assert doc.ents[0]._.source is None and doc.ents[0]._.item is None


# --- errors


@pytest.mark.parametrize(
    ("stage", "config", "message"),
    [
        ("dates", {"time_limit": 0}, "thai_newsie.dates: time_limit: Input should be greater than 0, not 0"),
        ("counts", {"tables": ["/no/such"]}, "thai_newsie.counts: tables: '/no/such' is no folder"),
        (
            "recognizer",
            {"recognizer": "no.npz"},
            "thai_newsie.recognizer: recognizer: 'no.npz' is no model file",
        ),
        ("recognizer", {"recognizer_threshold": "x"}, "thai_newsie.recognizer: recognizer_threshold: "),
        ("entities", {"use_doc_ents": 1}, "thai_newsie.entities: use_doc_ents: must be true or false, not 1"),
        ("resolution", {"latin": "perhaps"}, "thai_newsie.resolution: latin: "),
    ],
)
def test_a_wrong_value_is_one_error_that_names_the_key(
    stage: str, config: dict[str, object], message: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        spacy.blank("th").add_pipe(f"thai_newsie.{stage}", config=config)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_wrong_table_is_one_error_that_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "unit.tsv").write_text("word\nเข่ง\n", encoding="utf-8")
    with pytest.raises(
        ConfigError, match=r"thai_newsie\.counts: tables: .*unit\.tsv: .*did you mean units\.tsv"
    ):
        spacy.blank("th").add_pipe("thai_newsie.counts", config={"tables": [str(tmp_path)]})


@pytest.mark.parametrize(
    ("stage", "key"), [("dates", "tabels"), ("dates", "recognizer"), ("counts", "use_doc_ents")]
)
def test_a_wrong_key_is_one_error_that_names_it(stage: str, key: str) -> None:
    with pytest.raises(ValueError, match=f"thai_newsie.{stage} -> {key}"):
        spacy.blank("th").add_pipe(f"thai_newsie.{stage}", config={key: True})


# --- saved and loaded


def configured(tables: Path) -> Language:
    nlp = thai_newsie.load(Config(tables=[tables], recognizer_threshold=0.75, time_limit=5.0))
    nlp.remove_pipe("entities")
    nlp.add_pipe("thai_newsie.entities", name="entities", config={"use_doc_ents": True}, after="dates")
    nlp.add_pipe("entity_ruler", first=True).add_patterns([{"label": "PERSON", "pattern": "โรเบิร์ต"}])  # type: ignore[attr-defined]
    return nlp


def test_a_pipeline_is_saved_and_loaded_with_its_config(tables: Path, tmp_path: Path) -> None:
    nlp = configured(tables)
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.pipe_names == nlp.pipe_names
    assert again.config.to_str() == nlp.config.to_str()
    assert again(TEXT)._.article == nlp(TEXT)._.article
    assert counted(again) == ["เข่งใหญ่"]
    assert again.get_pipe("recognizer").config == nlp.get_pipe("recognizer").config  # type: ignore[union-attr]
    assert again.get_pipe("entities").use_doc_ents  # type: ignore[union-attr]


def test_a_pipeline_is_made_from_its_config_file(tables: Path) -> None:
    nlp = thai_newsie.load(Config(tables=[tables], recognizer=False))
    config = spacy.util.Config().from_str(nlp.config.to_str(), interpolate=False)
    again = spacy.blank("th").from_config(config)
    assert again.config.to_str() == nlp.config.to_str()
    assert again(TEXT)._.article == nlp(TEXT)._.article


def test_a_pipeline_is_saved_in_bytes(tables: Path) -> None:
    nlp = thai_newsie.load(Config(tables=[tables]))
    again = thai_newsie.load(Config(tables=[tables])).from_bytes(nlp.to_bytes())
    assert again(TEXT)._.article == nlp(TEXT)._.article


@pytest.mark.parametrize("how", ["to_disk", "to_bytes"])
def test_a_name_that_no_config_file_can_hold_is_an_error(how: str, tmp_path: Path) -> None:
    nlp = spacy.blank("th")
    nlp.add_pipe("thai_newsie.dates")
    arguments = [tmp_path] if how == "to_disk" else []
    with pytest.raises(ValueError, match=r'nlp\.add_pipe\("thai_newsie\.dates", name="dates"\)'):
        getattr(nlp, how)(*arguments)


def test_a_component_is_pickled_without_its_tables(tables: Path) -> None:
    component = thai_newsie.load(Config(tables=[tables])).get_pipe("counts")
    data = pickle.dumps(component)
    assert len(data) < 2_000
    assert pickle.loads(data).config == component.config  # type: ignore[attr-defined]


def test_a_component_is_taken_from_another_pipeline(tables: Path) -> None:
    nlp = spacy.blank("th")
    nlp.add_pipe("counts", source=thai_newsie.load(Config(tables=[tables])))
    assert counted(nlp) == ["เข่งใหญ่"]
