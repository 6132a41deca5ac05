"""Whatever bytes a reader of ours meets, it ends: with what it read, or with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile.damaging import damaged
from tests.hostile.fuzzing import fuzz
from tests.hostile.parsers import CORPUS, PARSERS, end_in_a_sentence, kept

KEPT = [(name, path) for name in PARSERS for path in kept(name)]


def test_every_parser_has_a_corpus_and_every_corpus_a_parser() -> None:
    assert {folder.name for folder in CORPUS.iterdir()} == set(PARSERS)
    assert all(len(kept(name)) >= 2 for name in PARSERS)


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
