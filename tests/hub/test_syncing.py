"""Workspaces and a hub: all end equal, whatever was cut off; classes apart; mishaps told in sentences."""

from __future__ import annotations

import random
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.errors import AnnotatorError, InputError, StoreError
from annotator.hub.connecting import connected, read_address
from annotator.model.judgements import Answer
from annotator.workbench.backing_up import FOLDER as BACKUPS
from annotator.workbench.backing_up import list_backups
from annotator.workbench.diagnosing import diagnose_folder
from annotator.workbench.forgetting import forget
from annotator.workbench.joining import list_raters
from annotator.workbench.opening import FILE_NAME, open_workspace
from annotator.workbench.rating import cite, ensure_rater, load_rubric, record_score
from annotator.workbench.reading import find_article
from annotator.workbench.syncing import admit_server, make_hub, sync
from tests.faults.conftest import kill_at_random, needs_fork
from tests.hub.conftest import OWNER, SERVER, Postgres

# They start a database server, which takes longer than all that a unit test may.
pytestmark = pytest.mark.faults


def score(folder: Path, handle: str, times: int) -> None:
    """So many scores with evidence by one rater."""
    with open_workspace(folder) as workspace:
        rater, rubric = ensure_rater(workspace, handle), load_rubric(workspace, "small")
        article = find_article(workspace, "council")
        evidence = [cite(article, *article.headline)]
        for step in range(times):
            level = 1 + step % 4
            record_score(
                workspace, rater, article, rubric, "tone", answer=Answer.LEVEL, level=level, evidence=evidence
            )


def contents(folder: Path) -> dict[str, set[tuple[object, ...]]]:
    """All judgements, and what stands of them."""
    with open_workspace(folder) as workspace:
        found = {
            table: set(workspace.store.rows(f"SELECT * FROM {table}"))
            for table in ("scores", "evidence", "current_scores", "rubrics", "tombstones")
        }
        return found | {"raters": set(workspace.store.rows("SELECT id, role FROM raters"))}


def exchange(folder: Path, hub: Postgres, user: str = SERVER) -> tuple[int, int]:
    with open_workspace(folder) as workspace:
        done = sync(workspace, hub.url(user, "hub"))
        assert done.conflicts == ()
        return done.sent, done.taken


def test_two_schools_end_with_the_same_judgements(
    hub: Postgres, folders: Iterator[Path], tmp_path: Path
) -> None:
    one, other = (Path(shutil.copytree(next(folders), tmp_path / name)) for name in ("one", "other"))
    score(one, "rania", 5)
    score(other, "tom", 7)
    assert exchange(one, hub)[0] > 5
    assert exchange(other, hub)[1] > 5
    exchange(one, hub)
    assert contents(one) == contents(other)
    assert len(contents(one)["scores"]) == 12 == len(contents(one)["evidence"])
    # Nothing new: nothing goes.
    assert exchange(one, hub) == exchange(other, hub) == (0, 0)
    score(one, "rania", 3)
    assert exchange(one, hub)[0] >= 2
    assert exchange(other, hub)[1] >= 2
    assert contents(one) == contents(other)
    assert diagnose_folder(one) == diagnose_folder(other) == []


def test_a_forgotten_person_is_gone_from_the_hub_and_everywhere(
    hub: Postgres, folders: Iterator[Path], tmp_path: Path
) -> None:  # fmt: skip
    one, other = (Path(shutil.copytree(next(folders), tmp_path / name)) for name in ("one", "other"))
    score(one, "rania", 3)
    score(other, "tom", 2)
    with open_workspace(one) as workspace:
        rater = ensure_rater(workspace, "rania").id
    for folder in (one, other, one):
        exchange(folder, hub)
    with open_workspace(other) as workspace:
        rania = next(one for one in list_raters(workspace) if one.id == rater)
        forget(workspace, rania, drop_scores=True)
    for folder in (other, one):
        exchange(folder, hub)
    assert len(contents(one)["scores"]) == len(contents(other)["scores"]) == 2
    with connected(read_address(hub.url(OWNER, "hub"))) as owner:
        assert owner.run("SELECT count(*) FROM annotator.rows WHERE kind = 'scores'") == [[2]]
        assert rater not in str(owner.run("SELECT body FROM annotator.rows WHERE kind <> 'tombstones'"))


def test_no_role_can_put_a_table_of_its_own_before_the_forgetting(hub: Postgres) -> None:
    with connected(read_address(hub.url(SERVER, "hub"))) as school:
        row = "('8b', '{}', '{}', 'rater', '', 1, DEFAULT, 1, '{{}}')"
        school.run("INSERT INTO annotator.rows VALUES " + row.format("scores", "before"))
        school.run("CREATE TEMPORARY TABLE rows (LIKE annotator.rows)")
        school.run("INSERT INTO annotator.rows VALUES " + row.format("tombstones", "rater"))
        school.run("INSERT INTO annotator.rows VALUES " + row.format("scores", "after"))
        assert school.run("SELECT kind, key FROM annotator.rows") == [["tombstones", "rater"]]


