"""Rubrics as YAML: read strictly, refused as a good compiler would."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import yaml

from annotator.errors import InputError, RubricError
from annotator.formats import yaml_nodes
from annotator.formats.rubric_files import check_rubric, parse_rubric, read_rubric

GOOD = """\
id: two-questions
version: "1.10"
title: {en: Two questions, it: Due domande}
description: A first look.
source_note: Our own.
criteria:
  - id: who
    title: Who says it?
    question:
      en: "Is there a name: yes or no?"
      hi: क्या कोई नाम है?
    evidence: quote
    signals: [attribution, anonymous]
    levels:
      - value: 1
        label: no
        descriptor: Nobody is named.
        example: "It burned."
      - value: 3
        label: yes
        descriptor: Somebody is named.
        example: "It burned, says Anna."
  - id: overall
    title: Overall
    question: How is it?
    levels:
      - {value: 1, label: bad, descriptor: Bad., example: x}
      - {value: 2, label: good, descriptor: Good., example: y}
"""


def test_a_good_rubric_is_read_whole() -> None:
    rubric = parse_rubric(GOOD, "r.yaml")
    who, overall = rubric.criteria
    assert (rubric.id, rubric.version, rubric.title) == (
        "two-questions", "1.10", {"en": "Two questions", "it": "Due domande"},
    )  # fmt: skip
    assert (who.evidence, who.signals) == ("quote", ("attribution", "anonymous"))
    assert [level.value for level in who.levels] == [1, 3]
    assert who.question == {"en": "Is there a name: yes or no?", "hi": "क्या कोई नाम है?"}
    assert (overall.evidence, overall.signals) == ("none", ())
    assert rubric.source == GOOD
    assert rubric.digest == hashlib.sha256(GOOD.encode()).hexdigest()


def test_yaml_words_stay_words() -> None:
    labels = [level.label["en"] for level in parse_rubric(GOOD, "r.yaml").criteria[0].levels]
    assert labels == ["no", "yes"]


def test_the_digest_does_not_depend_on_line_ends_or_a_mark() -> None:
    windows = "\ufeff" + GOOD.replace("\n", "\r\n")
    assert parse_rubric(windows, "r.yaml") == parse_rubric(GOOD, "r.yaml")


def changed(old: str, new: str) -> str:
    assert GOOD.count(old) >= 1
    return GOOD.replace(old, new, 1)


WRONG = [
    (changed("descriptor: Nobody", "descriptior: Nobody"), "17:9", "“descriptor”", "a key misspelt"),
    (changed("version:", "verson:"), "2:1", "“version”", "a key of the rubric misspelt"),
    (changed("    signals:", "    signal:"), "13:5", "“signals”", "a key of a criterion misspelt"),
    (changed("        descriptor: Nobody is named.\n", ""), "15:9", "descriptor", "a descriptor missing"),
    (changed("source_note: Our own.\n", ""), "1:1", "source_note", "a key of the rubric missing"),
    (changed("value: 3", "value: 1"), "19:16", "own", "a value twice"),
    (changed("value: 1\n", "value: 5\n"), "19:16", "lowest", "values not ascending"),
    (changed("value: 3", "value: two"), "19:16", "whole number", "a value that is no number"),
    (changed("value: 3", "value: 2.5"), "19:16", "whole number", "a value that is not whole"),
    (changed("value: 3", "value: -1"), "19:16", "whole number", "a value below nothing"),
    (changed("value: 3", "value: 10"), "19:16", "1 to 9", "a value of two digits"),
    (changed("value: 1\n", "value: 0\n"), "15:16", "cannot judge", "the value of cannot judge"),
    (changed("value: 3", "value: ३"), "19:16", "whole number", "a Hindi digit"),
    (changed("id: overall", "id: who"), "23:5", "own", "two criteria with one id"),
    (changed("id: who", "id: overall"), "23:5", "last", "overall not last"),
    (changed("id: who", "id: Who says"), "7:9", "“who-says”", "an id with blanks"),
    (changed("id: who", "id:"), "7:", "after the colon", "an empty value"),
    (changed("      en: \"Is", "      it: \"Is"), "10:7", "en: …", "English missing"),
    (changed("      hi: क्या", "      hl: क्या"), "11:7", "one of: en, it, hi, es.", "a language misspelt"),
    (changed("      en: \"Is", "      fr: \"Is"), "10:7", "en, it, hi", "an unknown language and no English"),
    (changed("      hi: क्या", "      en: क्या"), "11:7", "line 10", "a language twice"),
    (changed("version: \"1.10\"\n", "version: \"1.10\"\nid: other\n"), "3:1", "line 1", "a key twice"),
    (changed("evidence: quote", "evidence: quotes"), "12:15", "“quote”", "an evidence rule misspelt"),
    (changed("[attribution, anonymous]", "attribution"), "13:14", "hyphen", "a text for a list"),
    (changed("title: Who says it?", "title: [Who]"), "8:12", "en", "a list for a text"),
    (changed("title: Who says it?", "title: {en: [Who]}"), "8:17", "words", "a list for a language"),
    (changed("    title: Who", "\ttitle: Who"), "8:1", "spaces", "a tab"),
    (changed("    title: Who", "   \ttitle: Who"), "8:4", "spaces", "a tab after blanks"),
    (changed("A first look.", "First: a look."), "4:19", "quotation marks", "a colon in a bare text"),
    (changed("A first look.", "@home"), "4:14", "quotation marks", "a text that begins with a sign"),
    (changed("A first look.", "*home"), "4:14", "quotation marks", "a text that begins with a star"),
    (changed("A first look.", '"A first look.'), "10:12", "quotation mark", "a quotation mark not closed"),
    ("id: 'core\nversion: 1\n", "1:5", "Close", "a last quotation mark not closed"),
    (changed("    title: Who", "     title: Who"), "8:", "column", "a line too far in"),
    (changed("source_note: Our own.", "---"), "5:", "---", "two documents"),
    (changed("A first look.", "A \x07 bell"), "4:16", "Delete", "a control character"),
    (GOOD[: GOOD.index("criteria:")] + "criteria: [who]\n", "6:12", "keys id", "a text for a criterion"),
    (GOOD[: GOOD.index("criteria:")] + "criteria: []\n", "6:11", "at least one", "no criteria"),
    (GOOD[: GOOD.index("      - {value: 2")], "27:7", "two", "one level"),
    ("format: 2\n" + GOOD, "1:9", "Write 1. A newer annotator", "a newer format"),
    ("format: one\n" + GOOD, "1:9", "Write 1.", "a format that is no number"),
    (changed("id: who", "id: overall-before"), "7:9", "before-and-after", "the id of the first impression"),
    (changed("    evidence: quote", "    ask: after"), "12:10", "overall", "ask for another criterion"),
    (GOOD.replace("How is it?", "How is it?\n    ask: before"), "26:10", "before-and-after", "ask misspelt"),
    ("", "1:1", "README", "nothing"),
    ("# only a comment\n", "1:1", "README", "only a comment"),
    ("just words\n", "1:1", "keys id", "no mapping"),
    ("[" * 5_000, "1:21", "README", "brackets without end"),
    ("- " * 5_000, "1:41", "README", "hyphens without end"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "place", "hint", "reason"), WRONG, ids=[row[3] for row in WRONG])
def test_a_wrong_rubric_is_refused_with_place_line_and_what_to_write(
    source: str, place: str, hint: str, reason: str
) -> None:
    with pytest.raises(RubricError) as caught:
        parse_rubric(source, "r.yaml")
    told = str(caught.value)
    assert told.startswith(f"r.yaml:{place}"), reason
    assert hint in caught.value.hint
    line = caught.value.place.line or 0  # type: ignore[union-attr]
    shown = [*source.split("\n"), ""][line - 1][:40].replace("\t", " ").replace("\x07", "␇")
    assert f"\n  {line} | {shown}" in told


def test_a_complaint_reads_like_that_of_a_good_compiler() -> None:
    with pytest.raises(RubricError) as caught:
        parse_rubric(changed("descriptor: Nobody", "descriptior: Nobody"), "rubrics/mine.yaml")
    assert str(caught.value) == (
        "rubrics/mine.yaml:17:9: “descriptior” is not a key of level 1 of criterion “who”. "
        "Write “descriptor” instead.\n"
        "  17 |         descriptior: Nobody is named.\n"
        "     |         ^"
    )


@pytest.mark.parametrize("row", WRONG, ids=[row[3] for row in WRONG])
def test_complaints_do_not_depend_on_the_parser_in_c(
    row: tuple[str, str, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    for loader in (yaml_nodes._FAST, yaml.BaseLoader):
        monkeypatch.setattr(yaml_nodes, "_FAST", loader)
        with pytest.raises(RubricError) as caught:
            parse_rubric(row[0], "r.yaml")
        told.append(str(caught.value))
    assert told[0] == told[1]


def test_a_rubric_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_rubric(tmp_path / "no.yaml")
    with pytest.raises(InputError, match="folder"):
        read_rubric(tmp_path)
    (tmp_path / "long.yaml").write_bytes(b"#" * 1_000_001)
    with pytest.raises(InputError, match="1 MB"):
        read_rubric(tmp_path / "long.yaml")


def test_all_mistakes_of_a_file_are_found_from_its_top_to_its_end() -> None:
    source = (
        GOOD.replace("version:", "verson:")
        .replace("evidence: quote", "evidence: quotes")
        .replace("value: 3", "value: 0")
        .replace("id: overall", "id: who")
    )
    mistakes = check_rubric(source, "r.yaml").mistakes
    assert [str(one.place) for one in mistakes] == [
        "r.yaml:2:1",
        "r.yaml:12:15",
        "r.yaml:19:16",
        "r.yaml:23:5",
    ]


@pytest.mark.parametrize("row", WRONG, ids=[row[3] for row in WRONG])
def test_one_mistake_is_told_once(row: tuple[str, str, str, str]) -> None:
    two_of_one = {
        "an unknown language and no English", "two documents", "overall not last",
    }  # fmt: skip
    mistakes = check_rubric(row[0], "r.yaml").mistakes
    assert len(mistakes) == 1 or row[3] in two_of_one, [str(one) for one in mistakes]


def test_after_a_mistake_in_yaml_itself_the_rest_is_not_guessed() -> None:
    checked = check_rubric(changed("A first look.", "First: a look.").replace("quote", "quotes"), "r.yaml")
    assert (len(checked.mistakes), checked.is_yaml, checked.rubric) == (1, False, None)


def test_a_misspelt_key_is_still_read_so_that_its_value_is_checked_too() -> None:
    mistakes = check_rubric(changed("evidence: quote", "evidense: quotes"), "r.yaml").mistakes
    assert ["“evidense”" in str(mistakes[0]), "“quotes”" in str(mistakes[1])] == [True, True]


def test_signals_are_checked_only_against_a_list() -> None:
    assert check_rubric(GOOD, "r.yaml").rubric
    (mistake,) = check_rubric(GOOD, "r.yaml", ["attribution", "anonymity"]).mistakes
    assert mistake.hint.startswith("Write “anonymity” instead.")


def test_a_file_without_a_format_is_of_the_first() -> None:
    assert parse_rubric(GOOD, "r.yaml").format == parse_rubric("format: 1\n" + GOOD, "r.yaml").format == 1


def test_an_overall_impression_is_asked_at_the_end() -> None:
    rubric = parse_rubric(GOOD, "r.yaml")
    assert [one.asked for one in rubric.criteria] == ["during", "after"]
    assert rubric.impressions is None


def test_an_overall_impression_asked_before_too_is_a_criterion_of_its_own() -> None:
    twice = GOOD.replace(
        "How is it?", "How is it?\n    ask: before-and-after\n    evidence: quote\n    signals: [quote]"
    )
    rubric = parse_rubric(twice, "r.yaml")
    first, last = rubric.impressions or pytest.fail("there are two impressions")
    assert [one.id for one in rubric.criteria] == ["overall-before", "who", "overall"]
    assert (first.question, first.levels) == (last.question, last.levels)
    assert (first.evidence, first.signals, last.evidence) == ("none", (), "quote")
    assert first.title != last.title


def test_levels_can_be_said_once_and_used_again() -> None:
    source = GOOD.replace("    levels:\n      - value: 1", "    levels: &scale\n      - value: 1")
    source = source[: source.index("      - {value: 1, label: bad")].rstrip() + " *scale\n"
    who, overall = parse_rubric(source, "r.yaml").criteria
    assert who.levels == overall.levels


def test_a_file_full_of_aliases_is_refused_quickly() -> None:
    head = GOOD[: GOOD.index("  - id: overall")].replace("  - id: who", "  - &one\n    id: who")
    (mistake,) = [m for m in check_rubric(head + "  - *one\n" * 5_000, "r.yaml").mistakes if "100" in str(m)]
    assert "Take this" in mistake.hint
