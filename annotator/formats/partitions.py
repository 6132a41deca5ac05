"""Results over a large collection as partitioned Parquet: whole files under stable names, or none.

Three tables, `articles`, `findings` and `measures`, each in files `part-00000.parquet` and so on;
`rejects` as JSON lines. A partition counts once its mark in `done` is there, which is written last.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import PurePosixPath
from typing import Any

from annotator.errors import AnnotatorError, InputError, Place
from annotator.formats.corpora import EXTRA

TABLES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "articles": (
        ("article", "string"), ("source", "string"), ("outlet", "string"), ("language", "string"),
        ("title", "string"), ("published", "string"), ("url", "string"), ("words", "int32"),
        ("fingerprint", "string"),
    ),
    "findings": (
        ("article", "string"), ("outlet", "string"), ("language", "string"), ("signal", "string"),
        ("start", "int32"), ("end", "int32"), ("text", "string"), ("rule", "string"), ("entry", "string"),
        ("weight", "float"),
    ),
    "measures": (
        ("article", "string"), ("outlet", "string"), ("language", "string"), ("measure", "string"),
        ("value", "double"), ("unit", "string"), ("unavailable", "string"), ("words", "int32"),
    ),
}  # fmt: skip
"""The columns of each table and their types."""
_MAY_BE_EMPTY = ("value", "unavailable")
MARK = "annotator-corpus.json"
_CODEC = "zstd"
_NUMBERED = re.compile(r"(?:part-|done/)(\d+)\.(?:parquet|jsonl|json)(?:\.part)?$")
"""A file of a partition, with its number."""


class Results:
    """A folder of partitions, near or far, by fsspec."""

    def __init__(self, target: str) -> None:
        fsspec = _import("fsspec")
        self.target = target
        try:
            self.fs, self.root = fsspec.core.url_to_fs(target)
        except (OSError, ValueError, ImportError) as problem:
            raise InputError(
                f"no results can lie here ({problem}).", "Check its address.", Place(target)
            ) from problem

    def begin(self, settings: Mapping[str, Any]) -> None:
        """Nothing; the folder belongs to a run with these settings. Raises `InputError` for another's."""
        told = json.dumps(settings, sort_keys=True, indent=1)
        try:
            there = self._settings()
            if there is not None:
                different = sorted(key for key in settings if there.get(key) != settings[key])
                if different:
                    message = f"results of another run are here; it had another {', '.join(different)}."
                    raise InputError(message, "Choose a new folder, or delete this one.", Place(self.target))
                return
            if self.fs.exists(self.root) and self._foreign():
                message = "there is something else in this folder."
                raise InputError(message, "Choose a new or empty folder.", Place(self.target))
            for table in (*TABLES, "rejects", "done"):
                self.fs.makedirs(f"{self.root}/{table}", exist_ok=True)
            self.write(MARK, told.encode())
        except OSError as problem:
            raise _unwritable(self.target, problem) from problem

    def _settings(self) -> Mapping[str, Any] | None:
        """What the run that the folder belongs to was told; None where no run has begun."""
        path = f"{self.root}/{MARK}"
        if not self.fs.exists(path):
            return None
        try:
            told = json.loads(self.fs.cat_file(path))
        except ValueError:
            told = None
        if not isinstance(told, dict):
            raise InputError(f"this is no {MARK} of ours.", "Choose a new folder.", Place(path))
        return told

    def _foreign(self) -> bool:
        """True where there are files that no run, cut off while it began, has left."""
        return any(not str(one).endswith(f"/{MARK}.part") for one in self.fs.find(self.root))

    def done(self, number: int) -> Mapping[str, Any] | None:
        """What the mark of a finished partition says; None for one that is not finished."""
        path = f"{self.root}/done/{number:05d}.json"
        try:
            told = json.loads(self.fs.cat_file(path))
        except (OSError, ValueError):
            return None
        return told if isinstance(told, dict) else None

    def end_at(self, number: int) -> None:
        """Nothing; partitions from this one on are gone: the source has become shorter."""
        try:
            # Marks go first: a partition without one does not count.
            for table in ("done", "rejects", *TABLES):
                for path in self.fs.find(f"{self.root}/{table}"):
                    found = _NUMBERED.search(str(path))
                    if found and int(found[1]) >= number:
                        self.fs.rm_file(path)
        except OSError as problem:
            raise _unwritable(self.target, problem) from problem

    def write(self, name: str, data: bytes) -> None:
        """Nothing; the file has these bytes, all at once where the place can do that."""
        path, part = f"{self.root}/{name}", f"{self.root}/{name}.part"
        if "file" in (self.fs.protocol if isinstance(self.fs.protocol, tuple) else (self.fs.protocol,)):
            self.fs.pipe_file(part, data)
            self.fs.mv(part, path)
        else:
            # An object store shows a file only once it is whole.
            self.fs.pipe_file(path, data)

    def write_partition(
        self,
        number: int,
        tables: Mapping[str, Sequence[Sequence[Any]]],
        rejects: Sequence[Mapping[str, str]],
        mark: Mapping[str, Any],
    ) -> None:
        """Nothing; the partition is there with its mark. Writing it again gives the same bytes."""
        name = f"part-{number:05d}"
        try:
            for table, rows in tables.items():
                self.write(f"{table}/{name}.parquet", to_parquet(table, rows))
            lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rejects)
            self.write(f"rejects/{name}.jsonl", lines.encode())
            self.write(f"done/{number:05d}.json", json.dumps(mark, sort_keys=True).encode())
        except OSError as problem:
            raise _unwritable(self.target, problem) from problem

    def read(self, table: str, columns: Sequence[str]) -> Iterator[Sequence[Sequence[Any]]]:
        """The rows of a table, partition by partition, as tuples of the columns asked for.

        Raises `InputError` for a folder that no run of ours has written, or whose columns are others.
        """
        parquet, arrow = _import("pyarrow.parquet"), _import("pyarrow")
        if self._settings() is None:
            raise InputError(
                "there are no results of a corpus here.", "Name the folder after --to.", Place(self.target)
            )
        for mark in sorted(self.fs.glob(f"{self.root}/done/*.json")):
            # A partition without its mark is half a one.
            path = f"{self.root}/{table}/part-{PurePosixPath(mark).stem}.parquet"
            try:
                with self.fs.open(path, "rb") as file:
                    held = parquet.ParquetFile(file)
                    _check_columns(held.schema_arrow, table, columns, path)
                    for batch in held.iter_batches(columns=list(columns)):
                        _check_filled(batch, columns, path)
                        yield list(zip(*(batch.column(name).to_pylist() for name in columns), strict=True))
            except (OSError, arrow.ArrowException) as problem:
                message = f"this file cannot be read ({str(problem).splitlines()[0]})."
                hint = "Delete its mark in `done`, and run `annotator corpus` again."
                raise InputError(message, hint, Place(path)) from problem


