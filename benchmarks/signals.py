"""All signals against plain VADER on the same English words, and the languages against each other."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

from benchmarks.figures import Figure, memory_of, paired, seconds

SEEDS = Path(__file__).parents[1] / "seeds" / "tiktok-settlement"
ARTICLES = 1_000


def measure() -> list[Figure]:
    """The cost of all signals, per word, in one process."""
    from annotator.formats.article_files import read_article
    from annotator.signals import analyze
    from annotator.text import count_words, find_headline, read_text

    drafts = [read_article(path) for path in sorted(SEEDS.glob("*.md"))]
    by_language: dict[str, list[str]] = {}
    for draft in drafts:
        by_language.setdefault(draft.language, []).append(draft.text)
    words = {code: sum(count_words(text, code) for text in texts) for code, texts in by_language.items()}
    sentences = [
        text[span.start : span.end] for text in by_language["en"] for span in read_text(text, "en").sentences
    ]
    plain = _plain_vader()
    times = 4

    def signals(code: str) -> None:
        for _ in range(times):
            for text in by_language[code]:
                analyze(text, code, find_headline(text))

    def vader() -> None:
        for _ in range(times):
            for sentence in sentences:
                plain(sentence)

    ours, reference, ratio = paired(lambda: signals("en"), vader)
    per_word = {code: seconds(lambda code=code: signals(code)) / words[code] for code in by_language}
    everything = sum(words.values())

    def all_seeds() -> None:
        for code in by_language:
            signals(code)

    _, _, seeds_ratio = paired(all_seeds, vader, rounds=41)
    vader_cost = 1e6 * reference / times / words["en"]
    english = 1e6 * per_word["en"] / times
    figures = [
        Figure(
            "all signals, all five seeds, per word",
            seeds_ratio * vader_cost * words["en"] / everything,
            "us", "plain VADER per sentence on the English ones", vader_cost, 2.0,
        ),
        Figure(
            "all signals, English seeds, per word", 1e6 * ours / times / words["en"], "us",
            "plain VADER per sentence", vader_cost, 1.0, turns=ratio,
        ),
    ]  # fmt: skip
    for code in ("it", "hi"):
        cost = 1e6 * per_word[code] / times
        figures.append(Figure(f"all signals, {code} seeds, per word", cost, "us", "English", english, 1.3))
    return [*figures, _growth(by_language["en"]), _memory()]


def _growth(texts: list[str]) -> Figure:
    """The cost of a letter in an article of 1 MB beside its cost in one of 100 kB."""
    from annotator.signals import analyze

    def article(size: int) -> str:
        parts = cycle(texts)
        text = ""
        while len(text) < size:
            text += next(parts) + "\n\n"
        return text[:size]

    long, short = article(1_000_000), article(100_000)
    ours, reference, ratio = paired(
        lambda: analyze(long, "en"), lambda: [analyze(short, "en") for _ in range(10)], rounds=3
    )
    name = "an article of 1 MB, all signals"
    return Figure(name, ours, "s", "ten of 100 kB", reference, 1.3, turns=ratio)


def _plain_vader():  # type: ignore[no-untyped-def]
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer().polarity_scores


def _memory() -> Figure:
    """Peak memory of a process of its own that analyses the seeds over and over to 1,000 articles."""
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from annotator.formats.article_files import read_article\n"
        "from annotator.signals import analyze\n"
        "drafts = [read_article(path) for path in sorted(Path(sys.argv[1]).glob('*.md'))]\n"
        f"for turn in range({ARTICLES} // len(drafts)):\n"
        "    for draft in drafts:\n"
        "        analyze(draft.text, draft.language)"
    )
    plain = (
        "from vaderSentiment.vaderSentiment import *; SentimentIntensityAnalyzer().polarity_scores('good')"
    )
    name = f"peak memory, {ARTICLES:,} articles"
    reference = memory_of(plain)
    return Figure(
        name,
        memory_of(code, str(SEEDS)),
        "MB",
        "plain VADER, one word",
        reference,
        150,
        on="value",
        noise=1.1,
    )