def test_classes_are_kept_apart_by_the_database_itself(hub: Postgres, folders: Iterator[Path]) -> None:
    folder = next(folders)
    score(folder, "rania", 2)
    exchange(folder, hub)
    with pytest.raises(AnnotatorError, match="may not do that|member of no class"):
        exchange(folder, hub, "stranger")
    admit_server(hub.url(OWNER, "hub"), "stranger", "9c")
    with connected(read_address(hub.url("stranger", "hub"))) as stranger:
        assert stranger.run("SELECT count(*) FROM annotator.rows") == [[0]]
        for forbidden in (
            "INSERT INTO annotator.rows VALUES ('8b', 'scores', 'x', '', '', 1, DEFAULT, 1, '{}')",
            "UPDATE annotator.rows SET body = ''",
            "DELETE FROM annotator.rows",
            "INSERT INTO annotator.members VALUES ('stranger', '8b')",
            "UPDATE annotator.hub SET version = 2",
            "TRUNCATE annotator.rows",
            "DROP TABLE annotator.rows",
            "ALTER TABLE annotator.rows DISABLE ROW LEVEL SECURITY",
            "CREATE TABLE annotator.more (a text)",
            "SELECT setval('annotator.batches', 1)",
            "SET SESSION AUTHORIZATION school",
            "SET ROLE school",
        ):
            with pytest.raises(Exception, match="row-level security|permission denied|must be owner"):
                stranger.run(forbidden)
        # Its own class it may read and add to.
        mine = "INSERT INTO annotator.rows VALUES ('9c', 'scores', 'x', 'r', '', 1, DEFAULT, 1, '{}')"
        stranger.run(mine)
        assert stranger.run("SELECT class, key FROM annotator.rows") == [["9c", "x"]]
        with pytest.raises(Exception, match="permission denied"):
            stranger.run("DELETE FROM annotator.rows WHERE class = '9c'")
    with open_workspace(folder) as workspace, pytest.raises(InputError, match="there is no class 8b"):
        sync(workspace, hub.url("stranger", "hub"), "8b")


def test_what_goes_wrong_is_told_and_nothing_is_lost(postgres: Postgres, folders: Iterator[Path]) -> None:
    folder = next(folders)
    score(folder, "rania", 1)
    before = contents(folder)

    def told(url: str) -> str:
        with open_workspace(folder) as workspace, pytest.raises(AnnotatorError) as caught:
            sync(workspace, url)
        assert "for tests only" not in str(caught.value)
        return str(caught.value)

    assert "no hub in this database" in told(postgres.url(SERVER, "hub"))
    assert "refuses this name or password" in told(postgres.url(SERVER, "hub", "wrong"))
    assert "no such database" in told(postgres.url(SERVER, "nowhere"))
    assert "no address of a hub" in told("http://example.org")
    assert "does not protect" in told("postgresql://a:b@example.org/hub?sslmode=disable")
    assert "does not answer" in told("postgresql://a:b@127.0.0.1:1/hub")
    make_hub(postgres.url(OWNER, "hub"))
    admit_server(postgres.url(OWNER, "hub"), SERVER, "8b")
    with connected(read_address(postgres.url(OWNER, "hub"))) as owner:
        owner.run("UPDATE annotator.hub SET version = 99")
    assert "version 99" in told(postgres.url(SERVER, "hub"))
    with connected(read_address(postgres.url(OWNER, "hub"))) as owner:
        owner.run("DROP SCHEMA annotator CASCADE")
    assert contents(folder) == before


@pytest.mark.skipif(
    shutil.which("openssl") is None, reason="openssl is not installed, so there is no certificate"
)
def test_words_go_through_tls_to_the_hub_that_was_meant_and_to_no_other(
    hub: Postgres, folders: Iterator[Path]
) -> None:
    folder = next(folders)
    score(folder, "rania", 2)
    safe = hub.url(SERVER, "hub", host="localhost") + "?sslmode="

    def told(url: str) -> str:
        with open_workspace(folder) as workspace, pytest.raises(AnnotatorError) as caught:
            sync(workspace, url)
        return str(caught.value)

    assert "cannot be trusted, or it speaks no TLS" in told(safe + "require")
    certificate = hub.speak_tls("localhost")
    try:
        # The hub refuses who comes without TLS; we refuse one that nobody vouches for, or of another name.
        assert "refuses this name" in told(hub.url(SERVER, "hub"))
        assert "cannot be trusted" in told(safe + "verify-full")
        assert "cannot be trusted" in told(safe + "verify-ca")
        vouched = f"&sslrootcert={certificate}"
        other_name = hub.url(SERVER, "hub", host="127.0.0.1")
        assert "cannot be trusted" in told(f"{other_name}?sslmode=verify-full{vouched}")
        assert "no certificate that a hub's could rest on" in told(safe + "verify-full&sslrootcert=/nowhere")
        for good in (
            safe + "require",
            safe + "verify-full" + vouched,
            f"{other_name}?sslmode=verify-ca{vouched}",
        ):
            with connected(read_address(good)) as school:
                encrypted = "SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
                assert school.run(encrypted) == [[True, "TLSv1.3"]]
        with open_workspace(folder) as workspace:
            assert (
                sync(workspace, f"{hub.url(SERVER, 'hub', host='localhost')}?sslrootcert={certificate}").sent
                > 2
            )
    finally:
        hub.speak_no_tls()