def _check_columns(there: Any, table: str, columns: Sequence[str], path: str) -> None:
    """Nothing, when these columns are there and hold what ours hold."""
    types = dict(TABLES[table])
    missing = [name for name in columns if name not in there.names]
    other = [name for name in columns if name not in missing and str(there.field(name).type) != types[name]]
    if missing or other:
        message = f"this file has no column {', '.join((*missing, *other))} as it should be."
        raise InputError(message, "It was written by another version; make it anew.", Place(path))


def _check_filled(batch: Any, columns: Sequence[str], path: str) -> None:
    """Nothing, when no cell is empty that ours never leave so."""
    empty = [name for name in columns if name not in _MAY_BE_EMPTY and batch.column(name).null_count]
    if empty:
        message = f"this file has empty cells in {', '.join(empty)}."
        raise InputError(message, "Another program wrote it; make it anew.", Place(path))


def to_parquet(table: str, rows: Sequence[Sequence[Any]]) -> bytes:
    """The rows as one Parquet file; the same rows are always the same bytes."""
    arrow, parquet = _import("pyarrow"), _import("pyarrow.parquet")
    types = {
        "string": arrow.string(),
        "int32": arrow.int32(),
        "float": arrow.float32(),
        "double": arrow.float64(),
    }
    schema = arrow.schema([(name, types[kind]) for name, kind in TABLES[table]])
    columns = list(zip(*rows, strict=True)) if rows else [() for _ in TABLES[table]]
    arrays = [
        arrow.array(list(column), type=types[kind])
        for column, (_, kind) in zip(columns, TABLES[table], strict=True)
    ]
    out = io.BytesIO()
    parquet.write_table(arrow.Table.from_arrays(arrays, schema=schema), out, compression=_CODEC)
    return out.getvalue()


def _unwritable(target: str, problem: Exception) -> AnnotatorError:
    return AnnotatorError(
        f"the results cannot be written ({problem}).", "Check the place and its free space.", Place(target)
    )


def _import(name: str) -> Any:
    try:
        return import_module(name)
    except ModuleNotFoundError as missing:
        hint = f"Install them with: pip install '{EXTRA}'"
        raise AnnotatorError("large collections need packages that are not installed.", hint) from missing
