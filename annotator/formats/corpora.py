"""Large collections of texts, read one document at a time: folders, JSON lines, Parquet, WARC, near or far.

Where a source lies does not matter: fsspec reads local paths and object stores by the same names
(`s3://bucket/news/*.jsonl.gz`, `memory://…`).
"""

from __future__ import annotations

import gzip
import io
import json
import logging
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import redirect_stderr
from pathlib import PurePosixPath
from typing import Any

from annotator.errors import AnnotatorError, InputError, Place
from annotator.model.documents import CorpusText, Reject

EXTRA = "annotator[corpus]"
SUFFIXES = (".txt", ".md", ".jsonl", ".jsonl.gz", ".ndjson", ".parquet", ".warc", ".warc.gz")
LONGEST = 5_000_000
"""Letters that one document may have."""
_LONGEST_LINE = 8 * LONGEST
"""Bytes of a line of JSON: as many letters, nearly all of them escaped."""
_TEXTS = ("text", "body", "content", "article")
_FACTS = {
    "language": ("language", "lang"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher", "domain", "site"),
    "published": ("published", "date", "publish_date"),
    "url": ("url", "link"),
}
_ROWS = 20
"""Of Parquet that are unpacked at once: few, since a row may be much larger than it says."""
_BUFFER = 1 << 20
"""Bytes of a column that are read at once; without it, or buffered before, a whole group of rows is."""


def list_files(source: str) -> tuple[Any, list[tuple[str, int]]]:
    """The file system of a source and its files with their sizes, in order of name; there is at least one.

    Raises `InputError` for a source that is not there or holds nothing that can be read.
    """
    fsspec = _import("fsspec")
    try:
        fs, path = fsspec.core.url_to_fs(source)
        if fs.isdir(path):
            found = sorted(one for one in fs.find(path) if one.lower().endswith(SUFFIXES))
        elif any(sign in path for sign in "*?["):
            found = sorted(fs.glob(path))
        else:
            found = [path] if fs.exists(path) else []
        files = [(one, int(fs.size(one) or 0)) for one in found]
    except (OSError, ValueError, ImportError) as problem:
        raise InputError(
            f"this source cannot be read ({problem}).", "Check its address.", Place(source)
        ) from problem
    if not files:
        hint = f"Name a file or folder with files ending in {', '.join(SUFFIXES)}."
        raise InputError("there is nothing to read here.", hint, Place(source))
    return fs, files


def read_documents(
    fs: Any, path: str, on_share: Callable[[float], None] = lambda share: None
) -> Iterator[CorpusText | Reject]:
    """The documents of one file in order; what cannot be read comes as a `Reject`, and reading goes on.

    One document is held at a time, and nothing of one that is too long. `on_share` is told before each
    document which share of the file was read, 0 to 1.
    """
    lower = path.lower()
    try:
        if lower.endswith(".parquet"):
            yield from _from_parquet(fs, path, on_share)
        elif lower.endswith((".warc", ".warc.gz")):
            yield from _from_warc(fs, path, on_share)
        elif lower.endswith((".jsonl", ".ndjson", ".jsonl.gz", ".json.gz")):
            yield from _from_lines(fs, path, on_share)
        else:
            yield _from_text(fs, path)
    except (OSError, EOFError, zlib.error) as problem:
        yield Reject(path, path, f"the file cannot be read to its end ({problem}).")


def _from_text(fs: Any, path: str) -> CorpusText | Reject:
    from annotator.formats.article_files import parse_article
    from annotator.formats.reading import normalize_line_ends

    with fs.open(path, "rb") as file:
        data = file.read(4 * LONGEST + 1)
    try:
        draft = parse_article(normalize_line_ends(data.decode("utf-8")), path)
    except UnicodeDecodeError:
        return Reject(path, path, "the text is not UTF-8.")
    except AnnotatorError as problem:
        return Reject(path, path, problem.message)
    known = "" if draft.outlet == "unknown" else draft.outlet
    return _checked(CorpusText(path, draft.text, draft.language, draft.title, known, source=path))


def _from_lines(fs: Any, path: str, on_share: Callable[[float], None]) -> Iterator[CorpusText | Reject]:
    size, name = max(1, int(fs.size(path) or 1)), PurePosixPath(path).name
    # Files of object stores read lines of any length; a buffered reader bounds them.
    with fs.open(path, "rb") as raw, io.BufferedReader(raw) as held:
        unpacked = gzip.GzipFile(fileobj=held) if path.lower().endswith(".gz") else held
        for number, line in enumerate(_bounded_lines(unpacked), 1):
            on_share(held.tell() / size)
            id = f"{name}:{number}"
            if line is None:
                yield Reject(id, path, f"the line has more than {_LONGEST_LINE:,} bytes.")
            elif line.strip():
                yield _from_line(line, id, path)


def _bounded_lines(file: Any) -> Iterator[bytes | None]:
    """The lines of a file; None for one that is too long, of which nothing is kept."""
    while line := file.readline(_LONGEST_LINE):
        whole = line
        while len(line) == _LONGEST_LINE and not line.endswith(b"\n"):
            whole, line = None, file.readline(_LONGEST_LINE)
        yield whole


def _from_line(line: bytes, id: str, path: str) -> CorpusText | Reject:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return Reject(id, path, "the line is no JSON.")
    return _from_mapping(told, id, path) if isinstance(told, dict) else Reject(id, path, "no JSON object.")


def _from_parquet(fs: Any, path: str, on_share: Callable[[float], None]) -> Iterator[CorpusText | Reject]:
    parquet = _import("pyarrow.parquet")
    arrow = _import("pyarrow")
    wanted = ("id", *_TEXTS, *(name for names in _FACTS.values() for name in names))
    try:
        with fs.open(path, "rb") as file:
            schema = parquet.read_schema(file)
            names = [name for name in wanted if name in schema.names]
            if not set(names) & set(_TEXTS):
                there = ", ".join(schema.names)
                yield Reject(path, path, f"no column holds a text (columns: {there}).")
                return
            table = parquet.ParquetFile(file, buffer_size=_BUFFER, pre_buffer=False)
            number, total = 0, table.metadata.num_rows
            for batch in table.iter_batches(batch_size=_ROWS, columns=names):
                for at in range(batch.num_rows):
                    on_share(number / total)
                    number += 1
                    row = {name: batch.column(name)[at].as_py() for name in names}
                    yield _from_mapping(row, f"{PurePosixPath(path).name}:{number}", path)
    except arrow.ArrowException as problem:
        yield Reject(path, path, f"this is no Parquet file ({str(problem).splitlines()[0]}).")


def _from_warc(fs: Any, path: str, on_share: Callable[[float], None]) -> Iterator[CorpusText | Reject]:
    warcio = _import("warcio.archiveiterator")
    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    from warcio.exceptions import ArchiveLoadFailed

    from annotator.formats.confining import ConfinedReader
    from annotator.formats.kinds import Kind

    size = max(1, int(fs.size(path) or 1))
    with fs.open(path, "rb") as file, ConfinedReader() as reader:
        try:
            for record in _records(warcio.ArchiveIterator(file), ArchiveLoadFailed):
                on_share(file.tell() / size)
                headers = record.http_headers
                kind = headers.get_header("Content-Type", "") if headers else ""
                if record.rec_type != "response" or "html" not in kind:
                    continue
                url = record.rec_headers.get_header("WARC-Target-URI", "") or path
                page = record.content_stream().read(LONGEST + 1)
                if len(page) > LONGEST:
                    yield Reject(url, path, f"the page has more than {LONGEST:,} bytes.")
                    continue
                try:
                    draft = reader.read(page, Kind.PAGE, url, url)
                except AnnotatorError as problem:
                    yield Reject(url, path, problem.message)
                    continue
                if not isinstance(draft, list):
                    yield _checked(
                        CorpusText(
                            url,
                            draft.text,
                            draft.language,
                            draft.title,
                            draft.domain,
                            draft.published,
                            url,
                            path,
                        )
                    )
        except ArchiveLoadFailed as problem:
            yield Reject(path, path, f"this is no WARC file ({problem}).")


def _records(archive: Iterator[Any], known: type[Exception]) -> Iterator[Any]:
    """The records of a web archive; whatever its reader trips over is a broken file."""
    while True:
        try:
            # The reader prints pieces of damaged archives, terminal escapes and all.
            with redirect_stderr(io.StringIO()):
                record = next(archive)
        except StopIteration:
            return
        except (OSError, EOFError, zlib.error, known):
            raise
        except Exception as fault:  # noqa: BLE001 - the reader of web archives raises anything on a damaged one
            raise OSError(f"{type(fault).__name__} in its reader") from fault
        yield record


def _from_mapping(told: Mapping[str, Any], id: str, path: str) -> CorpusText | Reject:
    text = next((told[name] for name in _TEXTS if isinstance(told.get(name), str)), "")
    facts = {
        fact: next((str(told[name]) for name in names if isinstance(told.get(name), str | int)), "")
        for fact, names in _FACTS.items()
    }
    named = told.get("id")
    return _checked(CorpusText(id if named in (None, "") else str(named), text, source=path, **facts))


def _checked(document: CorpusText) -> CorpusText | Reject:
    if not document.text.strip():
        return Reject(document.id, document.source, "there is no text in it.")
    if len(document.text) > LONGEST:
        return Reject(
            document.id, document.source, f"it has {len(document.text):,} letters; {LONGEST:,} are read."
        )
    try:
        "".join((document.id, document.text, document.title, document.outlet, document.url)).encode("utf-8")
    except UnicodeEncodeError:
        return Reject(document.id, document.source, "it holds half characters (lone surrogates).")
    return document


def _import(name: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ModuleNotFoundError as missing:
        hint = f"Install them with: pip install '{EXTRA}'"
        raise AnnotatorError("large collections need packages that are not installed.", hint) from missing
