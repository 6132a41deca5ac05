"""A compiled wheel answers as the plain one does; what answers otherwise is not given to anybody."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from sysconfig import get_config_var

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.tags import sys_tags
from packaging.utils import parse_wheel_filename

import annotator
from building.modules import modules
from building.wishing import VARIABLE, obstacle
from tests.wheels import ROOT, build_now, install, unpack_sources

LACKING = obstacle()
SUFFIX = get_config_var("EXT_SUFFIX")
pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(
        LACKING is not None, reason=f"nothing can be compiled here: {LACKING and LACKING.missing}"
    ),
]


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sources as they are given away."""
    return unpack_sources(tmp_path_factory.mktemp("sources"))


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if "__pycache__" not in path.parts}


@pytest.fixture(scope="module")
def wheel(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A compiled wheel, made from them."""
    before = files(sources)
    built = build_now(tmp_path_factory.mktemp("wheel"), root=sources, **{VARIABLE: "1"})
    assert built.path is not None, built.told
    assert built.told == "annotator: compiling the signals; ANNOTATOR_COMPILE=0 would leave that out.\n"
    assert files(sources) == before, "nothing is left behind"
    return built.path


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment with that wheel."""
    return install(wheel, tmp_path_factory.mktemp("installed") / "environment")


def test_the_wheel_is_for_this_machine_and_holds_each_module_twice(wheel: Path) -> None:
    (tag,) = parse_wheel_filename(wheel.name)[3]
    assert tag in set(sys_tags()) and tag.abi != "none"
    names = set(zipfile.ZipFile(wheel).namelist())
    listed = modules(ROOT)
    assert {name for name in names if name.endswith(SUFFIX)} == {
        f"annotator__mypyc{SUFFIX}",
        *(name.removesuffix(".py") + SUFFIX for name in listed),
    }
    assert set(listed) <= names
    about = f"annotator-{annotator.__version__}.dist-info"
    assert {name.split("/")[0] for name in names} == {"annotator", f"annotator__mypyc{SUFFIX}", about}


def test_whose_code_is_inside_is_said(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (bill,) = [name for name in archive.namelist() if ".dist-info/sboms/" in name]
    (mypy,) = [part for part in json.loads(archive.read(bill))["components"] if part["name"] == "mypy"]
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(archive.read(bill).decode()) is None
    assert mypy["purl"] == f"pkg:pypi/mypy@{mypy['version']}"
    (licence,) = [name for name in archive.namelist() if name.endswith("/licenses/mypyc/LICENSE")]
    assert "Jukka Lehtosalo" in archive.read(licence).decode()


def test_what_is_installed_works_and_says_that_it_is_compiled(programs: Path, tmp_path: Path) -> None:
    def told(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [programs / "annotator", *arguments]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)

    assert told("demo", "--check").stdout.endswith("annotator works here.\n")
    told("init", "class")
    assert told("-w", "class", "doctor").stderr.endswith(", signals compiled\n")


def test_it_says_the_same_as_the_plain_one(programs: Path, tmp_path: Path) -> None:
    def answers(python: str | Path) -> list[str]:
        command = [python, "-P", ROOT / "building" / "answers.py", ROOT / "seeds", *modules(ROOT)]
        ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
        return ran.stdout.splitlines()

    compiled, plain = answers(programs / "python"), answers(sys.executable)
    assert (compiled[0], plain[0]) == ("compiled", "plain")
    assert compiled[1:] == plain[1:]
    assert len(plain) > 500


def test_it_needs_nothing_of_the_compiler_when_it_runs(programs: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from annotator.signals import analyze; analyze('He said it was shocking.', 'en');"
        "print({'mypy', 'mypyc', 'mypy_extensions', 'librt', 'setuptools'} & set(sys.modules))"
    )
    command = [programs / "python", "-c", code]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"


WRONG = {
    "other figures": (
        "OFF = 0.0 if __file__.endswith('.py') else 1.0",
        "do not say the same as the plain ones",
    ),
    "an error": (
        "OFF = 0.0 if __file__.endswith('.py') else 1 / 0",
        "trying the signals failed: ZeroDivision",
    ),
    "a crash": (
        "if not __file__.endswith('.py'):\n    os.kill(os.getpid(), 9)\nOFF = 0.0",
        "it ended with -9",
    ),
    "types that are wrong": ("OFF: int = 0.0", "compiling failed: annotator/signals/hedge.py:"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_modules_that_do_otherwise_when_compiled_are_not_given_to_anybody(
    sources: Path, tmp_path: Path, wrong: str
) -> None:
    root = tmp_path / "sources"
    shutil.copytree(sources, root)
    # One module is compiled in seconds.
    (root / "building" / "modules.py").write_text(
        "def modules(root):\n    return ('annotator/signals/hedge.py',)\n", encoding="utf-8"
    )
    hedge = root / "annotator" / "signals" / "hedge.py"
    text = hedge.read_text(encoding="utf-8").replace(
        "entry.number, entry.note", "entry.number + OFF, entry.note"
    )
    lines, why = WRONG[wrong]
    hedge.write_text(
        text.replace("\n\n\ndef find", f"\nimport os\n{lines}\n\n\ndef find", 1), encoding="utf-8"
    )
    built = build_now(tmp_path, root=root, **{VARIABLE: ""})
    assert built.path is not None and built.path.name.endswith("-py3-none-any.whl")
    assert why in built.told.splitlines()[-1]
    if wrong == "other figures":
        built = build_now(tmp_path, root=root, **{VARIABLE: "1"})
        assert built.path is None
        assert built.told.endswith(f"{why}. Please tell us, and build with ANNOTATOR_COMPILE=0.\n")
