"""Work without a network: packs out, hand-ins back."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import InputError
from annotator.formats import sealed_files
from annotator.formats.hand_ins import KIND
from annotator.formats.sealed_files import seal
from annotator.model.judgements import Answer, Rater
from annotator.model.rubrics import Rubric
from annotator.store import listing, schema
from annotator.workbench.assigning import Wish, plan_assignments, write_plan
from annotator.workbench.collecting import collect, shared_handles
from annotator.workbench.drafting import save_verdict
from annotator.workbench.enrolling import find_rater, students
from annotator.workbench.forgetting import close_class, forget
from annotator.workbench.handing_in import hand_in
from annotator.workbench.joining import ensure_rater
from annotator.workbench.opening import Workspace, create_workspace, open_workspace
from annotator.workbench.parcelling import pack, unpack
from annotator.workbench.rating import load_rubric, record_score
from annotator.workbench.reading import list_articles
from annotator.workbench.undoing import undo
from tests.classroom.conftest import article, give, rater
from tests.workbench.conftest import Clock

TABLES = (*schema.JUDGEMENTS, "current_scores")
Laptop = Callable[[int], tuple[Workspace, Rater]]


def state(workspace: Workspace) -> dict[str, frozenset[Any]]:
    found = {table: frozenset(workspace.store.rows(f"SELECT * FROM {table}")) for table in TABLES}
    found["raters"] = frozenset(workspace.store.rows("SELECT id, handle FROM raters"))
    return found


@pytest.fixture
def assigned(workspace: Workspace, rubric: Rubric) -> Workspace:
    every = tuple(listing.heads(workspace.store))
    write_plan(workspace, plan_assignments(workspace, students(workspace), rubric, Wish(every, each=3)))
    return workspace


@pytest.fixture
def laptop(assigned: Workspace, tmp_path: Path) -> Any:
    """Student number n's own workspace, from a pack."""
    opened: list[Workspace] = []

    def start(number: int) -> tuple[Workspace, Rater]:
        file = tmp_path / f"pack-{number}.json"
        if not file.exists():
            pack(assigned, rater(assigned, number), file)
        folder = tmp_path / f"laptop-{number}"
        own = (open_workspace if folder.exists() else create_workspace)(folder, clock=Clock())
        opened.append(own)
        return own, unpack(own, file)

    yield start
    for one in opened:
        one.close()


def work(own: Workspace, who: Rater, rubric: Rubric, seed: int) -> None:
    """Some scores, some changed, one taken back, a verdict."""
    draw = random.Random(seed)
    texts = [article_of(own, row.id) for row in list_articles(own, None, None, counts=False)]
    for text in texts:
        give(own, who, text, rubric, "tone", draw.randint(1, 4))
        give(own, who, text, rubric, "balance", draw.randint(1, 4), text.title)
    record_score(own, who, texts[0], rubric, "tone", answer=Answer.CANNOT_JUDGE, note="जानकारी कम है")
    undo(own, who)
    from annotator.model.findings import Finding

    save_verdict(own, who, texts[0], Finding(0, 3, "hedge", "rule", "the"), "1", "yes")


def article_of(own: Workspace, id: str) -> Any:
    from annotator.workbench.reading import article as read

    return read(own, id)


@pytest.fixture
def handed_in(laptop: Laptop, rubric: Rubric, tmp_path: Path) -> list[Path]:
    files = []
    for number in range(3):
        own, who = laptop(number)
        work(own, who, rubric, number)
        files.append(tmp_path / f"hand-in-{number}.json")
        hand_in(own, who, files[-1])
    return files


