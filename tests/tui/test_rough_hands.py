"""Rough handling: files that change, windows twice, pastes without end, articles that vanish."""

from __future__ import annotations

import sqlite3

import pytest
from textual import events
from textual.geometry import Region
from textual.pilot import Pilot

from annotator.model.articles import Article
from annotator.model.judgements import Rater
from annotator.model.rubrics import Rubric
from annotator.tui.app import AnnotatorApp
from annotator.workbench.drafting import Draft
from annotator.workbench.opening import FILE_NAME, Workspace, open_workspace
from annotator.workbench.rating import LONGEST_NOTE, current_scores, load_draft, load_place
from tests.tui.conftest import open_article, screen, wait
from tests.tui.test_desk import desk_of


def told(app: AnnotatorApp) -> list[str]:
    return [one.message for one in app._notifications]


async def test_two_windows_of_one_rater_lose_nothing(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric
) -> None:
    first = rubric.criteria[0].id
    with open_workspace(workspace.folder) as elsewhere:
        other = AnnotatorApp(elsewhere, rater)
        async with app.run_test(size=(120, 40)) as pilot:
            article = await open_article(pilot, "Over Alleged")
            await pilot.press("n", *"mine")
            await pilot.pause(0.6)
            async with other.run_test(size=(120, 40)) as second:
                await wait(second)
                assert desk_of(other).article.id == article.id, "the second window opens at the same place"
                await second.press("n", *" and theirs", "escape", "0")
                await wait(second)
            await pilot.press("escape", "full_stop", "e", "3")
            await wait(pilot)
            assert any("Another window" in words and "cannot judge" in words for words in told(app))
    rows = workspace.store.rows(
        "SELECT answer, level, note FROM scores WHERE criterion = ? ORDER BY clock", (first,)
    )
    assert [row[:2] for row in rows] == [("cannot-judge", None), ("level", 3)], "both judgements are kept"
    assert all("mine" in row[2] for row in rows) and "theirs" in rows[0][2]


async def kept(
    pilot: Pilot[None], workspace: Workspace, rater: Rater, article: Article, rubric: Rubric, words: str
) -> Draft | None:
    """The draft once it holds these words: after half a second of rest, on a busy machine later."""
    draft = None
    for _ in range(80):
        await pilot.pause(0.1)
        draft = load_draft(workspace, rater, article, rubric, rubric.criteria[0].id)
        if draft is not None and words in draft.note:
            break
    return draft


async def test_two_half_written_notes_are_both_kept(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric
) -> None:
    with open_workspace(workspace.folder) as elsewhere:
        other = AnnotatorApp(elsewhere, rater)
        async with app.run_test(size=(120, 40)) as pilot:
            article = await open_article(pilot, "Over Alleged")
            for _ in range(80):
                # The second window opens where the first one is, once that is written down.
                if load_place(workspace, rater):
                    break
                await pilot.pause(0.1)
            async with other.run_test(size=(120, 40)) as second:
                await wait(second)
                assert desk_of(other).article.id == article.id
                await second.press("n", *"theirs")
                await kept(second, workspace, rater, article, rubric, "theirs")
                await pilot.press("n", *"mine")
                draft = await kept(pilot, workspace, rater, article, rubric, "mine")
                assert draft is not None and "mine" in draft.note and "theirs" in draft.note
                assert any("another window" in words for words in told(app))


async def test_a_pasted_megabyte_is_cut_with_a_sentence(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("n", *"so: ")
        pad = app.screen.query_one("#note")
        pad.post_message(events.Paste("x\x1b[31m [/red] " * 80_000))
        await wait(pilot)
        assert any("20,000" in words for words in told(app))
        await pilot.press("escape", "0")
        await wait(pilot)
        note = desk_of(app).judging.scores["headline"].note
        assert note.startswith("so: x") and len(note) <= LONGEST_NOTE
        await pilot.press("left_square_bracket")
        await wait(pilot)
        assert "\x1b" not in screen(app)


async def test_an_article_deleted_under_an_open_desk_ends_in_a_sentence(
    app: AnnotatorApp, workspace: Workspace
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        article = await open_article(pilot, "Over Alleged")
        _delete(workspace, article.id)
        said: list[str] = []
        for keys in (("0",), ("full_stop", "y"), ("n", "x", "escape"), ("t", "a", "enter"), ("R", "escape")):
            await pilot.press(*keys)
            await wait(pilot)
            # A message goes after a while, and this takes long on a busy machine.
            said += told(app)
        await pilot.press("full_stop", "e", "2", "u", "right_curly_bracket")
        await wait(pilot)
        assert any("not in this workspace" in words for words in said)
        await pilot.press("escape", "escape")
        await wait(pilot)
        assert "4" in screen(app), "the library lists what is left"


def _delete(workspace: Workspace, article: str) -> None:
    connection = sqlite3.connect(workspace.folder / FILE_NAME)
    with connection:
        connection.execute("DELETE FROM articles WHERE id = ?", (article,))
    connection.close()


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (80, 24)])
async def test_a_note_survives_any_size_of_the_terminal(app: AnnotatorApp, size: tuple[int, int]) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("n", *"half")
        await pilot.resize_terminal(*size)
        await wait(pilot)
        await pilot.resize_terminal(120, 40)
        await wait(pilot)
        await pilot.press(*" a note", "escape", "0")
        await wait(pilot)
        assert desk_of(app).judging.scores["headline"].note == "half a note"


async def test_a_rubric_changed_on_the_disk_is_told_and_scores_keep_their_words(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric
) -> None:
    file = workspace.folder / "rubrics" / "core.yaml"
    file.parent.mkdir()
    file.write_text(rubric.source, "utf-8")
    async with app.run_test(size=(120, 40)) as pilot:
        article = await open_article(pilot, "Over Alleged")
        await pilot.press("0")
        changed = rubric.source.replace("Misleads", "Leads astray")
        for words, said in (
            (changed, "You go on with the words you began with"),
            ("format: [", "cannot be read"),
        ):
            file.write_text(words, "utf-8")
            desk_of(app).look_at_rubric_file()
            await wait(pilot)
            assert any(said in one for one in told(app))
        file.unlink()
        desk_of(app).look_at_rubric_file()
        await wait(pilot)
        assert any("is gone" in one for one in told(app))
        number = len(told(app))
        desk_of(app).look_at_rubric_file()
        assert len(told(app)) == number, "each change is told once"
        await pilot.press("0")
        await wait(pilot)
    assert len(current_scores(workspace, rater, article, rubric)) == 2, "both under the words they began with"
    file.write_text(changed, "utf-8")
    again = AnnotatorApp(workspace, rater)
    async with again.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await pilot.press("r", "end")
        await wait(pilot)
        assert "2 scores" in screen(again), "the reader says which scores were given under which version"


async def test_a_note_that_is_closed_can_still_be_asked_for_its_picture(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("n", *"half")
        pad = app.screen.query_one("#note")
        await pilot.press("escape")
        await wait(pilot)
        # A picture that was begun before the pad was gone: Textual draws from the map of that moment.
        strips = pad.render_lines(Region(0, 0, 10, 2))
        assert [strip.text for strip in strips] == [" " * 10] * 2
