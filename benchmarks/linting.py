"""All signals against three public tools that run one after another on the same English words.

The tools: vaderSentiment for each sentence; the metrics of textstat that work without a network; and
proselint with all its checks. Only the seeds in English are read, whole, by everybody, repeated to 1,000
articles.
"""

from __future__ import annotations

from benchmarks.figures import Figure
from benchmarks.installed import measured_as_installed

BOUND = 0.10


def measure() -> list[Figure]:
    """The cost of all signals beside that of the three tools together."""
    told = measured_as_installed("tools")
    named = f"vaderSentiment, textstat ({', '.join(told['metrics'])}), proselint"
    name = "all signals against three tools, English seeds, per word"
    return [Figure(name, told["ours"], "us", named, told["reference"], BOUND, turns=told["ratio"])]
