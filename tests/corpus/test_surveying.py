"""Large collections: tables by partition, the same for the same source; what is cut off goes on."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from annotator.formats.partitions import MARK
from annotator.workbench.surveyed import read_survey
from annotator.workbench.surveying import survey
from tests.cli.conftest import Run
from tests.corpus.samples import digests, lines
from tests.importing.files import BODY, HEADLINE

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")
fsspec = pytest.importorskip("fsspec")


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


def test_half_a_partition_never_counts(run: Run, here: Path) -> None:
    (here / "news.jsonl").write_text(lines(30), encoding="utf-8")
    call = ("corpus", "news.jsonl", "--to", "out", "--workers", "1", "--partition", "10")
    run(*call)
    compare = ("compare", "--corpus", "out", "--format", "json")
    whole = json.loads(run(*compare).out)
    (here / "out" / "done" / "00002.json").unlink()
    assert sum(one["articles"] for one in json.loads(run(*compare).out)["outlets"]) == 20
    run(*call)
    assert json.loads(run(*compare).out) == whole


def test_partitions_that_a_shorter_source_no_longer_has_are_taken_away(run: Run, here: Path) -> None:
    (here / "news.jsonl").write_text(lines(30), encoding="utf-8")
    call = ("corpus", "news.jsonl", "--workers", "1", "--partition", "10", "--to")
    run(*call, "out")
    (here / "news.jsonl").write_text(lines(15), encoding="utf-8")
    assert "15 articles" in run(*call, "out").err
    run(*call, "fresh")
    assert digests(here / "out") == digests(here / "fresh")


def test_an_object_store_gives_and_takes_as_a_disk_does(here: Path) -> None:
    store = fsspec.filesystem("memory")
    store.pipe_file("/news/a.jsonl.gz", gzip.compress(lines(12).encode()))
    survey("memory://news", "memory://out", partition=5)
    (here / "a.jsonl.gz").write_bytes(gzip.compress(lines(12).encode()))
    survey(str(here / "a.jsonl.gz"), str(here / "out"), partition=5)
    for path in sorted((here / "out" / "findings").iterdir()):
        assert store.cat_file(f"/out/findings/{path.name}") == path.read_bytes()
    assert read_survey("memory://out") == read_survey(str(here / "out"))
    store.rm("/news", recursive=True)
    store.rm("/out", recursive=True)


def test_results_in_memory_are_not_left_to_other_processes(run: Run, here: Path) -> None:
    (here / "news.jsonl").write_text(lines(3), encoding="utf-8")
    ran = run("corpus", "news.jsonl", "--to", "memory://out", "--workers", "2")
    assert ran.code == 2 and "one process" in ran.err and "Take one worker" in ran.err


def test_researchers_read_the_results_with_what_they_have(run: Run, here: Path) -> None:
    duckdb, pandas = pytest.importorskip("duckdb"), pytest.importorskip("pandas")
    (here / "news.jsonl").write_text(lines(30), encoding="utf-8")
    run("corpus", "news.jsonl", "--to", "out", "--workers", "1", "--partition", "10")
    counted = duckdb.sql(
        "SELECT outlet, signal, count(*) FROM 'out/findings/*.parquet' GROUP BY ALL"
    ).fetchall()
    frame = pandas.read_parquet("out/findings")
    sizes = frame.groupby(["outlet", "signal"]).size().to_dict()
    assert {(outlet, signal): number for outlet, signal, number in counted} == sizes
    told = json.loads(run("compare", "--corpus", "out", "--format", "json").out)["outlets"]
    for one in told:
        rates = {name: 1000 * n / one["words"] for outlet, name, n in counted if outlet == one["outlet"]}
        assert one["per_1000_words"] == pytest.approx(rates, abs=0.001)


def test_the_bar_shows_rate_and_time_left_of_what_this_run_did(here: Path) -> None:
    (here / "news.jsonl").write_text(lines(40), encoding="utf-8")
    told: list[tuple[int, int, int]] = []
    for _ in range(2):
        survey("news.jsonl", "out", partition=10, on_progress=lambda *one: told.append(one))
    size = (here / "news.jsonl").stat().st_size
    first, second = told[:4], told[4:]
    assert [one[0] for one in first] == [10, 20, 30, 40]
    assert [one[0] for one in second] == [0] * 4, "what was there already makes no rate"
    assert 0 < first[0][1] < first[1][1] < first[2][1] <= size == first[0][2]


def test_a_place_that_cannot_be_written_is_told(run: Run, here: Path) -> None:
    (here / "news.jsonl").write_text(lines(2), encoding="utf-8")
    assert "no results can lie here" in run("corpus", "news.jsonl", "--to", "nope://out").err
    (here / "out").mkdir()
    (here / "out" / MARK).write_text("[1]", encoding="utf-8")
    assert f"this is no {MARK} of ours" in run("corpus", "news.jsonl", "--to", "out").err


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
