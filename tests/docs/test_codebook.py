"""The codebook in exports/README.md says every column as the code has it."""

from __future__ import annotations

from pathlib import Path

from tests.docs.test_signal_cards import script


def test_the_codebook_is_what_the_generator_writes() -> None:
    """After a change of a column: python docs/codebook.py."""
    path = Path(__file__).parents[2] / "exports" / "README.md"
    assert path.read_text(encoding="utf-8") == script("codebook").page()
