"""Sentences of our own, told in four languages: what belongs together, differs, is put right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.alignment.differing import find_differences
from annotator.alignment.matching import mutual_best, stand_out
from annotator.alignment.plain import PlainMatcher
from annotator.alignment.spelling import nearness, skeleton
from annotator.alignment.stating import find_statements
from annotator.model.spans import Span
from annotator.model.statements import Correction, Passage, statement_id

TOLD = {
    "en": [
        "A fire broke out in the port of Trieste on Monday night.",
        "Three firefighters were injured, the mayor said.",
        "The damage is estimated at 5 million euros.",
        "Professor Anna Kowalski of the University of Oxford will lead the inquiry.",
        "The city will open a new library in the spring.",
    ],
    "it": [
        "La biblioteca riapre dopo i lavori nella prossima settimana di luglio.",
        "I danni sono stimati in 5 milioni di euro.",
        "Un incendio è divampato nel porto di Trieste nella notte di lunedì.",
        "La professoressa Anna Kowalski dell’Università di Oxford guiderà l’inchiesta.",
        "Tre vigili del fuoco sono rimasti feriti, ha detto il sindaco.",
    ],
    "hi": [
        "महापौर ने कहा कि तीन दमकलकर्मी घायल हुए।",
        "सोमवार रात ट्रिएस्टे बंदरगाह में आग लग गई।",
        "ऑक्सफोर्ड विश्वविद्यालय की प्रोफेसर अन्ना कोवाल्स्की जांच का नेतृत्व करेंगी।",
        "क्रिकेट टीम ने कल का मैच जीता।",
        "नुकसान का अनुमान 50 लाख यूरो है।",
    ],
    "es": [
        "Los daños se estiman en cinco millones de euros.",
        "Un incendio se declaró en el puerto de Trieste la noche del lunes.",
        "El tren del sur llegó con dos horas de retraso.",
        "Tres bomberos resultaron heridos, según la alcaldesa.",
        "La profesora Anna Kowalski, de la Universidad de Oxford, dirigirá la investigación.",
    ],
}
SAME = [
    {("en", 0), ("it", 2), ("hi", 1), ("es", 1)},
    {("en", 1), ("it", 4), ("hi", 0), ("es", 3)},
    {("en", 2), ("it", 1), ("hi", 4), ("es", 0)},
    {("en", 3), ("it", 3), ("hi", 2), ("es", 4)},
]


def passage(text: str, language: str = "en", outlet: str = "", start: int = 0) -> Passage:
    return Passage(outlet or language, start, start + len(text), text, outlet or language, language)


def story() -> list[Passage]:
    passages = []
    for language, sentences in TOLD.items():
        start = 0
        for text in sentences:
            passages.append(passage(text, language, start=start))
            start += len(text) + 1
    return passages


def numbered(statement: tuple[Passage, ...]) -> set[tuple[str, int]]:
    return {(one.language, TOLD[one.language].index(one.text)) for one in statement}


def test_what_four_languages_state_is_one_statement_and_the_rest_stays_alone() -> None:
    found = find_statements(story(), PlainMatcher())
    shared = [numbered(one.passages) for one in found if len(one.outlets) > 1]
    assert sorted(map(sorted, shared)) == sorted(map(sorted, SAME))


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("The harbour will need 5 million euros for its repairs.", True),
        ("The harbour will need 7 million euros for its repairs.", False),
        ("The harbour will need a long time for its repairs.", False),
    ],
)
def test_a_sentence_left_over_belongs_to_the_statement_about_its_sum(text: str, belongs: bool) -> None:
    more = passage(text, outlet="en", start=1_000)
    found = find_statements([*story(), more], PlainMatcher())
    (statement,) = (one.passages for one in found if more in one.passages)
    assert (TOLD["it"][1] in {one.text for one in statement}) is belongs


def test_ids_do_not_depend_on_what_else_is_in_the_story() -> None:
    whole = {one.passages[0]: one.id for one in find_statements(story(), PlainMatcher())}
    part = find_statements([one for one in story() if one.language != "hi"], PlainMatcher())
    assert all(whole[one.passages[0]] == one.id for one in part)


def test_a_story_of_two_short_articles_is_matched_too() -> None:
    ones = [passage("The minister resigned on Friday.", outlet="a")]
    others = [
        passage("Il ministro si è dimesso venerdì.", "it", "b"),
        passage("Piove a Milano.", "it", "b", 40),
    ]
    found = find_statements([*ones, *others], PlainMatcher())
    assert [one.outlets for one in found] == [("a", "b"), ("b",)]


def test_nothing_is_linked_where_nothing_is_shared() -> None:
    scores = stand_out([[0.05, 0.04], [0.03, 0.05]], 0.05)
    assert mutual_best(scores, PlainMatcher.least) == []


@pytest.mark.parametrize("empty", [[], [[]]])
def test_an_outlet_without_passages_has_no_pairs(empty: list[list[float]]) -> None:
    assert mutual_best(stand_out(empty, 0.0), 0.1) == []


@pytest.mark.parametrize(
    ("latin", "devanagari"),
    [
        ("obama", "ओबामा"),
        ("trieste", "ट्रिएस्टे"),
        ("oxford", "ऑक्सफोर्ड"),
        ("kowalski", "कोवाल्स्की"),
        ("report", "रिपोर्ट"),
    ],
)
def test_a_name_sounds_alike_in_both_scripts(latin: str, devanagari: str) -> None:
    assert nearness(skeleton(latin), skeleton(devanagari)) >= 0.7


@pytest.mark.parametrize(
    ("one", "other", "words", "why"),
    [
        ("They paid $6 million.", "They paid $7 million.", ("$6 million", "$7 million"), "another sum"),
        ("They paid $92m (£66m).", "They paid £66 million.", None, "a conversion agrees with either"),
        ("They paid $92m.", "They paid £66 million.", None, "another currency cannot be compared"),
        ("They paid $91.9 million.", "They paid $92 million.", None, "rounded"),
        (
            "The quake killed 12 people.",
            "The quake killed 15 people.",
            ("12", "15"),
            "another count of one thing",
        ),
        (
            "The quake killed 12 people in 3 towns.",
            "The quake killed 12 people.",
            None,
            "one count is told only once",
        ),
        ("It was founded in 1998.", "It was founded in 1999.", ("1998", "1999"), "another year"),
        ("The hall has 200 seats.", "The hall has 30 doors.", None, "other things are counted"),
    ],
)
def test_figures_differ_only_where_the_same_thing_is_told_otherwise(
    one: str, other: str, words: tuple[str, str] | None, why: str
) -> None:
    found = find_differences([passage(one, outlet="a"), passage(other, outlet="b")])
    assert [(d.one_words, d.other_words) for d in found] == ([words] if words else []), why


def test_sums_are_compared_across_languages() -> None:
    found = find_differences(
        [
            passage("La società ha pagato 92 milioni di dollari.", "it"),
            passage("कंपनी ने 9.2 करोड़ डॉलर चुकाए।", "hi"),
        ]
    )
    assert found == ()


def test_an_outlet_does_not_contradict_itself() -> None:
    same = [
        passage("They paid $6 million.", outlet="a"),
        passage("They paid $7 million.", outlet="a", start=90),
    ]
    assert find_differences(same) == ()


def correction(deed: str, one: Passage, other: Passage | None = None, shift: int = 0) -> Correction:
    return Correction(
        "c", 1, "r", "s", deed, one.article, Span(one.start + shift, one.end),
        other.article if other else "", Span(other.start, other.end) if other else Span(0, 0), "now",
    )  # fmt: skip


def test_joined_split_and_removed_passages_go_where_people_said() -> None:
    passages = story()
    library, reopens = passages[4], passages[5]
    fire = passages[0]
    found = find_statements(
        passages,
        PlainMatcher(),
        [correction("join", library, reopens), correction("split", fire), correction("remove", passages[2])],
    )
    groups = [numbered(one.passages) for one in found]
    assert {("en", 4), ("it", 0)} in groups
    assert {("en", 0)} in groups
    assert {("it", 2), ("hi", 1), ("es", 1)} in groups
    assert {("it", 1), ("hi", 4), ("es", 0)} in groups
    assert {one.corrected for one in found if fire in one.passages} == {True}


def test_a_correction_holds_when_a_sentence_is_cut_a_little_differently() -> None:
    passages = story()
    found = find_statements(passages, PlainMatcher(), [correction("split", passages[0], shift=4)])
    assert {("en", 0)} in [numbered(one.passages) for one in found]


def test_a_correction_of_a_passage_that_is_gone_does_nothing() -> None:
    passages = story()
    gone = replace(passages[0], article="elsewhere")
    assert find_statements(passages, PlainMatcher(), [correction("split", gone)]) == find_statements(
        passages, PlainMatcher()
    )


def test_a_statement_has_the_id_of_its_first_passage() -> None:
    assert all(one.id == statement_id(one.passages[0]) for one in find_statements(story(), PlainMatcher()))
