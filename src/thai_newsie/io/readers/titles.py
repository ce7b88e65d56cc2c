"""The title that a file says it has, in its properties: many say the name of a program or of another file."""

from __future__ import annotations

from dataclasses import replace

import regex

from thai_newsie.io.readers.layout import lay_out
from thai_newsie.lexicon import compiled, table
from thai_newsie.lexicon.patterns import listed
from thai_newsie.raw_article import RawArticle

_LETTERS = regex.compile(r"\p{L}")
_FILE_NAME = regex.compile(
    r".*\.(?:docx?|odt|rtf|pdf|xlsx?|ods|pptx?|indd|ai|cdr|html?|txt|jpe?g|png|tiff?)", regex.IGNORECASE
)
_ADDRESS_ALONE = regex.compile(r"(?:https?|file|about|blob|data):\S*", regex.IGNORECASE)
_SPACES = regex.compile(r"\s++")
_MAX_LINES_OF_TITLE = 4


def real_title(given: object, file_name: str) -> str:
    """The title in the properties of the file `file_name`, or "" where they hold something else.

    >>> real_title("กรมการข้าว เปิดศูนย์แห่งใหม่", "ข่าว"), real_title("Microsoft Word - ข่าว.docx", "ข่าว"), real_title("ข่าว", "ข่าว")
    ('กรมการข้าว เปิดศูนย์แห่งใหม่', '', '')
    """
    title = " ".join(given.replace("\0", "").split()) if isinstance(given, str) else ""
    if not _LETTERS.search(title) or "\ufffd" in title or title == file_name:
        return ""
    wrong = _FILE_NAME.fullmatch(title) or _ADDRESS_ALONE.fullmatch(title) or _no_title().match(title)
    return "" if wrong else title


def titled(text: str, title: str, name: str, warnings: tuple[str, ...], where: str) -> RawArticle:
    """The article of a page that the file calls `title`, laid out as a text file is. What the page shows wins."""
    article = lay_out(text, name, warnings, where)
    if article.title and _same(article.title, title):  # the page breaks it into lines, in Thai within words
        return replace(article, title=title)
    if article.title or not title:
        return article
    return replace(article, title=title, text=without_title(article.text, title))


def without_title(text: str, title: str) -> str:
    r"""`text` without the lines at its beginning that are the title and nothing else.

    >>> without_title("กรมการข้าว\nเปิดศูนย์\n\nเนื้อข่าว", "กรมการข้าว เปิดศูนย์")
    'เนื้อข่าว'
    """
    wanted, rest = _SPACES.sub("", title), text
    for _ in range(_MAX_LINES_OF_TITLE):
        line, _, rest = rest.lstrip().partition("\n")
        line = _SPACES.sub("", line)
        if not line or not wanted.startswith(line):
            return text
        wanted = wanted[len(line) :]
        if not wanted:
            return rest.lstrip("\n")
    return text


def _same(text: str, other: str) -> bool:
    return _SPACES.sub("", text) == _SPACES.sub("", other)


@compiled
def _no_title() -> regex.Pattern[str]:
    """What programs write in place of a title. A number may stand behind it: เอกสาร1, Document 2."""
    words = [row["word"] for row in table("page_labels") if row["type"] == "no_title"]
    return regex.compile(r"(?i:\L<words>)(?:\s*+[\d(][\d()]*+)?+\s*+(?:\Z|-\s)", words=listed(words))
