"""What has words of its own on the screen says them anew when the language changes."""

from __future__ import annotations


class Speaking:
    """A widget with words of its own."""

    def language_changed(self) -> None:
        """Nothing; the words are in the language in use."""
        raise NotImplementedError