def test_before_anything_is_taken_in_a_backup_is_made(
    hub: Postgres, folders: Iterator[Path], tmp_path: Path
) -> None:
    one, other = (Path(shutil.copytree(next(folders), tmp_path / name)) for name in ("one", "other"))
    score(one, "rania", 5)
    score(other, "tom", 2)
    exchange(one, hub)
    assert list_backups(one / BACKUPS) == [], "nothing was taken in"
    before = contents(other)["scores"]
    exchange(other, hub)
    (backup,) = list_backups(other / BACKUPS)
    assert backup.judgements >= 2
    (tmp_path / "then").mkdir()
    shutil.copy(backup.path, tmp_path / "then" / FILE_NAME)
    assert contents(tmp_path / "then")["scores"] == before
    exchange(other, hub)
    assert len(list_backups(other / BACKUPS)) == 1, "nothing new, no backup"


@needs_fork
def test_a_server_killed_in_the_middle_of_an_exchange_ends_equal_all_the_same(
    hub: Postgres, folders: Iterator[Path], tmp_path: Path
) -> None:
    one, other = (Path(shutil.copytree(next(folders), tmp_path / name)) for name in ("one", "other"))
    chance, cut_short = random.Random(1), 0
    for number in range(8):
        fill(one, f"rania-{number}", 400)
        fill(other, f"tom-{number}", 400)
        for folder in (one, other):

            def work(confirm: Callable[[str], None], at: Path = folder) -> None:
                exchange(at, hub)
                confirm("done")

            cut_short += not kill_at_random(work, chance, 0.6)
            assert diagnose_folder(folder) == []
    for folder in (one, other, one):
        exchange(folder, hub)
    assert cut_short > 3, "nearly every exchange was done before it was killed"
    assert contents(one) == contents(other)
    assert len(contents(one)["scores"]) == 8 * 2 * 400


def test_five_servers_end_equal_while_the_hub_is_stopped_and_started(
    hub: Postgres, folders: Iterator[Path], tmp_path: Path
) -> None:  # fmt: skip
    """Ten thousand judgements each, exchanged at once, the hub killed again and again meanwhile."""
    servers = [Path(shutil.copytree(next(folders), tmp_path / f"server-{n}")) for n in range(5)]
    for number, folder in enumerate(servers):
        fill(folder, f"student-{number}", 10_000)
    outages = 0
    told: set[str] = set()

    def go_on_until_done(folder: Path) -> None:
        deadline = time.monotonic() + 240
        while time.monotonic() < deadline:
            try:
                with open_workspace(folder) as workspace:
                    sync(workspace, hub.url(SERVER, "hub"))
                return
            except StoreError as problem:
                told.add(problem.message)
                time.sleep(0.2)
        raise AssertionError("the hub was away too long")

    threads = [threading.Thread(target=go_on_until_done, args=(folder,)) for folder in servers]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads) and outages < 4:
        time.sleep(1.5)
        hub.stop()
        outages += 1
        time.sleep(0.3)
        hub.start()
    for thread in threads:
        thread.join()
    for folder in servers:
        go_on_until_done(folder)
    found = [contents(folder) for folder in servers]
    assert outages > 0
    assert told <= {"the hub does not answer.", "the hub is starting.", "the hub is shutting down."}
    assert told, "nobody met an outage"
    assert all(one == found[0] for one in found)
    assert len(found[0]["scores"]) == 50_000
    with connected(read_address(hub.url(OWNER, "hub"))) as owner:
        keys = {key for (key,) in owner.run("SELECT key FROM annotator.rows WHERE kind = 'scores'")}
    assert keys == {row[0] for row in found[0]["scores"]}


def fill(folder: Path, handle: str, times: int) -> None:
    """So many scores at once, by the same statement that records one."""
    with open_workspace(folder) as workspace:
        rater, rubric = ensure_rater(workspace, handle), load_rubric(workspace, "small")
        article = find_article(workspace, "council")
        made = record_score(workspace, rater, article, rubric, "tone", answer=Answer.LEVEL, level=2)
        with workspace.store.writing() as connection:
            row = list(connection.execute("SELECT * FROM scores WHERE id = ?", (made.id,)).fetchone())
            marks = ", ".join("?" for _ in row)
            for step in range(1, times):
                connection.execute(
                    f"INSERT INTO scores VALUES ({marks})", [workspace.new_id(), row[1] + step, *row[2:]]
                )
