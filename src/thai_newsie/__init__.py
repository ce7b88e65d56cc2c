"""Thai government news as structured people, offices, organizations, places, dates, counts, events and statements.

>>> import thai_newsie
>>> article = thai_newsie.extract(
...     "วันที่ 29 พฤษภาคม 2562 นายสมชาย ใจดี อธิบดีกรมการข้าว เป็นประธานการประชุม ณ จังหวัดสุรินทร์"
... )
>>> article.dates[0].value
'2019-05-29'
>>> article.people[0].name, article.people[0].roles[0].organization
('สมชาย ใจดี', 'กรมการข้าว')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from thai_newsie.deprecation import install
from thai_newsie.moved_modules import MOVED
from thai_newsie.schema.display import show_with

if TYPE_CHECKING:
    from thai_newsie.api import extract, extract_many
    from thai_newsie.config import Config, ConfigError
    from thai_newsie.corpus import Corpus, extract_frame
    from thai_newsie.corpus.registry import build_registry
    from thai_newsie.explanation import Explanation, explain
    from thai_newsie.io.readers import read
    from thai_newsie.io.records import read_records
    from thai_newsie.schema.article import Article, Failure
    from thai_newsie.spacy.pipeline import load
    from thai_newsie.stages import dates

__version__ = "0.1.0"

__all__ = [
    "Article", "Config", "ConfigError", "Corpus", "Explanation", "Failure", "build_registry", "dates", "explain", "extract",
    "extract_frame", "extract_many", "load", "read", "read_records",
]  # fmt: skip

# Where the public names live. Each is imported on first use, so that `import thai_newsie` and the command line's --help
# stay quick.
_HOMES = {
    "Article": "thai_newsie.schema.article",
    "Config": "thai_newsie.config",
    "ConfigError": "thai_newsie.config",
    "Corpus": "thai_newsie.corpus",
    "Explanation": "thai_newsie.explanation",
    "Failure": "thai_newsie.schema.article",
    "build_registry": "thai_newsie.corpus.registry",
    "explain": "thai_newsie.explanation",
    "extract": "thai_newsie.api",
    "extract_frame": "thai_newsie.corpus",
    "extract_many": "thai_newsie.api",
    "load": "thai_newsie.spacy.pipeline",
    "read": "thai_newsie.io.readers",
    "read_records": "thai_newsie.io.records",
}
install(MOVED)


def _notebook_html(article: Any) -> str:
    """The HTML of an article. The module that makes it is imported for the first article that is shown."""
    html: str = import_module("thai_newsie.report.notebook").html(article)
    return html


show_with(_notebook_html)


def __getattr__(name: str) -> Any:
    if name == "dates":
        return import_module("thai_newsie.stages.dates")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
