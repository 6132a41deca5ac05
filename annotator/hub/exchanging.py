"""Rows to and from the hub, in batches: each is one transaction, whole on the hub or not there."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.errors import InputError, StoreError
from annotator.hub import schema
from annotator.model.judgements import HubRow

AT_ONCE = 2_000
"""Rows in one transaction."""
_ROLE = re.compile(r"[A-Za-z_][A-Za-z0-9_$]{0,62}")


@dataclass(frozen=True, slots=True)
class Taken:
    """Rows that came from the hub, up to a batch."""

    rows: Sequence[HubRow]
    batch: int


def set_up(connection: Any) -> str:
    """The id of the hub, which is made where there is none yet; asked for by the database's owner."""
    there = connection.run("SELECT to_regclass('annotator.hub')")
    if there[0][0] is None:
        connection.run("BEGIN")
        for statement in _statements(schema.TABLES):
            connection.run(statement)
        connection.run(
            "INSERT INTO annotator.hub (id, version) VALUES (:id, :version)",
            id=secrets.token_hex(8),
            version=schema.VERSION,
        )
        connection.run("COMMIT")
    return hub_id(connection)


def admit(connection: Any, role: str, class_name: str) -> None:
    """Nothing; a server that asks under this role may read and add rows of this class, and no others."""
    if not _ROLE.fullmatch(role):
        raise InputError(f"{role} is no name of a role.", "Name one that CREATE ROLE has made.")
    for statement in _statements(schema.ADMITTING.format(role=f'"{role}"')):
        connection.run(statement)
    connection.run(
        "INSERT INTO annotator.members (role, class) VALUES (:role, :name) ON CONFLICT DO NOTHING",
        role=role,
        name=class_name,
    )


def hub_id(connection: Any) -> str:
    """The hub's id; raises `StoreError` for one whose tables are of another version."""
    found = connection.run("SELECT id, version FROM annotator.hub")
    if not found:
        raise StoreError("the hub is not complete.", "Its owner makes it: annotator sync … --set-up")
    if found[0][1] != schema.VERSION:
        raise StoreError(
            f"the hub has tables of version {found[0][1]}; this annotator knows version {schema.VERSION}.",
            "Nothing was exchanged. Install the annotator that the hub was made with.",
        )
    return str(found[0][0])


def put(connection: Any, class_name: str, server: str, schema_version: int, rows: Sequence[HubRow]) -> int:
    """How many of these rows the hub did not have; they are there now, in one transaction.

    Batches of one class are numbered in the order in which they become visible: without the lock a later
    number could be seen before an earlier one, and whoever reads on from there would miss it.
    """
    connection.run("BEGIN")
    try:
        connection.run("SELECT pg_advisory_xact_lock(hashtext(:name))", name=f"annotator {class_name}")
        batch = connection.run("SELECT nextval('annotator.batches')")[0][0]
        sent = json.dumps([{"kind": r.kind, "key": r.key, "rater": r.rater, "body": r.body} for r in rows])
        connection.run(
            "INSERT INTO annotator.rows (class, kind, key, rater, server, batch, schema, body)"
            " SELECT :name, r.kind, r.key, r.rater, :server, :batch, :version, r.body"
            " FROM json_to_recordset(CAST(:sent AS json)) AS r (kind text, key text, rater text, body text)"
            " ON CONFLICT DO NOTHING",
            name=class_name,
            server=server,
            batch=batch,
            version=schema_version,
            sent=sent,
        )
        new = int(connection.row_count)
        connection.run("COMMIT")
    except BaseException:
        connection.run("ROLLBACK")
        raise
    return new


def known_keys(connection: Any, class_name: str, kind: str, keys: Sequence[str]) -> set[str]:
    """Which of these keys the hub has; asking costs a twentieth of sending the rows again."""
    found = connection.run(
        "SELECT key FROM annotator.rows WHERE class = :name AND kind = :kind AND key = ANY"
        " (CAST(:keys AS text[]))",
        name=class_name,
        kind=kind,
        keys=list(keys),
    )
    return {str(key) for (key,) in found}


def take(connection: Any, class_name: str, server: str, after: int, known_schema: int) -> Iterator[Taken]:
    """What other servers brought after a batch, a few thousand rows at a time, batches always whole."""
    while True:
        last = connection.run(
            "SELECT max(batch) FROM (SELECT batch FROM annotator.rows WHERE class = :name AND batch > :after"
            " ORDER BY batch, place LIMIT :most) AS near",
            name=class_name,
            after=after,
            most=AT_ONCE,
        )[0][0]
        if last is None:
            return
        found = connection.run(
            "SELECT kind, key, rater, body, schema FROM annotator.rows"
            " WHERE class = :name AND batch > :after AND batch <= :last AND server <> :server"
            " ORDER BY batch, place",
            name=class_name,
            after=after,
            last=last,
            server=server,
        )
        newest = max((row[4] for row in found), default=0)
        if newest > known_schema:
            raise StoreError(
                f"another server uses a newer annotator (schema {newest}; this one knows up to"
                f" {known_schema}).",
                "Install the newer version here: pip install --upgrade annotator",
            )
        yield Taken([HubRow(kind, key, rater, body) for kind, key, rater, body, _ in found], int(last))
        after = int(last)


def classes_of(connection: Any) -> list[str]:
    """The classes that this role is a member of."""
    return [str(name) for (name,) in connection.run("SELECT class FROM annotator.members ORDER BY class")]


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; a function's body between $$ stays whole."""
    held = ""
    for part in script.split(";"):
        held += part
        if held.count("$$") % 2:
            held += ";"
            continue
        if held.strip():
            yield held.strip()
        held = ""
