"""Where articles are taken in: an address, a file or a text; looked at and put right before it is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal

from annotator.present import adding
from annotator.present.library import told_of_adding, top_line
from annotator.present.lines import Line
from annotator.translating import _, plural
from annotator.tui.screens.framed import Bar
from annotator.tui.screens.reading_screen import PASTED, ReadingScreen
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.painting import CELLS
from annotator.tui.widgets.source_line import SourceLine
from annotator.workbench.amending import amend
from annotator.workbench.importing import Added, Given, keep, recognised, settle

if TYPE_CHECKING:
    from annotator.workbench.opening import Workspace


class AddingScreen(ReadingScreen):
    """Sources go in at the top; what they hold stands below until it is kept."""

    CSS_PATH = "adding.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS = [
        Binding("ctrl+s", "keep", "keep all", priority=True, tooltip="keep the articles that stand here"),
        Binding("x", "drop", "leave out", tooltip="leave the article in hand out, or take it in again"),
        Binding("t", "paste", "paste a text", tooltip="paste or type a text in a larger window"),
        Binding(
            "m",
            "mend",
            "mend letters",
            tooltip="read the source in hand again, wrongly decoded letters mended",
        ),
        Binding("tab", "app.focus_next", "next pane", show=False),
        Binding("shift+tab", "app.focus_previous", "pane before", show=False),
        Binding("escape", "leave", "back", key_display="esc", tooltip="back to the library"),
    ]

    def __init__(self, workspace: Workspace, *, story: str = "", kept: Callable[[str, bool], None]) -> None:
        super().__init__(workspace)
        self.found: list[Added] = []
        self.dropped: frozenset[int] = frozenset()
        self._story = story
        self._kept = kept
        self._warned = False

    def compose(self) -> ComposeResult:
        """Head, the line for sources, what was found and the card of one, keys."""
        yield Bar(id="top")
        yield SourceLine(id="source")
        with Horizontal(id="panes"):
            yield LinesPane(id="found")
            yield LinesPane(id="card")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Nothing; the keys go to the line for sources."""
        self._show()
        self.query_one(SourceLine).focus()

    def _show(self) -> None:
        waiting = [at for at, one in enumerate(self.found) if one.article and at not in self.dropped]
        shown = bool(self.found)

        def head(width: int) -> list[Line]:
            state = plural("{n} to keep", "{n} to keep", len(waiting)) if shown else ""
            return [top_line(_("Add articles"), "", state, width, CELLS)]

        self.query_one("#top", Bar).show(head)
        self.query_one("#found", LinesPane).show(
            lambda width: adding.found_lines(self.found, self.dropped, width, CELLS)
        )
        self._show_card()
        self.refresh_bindings()

    def _show_card(self) -> None:
        self.query_one("#card", LinesPane).show(lambda width: adding.card(self._in_hand, width, CELLS))

    @property
    def _at(self) -> int:
        target = self.query_one("#found", LinesPane).target
        return int(target.removeprefix("found:")) if target.startswith("found:") else -1

    @property
    def _in_hand(self) -> Added | None:
        return self.found[self._at] if 0 <= self._at < len(self.found) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """True for what makes sense: nothing is kept or dropped where nothing was found."""
        return bool(self.found) if action in ("keep", "drop", "mend") else True

    @on(ReadingScreen.Arrived)
    def _put(self, message: ReadingScreen.Arrived) -> None:
        self.door.repair = False
        with self.telling():
            given = settle(self.workspace, Given(story=self._story))
            self.found += [recognised(self.workspace, one, given) for one in message.arrivals]
        if message.arrivals:
            self.query_one(SourceLine).value = ""
            self._warned = False
        self._show()
        if message.arrivals:
            self.query_one("#found", LinesPane).point_at(f"found:{len(self.found) - 1}")
            self.query_one("#found").focus()
            self._show_card()
        if message.items:
            self.choose_items(message.items)

    # -- looking and putting right

    @on(LinesPane.Moved, "#found")
    def _follow(self) -> None:
        self._show_card()

    @on(LinesPane.Chosen, "#found")
    def _go_to_card(self) -> None:
        self.query_one("#card").focus()

    @on(LinesPane.Chosen, "#card")
    def _put_right(self, message: LinesPane.Chosen) -> None:
        from annotator.present.arrivals import NONE, NOT_TOLD, facts
        from annotator.tui.dialogs.ask_words import AskWords

        fact, added, at = message.target.removeprefix("fact:"), self._in_hand, self._at
        if added is None or added.article is None:
            return
        now = next(value for name, value in facts(added.article) if name == fact)

        def take(words: str | None) -> None:
            if words and added:
                with self.telling():
                    self.found[at] = amend(self.workspace, added, fact, words)
                self._show()

        self.app.push_screen(AskWords(adding.question(fact), "" if now in (NONE, NOT_TOLD) else now), take)

    def action_drop(self) -> None:
        """Nothing; the article in hand will not be kept, or will be after all."""
        if self._in_hand and self._in_hand.article:
            self.dropped ^= {self._at}
            self._show()

    def action_mend(self) -> None:
        """Nothing; the source in hand is read again, and letters that were decoded wrongly are mended."""
        added = self._in_hand
        if added is None:
            return
        del self.found[self._at]
        self.dropped = frozenset()
        self.door.repair = True
        if added.path == PASTED:
            self.arrive_text(self.pasted)
        else:
            self.arrive(added.path)

    # -- keeping and leaving

    def action_keep(self) -> None:
        """Nothing; the articles that stand here and were not left out are in the workspace."""
        with self.telling():
            kept = keep(self.workspace, [one for at, one in enumerate(self.found) if at not in self.dropped])
            self.dismiss(None)
            self._kept(told_of_adding(kept), any(one.problem for one in kept))

    def action_leave(self) -> None:
        """Nothing; back in the library. What was found and not kept is told of once before it is let go."""
        waiting = sum(1 for at, one in enumerate(self.found) if one.article and at not in self.dropped)
        if waiting and not self._warned:
            self._warned = True
            words = plural(
                "{n} article is not kept yet: ctrl+s keeps it, esc again leaves it.",
                "{n} articles are not kept yet: ctrl+s keeps them, esc again leaves them.",
                waiting,
            )
            self.tell(words, alarm=True)
            return
        self.dismiss(None)
