"""What the program knows about each language: one data folder a language, one loader."""

from annotator.languages.loading import CODES, OTHER, Language, load_language

__all__ = ["CODES", "OTHER", "Language", "load_language"]
