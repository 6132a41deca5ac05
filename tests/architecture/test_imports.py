"""Imports point one way down, and heavy packages stay behind their doors."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "annotator"

LAYERS = [
    {"errors", "resources"},
    {"translating"},
    {"model"},
    {"languages"},
    {"text"},
    {"store", "formats", "signals", "alignment", "statistics", "hub"},
    {"workbench"},
    {"present"},
    {"tui", "cli", "web", "scripting"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
SIBLINGS_THAT_MAY_MEET = {("cli", "tui"), ("cli", "web"), ("web", "tui")}

# package: where it may be imported, and why nowhere else
DOORS = {
    "sqlite_utils": ("store", "one place knows how rows are kept"),
    "textual": ("tui", "the core runs without an app"),
    "yaml": ("formats", "foreign bytes are parsed in one place"),
    "csv": ("formats", "cells are guarded against spreadsheets in one place"),
    "pg8000": ("hub", "the hub is an extra"),
    "textstat": ("signals/adapters", "it is slow to load and tries to download"),
    "jinja2": ("present/report", "one place escapes what goes into a page"),
    "aiohttp": ("web", "it is an extra, and only a server needs it"),
    "vaderSentiment": ("signals/adapters", "it is English only"),
}
# cli/talking.py writes tables of its own to stdout.
ALLOWED = {("cli/talking.py", "csv")}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> list[str]:
    """Every imported module, deferred imports included, those for type checking left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            node.body = []
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def layer(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    own = layer(path)
    if own == "__init__":
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "annotator" or len(parts) < 2 or parts[1] not in LEVEL or parts[1] == own:
            continue
        other = parts[1]
        assert LEVEL[other] < LEVEL[own] or (own, other) in SIBLINGS_THAT_MAY_MEET, (
            f"{own} (layer {LEVEL[own]}) may not import {other} (layer {LEVEL[other]})"
        )


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_packages_stay_behind_their_doors(path: Path) -> None:
    place = path.relative_to(PACKAGE).as_posix()
    for name in imports(path):
        top = name.split(".")[0]
        if top in DOORS and (place, top) not in ALLOWED:
            door, reason = DOORS[top]
            assert place.startswith(f"{door}/"), f"{place} imports {top}; only {door} may: {reason}"


def test_every_folder_has_a_layer() -> None:
    folders = {path.name for path in PACKAGE.iterdir() if path.is_dir() and not path.name.startswith("_")}
    assert folders - {"locales"} <= set(LEVEL)


@pytest.mark.parametrize(
    "heavy",
    [
        "textual",
        "textstat",
        "nltk",
        "numpy",
        "vaderSentiment",
        "sqlite_utils",
        "yaml",
        "rich",
        "gettext",
        "aiohttp",
        "jinja2",
    ],
)
def test_the_command_line_starts_without(heavy: str) -> None:
    code = f"import sys, annotator.cli; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_first_picture_needs_no_files_signals_texts_or_scores() -> None:
    shown_first = "annotator.cli.app, annotator.workbench.enrolling, annotator.tui.screens.library"
    heavy = (
        "annotator.formats",
        "annotator.model.judgements",
        "annotator.model.rubrics",
        "annotator.signals",
        "annotator.text",
        "annotator.languages",
        "csv",
        "gettext",
        "rich.markdown",
        "textual.widgets._data_table",
    )
    told = f"sys.exit(str([name for name in {heavy!r} if name in sys.modules]))"
    code = f"import sys, annotator.tui.app, {shown_first}; {told}"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.stderr.strip() == "[]", "import these where they are used"


def test_no_module_has_grown_past_its_size() -> None:
    long = {
        str(path.relative_to(ROOT)): n
        for path in modules()
        if (n := len(path.read_text("utf-8").splitlines())) > 320
    }
    assert not long, "split by what people do"


def test_no_class_has_grown_past_its_size() -> None:
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                methods = [
                    child for child in node.body if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
                ]
                assert len(methods) <= 25, f"{path.name}: {node.name} has {len(methods)} methods"
