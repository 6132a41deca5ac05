"""All signals against plain VADER on the same English words, and the languages against each other."""

from __future__ import annotations

from itertools import cycle

from benchmarks.figures import Figure, memory_of, paired
from benchmarks.installed import measured_as_installed
from benchmarks.signal_costs import ARTICLES, SEEDS, Texts, plain_vader


def measure() -> list[Figure]:
    """The cost of all signals, per word, in one process: as installed, and in plain Python."""
    vader, languages = measured_as_installed("vader"), measured_as_installed("languages")
    figures = [
        Figure(
            "all signals, English seeds, per word", vader["ours"], "us",
            "plain VADER per sentence", vader["reference"], 1.0, turns=vader["ratio"],
        ),
        *[
            Figure(
                f"all signals, {code} seeds, per word", languages[code], "us",
                "English", languages["en"], 1.3, turns=languages[f"{code} ratio"],
            )
            for code in ("it", "hi")
        ],
    ]  # fmt: skip
    return [*figures, *_in_plain_python(), _growth(Texts("en").texts), _memory()]


def _in_plain_python() -> list[Figure]:
    """What they cost where no compiler was found, and in a checkout."""
    from annotator.signals import analyze

    seeds = [Texts(code) for code in ("en", "it", "hi")]
    english, times = seeds[0], 4
    words = {one.language: one.words / one.turns for one in seeds}
    plain = plain_vader(english)

    def signals(one: Texts) -> None:
        for _ in range(times):
            for text, headline in zip(one.texts, one.headlines, strict=True):
                analyze(text, one.language, headline)

    def vader() -> None:
        for _ in range(times):
            plain()

    _, _, seeds_ratio = paired(lambda: [signals(one) for one in seeds], vader, rounds=41)
    ours, reference, ratio = paired(lambda: signals(english), vader, rounds=41)
    vader_cost = 1e6 * reference / times / words["en"]
    each = seeds_ratio * vader_cost * words["en"] / sum(words.values())
    figures = [
        Figure(
            "all signals, all five seeds, per word", each, "us",
            "plain VADER per sentence on the English ones", vader_cost, 2.0,
        ),
        Figure(
            "all signals, English seeds, per word, plain Python", 1e6 * ours / times / words["en"], "us",
            "plain VADER per sentence", vader_cost, turns=ratio,
        ),
    ]  # fmt: skip
    for one in seeds[1:]:
        cost, beside, turns = paired(lambda one=one: signals(one), lambda: signals(english), rounds=21)
        figures.append(
            Figure(
                f"all signals, {one.language} seeds, per word, plain Python",
                1e6 * cost / times / words[one.language], "us",
                "English", 1e6 * beside / times / words["en"], 1.3,
                turns=turns * words["en"] / words[one.language],
            )
        )  # fmt: skip
    return figures


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
