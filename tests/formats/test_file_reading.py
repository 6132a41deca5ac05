"""Text files from disk: what is taken in, what is refused and how it is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import InputError
from annotator.formats.reading import check_encoding, normalize_line_ends, read_text_file, read_unchanged

REFUSED = [
    (b"", "the file is empty", "nothing in it"),
    (b" \r\n\t\n", "the file is empty", "only white space"),
    (b"\xef\xbb\xbf\n", "the file is empty", "only a byte order mark"),
    (b"\x89PNG\r\n\x1a\n\x00\x00", "binary file", "a picture"),
    (b"words\x00words", "binary file", "a NUL in the middle"),
    ("caff\u00e8".encode("utf-16"), "UTF-16", "saved by an old Notepad as Unicode"),
    (b"\xfe\xff\x00a", "UTF-16", "the other byte order"),
    (b"uno\ndue\ncaff\xe8 nero", "0xE8 is not UTF-8", "Windows-1252"),
    (b"\xe0\xa4", "0xE0 is not UTF-8", "a Hindi letter cut in two at the end"),
    (b"a\xed\xa0\x80", "0xED is not UTF-8", "half a surrogate pair"),
]


@pytest.mark.parametrize(("data", "said", "reason"), REFUSED, ids=[row[2] for row in REFUSED])
def test_what_is_no_utf8_text_is_refused(tmp_path: Path, data: bytes, said: str, reason: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=said) as caught:
        read_text_file(path, limit=1_000)
    assert str(path) in str(caught.value)
    assert caught.value.hint, reason


def test_a_wrong_byte_is_named_with_its_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"uno\r\ndue\r\ncaff\xe8 nero")
    with pytest.raises(InputError, match="0xE8") as caught:
        read_text_file(path, limit=1_000)
    assert (caught.value.place.line, caught.value.place.column) == (3, 5)  # type: ignore[union-attr]
    assert "UTF-8" in caught.value.hint


def test_a_missing_file_a_folder_and_a_pipe_are_told_apart(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    for path, said in ((tmp_path / "no.txt", "no such file"), (tmp_path, "folder"), (pipe, "pipe")):
        with pytest.raises(InputError, match=said):
            read_text_file(path, limit=1_000)


def test_a_file_below_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("words")
    with pytest.raises(InputError, match="cannot be read"):
        read_text_file(tmp_path / "file" / "article.txt", limit=1_000)


def test_a_file_beyond_the_limit_is_refused_with_its_size(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(52_400_000)
    with pytest.raises(InputError, match=r"52\.4 MB; at most 20 MB are read"):
        read_text_file(path, limit=20_000_000)


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(b"x" * 1_000)
    assert len(read_text_file(path, limit=1_000)) == 1_000


def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("words")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(InputError, match="may not read"):
        read_text_file(path, limit=1_000)


@given(st.text(st.sampled_from("ab\r\n\ufeff\u2028\x85\x0bक़é")))
def test_normalising_line_ends_twice_is_normalising_once(text: str) -> None:
    once = normalize_line_ends(text)
    assert "\r" not in once
    assert normalize_line_ends(once) == once.removeprefix("\ufeff")


@given(st.text(st.characters(exclude_characters="\r\ufeff", exclude_categories=["Cs"])))
def test_nothing_but_line_ends_and_the_mark_is_changed(text: str) -> None:
    assert normalize_line_ends(text) == text
    assert normalize_line_ends("\ufeff" + text.replace("\n", "\r\n")) == text
    assert normalize_line_ends(text.replace("\n", "\r")) == text


def test_a_wrong_byte_is_found_at_any_place_of_a_long_file(tmp_path: Path) -> None:
    path = tmp_path / "scores.csv"
    path.write_bytes("क\n".encode() * 300_000 + b"ab\xff")
    with pytest.raises(InputError, match="0xFF") as caught:
        check_encoding(path)
    assert (caught.value.place.line, caught.value.place.column) == (300_001, 3)  # type: ignore[union-attr]


@pytest.mark.parametrize("offset", range(4))
def test_a_character_across_two_pieces_is_no_wrong_byte(tmp_path: Path, offset: int) -> None:
    path = tmp_path / "scores.csv"
    path.write_bytes(b"x" * ((1 << 20) - offset) + "😀\n".encode())
    check_encoding(path)


def test_a_text_can_be_had_exactly_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes("\ufeffè\r\nक\r".encode())
    assert read_unchanged(path, limit=1_000) == "\ufeffè\r\nक\r"
