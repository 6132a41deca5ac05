"""Prints all that the signals say of many texts: `answers.py SEEDS MODULE...`.

The first line says how the modules run, `compiled`, `plain` or both. Run by `building.compiling` with the
compiled modules and without: all other lines must be the same to the last digit.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path


def texts(seeds: Path) -> Iterator[tuple[str, str]]:
    """Each text with its language: the seed articles, and the examples, since no article is in Spanish."""
    from annotator.formats.article_files import read_article
    from annotator.languages import CODES
    from annotator.signals import catalogue
    from annotator.signals.examples import examples_of

    for path in sorted(seeds.glob("*/*.md")):
        article = read_article(path)
        yield article.text, article.language
    for language in CODES:
        for signal in catalogue():
            some = examples_of(signal.id, language)
            for example in (*some.find, *some.leave, *some.mistakes, *some.measured):
                yield example.text, language


def main() -> None:
    """Nothing; the lines are printed."""
    seeds, *modules = sys.argv[1:]
    names = [module.removesuffix(".py").replace("/", ".") for module in modules]
    files = [str(import_module(name).__file__) for name in names]
    print(*sorted({"plain" if file.endswith(".py") else "compiled" for file in files}))
    from annotator.signals import analyze, catalogue
    from annotator.signals.figures import figures_of

    for text, language in texts(Path(seeds)):
        print(ascii(analyze(text, language)))
    # Read from a file that must be found from a compiled module, too.
    for signal in catalogue():
        print(ascii(figures_of(signal.id)))


if __name__ == "__main__":
    main()
