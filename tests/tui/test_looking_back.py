"""Looking back: what is shown of others, to whom, and from when on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.errors import JudgementError
from annotator.model.articles import Article
from annotator.model.judgements import Answer, Rater, Role
from annotator.model.rubrics import Rubric
from annotator.store import raters, settings
from annotator.tui.app import AnnotatorApp
from annotator.workbench.looking_back import is_released, look_back, release
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import cite, ensure_rater, record_score
from annotator.workbench.reading import article, list_articles
from tests.tui.conftest import open_article, screen, wait


def read(workspace: Workspace) -> Article:
    rows = list_articles(workspace, None, None)
    return article(workspace, next(row.id for row in rows if "Over Alleged" in row.title))


def judge(workspace: Workspace, rater: Rater, rubric: Rubric, level: int, words: str, note: str = "") -> None:
    text = read(workspace)
    start = text.text.index(words)
    for criterion in rubric.criteria:
        record_score(
            workspace, rater, text, rubric, criterion.id, answer=Answer.LEVEL, level=level,
            note=note, evidence=[cite(text, start, start + len(words))],
        )  # fmt: skip


def teacher(workspace: Workspace) -> Rater:
    made = ensure_rater(workspace, "Ms Rossi")
    with workspace.store.writing() as connection:
        raters.update_rater(connection, replace(made, role=Role.TEACHER))
    return replace(made, role=Role.TEACHER)


async def test_own_answers_stand_beside_key_and_class_without_names(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric
) -> None:
    judge(workspace, teacher(workspace), rubric, 2, "scummy", "The word judges.")
    for handle, level in (("asha", 2), ("tomo", 3), ("lena", 2)):
        judge(workspace, ensure_rater(workspace, handle), rubric, level, "allegedly")
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("p")
        await wait(pilot)
        assert "8 of 8 have no answer" in screen(app), "before judging nothing is shown"
        assert "allegedly" not in "\n".join(screen(app).splitlines()[2:])
        await pilot.press("escape")
        judge(workspace, rater, rubric, 4, "Million")
        await pilot.press("p")
        await wait(pilot)
        shown = screen(app)
        assert "You differ most on" in shown and "● you" in shown and "3 others" in shown
        profile = next(line for line in shown.splitlines() if "Tone and loaded" in line)
        assert "◆" in profile.split("3")[0] and "●" in profile.split("4")[1], "key at 2, I at 4"
        await pilot.press("end")
        await wait(pilot)
        shown = screen(app)
        assert "“scummy”" in shown and "“allegedly”" in shown and "2 steps above the key" in shown
        for name in ("asha", "tomo", "lena", "Rossi"):
            assert name not in shown
    logged = workspace.store.rows("SELECT what FROM reveals WHERE rater = ?", (rater.id,))
    assert logged == [("others",)], "that others' answers were seen is on the disk"


def test_in_a_class_the_teacher_releases_it(workspace: Workspace, rater: Rater, rubric: Rubric) -> None:
    judge(workspace, ensure_rater(workspace, "asha"), rubric, 2, "scummy")
    judge(workspace, rater, rubric, 4, "Million")
    assert is_released(workspace, rater), "without a class list nobody holds anything back"
    settings.put(workspace.store, "roster", "yes")
    with pytest.raises(JudgementError, match="released"):
        look_back(workspace, rater, read(workspace), rubric)
    release(workspace)
    found = look_back(workspace, rater, read(workspace), rubric)
    assert found[0].others == 1 and found[0].from_others == 2


async def test_a_hand_in_from_the_library_ends_in_looking_back(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, rubric: Rubric
) -> None:
    judge(workspace, rater, rubric, 4, "Million")
    async with app.run_test(size=(100, 30)) as pilot:
        await wait(pilot)
        await pilot.press("h", "enter")
        await wait(pilot)
        assert (workspace.folder / "rania.json").is_file()
        assert "Looking back" in screen(app) and "Nobody else's answers" in screen(app)
        await pilot.press("escape")
        await wait(pilot)
        assert "annotator" in screen(app).splitlines()[0]
