"""Guessing codes and PINs leads nowhere, and the teacher hears of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.web.guarding import FIRST_LOCK, LONGEST_LOCK, WRONG_ALLOWED, Flow, Guard
from annotator.workbench import admitting
from tests.web.conftest import Opened
from tests.web.student import hidden


async def test_a_thousand_wrong_pins_get_a_handful_of_looks(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = 0

    def look(pin: str, kept: admitting.Pin) -> bool:
        nonlocal looks
        looks += 1
        return pin == "4711"

    async with (
        opened.student("asha") as asha,
        opened.student("asha") as student,
        opened.student("ravi") as other,
    ):
        await asha.enter()
        monkeypatch.setattr(admitting, "is_pin", look)
        page = (await student.join())[1]
        form, ticket = hidden(page, "form"), hidden(page, "ticket")
        for number in range(1000):
            status, answer = await student.post("/pin", form=form, ticket=ticket, pin=f"{5000 + number}")
            assert status == 403
        assert looks == WRONG_ALLOWED
        assert "Too many wrong tries" in answer
        # While it is locked not even the right one is looked at, and nobody else is held up.
        assert (await student.post("/pin", form=form, ticket=ticket, pin="4711"))[0] == 403
        assert looks == WRONG_ALLOWED
        await other.enter()
    told = [words for words in opened.told if "Too many wrong PINs for asha" in words]
    assert len(told) == 1 and "annotator class reset-pin asha" in told[0]


async def test_when_the_lock_is_over_the_right_pin_opens(opened: Opened) -> None:
    now = 0.0
    opened.served.doors.pins.clock = lambda: now
    async with opened.student() as asha, opened.student() as student:
        await asha.enter()
        page = (await student.join())[1]
        for _ in range(WRONG_ALLOWED):
            await student.give_pin(page, "8642")
        assert (await student.give_pin(page))[0] == 403
        now = FIRST_LOCK + 1
        assert (await student.give_pin(page))[0] == 303


async def test_a_new_pin_ends_the_lock(opened: Opened) -> None:
    async with opened.student() as asha, opened.student() as student:
        await asha.enter()
        page = (await student.join())[1]
        for _ in range(WRONG_ALLOWED):
            await student.give_pin(page, "8642")
        rater = admitting.find_student(opened.served.workspace, "asha")
        admitting.reset_pin(opened.served.workspace, rater)
        status, page = await student.join()
        assert "Choose a PIN" in page
        assert (await student.give_pin(page, "9753"))[0] == 303


async def test_class_codes_cannot_be_tried_through(opened: Opened) -> None:
    async with opened.student() as student:
        answers = [(await student.join(code=f"aaaa{number:02}"))[1] for number in range(12)]
        assert "Too many wrong tries" in answers[-1]
        assert "Too many wrong tries" in (await student.join())[1]
    assert len([words for words in opened.told if "wrong class code" in words]) == 1


@given(st.lists(st.floats(0.1, 30.0), min_size=1, max_size=200))
def test_however_often_somebody_is_wrong_few_tries_are_looked_at(pauses: list[float]) -> None:
    now = 0.0
    guard = Guard(lambda: now)
    looked = 0
    for pause in pauses:
        now += pause
        if not guard.wait_for("who"):
            looked += 1
            guard.note_wrong("who")
        assert guard.wait_for("somebody else") == 0
        assert guard.wait_for("who") <= LONGEST_LOCK
    # One lock for every five tries, the first a minute long.
    assert looked <= WRONG_ALLOWED * (1 + now / FIRST_LOCK) + WRONG_ALLOWED


def test_each_lock_lasts_twice_as_long_until_an_hour() -> None:
    now = 0.0
    guard = Guard(lambda: now)
    locks = []
    for _ in range(8):
        for _ in range(WRONG_ALLOWED):
            lock = guard.note_wrong("who")
        locks.append(lock)
        now += lock
    assert locks == [60, 120, 240, 480, 960, 1920, 3600, 3600]


@given(st.lists(st.tuples(st.floats(0, 2), st.floats(0.1, 20)), max_size=100))
def test_a_flow_lets_through_its_rate_and_its_burst_and_no_more(arrivals: list[tuple[float, float]]) -> None:
    now = taken = 0.0
    flow = Flow(lambda: now, rate=10, burst=50)
    for pause, units in arrivals:
        now += pause
        now += flow.take(units)
        taken += units
        assert taken <= 10 * now + 50 + 1e-6
