"""The layers of the package: a module imports from lower layers and from its own, never from higher ones.

The test reads the imports from the source, so that it also sees those inside functions. docs/architecture.md shows the
same layers; a test below compares the two.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from conftest import ROOT

PACKAGE = "thai_newsie"
SOURCE = ROOT / "src" / PACKAGE
# From the lowest to the highest. A part is a folder or a module directly in the package.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("schema", "text", "deprecation", "moved_modules", "extras", "provenance", "time_limit", "once"),
    ("lexicon", "transcription", "metadata", "raw_article"),
    ("config", "column_names", "ner"),
    ("document",),
    ("stages",),
    ("assemble", "input_spans", "misplaced", "mistaken", "publication_day"),
    ("article_extraction",),
    ("explanation", "spacy", "evaluation", "report"),
    ("io",),
    ("run",),
    ("api",),
    ("corpus",),
    ("exports",),
    ("cli",),
    ("__main__",),
)
LEVEL = {part: level for level, parts in enumerate(LAYERS) for part in parts}
# What the models, the text, the tables, the recognizer and the stages never know of.
INNER = ("schema", "text", "lexicon", "ner", "stages", "raw_article", "document", "config")
OUTER = ("io", "run", "corpus", "exports", "report", "evaluation", "cli", "api")


class Import(NamedTuple):
    """One module of the package imports another; `when` is "loading", "calling" (in a function) or "typing"."""

    importer: str
    imported: str
    when: str


def modules(source: Path = SOURCE) -> dict[str, Path]:
    """The modules of the package by their names, `stages.dates` for `thai_newsie.stages.dates`, "" for the package."""
    return {
        ".".join(path.relative_to(source).with_suffix("").parts).removesuffix("__init__").rstrip("."): path
        for path in source.rglob("*.py")
    }


def imports(source: Path = SOURCE) -> Iterator[Import]:
    """The imports between modules of the package, each as often as it is written."""
    known = modules(source)
    for name, path in known.items():
        for imported, when in _imports_in(ast.parse(path.read_text(encoding="utf-8")), "loading"):
            if imported.partition(".")[0] == PACKAGE:
                yield Import(name, _module(imported, known), when)


def _module(dotted: str, known: Mapping[str, Path]) -> str:
    """The module of a dotted name that may end with the name of a function or a class."""
    name = dotted.removeprefix(PACKAGE).lstrip(".")
    while name not in known:
        name = name.rpartition(".")[0]
    return name


def _imports_in(node: ast.AST, when: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Import):
        yield from ((alias.name, when) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports are absolute"
        yield from ((f"{node.module}.{alias.name}", when) for alias in node.names)
    elif isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        for child in node.body:
            yield from _imports_in(child, "typing")
        for child in node.orelse:
            yield from _imports_in(child, when)
    else:
        inner = "calling" if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) else when
        for child in ast.iter_child_nodes(node):
            yield from _imports_in(child, inner)


ALL = tuple(imports())


def part(module: str) -> str:
    """The folder or module directly in the package: `stages` for `stages.dates.find`."""
    return module.partition(".")[0]


def folder(module: str) -> str:
    """The folder of a module, and of the stages the folder of each: `stages/dates` for `stages.dates.find`."""
    first, _, rest = module.partition(".")
    return f"{first}/{rest.partition('.')[0]}" if first == "stages" and rest else first


def circles(edges: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Groups of names that lead to each other.

    >>> circles([("a", "b"), ("b", "c"), ("c", "b"), ("c", "d")])
    [['b', 'c']]
    """
    leads_to: dict[str, set[str]] = {}
    for one, other in edges:
        leads_to.setdefault(one, set()).add(other)
    reached = {name: _reached(name, leads_to) for name in leads_to}
    groups = {
        tuple(sorted(other for other in names if name in reached.get(other, ())))
        for name, names in reached.items()
    }
    return sorted(list(group) for group in groups if len(group) > 1)


