"""Where nothing can be compiled, or must not be, a wheel is plain Python; why is told where it matters."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from build import ProjectBuilder
from packaging.requirements import Requirement

import annotator
from annotator.signals import compiled
from building.modules import LEFT_OUT, modules
from building.wishing import VARIABLE, obstacle
from tests.cli.conftest import Run
from tests.cli.conftest import run as run
from tests.wheels import ROOT, Built, build_now

NO_COMPILER = [{"PATH": ""}, {"CC": "/nowhere/cc"}, {"CC": "nowhere-cc -pthread"}]
TOOLS = {"mypy", "setuptools", "vaderSentiment"}


def is_plain(built: Built) -> bool:
    """True for a wheel for every machine, without a compiled file."""
    assert built.path is not None, built.told
    names = zipfile.ZipFile(built.path).namelist()
    compiled_files = [name for name in names if not name.endswith(".py") and "mypyc" in name or ".so" in name]
    return built.path.name == f"annotator-{annotator.__version__}-py3-none-any.whl" and not compiled_files


def test_nothing_is_compiled_where_that_was_refused(tmp_path: Path) -> None:
    built = build_now(tmp_path, **{VARIABLE: "0"})
    assert is_plain(built)
    assert built.told == ""


@pytest.mark.parametrize("machine", NO_COMPILER, ids=str)
def test_without_a_compiler_the_wheel_is_plain_and_a_sentence_says_so(
    tmp_path: Path, machine: dict[str, str]
) -> None:
    built = build_now(tmp_path, **{VARIABLE: ""}, **machine)
    assert is_plain(built)
    (line,) = built.told.splitlines()
    assert line.startswith("annotator: the signals stay plain Python, which does the same, only slower: no C")


@pytest.mark.parametrize("machine", NO_COMPILER, ids=str)
def test_without_a_compiler_there_is_no_wheel_that_must_be_compiled(
    tmp_path: Path, machine: dict[str, str]
) -> None:
    built = build_now(tmp_path, **{VARIABLE: "1"}, **machine)
    assert built.path is None and not list(tmp_path.iterdir())
    (line,) = built.told.splitlines()
    assert "ANNOTATOR_COMPILE is 1, but the signals cannot be compiled: no C compiler was found" in line
    assert "Install gcc or clang" in line


@pytest.fixture
def broken() -> dict[str, str]:
    """The variables of a machine with a compiler that compiles nothing."""
    lacking = obstacle({"CC": "/bin/false"})
    if lacking:
        pytest.skip(f"what compiles is never called here: {lacking.missing}")
    return {"CC": "/bin/false"}


def test_a_compiler_that_fails_does_no_harm(tmp_path: Path, broken: dict[str, str]) -> None:
    built = build_now(tmp_path, **{VARIABLE: ""}, **broken)
    assert is_plain(built)
    (_, line) = built.told.splitlines()
    assert line.startswith("annotator: the signals stay plain Python") and "/bin/false" in line


def test_a_compiler_that_fails_ends_a_build_that_needs_it(tmp_path: Path, broken: dict[str, str]) -> None:
    built = build_now(tmp_path, **{VARIABLE: "1"}, **broken)
    assert built.path is None
    (_, line) = built.told.splitlines()
    assert "compiling failed" in line and line.endswith("Mend that, or build with ANNOTATOR_COMPILE=0.")


@pytest.mark.parametrize("kind", ["wheel", "editable"])
def test_a_value_that_means_nothing_is_told(tmp_path: Path, kind: str) -> None:
    built = build_now(tmp_path, kind=kind, **{VARIABLE: "yes"})
    assert built.path is None
    (line,) = built.told.splitlines()
    assert line.startswith("annotator: ANNOTATOR_COMPILE is 'yes', which means nothing here: 1 compiles")


@pytest.mark.parametrize("value", ["", "0", "1"])
def test_an_editable_installation_stays_plain(tmp_path: Path, value: str) -> None:
    built = build_now(tmp_path, kind="editable", **{VARIABLE: value})
    assert is_plain(built)
    said = "annotator: an editable installation stays plain Python.\n"
    assert built.told == (said if value == "1" else "")


def asked_for(kind: str) -> set[str]:
    """The packages that must be there before building, beside those of pyproject.toml."""
    return {Requirement(one).name for one in ProjectBuilder(ROOT).get_requires_for_build(kind)}


@pytest.mark.parametrize("value", ["", "1"])
def test_a_compiler_is_joined_by_what_it_takes_to_compile(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    lacking = obstacle()
    if lacking:
        pytest.skip(f"nothing can be compiled here: {lacking.missing}")
    monkeypatch.setenv(VARIABLE, value)
    assert asked_for("wheel") == TOOLS


@pytest.mark.parametrize(
    ("kind", "value", "path"),
    [
        ("wheel", "0", os.environ["PATH"]),
        ("wheel", "", ""),
        ("wheel", "1", ""),
        ("wheel", "yes", os.environ["PATH"]),
        ("editable", "", os.environ["PATH"]),
        ("editable", "1", os.environ["PATH"]),
        ("sdist", "", os.environ["PATH"]),
    ],
)
def test_nothing_is_fetched_where_nothing_will_be_compiled(
    monkeypatch: pytest.MonkeyPatch, kind: str, value: str, path: str
) -> None:
    monkeypatch.setenv(VARIABLE, value)
    monkeypatch.setenv("PATH", path)
    assert not asked_for(kind) & TOOLS


def test_every_listed_module_is_there_and_some_are_left_out() -> None:
    listed = modules(ROOT)
    assert "annotator/signals/analyzing.py" in listed and len(set(listed)) == len(listed) > 30
    assert all((ROOT / name).is_file() for name in listed)
    assert not set(LEFT_OUT) & set(listed)


def test_a_listed_module_that_is_gone_is_an_error(tmp_path: Path) -> None:
    for name in (*modules(ROOT), *LEFT_OUT):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert modules(tmp_path) == modules(ROOT)
    (tmp_path / "annotator/text/syllables.py").unlink()
    with pytest.raises(LookupError, match="lists annotator/text/syllables.py, and there is no such"):
        modules(tmp_path)


def test_the_doctor_says_how_the_signals_run(run: Run, tmp_path: Path) -> None:
    run("-w", tmp_path / "class", "init")
    assert not compiled()
    assert run("-w", tmp_path / "class", "doctor").err.endswith(", signals in plain Python\n")
