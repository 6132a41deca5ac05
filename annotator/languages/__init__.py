"""What the program knows about each language: one data folder a language, one loader."""

from annotator.languages.loading import Language, load_language
from annotator.model.languages import CODES, NAMES, OTHER

__all__ = ["CODES", "NAMES", "OTHER", "Language", "load_language"]
