"""Sources that could not be read, remembered so that they can be tried again by themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from annotator.formats.fetching.addresses import is_address
from annotator.store import settings
from annotator.workbench.importing import Added
from annotator.workbench.opening import Workspace

_SETTING = "sources to retry"
_MOST = 1_000


def remember_failures(workspace: Workspace, results: Iterable[Added]) -> None:
    """Nothing; `failures` tells the sources of these that failed, and no longer those that went in."""
    told = list(results)
    went_in = {_lasting(one.path) for one in told if one.article}
    failed = [_lasting(one.path) for one in told if one.problem and one.path != "-"]
    kept = dict.fromkeys([*(source for source in failures(workspace) if source not in went_in), *failed])
    settings.put(workspace.store, _SETTING, json.dumps(list(kept)[-_MOST:], ensure_ascii=False))


def failures(workspace: Workspace) -> list[str]:
    """The sources that failed when they were last tried, the oldest first."""
    found: list[str] = json.loads(settings.get(workspace.store, _SETTING) or "[]")
    return found


def _lasting(source: str) -> str:
    """A source that means the same from every folder: addresses as they are, paths in full.

    Of a part (a row of a table, a file in an archive) the whole is remembered.
    """
    if is_address(source) or source == "-":
        return source
    path = Path(source.split("!", 1)[0])
    if not path.exists() and ":" in path.name and path.name.rpartition(":")[2].isdigit():
        path = path.with_name(path.name.rpartition(":")[0])
    return str(path.absolute())
