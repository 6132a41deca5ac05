"""A class without a network, by commands."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run


def test_from_the_pack_to_the_collected_scores(demo: Path, run: Run) -> None:
    (demo / "class.csv").write_text("handle\nrania\ntomo\n")
    run("class", "roster", "class.csv")
    assert run("class", "pack", "rania", "--to", "rania.json").code == 2, "nothing is assigned yet"
    assert run("class", "assign", "--yes").code == 0
    assert run("class", "pack", "rania", "--to", "rania.json").code == 0
    home = demo / "home"
    assert run("-w", home, "class", "unpack", "rania.json").code == 0
    scored = run("-w", home, "score", "techtrendske", "headline=2", "--absent", "headline=none")
    assert scored.code == 0, scored.err
    assert run("-w", home, "hand-in", "--to", "done.json").code == 0
    assert run("-w", home, "hand-in", "--to", "done.json").code == 2, "a file that is there is kept"
    (demo / "cut.json").write_bytes((demo / "done.json").read_bytes()[:-40])
    ran = run("collect", "cut.json", "done.json", "done.json", "--format", "json")
    assert ran.code == 1
    assert "cut off" in ran.err
    files = json.loads(ran.out)["files"]
    assert [one["added"] for one in files] == [0, 1, 0]
    assert [one["known"] for one in files] == [0, 0, 1]
    again = run("collect", "done.json")
    assert (again.code, "0 new judgements, 1 were here already" in again.err) == (0, True)
    assert "Teases" in run("--rater", "rania", "score", "techtrendske").out


def test_there_is_nobody_to_hand_in_for(demo: Path, run: Run) -> None:
    ran = run("--rater", "nobody", "hand-in", "--to", "x.json")
    assert (ran.code, (demo / "x.json").exists()) == (2, False)


def test_a_drop_folder_is_watched_for_a_while(demo: Path, run: Run) -> None:
    run("--rater", "rania", "score", "techtrendske", "headline=2", "--absent", "headline=none")
    (demo / "drop").mkdir()
    run("--rater", "rania", "hand-in", "--to", "drop/rania.json")
    (demo / "drop" / "cut.json").write_bytes((demo / "drop" / "rania.json").read_bytes()[:-9])
    ran = run("collect", "--watch", "drop", "--every", "0.05", "--for", "0.005", "--format", "json")
    assert ran.code == 1
    assert "rania: 0 new, 1 known." in ran.err and "cut off" in ran.err
    assert [bool(one["refused"]) for one in json.loads(ran.out)["files"]] == [True, False]
    assert run("collect", "--watch", "nowhere").code == 2
    assert run("collect").code == 2, "neither files nor a folder"
