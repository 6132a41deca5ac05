"""From the names of looks to styles under the theme of the moment."""

from __future__ import annotations

from pathlib import Path

from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.theme import Theme

from annotator.tui.looks import look_of
from annotator.tui.themes import COLOURS_DARK, COLOURS_LIGHT, OURS
from annotator.tui.typing_ahead import TypingAheadApp


class Palette:
    """The styles of looks, each worked out once."""

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

    def _one(self, name: str) -> Style:
        look = look_of(name)
        return Style(
            color=self._colour(look.colour).rich_color if look.colour else None,
            bgcolor=self._tint(look.ground, look.strength).rich_color if look.ground else None,
            bold=look.bold or None,
            italic=look.italic or None,
            # A terminal that cannot underline twice still underlines.
            underline=bool(look.line) or None,
            underline2=look.line == "double" or None,
        )

    def _tint(self, ground: str, strength: float) -> Color:
        """A colour laid on the page so thickly."""
        return self._colour("background").blend(self._colour(ground), strength)

    def _colour(self, name: str) -> Color:
        return Color.parse(self._app.theme_variables[name])


class PaintedApp(TypingAheadApp):
    """An app whose panes are painted with looks: it has our themes and a palette."""

    CSS_PATH = [Path(__file__).with_name("app.tcss")]

    def __init__(self) -> None:
        super().__init__()
        self.palette = Palette(self)
        for theme in OURS:
            self.register_theme(theme)

    def on_mount(self) -> None:
        """Nothing; a change of theme reaches the palette."""
        self.theme_changed_signal.subscribe(self, self.theme_changed)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables, for themes that do not know them."""
        return COLOURS_DARK if self.current_theme.dark else COLOURS_LIGHT

    def theme_changed(self, theme: Theme) -> None:
        """Nothing; everything is painted in the theme's colours."""
        self.palette.forget()
