"""The bill of materials and the licence list agree with what is really installed with the program."""

import importlib.util
import json
import re
import tomllib
from importlib.metadata import distribution, version
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
RESOURCES = ROOT / "resources"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sbom", RESOURCES / "make_sbom.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    made = json.loads((RESOURCES / "sbom.json").read_text(encoding="utf-8"))
    assert isinstance(made, dict)
    return made


def test_both_files_are_what_the_tool_makes_of_requirements_now(tool: ModuleType) -> None:
    bill, paper = tool.made()
    assert (RESOURCES / "sbom.json").read_text(encoding="utf-8") == bill, "run python resources/make_sbom.py"
    assert (RESOURCES / "papers" / "licenties.md").read_text(encoding="utf-8") == paper


def test_every_version_and_hash_is_that_of_requirements(bill: dict[str, Any]) -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    for one in bill["components"]:
        block = re.search(
            rf"^{re.escape(one['name'])}=={re.escape(one['version'])}\b.*?(?=^\w|\Z)", text, re.M | re.S
        )
        assert block, one["name"]
        hashes = [found["content"] for found in one["externalReferences"][0]["hashes"]]
        assert hashes == re.findall(r"sha256:(\w+)", block[0])
        assert hashes


def test_what_the_program_asks_for_is_in_it_and_what_only_developers_use_is_not(bill: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = {one["name"]: one["scope"] for one in bill["components"]}
    asked = {re.split(r"[^\w-]", line)[0].casefold() for line in project["project"]["dependencies"]}

    assert {name for name in asked if names.get(name) != "required"} == set()
    assert names["psycopg"] == "optional"
    assert not {"pytest", "mypy", "ruff", "hypothesis", "import-linter", "hatchling", "colorama"} & names.keys()


def test_everything_that_the_program_needs_by_its_own_metadata_is_in_it(bill: dict[str, Any]) -> None:
    """Requirements.txt could forget to say what something came along with."""
    names = {one["name"] for one in bill["components"]}
    for name in [name for name in names if name not in ("pywin32-ctypes", "tzdata")]:
        assert version(name)
        for line in distribution(name).requires or []:
            needed, _, when = line.partition(";")
            if not when.strip():
                assert re.split(r"[^\w.-]", needed)[0].casefold().replace("_", "-").replace(".", "-") in names, name


def test_it_has_the_shape_of_cyclonedx(bill: dict[str, Any]) -> None:
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.5", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bill["serialNumber"])
    refs = [bill["metadata"]["component"]["bom-ref"], *(one["bom-ref"] for one in bill["components"])]
    assert len(refs) == len(set(refs))
    assert {one["ref"] for one in bill["dependencies"]} == set(refs)
    assert {ref for one in bill["dependencies"] for ref in one["dependsOn"]} <= set(refs)
    for one in bill["components"]:
        (said,) = one["licenses"]
        assert said.get("expression") or said["license"]["id"]
        assert one["purl"] == f"pkg:pypi/{one['name']}@{one['version']}"
