"""All signals against three public tools that run one after another on the same English words.

The tools: vaderSentiment for each sentence; the metrics of textstat that work without a network; and
proselint with all its checks. Only the seeds in English are read, whole, by everybody, repeated to 1,000
articles; the signals in one process, the tools in another, by turns.
"""

from __future__ import annotations

from benchmarks.figures import Figure
from benchmarks.installed import measured_by_turns

BOUND = 0.10


def measure() -> list[Figure]:
    """The cost of all signals beside that of the three tools together."""
    ours, reference, ratio, told = measured_by_turns("signals", "tools", rounds=5)
    named = f"vaderSentiment, textstat ({', '.join(told['metrics'])}), proselint"
    name = "all signals against three tools, English seeds, per word"
    return [
        Figure(
            name, 1e6 * ours / told["words"], "us", named, 1e6 * reference / told["words"], BOUND, turns=ratio
        )
    ]
