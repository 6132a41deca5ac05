"""What `ctrl+p` searches: deeds and themes by name, with a sentence where nothing has the name."""

from __future__ import annotations

from textual.command import Hit, Hits, Provider
from textual.system_commands import SystemCommandsProvider
from textual.theme import ThemeProvider

from annotator.translating import _


class _Telling(Provider):
    """A search that finds a sentence where it finds nothing: Textual's own would be English."""

    async def search(self, query: str) -> Hits:
        """What the words match, or the sentence, which does nothing when it is chosen."""
        found = False
        async for hit in super().search(query):
            found = True
            yield hit
        if not found:
            yield Hit(1.0, _("Nothing here has this name."), lambda: None)


class Deeds(_Telling, SystemCommandsProvider):
    """Everything that can be done now."""


class Themes(_Telling, ThemeProvider):
    """Ours and Textual's."""
