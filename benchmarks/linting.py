"""All signals against three public tools that run one after another on the same English words.

The tools: vaderSentiment for each sentence; the metrics of textstat that work without a network; and
proselint with all its checks. Only the seeds in English are read, whole, by everybody.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.figures import Figure, paired

SEEDS = Path(__file__).parents[1] / "seeds" / "tiktok-settlement"
BOUND = 0.10


def measure() -> list[Figure]:
    """The cost of all signals beside that of the three tools together."""
    from proselint.checks import __register__
    from proselint.config import DEFAULT
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    from annotator.formats.article_files import read_article
    from annotator.model.findings import Measurement
    from annotator.signals import analyze
    from annotator.signals.adapters.textstat import measure_with_textstat
    from annotator.text import count_words, find_headline, read_text

    CheckRegistry().register_many(__register__)
    polarity = SentimentIntensityAnalyzer().polarity_scores
    drafts = [read_article(path) for path in sorted(SEEDS.glob("*.md"))]
    texts = [draft.text for draft in drafts if draft.language == "en"]
    words = sum(count_words(text, "en") for text in texts)
    sentences = [text[start:end] for text in texts for start, end in read_text(text, "en").sentences]
    metrics = measure_with_textstat(texts[0], "en")
    working = [name for name, metric in metrics.items() if isinstance(metric, Measurement)]

    def signals() -> None:
        for text in texts:
            analyze(text, "en", find_headline(text))

    def tools() -> None:
        for sentence in sentences:
            polarity(sentence)
        for text in texts:
            measure_with_textstat(text, "en")
            LintFile("seed", text).lint(DEFAULT)

    ours, reference, ratio = paired(signals, tools)
    named = f"vaderSentiment, textstat ({', '.join(working)}), proselint"
    name = "all signals against three tools, English seeds, per word"
    return [Figure(name, 1e6 * ours / words, "us", named, 1e6 * reference / words, BOUND, turns=ratio)]
