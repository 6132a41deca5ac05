"""How the server is: for the teacher, and nobody else."""

from __future__ import annotations

import hmac
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import web

from annotator.web.addresses import is_loopback
from annotator.web.doors import Doors

_SHARED, _OWN = "Pss", ("Private_Clean", "Private_Dirty")


@dataclass(slots=True)
class Health:
    """The address where a teacher looks."""

    doors: Doors
    token: str
    begun: float

    def routes(self) -> list[web.RouteDef]:
        """Its one address."""
        return [web.get("/health", self.tell)]

    async def tell(self, request: web.Request) -> web.StreamResponse:
        """Sessions, queue and memory as JSON; on this machine for everybody, elsewhere with the token."""
        if not self._may_know(request):
            raise web.HTTPForbidden(text="Only the teacher sees this.")
        return web.json_response(self.figures())

    def _may_know(self, request: web.Request) -> bool:
        given = request.headers.get("Authorization", "").removeprefix("Bearer ") or request.query.get(
            "token", ""
        )
        here = is_loopback(request.remote or "")
        return here or hmac.compare_digest(given.encode(), self.token.encode())

    def figures(self) -> dict[str, Any]:
        """What can be told now."""
        sessions, now = self.doors.office.sessions, time.time()
        told = [
            {
                "handle": one.rater.handle,
                "state": "starting" if not one.ready else "here" if one.page else "away",
                "quiet_seconds": round(now - one.last),
                "start_seconds": round(one.ready, 3),
                **memory_of(one.pid),
            }
            for one in sessions.by_rater.values()
        ]
        return {
            "version": 1,
            "up_seconds": round(now - self.begun),
            "sessions": told,
            "in_line": len(sessions.waiting),
            "started": sessions.started,
            "server": memory_of(os.getpid()),
            "locked": len(self.doors.pins.locked())
            + len(self.doors.addresses.locked())
            + len(self.doors.codes.locked()),
        }


def memory_of(pid: int) -> dict[str, float | None]:
    """Megabytes of a process: its fair share of what it has in memory, and what it has alone.

    None where the system does not say.
    """
    parts: dict[str, int] = {}
    if pid:
        with suppress(OSError):
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]:
                name, _, size = line.partition(":")
                parts[name] = int(size.split()[0])
    if _SHARED not in parts:
        return {"share_mb": None, "own_mb": None}
    own = sum(parts.get(name, 0) for name in _OWN)
    return {"share_mb": round(parts[_SHARED] / 1024, 1), "own_mb": round(own / 1024, 1)}
