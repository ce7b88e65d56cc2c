"""A plain text file whose first line is a headline."""

from __future__ import annotations

import pytest

from thai_newsie.io.readers.layout import lay_out

BODY = "กรมการข้าวเปิดงานข้าวหอมที่จังหวัดลำพูน โดยมีนายปกรณ์ บุญมี เป็นประธาน และมีเกษตรกรมาร่วมงานจำนวนมาก"


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        (f"กรมการข้าวเปิดงานข้าวหอม\n\n{BODY}", "กรมการข้าวเปิดงานข้าวหอม", BODY),
        (f"กรมการข้าวเปิดงานข้าวหอม\n{BODY}", "กรมการข้าวเปิดงานข้าวหอม", BODY),
        (f"ตลาดนัดชุมชนคึกคัก\n{BODY}", "", f"ตลาดนัดชุมชนคึกคัก\n{BODY}"),
        (f"เรียน ท่านผู้อำนวยการ:\n\n{BODY}", "", f"เรียน ท่านผู้อำนวยการ:\n\n{BODY}"),
        (f"{BODY}\n\nข่าวสั้น", "", f"{BODY}\n\nข่าวสั้น"),
    ],
    ids=["a blank line", "repeated", "neither", "a salutation", "a paragraph first"],
)
def test_headline(text: str, title: str, body: str) -> None:
    article = lay_out(text)
    assert (article.title, article.text) == (title, body)
