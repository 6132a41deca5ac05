"""VADER's fast loop against VADER itself."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotator.resources import shipped
from annotator.signals.adapters import vader
from tests.counting import steps


def words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


FEELINGS = words(
    "good great bad horrible terrible love hate kill won lost kind doubt no die shit bomb ass badass heart",
    "death right luck free crime peace murder fun sux lol :) :D :( <3 ;-) great! (bad) 'best' cute)) o.O",
    "isn't fine like cant shouldn't yeah please top bus stop hell fake fire support solution justice hug",
)
HELPERS = words(
    "very so extremely barely hardly kinda sorta kind-of almost slightly less more most not never without",
    "cannot don't isn't aint nobody n't wasn't neither nor or rarely despite but BUT But, at least no this",
    "to for the in just enough sort doubt beating kiss die bad ass yeah right bomb shit 'but' (but)",
    "least, AT VERY",
)
PLAIN = words("the minister said on Monday, that article’s court U.S. 5,000 $92m x — ... a I II it is was -")
EMOJI = tuple("😀😁💘💋😡👍❤🔥☹‼⁉©®™🆙🔛") + ("👩‍👧", "❤️", "🏳️‍🌈", "👍🏽")
GAPS = (" ", " ", " ", " ", "  ", "\n", "\t", "\xa0", "\u2009", "")
MARKS = ("", "", "", "", "!", "?", "!!!", "???", "?!", "!!!!!!", ".", ",", "...", '"', ")", "’")

pieces = st.sampled_from((*FEELINGS, *FEELINGS, *HELPERS, *HELPERS, *PLAIN, *EMOJI))
dressed = st.builds(
    lambda word, case, before, after: before + case(word) + after,
    pieces,
    st.sampled_from((str, str, str, str.upper, str.title)),
    st.sampled_from(("", "", "", "", "(", '"', "*", "‘")),
    st.sampled_from(MARKS),
)
sentences = st.lists(st.tuples(dressed, st.sampled_from(GAPS)), max_size=14).map(
    lambda parts: "".join(word + gap for word, gap in parts)
)


@settings(max_examples=600, deadline=None)
@given(sentences)
@example("")
@example("   \n ")
@example("VADER is VERY SMART, uber handsome, and FRIGGIN FUNNY!!!")
@example("good but good good but bad, good")
@example("it was never so this kind of the shit but the bomb, yeah right")
@example("no good nor bad, without a doubt not the least horrible")
def test_every_score_is_the_packages_own_to_the_last_digit(sentence: str) -> None:
    assert repr(vader.polarity(sentence)) == repr(vader.reference_polarity(sentence))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_arbitrary_characters_are_scored_as_the_package_scores_them(sentence: str) -> None:
    assert repr(vader.polarity(sentence)) == repr(vader.reference_polarity(sentence))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(FEELINGS[:12]) | st.just("but"), min_size=3, max_size=12).map(" ".join))
def test_words_met_twice_around_but_are_changed_as_oddly_as_the_package_does(sentence: str) -> None:
    assert vader.polarity(sentence) == vader.reference_polarity(sentence)


def test_the_seeds_lines_score_as_the_package_scores_them() -> None:
    files = sorted(shipped("seeds").rglob("*.md"))
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    assert [vader.polarity(line) for line in lines] == [vader.reference_polarity(line) for line in lines]


@settings(max_examples=200, deadline=None)
@given(sentences)
def test_valences_are_exact_spans_in_order_and_come_with_the_same_scores(sentence: str) -> None:
    opinion = vader.appraise(sentence)
    assert opinion.scores == vader.polarity(sentence)
    assert opinion.valences == vader.valences(sentence)
    spans = [(start, end) for start, end, _ in opinion.valences]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(sentence) for start, end in spans)
    assert all(sentence[start:end].strip() == sentence[start:end] != "" for start, end in spans)
    assert all(value for _, _, value in opinion.valences)


POINTED = [
    ("It was a horrible, horrible day.", ["horrible", "horrible"], "punctuation is no part of the word"),
    ("(Shocking!) they said", ["Shocking"], "brackets are no part of the word"),
    ("They did not like it :(", ["like", ":("], "an emoticon is a word"),
    ("What a  day  😁 and a good one", ["😁"], "a word of an emoji's name points at the emoji"),
    ("She is very happy", ["happy"], "the intensifier counts into the word it strengthens"),
    ("The court met on Monday.", [], "nothing felt, nothing pointed at"),
]


@pytest.mark.parametrize(("sentence", "words", "reason"), POINTED, ids=[row[2] for row in POINTED])
def test_the_words_that_carry_feeling_are_pointed_at(sentence: str, words: list[str], reason: str) -> None:
    found = [sentence[start:end] for start, end, _ in vader.valences(sentence)]
    assert [word for word in words if word not in found] == [], reason
    assert len(found) >= len(words)
    assert words or not found


SIGNS = [
    ("a good day", 1, "plain"),
    ("not a good day", -1, "negated"),
    ("never a bad day", 1, "negated bad"),
    ("an extremely good day", 1, "strengthened"),
]


@pytest.mark.parametrize(("sentence", "sign", "reason"), SIGNS, ids=[row[2] for row in SIGNS])
def test_a_valence_has_its_rules_counted_in(sentence: str, sign: int, reason: str) -> None:
    ((_, _, value),) = vader.valences(sentence)
    assert value * sign > 0, reason


def test_importing_the_adapter_loads_neither_package_nor_lexicon() -> None:
    code = "import sys, annotator.signals.adapters.vader; sys.exit('vaderSentiment' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("piece", ["good ", "GOOD ", "good but ", "BAD good "])
def test_the_cost_grows_with_the_length_only(piece: str) -> None:
    vader.appraise(piece)
    short, long = (steps(lambda times=times: vader.appraise(piece * times)) for times in (200, 2_000))
    assert long < 11 * short
