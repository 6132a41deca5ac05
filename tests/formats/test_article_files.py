"""Articles as text and Markdown files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InputError
from annotator.formats.article_files import parse_article, read_article
from annotator.model.spans import Span


def test_a_plain_text_is_the_article(tmp_path: Path) -> None:
    path = tmp_path / "fire.txt"
    path.write_bytes(b"\xef\xbb\xbfFire in the harbour\r\n\r\nIt burned.\r")
    draft = read_article(path)
    assert draft.text == "Fire in the harbour\n\nIt burned.\n"
    assert (draft.headline, draft.title) == (Span(0, 0), "")
    assert (draft.outlet, draft.published, draft.url, draft.byline) == ("unknown",) * 4
    assert (draft.language, draft.story, draft.source) == ("", "", "fire.txt")


def test_front_matter_tells_the_facts() -> None:
    draft = parse_article(
        "---\noutlet: harbour-news\nlanguage: it\nheadline: Incendio al porto\nbyline: A. Conti\n"
        "date: 2024-05-03\nurl: https://example.org/1\nstory: harbour-fire\nlicence: CC BY 4.0\n"
        "source: agency wire\nretrieved: 2024-05-04\n---\nNotizie\nIncendio al porto\nHa bruciato.",
        "a.md",
    )
    assert draft.text == "Notizie\nIncendio al porto\nHa bruciato."
    assert draft.text[slice(*draft.headline)] == draft.title == "Incendio al porto"
    assert (draft.outlet, draft.language, draft.story) == ("harbour-news", "it", "harbour-fire")
    assert (draft.byline, draft.published, draft.url) == ("A. Conti", "2024-05-03", "https://example.org/1")
    assert (draft.licence, draft.source, draft.retrieved) == ("CC BY 4.0", "agency wire", "2024-05-04")


def test_unknown_is_said_openly_and_means_nothing_was_declared() -> None:
    keys = ("outlet", "language", "headline", "byline", "date", "url", "story")
    draft = parse_article("---\n" + "".join(f"{key}: unknown\n" for key in keys) + "---\nBody", "a.md")
    assert draft == parse_article("Body", "a.md")


WRONG = [
    ("headline: Feuer", "a.md:2:11", "not in the text", "letter for letter", "a headline from elsewhere"),
    (
        "headline: Fire in harbor",
        "a.md:2:11",
        "not in the text",
        "Fire in the harbour",
        "nearly the headline",
    ),
    ("language: klingon", "a.md:2:11", "“klingon”", "en, it, hi, es, other", "an unknown language"),
    ("language: Italiano", "a.md:2:11", "“Italiano”", "“it”", "a language by its name"),
    ("date: 26 Feb 2021", "a.md:2:7", "not a date", "2021-02-26", "a date in words"),
    ("date: 2021-02-30", "a.md:2:7", "not a date", "2021-02-26", "a day that never was"),
    ("date: 2021-2-3", "a.md:2:7", "not a date", "2021-02-26", "a date without zeros"),
    ("date: २०२१", "a.md:2:7", "not a date", "2021-02-26", "Hindi digits"),
    ("outlet: BBC News", "a.md:2:9", "short name", "“bbc-news”", "an outlet's full name"),
    ("outlet: हिन्दुस्तान", "a.md:2:9", "short name", "small letters", "a name without Latin letters"),
    ("story: Harbour fire!", "a.md:2:8", "short name", "“harbour-fire”", "a story's full title"),
]


@pytest.mark.parametrize(("line", "place", "said", "hint", "reason"), WRONG, ids=[row[4] for row in WRONG])
def test_a_wrong_value_is_refused_with_its_line(
    line: str, place: str, said: str, hint: str, reason: str
) -> None:
    with pytest.raises(InputError) as caught:
        parse_article(f"---\n{line}\n---\nFire in the harbour\n\nIt burned.", "a.md")
    assert str(caught.value.place) == place, reason
    assert said in caught.value.message
    assert hint in caught.value.hint
    assert line in str(caught.value)


@pytest.mark.parametrize("known", ["2021", "2021-02", "2021-02-26", "unknown"])
def test_a_date_may_be_known_in_part(known: str) -> None:
    assert parse_article(f"---\ndate: {known}\n---\nBody", "a.md").published == known


def test_front_matter_without_a_text_is_refused() -> None:
    with pytest.raises(InputError, match="no text after the front matter"):
        parse_article("---\noutlet: bbc\n---\n \n", "a.md")


@pytest.mark.parametrize("name", ["photo.jpg", "article.html", "article.pdf", "article"])
def test_other_kinds_of_files_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("words")
    with pytest.raises(InputError, match="kind of file is not read") as caught:
        read_article(tmp_path / name)
    assert ".md or .txt" in caught.value.hint


def test_missing_comes_before_the_kind(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_article(tmp_path / "no.pdf")


def test_the_text_is_never_changed_but_for_line_ends() -> None:
    text = "  Tab\there [and] \x1b[31m markup\u2028\x85\u200d क़ क\u093c 🇮🇹 e\u0301 \x00\n\n\n"
    assert parse_article(text, "a.txt").text == text


@given(st.text(st.characters(exclude_categories=["Cs"])).filter(lambda text: text.strip() and text[0] != "-"))
def test_a_text_on_disk_comes_back_with_lf(text: str) -> None:
    expected = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if expected.strip():
        assert parse_article(expected, "a.txt").text == expected
