"""Outlets and stories as TOML."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import InputError
from annotator.formats.outlets import read_outlets, read_stories
from annotator.model.articles import Outlet, Story


def write(folder: Path, text: str) -> Path:
    path = folder / "outlets.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_outlets_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = (
        '[b-news]\nname = "B"\naliases = ["Bee", "मधु"]\n\n[a]\nname = "A"\ndomain = "a.it"\ncountry = "IT"\n'
    )
    assert read_outlets(write(tmp_path, text)) == [
        Outlet("b-news", "B", aliases=("Bee", "मधु")),
        Outlet("a", "A", domain="a.it", country="IT"),
    ]


def test_stories_have_titles(tmp_path: Path) -> None:
    assert read_stories(write(tmp_path, '[fire]\ntitle = "The fire"\n')) == [Story("fire", "The fire")]


WRONG = [
    ('[a]\nname = "A"\ndomian = "a.it"\n', 3, "“domain”", "a letter out of place"),
    ('[a]\nname = "A"\n[a]\nname = "B"\n', 3, "outlets.toml", "an outlet twice"),
    ('[a]\nname = "A"\nname = "B"\n', 3, "outlets.toml", "a key twice"),
    ("[a]\nname = A\n", 2, "quotation marks", "a text without quotation marks"),
    ('[a]\ndomain = "a.it"\n', 1, 'name = "…"', "no name"),
    ('[a]\nname = ""\n', 1, 'name = "…"', "an empty name"),
    ("[a]\nname = 5\n", 2, 'name = "…"', "a number for a text"),
    ('[a]\nname = "A"\naliases = "Bee"\n', 3, "aliases = [", "a text for a list"),
    ('[a]\nname = "A"\naliases = [1]\n', 3, "aliases = [", "a list of numbers"),
    ('["BBC News"]\nname = "A"\n', 1, "[bbc-news]", "a full name for a short one"),
    ('name = "A"\n', 1, "square brackets", "no table at all"),
    ('[a]\nname = "A"\n[a.b]\nx = "1"\n', 1, "name", "a table in a table"),
    ("[a\n", 1, "outlets.toml", "a bracket not closed"),
]


@pytest.mark.parametrize(("text", "line", "hint", "reason"), WRONG, ids=[row[3] for row in WRONG])
def test_a_wrong_table_is_refused_with_its_line(
    tmp_path: Path, text: str, line: int, hint: str, reason: str
) -> None:
    path = write(tmp_path, text)
    with pytest.raises(InputError) as caught:
        read_outlets(path)
    assert caught.value.place is not None
    assert (caught.value.place.path, caught.value.place.line) == (str(path), line), reason
    assert hint in caught.value.hint
