"""Data is never run: no text becomes code, no bytes become objects, no words become a shell's command.

The lint reads every file of the package as a syntax tree. What it cannot see is told in docs/security.md:
`concurrent.futures` sends work between processes of ours as pickles, and Dask does so between machines.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.test_imports import PACKAGE, modules

RUNS_TEXT = {"eval", "exec", "compile", "__import__"}
MAKES_OBJECTS = {
    "pickle", "_pickle", "cPickle", "cloudpickle", "dill", "joblib", "marshal", "shelve", "jsonpickle",
    "dbm", "code", "codeop", "simpleeval",
}  # fmt: skip
SHELLS = {"system", "popen", "getoutput", "getstatusoutput", "create_subprocess_shell"}
SAFE_LOADERS = {"BaseLoader", "SafeLoader", "CBaseLoader", "CSafeLoader"}
YAML_READERS = {"load", "load_all", "compose", "compose_all", "parse", "scan"}
UNSAFE_YAML = {
    "unsafe_load", "unsafe_load_all", "full_load", "full_load_all", "UnsafeLoader", "CUnsafeLoader",
    "FullLoader", "CFullLoader", "Loader", "CLoader",
}  # fmt: skip


def complaints(source: str) -> Iterator[str]:
    """What in this module could run data."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from _imported(node)
        elif isinstance(node, ast.Name) and node.id in RUNS_TEXT:
            yield f"{node.lineno}: {node.id}"
        elif isinstance(node, ast.Attribute):
            yield from _reached(node)
        elif isinstance(node, ast.Call):
            yield from _called(node, source)


def _imported(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    module = (node.module or "") if isinstance(node, ast.ImportFrom) else ""
    for alias in node.names:
        if {module.split(".")[0], alias.name.split(".")[0]} & MAKES_OBJECTS:
            yield f"{node.lineno}: import of {module or alias.name}"
        if module in ("os", "subprocess", "asyncio", "builtins") and alias.name in SHELLS | RUNS_TEXT:
            yield f"{node.lineno}: import of {module}.{alias.name}"
        if module.startswith("yaml") and alias.name in UNSAFE_YAML | YAML_READERS:
            yield f"{node.lineno}: import of {module}.{alias.name}; write yaml.{alias.name} with its loader"


def _reached(node: ast.Attribute) -> Iterator[str]:
    owner = node.value.id if isinstance(node.value, ast.Name) else ""
    if owner in ("os", "subprocess", "asyncio") and node.attr in SHELLS:
        yield f"{node.lineno}: {owner}.{node.attr}"
    if owner in ("builtins", "__builtins__") and node.attr in RUNS_TEXT:
        yield f"{node.lineno}: {owner}.{node.attr}"
    if owner == "yaml" and node.attr in UNSAFE_YAML:
        yield f"{node.lineno}: yaml.{node.attr}"


def _called(node: ast.Call, source: str) -> Iterator[str]:
    given = {word.arg: word.value for word in node.keywords}
    for name in ("shell", "allow_pickle"):
        value = given.get(name, ast.Constant(False))
        if not (isinstance(value, ast.Constant) and value.value is False):
            yield f"{node.lineno}: {name} that is not plainly false"
    function = node.func
    if not (isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name)):
        return
    if function.value.id == "yaml" and function.attr in YAML_READERS:
        loader = given.get("Loader") or (node.args[1] if len(node.args) > 1 else None)
        if loader is None or not _is_safe(loader, source):
            yield f"{node.lineno}: yaml.{function.attr} without a safe loader"


def _is_safe(loader: ast.expr, source: str) -> bool:
    """True for a safe loader by name, and for a parameter or constant that is said to be one."""
    if isinstance(loader, ast.Attribute):
        return loader.attr in SAFE_LOADERS
    return isinstance(loader, ast.Name) and f"{loader.id}: type[yaml.BaseLoader]" in source


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_can_run_data(path: Path) -> None:
    assert list(complaints(path.read_text(encoding="utf-8"))) == []


WRONG = [
    "eval('1')",
    "run = exec",
    "import builtins; builtins.eval('1')",
    "from builtins import exec as run",
    "import pickle",
    "def f():\n    from marshal import loads",
    "import os; os.system('ls')",
    "from os import popen",
    "import subprocess; subprocess.run('ls', shell=True)",
    "import subprocess; subprocess.run('ls', shell=maybe)",
    "import subprocess; subprocess.getoutput('ls')",
    "import asyncio; asyncio.create_subprocess_shell('ls')",
    "import yaml; yaml.load(text)",
    "import yaml; yaml.load(text, yaml.Loader)",
    "import yaml; yaml.load(text, Loader=given)",
    "import yaml; yaml.unsafe_load(text)",
    "from yaml import unsafe_load",
    "from yaml import load",
    "import numpy; numpy.load(file, allow_pickle=True)",
]


@pytest.mark.parametrize("source", WRONG)
def test_the_lint_sees(source: str) -> None:
    assert list(complaints(source))


RIGHT = [
    "import re; re.compile('a')",
    "import subprocess; subprocess.run(['ls'], shell=False)",
    "import yaml; yaml.load(text, Loader=yaml.BaseLoader)",
    "import yaml; yaml.compose(text, yaml.CSafeLoader)",
    "import json; json.loads(text)",
]


@pytest.mark.parametrize("source", RIGHT)
def test_the_lint_leaves(source: str) -> None:
    assert not list(complaints(source))
