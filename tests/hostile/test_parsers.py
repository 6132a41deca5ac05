"""Whatever bytes a reader of ours meets, it ends: with what it read, or with a sentence."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.architecture.test_imports import PACKAGE
from tests.hostile.damaging import damaged
from tests.hostile.fuzzing import fuzz
from tests.hostile.parsers import CORPUS, PARSERS, end_in_a_sentence, kept

KEPT = [(name, path) for name in PARSERS for path in kept(name)]


def test_every_parser_has_a_corpus_and_every_corpus_a_parser() -> None:
    assert {folder.name for folder in CORPUS.iterdir()} == set(PARSERS)
    assert all(len(kept(name)) >= 2 for name in PARSERS)


OURS_ALONE = {
    "languages/entries.py:read_entries": "the package's own word lists",
    "web/session_process.py:read_job": "what a session's process gets from our server",
}


def test_every_reader_is_met_by_a_kept_input() -> None:
    """Every public function that reads or parses, where foreign bytes come in."""
    met: set[str] = set()

    def note(frame: FrameType, event: str, argument: object) -> None:
        folder, here, file = frame.f_code.co_filename.rpartition("/annotator/")
        if here:
            met.add(f"{file}:{frame.f_code.co_name}")

    for name, path in KEPT:
        if len(path.read_bytes()) < 5_000 or path.name.startswith("good"):
            # Anew each time: too deep an input ends the tracing.
            sys.settrace(note)
            end_in_a_sentence(name, path.read_bytes())
            sys.settrace(None)
    readers = {
        f"{path.relative_to(PACKAGE).as_posix()}:{node.name}"
        for part in ("formats", "languages", "web", "hub")
        for path in (PACKAGE / part).rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith(("read_", "parse_"))
    }
    assert len(readers) > 30
    assert readers - met <= set(OURS_ALONE)


@pytest.mark.parametrize(("name", "path"), KEPT, ids=[f"{name}/{path.name}" for name, path in KEPT])
def test_what_was_kept_ends_in_a_sentence(name: str, path: Path) -> None:
    end_in_a_sentence(name, path.read_bytes())


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_damaged_input_ends_in_a_sentence(name: str, data: st.DataObject) -> None:
    good = data.draw(st.sampled_from([path.read_bytes() for path in kept(name)]))
    seed = data.draw(st.integers(0, 2**32))
    end_in_a_sentence(name, damaged(good, seed))


@pytest.mark.parametrize("name", PARSERS)
@settings(max_examples=15, deadline=None)
@given(data=st.binary(max_size=200) | st.text(max_size=80).map(lambda text: text.encode("utf-8")))
def test_any_input_ends_in_a_sentence(name: str, data: bytes) -> None:
    end_in_a_sentence(name, data)


def test_the_fuzzer_finds_a_crash_behind_a_condition(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fragile(data: bytes) -> None:
        if b"[[" in data:
            raise RecursionError

    monkeypatch.setitem(PARSERS, "gesture", fragile)
    found = fuzz("gesture", 0.3, seed=1)
    assert found.tried > 10
    assert ["RecursionError" in told for told in found.crashes] == [True]


@pytest.mark.faults
@pytest.mark.parametrize("name", PARSERS)
def test_following_coverage_finds_no_crash(name: str) -> None:
    found = fuzz(name, 2, seed=7)
    assert found.tried > 5
    assert not found.crashes, "\n".join(found.crashes)
