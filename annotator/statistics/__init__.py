"""Figures about scores: plain Python, each with its method and source."""

from annotator.statistics.summarizing import MINIMUM_N, Summary, median, quartiles, summarize

__all__ = ["MINIMUM_N", "Summary", "median", "quartiles", "summarize"]
