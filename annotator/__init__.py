"""annotator: judge how credible and how biased news articles are, with signals that point at words."""

__version__ = "0.1.0"
