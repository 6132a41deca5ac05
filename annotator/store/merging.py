"""Two workspaces made one: a set union of what people judged.

Judgements are never changed and their keys are unique in the world, so merging in any order, any number
of times, comes to the same. What cannot be united is listed, never guessed; the target's row then stays.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import InputError, Place, StoreError
from annotator.model.articles import article_id, fingerprint
from annotator.store import refusals, schema
from annotator.store.forgetting import delete_forgotten
from annotator.store.opening import Store

_KEYS = {"tombstones": "rater", "texts": "fingerprint", "rubrics": "digest", "origins": "article"}
"""The keys of tables whose key is not called `id`."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that stands differently in the two workspaces."""

    what: str
    """The table."""
    key: str
    """The row's key; for two raters with one handle, the handle."""
    message: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought."""

    added: Mapping[str, int]
    """New rows by table; tables without are left out."""
    conflicts: tuple[Conflict, ...]


def merge_judgements(target: Store, source_path: Path) -> Merged:
    """What came into `target` from the workspace file at `source_path`, in one transaction.

    Raises InputError for a file that is no workspace of this schema or whose rows do not fit together; then
    nothing came in. The source is read only.
    """
    if not source_path.is_file():
        raise InputError("there is no such file.", "Check its name and folder.", Place(str(source_path)))
    refusals.check_header(source_path)
    try:
        with _attached(target, source_path):
            _check_source(target, source_path)
            with target.writing() as connection:
                return _merge(connection)
    except sqlite3.IntegrityError as error:
        raise _unfitting(source_path, str(error)) from error


@contextmanager
def _attached(target: Store, path: Path) -> Iterator[None]:
    """A block in which the source's tables are `source.…`."""
    with target.told():
        target.connection.execute("ATTACH ? AS source", (str(path),))
    try:
        yield
    finally:
        target.connection.execute("DETACH source")


def _check_source(target: Store, path: Path) -> None:
    """Nothing, when the source is whole and has our very tables (a view could run anything)."""
    version = target.row("PRAGMA source.user_version")
    if version is None or version[0] != schema.VERSION:
        raise InputError(
            "this workspace was made by another version of annotator.",
            "Open it once with the version you have here, then merge again.",
            Place(str(path)),
        )
    sql = "SELECT name, sql FROM {}.sqlite_schema WHERE type = 'table'"
    ours, theirs = (dict[str, str](target.rows(sql.format(side))) for side in ("main", "source"))
    if any(theirs.get(table) != ours[table] for table in _CONDITIONS):
        raise _unfitting(path, "its tables are not ours")
    found = target.row("PRAGMA source.quick_check(1)")
    if found is None or found[0] != "ok":
        raise _unfitting(path, "damaged")


def _unfitting(path: Path, detail: str) -> StoreError:
    return StoreError(
        f"the rows of this workspace do not fit together ({detail}).",
        "Nothing was taken in. Ask for the file again.",
        Place(str(path)),
    )


def _living(column: str) -> str:
    return f"{column} NOT IN (SELECT rater FROM tombstones)"


def _sound(column: str, what: str) -> str:
    return f"{column} NOT IN (SELECT key FROM temp.set_aside WHERE what = '{what}')"


_OF_RATER = f"{_living('rater')} AND {_sound('article', 'articles')}"
_BY_RUBRIC = f"{_OF_RATER} AND {_sound('rubric', 'rubrics')}"

_CONDITIONS = {
    "tombstones": "TRUE",
    "outlets": "TRUE",
    "stories": "TRUE",
    "texts": f"fingerprint IN (SELECT fingerprint FROM source.articles WHERE {_sound('id', 'articles')})",
    "articles": _sound("id", "articles"),
    "origins": _sound("article", "articles"),
    "raters": _living("id"),
    "rubrics": _sound("digest", "rubrics"),
    "assignments": _BY_RUBRIC,
    "scores": _BY_RUBRIC,
    # A score and its evidence are written together: evidence that turns up later is not the rater's.
    "evidence": "score IN (SELECT id FROM temp.new_scores) AND score IN (SELECT id FROM main.scores)",
    "verdicts": _OF_RATER,
    "highlights": _OF_RATER,
    "reveals": _OF_RATER,
    "resolutions": _BY_RUBRIC,
    "rounds": _BY_RUBRIC,
    "votes": _BY_RUBRIC,
    "corrections": f"{_OF_RATER} AND (other IS NULL OR {_sound('other', 'articles')})",
}
"""Which rows of the source can come in, table by table, in an order in which nobody is pointed to before
being there."""


