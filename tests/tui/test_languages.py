"""A walk through the app in each language: no English word of the program is left on the screen."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from textual.pilot import Pilot

from annotator.languages import CODES
from annotator.model.judgements import Rater
from annotator.signals.examples import examples_of
from annotator.translating import FOLDER, _, language_used
from annotator.tui.app import AnnotatorApp
from annotator.tui.screens.desk import DeskScreen
from annotator.tui.screens.help import HelpScreen
from annotator.tui.screens.library import LibraryScreen
from annotator.workbench.opening import Workspace, open_workspace
from annotator.workbench.preferring import LANGUAGE, preferred
from annotator.workbench.reading import article, list_articles
from tests.tui.conftest import open_article, screen, wait

SHORTEST = 5
"""Letters of the shortest message looked for; shorter ones are words of other languages, too."""
OWN_WORDS = {"theme", "Signal", "signal", "Hindi", "training", "scores.csv"}
"""English messages that are words of Italian, or stand on these screens as names."""
OUTLETS = re.compile(
    r"Unknown outlet|\((English|Italian|Hindi)\b|(English|Italian|Hindi)[)…]|anguage · lingua"
)
"""Names of the seeds' outlets, whole or folded, and the one entry that says itself in all languages."""
BORDERS = re.compile(r"[▏▕│┃━─┌┐└┘├┤▔▁]")


@cache
def english(code: str) -> frozenset[str]:
    """The English messages whose translation looks different."""
    path = FOLDER / code / "LC_MESSAGES" / "annotator.po"
    found: set[str] = set()
    with path.open("rb") as file:
        for message in read_po(file, locale=code):
            ids, said = _tuple(message.id), " ".join(_tuple(message.string))
            for id in ids:
                for part in re.split(r"\{[^{}]*\}", id):
                    words = part.strip(" .,:;()“”'?!·→")
                    if len(words) >= SHORTEST and words not in said and words not in OWN_WORDS:
                        found.add(words)
    return frozenset(found)


def _tuple(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return words if isinstance(words, tuple) else (words,)


def chrome(shown: str, articles: str) -> str:
    """What the program itself says: pieces between borders and wide gaps that no article says."""
    shown = OUTLETS.sub("", shown)
    pieces = [
        piece.replace("[", "").replace("]", "").strip(" …+-!")
        for line in shown.splitlines()
        for piece in re.split(r"  +| · ", BORDERS.sub("  ", line))
    ]
    return "\n".join(piece for piece in pieces if piece and piece not in articles)


def left(shown: str, articles: str, code: str) -> list[str]:
    """The English messages that stand on the screen as words of their own."""
    said = chrome(shown, articles)
    return sorted(
        words
        for words in english(code)
        if words in said and re.search(rf"(?<![\w’'/-]){re.escape(words)}(?![\w’'/.-])", said)
    )


async def walk(pilot: Pilot[None], code: str, articles: str) -> list[str]:
    """The places of the walk where English was left, with the words."""
    app = pilot.app
    found: list[str] = []

    async def look(where: str, *keys: str) -> None:
        await pilot.press(*keys)
        await wait(pilot)
        found.extend(f"{where}: {words}" for words in left(screen(app), articles, code))

    await wait(pilot)
    await look("library")
    await look("finding", "slash", *"zzz")
    await look("library again", "escape", "escape")
    await look("mode", "m")
    await look("adding", "escape", "a")
    await look("rubric", "escape", "r")
    await look("compare", "escape", "c")
    await look("compare: next tab", "tab")
    await look("coverage", "escape", "escape", "v")
    await look("help", "escape", "escape", "question_mark")
    for _page in range(3):
        await look("help, further down", "pagedown")
    assert isinstance(app.screen, HelpScreen)
    await pilot.press("escape")
    await open_article(pilot, "si leva")
    await look("desk")
    await look("desk: a finding", "full_stop")
    await look("desk: a level", "2")
    await look("desk: selecting", "v")
    await look("desk: the form", "escape", "tab")
    await look("desk: the signals", "tab")
    await look("card", "i")
    await look("card, further down", "space")
    await look("palette", "escape", "ctrl+p")
    await pilot.press(*"zzzz")
    # Textual waits before it says that nothing was found.
    await pilot.pause(1)
    assert _("Nothing here has this name.") in screen(app)
    await look("palette: nothing found")
    assert "matches" not in screen(app)
    await look("leaving as from other programs", "escape", "ctrl+c")
    assert [one.message for one in app._notifications][-1] == _("ctrl+q leaves; everything is saved already.")
    return found


@pytest.mark.parametrize("code", ["it", "hi"])
async def test_no_english_is_left_on_the_way(
    code: str, workspace: Workspace, rater: Rater, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_LANGUAGE", code)
    rows = list_articles(workspace, None, None)
    articles = " ".join(f"{row.outlet_name} {article(workspace, row.id).text}" for row in rows)
    articles += " ".join(
        example.text
        for language in CODES
        for some in [examples_of("loaded", language)]
        for example in (*some.find, *some.leave, *some.mistakes)
    )
    app = AnnotatorApp(workspace, rater)
    async with app.run_test(size=(120, 40)) as pilot:
        left_over = await walk(pilot, code, articles)
    assert not left_over, "\n".join(left_over)


async def test_english_would_be_found(app: AnnotatorApp) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(pilot)
        said = left(screen(app), "", "it")
    assert "All articles" in said and "my scores" in said


async def test_the_language_changes_while_the_app_runs_and_is_remembered(
    app: AnnotatorApp, workspace: Workspace, rater: Rater, tmp_path: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await open_article(pilot, "Over Alleged")
        assert "Headline and body" in screen(app)
        await pilot.press("ctrl+l", "down", "enter")
        await wait(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert "Titolo e testo" in screen(app) and "Parole cariche" in screen(app) and "aiuto" in screen(app)
        assert "Headline and body" not in screen(app) and "? help" not in screen(app)
        await pilot.press("escape")
        await wait(pilot)
        assert isinstance(app.screen, LibraryScreen)
        assert "Tutti" in screen(app) and "All articles" not in screen(app)
        await pilot.press("c")
        await wait(pilot)
        assert "mediana" in screen(app) and "Prove per" in screen(app)
        await pilot.press("ctrl+l", "up", "enter")
        await wait(pilot)
        assert "median of the levels" in screen(app) and "mediana" not in screen(app)
        await pilot.press("ctrl+l", "down", "enter")
    assert preferred(workspace, rater, LANGUAGE) == "it"
    with open_workspace(workspace.folder) as again:
        AnnotatorApp(again, rater)
        assert language_used() == "it"
