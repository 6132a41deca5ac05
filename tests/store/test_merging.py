"""Two workspaces made one: the law that it is a set union, and what is listed instead of guessed."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.errors import AnnotatorError, InputError, StoreError
from annotator.model.articles import Article, article_id
from annotator.model.judgements import Answer, Conditions, Evidence, Rater, Score, Verdict
from annotator.model.rubrics import Rubric
from annotator.model.spans import Span
from annotator.store import Store, articles, open_store, raters, rubrics, schema, scores, uuid7, verdicts
from annotator.store.forgetting import forget_rater
from annotator.store.merging import merge_judgements

NewFile = Callable[[str], Path]
Deed: TypeAlias = tuple[Any, ...]

TEXTS = [f"The council met on day {number} and took a decision.\n" for number in range(3)]
STORIES = [
    Article(article_id("gazette", text), text, "en", Span(0, 3), "The", "gazette", "council")
    for text in TEXTS
]
PEOPLE = [Rater(uuid7(number), name) for number, name in enumerate(("rania", "tomo", "asha"), 1)]
SOURCE = "id: core"
RUBRIC = Rubric("core", "1", {}, {}, (), "", SOURCE, hashlib.sha256(SOURCE.encode()).hexdigest())

TABLES = (
    "tombstones", "outlets", "stories", "texts", "raters", "rubrics", "assignments", *schema.JUDGEMENTS,
    "current_scores",
)  # fmt: skip


def state(store: Store) -> dict[str, frozenset[tuple[Any, ...]]]:
    """Everything two workspaces can have in common."""
    found = {table: frozenset(store.rows(f"SELECT * FROM {table}")) for table in TABLES}
    found["articles"] = frozenset(row[1:] for row in store.rows("SELECT * FROM articles"))
    return found


def begin(path: Path) -> None:
    """What all pupils get: the articles, the raters, the rubric."""
    with open_store(path) as store:
        articles.add_articles(store, [(article, 10) for article in STORIES])
        with store.writing() as connection:
            rubrics.keep(connection, RUBRIC)
            for rater in PEOPLE:
                raters.insert_rater(connection, rater)


def score(store: Store, rater: int, article: int, level: int) -> Score | None:
    with store.writing() as connection:
        if not raters.with_name(store, PEOPLE[rater].id):
            return None
        text = STORIES[article].text
        made = Score(
            uuid7(level), PEOPLE[rater].id, STORIES[article].id, RUBRIC.digest, "tone", Answer.LEVEL,
            level, "", Conditions(), "now", scores.next_clock(connection),
            (Evidence(0, level, text[:level], "", ""),),
        )  # fmt: skip
        scores.append(connection, made, [uuid7(0)])
    return made


def judge_otherwise(store: Store, rater: int, article: int, table: str) -> None:
    person, text = PEOPLE[rater].id, STORIES[article].id
    if not raters.with_name(store, person):
        return
    with store.writing() as connection:
        key, clock = uuid7(0), scores.next_clock(connection)
        if table == "verdicts":
            verdicts.append(
                connection, key, clock, "now", Verdict(person, text, "hedge", "1", 0, 3, "the", "yes")
            )
            return
        row: dict[str, tuple[object, ...]] = {
            "highlights": (key, clock, person, text, 0, 3, "The", "", "", "", "", "", "now"),
            "reveals": (key, clock, person, text, "outlet", "now"),
            "resolutions": (key, clock, person, text, RUBRIC.digest, "tone", "level", 2, "why", "now"),
            "assignments": (key, person, text, RUBRIC.digest, 1, "open", "now", ""),
            "rounds": (key, clock, person, text, RUBRIC.digest, "tone", "open", "", "now"),
            "votes": (key, clock, person, text, RUBRIC.digest, "tone", "level", 2, "", key, key, "now"),
        }
        marks = ", ".join("?" * len(row[table]))
        connection.execute(f"INSERT INTO {table} VALUES ({marks})", row[table])


def act(store: Store, deed: Deed) -> None:
    kind, *rest = deed
    if kind == "score":
        score(store, *rest)
    elif kind == "forget":
        forget_rater(store, PEOPLE[rest[0]].id, f"day {rest[1]}")
    elif kind == "article":
        text = f"A new report, number {rest[0]}.\n"
        news = Article(article_id("herald", text), text, "en", Span(0, 1), "A", "herald", "harbour")
        articles.add_articles(store, [(news, 5)])
    elif kind == "rater":
        with store.writing() as connection:
            raters.insert_rater(connection, Rater(uuid7(rest[0]), f"guest {rest[0]}"))
    else:
        judge_otherwise(store, rest[0], rest[1], kind)


OTHERS = ("verdicts", "highlights", "reveals", "resolutions", "assignments", "rounds", "votes")
person, article = st.integers(0, 1), st.integers(0, 1)
deeds = st.lists(
    st.one_of(
        st.tuples(st.just("score"), person, article, st.integers(1, 4)),
        st.tuples(st.just("score"), person, article, st.integers(1, 4)),
        st.tuples(st.sampled_from(OTHERS), person, article),
        st.tuples(st.just("forget"), person, st.integers(1, 9)),
        st.tuples(st.just("article"), st.integers(0, 2)),
        st.tuples(st.just("rater"), st.integers(0, 1)),
    ),
    max_size=8,
)  # fmt: skip


@pytest.fixture(scope="module")
def class_pack(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = Path(shutil.copy(empty_file, tmp_path_factory.mktemp("pack") / "pack.db"))
    begin(path)
    return path


def united(folder: Path, name: str, first: Path, *others: Path) -> Path:
    """A new workspace: the first one with the others merged in, in this order."""
    path = Path(shutil.copy(first, folder / f"{name}.db"))
    with open_store(path) as store:
        for other in others:
            merge_judgements(store, other)
    return path


def read(path: Path) -> dict[str, frozenset[tuple[Any, ...]]]:
    with open_store(path) as store:
        return state(store)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(work=st.tuples(deeds, deeds, deeds))
def test_merging_is_a_set_union(class_pack: Path, work: Sequence[Sequence[Deed]]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        a, b, c = (Path(shutil.copy(class_pack, folder / f"{pupil}.db")) for pupil in "abc")
        for path, deeds_of_one in zip((a, b, c), work, strict=True):
            with open_store(path) as store:
                for deed in deeds_of_one:
                    act(store, deed)
        ab, ba = united(folder, "ab", a, b), united(folder, "ba", b, a)
        bc = united(folder, "bc", b, c)
        assert read(ab) == read(ba), "commutative"
        assert read(united(folder, "ab-c", ab, c)) == read(united(folder, "a-bc", a, bc)), "associative"
        assert read(united(folder, "aa", a, a)) == read(a), "idempotent"
        assert read(united(folder, "abba", ab, b, a)) == read(ab), "idempotent after a merge"


@pytest.fixture
def pair(class_pack: Path, tmp_path: Path) -> tuple[Path, Path]:
    first, second = (Path(shutil.copy(class_pack, tmp_path / f"{name}.db")) for name in ("first", "second"))
    return first, second


def test_a_merge_says_what_it_brought(pair: tuple[Path, Path]) -> None:
    ours, theirs = pair
    with open_store(theirs) as store:
        score(store, 0, 0, 3)
        score(store, 1, 0, 2)
    with open_store(ours) as store:
        merged = merge_judgements(store, theirs)
        assert merged.added == {"scores": 2, "evidence": 2}
        assert merged.conflicts == ()
        assert store.row("SELECT count(*) FROM current_scores") == (2,)
        assert merge_judgements(store, theirs).added == {}


def test_a_clock_that_is_two_hours_wrong_does_not_decide_what_is_current(pair: tuple[Path, Path]) -> None:
    ours, theirs = pair
    with open_store(ours) as store:
        score(store, 0, 0, 1)
    with open_store(theirs) as store:
        merge_judgements(store, ours)
        later = score(store, 0, 0, 4)
        assert later is not None
        assert later.order == 2
    with open_store(ours) as store:
        merge_judgements(store, theirs)
        assert store.rows("SELECT level FROM current_scores") == [(4,)]


def test_two_raters_with_one_handle_are_listed_and_both_kept(pair: tuple[Path, Path]) -> None:
    ours, theirs = pair
    for path in pair:
        with open_store(path) as store, store.writing() as connection:
            raters.insert_rater(connection, Rater(uuid7(0), "kim"))
    with open_store(ours) as store:
        (conflict,) = merge_judgements(store, theirs).conflicts
        assert (conflict.what, conflict.key) == ("raters", "kim")
        assert len(raters.with_name(store, "kim")) == 2


def without_rules(path: Path, *statements: str) -> None:
    """What a dishonest program would do to a file: change it behind the triggers, then put them back."""
    with open_store(path) as store:
        rules = store.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        store.connection.execute("PRAGMA foreign_keys = OFF")
        for name, _ in rules:
            store.connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            store.connection.execute(statement)
        for _, sql in rules:
            store.connection.execute(sql)


def test_a_judgement_that_was_changed_is_listed_and_ours_stays(pair: tuple[Path, Path]) -> None:
    ours, theirs = pair
    with open_store(ours) as store:
        made = score(store, 0, 0, 1)
        assert made is not None
    shutil.copy(ours, theirs)
    without_rules(theirs, "UPDATE scores SET level = 4")
    with open_store(ours) as store:
        merged = merge_judgements(store, theirs)
        assert [(conflict.what, conflict.key) for conflict in merged.conflicts] == [("scores", made.id)]
        assert store.rows("SELECT level FROM scores") == [(1,)]


def test_an_article_whose_text_differs_is_listed_and_stays_out_with_its_scores(
    pair: tuple[Path, Path],
) -> None:
    ours, theirs = pair
    with open_store(theirs) as store:
        act(store, ("article", 1))
        key = store.rows("SELECT id FROM articles WHERE outlet = 'herald'")[0][0]
        with store.writing() as connection:
            connection.execute(
                "INSERT INTO reveals VALUES ('k', 9, ?, ?, 'outlet', 'now')", (PEOPLE[0].id, key)
            )
    without_rules(theirs, "UPDATE texts SET text = 'Something else' WHERE text LIKE 'A new report%'")
    with open_store(ours) as store:
        merged = merge_judgements(store, theirs)
        assert [(conflict.what, conflict.key) for conflict in merged.conflicts] == [("articles", key)]
        assert store.rows("SELECT id FROM articles WHERE outlet = 'herald'") == []
        assert store.rows("SELECT id FROM reveals") == []
        assert len(store.rows("SELECT fingerprint FROM texts")) == len(TEXTS)


def test_evidence_added_behind_a_raters_back_stays_out(pair: tuple[Path, Path]) -> None:
    ours, theirs = pair
    with open_store(ours) as store:
        made = score(store, 0, 0, 1)
        assert made is not None
    shutil.copy(ours, theirs)
    with open_store(theirs) as store:
        store.connection.execute(
            "INSERT INTO evidence VALUES ('forged', ?, 1, 0, 3, 'The', '', '', '', '')", (made.id,)
        )
    with open_store(ours) as store:
        merge_judgements(store, theirs)
        assert store.row("SELECT count(*) FROM evidence") == (1,)


def test_who_was_forgotten_does_not_come_back(pair: tuple[Path, Path]) -> None:
    ours, theirs = pair
    with open_store(theirs) as store:
        score(store, 0, 0, 3)
        score(store, 1, 0, 3)
    with open_store(ours) as store:
        forget_rater(store, PEOPLE[0].id, "today")
        merge_judgements(store, theirs)
        assert raters.with_name(store, "rania") == []
        assert store.rows("SELECT rater FROM scores") == [(PEOPLE[1].id,)]


def test_who_is_forgotten_elsewhere_is_forgotten_here(pair: tuple[Path, Path]) -> None:
    ours, theirs = pair
    with open_store(ours) as store:
        score(store, 0, 0, 3)
    with open_store(theirs) as store:
        forget_rater(store, PEOPLE[0].id, "today")
    with open_store(ours) as store:
        merge_judgements(store, theirs)
        assert store.rows("SELECT * FROM scores UNION ALL SELECT * FROM scores") == []
        assert raters.with_name(store, "rania") == []


def test_who_was_forgotten_on_two_days_was_forgotten_on_the_earlier(pair: tuple[Path, Path]) -> None:
    for path, day in zip(pair, ("2026-11-22", "2026-11-20"), strict=True):
        with open_store(path) as store:
            forget_rater(store, PEOPLE[0].id, day)
    ours, theirs = pair
    with open_store(ours) as store:
        merge_judgements(store, theirs)
        assert store.rows("SELECT at FROM tombstones") == [("2026-11-20",)]


def test_no_word_of_a_forgotten_rater_is_left_in_the_file(pair: tuple[Path, Path]) -> None:
    path = pair[0]
    with open_store(path) as store:
        with store.writing() as connection:
            connection.execute(
                "INSERT INTO highlights VALUES ('k', 1, ?, ?, 0, 3, 'The', '', '', '', 'a secret', '', '')",
                (PEOPLE[2].id, STORIES[0].id),
            )
        forget_rater(store, PEOPLE[2].id, "today")
        files = [other.read_bytes() for other in path.parent.glob(f"{path.name}*")]
    assert not any(b"a secret" in content or b"asha" in content for content in files)


def another_program(path: Path) -> None:
    import sqlite3

    path.unlink()
    other = sqlite3.connect(path)
    other.executescript("CREATE TABLE birds (name)")
    other.close()


def dangling(path: Path) -> None:
    row = "('k', 1, 'nobody', 'nothing', 'nil', 'tone', 'level', 3, '', '', 1, 1, 0, 'now')"
    without_rules(path, f"INSERT INTO scores VALUES {row}")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (Path.unlink, "no such file"),
        (lambda path: path.write_bytes(b"Dear diary" * 100), "not a database"),
        (another_program, "another program"),
        (lambda path: path.write_bytes(path.read_bytes()[:-40_000]), "damaged"),
        (dangling, "do not fit together"),
    ],
    ids=["missing", "no database", "another program", "cut", "dangling"],
)
def test_a_file_that_cannot_be_merged_is_refused_whole(
    pair: tuple[Path, Path], spoil: Callable[[Path], object], message: str
) -> None:
    ours, theirs = pair
    with open_store(theirs) as store:
        score(store, 0, 0, 3)
    spoil(theirs)
    with open_store(ours) as store:
        before = state(store)
        with pytest.raises(AnnotatorError, match=message) as caught:
            merge_judgements(store, theirs)
        assert isinstance(caught.value, InputError | StoreError)
        assert state(store) == before
        score(store, 0, 0, 2)


def test_a_view_in_place_of_a_table_is_refused(pair: tuple[Path, Path]) -> None:
    ours, theirs = pair
    with open_store(theirs) as store:
        rules = store.rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        for (name,) in rules:
            store.connection.execute(f"DROP TRIGGER {name}")
        store.connection.execute("ALTER TABLE reveals RENAME TO hidden")
        store.connection.execute("CREATE VIEW reveals AS SELECT * FROM hidden")
    with open_store(ours) as store, pytest.raises(StoreError, match="not ours"):
        merge_judgements(store, theirs)
