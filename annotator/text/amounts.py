"""Numbers and sums of money in a text, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from annotator.languages import CODES
from annotator.languages.folding import fold
from annotator.model.findings import Amount
from annotator.text.amount_words import SIGNS, Currency, amount_words
from annotator.text.number_phrases import Number, NumberReader
from annotator.text.numerals import VULGAR
from annotator.text.reading import Tokens

_DIGITS = re.compile(rf"[\d{VULGAR}]+")
_BEFORE = 16
"""How far to the left a currency is looked for."""


def find_amounts(text: str, language: str, tokens: Tokens | None = None) -> tuple[Amount, ...]:
    """The numbers and sums of money in order of place; none for a language without data.

    The span covers number, multipliers and currency. Values are exact decimals turned to the nearest
    float; the unit of money is its ISO 4217 code, or `USD/100` for coins that stand alone (50 cents);
    coins joined to the main unit count into it (5 dollars 20 cents is 5.2 USD). A percentage is a plain
    number (27% is 0.27), and so are years. Left out: a lone one, un, एक; ordinals; clock times; and digits
    inside names, addresses and measures of one letter (F16, 5G). `tokens`, where they have been read
    already, save time. Cost is linear in the text's length.
    """
    if language not in CODES:
        return ()
    return tuple(_Finder(text, language).find(tokens or Tokens(text, language)))
