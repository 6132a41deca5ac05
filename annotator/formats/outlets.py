"""Outlets and stories as TOML files: one table each, named by its id."""

from __future__ import annotations

from pathlib import Path

from annotator.formats.toml_tables import read_tables
from annotator.model.articles import Outlet, Story

_OUTLET_KEYS = {"name": str, "domain": str, "country": str, "aliases": tuple}
_STORY_KEYS = {"title": str}


def read_outlets(path: Path) -> list[Outlet]:
    """The outlets of a file like `seeds/outlets.toml`, in its order; raises `InputError`."""
    return [
        Outlet(
            id=table.id,
            name=table.text("name"),
            domain=table.text("domain"),
            country=table.text("country"),
            aliases=table.texts("aliases"),
        )
        for table in read_tables(path, _OUTLET_KEYS)
    ]


def read_stories(path: Path) -> list[Story]:
    """The stories of a file like `seeds/stories.toml`, in its order; raises `InputError`."""
    return [Story(id=table.id, title=table.text("title")) for table in read_tables(path, _STORY_KEYS)]
