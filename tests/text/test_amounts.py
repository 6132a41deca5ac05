"""Numbers and sums of money, in digits and in words."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.languages import CODES
from annotator.resources import shipped
from annotator.text import Tokens, identify_language
from annotator.text.amounts import find_amounts
from tests.counting import steps

ENGLISH = [
    ("it will pay $92m to settle", "$92m", 92e6, "USD", "a letter that touches the digits multiplies"),
    ("US$92 Million", "US$92 Million", 92e6, "USD", "letters before the sign name the currency"),
    ("a £66m deal", "£66m", 66e6, "GBP", "pounds"),
    ("about $1.5 bn", "$1.5 bn", 1.5e9, "USD", "bn after a space"),
    ("Rs. 2,000 crore", "Rs. 2,000 crore", 2e10, "INR", "Indian multiplier, abbreviation with a point"),
    ("Rs 1.5 lakh crore", "Rs 1.5 lakh crore", 1.5e12, "INR", "multipliers multiply each other"),
    ("₹ 500", "₹ 500", 500, "INR", "sign with a space"),
    ("2,00,000 rupees", "2,00,000 rupees", 200_000, "INR", "Indian grouping"),
    (
        "€ 1.234.567,89",
        "€ 1.234.567,89",
        1_234_567.89,
        "EUR",
        "of two separators the last is the point",
    ),
    ("half a million dollars", "half a million dollars", 5e5, "USD", "a part of a multiplier"),
    ("a million dollars", "a million dollars", 1e6, "USD", "an article for one"),
    ("three quarters of a million", "three quarters of a million", 750_000, "", "fraction of a multiplier"),
    ("two-and-a-half million", "two-and-a-half million", 2.5e6, "", "hyphens join"),
    ("three million and a half", "three million and a half", 3.5e6, "", "half of the multiplier before"),
    ("one hundred and three people", "one hundred and three", 103, "", "words joined by and"),
    ("4 thousand 3 hundred and 21", "4 thousand 3 hundred and 21", 4321, "", "digits and words mixed"),
    ("two hundred thousand euros", "two hundred thousand euros", 200_000, "EUR", "words with currency"),
    ("five point two million", "five point two million", 5.2e6, "", "decimals spoken"),
    ("a 92-million-dollar deal", "92-million-dollar", 92e6, "USD", "a compound with hyphens"),
    ("10k followers", "10k", 10_000, "", "k for thousand"),
    ("5 dollars 20 cents", "5 dollars 20 cents", 5.2, "USD", "coins joined to the main unit count into it"),
    ("20 cents", "20 cents", 20, "USD/100", "coins alone keep their own unit"),
    ("50p a day", "50p", 50, "GBP/100", "p touching the digits is pence"),
    ("15 dollars and 50.", "15 dollars and 50", 15.5, "USD", "hundredths without a name"),
    ("75 USD million", "75 USD million", 75e6, "USD", "code between number and multiplier"),
    ("rose by 30 MUSD", "30 MUSD", 30e6, "USD", "multiplier run together with the code"),
    ("A$50 million", "A$50 million", 50e6, "AUD", "not every dollar is American"),
    ("10 million Swiss francs", "10 million Swiss francs", 10e6, "CHF", "currency of two words"),
    ("fell -$3 million", "-$3 million", -3e6, "USD", "a minus before the sign"),
    ("minus 5 degrees", "minus 5", -5, "", "a minus in words"),
    ("27% of voters", "27%", 0.27, "", "a percentage is a plain number"),
    ("in 2021", "2021", 2021, "", "a year is a plain number"),
    ("By mid-1962", "1962", 1962, "", "a year after a hyphen"),
    ("1½ million", "1½ million", 1.5e6, "", "a vulgar fraction"),
    ("40 000 people", "40 000", 40_000, "", "thousands grouped by spaces"),
]
ITALIAN = [
    ("92 milioni di dollari", "92 milioni di dollari", 92e6, "USD", "di between multiplier and currency"),
    ("pari a 1.234.567,89 €", "1.234.567,89 €", 1_234_567.89, "EUR", "Italian separators"),
    ("la multa di 2,75 euro", "2,75 euro", 2.75, "EUR", "a comma before decimals"),
    ("3.500 persone", "3.500", 3500, "", "a point groups thousands"),
    ("due milioni e mezzo di euro", "due milioni e mezzo di euro", 2.5e6, "EUR", "e mezzo is half a million"),
    ("mezzo milione di dollari", "mezzo milione di dollari", 5e5, "USD", "mezzo before the multiplier"),
    ("duecentocinquanta euro", "duecentocinquanta euro", 250, "EUR", "one word"),
    ("duecentocinquantamila euro", "duecentocinquantamila euro", 250_000, "EUR", "one long word"),
    ("centotto", "centotto", 108, "", "cento loses its o before otto"),
    ("tremilacinquecento", "tremilacinquecento", 3500, "", "thousands and hundreds in one word"),
    ("un milione duecentomila", "un milione duecentomila", 1.2e6, "", "multiplier, then one word"),
    ("92mila euro", "92mila euro", 92_000, "EUR", "mila touching the digits"),
    ("un milione e 200mila euro", "un milione e 200mila euro", 1.2e6, "EUR", "words and digits joined"),
    ("€ 92 mln", "€ 92 mln", 92e6, "EUR", "abbreviated multiplier"),
    ("una ventina di milioni di euro", "una ventina di milioni di euro", 20e6, "EUR", "a score of millions"),
    ("costa euro 5.000", "euro 5.000", 5000, "EUR", "the name before the number"),
    ("mille euro e cinquanta centesimi", "mille euro e cinquanta centesimi", 1000.5, "EUR", "coins joined"),
    ("un euro", "un euro", 1, "EUR", "un before a currency is one"),
    ("meno 5 gradi", "meno 5", -5, "", "minus in words"),
    ("più o meno 5 milioni", "5 milioni", 5e6, "", "più o meno is about"),
    ("il 27 per cento", "27 per cento", 0.27, "", "a percentage in words"),
    ("vent'anni", "vent", 20, "", "elided before anni"),
    (
        "2,5 miliardi di dollari di Hong Kong",
        "2,5 miliardi di dollari di Hong Kong",
        2.5e9,
        "HKD",
        "long name",
    ),
]
HINDI = [
    ("9.2 करोड़ डॉलर का", "9.2 करोड़ डॉलर", 92e6, "USD", "exact although 9.2 is no binary number"),
    ("11 लाख", "11 लाख", 1.1e6, "", "lakh"),
    ("ढाई करोड़", "ढाई करोड़", 25e6, "", "two and a half"),
    ("साढ़े तीन लाख रुपये", "साढ़े तीन लाख रुपये", 350_000, "INR", "half is added to the number after it"),
    ("सवा लाख", "सवा लाख", 125_000, "", "a quarter is added to one"),
    ("सवा दो करोड़", "सवा दो करोड़", 22.5e6, "", "a quarter is added to two"),
    ("पौने दो लाख", "पौने दो लाख", 175_000, "", "a quarter is taken off"),
    ("डेढ़ सौ", "डेढ़ सौ", 150, "", "one and a half hundred"),
    ("आधा करोड़", "आधा करोड़", 5e6, "", "half of a multiplier"),
    ("₹ 500", "₹ 500", 500, "INR", "sign"),
    ("Rs. 2,000 करोड़", "Rs. 2,000 करोड़", 2e10, "INR", "Latin abbreviation, Hindi multiplier"),
    ("रु. 500", "रु. 500", 500, "INR", "Hindi abbreviation before the number"),
    ("९२ लाख रुपए", "९२ लाख रुपए", 9.2e6, "INR", "Devanagari digits"),
    ("२,००,००० रुपये", "२,००,००० रुपये", 200_000, "INR", "Devanagari digits grouped the Indian way"),
    ("11 लाख 50 हजार रुपये", "11 लाख 50 हजार रुपये", 1.15e6, "INR", "terms are added"),
    ("2 हजार करोड़ रुपये", "2 हजार करोड़ रुपये", 2e10, "INR", "multipliers multiply each other"),
    ("5 रुपये 50 पैसे", "5 रुपये 50 पैसे", 5.5, "INR", "coins joined"),
    ("एक सौ पच्चीस करोड़ पैंतीस लाख", "एक सौ पच्चीस करोड़ पैंतीस लाख", 1_253_500_000, "", "long number in words"),
    ("27 प्रतिशत", "27 प्रतिशत", 0.27, "", "a percentage in words"),
    ("92 मिलियन अमेरिकी डॉलर", "92 मिलियन अमेरिकी डॉलर", 92e6, "USD", "borrowed multiplier, two-word currency"),
]
ALL = [("en", *row) for row in ENGLISH] + [("it", *row) for row in ITALIAN] + [("hi", *row) for row in HINDI]


@pytest.mark.parametrize(("language", "text", "words", "value", "unit", "reason"), ALL)
def test_an_amount_has_its_span_value_and_unit(
    language: str, text: str, words: str, value: float, unit: str, reason: str
) -> None:
    found = [(text[one.start : one.end], one.value, one.unit) for one in find_amounts(text, language)]
    assert found == [(words, value, unit)], reason


LEFT_OUT = [
    ("en", "several million dollars", "how many is not said"),
    ("en", "millions of dollars", "a plural without a number"),
    ("en", "it won the third race", "won is a verb, third an ordinal"),
    ("en", "That one is really good", "a pronoun"),
    ("en", "on the 3rd at 10:30", "an ordinal and a clock time"),
    ("en", "COVID-19, an F-16, 5G and MH370", "names"),
    ("en", "http://example.org/2020/12/03?id=7 and v2.3.1", "an address, a version"),
    ("en", "the dollar fell", "a currency without a number"),
    ("it", "una persona, per mezzo di", "articles and prepositions"),
    ("it", "diversi milioni di euro", "how many is not said"),
    ("hi", "कई लाख रुपये", "how many is not said"),
    ("hi", "एक आदमी, अरब देश", "एक as an article, अरब as a name"),
    ("hi", "10वीं कोविड-19", "an ordinal, a name"),
    ("other", "$5", "a language without data"),
]


@pytest.mark.parametrize(("language", "text", "reason"), LEFT_OUT)
def test_what_is_no_amount_is_left_out(language: str, text: str, reason: str) -> None:
    assert find_amounts(text, language) == (), reason


SEVERAL = [
    ("en", "$10-15 million", [(10e6, "USD"), (15e6, "USD")], "a range shares multiplier and sign"),
    ("en", "between $10 and $15 million", [(10e6, "USD"), (15e6, "USD")], "a range in words"),
    ("it", "da 5 a 10 milioni di euro", [(5e6, "EUR"), (10e6, "EUR")], "an Italian range"),
    ("hi", "10 से 15 लाख रुपये", [(1e6, "INR"), (1.5e6, "INR")], "a Hindi range"),
    ("hi", "दो-तीन लाख रुपये", [(2e5, "INR"), (3e5, "INR")], "a range of words"),
    ("en", "50 to 60 percent", [(0.5, ""), (0.6, "")], "a range of percentages"),
    ("en", "$5 million and 20 years", [(5e6, "USD"), (20, "")], "and may join two facts"),
    ("en", "paid 2 dollars and 5 euros", [(2, "USD"), (5, "EUR")], "two currencies"),
    (
        "en",
        "$ 20,000.00 $ 37,305.97",
        [(20_000, "USD"), (37_305.97, "USD")],
        "a sign leads what follows",
    ),
    ("en", "3 USD50 cards", [(3, ""), (50, "USD")], "a code that touches belongs there"),
    ("en", "5 €, 10 €, 20 €", [(5, "EUR"), (10, "EUR"), (20, "EUR")], "a sign after the number"),
    ("en", "nos. 22,24,26,31", [(22, ""), (24, ""), (26, ""), (31, "")], "a list is no grouping"),
    ("en", "In 2020 300 people", [(2020, ""), (300, "")], "four digits begin no group"),
    ("en", "10m euros, but 10m deep", [(10e6, "EUR")], "m alone may be metres"),
]


@pytest.mark.parametrize(("language", "text", "expected", "reason"), SEVERAL)
def test_neighbouring_amounts_are_told_apart(
    language: str, text: str, expected: list[tuple[float, str]], reason: str
) -> None:
    assert [(one.value, one.unit) for one in find_amounts(text, language)] == expected, reason


def test_all_languages_say_the_same_sum() -> None:
    texts = {
        "en": "a $92m settlement",
        "it": "92 milioni di dollari",
        "hi": "9.2 करोड़ डॉलर",
        "es": "noventa y dos millones de dólares",
    }
    assert set(texts) == set(CODES)
    values = {(one.value, one.unit) for code, text in texts.items() for one in find_amounts(text, code)}
    assert values == {(92_000_000.0, "USD")}


WORDS = {
    "en": "one two twenty hundred thousand million a half of point minus $ US$ € 5 1,234 1,2,3 . , - / : % "
    "dollars cents usd rs. k m bn between to or and several x 3rd 1990s ½ 1/2 $5m third 元",
    "it": "un una due venti cento mila mille milioni miliardo e mezzo di virgola meno euro centesimi € 5 "
    "1.234,5 1.234 da a tra o più duecentomila . , - mln sterline",
    "hi": "एक दो बीस सौ हजार लाख करोड़ और सवा साढ़े पौने डेढ़ आधा तीन चौथाई रुपये पैसे ₹ Rs. ५ १,२३४ 5 से या कई । - %",
}
texts = st.sampled_from(sorted(WORDS)).flatmap(
    lambda code: st.tuples(
        st.just(code),
        st.lists(
            st.tuples(st.sampled_from(WORDS[code].split()), st.sampled_from((" ", " ", "", "-", "\n", "  "))),
            max_size=14,
        ).map(lambda parts: "".join(word + gap for word, gap in parts)),
    )
)


@settings(max_examples=400, deadline=None)
@given(texts)
def test_whatever_the_words_amounts_are_finite_ordered_and_exact(case: tuple[str, str]) -> None:
    code, text = case
    reached = 0
    for one in find_amounts(text, code):
        assert reached <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == text[one.start : one.end].strip()
        assert math.isfinite(one.value)
        reached = one.end


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**12), st.sampled_from(["en", "it", "hi"]))
def test_a_whole_number_is_read_as_it_is_written(number: int, code: str) -> None:
    grouped = f"{number:,}".replace(",", "." if code == "it" else ",")
    for text in (str(number), grouped, f"({grouped}) x"):
        assert [one.value for one in find_amounts(text, code)] == [float(number)]


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=80) | st.text("0123456789.,/ %$½²٣", max_size=60), st.sampled_from(["en", "it", "hi"])
)
def test_any_text_is_read_without_an_error(text: str, code: str) -> None:
    for one in find_amounts(text, code):
        assert 0 <= one.start < one.end <= len(text)


def test_tokens_read_before_give_the_same_amounts_on_the_seeds() -> None:
    for path in sorted(shipped("seeds").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        code = identify_language(text)
        if code != "other":
            assert find_amounts(text, code, Tokens(text, code)) == find_amounts(text, code)


@pytest.mark.parametrize("piece", ["one ", "9", "1,", "$ ", "two and ", "5 $ ", "million ", "5-", "1 000 "])
def test_the_cost_grows_with_the_length_only(piece: str) -> None:
    find_amounts(piece, "en")
    short, long = (steps(lambda text=piece * times: find_amounts(text, "en")) for times in (160, 1_600))
    assert long < 11 * short
