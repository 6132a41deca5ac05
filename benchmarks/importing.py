"""Taking articles in: web pages against bare extraction, and many text files.

The pages are made here; ANNOTATOR_BENCHMARK_PAGES=FOLDER names a folder of saved `.html.gz` pages instead.
"""

from __future__ import annotations

import gzip
import os
import tempfile
from pathlib import Path

from benchmarks.figures import Figure, paired, seconds

PAGES = 40
TEXTS = 1_000


def measure() -> list[Figure]:
    """The ratio for pages through the confined reader, and the seconds for 1,000 text files."""
    from trafilatura import bare_extraction, load_html

    from annotator.formats.confining import ConfinedReader
    from annotator.formats.kinds import Kind

    pages = saved() or [page(number) for number in range(PAGES)]

    def bare() -> None:
        for data in pages:
            bare_extraction(load_html(data), with_metadata=True, include_comments=False)

    with ConfinedReader() as reader:

        def ours() -> None:
            for data in pages:
                reader.read(data, Kind.PAGE, "page.html")

        mine, reference, ratio = paired(ours, bare, rounds=5)
    return [
        Figure(
            f"{len(pages)} web pages: article, facts, furniture",
            mine,
            "s",
            f"bare trafilatura, {reference:.2f} s",
            ratio,
            1.3,
        ),
        Figure("1,000 text files taken in (200 a second)", texts(), "s", "", None, 5.0),
    ]


def texts() -> float:
    """Seconds for a thousand text files of 400 words into a fresh workspace."""
    from annotator.workbench.importing import add_sources
    from annotator.workbench.opening import open_workspace

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles"
        source.mkdir()
        for number in range(TEXTS):
            words = " ".join(f"word{(number * 31 + place) % 5_003}" for place in range(400))
            (source / f"{number}.txt").write_text(
                f"Story number {number} of the day\n\n{words}.", encoding="utf-8"
            )
        times = iter(range(100))

        def take_in() -> None:
            with open_workspace(Path(folder) / str(next(times)), create=True) as workspace:
                assert not any(one.problem for one in add_sources(workspace, [source]))

        return seconds(take_in, rounds=3)


def saved() -> list[bytes]:
    """The pages of a folder named in the environment."""
    folder = os.environ.get("ANNOTATOR_BENCHMARK_PAGES")
    return (
        [gzip.decompress(path.read_bytes()) for path in sorted(Path(folder).glob("*.html.gz"))]
        if folder
        else []
    )


def page(number: int) -> bytes:
    """A made-up news page about as large as a real one: menus, scripts, 600 words of article, a footer."""
    words = " ".join(f"word{(number * 7 + place) % 977}" for place in range(40))
    article = "".join(f"<p>Paragraph {place} says that {words}.</p>" for place in range(15))
    menu = "".join(f'<li><a href="/{place}">Section {place} of the paper</a></li>' for place in range(150))
    teasers = "".join(f'<div><a href="/t{place}">Another story {place}</a></div>' for place in range(120))
    script = "<script>" + "var a=1;" * 4_000 + "</script>"
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>Story {number} - Gazette</title>{script}</head><body>"
        f"<nav><ul>{menu}</ul></nav><article><h1>Story number {number} of the day</h1>{article}</article>"
        f"<aside>{teasers}</aside>{script}<footer><p>All rights reserved</p></footer></body></html>"
    ).encode()
