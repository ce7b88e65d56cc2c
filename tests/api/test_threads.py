"""Many threads that come first give what one gives: each in a fresh process, because everything is built on first use."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import json, sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

threads, first, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
TEXTS = [
    f"วันที่ {day} มีนาคม 2565 นายวีรภาส ทองนาคำ อธิบดีกรมการข้าว เป็นประธานการประชุม ณ จังหวัดน่าน มีผู้เข้าร่วม {day} เข่งใหญ่ "
    f"ในการนี้ แพทองธาร ชินวัตร นายกรัฐมนตรี กล่าวว่า จะแจกพันธุ์ข้าว {day} ตัน" for day in range(1, 9)
]

def extracted(text):
    import thai_newsie
    return thai_newsie.extract(text, title="ประชุมข้าว").to_json()

def with_own_tables(text):
    import thai_newsie
    return thai_newsie.extract(text, config=thai_newsie.Config(tables=folder)).to_json()

def with_few_stages(text):
    import thai_newsie
    few = thai_newsie.Config(stages=["entities", "positions", "resolution"], latin=True)
    return thai_newsie.extract(text, config=few).to_json()

def piped(text):
    import thai_newsie
    doc = thai_newsie.load()(text)
    shown = [[entity.text, entity.label_] for entity in doc.ents]
    return json.dumps([shown, doc._.article.to_dict()], ensure_ascii=False)

def recognized(text):
    from thai_newsie.ner.recognize import recognize
    return json.dumps([[one.start, one.end, one.label, one.confidence] for one in recognize(text)])

def dated(text):
    from thai_newsie import dates
    from_today = dates.parse("3 days ago", "2024-08-24").value
    return json.dumps([*(found.value for found in dates.find(text)), from_today])

KINDS = (extracted, piped, recognized, with_own_tables, dated, with_few_stages)
WORK = [(work, text) for text in TEXTS for work in KINDS]
barrier = Barrier(threads) if threads else None

def done(place):
    if barrier and place < threads:
        barrier.wait()  # all begin together
    work, text = WORK[(first + place) % len(WORK)]
    return work(text)

if threads:
    sys.setswitchinterval(1e-4)  # threads take turns fifty times as often as they do otherwise
    with ThreadPoolExecutor(threads) as pool:
        found = list(pool.map(done, range(len(WORK))))
else:
    found = [done(place) for place in range(len(WORK))]
print(json.dumps(found[len(WORK) - first:] + found[:len(WORK) - first], ensure_ascii=False))
"""
KINDS = 6


def results(threads: int, first: int, folder: Path) -> list[str]:
    """What each piece of work gives in a fresh process; `first` is the one that begins."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(threads), str(first), str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return list(json.loads(done.stdout))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A table of the user's own, so that two lexicons are built at once."""
    path = tmp_path_factory.mktemp("tables")
    (path / "units.tsv").write_text("word\ttype\tsource\nเข่งใหญ่\tthing\ttest\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def sequential(folder: Path) -> list[str]:
    return results(0, 0, folder)


# The two, four or more kinds of work that stand there first begin together.
@pytest.mark.parametrize(("threads", "first"), [(2, 0), (2, 2), (2, 4), (4, 0), (8, 0), (32, 0)])
def test_threads_that_come_first_give_what_one_gives(
    threads: int, first: int, folder: Path, sequential: list[str]
) -> None:
    assert results(threads, first, folder) == sequential


def test_the_kinds_of_work_are_about_something(sequential: list[str]) -> None:
    plain, piped, recognized, own, dated, few = sequential[:KINDS]
    assert '"unit":"เข่งใหญ่"' in own and '"unit":"เข่งใหญ่"' not in plain
    assert json.loads(piped)[1]["people"] and len(json.loads(recognized)) > 1
    assert json.loads(dated) == ["2022-03-01", "2024-08-21"]
    assert json.loads(few)["people"][0]["latin"] and json.loads(few)["dates"] == []
