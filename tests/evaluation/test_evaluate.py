"""The figures are those of the script that lies beside the annotated articles, whatever was extracted."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from typing import Any

import pytest

from command import one_line, run
from thai_newsie.evaluation import LISTS, Scores, Tally, annotated, evaluate, miss_lines, score_table
from thai_newsie.evaluation.agreement import similar
from thai_newsie.evaluation.files import predictions

ARTICLE = {
    "id": "1",
    "title": "หัวข่าว",
    "text": "นายสมชาย ใจดี กล่าวว่า มีผู้เข้าร่วม 120 คน ที่ จ.น่าน เมื่อวันที่ 9 มีนาคม 2565",
}
GOLD: dict[str, Any] = {
    "id": "1",
    "people": [
        {
            "name": "สมชาย ใจดี",
            "title": "นาย",
            "roles": [{"text": "อธิบดีกรมการข้าว", "position": "อธิบดี", "organization": "กรมการข้าว"}],
        }
    ],
    "organizations": [{"name": "กรมการข้าว", "aliases": ["กข."]}],
    "places": [{"text": "จ.น่าน"}, {"text": "กทม."}],
    "dates": [{"text": "9 มีนาคม 2565", "value": "2022-03-09"}, {"text": "9 มี.ค. 65", "value": "2022-03-09"}],
    "times": [{"text": "09.00 น.", "value": "09:00"}],
    "counts": [{"text": "120 คน", "value": 120, "unit": "คน"}, {"text": "ร้อยละ 5", "value": 5, "unit": "ร้อยละ"}],
    "events": [{"type": "meeting", "date": "2022-03-09", "place": "ห้องประชุม 1 กรมการข้าว", "attendance": 120}],
    "statements": [{"speaker": "สมชาย ใจดี", "cue": "กล่าวว่า", "begins": "มีผู้เข้าร่วม 120 คน"}],
}  # fmt: skip


def tallies(found: dict[str, Any]) -> dict[str, tuple[int, int, int]]:
    scores = Scores()
    scores.add(ARTICLE, GOLD, found)
    return {name: (t.right, t.wrong, t.missed) for name, t in scores.tallies.items()}


def test_all_right() -> None:
    scores = Scores()
    scores.add(ARTICLE, GOLD, GOLD)
    assert scores.mean == 1
    assert not any(scores.misses.values())


def test_nothing_found() -> None:
    assert all(right == wrong == 0 < missed for right, wrong, missed in tallies({}).values())


@pytest.mark.parametrize(
    ("name", "item", "expected"),
    [
        ("people", {"name": "สมชาย  ใจดี"}, (1, 0, 0)),
        ("people", {"name": "สมชาย"}, (0, 1, 1)),
        ("organizations", {"name": "กข."}, (1, 0, 0)),
        ("organizations", {"name": "กรม", "mentions": [{"text": "กรมการข้าว"}]}, (1, 0, 0)),
        ("organizations", {"name": ""}, (0, 1, 1)),
        ("places", {"text": "จังหวัดน่าน"}, (1, 0, 1)),
        ("places", {"text": "กรุงเทพมหานคร"}, (1, 0, 1)),
        ("dates", {"value": "2022-03-09"}, (1, 0, 0)),
        ("counts", {"value": "120.0", "unit": "คน"}, (1, 0, 1)),
        ("counts", {"value": 5, "unit": "%"}, (1, 0, 1)),
        ("counts", {"value": None, "unit": "คน"}, (0, 1, 2)),
        ("events", {"type": "meeting", "place": "กรมการข้าว", "date": "2022-03-10"}, (2, 1, 2)),
        ("events", {"type": "visit"}, (0, 1, 4)),
        ("statements", {"speaker": "สมชาย", "begins": "ผู้เข้าร่วม 120 คน"}, (1, 0, 0)),
        ("statements", {"speaker": "สมชาย", "begins": "120 คน ที่"}, (0, 1, 1)),
        ("statements", {"speaker": "", "begins": "มีผู้เข้าร่วม"}, (0, 1, 1)),
    ],
)
def test_what_is_the_same(name: str, item: dict[str, Any], expected: tuple[int, int, int]) -> None:
    assert tallies({name: [item]})[name] == expected


def test_misses_are_shown(tmp_path: Path) -> None:
    scores = Scores()
    scores.add(ARTICLE, GOLD, {"organizations": [{"name": "กรมประมง"}]})
    assert list(miss_lines(scores, "organizations")) == [
        "## 1",
        '   missed ["กข.", "กรมการข้าว"]',
        '   extra ["กรมประมง"]',
    ]
    assert list(miss_lines(scores, "events"))[1].startswith("   pair")


def test_nothing_to_find_and_nothing_found_is_no_error() -> None:
    assert Tally().f1 == 1
    assert similar("", "") and not similar("", "ก")


def test_folder_without_annotations(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no annotated articles"):
        evaluate(tmp_path, [])


# --- against the script itself


def script(gold: Path) -> Any:
    spec = importlib.util.spec_from_file_location("score", gold.parent / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spoilt(gold: dict[str, Any], other: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """What a poor extractor might have found: some items lost, some cut short, some of another article."""
    found: dict[str, Any] = {}
    for name, items in gold.items():
        if isinstance(items, list):
            kept = [item for item in items if chance.random() < 0.7]
            kept += [item for item in other.get(name, []) if chance.random() < 0.2]
            found[name] = [{**item, **clipped(item, chance)} for item in kept]
    return found


def clipped(item: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    return {
        k: v[chance.randint(0, 3) :] for k, v in item.items() if isinstance(v, str) and chance.random() < 0.2
    }


@pytest.mark.gold
@pytest.mark.parametrize("seed", range(3))
def test_same_figures_as_the_script(gold: Path, seed: int) -> None:
    score, chance = script(gold), random.Random(seed)
    pairs = list(annotated(gold))
    theirs = {name: [0, 0, 0] for name in LISTS}
    scores = Scores()
    for number, (article, annotation) in enumerate(pairs):
        found = spoilt(dict(annotation), dict(pairs[number - 1][1]), chance)
        scores.add(article, annotation, found)
        for name, counted in score.score_article(article, annotation, found)[0].items():
            theirs[name] = [a + b for a, b in zip(theirs[name], counted, strict=True)]
    assert {name: [t.right, t.wrong, t.missed] for name, t in scores.tallies.items()} == theirs
    for name, tally in scores.tallies.items():
        assert (tally.precision, tally.recall, tally.f1) == score.prf(*theirs[name])
    assert 0.2 < scores.mean < 0.95, (
        "the comparison is only worth something where much is right and much wrong"
    )


@pytest.mark.gold
def test_same_table_as_the_script(gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import contextlib
    import io

    chance = random.Random(7)
    pairs = list(annotated(gold))[1:]
    records = [{**spoilt(dict(g), dict(pairs[0][1]), chance), "id": a["id"]} for a, g in pairs]
    out = tmp_path / "out.jsonl"
    out.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["score.py", str(gold), str(out)])
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        script(gold).main()
    assert score_table(evaluate(gold, records)) == printed.getvalue().rstrip("\n")


# --- files of another form


def folder_with(path: Path, article: object = ARTICLE, annotation: object = GOLD) -> Path:
    path.mkdir()
    (path / "1.json").write_text(json.dumps(article), encoding="utf-8")
    (path / "1.gold.json").write_text(json.dumps(annotation), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"id": "1", "peo', "out.jsonl:2: is not JSON"),
        ("[" * 100_000, "out.jsonl:2: is not JSON"),
        ("[]", "out.jsonl:2: is no object, but a list"),
        ('{"id": "1", "people": 7}', "out.jsonl:2: people: Input should be a valid list"),
        ('{"id": "1", "people": ["สมชาย"]}', r"out.jsonl:2: people\.0: Input should be"),
        ('{"id": "1", "people": [{"roles": ["x"]}]}', r"out.jsonl:2: people\.0\.roles\.0: Input should be"),
        ('{"id": "1", "organizations": [{"aliases": 5}]}', r"out.jsonl:2: organizations\.0\.aliases: Input"),
        ('{"id": "1", "dates": [{"value": []}]}', r"out.jsonl:2: dates\.0\.value"),
        ('{"id": "1", "events": [[]]}', r"out.jsonl:2: events\.0: Input should be"),
    ],
)
def test_a_wrong_prediction_is_told_with_its_line(line: str, told: str, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text(json.dumps(GOLD) + "\n" + line, encoding="utf-8")
    with pytest.raises(ValueError, match=told) as error:
        evaluate(folder_with(tmp_path / "gold"), predictions(out))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("article", "annotation", "told"),
    [
        ([], GOLD, r"1\.json: is no object, but a list"),
        ({"id": "1", "text": "x"}, GOLD, r"1\.json: title: Field required"),
        (ARTICLE, {"people": "สมชาย"}, r"1\.gold\.json: people: Input should be a valid list"),
        (ARTICLE, 3, r"1\.gold\.json: is no object, but a int"),
    ],
)
def test_a_wrong_annotation_is_told(article: object, annotation: object, told: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=told):
        evaluate(folder_with(tmp_path / "gold", article, annotation), [])


def test_the_form_of_other_programs_is_enough(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    digits = [{"value": 10**400, "unit": "คน"}]
    more = {"colour": 1, "people": GOLD["people"], "counts": digits, "places": None, "id": 1}
    out.write_text(json.dumps(more), encoding="utf-8")
    assert evaluate(folder_with(tmp_path / "gold"), predictions(out)).tallies["people"] == Tally(right=1)


def test_the_command_tells_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text('{"id": "1", "people": 7}', encoding="utf-8")
    line = one_line(
        run("evaluate", folder_with(tmp_path / "gold"), "--predictions", tmp_path / "out.jsonl", status=2)
    )
    assert line.endswith("out.jsonl:1: people: Input should be a valid list")
