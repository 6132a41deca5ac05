"""Taking articles in: the good ones go in, the others are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import InputError
from annotator.model.articles import UNKNOWN
from annotator.resources import shipped
from annotator.workbench.importing import add_sources
from annotator.workbench.opening import Workspace
from annotator.workbench.reading import article, find_article, list_articles, list_stories, outlet
from annotator.workbench.seeding import seed

HINDI = """\
टिकटॉक पर समझौता: जानिए पूरा मामला

कंपनी ने कहा कि वह सहमत नहीं है और अदालत में यह मामला कई साल से चल रहा था।
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path


def test_an_article_comes_in_word_for_word(workspace: Workspace, tmp_path: Path) -> None:
    (added,) = add_sources(workspace, [write(tmp_path, "samachar.txt", HINDI)])
    assert added.article is not None
    assert not added.duplicate
    assert article(workspace, added.article.id) == added.article
    assert added.article.text == HINDI
    assert added.article.language == "hi"
    assert added.article.title == "टिकटॉक पर समझौता: जानिए पूरा मामला"
    assert added.article.outlet == added.article.published == UNKNOWN
    assert added.article.source == "samachar.txt"


def test_line_ends_and_byte_order_mark_are_the_only_change(workspace: Workspace, tmp_path: Path) -> None:
    text = "\ufeffA headline of four words\r\n\r\n  Two  blanks,\ttab \u200d and\u00a0more 👩‍🏫\r\n"
    (added,) = add_sources(workspace, [write(tmp_path, "dos.txt", text)])
    assert added.article is not None
    kept = article(workspace, added.article.id).text
    assert kept == text.removeprefix("\ufeff").replace("\r\n", "\n")


def test_front_matter_describes_and_the_user_overrules_it(workspace: Workspace, tmp_path: Path) -> None:
    head = "---\noutlet: gazette\nlanguage: en\nstory: council\ndate: 2021-02-26\nurl: https://a.example/b\n---\n"
    path = write(tmp_path, "a.md", head + "A headline of four words\n\nBody.\n")
    (told,) = add_sources(workspace, [path])
    assert told.article is not None
    assert (told.article.outlet, told.article.story, told.article.published) == (
        "gazette",
        "council",
        "2021-02-26",
    )
    (said,) = add_sources(
        workspace, [path], outlet="The Herald", story="Harbour fire", language="it", published="2022", url="u"
    )
    assert said.article is not None
    assert (said.article.outlet, said.article.story, said.article.language) == (
        "the-herald",
        "harbour-fire",
        "it",
    )
    assert outlet(workspace, "the-herald").name == "The Herald"
    assert ("harbour-fire", "Harbour fire") in [(row.id, row.title) for row in list_stories(workspace)]


def test_the_same_article_twice_is_one_article(workspace: Workspace, tmp_path: Path) -> None:
    first = write(tmp_path, "one.txt", HINDI)
    second = write(tmp_path, "two.txt", HINDI)
    results = add_sources(workspace, [first, second, first])
    assert [one.duplicate for one in results] == [False, True, True]
    assert len({one.article.id for one in results if one.article}) == 1


def test_one_agency_text_of_two_outlets_is_two_articles(workspace: Workspace, tmp_path: Path) -> None:
    path = write(tmp_path, "one.txt", HINDI)
    for name in ("gazette", "herald"):
        assert not add_sources(workspace, [path], outlet=name)[0].duplicate


def test_good_files_go_in_and_bad_ones_are_told(workspace: Workspace, tmp_path: Path) -> None:
    before = len(list_articles(workspace, None, None))
    files = {
        "good.txt": HINDI.encode(),
        "empty.txt": b"",
        "binary.txt": b"\x00\x01\x02" * 50,
        "latin.txt": "perch\u00e9 cos\u00ec".encode("latin-1"),
        "wrong-key.md": b"---\nautlet: x\n---\nText\n",
        "good2.md": b"A headline of four words\n\nBody.\n",
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    paths = [tmp_path / name for name in (*files, "missing.txt")]
    results = add_sources(workspace, paths)
    assert [Path(one.path).name for one in results] == [*files, "missing.txt"]
    assert [one.problem is None for one in results] == [True, False, False, False, False, True, False]
    assert all(isinstance(one.problem, InputError) and one.problem.place for one in results if one.problem)
    assert len(list_articles(workspace, None, None)) == before + 2


def test_a_folder_stands_for_its_articles_and_describes_outlets(workspace: Workspace, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    write(folder, "b/two.md", "---\noutlet: herald\n---\nAnother headline of words\n\nBody.\n")
    write(folder, "one.txt", HINDI)
    write(folder, "README.md", "How this folder came to be.\n")
    write(folder, ".hidden/three.txt", "Nobody reads this one.\n")
    write(folder, "picture.png", "no text")
    write(folder, "outlets.toml", '[herald]\nname = "The Herald"\ndomain = "herald.example"\n')
    results = add_sources(workspace, [folder])
    assert [Path(one.path).name for one in results] == ["two.md", "one.txt"]
    assert outlet(workspace, "herald").domain == "herald.example"
    (by_domain,) = add_sources(workspace, [folder / "one.txt"], outlet="herald.example")
    assert by_domain.article is not None
    assert by_domain.article.outlet == "herald"


def test_a_wrong_outlets_file_is_told_and_the_articles_go_in(workspace: Workspace, tmp_path: Path) -> None:
    write(tmp_path / "news", "one.txt", HINDI)
    write(tmp_path / "news", "outlets.toml", "[herald\n")
    complaint, added = add_sources(workspace, [tmp_path / "news"])
    assert complaint.problem is not None
    assert added.article is not None


def test_a_folder_without_articles_is_told(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    (told,) = add_sources(workspace, [tmp_path / "nothing"])
    assert told.problem is not None
    assert "no articles" in told.problem.message


@pytest.mark.parametrize("options", [{"language": "fr"}, {"outlet": "!!!"}, {"story": "???"}])
def test_what_the_user_says_of_all_files_is_checked_before_any(
    workspace: Workspace, tmp_path: Path, options: dict[str, str]
) -> None:
    path = write(tmp_path, "one.txt", HINDI)
    with pytest.raises(InputError):
        add_sources(workspace, [path], **options)
    assert find_article(workspace, "council")
    assert len(list_articles(workspace, None, None)) == 2


def test_seeding_twice_adds_nothing(workspace: Workspace) -> None:
    assert seed(workspace) == 5
    assert seed(workspace) == 0
    story = next(row for row in list_stories(workspace) if row.id == "tiktok-settlement")
    assert (story.articles, story.outlets, story.languages) == (5, 5, ("en", "hi", "it"))


def test_a_seed_is_the_body_of_its_file(workspace: Workspace) -> None:
    seed(workspace)
    for row in list_articles(workspace, None, None, story="tiktok-settlement"):
        source = (shipped("seeds") / "tiktok-settlement" / row.source).read_text(encoding="utf-8")
        text = article(workspace, row.id).text
        assert source.endswith(text)
        assert source.removesuffix(text).startswith("---\n")
        assert row.words > 200
