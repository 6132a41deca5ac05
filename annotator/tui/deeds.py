"""What keys do, in the reader's words."""

from __future__ import annotations

from textual.binding import Binding

from annotator.translating import _


def deed_of(binding: Binding) -> str:
    """What a binding does, as help and the list of everything say it."""
    words = _(binding.tooltip or binding.description)
    if binding.action.startswith("show_or_hide("):
        return _("show or hide: {signal}").format(signal=words)
    if binding.action.startswith("go("):
        return _("the tab “{name}”").format(name=words)
    return words
