"""Exports read and write row after row."""

from __future__ import annotations

import gc
import tracemalloc
from pathlib import Path

import pytest

from benchmarks.exporting import a_class, export


@pytest.mark.parametrize("kind", ["scores", "wide", "gradebook", "evidence", "annotations"])
def test_ten_times_as_many_scores_take_no_more_memory(tmp_path: Path, kind: str) -> None:
    def peak(articles: int) -> int:
        folder = tmp_path / str(articles)
        a_class(folder, raters=10, articles=articles)
        export("scores", str(folder), str(tmp_path / "warm.csv"))
        # When the collector runs depends on all that ran before; what it would have to collect counts, too.
        gc.collect()
        gc.disable()
        try:
            tracemalloc.start()
            export(kind, str(folder), str(tmp_path / "out"))
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
            gc.enable()

    few = peak(10)
    assert peak(100) < few + 250_000
