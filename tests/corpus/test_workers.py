"""Any number of workers, here or on a cluster, killed or not, writes the same bytes."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.corpus.samples import digests, lines
from tests.hub.conftest import free_port

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")
fsspec = pytest.importorskip("fsspec")


@pytest.mark.faults
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="this system has no /proc")
def test_a_killed_worker_changes_nothing_but_the_time(run: Run, here: Path) -> None:
    (here / "news.jsonl").write_text(lines(1_500), encoding="utf-8")
    assert run("corpus", "news.jsonl", "--to", "one", "--workers", "1", "--partition", "20").code == 0
    killed: list[int] = []

    def kill_workers() -> None:
        while len(killed) < 3 and not stop.is_set():
            time.sleep(0.1)
            for child in children(os.getpid()):
                if child not in killed and not stop.is_set():
                    os.kill(child, signal.SIGKILL)
                    killed.append(child)
                    break

    stop = threading.Event()
    killer = threading.Thread(target=kill_workers)
    killer.start()
    told = run("corpus", "news.jsonl", "--to", "two", "--workers", "2", "--partition", "20")
    stop.set()
    killer.join()
    assert told.code == 0, told.err
    assert killed
    assert digests(here / "one") == digests(here / "two")


def marks(results: Path) -> int:
    """How many partitions are finished."""
    return len(list((results / "done").glob("*.json")))


def children(of: int) -> list[int]:
    return [pid for pid, parent in processes() if parent == of]


def processes() -> Iterator[tuple[int, int]]:
    """Those that live here, each with its parent."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            facts = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if facts[0] != "Z":
            yield int(stat.parent.name), int(facts[1])


@pytest.mark.faults
@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="this system has no /proc")
def test_a_run_killed_at_any_moment_goes_on_and_leaves_no_worker(run: Run, here: Path) -> None:
    (here / "news.jsonl").write_text(lines(1_500), encoding="utf-8")
    call = ("corpus", "news.jsonl", "--partition", "20", "--to")
    assert run(*call, "one", "--workers", "1").code == 0
    program = "from annotator.cli import main; main()"
    chance, workers = random.Random(1), set[int]()
    for _ in range(4):
        # By what is done rather than by the clock: a fast machine would be through before it is killed.
        enough = marks(here / "two") + chance.randint(1, 12)
        running = subprocess.Popen([sys.executable, "-c", program, *call, "two", "--workers", "2"])
        while marks(here / "two") < enough:
            assert running.poll() is None, "it ended by itself"
            time.sleep(chance.uniform(0, 0.02))
        workers |= set(children(running.pid))
        running.kill()
        running.wait()
    assert len(workers) > 2
    until = time.monotonic() + 10
    while workers & {pid for pid, _ in processes()}:
        assert time.monotonic() < until, "workers outlive the run"
        time.sleep(0.1)
    assert run(*call, "two", "--workers", "2").code == 0
    assert digests(here / "one") == digests(here / "two")


def cluster_of_two() -> Any:
    distributed = pytest.importorskip("distributed")
    return distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1", silence_logs=50
    )


@pytest.mark.faults
def test_workers_of_another_version_are_refused(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "news.jsonl").write_text(lines(5), encoding="utf-8")
    with cluster_of_two() as cluster:
        call = ("corpus", "news.jsonl", "--scheduler", cluster.scheduler_address, "--to")
        with monkeypatch.context() as patch:
            patch.setattr("annotator.workbench.clustering.__version__", "99")
            assert "workers with annotator 0" in run(*call, str(here / "one")).err
        # One that comes later, or has other word lists.
        monkeypatch.setattr("annotator.workbench.surveying.versions", lambda: {"en": "other"})
        assert "a worker has other signals" in run(*call, str(here / "two")).err
    assert not [*(here / "one" / "done").iterdir(), *(here / "two" / "done").iterdir()]


@pytest.mark.faults
def test_a_scheduler_that_goes_away_is_told_and_what_was_finished_stays(run: Run, here: Path) -> None:
    pytest.importorskip("distributed")
    (here / "news.jsonl").write_text(lines(3_000), encoding="utf-8")
    port = free_port()
    dask, address = [sys.executable, "-m", "dask"], f"tcp://127.0.0.1:{port}"
    quiet: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    listening = ["scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard"]
    scheduler = subprocess.Popen([*dask, *listening], **quiet)
    worker = subprocess.Popen([*dask, "worker", address, "--no-dashboard", "--no-nanny"], **quiet)
    try:

        def kill_once_something_is_done() -> None:
            until = time.monotonic() + 60
            while time.monotonic() < until and not list((here / "out" / "done").glob("*.json")):
                time.sleep(0.05)
            scheduler.kill()

        killer = threading.Thread(target=kill_once_something_is_done)
        killer.start()
        call = ("corpus", "news.jsonl", "--to", str(here / "out"), "--partition", "20")
        until = time.monotonic() + 60
        while (
            "has no workers" in (told := run(*call, "--scheduler", address)).err or "not answer" in told.err
        ):
            assert time.monotonic() < until
            time.sleep(0.2)
        killer.join()
    finally:
        worker.kill()
        scheduler.kill()
        worker.wait()
        scheduler.wait()
    assert told.code == 2
    assert "the scheduler went away" in told.err
    assert "Traceback" not in told.err
    assert re.search(r"of which [1-9]\d* were there already", run(*call, "--workers", "1").err)


@pytest.mark.faults
def test_a_cluster_writes_the_same_bytes_and_survives_a_lost_worker(run: Run, here: Path) -> None:
    (here / "news.jsonl").write_text(lines(300), encoding="utf-8")
    assert (
        run("corpus", "news.jsonl", "--to", str(here / "one"), "--workers", "1", "--partition", "20").code
        == 0
    )
    with cluster_of_two() as cluster:
        victim = next(iter(cluster.workers.values())).process.pid
        timer = threading.Timer(0.7, lambda: os.kill(victim, signal.SIGKILL))
        timer.start()
        where = ("--to", str(here / "two"), "--scheduler", cluster.scheduler_address)
        told = run("corpus", "news.jsonl", *where, "--partition", "20")
        timer.join()
    assert told.code == 0, told.err
    assert digests(here / "one") == digests(here / "two")


def test_a_scheduler_that_does_not_answer_is_told(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("annotator.workbench.clustering._SECONDS", 0.3)
    (here / "news.jsonl").write_text(lines(2), encoding="utf-8")
    told = run("corpus", "news.jsonl", "--to", "out", "--scheduler", "tcp://127.0.0.1:1")
    assert told.code == 2
    assert "the scheduler does not answer" in told.err
