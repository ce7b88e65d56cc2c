"""The statistical recognizer: its tokens, its decoding, its file, and what the shipped model reads."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from itertools import pairwise, product
from pathlib import Path
from threading import Barrier
from unittest import mock

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from threadpoolctl import threadpool_info
from training.annotated_sentences import LABELS, parse, read_annotated, sentence, strict_f1

from thai_newsie.config import Config, ConfigError
from thai_newsie.document import Document
from thai_newsie.ner import token_sums
from thai_newsie.ner.decode import best_labels, forbid
from thai_newsie.ner.model_checksum import ModelError, check, with_checksum
from thai_newsie.ner.model_file import load, save
from thai_newsie.ner.recognize import SHIPPED_MODEL, Recognized, model_in, recognize, shipped
from thai_newsie.ner.rows import Rows
from thai_newsie.ner.tokens import token_boundaries, tokens_of
from thai_newsie.provenance import Trace
from thai_newsie.stages import STAGES
from thai_newsie.stages import recognizer as stage
from thai_newsie.stages.entities.rules import find_by_rules
from thai_newsie.stages.recognizer.windows import windows
from thai_newsie.text.normalized import NormalizedText
from thai_newsie.text.words import word_starts

NER = Path(__file__).parents[3] / "shared" / "ner"
BLAS_THREADS = [info["num_threads"] for info in threadpool_info() if info["user_api"] == "blas"]
THAI = st.text(st.sampled_from("กขคมนสะาิเแ่้ .,()0123456789AbZ\n“”ฯๆ"), max_size=60)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("รมว.ศธ.แถลง", ["รมว.", "ศธ.", "แถลง"]),  # an office ends where its body begins
        ("พล.ต.อ.มานะ", ["พล.ต.อ.", "มานะ"]),
        ("(มกช.)", ["(", "มกช.", ")"]),
        ("ราคา 1,250.50 บาท.", ["ราคา", "1,250.50", "บาท", "."]),
        ("คนไทย", ["คน", "ไทย"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens_of(text, word_starts(text)).texts == expected


@given(THAI)
def test_tokens_cover_the_text(text: str) -> None:
    edges = token_boundaries(text, word_starts(text))
    assert edges == sorted(set(edges))
    assert "".join(text[start:end] for start, end in pairwise(edges)) == text


@pytest.mark.parametrize(
    "line", ["[PERSON]นายมานะ", "นายมานะ[/PERSON]", "[PERSON]นายมานะ[/LAW]", "[PERSON] [/PERSON]", "[1] ข้อ"]
)
def test_marks_that_mark_nothing(line: str) -> None:
    assert parse(line).entities == ()


def test_an_entity_inside_a_token_takes_the_whole_token() -> None:
    found = sentence(parse("ประ[LOCATION]ชุม[/LOCATION]"))
    assert [LABELS[label] for label in found.labels] == ["B-LOCATION"]


def test_strict_f1_counts_label_and_boundaries() -> None:
    gold = [[(0, 3, "LAW")], [(0, 2, "DATE"), (4, 6, "DATE")]]
    rates = strict_f1(gold, [[(0, 3, "DATE")], [(0, 2, "DATE"), (4, 7, "DATE")]])
    assert rates["LAW"] == (0, 0, 0)
    assert rates["DATE"] == pytest.approx((1 / 3, 1 / 2, 2 / 5))


def test_decoding_finds_the_best_path() -> None:
    labels = ["O", "B-LAW", "I-LAW"]
    random = np.random.default_rng(0)
    for length in (1, 2, 5):
        scores = random.normal(size=(length, 3)).astype(np.float32)
        transitions = forbid(random.normal(size=(3, 3)).astype(np.float32), labels)

        def total(path: tuple[int, ...], scores=scores, transitions=transitions) -> float:  # type: ignore[no-untyped-def]
            steps = sum(transitions[a, b] for a, b in pairwise(path))
            return float(steps + sum(scores[place, label] for place, label in enumerate(path)))

        paths = [path for path in product(range(3), repeat=length) if path[0] != 2]  # I- begins nothing
        best = max(paths, key=total)
        assert tuple(best_labels(scores, transitions, np.zeros(length, bool), np.zeros(length, bool))) == best


def test_stretches_are_decoded_as_if_alone() -> None:
    random = np.random.default_rng(1)
    scores = random.normal(size=(40, 5)).astype(np.float32)
    transitions = random.normal(size=(5, 5)).astype(np.float32)
    certain = random.random(40) < 0.3
    outside = random.random(40) < 0.1
    together = best_labels(scores, transitions, certain, outside)
    boundaries = np.flatnonzero(certain | outside).tolist()
    for before, after in pairwise(boundaries):
        here = slice(before, after + 1)
        alone = best_labels(scores[here], transitions, certain[here], outside[here])
        assert together[here].tolist() == alone.tolist()


def test_packed_rows_are_near_the_rows() -> None:
    rows = np.random.default_rng(2).normal(size=(6, 50)).astype(np.float32)
    total = Rows.packed(rows).sums(np.arange(6), np.ones(6, bool), np.array([0, 4]))
    assert np.abs(total - [rows[:4].sum(0), rows[4:].sum(0)]).max() < 0.1


def test_the_file_is_small_and_saves_to_the_same_bytes(tmp_path: Path) -> None:
    path = SHIPPED_MODEL
    assert path.stat().st_size <= 20_000_000
    for copy in (tmp_path / "one.npz", tmp_path / "two.npz"):
        save(load(path), copy)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    text = "นายสมชาย ใจดี ประชุมที่จังหวัดน่าน"
    assert recognize(text, model=load(tmp_path / "one.npz")) == recognize(text)


def test_a_model_of_another_version_is_refused(tmp_path: Path) -> None:
    with np.load(SHIPPED_MODEL, allow_pickle=False) as file:
        arrays = dict(file.items())
    arrays["version"] += 1
    saved(tmp_path / "later.npz", **arrays)
    with pytest.raises(ValueError, match="version"):
        load(tmp_path / "later.npz")


def test_a_model_that_holds_code_is_refused(tmp_path: Path) -> None:
    saved(tmp_path / "code.npz", version=np.array([print], dtype=object))
    with pytest.raises(ValueError, match="allow_pickle"):
        load(tmp_path / "code.npz")


@settings(max_examples=60, deadline=None)
@given(THAI)
def test_entities_are_in_order_within_lines(text: str) -> None:
    found = recognize(text)
    for entity in found:
        assert 0 <= entity.start < entity.end <= len(text)
        assert "\n" not in text[entity.start : entity.end]
        assert text[entity.start : entity.end].strip() == text[entity.start : entity.end]
        assert 0 <= entity.confidence <= 1
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_lines_do_not_see_each_other() -> None:
    lines = ["นายมานะ ดีใจ", "กรมการข้าวประชุมที่เชียงราย", "สมชายพบมานี"]
    together = [(e.label, round(e.confidence, 3)) for e in recognize("\n".join(lines))]
    assert together == [(e.label, round(e.confidence, 3)) for line in lines for e in recognize(line)]


def test_tokens_forgotten_are_read_again_alike() -> None:
    model = load(SHIPPED_MODEL)
    text = "นายมานะ ดีใจ เดินทางไปกรุงโตเกียว ประเทศญี่ปุ่น"
    before = recognize(text, model=model)
    recognize(" ".join(f"ก{number}ข" for number in range(31_000)), model=model)
    assert recognize(text, model=model) == before


@pytest.mark.gold
@pytest.mark.skipif(not NER.is_dir(), reason="needs the annotated lines")
def test_strict_f1_on_the_validation_lines() -> None:
    lines = read_annotated(NER / "val.txt")
    found = [[(e.start, e.end, e.label) for e in recognize(line.text)] for line in lines]
    rates = strict_f1([line.entities for line in lines], found)
    assert rates["ALL"][2] >= 0.84
    assert rates["PERSON"][2] >= 0.88
    assert rates["ORGANIZATION"][2] >= 0.82
    assert rates["LOCATION"][2] >= 0.81


@pytest.mark.parametrize(
    ("text", "name", "label", "confidence", "taken"),
    [
        ("“วีระพงษ์ ดีใจ” ลงพื้นที่", "วีระพงษ์ ดีใจ", "PERSON", 0.99, True),
        ("“วีระพงษ์ ดีใจ” ลงพื้นที่", "วีระพงษ์ ดีใจ", "PERSON", 0.3, False),  # not sure enough
        ("“วีระพงษ์ ดีใจ” ลงพื้นที่", "วีระพงษ์ ดีใจ", "LAW", 0.99, False),  # no label of the stage
        ("“วีระพงษ์” พบนายมานะ ดีใจ ", "มานะ ดีใจ", "PERSON", 0.99, False),  # the rules have it
        ("“วีระพงษ์” พบนายวีระพงษ์ ดีใจ ", "วีระพงษ์", "PERSON", 0.99, False),  # and know him
        ("“วีระพงษ์” พบนายอำเภอปาย ", "นายอำเภอปาย", "PERSON", 0.99, False),  # an office
        ("“วีระพงษ์ ดีใจ” ขอเชิญ นาย ลงพื้นที่", "นาย", "PERSON", 0.99, False),  # a title alone
        (
            "“วีระพงษ์ ดีใจ” เผยแพร่พระเกียรติคุณ",
            "พระเกียรติคุณ",
            "PERSON",
            0.99,
            False,
        ),  # the rules know royal persons
        ("มอบหมาย “มานะ-วีระ” ลงพื้นที่ “วีระพงษ์”", "มานะ-วีระ", "PERSON", 0.99, False),  # two persons
        ("“วีระพงษ์ ดีใจ” ลงพื้นที่", "วีระ", "PERSON", 0.99, False),  # a part of a word
    ],
)
def test_what_the_stage_takes_from_the_recognizer(
    monkeypatch: pytest.MonkeyPatch, text: str, name: str, label: str, confidence: float, taken: bool
) -> None:
    start = text.index(name)
    one = Recognized(start, start + len(name), label, confidence)
    monkeypatch.setattr("thai_newsie.ner.recognize.recognize", lambda text, starts, model, windows: [one])
    document = Document(NormalizedText(text), frozenset(word_starts(text)))
    found = stage.find_recognized(document, find_by_rules(document))
    assert [(e.start, e.end, e.label, e.source, e.confidence) for e in found] == (
        [(one.start, one.end, label, "model", confidence)] if taken else []
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("ในการนี้ วีระพงษ์ ประภาศิริ ปลัดกระทรวงพาณิชย์", True),  # before an office
        ("ปลัดฯ วีระพงษ์ นำคณะลงพื้นที่", True),  # a given name that is no word
        ("“สมศักดิ์” เปิดประชุม", True),
        ("ตามคำเชิญของประธานาธิบดีโจ ไบเดน", True),  # behind a president's or a premier's office
        ("พบนายกรัฐมนตรีหลี่ เค่อเฉียง", True),
        ("นายกรัฐมนตรีเชื่อมั่นว่า ไทยพร้อม", False),  # what he does
        ("เปิดตัวภาพยนตร์ “แมนสรวง”", False),
        ("เปิดประชุมที่กรมการข้าว กรุงเทพฯ วันนี้", False),
        ("", False),
    ],
)
def test_what_the_recognizer_is_given_to_read(text: str, read: bool) -> None:
    document = Document(NormalizedText(f"ก่อน\n{text}\nหลัง"), frozenset(word_starts(f"ก่อน\n{text}\nหลัง")))
    assert [document.text[start:end] for start, end in windows(document, document.where([]))] == [text] * read


@settings(max_examples=60, deadline=None)
@given(THAI, st.sampled_from(["", " นายกรัฐมนตรี", "“สมศักดิ์”", " วีระพงษ์ ประภา ปลัดกระทรวง"]))
def test_windows_are_in_order_within_lines(text: str, tail: str) -> None:
    text = f"{text}{tail}{text}"
    document = Document(NormalizedText(text), frozenset(word_starts(text)))
    found = windows(document, document.where([]))
    assert all(one[1] < other[0] for one, other in pairwise(found))
    for start, end in found:
        assert 0 <= start < end <= len(document.text)
        assert "\n" not in document.text[start:end]


def test_a_window_is_read_as_if_alone() -> None:
    text = "นายมานะ ดีใจ กล่าวว่า กรมการข้าวประชุมที่เชียงราย"
    alone = [(e.start + 22, e.end + 22, e.label) for e in recognize(text[22:])]
    assert [(e.start, e.end, e.label) for e in recognize(text, windows=[(22, len(text))])] == alone
    assert recognize(text, windows=[]) == []


def read(text: str, config: Config, *stages: str) -> Document:
    document = Document.from_text(text, config)
    for name in stages:
        STAGES[name].fill(document)
    return document


def test_the_stage_keeps_what_the_rules_found_and_says_where_the_rest_comes_from() -> None:
    text = "นายมานะ ดีใจ พบ “วีระพงษ์ ประภา” ที่กรมการข้าว"
    ruled = read(text, Config(), "entities").entities
    both = read(text, Config(), "entities", "recognizer").entities
    assert [entity for entity in both if entity.source != "model"] == ruled
    (added,) = [entity for entity in both if entity.source == "model"]
    assert all(added.end <= entity.start or entity.end <= added.start for entity in ruled)
    assert added.rule == f"model:{added.confidence:.2f}"


def test_the_stage_uses_the_model_file_of_the_configuration(tmp_path: Path) -> None:
    text = "พบ “วีระพงษ์ ประภา” ในงาน"
    blind = load(SHIPPED_MODEL)
    blind.transitions[:, 1:] = -1e4  # no label but O
    blind.output[1][1:] = -1e4
    save(blind, tmp_path / "blind.npz")
    save(load(SHIPPED_MODEL), tmp_path / "same.npz")

    def names(recognizer: bool | Path) -> list[str]:
        document = read(text, Config(recognizer=recognizer), "entities", "recognizer")
        return [document.slice(entity) for entity in document.entities]

    assert names(True) == names(tmp_path / "same.npz") == ["วีระพงษ์ ประภา"]
    assert names(False) == names(tmp_path / "blind.npz") == []
    assert model_in(tmp_path / "same.npz") is model_in(tmp_path / "same.npz")


def test_what_the_stage_does_not_take_has_a_reason() -> None:
    document = Document.from_text("พบ “วีระพงษ์ ประภา” ในงาน", Config(recognizer_threshold=1))
    document.trace = Trace()
    STAGES["recognizer"].fill(document)
    assert document.entities == []
    (rejection,) = document.trace.rejections
    assert document.text[rejection.start : rejection.end] == "วีระพงษ์ ประภา"
    assert rejection.list == "people"
    assert rejection.rule.startswith("model:0.")
    assert "threshold" in rejection.reason


WRONG_FILES = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("no model", encoding="utf-8"),
    "cut": lambda path: path.write_bytes(SHIPPED_MODEL.read_bytes()[:100_000]),
    "flipped": lambda path: path.write_bytes(
        SHIPPED_MODEL.read_bytes()[:2_000] + b"\0" * 2_000 + SHIPPED_MODEL.read_bytes()[4_000:]
    ),
    "one array": lambda path: path.write_bytes(npy()),
    "without its end": lambda path: path.write_bytes(SHIPPED_MODEL.read_bytes()[:-1]),
    "another checksum": lambda path: path.write_bytes(SHIPPED_MODEL.read_bytes()[:-64] + b"0" * 64),
    "something behind": lambda path: path.write_bytes(SHIPPED_MODEL.read_bytes() + b"0"),
    "a folder": lambda path: path.mkdir(),
    "other arrays": lambda path: saved(path, version=np.array([1])),
    "no version": lambda path: saved(path, keys=np.array([1])),
    "wrong shape": lambda path: with_changed(path, "transitions", lambda array: array[1:]),
    "wrong labels": lambda path: with_changed(path, "labels", lambda array: array[:3]),
    "no features": lambda path: with_changed(path, "keys", lambda array: array[:0]),
    "wrong layer": lambda path: with_changed(path, "layer1_weights", lambda array: array[1:]),
}


def npy() -> bytes:
    file = BytesIO()
    np.save(file, np.zeros(3))
    return file.getvalue()


def with_changed(path: Path, name: str, change: Callable[[np.ndarray], np.ndarray]) -> None:
    """The shipped model with a wrong array, as if the training had made it: with a right checksum."""
    arrays = shipped_arrays()
    arrays[name] = change(arrays[name])
    saved(path, **arrays)


def shipped_arrays() -> dict[str, np.ndarray]:
    with np.load(SHIPPED_MODEL, allow_pickle=False) as file:
        return dict(file.items())


def saved(path: Path, **arrays: np.ndarray) -> None:
    file = BytesIO()
    np.savez(file, **arrays)
    path.write_bytes(with_checksum(file.getvalue()))


@pytest.mark.parametrize("how", WRONG_FILES)
def test_a_wrong_model_file_gives_one_error_that_names_it(tmp_path: Path, how: str) -> None:
    path = tmp_path / "own-model.npz"
    WRONG_FILES[how](path)
    with pytest.raises(ValueError, match=r"own-model\.npz: is no model of the recognizer: .+") as error:
        load(path)
    assert "\n" not in str(error.value)
    assert str(error.value).endswith("; copy it anew from where it was made, or train it again")
    with pytest.raises(ConfigError, match=r"^recognizer: .*own-model\.npz"):
        Config(recognizer=path)


# What passes every check of shapes and read fewer names in silence before there was a checksum.
REWRITTEN: dict[str, Callable[[dict[str, np.ndarray]], None]] = {
    "keys in another order": lambda arrays: arrays.update(keys=arrays["keys"][::-1]),
    "not a number": lambda arrays: arrays.update(transitions=arrays["transitions"] * np.nan),
    "fewer features": lambda arrays: arrays.update({
        name: arrays[name][:1000]
        for name in ("keys", "linear_cells", "linear_scales", "vectors_cells", "vectors_scales")
    }),
    "labels in another order": lambda arrays: arrays.update(
        labels=np.concatenate([arrays["labels"][:1], arrays["labels"][:0:-1]])
    ),
    "one bias more": lambda arrays: arrays.update(layer0_bias=arrays["layer0_bias"] + 1),
}  # fmt: skip


@pytest.mark.parametrize("change", REWRITTEN.values(), ids=REWRITTEN)
def test_what_another_program_wrote_is_refused(
    change: Callable[[dict[str, np.ndarray]], None], tmp_path: Path
) -> None:
    arrays = shipped_arrays()
    change(arrays)
    path = tmp_path / "own-model.npz"
    np.savez_compressed(path, **arrays)
    with pytest.raises(ModelError, match=r"own-model\.npz: .* it has no checksum"):
        load(path)
    path.write_bytes(with_checksum(path.read_bytes())[:-64] + SHIPPED_MODEL.read_bytes()[-64:])
    with pytest.raises(ModelError, match=r"own-model\.npz: .* its checksum is wrong"):
        load(path)


@pytest.mark.parametrize("place", [0, 5_000, 2_000_000, -100, -65, -1])
def test_one_changed_bit_is_refused(place: int, tmp_path: Path) -> None:
    data = bytearray(SHIPPED_MODEL.read_bytes())
    data[place] ^= 1
    path = tmp_path / "own-model.npz"
    path.write_bytes(data)
    with pytest.raises(ModelError, match="checksum"):
        check(path)


WITH_ANOTHER_MODEL = """
import sys
from pathlib import Path

