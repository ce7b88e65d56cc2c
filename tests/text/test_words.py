"""The tokenizer's dictionary."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

from thai_newsie.text.words import dictionary


def test_the_tokenizer_reads_the_words_of_the_dictionary() -> None:
    """It reads PyThaiNLP's file itself; the package knows the words by PyThaiNLP's function."""
    lines = (files("pythainlp.corpus") / "words_th.txt").read_text(encoding="utf-8").split("\n")
    assert set(filter(None, lines)) == dictionary()


def test_an_article_is_read_where_no_temporary_file_can_be_written(tmp_path: Path) -> None:
    nowhere = str(tmp_path / "nowhere")
    code = (
        f"import tempfile; tempfile._candidate_tempdir_list = lambda: [{nowhere!r}]\n"
        "import thai_newsie; print(thai_newsie.extract('กรมการข้าวแจ้ง').organizations[0].name)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"}, check=False,
    )  # fmt: skip
    assert done.stdout == "กรมการข้าว\n", done.stderr
