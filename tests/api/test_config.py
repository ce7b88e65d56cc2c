"""One immutable configuration: every key works, every wrong key or value is one error that names the key."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from thai_newsie import Config, ConfigError, explain, extract, extract_many
from thai_newsie.config import STAGE_NAMES
from thai_newsie.stages import STAGES

TEXT = (
    "วันที่ 8 มีนาคม 2565 นายวีรภาส ทองนาคำ อธิบดีกรมการข้าว เป็นประธานการประชุม ณ จังหวัดน่าน มีผู้เข้าร่วม 320 คน "
    "นายวีรภาส กล่าวว่า จะแจกพันธุ์ข้าว"
)
LISTS = ("people", "organizations", "places", "dates", "counts", "events", "statements")


def test_the_names_of_the_stages_are_those_that_run() -> None:
    assert tuple(STAGES) == STAGE_NAMES


def test_the_default_is_what_extract_does_by_itself() -> None:
    assert extract(TEXT, config=Config()) == extract(TEXT)


@pytest.mark.parametrize(
    ("stages", "filled"),
    [
        (["dates"], {"dates"}),
        (["counts"], {"counts"}),
        (["entities", "resolution"], {"organizations", "places"}),
        (["positions", "entities", "resolution"], {"people", "organizations", "places"}),
        (STAGE_NAMES, set(LISTS)),
    ],
)
def test_only_the_stages_that_are_asked_for_run(stages: list[str], filled: set[str]) -> None:
    article = extract(TEXT, config=Config(stages=stages))
    assert {name for name in LISTS if getattr(article, name)} == filled


def test_the_order_of_the_stages_is_the_pipelines() -> None:
    assert Config(stages=["counts", "dates"]).stages == ("dates", "counts")


def test_a_config_does_not_change() -> None:
    config = Config()
    with pytest.raises(Exception, match="frozen"):
        config.latin = True  # type: ignore[misc]
    assert config.replace(latin=True).latin and not config.latin


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"stagse": ["dates"]}, "stagse: no such key; did you mean 'stages'?"),
        ({"shape": 1}, "shape: no such key; the keys are stages, tables, recognizer, "),
        ({"stages": ["date"]}, "stages: 'date' is no stage; choose from dates, entities, "),
        ({"stages": 5}, "stages: must be a list of stage names"),
        ({"tables": "/no/such/folder"}, "tables: '/no/such/folder' is no folder"),
        ({"tables": [7]}, "tables: must hold paths, not int"),
        ({"tables": 7}, "tables: must be a folder or a list of folders"),
        (
            {"recognizer": "model.npz"},
            "recognizer: 'model.npz' is no model file; give true, false or the path",
        ),
        ({"recognizer_threshold": 2}, "recognizer_threshold: Input should be less than or equal to 1, not 2"),
        ({"time_limit": 0}, "time_limit: Input should be greater than 0, not 0"),
        ({"latin": "perhaps"}, "latin: "),
    ],
)
def test_a_wrong_key_or_value_is_one_error_that_names_the_key(
    values: dict[str, object], message: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        Config(**values)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_wrong_value_is_no_failure_of_each_article() -> None:
    with pytest.raises(ConfigError):
        extract_many([TEXT], config=Config(tables="/no/such/folder"))


def test_a_toml_file(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "units.tsv").write_text("word\tflags\nลัง\t-\n", encoding="utf-8")
    file = tmp_path / "news.toml"
    file.write_text('stages = ["dates", "entities"]\ntables = "mine"\nlatin = true\n', encoding="utf-8")
    assert Config.from_toml(file) == Config(
        stages=["dates", "entities"], tables=[tmp_path / "mine"], latin=True
    )


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("stages = [", "is no TOML file"),
        ("stagse = []", "stagse: no such key"),
        ('tables = "mine"', "tables: .*mine' is no folder"),
    ],
)
def test_a_wrong_toml_file_names_itself_and_the_key(tmp_path: Path, toml: str, message: str) -> None:
    file = tmp_path / "news.toml"
    file.write_text(toml, encoding="utf-8")
    with pytest.raises(ConfigError, match=f"^{file}: {message}"):
        Config.from_toml(file)


def test_a_config_travels_to_other_processes() -> None:
    config = Config(stages=["dates"], latin=True, recognizer_threshold=0.7)
    assert pickle.loads(pickle.dumps(config)) == config
    assert Config(**config.to_dict()) == config


def test_the_time_limit_is_the_configs() -> None:
    long, short = (
        extract(TEXT * 50, config=Config(time_limit=1e-9, time_limit_per_character=rate))
        for rate in (1.0, 0.0)
    )
    assert not long.warnings
    assert short.warnings == (
        "reading took more than 0 seconds: what would have been found later is missing",
    )


def test_latin_is_the_configs_and_the_argument_wins() -> None:
    config = Config(latin=True)
    assert extract(TEXT, config=config).people[0].latin_source == "transcription"
    assert extract(TEXT, config=config, latin=False).people[0].latin == ""


def test_the_recognizer_can_be_off() -> None:
    text = "ในการนี้ แพทองธาร ชินวัตร นายกรัฐมนตรีกล่าวเปิดงาน"
    found = [
        {person.name for person in extract(text, config=config).people}
        for config in (Config(), Config(recognizer=False), Config(recognizer_threshold=1.0))
    ]
    assert found == [{"แพทองธาร ชินวัตร"}, set(), set()]


@pytest.mark.parametrize("given", [{}, [], {"latin": True}, "config.toml"])
def test_a_config_is_a_config(given: object) -> None:
    for call in (extract, explain):
        with pytest.raises(TypeError, match=r"config must be a thai_newsie\.Config, not "):
            call("ข่าว", config=given)  # type: ignore[operator]
    with pytest.raises(TypeError, match=r"config must be a thai_newsie\.Config, not "):
        extract_many(["ข่าว"], config=given)  # type: ignore[arg-type]


def test_a_folder_of_tables_that_cannot_be_meant(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="tables: '' is no folder"):
        Config(tables="")
    with pytest.raises(ConfigError, match=r"tables: .* holds no table \(\.tsv\)"):
        Config(tables=tmp_path)
    (tmp_path / "units.tsv").write_text("word\ttype\tsource\nเข่งใหญ่\tthing\ttest\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"tables: .* is given twice"):
        Config(tables=[tmp_path, tmp_path / ".." / tmp_path.name])


def test_a_toml_file_of_an_editor_that_writes_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("latin = true", encoding="utf-8-sig")
    assert Config.from_toml(path).latin
