"""A real browser joins, scores, loses its connection and comes back; Hindi stands where it was counted."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from annotator.workbench.opening import open_workspace
from annotator.workbench.reading import article, list_articles
from tests.web.browser import Tab, browser, find_chromium
from tests.web.server import Server

pytestmark = pytest.mark.skipif(
    find_chromium() is None, reason="Chromium is not installed, so no page is drawn"
)

BOXES = """[...document.querySelectorAll('#rows span')].map(piece => {
  const inner = piece.firstElementChild || piece, range = document.createRange();
  range.selectNodeContents(inner);
  const box = piece.getBoundingClientRect(), ink = range.getBoundingClientRect();
  return [piece.textContent, box.left, box.width, ink.right - box.right, getComputedStyle(piece).fontFamily];
})"""


@pytest.fixture
async def tab() -> AsyncIterator[Tab]:
    # Chromium's profile needs a short path.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        async with browser(Path(folder)) as one:
            yield one


async def join(tab: Tab, server: Server, handle: str) -> None:
    """Nothing; the student is in, and the library is on the page."""
    await tab.go(f"{server.base}/#{server.code}")
    assert await tab.run("document.getElementById('code').value") == server.code
    await tab.fill("handle", handle)
    await tab.submit()
    await tab.shows("Choose a PIN")
    await tab.fill("pin", "4711")
    await tab.fill("again", "4711")
    await tab.submit()
    await tab.until("document.querySelector('#rows div')")
    await tab.shows("my scores")


async def test_a_browser_joins_scores_loses_its_connection_and_comes_back(tab: Tab, server: Server) -> None:
    await join(tab, server, "browser-asha")
    await tab.shows("○○○")
    await tab.press("Enter")
    await tab.shows("0 of 8 scored")
    await tab.type("00")
    await tab.shows("2 of 8 scored")
    await tab.offline(True)
    await tab.shows("The connection is lost")
    await tab.type("0")  # a key into a dead line is not kept for later
    await tab.offline(False)
    await tab.until("document.getElementById('notice').hidden")
    await tab.shows("2 of 8 scored")
    await tab.type("0")
    await tab.shows("3 of 8 scored")
    await tab.go(f"{server.base}/desk")
    await tab.shows("3 of 8 scored")
    assert not [words for words in tab.said if "Content Security Policy" in words or "exception" in words]
    scores = "SELECT count(*) FROM scores JOIN raters ON raters.id = rater WHERE handle = 'browser-asha'"
    assert server.rows(scores) == [(3,)]


async def test_hindi_stands_in_the_cells_that_were_counted(tab: Tab, server: Server) -> None:
    with open_workspace(server.folder) as workspace:
        rows = list_articles(workspace, None, None, limit=10)
        assert [row.language for row in rows][0] == "hi"
        words = article(workspace, rows[0].id).text.split()
    await join(tab, server, "browser-hindi")
    await tab.press("Enter")
    await tab.shows("0 of 8 scored")
    await tab.shows("Misleads")
    pieces = await tab.run(BOXES)
    text = await tab.text()
    lines = text.splitlines()
    assert sum(word in text for word in words) > 40
    # Every border sign stands in one column, on rows with Hindi and on rows without.
    borders = {round(left, 1) for words, left, _, _, _ in pieces if "▕" in words}
    assert len(borders) == 1
    assert sum("▕" in line for line in lines) > 20
    # No piece of Hindi reaches out of the cells it was given, and what follows begins where they end.
    hindi = [piece for piece in pieces if any("\u0900" <= sign <= "\u097f" for sign in piece[0])]
    assert len(hindi) > 20
    assert [piece for piece in hindi if piece[3] > 1.0] == []
    assert all("Devanagari" in piece[4] for piece in hindi)
