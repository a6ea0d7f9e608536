"""The rules of ``ARCHITECTURE.md`` that a test can hold."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "bouwstenen_app"
MODULES = sorted(SOURCE.rglob("*.py"))
NO_DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "managers"}
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
ALLOWED_LONG = {
    "services/reports/account.py:sessions",  # a piece of text in the order in which it is read
    "services/reports/overview.py:at_a_glance",
    "services/reports/overview.py:matrix",
}
WRITES = {"insert", "update", "delete"}


def _name(path: Path) -> str:
    return str(path.relative_to(SOURCE))


def _trees(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    for path in MODULES:
        if not folders or _name(path).split("/")[0] in folders:
            yield _name(path), ast.parse(path.read_text(encoding="utf-8"))


def test_every_floor_imports_only_what_is_below_it() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

    assert checked.returncode == 0, checked.stdout


def test_no_file_is_so_long_that_it_must_hold_two_things() -> None:
    lengths = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}

    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_so_long_that_it_must_hold_two_things() -> None:
    lengths = {
        f"{name}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for name, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    too_long = {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}

    assert {name for name in too_long if not name.startswith("storage/migrations/versions/")} <= ALLOWED_LONG


def test_no_module_is_a_drawer() -> None:
    assert [_name(path) for path in MODULES if NO_DRAWERS & set(path.stem.split("_"))] == []


def test_every_module_opens_with_a_sentence_that_says_what_it_is_for() -> None:
    assert [name for name, tree in _trees() if not ast.get_docstring(tree)] == []


def test_nothing_is_put_off_in_a_comment() -> None:
    marks = re.compile(r"#.*\b(TODO|FIXME|XXX|HACK)\b")
    found = [
        f"{_name(path)}:{number}"
        for path in MODULES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if marks.search(line)
    ]

    assert found == []


def test_nothing_is_imported_for_types_only() -> None:
    names = [name for name, tree in _trees() for node in ast.walk(tree) if _names(node, "TYPE_CHECKING")]

    assert names == []


def test_services_write_through_the_journal_only() -> None:
    """A verb that imported insert, update or delete could change rows that no step remembers."""
    found = [
        f"{name}: {alias.name}"
        for name, tree in _trees("services")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy")
        for alias in node.names
        if alias.name in WRITES | {"text"}
    ]

    assert found == []


def test_services_never_end_the_transaction_of_their_caller() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name, tree in _trees("services")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("commit", "rollback", "begin_nested")
    ]

    assert found == []


def test_domain_has_no_clock_no_chance_and_no_files_of_its_own() -> None:
    forbidden = {"time", "datetime.now", "random", "pathlib", "open"}
    found = [
        f"{name}: {word}"
        for name, tree in _trees("domain")
        if name
        != "domain/identity.py"  # a source of identities takes clock and chance, with the real ones as default
        for node in ast.walk(tree)
        for word in forbidden
        if _imports(node, word) or _calls(node, word)
    ]

    assert found == []


@pytest.mark.parametrize("module", ["bouwstenen_app.app", "bouwstenen_app.__main__"])
def test_nothing_heavy_is_imported_before_the_first_paint(module: str) -> None:
    heavy = ("sqlalchemy", "sqlcipher3", "alembic", "docx", "openpyxl", "numpy", "asyncio", "http", "ssl")
    code = f"import sys, {module}; print([name for name in {heavy} if name in sys.modules])"
    command = [sys.executable, "-c", code]
    program = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    assert program.stdout.strip() == "[]", program.stderr


def test_a_tooltip_with_more_than_our_own_words_goes_through_tip() -> None:
    found = [
        f"{name}:{node.lineno}"
        for name, tree in _trees("ui")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "setToolTip"
        and not _is_safe_tip(node.args[-1])
    ]

    assert found == []


def _is_safe_tip(node: ast.AST) -> bool:
    if isinstance(node, ast.IfExp):
        return _is_safe_tip(node.body) and _is_safe_tip(node.orelse)
    translated = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "tr"
    return translated or isinstance(node, ast.Constant) or (isinstance(node, ast.Call) and _names(node.func, "tip"))


def _names(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _imports(node: ast.AST, module: str) -> bool:
    if isinstance(node, ast.Import):
        return any(alias.name == module for alias in node.names)
    return isinstance(node, ast.ImportFrom) and node.module == module


def _calls(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == name


def test_only_the_library_speaks_to_another_computer() -> None:
    network = re.compile(
        r"^\s*(?:import|from) (?:psycopg|socket|http|urllib|requests|ssl|smtplib|ftplib|asyncio)\b", re.M
    )
    speaking = {_name(path) for path in MODULES if network.search(path.read_text(encoding="utf-8"))}
    assert speaking == set()  # its driver is named in an address only, and imported by the engine
    naming = {_name(path) for path in MODULES if "psycopg" in path.read_text(encoding="utf-8")}
    assert naming == {"storage/library.py"}
