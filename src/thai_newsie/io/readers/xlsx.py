"""Excel (.xlsx): one article a row, read row by row. Formulas count with the values that were saved with them."""

from __future__ import annotations

import warnings as python_warnings
from collections.abc import Iterator
from contextlib import closing
from typing import IO, Any
from zipfile import ZipFile

import regex

from thai_newsie.config import DEFAULT, Config
from thai_newsie.extras import require
from thai_newsie.io.readers.packages import open_package
from thai_newsie.io.readers.sheets import Row, articles_of_sheets
from thai_newsie.raw_article import RawArticle, reason_of
from thai_newsie.schema.article import Failure

_SCANNED_BYTES = 1_048_576
_OVERLAP = 10_000  # bytes: more than most formulas have
# A formula that gives an empty text has t="str".
_FORMULA_WITHOUT_VALUE = regex.compile(
    r"<c(?:\s(?![^<>]*t=.str)[^<>]*+)?><f(?:\s[^<>]*+)?(?:/>|>[^<]*+</f>)(?:<v\s?/>|<v></v>)?+</c>"
)
_NEVER_COMPUTED = "xlsx: formulas that were never computed are read as empty cells; open the file in Excel or LibreOffice and save it"


def read_articles(
    stream: IO[bytes], where: str, name: str, config: Config = DEFAULT
) -> Iterator[RawArticle | Failure]:
    """The articles of a workbook, in its order."""
    openpyxl = require("openpyxl", "files")
    try:
        package = open_package(stream, "Excel file", ".xlsx", config.max_bytes)
    except ValueError as error:
        yield Failure(id=name, source=where, error=str(error))
        return
    count = 0
    try:
        warnings = (_NEVER_COMPUTED,) if _has_formula_without_value(package) else ()
        with python_warnings.catch_warnings():
            python_warnings.simplefilter("ignore")  # of styles and extensions, which hold no text
            workbook = openpyxl.load_workbook(package.fp, read_only=True, data_only=True, keep_links=False)
        with closing(workbook):
            for record in articles_of_sheets(lambda: _sheets(workbook), where, name, config, warnings):
                count += 1
                yield record
    except Exception as error:  # libraries raise anything for XML that is not what they expect
        place = f"behind record {count} " if count else ""
        reason = f"is no Excel file (.xlsx) that can be read {place}: {reason_of(error)}; open it in Excel and save it again"
        yield Failure(id=name, source=where, error=reason.replace(" :", ":"))


def _sheets(workbook: Any) -> Iterator[tuple[str, Iterator[Row]]]:
    for sheet in workbook.worksheets:
        sheet.reset_dimensions()  # what a file says of its size may be wrong
        yield sheet.title, sheet.iter_rows(values_only=True)


def _has_formula_without_value(package: ZipFile) -> bool:
    for member in package.namelist():
        if not member.startswith("xl/worksheets/"):
            continue
        with package.open(member) as file:
            before = ""
            while block := file.read(_SCANNED_BYTES).decode("latin-1"):
                if _FORMULA_WITHOUT_VALUE.search(before + block):
                    return True
                before = block[-_OVERLAP:]
    return False
