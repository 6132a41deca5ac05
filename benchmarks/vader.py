"""Our VADER loop, the amounts and the reading ease against plain VADER on the same sentences."""

from __future__ import annotations

from pathlib import Path

from benchmarks.figures import Figure, paired

SEEDS = Path(__file__).parents[1] / "seeds" / "tiktok-settlement"


def measure() -> list[Figure]:
    """The cost of parts of the critical path, each beside plain VADER per sentence in the same run."""
    from annotator.formats.article_files import read_article
    from annotator.signals.adapters import vader
    from annotator.signals.readability import measure_readability
    from annotator.text import read_text
    from annotator.text.amounts import find_amounts

    drafts = [read_article(path) for path in sorted(SEEDS.glob("*.md"))]
    documents = [read_text(draft.text, "en") for draft in drafts if draft.language == "en"]
    sentences = [doc.text[start:end] for doc in documents for start, end in doc.sentences]
    words = sum(document.words for document in documents)
    tokens = [document.tokens for document in documents]

    def plain() -> None:
        for sentence in sentences:
            vader.reference_polarity(sentence)

    def scores() -> None:
        for sentence in sentences:
            vader.polarity(sentence)

    def valences() -> None:
        for sentence in sentences:
            vader.valences(sentence)

    def amounts() -> None:
        for document, known in zip(documents, tokens, strict=True):
            find_amounts(document.text, "en", known)

    def reading_ease() -> None:
        for document in documents:
            measure_readability(document)

    figures = []
    for name, work, bound in (
        ("VADER's scores by our loop, per word", scores, 0.25),
        ("VADER's words by our loop, per word", valences, 0.25),
        ("amounts, per word", amounts, 0.2),
        ("reading ease, per word", reading_ease, 0.1),
    ):
        ours, reference, ratio = paired(work, plain)
        plain_cost = 1e6 * reference / words
        figures.append(
            Figure(name, 1e6 * ours / words, "us", "plain VADER per sentence", plain_cost, bound, turns=ratio)
        )
    return figures
