"""Old names: they work, they warn at the caller's line, and nothing is imported before somebody asks.

The packages here are small ones that each test writes; tests/test_old_names.py holds the moves of the project itself.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import subprocess
import sys
import textwrap
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from thai_newsie import deprecation
from thai_newsie.deprecation import MovedModules, deprecated_names, install, renamed_arguments

ROOT = Path(deprecation.__file__).parents[1]
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Write]:
    """A function that writes modules of the package `shop`; the process forgets them after the test."""
    monkeypatch.syspath_prepend(tmp_path)
    finders = list(sys.meta_path)

    def write(**files: str) -> Path:
        for name, code in {"__init__": "", **files}.items():
            path = tmp_path / "shop" / f"{name.replace('__slash__', '/')}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(code), encoding="utf-8")
        importlib.invalidate_caches()
        return tmp_path

    yield write
    sys.meta_path[:] = finders
    for name in [name for name in sys.modules if name.partition(".")[0] == "shop"]:
        del sys.modules[name]


def line() -> int:
    """The line of the caller."""
    frame = inspect.currentframe()
    assert frame is not None
    assert frame.f_back is not None
    return frame.f_back.f_lineno


def only(caught: pytest.WarningsRecorder) -> warnings.WarningMessage:
    (warning,) = caught.list
    assert warning.category is DeprecationWarning
    return warning


# Names


def test_an_old_name_gives_the_new_object_and_says_where_it_is(write: Write) -> None:
    write(
        old="from thai_newsie.deprecation import deprecated_names\n"
        "__getattr__ = deprecated_names(__name__, {'Reading': ('shop.new', 'Document')})\n",
        new="class Document: ...\n",
    )
    old = importlib.import_module("shop.old")
    assert "shop.new" not in sys.modules
    with pytest.warns(DeprecationWarning) as caught:
        found, here = old.Reading, line()
    assert found is importlib.import_module("shop.new").Document
    warning = only(caught)
    assert str(warning.message) == "shop.old.Reading is deprecated: use shop.new.Document"
    assert (warning.filename, warning.lineno) == (__file__, here)


@pytest.mark.parametrize("module", ["shop", "shop.old"])
def test_a_from_import_warns_once_and_at_its_line(module: str, write: Write) -> None:
    code = f"""
        from thai_newsie.deprecation import deprecated_names
        __getattr__ = deprecated_names({module!r}, {{"Reading": ("shop.new", "Document")}})
        """
    write(new="class Document: ...\n", **{"__init__" if module == "shop" else "old": code})
    with pytest.warns(DeprecationWarning) as caught:
        exec(compile(f"\n\nfrom {module} import Reading\n", "user.py", "exec"), {"__name__": "user"})
    warning = only(caught)
    assert (warning.filename, warning.lineno) == ("user.py", 3)


def test_an_unknown_name_is_missing_as_always(write: Write) -> None:
    getattr_ = deprecated_names("shop", {"Reading": ("shop.new", "Document")})
    with pytest.raises(AttributeError, match=r"^module 'shop' has no attribute 'Document'$"):
        getattr_("Document")


def test_the_own_getattr_of_a_module_goes_on() -> None:
    getattr_ = deprecated_names("shop", {}, otherwise=lambda name: name.upper())
    assert getattr_("fruit") == "FRUIT"


def test_a_call_site_is_shown_once_by_the_filter_of_python(write: Write) -> None:
    write(new="class Document: ...\n")
    code = compile("for _ in range(3):\n    shop.Reading\nshop.Reading\n", "user.py", "exec")
    shop = ModuleType("shop")
    vars(shop)["__getattr__"] = deprecated_names("shop", {"Reading": ("shop.new", "Document")})
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        exec(code, {"__name__": "user", "shop": shop})
    assert [warning.lineno for warning in caught] == [2, 3]


def test_a_warning_that_is_an_error_stops_the_caller(write: Write) -> None:
    write(new="class Document: ...\n")
    getattr_ = deprecated_names("shop", {"Reading": ("shop.new", "Document")})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(DeprecationWarning, match=r"use shop\.new\.Document"):
            getattr_("Reading")


# Modules


def test_a_moved_module_is_the_same_object_under_both_names(write: Write) -> None:
    write(document="class Document: ...\nlimit = 1\n")
    install({"shop.reading": "shop.document"})
    with pytest.warns(DeprecationWarning) as caught:
        import shop.reading as old  # type: ignore[import-not-found]

        here = line() - 2
    import shop.document as new  # type: ignore[import-not-found]

    assert old is new is sys.modules["shop.reading"] is sys.modules["shop.document"]
    assert isinstance(new.Document(), old.Document)
    assert new.__name__ == new.__spec__.name == "shop.document"
    warning = only(caught)
    assert str(warning.message) == "the module shop.reading has moved: import shop.document"
    assert (warning.filename, warning.lineno) == (__file__, here)


def test_what_is_patched_under_the_old_name_is_patched(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write(document="limit = 1\ndef twice():\n    return 2 * limit\n")
    install({"shop.reading": "shop.document"})
    with pytest.warns(DeprecationWarning):
        monkeypatch.setattr("shop.reading.limit", 21)
    assert importlib.import_module("shop.document").twice() == 42


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        ("from shop import reading", "reading"),
        ("from shop.reading import Document", "Document"),
        ("import shop.reading as reading", "reading"),
        ("import importlib; reading = importlib.import_module('shop.reading')", "reading"),
        ("reading = __import__('shop.reading').reading", "reading"),
    ],
)
def test_each_way_to_import_works_and_warns_at_its_line(statement: str, name: str, write: Write) -> None:
    write(document="class Document: ...\n")
    install({"shop.reading": "shop.document"})
    user = {"__name__": "user"}
    with pytest.warns(DeprecationWarning) as caught:
        exec(compile("\n" + statement, "user.py", "exec"), user)
    new = importlib.import_module("shop.document")
    assert user[name] is (new.Document if name == "Document" else new)
    warning = only(caught)
    assert (warning.filename, warning.lineno) == ("user.py", 2)


def test_the_module_that_imports_an_old_name_is_the_one_that_is_named(write: Write) -> None:
    write(document="", user="import os\nimport shop.reading\n")
    install({"shop.reading": "shop.document"})
    with pytest.warns(DeprecationWarning) as caught:
        import shop.user  # type: ignore[import-not-found] # noqa: F401
    warning = only(caught)
    assert (Path(warning.filename).name, warning.lineno) == ("user.py", 2)


def test_nothing_is_imported_before_somebody_asks(write: Write) -> None:
    write(document="raise RuntimeError('too early')\n")
    install({"shop.reading": "shop.document"})
    importlib.import_module("shop")
    assert "shop.document" not in sys.modules


def test_a_module_warns_when_it_is_loaded_and_then_no_more(write: Write) -> None:
    write(document="")
    install({"shop.reading": "shop.document"})
    with pytest.warns(DeprecationWarning):
        importlib.import_module("shop.reading")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        importlib.import_module("shop.reading")


def test_modules_follow_their_package_and_their_own_row_comes_first(write: Write) -> None:
    write(
        stages__slash____init__="",
        stages__slash__events__slash____init__="def fill():\n    return 'filled'\n",
        stages__slash__events__slash__scoring="",
        stages__slash__events__slash__slots="",
    )
    install(
        {
            "shop.pipes": "shop.stages",
            "shop.pipes.events": "shop.stages.events",
            "shop.pipes.events.choice": "shop.stages.events.scoring",
        }
    )
    with pytest.warns(DeprecationWarning):
        from shop.pipes.events import fill  # type: ignore[import-not-found]
        from shop.pipes.events.choice import __name__ as own_row  # type: ignore[import-not-found]
        from shop.pipes.events.slots import __name__ as followed  # type: ignore[import-not-found]
    assert fill() == "filled"
    assert own_row == "shop.stages.events.scoring"
    assert followed == "shop.stages.events.slots"
    assert sys.modules["shop.pipes.events.slots"] is sys.modules["shop.stages.events.slots"]
    files = [module.__file__ for name, module in sys.modules.items() if name.startswith("shop.stages.")]
    assert len(files) == len(set(files))


def test_an_old_module_of_a_moved_package_is_found_from_the_package(write: Write) -> None:
    write(stages__slash____init__="", stages__slash__positions="", stages__slash__dates="")
    install({"shop.pipes": "shop.stages", "shop.pipes.roles": "shop.stages.positions"})
    with pytest.warns(DeprecationWarning) as caught:
        from shop.pipes import dates, roles  # type: ignore[import-not-found]
    assert roles is importlib.import_module("shop.stages.positions")
    assert dates is importlib.import_module("shop.stages.dates")
    assert [str(warning.message) for warning in caught] == [
        "the module shop.pipes has moved: import shop.stages",
        "the module shop.pipes.roles has moved: import shop.stages.positions",
    ]
    assert {warning.filename for warning in caught} == {__file__}


def test_a_module_may_move_up_and_across_packages(write: Write) -> None:
    write(
        entities__slash____init__="",
        organizations__slash____init__="",
        organizations__slash__finder="",
        raw_article="",
        io__slash____init__="",
        io__slash__readers="",
    )
    install(
        {
            "shop.pipes": "shop.entities",
            "shop.pipes.organizations": "shop.organizations.finder",
            "shop.readers": "shop.io.readers",
            "shop.raw": "shop.raw_article",
        }
    )
    with pytest.warns(DeprecationWarning):
        for old, new in [
            ("shop.pipes.organizations", "shop.organizations.finder"),
            ("shop.readers", "shop.io.readers"),
            ("shop.raw", "shop.raw_article"),
        ]:
            assert importlib.import_module(old) is importlib.import_module(new)


def test_what_is_nowhere_is_not_found_under_the_name_that_was_asked_for(write: Write) -> None:
    write(stock__slash____init__="", document="")
    install({"shop.goods": "shop.stock", "shop.reading": "shop.document"})
    with pytest.warns(DeprecationWarning), pytest.raises(ModuleNotFoundError, match=r"'shop\.goods\.fruit'"):
        importlib.import_module("shop.goods.fruit")
    with (
        pytest.warns(DeprecationWarning),
        pytest.raises(ModuleNotFoundError, match=r"'shop\.reading\.fruit'"),
    ):
        importlib.import_module("shop.reading.fruit")
    with pytest.raises(ModuleNotFoundError, match=r"'shop\.nothing'"):
        importlib.import_module("shop.nothing")
    with pytest.raises(ImportError, match="nothing"):
        from shop import nothing  # type: ignore[attr-defined] # noqa: F401


def test_an_error_in_the_module_comes_through_and_the_next_import_tries_again(write: Write) -> None:
    write(document="raise RuntimeError('broken')\n")
    install({"shop.reading": "shop.document"})
    for _ in range(2):
        with pytest.warns(DeprecationWarning), pytest.raises(RuntimeError, match="broken"):
            importlib.import_module("shop.reading")
        assert "shop.reading" not in sys.modules
    write(document="mended = True\n")
    with pytest.warns(DeprecationWarning):
        assert importlib.import_module("shop.reading").mended


def test_a_warning_that_is_an_error_stops_the_import_and_leaves_nothing_behind(write: Write) -> None:
    write(document="")
    install({"shop.reading": "shop.document"})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(DeprecationWarning):
            importlib.import_module("shop.reading")
    assert not {"shop.reading", "shop.document"} & sys.modules.keys()


def test_a_name_that_the_package_uses_otherwise_is_not_overwritten(write: Write) -> None:
    write(
        stages__slash____init__="from shop.stages.find import find\n",
        stages__slash__find="def find():\n    return 'found'\n",
    )
    install({"shop.dates": "shop.stages"})
    with pytest.warns(DeprecationWarning):
        import shop.dates.find as attribute  # type: ignore[import-not-found]
        from shop.dates.find import find  # type: ignore[import-not-found]
    stages = importlib.import_module("shop.stages")
    assert attribute is stages.find is find, "as if the package had not moved"
    assert sys.modules["shop.dates.find"] is sys.modules["shop.stages.find"]
    assert type(stages) is ModuleType
    stages.find = len
    assert stages.find is len


def test_a_moved_module_can_import_its_own_old_name(write: Write) -> None:
    write(document="import shop.reading\nlimit = 1\n")
    install({"shop.reading": "shop.document"})
    with pytest.warns(DeprecationWarning):
        assert importlib.import_module("shop.reading") is importlib.import_module("shop.document")
    assert importlib.import_module("shop.document").limit == 1


def test_a_moved_module_reloads_as_what_it_is(write: Write) -> None:
    folder = write(document="limit = 1\n")
    install({"shop.reading": "shop.document"})
    with pytest.warns(DeprecationWarning):
        old = importlib.import_module("shop.reading")
    (folder / "shop" / "document.py").write_text("limit = 1 + 1\n", encoding="utf-8")
    assert importlib.reload(old) is old
    assert old.limit == 2


def test_looking_for_a_spec_neither_imports_nor_warns(write: Write) -> None:
    write(document="raise RuntimeError('too early')\n")
    install({"shop.reading": "shop.document"})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        spec = importlib.util.find_spec("shop.reading")
    assert spec is not None
    assert spec.name == "shop.reading"


def test_the_same_moves_are_installed_once(write: Write) -> None:
    before = len(sys.meta_path)
    first = install({"shop.reading": "shop.document", "shop.same": "shop.same"})
    assert install({"shop.reading": "shop.document"}) is first
    assert len(sys.meta_path) == before + 2
    assert install({"shop.goods": "shop.stock"}) is not first


def test_a_module_that_became_a_package_of_its_name_is_no_move() -> None:
    with pytest.raises(ValueError, match=r"shop\.text is still a package; use deprecated_names"):
        install({"shop.text": "shop.text.normalized"})


def test_other_packages_are_left_alone() -> None:
    moved = MovedModules({"shop.reading": "shop.document"})
    assert moved.find_spec("shopping.reading") is None
    assert moved.find_spec("json.decoder") is None
    assert moved.find_spec("shop") is None


def test_a_module_with_a_new_name_may_have_old_names_of_its_own(write: Write) -> None:
    write(
        document="""
            from thai_newsie.deprecation import deprecated_names
            class Document: ...
            __getattr__ = deprecated_names(__name__, {"Reading": ("shop.document", "Document")})
            """
    )
    install({"shop.reading": "shop.document"})
    with pytest.warns(DeprecationWarning) as caught:
        exec(compile("from shop.reading import Reading", "user.py", "exec"), user := {"__name__": "user"})
    assert user["Reading"] is importlib.import_module("shop.document").Document
    assert [str(warning.message) for warning in caught] == [
        "the module shop.reading has moved: import shop.document",
        "shop.document.Reading is deprecated: use shop.document.Document",
    ]


def test_a_script_sees_the_warning_without_an_option(write: Write) -> None:
    """Python shows a DeprecationWarning where the code of the script itself is at fault."""
    folder = write(
        __init__="from thai_newsie.deprecation import install\ninstall({'shop.reading': 'shop.document'})\n",
        document="",
    )
    (folder / "script.py").write_text("\nfrom shop import reading\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "script.py"],
        cwd=folder,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert "script.py:2: DeprecationWarning: the module shop.reading has moved" in done.stderr
    assert done.stderr.count("DeprecationWarning") == 1


def test_the_helper_imports_next_to_nothing() -> None:
    code = """
