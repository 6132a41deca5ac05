from __future__ import annotations

from annotator.model.judgements import Answer
from annotator.model.rubrics import Rubric
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.compare import CompareScreen
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import cite, ensure_rater, record_score
from annotator.workbench.reading import article, list_articles
from tests.tui.conftest import screen, wait


def score_all(workspace: Workspace, rubric: Rubric, words: str, levels: list[int]) -> None:
    row = next(row for row in list_articles(workspace, None, None) if words in row.title)
    read = article(workspace, row.id)
    for number, level in enumerate(levels):
        record_score(
            workspace,
            ensure_rater(workspace, f"student-{number}"),
            read,
            rubric,
            rubric.criteria[0].id,
            answer=Answer.LEVEL,
            level=level,
            note="[a] note",
            evidence=[cite(read, *read.headline)],
        )


async def test_outlets_stand_side_by_side(app: AnnotatorApp, workspace: Workspace, rubric: Rubric) -> None:
    score_all(workspace, rubric, "Over Alleged", [1, 2, 2, 3])
    score_all(workspace, rubric, "Compensation", [4, 4])
    async with app.run_test(size=(140, 40)) as pilot:
        await wait(pilot)
        await pilot.press("c")
        await wait(pilot)
        assert isinstance(app.screen, CompareScreen)
        (row,) = [line for line in screen(app).splitlines() if line.strip().startswith("Headline and body")]
        assert "2.0" in row and "├" in row and "too few (2)" in row
        assert "4 raters" in screen(app)


async def test_enter_shows_the_words_behind_a_cell_without_names(
    app: AnnotatorApp, workspace: Workspace, rubric: Rubric
) -> None:
    score_all(workspace, rubric, "Over Alleged", [1, 2, 2, 3])
    async with app.run_test(size=(140, 40)) as pilot:
        await wait(pilot)
        await pilot.press("c")
        await wait(pilot)
        assert isinstance(app.screen, CompareScreen) and app.screen._scores
        outlets = [outlet.name for outlet in app.screen._scores.outlets]
        await pilot.press(*["right"] * outlets.index("Techtrendske"))
        await wait(pilot)
        assert "Techtrendske  Headline and body · 4 scores" in screen(app)
        await pilot.press("enter")
        await wait(pilot)
        shown = screen(app)
        assert "“TikTok to Pay $92 Million" in shown and "[a] note" in shown
        assert "student-1" not in shown
        await pilot.press("escape", "escape")
        await wait(pilot)
        assert not isinstance(app.screen, CompareScreen)


async def test_tab_turns_to_the_signals(app: AnnotatorApp) -> None:
    async with app.run_test(size=(140, 40)) as pilot:
        await wait(pilot)
        await pilot.press("c", "tab")
        await wait(pilot)
        shown = screen(app)
        assert "per 1,000 words" in shown and "L Loaded words" in shown and "▬" in shown
        assert "not available" in shown, "a signal that cannot answer is not zero"


async def test_scores_are_looked_at_in_other_ways_by_one_key_each(
    app: AnnotatorApp, workspace: Workspace, rubric: Rubric
) -> None:
    score_all(workspace, rubric, "Over Alleged", [1, 2, 2, 3, 1, 2, 1])
    score_all(workspace, rubric, "Compensation", [4, 4, 3, 4, 2, 4, 3])

    def row(words: str = "Headline and body") -> str:
        return next(line for line in screen(app).splitlines() if line.strip().startswith(words))

    async with app.run_test(size=(140, 40)) as pilot:
        await wait(pilot)
        await pilot.press("c")
        await wait(pilot)
        await pilot.press("n")
        assert "n7" in row() and "━" in row()
        await pilot.press("n", "m")
        await wait(pilot)
        assert "1.71 → " in row() and "3.43 → " in row()
        await pilot.press("d")
        assert "1█ 2█ 3▃ 4·" in row()
        await pilot.press("d", "p")
        await wait(pilot)
        assert "from " in screen(app) and "mean difference" in screen(app)
        await pilot.press("p", "b", "b")
        await wait(pilot)
        assert "open · Headline" in screen(app)


async def test_little_data_is_told_above_the_table(
    app: AnnotatorApp, workspace: Workspace, rubric: Rubric
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        await pilot.press("c")
        await wait(pilot)
        assert "Nobody has scored these articles by the rubric core 1.0 yet." in screen(app)
        assert "nan" not in screen(app).split()
        await pilot.press("escape")
        score_all(workspace, rubric, "Over Alleged", [2])
        await pilot.press("c")
        await wait(pilot)
        assert "Only one rater has scored here." in screen(app)
        await pilot.press("m")
        await wait(pilot)
        assert "too few (1)" in screen(app)
