"""Coverage of a story told by five outlets in forty sentences each, without the extra."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.figures import Figure, seconds

SEEDS = Path(__file__).parents[1] / "seeds" / "tiktok-settlement"
SENTENCES = 40
STORY = "five-by-forty"


def measure() -> list[Figure]:
    """The time from the articles, read and analysed before, to the statements."""
    from annotator.alignment import facts, terms
    from annotator.workbench.covering import PLAIN, coverage_of
    from annotator.workbench.importing import add_sources
    from annotator.workbench.opening import create_workspace

    with tempfile.TemporaryDirectory() as folder, create_workspace(Path(folder)) as workspace:
        for path, text in _texts(Path(folder)):
            add_sources(workspace, [path], story=STORY, outlet=path.stem, language=text)

        def cover() -> None:
            # What is kept between two calls in one process would flatter the first.
            terms.read_terms.cache_clear()
            facts.read_facts.cache_clear()
            coverage_of(workspace, STORY, PLAIN)

        took = seconds(cover)
        sentences = sum(len(row.statement.passages) for row in coverage_of(workspace, STORY, PLAIN).rows)
    return [Figure(f"coverage, 5 outlets, {sentences} sentences, plain", took, "s", "alone", None, 1.0)]


def _texts(folder: Path) -> list[tuple[Path, str]]:
    """A file for each outlet and its language: its own sentences, then examples up to forty."""
    from annotator.formats.article_files import read_article
    from annotator.signals import catalogue
    from annotator.signals.examples import examples_of
    from annotator.text import read_text

    texts = []
    for number, path in enumerate(sorted(SEEDS.glob("*.md"))):
        draft = read_article(path)
        own = [draft.text[span.start : span.end] for span in read_text(draft.text, draft.language).sentences]
        whole = [sentence for sentence in own if len(sentence.split()) > 4]
        examples = [
            example.text
            for card in catalogue()
            for group in [examples_of(card.id, draft.language)]
            for example in (*group.find, *group.leave)
            if card.kind != "article"
        ]
        chosen = [*whole, *examples[number * 5 :]][:SENTENCES]
        target = folder / f"{path.stem}.txt"
        target.write_text("\n".join(chosen) + "\n", encoding="utf-8")
        texts.append((target, draft.language))
    return texts
