"""Data is never run: no text becomes code, no bytes become objects, no words become a shell's command.

The lint reads every file of the package as a syntax tree. What it cannot see is told in docs/security.md:
`concurrent.futures` sends work between processes of ours as pickles, and Dask does so between machines.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.architecture.test_imports import PACKAGE, modules

ROOT = PACKAGE.parent
RUNS_TEXT = {"eval", "exec", "compile", "__import__"}
MAKES_OBJECTS = {
    "pickle", "_pickle", "cPickle", "cloudpickle", "dill", "joblib", "marshal", "shelve", "jsonpickle",
    "dbm", "code", "codeop", "simpleeval", "runpy", "ctypes",
}  # fmt: skip
FORBIDDEN = {
    *RUNS_TEXT,
    *(f"builtins.{name}" for name in RUNS_TEXT),
    "os.system", "os.popen", "os.startfile", "subprocess.getoutput", "subprocess.getstatusoutput",
    "asyncio.create_subprocess_shell", "pty.spawn", "types.CodeType", "types.FunctionType",
    *(f"yaml.{kind}{loader}" for kind in ("", "C") for loader in ("Loader", "FullLoader", "UnsafeLoader")),
    *(f"yaml.{name}" for name in ("unsafe_load", "unsafe_load_all", "full_load", "full_load_all")),
    "yaml.YAMLObject",
}  # fmt: skip
"""By their full names, however a module imports them."""
FORBIDDEN_METHODS = {"read_pickle", "to_pickle", "exec_module", "enable_load_extension", "load_extension"}
"""Of whatever object."""
LAST_NAMES = {name.rpartition(".")[2] for name in FORBIDDEN} | FORBIDDEN_METHODS
SHELLS = {"sh", "bash", "zsh", "dash", "cmd", "cmd.exe", "powershell", "powershell.exe", "pwsh"}
SAFE_LOADERS = {"yaml.BaseLoader", "yaml.SafeLoader", "yaml.CBaseLoader", "yaml.CSafeLoader"}
YAML_READERS = {f"yaml.{name}" for name in ("load", "load_all", "compose", "compose_all", "parse", "scan")}


def complaints(source: str) -> Iterator[str]:
    """What in this module could run data."""
    tree = ast.parse(source)
    names = dict(_names(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from _imported(node)
        elif isinstance(node, ast.Name | ast.Attribute):
            name = _full_name(node, names)
            if name in FORBIDDEN or (isinstance(node, ast.Attribute) and node.attr in FORBIDDEN_METHODS):
                yield f"{node.lineno}: {name}"
        elif isinstance(node, ast.List | ast.Tuple):
            first = node.elts[0] if node.elts else None
            if isinstance(first, ast.Constant) and str(first.value).rpartition("/")[2] in SHELLS:
                yield f"{node.lineno}: a command that begins with {first.value}"
        elif isinstance(node, ast.Call):
            yield from _called(node, names, source)


def _names(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """What each imported name is called in full."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for one in node.names:
                yield (one.asname, one.name) if one.asname else (one.name.split(".")[0],) * 2
        elif isinstance(node, ast.ImportFrom):
            for one in node.names:
                yield one.asname or one.name, f"{node.module or ''}.{one.name}"


def _full_name(node: ast.expr, names: Mapping[str, str]) -> str:
    """`os.system` for `o.system` after `import os as o`; empty for what is no plain name."""
    if isinstance(node, ast.Name):
        return names.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        owner = _full_name(node.value, names).replace("__builtins__", "builtins")
        return f"{owner}.{node.attr}" if owner else ""
    return ""


