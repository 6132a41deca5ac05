"""Measures the signals of whichever annotator this Python finds: `python -P -m benchmarks.signal_costs WHAT`.

Prints lines of JSON, for `benchmarks.installed`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.figures import paired

SEEDS = Path(__file__).parents[1] / "seeds" / "tiktok-settlement"
ARTICLES = 1_000
Turn = tuple[Callable[[], None], dict[str, Any]]
"""What is done in a turn, and what there is to tell of it."""


class Texts:
    """The seeds in one language, repeated to 1,000 articles."""

    def __init__(self, language: str) -> None:
        from annotator.formats.article_files import read_article
        from annotator.text import count_words, find_headline

        drafts = [read_article(path) for path in sorted(SEEDS.glob("*.md"))]
        self.language = language
        self.texts = [draft.text for draft in drafts if draft.language == language]
        self.headlines = [find_headline(text) for text in self.texts]
        self.turns = ARTICLES // len(self.texts)
        self.words = self.turns * sum(count_words(text, language) for text in self.texts)

    def analyze(self) -> None:
        """All signals over all of them."""
        from annotator.signals import analyze

        for _ in range(self.turns):
            for text, headline in zip(self.texts, self.headlines, strict=True):
                analyze(text, self.language, headline)


def beside_vader() -> dict[str, float]:
    """All signals over the English ones, and plain VADER for each of their sentences, by turns."""
    english = Texts("en")
    plain = plain_vader(english)
    ours, reference, ratio = paired(english.analyze, lambda: [plain() for _ in range(english.turns)])
    return {"ours": 1e6 * ours / english.words, "reference": 1e6 * reference / english.words, "ratio": ratio}


def turns_of_signals() -> Turn:
    """All signals over the English ones, turn by turn."""
    english = Texts("en")
    return english.analyze, {"words": english.words}


def turns_of_tools() -> Turn:
    """VADER, the metrics of textstat that work, and proselint over the same, one after another."""
    from proselint.checks import __register__
    from proselint.config import DEFAULT
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    from annotator.model.findings import Measurement
    from annotator.signals.adapters.textstat import measure_with_textstat

    CheckRegistry().register_many(__register__)
    english = Texts("en")
    metrics = measure_with_textstat(english.texts[0], "en")
    working = [name for name, metric in metrics.items() if isinstance(metric, Measurement)]
    plain = plain_vader(english)

    def tools() -> None:
        for _ in range(english.turns):
            plain()
        for turn in range(english.turns):
            for text in english.texts:
                # It answers from memory for the last 128 texts. Articles are not the same, so these are not.
                measure_with_textstat(text + " " * turn, "en")
        for _ in range(english.turns):
            for text in english.texts:
                LintFile("seed", text).lint(DEFAULT)

    return tools, {"words": english.words, "metrics": working}


def beside_english() -> dict[str, float]:
    """What a word of Italian and one of Hindi cost beside one of English, by turns."""
    told: dict[str, float] = {}
    english = Texts("en")
    for code in ("it", "hi"):
        other = Texts(code)
        ours, reference, ratio = paired(other.analyze, english.analyze, rounds=5)
        told[code] = 1e6 * ours / other.words
        told["en"] = 1e6 * reference / english.words
        told[f"{code} ratio"] = ratio * english.words / other.words
    return told


def plain_vader(english: Texts) -> Callable[[], None]:
    """Scores each sentence of the texts once with the package's own loop."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    from annotator.text import read_text

    sentences = [text[start:end] for text in english.texts for start, end in read_text(text, "en").sentences]
    polarity = SentimentIntensityAnalyzer().polarity_scores

    def score() -> None:
        for sentence in sentences:
            polarity(sentence)

    return score


WHAT: dict[str, Callable[[], dict[str, Any]]] = {"vader": beside_vader, "languages": beside_english}
TURNS: dict[str, Callable[[], Turn]] = {"signals": turns_of_signals, "tools": turns_of_tools}


def main() -> None:
    """Nothing; a line of JSON is printed, and for what goes by turns one more for each line that is read."""
    from annotator.signals import analyzing

    what, place = sys.argv[1], {"from": str(analyzing.__file__)}
    if what in WHAT:
        print(json.dumps(WHAT[what]() | place))
        return
    work, told = TURNS[what]()
    # Once for what is read and remembered only once.
    work()
    print(json.dumps(told | place), flush=True)
    for _ in sys.stdin:
        begun = time.perf_counter()
        work()
        print(json.dumps({"seconds": time.perf_counter() - begun}), flush=True)


if __name__ == "__main__":
    main()
