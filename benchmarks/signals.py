"""All signals against plain VADER on the same English words, and the languages against each other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.figures import Figure, paired, seconds

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
    figures = [
        Figure(
            "all signals, all five seeds, per word",
            1e6 * seeds_ratio * reference / times / everything,
            "us",
            "plain VADER per sentence on the English ones",
            seeds_ratio * words["en"] / everything,
            2.0,
        ),
        Figure(
            "all signals, English seeds, per word",
            1e6 * ours / times / words["en"],
            "us",
            f"plain VADER per sentence, {1e6 * reference / times / words['en']:.3f} us",
            ratio,
            1.0,
        ),
    ]
    for code in ("it", "hi"):
        figures.append(
            Figure(
                f"all signals, {code} seeds, per word",
                1e6 * per_word[code] / times,
                "us",
                f"English, {1e6 * per_word['en'] / times:.3f} us",
                per_word[code] / per_word["en"],
                1.3,
            )
        )
    return [*figures, _memory()]


def _plain_vader():  # type: ignore[no-untyped-def]
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    return SentimentIntensityAnalyzer().polarity_scores


def _memory() -> Figure:
    """Peak memory of a process of its own that analyses the seeds over and over to 1,000 articles."""
    code = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from annotator.formats.article_files import read_article\n"
        "from annotator.signals import analyze\n"
        "drafts = [read_article(path) for path in sorted(Path(sys.argv[1]).glob('*.md'))]\n"
        f"for turn in range({ARTICLES} // len(drafts)):\n"
        "    for draft in drafts:\n"
        "        analyze(draft.text, draft.language)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(SEEDS)], capture_output=True, text=True, check=True
    )
    scale = 1e6 if sys.platform == "darwin" else 1e3
    return Figure(f"peak memory, {ARTICLES} articles", int(done.stdout) / scale, "MB", "alone", None, 150)
