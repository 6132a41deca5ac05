"""A student's session through the real server: what is confirmed is kept, whatever happens to the line."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import aiohttp
import pytest

from tests.web.conftest import seeded
from tests.web.server import Server, are_gone
from tests.web.student import Student

pytestmark = pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="sessions are not forked here")
QUICK = {"ANNOTATOR_SERVE_UNREHEARSED": "1"}
SCORES = (
    "SELECT answer FROM scores JOIN raters ON raters.id = rater WHERE handle = '{}' ORDER BY scores.clock"
)


def student(server: Server, handle: str) -> Student:
    return Student(server.base, server.code, handle)


def answers(server: Server, handle: str) -> list[str]:
    return [one for (one,) in server.rows(SCORES.format(handle))]


async def test_a_lost_connection_comes_back_to_the_same_place_and_no_key_counts_twice(server: Server) -> None:
    async with student(server, "asha") as asha:
        await asha.enter()
        await asha.connect()
        await asha.open_desk()
        await asha.press("0", "0", "0")
        await asha.was_heard()
        number, session = asha.sent, asha.session
        assert asha.socket and asha.socket._response.connection
        # The line breaks under the fourth key: sent, and nobody knows whether it was heard.
        await asha.press("0")
        asha.socket._response.connection.transport.abort()  # type: ignore[union-attr]
        await asha.connect()
        await asha.hear()
        assert asha.session == session
        await asha.say({"n": number + 1, "text": "0"})
        await asha.say({"n": number + 1, "text": "0"})
        await asha.sees("4 of 8 scored")
    assert answers(server, "asha") == ["cannot-judge"] * 4


async def test_another_window_takes_over_and_the_first_is_told(server: Server) -> None:
    async with student(server, "ravi") as ravi, student(server, "ravi") as elsewhere:
        await ravi.enter()
        await ravi.connect()
        await ravi.open_desk()
        await elsewhere.enter()
        await elsewhere.connect(size=(140, 40))
        assert await ravi.was_let_go() == 4000
        await elsewhere.sees("of 8 scored", "cannot judge")
        assert elsewhere.session == ravi.session and len(elsewhere.rows) == 40


async def test_a_student_is_given_nothing_that_reaches_beyond_reading(server: Server) -> None:
    async with student(server, "mira") as mira:
        await mira.enter()
        await mira.connect(size=(160, 40))
        await mira.sees("my scores", "○○○")
        for refused in ("add", "export", "compare", "coverage", "mode"):
            assert refused not in mira.rows[39]
        await mira.press("a", "e", "c", "m", "v", "t")
        await mira.press("ctrl+p")
        await mira.sees("Leave")
        for refused in ("Take in", "Write all scores", "side by side", "hidden until", "screenshot"):
            assert refused.lower() not in mira.screen.lower()
        await mira.press("escape", "enter")
        await mira.sees("of 8 scored")
        await mira.press("c", "question_mark")
        await mira.say({"n": mira.sent + 1, "mouse": ["down", 10**9, -5, 99], "size": [10**9, 10**9]})
        await mira.say("not JSON")
        await mira.say({"n": "x", "quit": True, "paint": 1, "key": "ctrl+c; rm"})
        await mira.say([1])
        mira.sent += 1
        await mira.press("0")
        await mira.sees("1 of 8 scored")


async def test_a_websocket_of_a_foreign_page_is_refused(server: Server) -> None:
    async with student(server, "lea") as lea:
        await lea.enter()
        for origin in ("http://evil.example", "null", "", server.base + ".evil.example", server.base[:-1]):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await lea.connect(origin=origin)
            assert refused.value.status == 403


async def test_without_a_ticket_the_line_is_closed_at_once(server: Server) -> None:
    async with student(server, "nobody") as nobody:
        await nobody.connect()
        assert await nobody.was_let_go() == 4401


async def test_who_floods_is_slowed_and_let_go_and_holds_nobody_up(server: Server) -> None:
    async with student(server, "flood") as flooder, student(server, "calm") as calm:
        await flooder.enter()
        await calm.enter()
        await flooder.connect()
        await flooder.open_desk()
        await calm.connect()
        await calm.open_desk()

        async def flood() -> int:
            listening = asyncio.create_task(flooder.was_let_go())
            text = json.dumps({"n": 1, "text": "j" * 10_000})
            while not listening.done():
                try:
                    await flooder.say(text)
                except (ConnectionError, aiohttp.ClientError):
                    break
            return await listening

        flooding = asyncio.create_task(flood())
        for number in range(1, 9):
            await calm.press("0")
            await calm.sees(f"{number} of 8 scored" if number < 8 else "all scored")
        assert await flooding in (1006, 1008, 1009)
    assert "flood's page sends far too much" in server.words


async def test_a_message_too_long_ends_the_line_and_not_the_session(server: Server) -> None:
    async with student(server, "long") as long:
        await long.enter()
        await long.connect()
        await long.open_desk()
        await long.say(json.dumps({"n": 1, "paste": "x" * 100_000}))
        assert await long.was_let_go() == 1009
        await long.connect()
        await long.sees("of 8 scored", "cannot judge")


async def test_a_killed_server_loses_nothing_and_everybody_comes_back_to_their_place(tmp_path: Path) -> None:
    server = Server(seeded(tmp_path / "class"), **QUICK)
    async with student(server, "asha") as asha:
        try:
            await asha.enter()
            await asha.connect()
            await asha.open_desk()
            await asha.press("0", "0", "0")
            await asha.sees("3 of 8 scored")
            before, processes = asha.session, server.children()
            assert len(processes) >= 2
        finally:
            server.kill()
        assert are_gone(processes)
        server = Server(server.folder, port=server.port, **QUICK)
        try:
            # The cookie of before still opens, the class code is the same, another process has the place.
            await asha.connect()
            await asha.sees("3 of 8 scored")
            assert asha.session != before
            await asha.press("0")
            await asha.sees("4 of 8 scored")
        finally:
            server.stop()
    assert server.code == asha.code
    assert answers(server, "asha") == ["cannot-judge"] * 4


async def test_on_a_full_disk_an_answer_is_refused_with_a_sentence_and_the_rest_stands(
    tmp_path: Path,
) -> None:
    folder = seeded(tmp_path / "class")
    room = sum(path.stat().st_size for path in folder.glob("annotator.db"))
    server = Server(folder, largest_file=room + 4096, **QUICK)
    try:
        async with student(server, "asha") as asha:
            await asha.enter()
            await asha.connect(size=(160, 40))
            await asha.open_desk()
            for _ in range(40):
                await asha.press("0", "u")
            await asha.was_heard()
            await asha.sees("disk")
            assert str(folder) not in asha.screen
            kept = len(answers(server, "asha"))
            await asha.press("0")
            await asha.sees("of 8 scored")
    finally:
        server.stop()
    assert 0 < kept < 80
    assert len(answers(server, "asha")) == kept
    assert server.rows("PRAGMA integrity_check") == [("ok",)]


async def test_where_nothing_can_be_forked_sessions_are_programs_of_their_own(tmp_path: Path) -> None:
    server = Server(seeded(tmp_path / "class"), ANNOTATOR_SERVE_SPAWN="1")
    try:
        async with student(server, "asha") as asha:
            await asha.enter()
            await asha.connect()
            await asha.open_desk()
            await asha.press("0")
            await asha.sees("1 of 8 scored")
            processes = server.children()
    finally:
        server.stop()
    assert processes and are_gone(processes)
    assert answers(server, "asha") == ["cannot-judge"]