def test_a_pack_holds_what_one_student_needs_and_nobody_else(laptop: Laptop, tmp_path: Path) -> None:
    own, who = laptop(1)
    assert who.handle == "student-1"
    assert len(list_articles(own, None, None, counts=False)) == 3
    assert load_rubric(own, "small").id == "small"
    text = (tmp_path / "pack-1.json").read_text(encoding="utf-8")
    assert not any(f"student-{n}" in text for n in (0, 2, 3, 4, 5))
    assert "rossi" not in text
    assert (tmp_path / "pack-1.json").stat().st_mode & 0o777 == 0o600
    assert unpack(own, tmp_path / "pack-1.json") == who


def test_what_is_handed_in_is_what_is_collected(
    assigned: Workspace, handed_in: list[Path], laptop: Laptop
) -> None:
    results = collect(assigned, handed_in)
    assert [(one.problem, one.conflicts, one.known) for one in results] == [(None, [], 0)] * 3
    own, who = laptop(0)
    mine = own.store.rows("SELECT * FROM current_scores WHERE rater = ? ORDER BY 1, 2, 3, 4", (who.id,))
    theirs = assigned.store.rows(
        "SELECT * FROM current_scores WHERE rater = ? ORDER BY 1, 2, 3, 4", (who.id,)
    )
    assert mine == theirs
    assert mine


def test_any_order_and_any_number_of_times_come_to_the_same(
    workspace: Workspace, handed_in: list[Path], tmp_path: Path
) -> None:
    import shutil

    found = []
    for number, order in enumerate(permutations(handed_in)):
        workspace.store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        copy = Path(shutil.copytree(workspace.folder, tmp_path / f"order-{number}"))
        with open_workspace(copy) as one:
            collect(one, order[:2])
            collect(one, [*order, order[0]])
            found.append(state(one))
    assert all(one == found[0] for one in found)
    assert len(found[0]["scores"]) == 24


def test_a_folder_stands_for_its_files(assigned: Workspace, handed_in: list[Path], tmp_path: Path) -> None:
    folder = tmp_path / "drop"
    folder.mkdir()
    for file in handed_in:
        file.rename(folder / file.name)
    assert sum(one.added > 0 for one in collect(assigned, [folder])) == 3
    assert sum(one.added for one in collect(assigned, [folder])) == 0


