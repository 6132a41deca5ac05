"""A class of thirty, 200 judgements each, through the real server, which is killed in the middle."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import aiohttp
import pytest

from tests.web.conftest import seeded
from tests.web.server import Server, are_gone
from tests.web.student import Student

pytestmark = pytest.mark.faults
RATERS, JUDGEMENTS = 30, 200
ON_THE_WAY = 8
"""Keys that are sent before the first of them must have been heard."""
ROWS = "SELECT handle, answer FROM scores JOIN raters ON raters.id = rater ORDER BY scores.clock, scores.id"


class Judge(Student):
    """A student who counts: keys that were sent, keys that the server said it has."""

    pressed = heard = 0


async def test_thirty_raters_lose_nothing_and_double_nothing_through_a_killed_server(tmp_path: Path) -> None:
    server = Server(seeded(tmp_path / "class"))
    students = [Judge(server.base, server.code, f"s{number:02}") for number in range(RATERS)]
    try:
        lesson = [asyncio.create_task(begin(one)) for one in students]
        # All are in the middle of it when the server dies.
        while server.rows("SELECT count(*) FROM scores")[0][0] < RATERS * JUDGEMENTS // 3:
            await asyncio.sleep(0.2)
        processes = server.children()
        server.kill()
        ends = await asyncio.gather(*lesson, return_exceptions=True)
        assert all(isinstance(end, ConnectionError | aiohttp.ClientError) for end in ends), ends
        assert are_gone(processes)
        kept = given(server)
        for one in students:
            # What was heard is kept; what was on its way may be; nothing else.
            assert one.heard <= kept[one.handle] <= one.pressed, one.handle
        server = Server(server.folder, port=server.port)
        await asyncio.gather(*(come_back(one, kept[one.handle]) for one in students))
    finally:
        server.stop()
        for one in students:
            await one.http.close()
    assert given(server) == {one.handle: JUDGEMENTS for one in students}
    assert server.rows("PRAGMA integrity_check") == [("ok",)]
    told = server.words + "".join(one.screen for one in students)
    assert "locked" not in told and "stopped:" not in told


async def begin(one: Judge) -> None:
    """Nothing; the student came in and gave all judgements."""
    await one.enter()
    await one.connect(size=(80, 24))
    await one.open_desk()
    await judge(one, given=0)


async def come_back(one: Judge, given: int) -> None:
    """Nothing; the student came back and gave the judgements that were missing."""
    await one.connect(size=(80, 24))
    await one.sees("of 8 scored", "cannot judge")
    await judge(one, given=given)


async def judge(one: Judge, *, given: int) -> None:
    """Nothing; the student's judgements are so many: an answer, taken back, given again, and so on."""
    opening = one.sent - given  # keys that were no judgements
    one.pressed = max(one.pressed, given)
    while given < JUDGEMENTS:
        await one.press("u" if given % 2 else "0")
        given += 1
        one.pressed = given
        while one.sent - one.had >= ON_THE_WAY:
            await one.hear()
            one.heard = max(one.heard, one.had - opening)
    await one.was_heard()
    one.heard = given


def given(server: Server) -> Counter[str]:
    """How many judgements each student has, after a look that answer and taking back take turns."""
    found: Counter[str] = Counter()
    for handle, answer in server.rows(ROWS):
        assert answer == ("withdrawn" if found[handle] % 2 else "cannot-judge"), handle
        found[handle] += 1
    return found
