"""Pages to read: head, words, keys."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding

from annotator.present.library import top_line
from annotator.present.lines import Line
from annotator.translating import _
from annotator.tui.screens.framed import Bar, FramedScreen
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.painting import CELLS


class PagePane(LinesPane):
    """Lines to read: the arrow keys scroll."""

    BINDINGS = [
        Binding("up,k", "scroll_up", "up", show=False, tooltip="scroll up"),
        Binding("down,j", "scroll_down", "down", show=False, tooltip="scroll down"),
        Binding("home", "scroll_home", "first", show=False, tooltip="to the beginning"),
        Binding("end", "scroll_end", "last", show=False, tooltip="to the end"),
        Binding("space", "page_down", "read on", tooltip="read on"),
    ]


class PageScreen(FramedScreen):
    """One page over the screen that asked for it."""

    CSS_PATH = "page.tcss"
    AUTO_FOCUS = "#page"
    BINDINGS = [Binding("escape,q", "dismiss(None)", "back", key_display="esc", tooltip="back")]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """Head, page, keys."""
        yield Bar(id="top")
        yield PagePane(id="page")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Nothing; the page is filled."""
        self.show_page()

    def show_page(self) -> None:
        """Nothing; head and page are made anew."""
        self.query_one("#top", Bar).show(
            lambda width: [top_line(_(self._title), self.subtitle(), "", width, CELLS)]
        )
        self.query_one("#page", PagePane).show(self.build)

    def subtitle(self) -> str:
        """What stands beside the title."""
        return ""

    def build(self, width: int) -> list[Line]:
        """The lines of the page."""
        return []
