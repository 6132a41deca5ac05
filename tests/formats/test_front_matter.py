"""The facts at the head of an article file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InputError
from annotator.formats.front_matter import KEYS, split

WRONG = [
    ("---\noutlett: bbc\n---\n", "a.md:2:1", "“outlet”", "a letter too many"),
    ("---\noutlet: bbc\ntitle: Fire\n---\n", "a.md:3:1", "“headline”", "another word for the same thing"),
    ("---\noutlet: bbc\nAuthor: X\n---\n", "a.md:3:1", "“byline”", "another word, with a capital"),
    ("---\noutlet: bbc\nlicense: MIT\n---\n", "a.md:3:1", "“licence”", "American spelling"),
    ("---\noutlet: bbc\ntitel: Fire\n---\n", "a.md:3:1", "“headline”", "another word, misspelt"),
    ("---\noutlet: bbc\nqqq: 1\n---\n", "a.md:3:1", "outlet, language, headline", "nothing like it"),
    ("---\noutlet: bbc\n  Outlet: x\n---\n", "a.md:3:3", "“outlet”", "a capital letter, indented"),
    ("---\nurl: a\nurl: b\n---\n", "a.md:3:1", "line 2", "a key given twice"),
    ("---\nurl: a\njust words\n---\n", "a.md:3:1", "“key: value”", "a line without a key"),
    ("---\njust words\nurl: a\n---\n", "a.md:2:1", "“key: value”", "a first line without a key"),
    ("---\nurl: a\nThe text.\n", "a.md:3:1", "“key: value”", "no closing fence, the text follows"),
    ("---\nurl: a\n", "a.md:1:1", "---", "no closing fence, nothing follows"),
    ("---\nurl: a", "a.md:1:1", "---", "the file ends in the front matter"),
    ("---\nurl: a\n----\n", "a.md:3:1", "“key: value”", "four hyphens are no fence"),
]


@pytest.mark.parametrize(("text", "place", "hint", "reason"), WRONG, ids=[row[3] for row in WRONG])
def test_wrong_front_matter_is_refused_with_place_line_and_what_to_write(
    text: str, place: str, hint: str, reason: str
) -> None:
    with pytest.raises(InputError) as caught:
        split(text, "a.md")
    told = str(caught.value)
    assert told.startswith(f"{place}: "), reason
    assert hint in told
    line = caught.value.place.line  # type: ignore[union-attr]
    assert f"{line} | {text.splitlines()[line - 1]}" in told  # type: ignore[operator]


PLAIN = [
    ("No fence.\noutlet: x\n", "begins with words"),
    ("\n---\noutlet: x\n---\n", "an empty line before the fence"),
    ("---\n\nA story after an ornament.\n", "hyphens as an ornament"),
    ("---\nThe minister said: no.\n---\nMore.\n", "a sentence with a colon between ornaments"),
    ("--- \nWords\n", "an ornament with a blank"),
    ("---", "nothing but hyphens"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("text", "reason"), PLAIN, ids=[row[1] for row in PLAIN])
def test_a_text_without_front_matter_is_all_body(text: str, reason: str) -> None:
    assert split(text, "a.txt") == ({}, 0), reason


def test_values_are_what_follows_the_colon_without_quoting_rules() -> None:
    text = '---\n# who\n\nheadline: "We won": the mayor # said \nurl:https://x.org/a:b\nbyline:\n---  \nBody'
    fields, start = split(text, "a.md")
    assert text[start:] == "Body"
    assert {key: field.value for key, field in fields.items()} == {
        "headline": '"We won": the mayor # said',
        "url": "https://x.org/a:b",
        "byline": "",
    }
    assert str(fields["headline"].place) == "a.md:4:11"


def test_front_matter_that_says_nothing_is_taken_off() -> None:
    assert split("---\n---\nBody", "a.md") == ({}, 8)


@given(
    st.dictionaries(
        st.sampled_from(KEYS), st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]))
    ),
    st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"])),
)
def test_the_body_is_what_follows_the_fence_to_the_last_code_point(values: dict[str, str], body: str) -> None:
    head = "---\n" + "".join(f"{key}: {value}\n" for key, value in values.items()) + "---\n"
    fields, start = split(head + body, "a.md")
    assert (head + body)[start:] == body
    assert {key: field.value for key, field in fields.items()} == values


def test_control_characters_in_a_wrong_line_are_made_visible() -> None:
    with pytest.raises(InputError) as caught:
        split("---\nurl: a\n\x1b[31mred: x\x9b\n---\n", "a.md")
    assert "\x1b" not in str(caught.value)
    assert "\x9b" not in str(caught.value)
    assert "␛[31mred" in str(caught.value)