import __future__, sys, warnings, functools, collections.abc, importlib.machinery, types, typing
before = set(sys.modules)
import thai_newsie.deprecation
print(*sorted(set(sys.modules) - before))
"""
    done = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = ["thai_newsie", "thai_newsie.deprecation", "thai_newsie.moved_modules"]
    assert done.stdout.split() == [*loaded, "thai_newsie.schema", "thai_newsie.schema.display"]


# Arguments


@renamed_arguments(jobs="workers", colour="color")
def run(path: str, /, workers: int = 1, *, color: str = "none") -> tuple[str, int, str]:
    """Run."""
    return path, workers, color


def test_an_argument_works_under_its_old_name_and_warns_at_the_call() -> None:
    with pytest.warns(DeprecationWarning) as caught:
        result, here = run("a", jobs=2), line()  # type: ignore[call-arg]
    assert result == ("a", 2, "none")
    warning = only(caught)
    assert str(warning.message) == "the argument jobs of run is deprecated: use workers"
    assert (warning.filename, warning.lineno) == (__file__, here)


def test_the_new_names_do_not_warn() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert run("a", 3, color="red") == ("a", 3, "red")
        assert run("a", workers=3) == ("a", 3, "none")


def test_an_argument_under_both_names_is_an_error() -> None:
    with pytest.raises(TypeError, match=r"run\(\) got the argument workers twice: jobs is its old name"):
        run("a", jobs=1, workers=2)  # type: ignore[call-arg]
    with pytest.warns(DeprecationWarning), pytest.raises(TypeError, match="multiple values"):
        run("a", 1, jobs=2)  # type: ignore[call-arg]


def test_the_function_stays_what_it_was() -> None:
    assert (run.__name__, run.__doc__) == ("run", "Run.")
    assert list(inspect.signature(run).parameters) == ["path", "workers", "color"]


def test_a_method_and_a_coroutine_take_old_names_too() -> None:
    class Shop:
        @renamed_arguments(name="title")
        def open(self, title: str) -> str:
            return title

        @renamed_arguments(name="title")
        async def close(self, title: str) -> str:
            return title

    with pytest.warns(DeprecationWarning, match=r"the argument name of Shop\.open"):
        assert Shop().open(name="a") == "a"  # type: ignore[call-arg]
    with pytest.warns(DeprecationWarning, match=r"the argument name of Shop\.close"):
        assert asyncio.run(Shop().close(name="b")) == "b"  # type: ignore[call-arg]


@pytest.mark.parametrize("names", [{"jobs": "threads"}, {"path": "workers"}])
def test_a_rename_that_cannot_be_is_an_error_at_once(names: dict[str, str]) -> None:
    def run(path: str, workers: int) -> None: ...

    with pytest.raises(TypeError, match=r"run: cannot rename the argument"):
        renamed_arguments(**names)(run)
