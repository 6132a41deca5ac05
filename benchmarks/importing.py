"""Taking articles in: web pages against bare extraction, and many text files.

The pages are made here; ANNOTATOR_BENCHMARK_PAGES=FOLDER names a folder of saved `.html.gz` pages instead.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import sqlite3
import tempfile
from pathlib import Path

from benchmarks.figures import Figure, paired

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
            "bare trafilatura",
            reference,
            1.3,
            turns=ratio,
        ),
        texts(),
    ]


def texts() -> Figure:
    """Seconds for a thousand text files of 400 words into a fresh workspace: 200 a second are asked for."""
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

        def bare() -> None:
            connection = sqlite3.connect(Path(folder) / f"{next(times)}.db")
            connection.execute("CREATE TABLE texts (fingerprint TEXT PRIMARY KEY, text TEXT)")
            told = (path.read_text(encoding="utf-8") for path in source.iterdir())
            rows = ((hashlib.sha256(text.encode()).hexdigest(), text) for text in told)
            connection.executemany("INSERT INTO texts VALUES (?, ?)", rows)
            connection.commit()
            connection.close()

        def take_in() -> None:
            with open_workspace(Path(folder) / str(next(times)), create=True) as workspace:
                assert not any(one.problem for one in add_sources(workspace, [source]))

        ours, reference, ratio = paired(take_in, bare, rounds=3)
    name = f"{TEXTS:,} text files taken in"
    return Figure(name, ours, "s", "read, hashed, inserted", reference, 5.0, on="value", turns=ratio)


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