@given(st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_cut_anywhere_or_changed_anywhere_is_refused(
    handed_in: list[Path], tmp_path: Path, data: st.DataObject
) -> None:
    whole = handed_in[0].read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    change = data.draw(st.integers(0, 255))
    bad = tmp_path / "bad.json"
    bad.write_bytes(whole[:at] if change == 0 else whole[:at] + bytes([whole[at] ^ change]) + whole[at + 1 :])
    with pytest.raises(InputError):
        sealed_files.read_sealed(bad, KIND)


def test_of_many_broken_copies_nothing_comes_in(
    assigned: Workspace, handed_in: list[Path], tmp_path: Path
) -> None:
    whole, draw, bad = handed_in[0].read_bytes(), random.Random(5), []
    for number in range(12):
        at = draw.randrange(len(whole))
        broken = whole[:at] if number % 2 else whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        bad.append(tmp_path / f"broken-{number}.json")
        bad[-1].write_bytes(broken)
    *refused, good = collect(assigned, [*bad, handed_in[0]])
    assert all(one.problem is not None and not one.added for one in refused)
    assert good.problem is None and good.added > 0


def test_every_byte_of_the_beginning_and_the_end_counts(assigned: Workspace, handed_in: list[Path]) -> None:
    whole = handed_in[0].read_bytes()
    bad = handed_in[0].with_name("bad.json")
    for at in (*range(60), *range(len(whole) - 170, len(whole))):
        for change in (1, 0x20):
            bad.write_bytes(whole[:at] + bytes([whole[at] ^ change]) + whole[at + 1 :])
            with pytest.raises(InputError):
                sealed_files.read_sealed(bad, KIND)
        bad.write_bytes(whole[:at])
        with pytest.raises(InputError):
            sealed_files.read_sealed(bad, KIND)
    assert state(assigned)["scores"] == frozenset()


def test_a_bad_file_does_not_stop_the_good_ones(
    assigned: Workspace, handed_in: list[Path], tmp_path: Path
) -> None:
    newer = handed_in[0].read_bytes().replace(b'"version": 1,', b'"version": 2,', 1)
    older = handed_in[0].read_bytes().replace(b'"version": 1,', b'"version": 0,', 1)
    bad = {
        "newer.json": newer,
        "older.json": older,
        "empty.json": b"",
        "photo.json": b"\x89PNG",
        "no.json": b"{}",
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    results = collect(
        assigned,
        [tmp_path / "gone.json", *(tmp_path / name for name in bad), tmp_path / "pack-0.json", *handed_in],
    )
    told = [str(one.problem) for one in results if one.problem]
    assert len(told) == 7
    assert "newer annotator" in told[1]
    assert "older annotator" in told[2]
    assert "this is a pack" in told[6]
    assert sum(one.added > 0 for one in results) == 3


def test_mail_that_changes_line_ends_does_no_harm(assigned: Workspace, handed_in: list[Path]) -> None:
    handed_in[0].write_bytes(handed_in[0].read_bytes().replace(b"\n", b"\r\n"))
    assert collect(assigned, handed_in[:1])[0].problem is None


def rewritten(file: Path, change: Callable[[dict[str, Any]], None], key: bytes | None = None) -> Path:
    """The file changed and with a new, right checksum: what somebody can do who knows the format."""
    content = json.loads(file.read_bytes())
    for name in ("format", "version", "seal", "sha256"):
        del content[name]
    change(content)
    file.write_bytes(seal(KIND, content, key))
    return file


def test_nobody_hands_in_for_another(assigned: Workspace, handed_in: list[Path], laptop: Laptop) -> None:
    own, who = laptop(1)
    from annotator.workbench.sealing import own_key

    other = rater(assigned, 0)

    def forge(content: dict[str, Any]) -> None:
        content["rater"].update(id=other.id, handle=other.handle)

    (result,) = collect(assigned, [rewritten(handed_in[1], forge, own_key(own, who.id))])
    assert "was not made with student-0's pack" in str(result.problem)


def test_rows_that_make_no_sense_are_left_out_and_counted(
    workspace: Workspace, rubric: Rubric, tmp_path: Path
) -> None:
    """Without a pack there is no seal: anybody can write such a file, so each row is looked at."""
    who = rater(workspace, 4)
    with create_workspace(tmp_path / "other") as own:
        from annotator.workbench.importing import add_sources

        (tmp_path / "text.txt").write_text("Another text\n\nIt is not in the class.\n")
        add_sources(own, [tmp_path / "text.txt"])
        stranger = ensure_rater(own, "student-4")
        strange = article_of(own, list_articles(own, None, None)[0].id)
        record_score(own, stranger, strange, load_rubric(own), "tone", answer=Answer.CANNOT_JUDGE)
        hand_in(own, stranger, tmp_path / "stranger.json")
    (result,) = collect(workspace, [tmp_path / "stranger.json"])
    assert result.added == 0
    assert "is not in this workspace" in result.conflicts[0]
    assert shared_handles(workspace) == ["student-4"]
    for number, outlet in enumerate(("gazette", "herald", "mirror")):
        give(
            workspace,
            who,
            article(workspace, "council", outlet),
            rubric,
            "balance",
            number + 1,
            "The council",
        )
    file = tmp_path / "own.json"
    hand_in(workspace, who, file)

    def spoil(content: dict[str, Any]) -> None:
        for score in content["scores"]:
            score["id"] = "f" + score["id"][1:]
        content["scores"][0]["level"] = 9
        content["scores"][1]["evidence"][0]["quote"] = "The mayor"
        content["scores"][2]["evidence"] = []

    (result,) = collect(workspace, [rewritten(file, spoil)])
    assert result.added == 1
    assert any("2 of 3 scores make no sense" in one for one in result.conflicts)


def test_another_rubric_under_the_same_name_is_told(
    workspace: Workspace, rubric: Rubric, tmp_path: Path
) -> None:
    who, file = rater(workspace, 4), tmp_path / "own.json"
    give(workspace, who, article(workspace, "council", "herald"), rubric, "tone", 2)
    hand_in(workspace, who, file)

    def other_words(content: dict[str, Any]) -> None:
        content["rubrics"][0]["digest"] = content["scores"][0]["rubric"] = "0" * 64

    (result,) = collect(workspace, [rewritten(file, other_words)])
    assert (result.added, result.known) == (0, 0)
    assert "is not here in these words" in result.conflicts[0]


def test_who_is_not_on_the_roster_waits_for_a_word(workspace: Workspace, handed_in: list[Path]) -> None:
    def rename(content: dict[str, Any]) -> None:
        content["rater"].update(handle="nobody", id="01890000-0000-7000-8000-000000000000", role="teacher")

    rewritten(handed_in[0], rename)
    assert "not on the roster" in str(collect(workspace, handed_in[:1])[0].problem)
    assert collect(workspace, handed_in[:1], strangers=True)[0].added
    assert find_rater(workspace, "nobody").role.value == "student"


def test_the_forgotten_stay_forgotten_and_a_closed_class_is_closed(
    assigned: Workspace, handed_in: list[Path]
) -> None:
    collect(assigned, handed_in)
    forget(assigned, rater(assigned, 0))
    forget(assigned, rater(assigned, 1), drop_scores=True)
    results = collect(assigned, handed_in)
    assert ["forgotten" in str(one.problem) for one in results] == [True, True, False]
    close_class(assigned)
    with pytest.raises(InputError, match="closed"):
        collect(assigned, handed_in)


def test_a_clock_that_is_wrong_changes_no_order(assigned: Workspace, rubric: Rubric, tmp_path: Path) -> None:
    """First in class, then at home on a laptop two hours behind: the later judgement stands."""
    who, text = rater(assigned, 0), None
    for row in list_articles(assigned, None, None, counts=False):
        text = article_of(assigned, row.id)
        give(assigned, who, text, rubric, "tone", 1)
    pack(assigned, who, tmp_path / "pack.json")
    with create_workspace(tmp_path / "home", clock=Clock()) as own:
        own.clock.moment -= timedelta(hours=2)  # type: ignore[attr-defined]
        me = unpack(own, tmp_path / "pack.json")
        for row in list_articles(own, None, None, counts=False):
            give(own, me, article_of(own, row.id), rubric, "tone", 4)
        hand_in(own, me, tmp_path / "home.json")
    collect(assigned, [tmp_path / "home.json"])
    levels = assigned.store.rows("SELECT level FROM current_scores WHERE rater = ?", (who.id,))
    assert sorted(level for (level,) in levels) == [1, 1, 1, 4, 4, 4]


def test_a_clock_out_of_all_bounds_does_not_stop_the_class(
    assigned: Workspace, laptop: Laptop, rubric: Rubric, tmp_path: Path
) -> None:
    """One student's file that says it is the year ten thousand: only its own rows stay out."""
    own, who = laptop(0)
    work(own, who, rubric, 0)
    own.store.connection.execute("DROP TRIGGER scores_are_never_changed")
    own.store.connection.execute("UPDATE scores SET clock = 1000000000000 - clock")
    hand_in(own, who, tmp_path / "wild.json")
    (wild,) = collect(assigned, [tmp_path / "wild.json"])
    assert any("make no sense" in sentence for sentence in wild.conflicts)
    other, me = laptop(1)
    work(other, me, rubric, 1)
    hand_in(other, me, tmp_path / "good.json")
    (good,) = collect(assigned, [tmp_path / "good.json"])
    assert (good.problem, good.conflicts) == (None, [])
    highest = assigned.store.row("SELECT max(clock) FROM scores")
    assert highest is not None and highest[0] < 10_000
