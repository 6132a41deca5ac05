"""Whatever a collection is made of, its documents come one at a time, and memory stays bounded."""

from __future__ import annotations

import gzip
import json
import random
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from annotator.formats.corpora import list_files, read_documents
from annotator.model.documents import CorpusText, Reject
from annotator.workbench.partitioning import Partitions
from tests.cli.conftest import Run
from tests.corpus.samples import lines
from tests.importing.files import BODY, HEADLINE, page

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")
fsspec = pytest.importorskip("fsspec")


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


def test_long_documents_make_short_partitions(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.workbench.partitioning.LETTERS", 2_000)
    long, short = "word " * 300, "word"
    told = "".join(json.dumps({"text": text}) + "\n" for text in (long, long, short, long, short, short))
    (here / "news.jsonl").write_text(told, encoding="utf-8")
    parts = Partitions(*list_files(str(here / "news.jsonl")), 5)
    assert [len(job.documents) for job in parts.jobs()] == [2, 4]
    assert parts.read == parts.total == len(told)


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_a_line_without_end_is_no_document_and_takes_no_memory(
    here: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    monkeypatch.setattr("annotator.formats.corpora._LONGEST_LINE", 100_000)
    good = json.dumps({"text": BODY}).encode() + b"\n"
    path = here / f"news.jsonl{suffix}"
    with gzip.open(path, "wb") if suffix else path.open("wb") as file:
        file.write(good + b'{"text": "')
        for _ in range(200):
            file.write(b"word " * 20_000)
        file.write(b'"}\n' + good)
    tracemalloc.start()
    found = list(read_documents(fsspec.filesystem("file"), str(path)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [type(one) for one in found] == [CorpusText, Reject, CorpusText]
    assert found[1].reason == "the line has more than 100,000 bytes."  # type: ignore[union-attr]
    # 20 MB went through.
    assert peak < 3_000_000


def test_a_group_of_rows_is_not_held_whole(here: Path) -> None:
    chance = random.Random(1)

    def peak(rows: int) -> int:
        path = here / f"{rows}.parquet"
        texts = [chance.randbytes(2_000).hex() for _ in range(rows)]
        parquet.write_table(pyarrow.table({"text": texts}), path, row_group_size=rows)
        read = "import fsspec, pyarrow; from annotator.formats.corpora import read_documents\n"
        read += f"print(sum(1 for _ in read_documents(fsspec.filesystem('file'), {str(path)!r})), end=' ')\n"
        read += "print(pyarrow.default_memory_pool().max_memory())"
        told = subprocess.run([sys.executable, "-c", read], capture_output=True, text=True, check=True)
        number, most = told.stdout.split()
        assert int(number) == rows
        return int(most)

    assert peak(10_000) < 1.5 * peak(2_500)


def test_nothing_of_a_damaged_web_archive_reaches_the_terminal(
    here: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    escape = b"\x1b]0;owned\x07 \x1b[2J"
    record = (
        head + b"WARC-Target-URI: http://a.example/" + escape + b"\r\nContent-Length: 5\r\n\r\nHTTP/" + escape
    )
    (here / "a.warc").write_bytes(record + b"\r\n\r\n" + record)
    list(read_documents(fsspec.filesystem("file"), str(here / "a.warc")))
    told = capfd.readouterr()
    assert told.out == told.err == caplog.text == ""
