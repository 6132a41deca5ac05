"""Keys of rows."""

from __future__ import annotations

import os
import uuid

import pytest

from annotator.store import uuid7


def test_a_key_is_a_uuid_of_version_7_and_holds_its_time() -> None:
    moment = 4_000_000_000_000
    key = uuid.UUID(uuid7(moment))
    assert (key.version, key.variant) == (7, uuid.RFC_4122)
    assert key.int >> 80 == moment


def test_keys_grow_even_when_the_clock_stands_still_or_goes_back() -> None:
    moments = [5_000_000_000_000] * 2_000 + [1, 5_000_000_000_001]
    keys = [uuid7(moment) for moment in moments]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert {uuid.UUID(key).version for key in keys} == {7}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_forked_process_makes_keys_of_its_own() -> None:
    uuid7(6_000_000_000_000)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, "".join(uuid7(6_000_000_000_000) for _ in range(50)).encode())
        os._exit(0)
    ours = {uuid7(6_000_000_000_000) for _ in range(50)}
    os.waitpid(child, 0)
    theirs = os.read(reading, 36 * 50).decode()
    os.close(reading)
    os.close(writing)
    assert ours.isdisjoint(theirs[at : at + 36] for at in range(0, len(theirs), 36))
