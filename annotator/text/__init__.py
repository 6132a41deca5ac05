"""From a text to its parts: lines, sentences, words, quotations, amounts, language."""

from annotator.text.headlines import find_headline
from annotator.text.identifying import identify_language
from annotator.text.quoting import Quotation
from annotator.text.reading import Document, count_words, read_text
from annotator.text.tokenizing import Tokens

__all__ = [
    "Document",
    "Quotation",
    "Tokens",
    "count_words",
    "find_headline",
    "identify_language",
    "read_text",
]
