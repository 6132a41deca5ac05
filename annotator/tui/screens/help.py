"""All keys: made from the bindings themselves, so that it cannot be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.dom import DOMNode

from annotator.present.help import Chapter, by_deed, help_lines
from annotator.present.library import top_line
from annotator.present.lines import Line
from annotator.translating import N_, _
from annotator.tui.deeds import deed_of
from annotator.tui.screens.framed import Bar, FramedScreen
from annotator.tui.widgets.key_line import KeyLine
from annotator.tui.widgets.lines_pane import LinesPane
from annotator.tui.widgets.painting import CELLS

if TYPE_CHECKING:
    from annotator.tui.app import AnnotatorApp


def chapters(app: AnnotatorApp) -> list[Chapter]:
    """The keys of every place in the app, in the order in which people meet them."""
    from annotator.tui.app import AnnotatorApp
    from annotator.tui.dialogs.note_pad import NotePad
    from annotator.tui.dialogs.search_line import SearchLine
    from annotator.tui.screens.adding import AddingScreen
    from annotator.tui.screens.classroom import ClassScreen
    from annotator.tui.screens.compare import CompareScreen
    from annotator.tui.screens.coverage import CoverageScreen, MatrixPane
    from annotator.tui.screens.desk import DeskScreen
    from annotator.tui.screens.library import LibraryScreen
    from annotator.tui.screens.looking_back_screen import LookingBackScreen
    from annotator.tui.screens.page import PagePane
    from annotator.tui.screens.parallel import ParallelScreen
    from annotator.tui.screens.rubric_screen import RubricScreen
    from annotator.tui.screens.tabbed import TabbedScreen
    from annotator.tui.screens.table_screen import TableScreen
    from annotator.tui.screens.voting import VoteScreen
    from annotator.tui.widgets.article_pane import ArticlePane
    from annotator.tui.widgets.paged_list import PagedList
    from annotator.tui.widgets.panes import FormPane, SignalsPane
    from annotator.tui.widgets.source_line import SourceLine
    from annotator.tui.widgets.table_pane import TablePane

    places: tuple[tuple[str, type[DOMNode]], ...] = (
        (N_("Everywhere"), AnnotatorApp),
        (N_("Library"), LibraryScreen),
        (N_("Library: lists"), PagedList),
        (N_("Library: finding"), SearchLine),
        (N_("Adding articles"), AddingScreen),
        (N_("Adding articles: the line for sources"), SourceLine),
        (N_("Desk: judging an article"), DeskScreen),
        (N_("Desk: the article, and selecting words in it"), ArticlePane),
        (N_("Desk: the signals"), SignalsPane),
        (N_("Desk: the form"), FormPane),
        (N_("Desk: writing a note"), NotePad),
        (N_("Reading a rubric"), RubricScreen),
        (N_("Looking back"), LookingBackScreen),
        (N_("Reading a page"), PagePane),
        (N_("Compare: scores, signals, coverage, text"), TabbedScreen),
        (N_("Compare: scores"), CompareScreen),
        (N_("Compare: a table and what stands behind it"), TableScreen),
        (N_("Compare: coverage"), CoverageScreen),
        (N_("Compare: a statement"), MatrixPane),
        (N_("Compare: two texts"), ParallelScreen),
        (N_("Compare: the table"), TablePane),
        (N_("Class, for a teacher"), ClassScreen),
        (N_("Voting again"), VoteScreen),
    )
    return [
        Chapter(_(title), by_deed(keys_of(app, place)))
        for title, place in places
        if app.shows(place.__name__)
    ]


def keys_of(app: AnnotatorApp, place: type[DOMNode]) -> list[tuple[str, str]]:
    """The keys that a class declares itself, with what they do."""
    declared = place.__dict__.get("BINDINGS", ())
    bindings = Binding.make_bindings(declared)
    return [
        (app.get_key_display(binding), deed_of(binding)) for binding in bindings if app.offers(binding.action)
    ]


class HelpScreen(FramedScreen):
    """Everything that keys do."""

    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "#pages"
    BINDINGS = [Binding("escape,q,question_mark", "dismiss(None)", "back", key_display="esc")]

    def compose(self) -> ComposeResult:
        """Head, keys by place, the keys of this screen."""
        yield Bar(id="top")
        yield LinesPane(id="pages")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Nothing; the page is filled."""
        self.query_one("#top", Bar).show(
            lambda width: [top_line(_("Help"), _("every key, and what it does"), "", width, CELLS)]
        )

        def build(width: int) -> list[Line]:
            from annotator.tui.app import AnnotatorApp

            app = self.app
            return help_lines(chapters(app) if isinstance(app, AnnotatorApp) else [], width, CELLS)

        self.query_one("#pages", LinesPane).show(build)
