"""Words marked freely on the desk, beside findings and evidence."""

from __future__ import annotations

from annotator.model.judgements import Rater
from annotator.model.modes import Mode
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.desk import DeskScreen
from annotator.workbench.blinding import set_mode
from annotator.workbench.highlighting import add_highlight, highlights_of
from annotator.workbench.opening import Workspace
from tests.tui.conftest import open_article, screen, wait


async def test_selected_words_get_a_label_and_a_note(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        read = await open_article(pilot, "Over Alleged")
        await pilot.press("v", "shift+right", "t", *"[odd] start: says little", "enter")
        await wait(pilot)
        (one,) = highlights_of(workspace, rater, read)
        assert (one.quote, one.label, one.note) == ("TikTok to", "[odd] start", "says little")
        shown = screen(app)
        assert "# [odd] start  “TikTok to”" in shown and "says little" in shown
        assert "#" in shown.splitlines()[2], "the margin of its line says so too"


async def test_a_highlight_under_the_selection_is_taken_away(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    async with app.run_test(size=(120, 50)) as pilot:
        read = await open_article(pilot, "Over Alleged")
        await pilot.press("v", "t", *"name", "enter")
        await wait(pilot)
        (one,) = highlights_of(workspace, rater, read)
        desk = app.screen
        assert isinstance(desk, DeskScreen)
        desk.jump_to_highlight(one.id)
        await wait(pilot)
        assert desk.pane.selection == (one.start, one.end)
        await pilot.press("d")
        await wait(pilot)
        assert highlights_of(workspace, rater, read) == [] and "my highlights" not in screen(app)


async def test_highlight_finding_and_evidence_on_the_same_words_can_all_be_told(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        await pilot.press("full_stop", "e", "t", *"mine", "enter")
        await wait(pilot)
        desk = app.screen
        assert isinstance(desk, DeskScreen) and desk.noticing.chosen
        desk.noticing = desk.noticing.at(-1)
        desk.show_choice()
        await wait(pilot)
        strip = desk.pane.render_line(0)
        (segment,) = [one for one in strip if one.text == "Alleged"]
        assert segment.style is not None
        assert segment.style.italic and segment.style.underline and segment.style.bgcolor
        text = "".join(one.text for one in strip)
        assert "H" in text[:30] and "a#" in text, "each has its sign in a margin"


async def test_the_list_of_highlights_hides_what_the_text_hides(
    app: AnnotatorApp, workspace: Workspace, rater: Rater
) -> None:
    set_mode(workspace, rater, Mode.BLIND_OUTLET)
    async with app.run_test(size=(120, 50)) as pilot:
        read = await open_article(pilot, "Compensation")
        start = read.text.index("Tiktokhere")
        add_highlight(workspace, rater, read, start, start + 14, label="who")
        desk = app.screen
        assert isinstance(desk, DeskScreen)
        desk.put_form()
        await wait(pilot)
        assert "# who" in screen(app) and "tiktokhere" not in screen(app).casefold()