def _imported(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    module = (node.module or "") if isinstance(node, ast.ImportFrom) else ""
    for alias in node.names:
        if {module.split(".")[0], alias.name.split(".")[0]} & MAKES_OBJECTS:
            yield f"{node.lineno}: import of {module or alias.name}"
        if f"{module}.{alias.name}" in FORBIDDEN:
            yield f"{node.lineno}: import of {module}.{alias.name}"
        if alias.name == "*":
            yield f"{node.lineno}: import of whatever {module} has"


def _called(node: ast.Call, names: Mapping[str, str], source: str) -> Iterator[str]:
    given = {word.arg: word.value for word in node.keywords}
    function = _full_name(node.func, names)
    for name in ("shell", "allow_pickle"):
        value = given.get(name, ast.Constant(False))
        if not (isinstance(value, ast.Constant) and value.value is False):
            yield f"{node.lineno}: {name} that is not plainly false"
    if function.startswith("subprocess.") and (None in given or len(node.args) > 1):
        yield f"{node.lineno}: {function} with arguments that cannot be seen"
    if function in YAML_READERS:
        loader = given.get("Loader") or (node.args[1] if len(node.args) > 1 else None)
        if loader is None or not _is_safe(loader, names, source):
            yield f"{node.lineno}: {function} without a safe loader"
    words = {str(one.value) for one in node.args if isinstance(one, ast.Constant)}
    if function == "getattr" and words & LAST_NAMES:
        yield f"{node.lineno}: getattr of {', '.join(words & LAST_NAMES)}"
    if function.endswith("import_module") and {word.split(".")[0] for word in words} & MAKES_OBJECTS:
        yield f"{node.lineno}: import of {', '.join(words)}"


def _is_safe(loader: ast.expr, names: Mapping[str, str], source: str) -> bool:
    """True for a safe loader by name, and for a parameter or constant that is said to be one."""
    if isinstance(loader, ast.Name) and f"{loader.id}: type[yaml.BaseLoader]" in source:
        return True
    return _full_name(loader, names) in SAFE_LOADERS


SCRIPTS = sorted(path for name in ("docs", "benchmarks", "building") for path in (ROOT / name).glob("*.py"))


@pytest.mark.parametrize("path", [*modules(), *SCRIPTS], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_can_run_data(path: Path) -> None:
    assert list(complaints(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.js")), ids=lambda path: path.name)
def test_no_script_of_the_pages_can_run_data(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\b(?:eval|Function)\b|(?:inner|outer|Adjacent)HTML|document\.write", text)
    assert not re.search(r"set(?:Timeout|Interval)\(\s*[\"'`]", text)


WRONG = [
    "eval('1')",
    "run = exec",
    "import builtins; builtins.eval('1')",
    "import builtins as b; b.exec('1')",
    "__builtins__.eval('1')",
    "from builtins import exec as run",
    "__import__('pickle')",
    "import pickle",
    "import pickle as p",
    "import _pickle",
    "def f():\n    from marshal import loads",
    "import shelve",
    "from importlib import import_module; import_module('pickle')",
    "import importlib as i; i.import_module('dill')",
    "import pandas; pandas.read_pickle(file)",
    "frame.to_pickle(file)",
    "import os; os.system('ls')",
    "import os as o; o.system('ls')",
    "import os; getattr(os, 'system')('ls')",
    "from os import popen",
    "from os import system as run; run('ls')",
    "from os import *",
    "import subprocess; subprocess.run('ls', shell=True)",
    "import subprocess; subprocess.run('ls', shell=maybe)",
    "import subprocess as s; s.Popen('ls', **options)",
    "import subprocess; subprocess.Popen('ls', -1, None, None, None, None, None, True, True)",
    "from subprocess import run as r; r('ls', shell=1)",
    "import subprocess; subprocess.run(['sh', '-c', words])",
    "import subprocess; subprocess.run(('/bin/bash', '-c', words))",
    "import subprocess; subprocess.getoutput('ls')",
    "import asyncio; asyncio.create_subprocess_shell('ls')",
    "import pty; pty.spawn('ls')",
    "import yaml; yaml.load(text)",
    "import yaml as y; y.load(text)",
    "import yaml; yaml.load(text, yaml.Loader)",
    "import yaml; yaml.load(text, Loader=yaml.UnsafeLoader)",
    "import yaml; yaml.load(text, Loader=given)",
    "import yaml; yaml.unsafe_load(text)",
    "import yaml; yaml.full_load_all(text)",
    "import yaml\nclass Ours(yaml.Loader): pass",
    "import yaml\nclass Ours(yaml.YAMLObject): pass",
    "from yaml import unsafe_load",
    "from yaml import load as read; read(text)",
    "import numpy; numpy.load(file, allow_pickle=True)",
    "connection.enable_load_extension(True)",
]


@pytest.mark.parametrize("source", WRONG)
def test_the_lint_sees(source: str) -> None:
    assert list(complaints(source))


RIGHT = [
    "import re; re.compile('a')",
    "import subprocess; subprocess.run(['ls'], shell=False)",
    "import yaml; yaml.load(text, Loader=yaml.BaseLoader)",
    "import yaml; yaml.compose(text, yaml.CSafeLoader)",
    "from yaml import load as read, SafeLoader as Safe; read(text, Loader=Safe)",
    "import json; json.loads(text)",
    "from importlib import import_module; import_module('pyarrow')",
]


@pytest.mark.parametrize("source", RIGHT)
def test_the_lint_leaves(source: str) -> None:
    assert not list(complaints(source))
