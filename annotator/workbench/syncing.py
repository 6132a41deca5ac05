"""A workspace and its hub: what is new here goes there, what is new there comes here, and both are equal.

Judgements are never changed and their keys are unique in the world, so an exchange is a set union in both
directions: it can be cut off at any row, done twice, and done by any number of servers at once.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import InputError
from annotator.hub.connecting import connected, read_address
from annotator.hub.exchanging import AT_ONCE, Taken, admit, classes_of, hub_id, known_keys, put, set_up, take
from annotator.store import hub_rows, open_store, schema, settings
from annotator.store.merging import merge_judgements
from annotator.workbench.backing_up import back_up
from annotator.workbench.opening import Workspace

_SERVER = "hub-server-id"


@dataclass(slots=True)
class Synced:
    """What an exchange brought."""

    class_name: str
    sent: int = 0
    """Rows that the hub did not have."""
    taken: int = 0
    """Rows that were new here."""
    conflicts: tuple[str, ...] = ()
    """What stands differently here and there, in sentences; it stays as it is."""


@dataclass(slots=True)
class _State:
    """How far this workspace has come with one hub and class."""

    name: str
    pulled: int
    pushed: dict[str, int]
    forgotten: int


def sync(
    workspace: Workspace,
    url: str,
    class_name: str | None = None,
    *,
    on_progress: Callable[[int], None] | None = None,
) -> Synced:
    """What was exchanged with the hub at this address, for the class named (the only one of the role).

    Before anything new is taken in a backup is made. Raises an `AnnotatorError` when the hub is away or
    refuses; what was exchanged until then stays.
    """
    address = read_address(url)
    show = on_progress or (lambda done: None)
    with connected(address) as connection:
        hub = hub_id(connection)
        name = _class_meant(classes_of(connection), class_name, address.user)
        state = _load(workspace, hub, name)
        result = Synced(name)
        _push(workspace, connection, state, result, show)
        conflicts: list[str] = []
        saved = False
        for taken in take(connection, name, server_id(workspace), state.pulled, schema.VERSION):
            if taken.rows and not saved:
                back_up(workspace)
                saved = True
            conflicts += _merge(workspace, taken, result)
            state.pulled = taken.batch
            _save(workspace, state)
            show(result.sent + result.taken)
        result.conflicts = tuple(dict.fromkeys(conflicts))
    return result


def make_hub(url: str) -> str:
    """The id of the hub in this database, made where there is none."""
    with connected(read_address(url)) as connection:
        return set_up(connection)


def admit_server(url: str, role: str, class_name: str) -> None:
    """Nothing; servers that ask as `role` exchange the rows of this class from now on."""
    with connected(read_address(url)) as connection:
        hub_id(connection)
        admit(connection, role, class_name)


def server_id(workspace: Workspace) -> str:
    """What tells this workspace from others on the hub."""
    return settings.get_or_set(workspace.store, _SERVER, workspace.new_id())


def _class_meant(classes: list[str], named: str | None, user: str) -> str:
    if named is None and len(classes) == 1:
        return classes[0]
    if named in classes:
        return str(named)
    if not classes:
        hint = f"Ask who runs the hub: annotator sync … --admit {user} --class NAME"
        raise InputError(f"the role {user} is a member of no class on this hub.", hint)
    listed = ", ".join(classes)
    what = "name a class" if named is None else f"there is no class {named} for the role {user}"
    raise InputError(f"{what}.", f"Say which with --class: {listed}.")


def _push(
    workspace: Workspace, connection: object, state: _State, result: Synced, show: Callable[[int], None]
) -> None:
    forgotten = hub_rows.count_tombstones(workspace.store)
    if forgotten != state.forgotten:
        # Rows were deleted, and their numbers may be given again: look through all of them once.
        state.pushed, state.forgotten = {}, forgotten
    for kind in hub_rows.KEYS:
        while True:
            begin = state.pushed.get(kind, 0)
            rows, end = hub_rows.rows_after(workspace.store, kind, begin, AT_ONCE)
            if not rows:
                break
            there = known_keys(connection, result.class_name, kind, [row.key for row in rows])
            new = [row for row in rows if row.key not in there]
            if new:
                server = server_id(workspace)
                result.sent += put(connection, result.class_name, server, schema.VERSION, new)
            state.pushed[kind] = end
            _save(workspace, state)
            show(result.sent)


def _merge(workspace: Workspace, taken: Taken, result: Synced) -> list[str]:
    """What could not be united; the rest is in the workspace."""
    if not taken.rows:
        return []
    with tempfile.TemporaryDirectory(prefix="annotator-hub-") as folder:
        path = Path(folder) / "taken.db"
        here = hub_rows.known_raters(workspace.store)
        rows = [row for row in taken.rows if not (row.kind == "raters" and row.key in here)]
        with open_store(path, create=True) as store:
            hub_rows.fill(store, rows)
            store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        merged = merge_judgements(workspace.store, path)
    result.taken += sum(merged.added.values())
    return [f"{one.key} in {one.what}: {one.message}" for one in merged.conflicts]


def _load(workspace: Workspace, hub: str, class_name: str) -> _State:
    name = f"hub:{hub} {class_name}"
    told = json.loads(settings.get(workspace.store, name) or "{}")
    return _State(name, told.get("pulled", 0), told.get("pushed", {}), told.get("forgotten", 0))


def _save(workspace: Workspace, state: _State) -> None:
    told = {"pulled": state.pulled, "pushed": state.pushed, "forgotten": state.forgotten}
    settings.put(workspace.store, state.name, json.dumps(told))
