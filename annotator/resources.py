"""Where the files that come with the program are: in the installed package, else in the checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The folder `seeds` or `rubrics` as it came with the program.

    A wheel carries it inside the package; a checkout has it beside the package.
    """
    packed = PACKAGE / "_data" / name
    return packed if packed.is_dir() else PACKAGE.parent / name