def _merge(connection: sqlite3.Connection) -> Merged:
    conflicts = [*_differing(connection), *_false(connection)]
    _set_aside(connection, conflicts)
    added: dict[str, int] = {}
    for table, condition in _CONDITIONS.items():
        added[table] = _unite(connection, table, _KEYS.get(table, "id"), condition)
        if table == "tombstones":
            _date_tombstones(connection)
            delete_forgotten(connection)
    conflicts += _shared_handles(connection)
    return Merged({table: number for table, number in added.items() if number}, tuple(conflicts))


def _date_tombstones(connection: sqlite3.Connection) -> None:
    """Nothing; who was forgotten on two days was forgotten on the earlier."""
    connection.execute(
        "UPDATE main.tombstones AS ours"
        " SET at = min(at, (SELECT at FROM source.tombstones WHERE rater = ours.rater))"
        " WHERE rater IN (SELECT rater FROM source.tombstones)"
    )


def _set_aside(connection: sqlite3.Connection, conflicts: list[Conflict]) -> None:
    """Nothing; `temp.set_aside` holds what stays out with all that points to it."""
    connection.execute("DROP TABLE IF EXISTS temp.set_aside")
    connection.execute("CREATE TEMP TABLE set_aside (what TEXT, key TEXT)")
    connection.executemany(
        "INSERT INTO temp.set_aside VALUES (?, ?)", [(one.what, one.key) for one in conflicts]
    )
    connection.execute("DROP TABLE IF EXISTS temp.new_scores")
    connection.execute(
        "CREATE TEMP TABLE new_scores AS SELECT id FROM source.scores"
        " WHERE id NOT IN (SELECT id FROM main.scores)"
    )


def _unite(connection: sqlite3.Connection, table: str, key: str, condition: str = "TRUE") -> int:
    """How many rows of the source were new and came in."""
    columns = ", ".join(_columns(connection, table))
    cursor = connection.execute(
        f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM source.{table} AS new WHERE {condition}"
        f" AND NOT EXISTS (SELECT 1 FROM main.{table} AS old WHERE old.{key} = new.{key}) ORDER BY new.rowid"
    )
    return cursor.rowcount


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The columns of a table that mean something outside its own file, quoted."""
    rows = connection.execute(f"PRAGMA main.table_info({table})").fetchall()
    return [f'"{row[1]}"' for row in rows if (table, row[1]) != ("articles", "position")]


def _differing(connection: sqlite3.Connection) -> Iterator[Conflict]:
    """Rows that have one key and say two things."""
    told = {
        "raters": "this rater has another handle, role or group there.",
        **dict.fromkeys(
            schema.JUDGEMENTS, "this judgement was changed: the same key says something else there."
        ),
    }
    for table, message in told.items():
        columns = ", ".join(_columns(connection, table))
        shared = f"SELECT {{}} FROM {{}}.{table} WHERE id IN (SELECT id FROM {{}}.{table})"
        theirs, ours = (
            shared.format(columns, one, other) for one, other in (("source", "main"), ("main", "source"))
        )
        for row in connection.execute(f"SELECT id FROM ({theirs} EXCEPT {ours})").fetchall():
            yield Conflict(table, row[0], message)


def _false(connection: sqlite3.Connection) -> Iterator[Conflict]:
    """New articles and rubrics whose key is not made from what they say."""
    for key, kept, outlet, text in connection.execute(
        "SELECT a.id, a.fingerprint, a.outlet, t.text FROM source.articles a"
        " LEFT JOIN source.texts t USING (fingerprint) WHERE NOT EXISTS"
        " (SELECT 1 FROM main.articles b WHERE b.id = a.id AND b.fingerprint = a.fingerprint)"
    ):
        if text is None or kept != fingerprint(text) or key != article_id(outlet, text):
            yield Conflict("articles", key, "the article's text is not the one its key was made from.")
    for digest, source in connection.execute(
        "SELECT digest, source FROM source.rubrics WHERE digest NOT IN (SELECT digest FROM main.rubrics)"
    ):
        if hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest() != digest:
            yield Conflict("rubrics", digest, "the rubric's text is not the one its digest was made from.")


def _shared_handles(connection: sqlite3.Connection) -> list[Conflict]:
    rows = connection.execute("SELECT handle FROM raters GROUP BY handle HAVING count(*) > 1 ORDER BY handle")
    return [Conflict("raters", handle, f"more than one rater is called {handle}.") for (handle,) in rows]