from thai_newsie.ner import model_checksum

model_checksum.SHIPPED_MODEL = Path(sys.argv.pop(1))
from thai_newsie.__main__ import main

main()
"""


def test_a_broken_model_that_ships_ends_the_command_at_once(tmp_path: Path) -> None:
    broken, news = tmp_path / "recognizer.npz", tmp_path / "news.txt"
    broken.write_bytes(SHIPPED_MODEL.read_bytes()[:100_000])
    news.write_text("กรมการข้าวประชุม", encoding="utf-8")
    off = tmp_path / "off.toml"
    off.write_text("recognizer = false")

    def run(*args: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", WITH_ANOTHER_MODEL, str(broken), *map(str, args)]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)

    for name in ("extract", "explain"):
        done = run(name, news)
        (line,) = done.stderr.splitlines()
        assert done.returncode == 2
        assert str(broken) in line and "install thai-newsie again" in line
    assert run("extract", news, "--config", off).returncode == 0


WHAT_IS_LOADED = """
import sys

from thai_newsie.__main__ import main

try:
    main()
finally:
    print("numpy" in sys.modules, file=sys.stderr)
"""


def test_the_command_loads_numpy_only_where_the_recognizer_reads(tmp_path: Path) -> None:
    news = tmp_path / "news.txt"
    loaded = []
    for text in ("กรมการข้าวประชุม", "เยาวภา บุรพลชัย กล่าวว่า พร้อม"):
        news.write_text(text, encoding="utf-8")
        command = [sys.executable, "-c", WHAT_IS_LOADED, "extract", str(news)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
        loaded.append(done.stderr.split()[-1])
    assert loaded == ["False", "True"]


def test_many_threads_read_as_one_does() -> None:
    words = ("วีระพงษ์", "สมหญิง", "ประภา", "กรมการข้าว", "เชียงราย", "นายกรัฐมนตรี", "ประชุม", "โจ ไบเดน")
    texts = [
        f"{words[n % 8]} {words[n // 8 % 8]} ดีใจ{n} พบ{words[(n + 3) % 8]} ที่กข{n}ค{n * 7} และ {words[(n + 5) % 8]}"
        for n in range(240)
    ]
    alone = load(SHIPPED_MODEL)
    expected = [recognize(text, model=alone) for text in texts]
    together = load(SHIPPED_MODEL)
    barrier = Barrier(8)

    def work(number: int) -> list[tuple[int, list[Recognized]]]:
        barrier.wait()
        order = [(place + number * 30) % len(texts) for place in range(len(texts))]
        return [(place, recognize(texts[place], model=together)) for place in order]

    with mock.patch.object(token_sums, "_MAX_CACHED_TOKENS", 200), ThreadPoolExecutor(8) as pool:
        for found in pool.map(work, range(8)):
            assert all(_alike(entities, expected[place]) for place, entities in found)
    before = [info["num_threads"] for info in threadpool_info() if info["user_api"] == "blas"]
    assert before == BLAS_THREADS  # the last thread lifts the limit


def _alike(found: list[Recognized], expected: list[Recognized]) -> bool:
    return len(found) == len(expected) and all(
        (one.start, one.end, one.label) == (other.start, other.end, other.label)
        and one.confidence == pytest.approx(other.confidence, abs=1e-6)
        for one, other in zip(found, expected, strict=True)
    )


def test_the_model_is_loaded_once() -> None:
    assert shipped() is shipped()