def _reached(name: str, leads_to: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for other in leads_to.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


# --- the package


def test_the_imports_are_found() -> None:
    assert Import("assemble", "document", "loading") in ALL
    assert Import("api", "run.processes", "calling") in ALL
    assert Import("", "api", "typing") in ALL
    assert len(ALL) > 500


def test_every_part_has_a_layer() -> None:
    assert {part(name) for name in modules()} - {""} == set(LEVEL)


@pytest.mark.parametrize("parts", LAYERS, ids=[" ".join(parts) for parts in LAYERS])
def test_nothing_imports_from_a_higher_layer(parts: tuple[str, ...]) -> None:
    upward = [
        f"{one} imports {other} ({when})"
        for one, other, when in ALL
        if part(one) in parts and other and LEVEL[part(other)] > LEVEL[part(one)]
    ]
    assert upward == []


def test_the_inner_parts_know_nothing_of_the_outer_ones() -> None:
    assert [found for found in ALL if part(found.importer) in INNER and part(found.imported) in OUTER] == []


def test_the_models_import_and_name_no_other_part() -> None:
    assert {part(found.imported) for found in ALL if part(found.importer) == "schema"} == {"schema"}
    others = re.compile(rf"{PACKAGE}\.(?!schema\b)\w+")
    for name, path in modules().items():
        if part(name) == "schema":
            strings = [
                node.value
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            ]
            assert [text for text in strings if others.search(text)] == [], path


def test_a_stage_imports_no_later_stage() -> None:
    from thai_newsie.config import STAGE_NAMES

    order = {f"stages/{name}": number for number, name in enumerate(STAGE_NAMES)}
    later = [
        found
        for found in ALL
        if folder(found.importer) in order
        and order.get(folder(found.imported), -1) > order[folder(found.importer)]
    ]
    assert later == []


@pytest.mark.parametrize("when", [{"loading"}, {"loading", "calling"}], ids=["loading", "calling too"])
def test_no_module_imports_itself_through_others(when: set[str]) -> None:
    edges = [(found.importer, found.imported) for found in ALL if found.when in when]
    assert circles(edges) == []


def test_no_folder_imports_itself_through_others() -> None:
    edges = [
        (folder(found.importer), folder(found.imported))
        for found in ALL
        if found.when != "typing" and folder(found.importer) != folder(found.imported)
    ]
    assert circles(edges) == []


def test_the_package_itself_loads_next_to_nothing() -> None:
    """`import thai_newsie` is quick: its names are imported when they are first used."""
    loaded = {found.imported for found in ALL if found.importer == "" and found.when == "loading"}
    assert loaded == {"deprecation", "moved_modules", "schema.display"}


def test_only_the_command_uses_the_names_of_the_package_itself() -> None:
    """`thai_newsie.extract` inside the package would be an import that the other tests cannot see."""
    for name, path in modules().items():
        if part(name) not in ("", "cli", "__main__"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                assert not isinstance(node, ast.Name) or node.id != PACKAGE, f"{name}, line {node.lineno}"


def test_training_is_not_part_of_the_package() -> None:
    """What trains the model is not in the wheel, and nothing in the wheel imports it; test_wheel.py opens the wheel."""
    code = [path.read_text(encoding="utf-8") for path in modules().values()]
    assert not any(re.search(r"^\s*(?:from|import) training\b", text, re.MULTILINE) for text in code)
    assert (ROOT / "training").is_dir() and not (SOURCE / "training").exists()


def test_the_page_shows_these_layers() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    shown: list[set[str]] = []
    for line in page.partition("| layer | parts |")[2].partition("\n\n")[0].splitlines()[2:]:
        _, layer, names, *_ = line.split("|")
        if layer.strip():
            shown.append(set())
        shown[-1] |= {name.removesuffix(".py").rstrip("/") for name in re.findall(r"`([^`]+)`", names)}
    assert shown == [set(parts) for parts in LAYERS]


# Names that each module of a folder has, because the folder's registry asks for them, and the usual names of type variables.
SHARED_CONSTANTS = {"BATCH_SIZE", "EXAMPLES", "FORMATS", "LISTS", "STAGES", "P", "T"}


def test_no_constant_has_the_name_of_another_one() -> None:
    homes: dict[str, set[str]] = {}
    for name, path in modules().items():
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            targets = statement.targets if isinstance(statement, ast.Assign) else []
            targets = [statement.target] if isinstance(statement, ast.AnnAssign) else targets
            for target in (node for one in targets for node in ast.walk(one)):
                if isinstance(target, ast.Name) and target.id.isupper():
                    homes.setdefault(target.id, set()).add(name)
    assert {
        name: found for name, found in homes.items() if len(found) > 1 and name not in SHARED_CONSTANTS
    } == {}
