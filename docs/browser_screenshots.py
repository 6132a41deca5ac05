"""Makes the pictures of the app in a browser: `python docs/browser_screenshots.py`.

From a real server and a real Chromium; needs what the tests need.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.web.browser import browser  # noqa: E402
from tests.web.conftest import seeded  # noqa: E402
from tests.web.server import Server  # noqa: E402

FOLDER = ROOT / "docs" / "screenshots"


async def take(server: Server, profile: Path) -> None:
    """Nothing; the pictures stand in their folder."""
    async with browser(profile) as tab:
        await tab.go(f"{server.base}/#{server.code}")
        await tab.fill("handle", "rania")
        await tab.shoot(FOLDER / "browser-join.png")
        await tab.submit()
        await tab.shows("Choose a PIN")
        await tab.fill("pin", "4711")
        await tab.fill("again", "4711")
        await tab.submit()
        await tab.shows("my scores")
        await tab.shows("○○○")
        await tab.press("Enter")
        await tab.shows("Misleads")
        await asyncio.sleep(5)  # until the greeting has gone
        await tab.shoot(FOLDER / "browser-hindi.png")
        await tab.paint_scheme("dark")
        await asyncio.sleep(1)
        await tab.shoot(FOLDER / "browser-hindi-dark.png")


def main() -> None:
    """Nothing; a class was served, pictured and is gone."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        server = Server(seeded(Path(folder) / "class"))
        try:
            asyncio.run(take(server, Path(folder) / "profile"))
        finally:
            server.stop()


main()
