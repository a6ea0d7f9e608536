"""R-08: no module of ours speaks to a network, and without the optional part nothing is installed that does."""

import ast
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "bouwstenen_app"
NETWORK = {
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebSockets",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
}
PACKAGES = {
    "aiohttp",
    "certifi",
    "httpx",
    "psycopg",
    "psycopg-binary",
    "pyside6-addons",
    "requests",
    "urllib3",
    "websockets",
}
LIBRARY = "psycopg"
"""The driver of the optional library."""


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _is_network(name: str) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in NETWORK)


def test_r08_no_module_imports_what_speaks_to_a_network() -> None:
    found = [
        f"{file.relative_to(SOURCE)}: {name}"
        for file in SOURCE.rglob("*.py")
        for name in _imports(file)
        if _is_network(name) or name.split(".")[0] == LIBRARY
    ]
    assert found == [], "the driver of the library is imported by its name only when somebody asks for it"


def test_r08_only_the_library_names_its_driver() -> None:
    named = [
        file.relative_to(SOURCE).as_posix()
        for file in SOURCE.rglob("*.py")
        if re.search(rf"[\"']{LIBRARY}", file.read_text(encoding="utf-8"))
    ]
    assert named == ["storage/library.py"]


def test_r08_what_is_installed_without_the_library_is_no_network_package() -> None:
    seen: set[str] = set()
    wait = ["bouwstenen"]
    while wait:
        name = wait.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            needed = requires(name) or []
        except PackageNotFoundError:  # of another system
            continue
        plain = (line for line in needed if "extra ==" not in line)
        wait += [re.split(r"[^A-Za-z0-9._-]", line, maxsplit=1)[0].lower().replace("_", "-") for line in plain]
    assert len(seen) > 10
    assert seen & PACKAGES == set()
