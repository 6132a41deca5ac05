from __future__ import annotations

from annotator.model.spans import Span
from annotator.present.selecting import move, select, stretch, whole_paragraphs, whole_sentences, word_at

TEXT = "“We did not,” he said. Then [the minister] left.\n\nदूसरा वाक्य यहाँ है। तीसरा भी।"


def words(span: Span) -> str:
    return TEXT[span.start : span.end]


def test_a_word_is_taken_without_the_signs_around_it() -> None:
    assert words(word_at(TEXT, 0)) == "We"
    assert words(word_at(TEXT, TEXT.index("not"))) == "not"
    assert words(word_at(TEXT, TEXT.index("[the"))) == "the"


def test_the_selection_moves_word_by_word_and_over_paragraphs() -> None:
    selection = select(*word_at(TEXT, TEXT.index("minister")))
    selection = move(TEXT, selection, 1)
    assert words(selection.span) == "left"
    selection = move(TEXT, selection, 1)
    assert words(selection.span) == "दूसरा"
    assert words(move(TEXT, selection, -1).span) == "left"


def test_the_selection_stops_at_the_ends() -> None:
    first = select(*word_at(TEXT, 0))
    assert words(move(TEXT, first, -1).span) == "We"
    last = select(*word_at(TEXT, len(TEXT) - 3))
    assert words(move(TEXT, last, 1).span) == "भी"


def test_the_selection_grows_and_shrinks_from_where_it_began() -> None:
    selection = select(*word_at(TEXT, TEXT.index("he said")))
    longer = stretch(TEXT, selection, 1)
    assert words(longer.span) == "he said"
    assert words(stretch(TEXT, longer, -1).span) == "he"
    assert words(stretch(TEXT, selection, -1).span) == "not,” he"


def test_a_whole_sentence_and_then_the_next() -> None:
    selection = select(*word_at(TEXT, TEXT.index("said")))
    selection = whole_sentences(TEXT, "en", selection)
    assert words(selection.span) == "“We did not,” he said."
    selection = whole_sentences(TEXT, "en", selection)
    assert words(selection.span) == "“We did not,” he said. Then [the minister] left."


def test_hindi_sentences_end_at_the_danda() -> None:
    selection = select(*word_at(TEXT, TEXT.index("वाक्य")))
    assert words(whole_sentences(TEXT, "hi", selection).span) == "दूसरा वाक्य यहाँ है।"


def test_a_whole_paragraph_and_then_the_next() -> None:
    selection = whole_paragraphs(TEXT, select(*word_at(TEXT, 0)))
    assert words(selection.span) == "“We did not,” he said. Then [the minister] left."
    assert words(whole_paragraphs(TEXT, selection).span) == TEXT
