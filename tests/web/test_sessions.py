"""How long sessions last, and in what order they begin."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError
from annotator.tui.served.wire import pack
from annotator.web.serving import Plan, say_once, serve
from tests.web.conftest import EmptyCradle, Opened


async def test_a_session_at_rest_ends_and_the_pin_is_asked_for(opened: Opened) -> None:
    sessions = opened.served.office.sessions
    async with opened.student() as asha:
        await asha.enter()
        await asha.connect()
        await asha.hear()
        await opened.served.doors.sweep()
        assert sessions.by_rater
        sessions.idle = -1
        await opened.served.doors.sweep()
        assert await asha.was_let_go() == 4002
        assert not sessions.by_rater
        assert (await asha.get("/desk"))[0] == 303


async def test_a_session_waits_for_a_lost_page_and_then_ends_without_asking_for_the_pin(
    opened: Opened,
) -> None:
    sessions = opened.served.office.sessions
    async with opened.student() as asha:
        await asha.enter()
        await asha.connect()
        await asha.hear()
        before = asha.session
        await asha.hang_up()
        await opened.served.doors.sweep()
        await asha.connect()
        await asha.hear()
        assert asha.session == before
        await asha.hang_up()
        while next(iter(sessions.by_rater.values())).lost is None:
            await asyncio.sleep(0.01)
        sessions.kept = -1
        await opened.served.doors.sweep()
        assert not sessions.by_rater
        assert (await asha.get("/desk"))[0] == 200


async def test_many_who_come_at_once_stand_in_a_line_and_are_told_where(opened: Opened) -> None:
    sessions = opened.served.office.sessions
    students = [opened.student(f"s{number}") for number in range(sessions.at_once + 2)]
    try:
        for one in students:
            await one.enter()
            await one.connect()
        first, last = students[0], students[-1]
        while (await last.hear()).get("wait") != 2:
            pass
        told = json.loads((await first.get("/health"))[1])
        assert (told["in_line"], len(told["sessions"])) == (2, len(students))
        # When the first one has its picture, everybody moves up.
        opened.served.cradle.lines[0].sendall(pack({"size": [80, 24], "rows": []}))
        while (await last.hear()).get("wait") != 1:
            pass
        assert len(opened.served.cradle.lines) == sessions.at_once + 1
    finally:
        for one in students:
            await one.hang_up()
            await one.http.close()


async def test_a_process_that_dies_is_told_and_the_next_one_begins_anew(opened: Opened) -> None:
    async with opened.student() as asha:
        await asha.enter()
        await asha.connect()
        await asha.hear()
        before = asha.session
        while not opened.served.cradle.lines:
            await asyncio.sleep(0.01)
        opened.served.cradle.lines[0].close()
        assert await asha.was_let_go() == 4004
        await asha.connect()
        await asha.hear()
        assert asha.session != before
    assert any("asha's session stopped" in words for words in opened.told)


def test_the_teacher_reads_a_sentence_once_a_minute() -> None:
    told: list[str] = []
    say = say_once(told.append)
    for _ in range(100):
        say("one")
        say("other")
    assert told == ["one", "other"]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"cert": "cert.pem"}, "both a certificate and its key"),
        ({"cert": "cert.pem", "key": "key.pem"}, "cannot be used together"),
    ],
)
async def test_what_is_wrong_with_a_certificate_is_told(
    tmp_path: Path, given: dict[str, str], problem: str
) -> None:
    for name in given.values():
        (tmp_path / name).write_text("nonsense")
    plan = Plan(tmp_path, **{name: tmp_path / file for name, file in given.items()})
    with pytest.raises(AnnotatorError, match=problem):
        await serve(plan, EmptyCradle(), tell_open=print, say=print)
