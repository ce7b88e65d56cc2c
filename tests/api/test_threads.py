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

threads, folder = int(sys.argv[1]), sys.argv[2]
TEXTS = [
    f"วันที่ {day} มีนาคม 2565 นายวีรภาส ทองนาคำ อธิบดีกรมการข้าว เป็นประธานการประชุม ณ จังหวัดน่าน มีผู้เข้าร่วม {day} เข่งใหญ่ "
    f"ในการนี้ แพทองธาร ชินวัตร นายกรัฐมนตรี กล่าวว่า จะแจกพันธุ์ข้าว {day} ตัน" for day in range(1, 29)
]

def extracted(text):
    import thai_newsie
    return thai_newsie.extract(text).to_json()

def with_own_tables(text):
    import thai_newsie
    return thai_newsie.extract(text, config=thai_newsie.Config(tables=folder)).to_json()

def piped(text):
    import thai_newsie
    doc = thai_newsie.load()(text)
    return json.dumps([[entity.text, entity.label_] for entity in doc.ents], ensure_ascii=False)

def recognized(text):
    from thai_newsie.ner.recognize import recognize
    return json.dumps([[one.start, one.end, one.label] for one in recognize(text)])

def dated(text):
    from thai_newsie import dates
    return json.dumps([found.value for found in dates.find(text)])

WORK = [(work, text) for text in TEXTS for work in (extracted, recognized, dated, with_own_tables)]
WORK += [(piped, TEXTS[0])]
barrier = Barrier(threads) if threads else None

def done(number):
    if barrier and number < threads:
        barrier.wait()  # all begin together
    work, text = WORK[number % len(WORK)]
    return work(text)

numbers = range(len(WORK))
if threads:
    with ThreadPoolExecutor(threads) as pool:
        print(json.dumps(list(pool.map(done, numbers)), ensure_ascii=False))
else:
    print(json.dumps([done(number) for number in numbers], ensure_ascii=False))
"""


def results(threads: int, folder: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(threads), str(folder)],
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
    return results(0, folder)


@pytest.mark.parametrize("threads", [2, 4, 8, 32])
def test_threads_that_come_first_give_what_one_gives(
    threads: int, folder: Path, sequential: list[str]
) -> None:
    assert results(threads, folder) == sequential


def test_the_two_lexicons_differ(sequential: list[str]) -> None:
    assert '"unit":"เข่งใหญ่"' in sequential[3]
    assert '"unit":"เข่งใหญ่"' not in sequential[0]
