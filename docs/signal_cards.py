"""Writes docs/signals/: one page for each signal, and an index, from the catalogue, examples and figures.

    python docs/signal_cards.py

The pages say what `annotator signals ID` says. Where the figures come from: docs/measure_signals.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.present.cards import FIGURE_COLUMNS, Sample, Section, measure_sections, sections
from annotator.signals import catalogue, measures

FOLDER = Path(__file__).resolve().parent / "signals"
INDEX = "README.md"
_NOTE = "<!-- Written by docs/signal_cards.py from catalogue.toml, examples and measured.toml. -->"
_MARKS = re.compile(r"([\\`*_\[\]<>|])")
_BEGINNING = re.compile(r"^(\d*)([.)#+-])(?=\s)")
_INTRODUCTION = """\
A signal is a question put to the text. It points at words that deserve a second look; it never says that an
article is false, and there is no score for an outlet. Each page says what the signal asks you, what it looks
for, **when not to believe it**, where it is right, where it is known to be wrong, and how often it was right
on texts that people had marked before. `annotator signals ID` shows the same in a terminal.
"""
_MEASURES = """\
## Measures of a whole article

Numbers beside the marks, each with what it was made from, in one sentence. They are never added up. In the
app `#` shows them for the article in hand.
"""
_MEASURING = """\
## Where the figures come from

They stand in `annotator/signals/measured.toml`. The data is not part of the project: some licences forbid it,
and word lists are never made from it, so that the figures measure something. Whoever has the data scores the
output of `annotator analyze` and runs

    python docs/measure_signals.py REPORT...
    python docs/signal_cards.py

What your own class thinks of the signals: `annotator signals --verdicts`.

### Why hedges have no figure from CoNLL-2010

The half of its Wikipedia sentences that we had (1,500, “weasel sentence or not”) cannot judge this
signal. Its labels stand the wrong way round: of 181 pieces of at most five words, nearly all of them bare
headings, 177 are marked as hedged, and of 25 sentences with “probably” none is. Against the labels as
they stand our marks reach F1 0.18 (precision 0.30, recall 0.13), a mark on every sentence 0.67; turned
round, ours reach 0.43 (precision 0.70, recall 0.31). The rest of the distance is another meaning: the
task calls “some”, “many”, “several” and “often” weasels wherever they stand. A list of two dozen such
words reaches 0.76 turned round, and of its 16 marks on our three English seed articles the two readers
had marked one. A hedge here is what the readers' codebook calls so: less commitment to a claim, without
saying who doubts.
"""


def pages() -> dict[str, str]:
    """The text of each page by its file name."""
    signals = {f"{card.id}.md": _page(card.title, sections(card.id)) for card in catalogue()}
    numbers = {f"{card.id}.md": _page(card.title, measure_sections(card)) for card in measures()}
    return {INDEX: _index(), **signals, **numbers}


def _index() -> str:
    rows = [
        f"| [{card.title}]({card.id}.md) | {card.letter} | {escaped(card.question)} |" for card in catalogue()
    ]
    table = "\n".join(["| signal | letter | what it asks you |", "|---|---|---|", *rows])
    numbers = [f"| [{card.title}]({card.id}.md) | {escaped(card.question)} |" for card in measures()]
    others = "\n".join(["| measure | what it asks you |", "|---|---|", *numbers])
    return "\n".join(
        ["# Signal cards", "", _NOTE, "", _INTRODUCTION, table, "", _MEASURES, others, "", _MEASURING]
    )


def _page(title: str, parts: Iterable[Section]) -> str:
    lines = [f"# {title}", "", _NOTE, ""]
    for section in parts:
        lines += [f"## {section.heading}", "", *_body(section)]
    return "\n".join([*lines, f"[All signals]({INDEX})"]) + "\n"


def _body(section: Section) -> Iterator[str]:
    for sentence in section.sentences:
        yield escaped(sentence)
        yield ""
    for sample in section.samples:
        yield f"- {_sample(sample)}"
    if section.rows:
        yield f"| {' | '.join(FIGURE_COLUMNS)} |"
        yield f"|{'---|' * len(FIGURE_COLUMNS)}"
        yield from (f"| {' | '.join(map(escaped, row))} |" for row in section.rows)
    if section.samples or section.rows:
        yield ""


def _sample(sample: Sample) -> str:
    marked = f"**{escaped(sample.marked)}**" if sample.marked else ""
    why = f"<br>*{escaped(sample.why)}*" if sample.why else ""
    return escaped(sample.before) + marked + escaped(sample.after) + why


def escaped(text: str) -> str:
    """The text as Markdown shows it letter for letter, on one line."""
    flat = " ".join(text.split()) if "\n" in text else text
    return _BEGINNING.sub(r"\1\\\2", _MARKS.sub(r"\\\1", flat))


def main() -> None:
    """Nothing; the pages are written, and pages of signals that are no more are gone."""
    FOLDER.mkdir(exist_ok=True)
    written = pages()
    for path in FOLDER.glob("*.md"):
        if path.name not in written:
            path.unlink()
    for name, text in written.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
