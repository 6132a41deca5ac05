"""Whatever bytes come: an article, or a sentence; never a traceback, never a hang."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.errors import InputError
from annotator.formats.article_drafts import ArticleDraft
from annotator.formats.confining import ConfinedReader
from annotator.formats.decoding import mend
from annotator.formats.importers.tables import read_json_lines, read_table
from annotator.formats.kinds import UNTRUSTED, Kind, recognise
from annotator.text.dates import find_date
from tests.importing.files import KINDS, page


@pytest.fixture(scope="module")
def reader() -> Iterator[ConfinedReader]:
    with ConfinedReader(time_limit=10) as one:
        yield one


def read(reader: ConfinedReader, data: bytes, name: str) -> None:
    """An article whose headline stands where it says, or an `InputError`."""
    try:
        kind = recognise(data, name)
        if kind not in UNTRUSTED:
            return
        found = reader.read(data, kind, name)
    except InputError as problem:
        assert str(problem)
        assert not str(problem).startswith("Traceback")
        return
    if isinstance(found, ArticleDraft):
        assert found.text.strip()
        shown = found.text[found.headline.start : found.headline.end]
        assert shown == "" or shown.split() == found.title.split()


@settings(max_examples=60, deadline=None)
@given(name=st.sampled_from(sorted(KINDS)), data=st.data())
def test_damaged_files_end_in_a_sentence(reader: ConfinedReader, name: str, data: st.DataObject) -> None:
    good = KINDS[name]
    at = data.draw(st.integers(0, len(good) - 1))
    deed = data.draw(st.sampled_from(["cut", "flip", "insert"]))
    byte = data.draw(st.binary(min_size=1, max_size=8))
    bad = {
        "cut": good[:at],
        "flip": good[:at] + byte + good[at + len(byte) :],
        "insert": good[:at] + byte + good[at:],
    }
    read(reader, bad[deed], name)


@settings(max_examples=40, deadline=None)
@given(
    data=st.binary(max_size=400),
    start=st.sampled_from([b"", b"<html>", b"%PDF-1.7\n", b"PK\x03\x04", b"<rss>"]),
)
def test_any_bytes_end_in_a_sentence(reader: ConfinedReader, data: bytes, start: bytes) -> None:
    read(reader, start + data, "any.html")


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=300))
def test_any_table_gives_rows_or_sentences(text: str) -> None:
    for read_rows in (read_table, read_json_lines):
        try:
            for row in read_rows(text, "any"):
                assert isinstance(row, ArticleDraft) or str(row)
        except InputError as problem:
            assert str(problem)


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=200))
def test_mending_leaves_right_text_alone_and_dates_never_fail(text: str) -> None:
    assert mend("शहर में आग लगी।", "a") == "शहर में आग लगी।"
    find_date(text)
    mend(text, "a")


def test_a_reader_that_hangs_is_given_up_and_the_next_file_is_read() -> None:
    nested = b"<html><body>" + b"<div><p>word " * 400_000
    sentence = "more than 0.3 seconds|too large|no article|could not be read"
    with ConfinedReader(time_limit=0.3) as hasty, pytest.raises(InputError, match=sentence):
        hasty.read(nested, Kind.PAGE, "deep.html")
    with ConfinedReader(time_limit=20) as patient:
        assert isinstance(patient.read(page().encode(), Kind.PAGE, "fire.html"), ArticleDraft)


def test_scripts_and_entities_are_words_at_most(reader: ConfinedReader) -> None:
    html = page(head="<script>document.write('x')</script><style>p{}</style>").replace(
        "Nobody was hurt.", "Nobody was hurt. <script>alert(1)</script>"
    )
    found = reader.read(html.encode(), Kind.PAGE, "fire.html")
    assert isinstance(found, ArticleDraft)
    assert "alert" not in found.text + found.furniture
