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

if TYPE_CHECKING:
    from thai_newsie.article import Article as Article
    from thai_newsie.article import Failure as Failure
    from thai_newsie.corpus import Corpus as Corpus
    from thai_newsie.corpus import extract_frame as extract_frame
    from thai_newsie.extraction import extract as extract
    from thai_newsie.extraction import extract_many as extract_many
    from thai_newsie.pipeline import load as load
    from thai_newsie.readers import read as read
    from thai_newsie.records import read_records as read_records
    from thai_newsie.registry import build_registry as build_registry

__version__ = "0.1.0"

# Names of the face and where they live: imported on first use, so that `import thai_newsie` and
# the command line's --help stay quick.
_FACE = {
    "Article": "thai_newsie.article",
    "Corpus": "thai_newsie.corpus",
    "Failure": "thai_newsie.article",
    "build_registry": "thai_newsie.registry",
    "extract": "thai_newsie.extraction",
    "extract_frame": "thai_newsie.corpus",
    "extract_many": "thai_newsie.extraction",
    "load": "thai_newsie.pipeline",
    "read": "thai_newsie.readers",
    "read_records": "thai_newsie.records",
}
__all__ = [
    "Article", "Corpus", "Failure", "build_registry", "extract", "extract_frame", "extract_many", "load", "read", "read_records",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _FACE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_FACE[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_FACE])
