"""The built wheel holds what the program needs at run time."""

from __future__ import annotations

import json
import tomllib
import zipfile

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import annotator
from tests.wheels import ROOT, build_now


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """A plain wheel built now."""
    path = build_now(tmp_path_factory.mktemp("wheel")).path
    assert path is not None
    return zipfile.ZipFile(path)


@pytest.fixture
def names(wheel: zipfile.ZipFile) -> set[str]:
    return set(wheel.namelist())


def test_seeds_and_rubrics_are_in_the_wheel(names: set[str]) -> None:
    assert {name for name in names if name.startswith("annotator/_data/seeds/tiktok-settlement/")} == {
        f"annotator/_data/seeds/tiktok-settlement/{path.name}"
        for path in (ROOT / "seeds" / "tiktok-settlement").glob("*.md")
    }
    assert "annotator/_data/rubrics/core.yaml" in names


def test_every_data_file_of_the_package_is_in_the_wheel(names: set[str]) -> None:
    here = {
        path.relative_to(ROOT).as_posix()
        for suffix in ("txt", "toml", "tcss", "mo")
        for path in (ROOT / "annotator").rglob(f"*.{suffix}")
    }
    assert here <= names


def test_nothing_else_is_in_the_wheel(names: set[str]) -> None:
    assert {name.split("/")[0].split("-")[0] for name in names} == {"annotator"}


def test_the_wheel_says_what_it_is_made_of(wheel: zipfile.ZipFile) -> None:
    (name,) = [one for one in wheel.namelist() if ".dist-info/sboms/" in one]
    assert name == f"annotator-{annotator.__version__}.dist-info/sboms/annotator.cdx.json"
    bill = json.loads(wheel.read(name))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["version"] == annotator.__version__
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    parts = {part["name"]: part for part in bill["components"]}
    required = {canonicalize_name(Requirement(one).name) for one in asked["dependencies"]}
    assert required == {key for key, part in parts.items() if part["scope"] == "required"}
    optional = {
        canonicalize_name(Requirement(one).name)
        for extra, several in asked["optional-dependencies"].items()
        if extra != "dev"
        for one in several
    } - {"annotator"}
    assert optional == {key for key, part in parts.items() if part["scope"] == "optional"}
    assert all(part["purl"] == f"pkg:pypi/{key}" for key, part in parts.items())
    (own, *others) = bill["dependencies"]
    assert (
        own["dependsOn"]
        == [other["ref"] for other in others]
        == [part["bom-ref"] for part in bill["components"]]
    )


def test_the_bill_is_what_the_standard_says(wheel: zipfile.ZipFile) -> None:
    (name,) = [one for one in wheel.namelist() if ".dist-info/sboms/" in one]
    bill = wheel.read(name).decode()
    standard = JsonStrictValidator(SchemaVersion.V1_6)
    assert standard.validate_str(bill) is None
    assert standard.validate_str(bill.replace('"required"', '"needed"')) is not None


def test_the_record_of_the_wheel_lists_the_bill(wheel: zipfile.ZipFile) -> None:
    (record,) = [one for one in wheel.namelist() if one.endswith("/RECORD")]
    assert "dist-info/sboms/annotator.cdx.json,sha256=" in wheel.read(record).decode()
