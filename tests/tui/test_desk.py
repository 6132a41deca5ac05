from __future__ import annotations

from annotator.model.judgements import Answer, Rater
from annotator.model.rubrics import Rubric
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.desk import DeskScreen
from annotator.workbench.opening import Workspace, open_workspace
from annotator.workbench.rating import current_scores, ensure_rater, load_draft, verdicts
from tests.tui.conftest import open_article, screen, wait


def desk_of(app: AnnotatorApp) -> DeskScreen:
    assert isinstance(app.screen, DeskScreen)
    return app.screen


async def test_a_digit_scores_at_once_and_moves_on(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        article = await open_article(pilot, "Over Alleged")
        await pilot.press("full_stop", "e", "2")
        await wait(pilot)
        with open_workspace(workspace.folder) as other:
            # Another connection sees it: it is on the disk, not in this app's memory.
            score = current_scores(other, ensure_rater(other, "rania"), article, rubric)[
                rubric.criteria[0].id
            ]
        assert (score.answer, score.level, score.evidence[0].quote) == (Answer.LEVEL, 2, "Alleged")
        assert score.evidence[0].signal == "hedge" and score.conditions.signals
        assert desk_of(app).judging.criterion == rubric.criteria[1]
        assert f"saved {score.at[11:16]}" in screen(app) and "1 of 8 scored" in screen(app)


async def test_a_score_that_needs_evidence_waits_and_says_for_what(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        article = await open_article(pilot, "Over Alleged")
        await pilot.press("3")
        await wait(pilot)
        assert "Level 3 waits" in screen(app)
        assert current_scores(workspace, rater, article, rubric) == {}
        await pilot.press("a", *"no source", "enter")
        await wait(pilot)
        (score,) = current_scores(workspace, rater, article, rubric).values()
        assert (score.level, score.evidence[0].absent) == (3, "no source")


async def test_words_are_selected_by_key_and_cited(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        article = await open_article(pilot, "Over Alleged")
        await pilot.press("v", "right", "right", "shift+right", "enter", "1")
        await wait(pilot)
        (score,) = current_scores(workspace, rater, article, rubric).values()
        evidence = score.evidence[0]
        assert evidence.quote == "Pay $92" == article.text[evidence.start : evidence.end]
        await pilot.press("v", "s", "enter", "2")
        await wait(pilot)
        second = current_scores(workspace, rater, article, rubric)[rubric.criteria[1].id]
        assert second.evidence[0].quote == "TikTok to Pay $92 Million Over Alleged Privacy Violations"


async def test_words_are_selected_with_the_mouse(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        pane = desk_of(app).pane
        left = pane._left
        await pilot.mouse_down("#article", offset=(left + 1, 1))
        await pilot.hover("#article", offset=(left + 12, 1))
        await pilot.mouse_up("#article", offset=(left + 12, 1))
        await pilot.press("e")
        await wait(pilot)
        assert [one.quote for one in desk_of(app).judging.quotes] == ["TikTok to Pay"]


async def test_a_click_on_a_finding_explains_it(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        article = await open_article(pilot, "Over Alleged")
        desk = desk_of(app)
        line = desk.pane.lines[0]
        await pilot.click(
            "#article", offset=(desk.pane._left + article.text.index("Alleged") - line.start, 1)
        )
        await wait(pilot)
        assert desk.noticing.chosen is not None and desk.noticing.chosen.signal == "hedge"
        assert "leaves open" in screen(app)


async def test_undo_goes_back_across_articles_and_redo_forward(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        first = await open_article(pilot, "Over Alleged")
        await pilot.press("0")
        await pilot.press("escape")
        second = await open_article(pilot, "Compensation")
        await pilot.press("0", "0", "u", "u")
        await wait(pilot)
        assert current_scores(workspace, rater, second, rubric) == {}
        await pilot.press("u")
        await wait(pilot)
        assert desk_of(app).article.id == first.id, "the article of the judgement is on the desk"
        assert current_scores(workspace, rater, first, rubric) == {}
        await pilot.press("ctrl+r", "ctrl+r")
        await wait(pilot)
        assert len(current_scores(workspace, rater, first, rubric)) == 1
        assert len(current_scores(workspace, rater, second, rubric)) == 1


async def test_a_half_written_note_is_kept(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        article = await open_article(pilot, "Over Alleged")
        await pilot.press("n", *"[/end] of 3")
        await pilot.pause(0.6)
        draft = load_draft(workspace, rater, article, rubric, rubric.criteria[0].id)
        assert draft is not None and draft.note == "[/end] of 3", "before anybody said done"
        await pilot.press("escape", "0")
        await wait(pilot)
        (score,) = current_scores(workspace, rater, article, rubric).values()
        assert (score.answer, score.note) == (Answer.CANNOT_JUDGE, "[/end] of 3")


async def test_signals_are_hidden_and_shown_by_their_letter(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        desk = desk_of(app)
        await pilot.press("H")
        assert {finding.signal for finding in desk.noticing.shown} == {"loaded"}
        await pilot.press("shift+tab", "space")
        await wait(pilot)
        assert desk.noticing.shown == (), "space hides the signal under the cursor"


async def test_a_finding_can_be_called_right_or_wrong(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        article = await open_article(pilot, "Over Alleged")
        await pilot.press("full_stop", "x")
        await wait(pilot)
        assert list(verdicts(workspace, rater, article).values()) == ["no"]
        assert "you: wrong" in screen(app)
        await pilot.press("x")
        await wait(pilot)
        assert not verdicts(workspace, rater, article)


async def test_a_narrow_desk_keeps_the_criterion_at_its_foot_and_slides_panes_in(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_article(pilot, "Over Alleged")
        lines = screen(app).splitlines()
        assert "a. Headline and body" in lines[-3]
        assert "1 Misleads" in lines[-2] and "0 cannot judge" in lines[-2]
        assert desk_of(app).pane.size.width == 80
        await pilot.press("tab")
        await wait(pilot)
        assert "Does the headline say" in "\n".join(screen(app).splitlines()[:-3])
        await pilot.press("tab")
        await wait(pilot)
        assert "Loaded words" in screen(app)
        await pilot.press("escape")
        await wait(pilot)
        assert "Loaded words" not in screen(app)


async def test_the_reading_column_never_grows_past_75_cells(app: AnnotatorApp) -> None:
    async with app.run_test(size=(200, 50)) as pilot:
        article = await open_article(pilot, "Compensation")
        widths = [line.end - line.start for line in desk_of(app).pane.lines]
        assert 70 < max(widths) <= 75
        assert "e.g." in screen(app), "the room is used for examples"
        assert article.text.startswith("1. TiktokhereHome")


async def test_a_terminal_too_small_says_so_and_comes_back_in_mid_note(app: AnnotatorApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("n", *"half a no")
        await pilot.resize_terminal(20, 5)
        await wait(pilot)
        assert "annotator needs at\nleast 60 x 15." in screen(app)
        await pilot.press("x")
        await pilot.resize_terminal(80, 24)
        await wait(pilot)
        await pilot.press(*"te")
        await wait(pilot)
        assert desk_of(app).judging.note == "half a note"


async def test_the_next_article_is_one_key_away(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("right_curly_bracket")
        await wait(pilot)
        assert "Compensation" in desk_of(app).article.title and "5 of 5" in screen(app)
        await pilot.press("right_curly_bracket")
        await wait(pilot)
        assert "Compensation" in desk_of(app).article.title
