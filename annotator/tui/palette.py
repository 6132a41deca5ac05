"""From the names of looks to styles, by way of the style sheet."""

from __future__ import annotations

from pathlib import Path

from textual.app import App
from textual.color import Color
from textual.theme import Theme

from rich.style import Style

from annotator.tui.themes import DARK, LIGHT, SIGNAL_COLOURS_DARK, SIGNAL_COLOURS_LIGHT

PREFIX = "look--"
LOOKS = (
    "strong title quiet faint rule accent good warn key group cursor cursor-away here chosen selection"
    " evidence evidence-number headline off thumb"
    " loaded praise hedge attribution unattributed anonymous boilerplate quote clickbait sentiment readability"
    " mark-loaded mark-praise mark-hedge mark-attribution mark-unattributed mark-anonymous mark-boilerplate"
    " mark-quote mark-clickbait mark-sentiment level level-taken dot dot-open"
).split()
"""Every look a run may have. What each looks like stands in `app.tcss`."""


class Palette:
    """The styles of looks under the theme of the moment, each worked out once."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._styles: dict[str, Style] = {}

    def style(self, looks: str) -> Style:
        """What looks like all of `looks` (names separated by spaces), the last one on top."""
        style = self._styles.get(looks)
        if style is None:
            style = Style.combine([self._one(look) for look in looks.split()])
            self._styles[looks] = style
        return style

    def forget(self) -> None:
        """Nothing; styles are worked out anew, because the theme has changed."""
        self._styles.clear()

    def _one(self, look: str) -> Style:
        styles = self._app.get_component_styles(PREFIX + look)
        ground = Color.parse(self._app.theme_variables["background"])
        return Style(
            color=styles.color.rich_color if styles.has_rule("color") else None,
            # A tint is a colour laid thinly over the page.
            bgcolor=(ground + styles.background).rich_color if styles.has_rule("background") else None,
        ) + (styles.text_style if styles.has_rule("text_style") else Style.null())


class PaintedApp(App[None]):
    """An app whose panes are painted with looks: it has our themes and a palette."""

    CSS_PATH = Path(__file__).with_name("app.tcss")
    COMPONENT_CLASSES = {PREFIX + look for look in LOOKS}

    def __init__(self) -> None:
        super().__init__()
        self.palette = Palette(self)
        self.register_theme(DARK)
        self.register_theme(LIGHT)

    def on_mount(self) -> None:
        """Nothing; a change of theme reaches the palette."""
        self.theme_changed_signal.subscribe(self, self._repaint)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that do not know them."""
        return SIGNAL_COLOURS_DARK if self.current_theme.dark else SIGNAL_COLOURS_LIGHT

    def _repaint(self, theme: Theme) -> None:
        self.palette.forget()
