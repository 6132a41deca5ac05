"""Large collections: any number of workers writes the same bytes; what is cut off goes on."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import signal
import threading
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.importing.files import BODY, HEADLINE, page

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")


def lines(number: int) -> str:
    return "".join(
        json.dumps(
            {
                "id": n,
                "title": HEADLINE,
                "text": f"{HEADLINE}\n\n{BODY} Number {n}.",
                "outlet": f"outlet-{n % 2}",
            }
        )
        + "\n"
        for n in range(number)
    )


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_results_are_tables_by_partition(run: Run, here: Path) -> None:
    (here / "news.jsonl.gz").write_bytes(gzip.compress((lines(25) + "{oops\n" + '{"text": ""}\n').encode()))
    told = run("corpus", "news.jsonl.gz", "--to", "out", "--workers", "1", "--partition", "10")
    assert told.code == 1
    assert "25 articles" in told.err and "2 documents could not be read" in told.err
    articles = parquet.read_table(here / "out" / "articles").to_pylist()
    assert len(articles) == 25
    assert articles[3]["outlet"] == "outlet-1"
    findings = parquet.read_table(here / "out" / "findings").to_pylist()
    text = f"{HEADLINE}\n\n{BODY} Number 0."
    assert all(text[f["start"] : f["end"]] == f["text"] for f in findings if f["article"] == "0")
    measures = parquet.read_table(here / "out" / "measures").to_pylist()
    assert any(one["measure"] == "sentiment" and one["value"] is not None for one in measures)
    rejects = [json.loads(line) for path in (here / "out" / "rejects").iterdir() for line in path.open()]
    assert {one["reason"] for one in rejects} == {"the line is no JSON.", "there is no text in it."}


def test_every_source_gives_its_documents(run: Run, here: Path) -> None:
    source = here / "source"
    source.mkdir()
    (source / "a.txt").write_text(f"{HEADLINE}\n\n{BODY}", encoding="utf-8")
    (source / "b.txt").write_bytes(b"\xff\xfe broken")
    (source / "c.jsonl").write_text(lines(2), encoding="utf-8")
    parquet.write_table(pyarrow.table({"body": [BODY], "headline": [HEADLINE]}), source / "d.parquet")
    parquet.write_table(pyarrow.table({"other": [BODY]}), source / "e.parquet")
    (source / "f.parquet").write_bytes(b"no parquet")
    write_warc(source / "g.warc.gz")
    assert run("corpus", "source", "--to", "out", "--workers", "1").code == 1
    articles = parquet.read_table(here / "out" / "articles").to_pylist()
    assert [one["article"].rpartition("/")[2] for one in articles] == [
        "a.txt",
        "0",
        "1",
        "d.parquet:1",
        "fire",
    ]
    assert articles[-1]["outlet"] == "gazette.example"
    (reasons,) = [path.read_text(encoding="utf-8") for path in (here / "out" / "rejects").iterdir()]
    assert "not UTF-8" in reasons and "no column holds a text" in reasons and "no Parquet file" in reasons


def write_warc(path: Path) -> None:
    from io import BytesIO

    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                "https://gazette.example/fire",
                "response",
                payload=BytesIO(page().encode()),
                http_headers=headers,
            )
        )


def test_a_run_that_was_cut_off_goes_on_and_another_run_is_refused(run: Run, here: Path) -> None:
    (here / "news.jsonl").write_text(lines(20), encoding="utf-8")
    call = ("corpus", "news.jsonl", "--to", "out", "--workers", "1", "--partition", "5")
    assert run(*call).code == 0
    whole = digests(here / "out")
    (here / "out" / "done" / "00002.json").unlink()
    (here / "out" / "findings" / "part-00002.parquet").write_bytes(b"half")
    assert "3 were there already" in run(*call).err
    assert digests(here / "out") == whole
    assert "it had another partition" in run(*call[:-1], "7").err
    (here / "mine").mkdir()
    (here / "mine" / "letter.txt").write_text("mine", encoding="utf-8")
    assert "something else in this folder" in run("corpus", "news.jsonl", "--to", "mine").err
    assert "nothing to read here" in run("corpus", "nowhere", "--to", "new").err
    assert digests(here / "out") == whole


def test_outlets_of_a_collection_are_compared_and_few_articles_are_too_few(run: Run, here: Path) -> None:
    (here / "news.jsonl").write_text(lines(21), encoding="utf-8")
    run("corpus", "news.jsonl", "--to", "out", "--workers", "1")
    found = {
        one["outlet"]: one
        for one in json.loads(run("compare", "--corpus", "out", "--format", "json").out)["outlets"]
    }
    assert found["outlet-0"]["articles"] == 11 and found["outlet-0"]["per_1000_words"]["attribution"] > 0
    (here / "few.jsonl").write_text(lines(3), encoding="utf-8")
    run("corpus", "few.jsonl", "--to", "few", "--workers", "1")
    assert "too few" in run("compare", "--corpus", "few").out
    assert "no results of a corpus here" in run("compare", "--corpus", str(here)).err


@pytest.mark.faults
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_a_killed_worker_changes_nothing_but_the_time(run: Run, here: Path) -> None:
    (here / "news.jsonl").write_text(lines(600), encoding="utf-8")
    assert run("corpus", "news.jsonl", "--to", "one", "--workers", "1", "--partition", "20").code == 0
    killed: list[int] = []

    def kill_workers() -> None:
        while len(killed) < 3 and not stop.is_set():
            time.sleep(0.4)
            for child in children():
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


def children() -> list[int]:
    own = os.getpid()
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            facts = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(facts[1]) == own and facts[0] != "Z":
            found.append(int(stat.parent.name))
    return found


@pytest.mark.faults
def test_a_cluster_writes_the_same_bytes_and_survives_a_lost_worker(run: Run, here: Path) -> None:
    distributed = pytest.importorskip("distributed")
    (here / "news.jsonl").write_text(lines(300), encoding="utf-8")
    assert (
        run("corpus", "news.jsonl", "--to", str(here / "one"), "--workers", "1", "--partition", "20").code
        == 0
    )
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1", silence_logs=50
    ) as cluster:
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
