"""Readability formulas, each valid for one language, over counts that are made elsewhere.

`textstat` works out the first three in the same way (a test compares them); its English syllables need a
dictionary that it downloads, its Italian sentences run over headings, and Hindi it does not know.
"""

from __future__ import annotations

from typing import Final


def flesch_reading_ease(words: int, sentences: int, syllables: int) -> float:
    """English, about 100 (very easy) down to 0 (very hard): 206.835 - 1.015 w/s - 84.6 syllables/w.

    Flesch, R. (1948). A new readability yardstick. Journal of Applied Psychology 32(3).
    """
    return 206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words)


def flesch_kincaid_grade(words: int, sentences: int, syllables: int) -> float:
    """English, the American school year that can read it: 0.39 w/s + 11.8 syllables/w - 15.59.

    Kincaid, Fishburne, Rogers and Chissom (1975). Research Branch Report 8-75, Naval Technical Training.
    """
    return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59


def gulpease(words: int, sentences: int, letters: int) -> float:
    """Italian, 100 (very easy) down to 0 (very hard): 89 + (300 sentences - 10 letters) / words.

    Lucisano, P. and Piemontese, M. E. (1988). GULPEASE: una formula per la predizione della difficoltà
    dei testi in lingua italiana. Scuola e città 3.
    """
    return 300 * (sentences / words) - 10 * (letters / words) + 89


def szigriszt_pazos(words: int, sentences: int, syllables: int) -> float:
    """Spanish, about 100 (very easy) down to 0 (very hard): 206.835 - 62.3 syllables/w - w/s.

    Szigriszt Pazos, F. (1993). Sistemas predictivos de legilibilidad del mensaje escrito: fórmula de
    perspicuidad. Doctoral thesis, Universidad Complutense de Madrid.
    """
    return 206.835 - 62.3 * (syllables / words) - words / sentences


STUDIED_WORDS: Final = 700
"""The Hindi study's texts had 400 to 1,000 words; its count of long words is taken for the middle."""


def sinha_hindi(words: int, aksharas: int, long_words: int) -> float:
    """Hindi, about 1 (very easy) up to 10 (very hard): -2.34 + 2.14 aksharas/w + 0.01 long words.

    Sinha, M., Sharma, S., Dasgupta, T. and Basu, A. (2012). New Readability Measures for Bangla and Hindi
    Texts. Proceedings of COLING 2012: Posters, first Hindi model (average word length and polysyllabic
    words). Long words are those of more than two syllables. The paper counts them in texts of 400 to
    1,000 words; so that a longer text is not a harder one, the count is scaled to 700 words here.
    """
    return -2.34 + 2.14 * (aksharas / words) + 0.01 * (long_words * STUDIED_WORDS / words)
