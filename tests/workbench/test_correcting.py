"""What readers think of findings, and the word lists of a workspace."""

from __future__ import annotations

import csv
import io
import sqlite3
from pathlib import Path

import pytest

from annotator.errors import LanguageError, NotFoundError
from annotator.model.articles import Article
from annotator.model.findings import Finding, Unavailable
from annotator.model.judgements import Rater
from annotator.workbench.analyzing import analyze_article, analyze_text, kept_analysis, version_of, versions
from annotator.workbench.correcting import Opinion, export_verdicts, weigh_signals
from annotator.workbench.drafting import save_verdict, verdicts
from annotator.workbench.opening import Workspace
from annotator.workbench.rating import ensure_rater
from annotator.workbench.wording import add_word, list_words, silence_word


def marked(workspace: Workspace, article: Article, signal: str = "loaded") -> list[str]:
    analysis = analyze_article(workspace, article)
    return [article.text[f.start : f.end] for f in analysis.findings if f.signal == signal]


def first(workspace: Workspace, article: Article, signal: str = "loaded") -> Finding:
    return next(f for f in analyze_article(workspace, article).findings if f.signal == signal)


def opinion(workspace: Workspace, signal: str = "loaded", story: str | None = None) -> Opinion:
    return next(one for one in weigh_signals(workspace, story=story) if one.signal == signal)


def exported(workspace: Workspace, *, history: bool = False) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    export_verdicts(workspace, out, history=history)
    return list(csv.DictReader(io.StringIO(out.getvalue())))


# ---------------------------------------------------------------- verdicts


def test_precision_is_yes_of_yes_and_no_with_unsure_apart(workspace: Workspace, council: Article) -> None:
    finding = first(workspace, council)
    for handle, answer in zip("abcde", ("yes", "no", "no", "yes", "unsure"), strict=True):
        save_verdict(workspace, ensure_rater(workspace, handle), council, finding, "1", answer)
    loaded = opinion(workspace)
    assert (loaded.yes, loaded.no, loaded.unsure, loaded.n, loaded.raters) == (2, 2, 1, 4, 5)
    assert loaded.precision == 0.5
    (refused,) = loaded.refused
    assert (refused.language, refused.entry, refused.no, refused.yes) == ("en", finding.entry, 2, 2)


def test_two_answers_are_too_few_for_a_precision(workspace: Workspace, council: Article) -> None:
    for handle in "ab":
        save_verdict(
            workspace, ensure_rater(workspace, handle), council, first(workspace, council), "1", "no"
        )
    assert (opinion(workspace).n, opinion(workspace).precision) == (2, None)


def test_only_the_last_word_of_a_rater_counts(workspace: Workspace, council: Article, rater: Rater) -> None:
    finding = first(workspace, council)
    for answer in ("no", "unsure", "yes"):
        save_verdict(workspace, rater, council, finding, "1", answer)
    assert (opinion(workspace).yes, opinion(workspace).no, opinion(workspace).unsure) == (1, 0, 0)
    save_verdict(workspace, rater, council, finding, "1", "withdrawn")
    assert (opinion(workspace).yes, opinion(workspace).raters) == (0, 0)


def test_a_story_counts_for_itself(workspace: Workspace, council: Article, rater: Rater) -> None:
    save_verdict(workspace, rater, council, first(workspace, council), "1", "yes")
    assert opinion(workspace, story="council").yes == 1
    assert opinion(workspace, story="").yes == 0
    with pytest.raises(NotFoundError, match="no story called counsil.*There is council"):
        weigh_signals(workspace, story="counsil")


def test_answers_are_appended_and_the_history_comes_out(
    workspace: Workspace, council: Article, rater: Rater
) -> None:
    finding = first(workspace, council)
    for answer in ("no", "yes"):
        save_verdict(workspace, rater, council, finding, "1", answer)
    (standing,) = exported(workspace)
    assert (standing["answer"], standing["words"], standing["signal"]) == ("yes", "Scummy", "loaded")
    assert [(row["answer"], row["standing"]) for row in exported(workspace, history=True)] == [
        ("no", "no"),
        ("yes", "yes"),
    ]
    for change in ("UPDATE verdicts SET answer = 'yes'", "DELETE FROM verdicts"):
        with pytest.raises(sqlite3.IntegrityError, match="appended, never"):
            workspace.store.connection.execute(change)


def test_old_verdicts_keep_the_version_they_were_given_under(
    workspace: Workspace, council: Article, rater: Rater
) -> None:
    before = version_of(workspace, "en")
    save_verdict(workspace, rater, council, first(workspace, council), before, "no")
    silence_word(workspace, "en", "loaded", "scummy")
    assert version_of(workspace, "en") != before
    assert exported(workspace)[0]["signal_version"] == before
    assert [one.silenced for one in opinion(workspace).refused] == [True]
    assert list(verdicts(workspace, rater, council).values()) == ["no"]


# ---------------------------------------------------------------- word lists


def test_an_added_word_is_found_and_the_cache_follows(workspace: Workspace, council: Article) -> None:
    assert "secret" not in marked(workspace, council)
    before = version_of(workspace, "en")
    add_word(workspace, "en", "loaded", "secret/hidden", value="3", note="suggests a plot")
    assert version_of(workspace, "en") != before
    assert kept_analysis(workspace, council) is None
    assert "secret" in marked(workspace, council)
    found = next(f for f in analyze_article(workspace, council).findings if f.entry == "secret/hidden")
    assert (found.weight, found.detail) == (3.0, "suggests a plot")


def test_a_silenced_word_is_not_found_and_comes_back_when_added(
    workspace: Workspace, council: Article
) -> None:
    assert "Scummy" in marked(workspace, council)
    (entry,) = silence_word(workspace, "en", "loaded", "scummy")
    assert "Scummy" not in marked(workspace, council)
    add_word(workspace, "en", "loaded", entry.phrase, value="3")
    assert "Scummy" in marked(workspace, council)
    assert [change.kind for change in list_words(workspace)] == ["added"]


def test_a_form_of_an_entry_silences_the_entry(workspace: Workspace) -> None:
    (entry,) = silence_word(workspace, "en", "loaded", "slams")
    assert entry.phrase != "slams" and "slam" in entry.phrase
    analysis, _, _ = analyze_text("The mayor slammed the plan.", "en", folder=workspace.folder)
    assert not [f for f in analysis.findings if f.signal == "loaded"]


def test_hindi_and_italian_words_can_be_added_in_either_normal_form(workspace: Workspace) -> None:
    add_word(workspace, "hi", "loaded", "फ़ालतूगिरी", value="3")
    add_word(workspace, "it", "loaded", "cosi\u0300 cosi\u0300", value="3")
    for text, language in (("यह फ़ालतूगिरी है।", "hi"), ("Una legge così così.", "it")):
        analysis, _, _ = analyze_text(text, language, folder=workspace.folder)
        assert [f.signal for f in analysis.findings if f.signal == "loaded"], language
        assert not [f for f in analyze_text(text, language)[0].findings if f.signal == "loaded"]


def test_other_languages_keep_their_version(workspace: Workspace) -> None:
    before = versions(workspace)
    add_word(workspace, "it", "praise", "mitico", value="3")
    after = versions(workspace)
    assert {language for language in before if before[language] != after[language]} == {"it"}


def test_a_list_without_entries_of_its_own_is_the_shipped_one(workspace: Workspace) -> None:
    before = version_of(workspace, "en")
    (workspace.folder / "languages" / "en").mkdir(parents=True)
    assert version_of(workspace, "en") == before
    assert list_words(workspace) == []


BAD_LINES = [
    ("| 2 | x", "has no entry", "no words"),
    ("plot+zz", "inflection class “zz”", "an unknown class"),
    ("plot | 7", "has the value “7”.*from 1 to 3", "a weight too great"),
    ("plot | strong", "has the value “strong”", "a weight that is no number"),
    ("so. there", "can never be found", "punctuation"),
    ("<what> plot", "stands for nothing", "an unknown wildcard"),
]


@pytest.mark.parametrize(("line", "said", "reason"), BAD_LINES, ids=[row[2] for row in BAD_LINES])
def test_a_bad_line_is_told_with_file_and_line(
    workspace: Workspace, council: Article, line: str, said: str, reason: str
) -> None:
    path = workspace.folder / "languages" / "en" / "loaded.txt"
    path.parent.mkdir(parents=True)
    path.write_text(f"# mine\nfine | 3\n{line}\n", encoding="utf-8")
    with pytest.raises(LanguageError, match=said) as caught:
        analyze_article(workspace, council)
    assert caught.value.place and str(caught.value.place).endswith("loaded.txt:3")
    assert caught.value.hint, reason
    with pytest.raises(LanguageError, match=said):
        add_word(workspace, "en", "loaded", "another")
    assert "another" not in path.read_text("utf-8"), "a list with a mistake is left alone"
    italian, _, _ = analyze_text("Una legge.", "it", folder=workspace.folder)
    assert not isinstance(italian.measurements["loaded"], Unavailable)


def test_a_list_in_another_encoding_is_told_with_its_line(workspace: Workspace, council: Article) -> None:
    path = workspace.folder / "languages" / "en" / "loaded.txt"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"fine\nna\xefve\n")
    with pytest.raises(LanguageError, match="loaded.txt:2: this line is not UTF-8"):
        analyze_article(workspace, council)


@pytest.mark.parametrize(
    ("language", "name", "phrase", "value", "said"),
    [
        ("en", "loded", "plot", "", "Did you mean loaded"),
        ("en", "months", "plot", "", "The lists are"),
        ("fr", "loaded", "plot", "", "'fr' is not one"),
        ("en", "loaded", "plot | 3", "", "does not fit on a line"),
        ("en", "loaded", "plot\n- scummy", "", "does not fit on a line"),
        ("en", "loaded", "- scummy", "", "cannot begin with"),
        ("en", "loaded", "...", "", "can never be found"),
        ("en", "reporting_verbs", "opine+v", "shout", "say, "),
    ],
)
def test_a_word_of_no_use_is_refused(
    workspace: Workspace, language: str, name: str, phrase: str, value: str, said: str
) -> None:
    with pytest.raises((LanguageError, NotFoundError)) as caught:
        add_word(workspace, language, name, phrase, value=value)
    assert said in str(caught.value)
    assert not (workspace.folder / "languages").exists()


def test_silencing_what_is_not_there_names_what_is_near(workspace: Workspace) -> None:
    with pytest.raises(NotFoundError, match="no entry “scumy”.*scummy"):
        silence_word(workspace, "en", "loaded", "scumy")


def test_a_list_written_by_hand_keeps_its_comments(workspace: Workspace) -> None:
    path = workspace.folder / "languages" / "en" / "loaded.txt"
    path.parent.mkdir(parents=True)
    path.write_bytes("\ufeff# class 3b\r\nplot | 3 | ours".encode())
    add_word(workspace, "en", "loaded", "ploy", value="2")
    add_word(workspace, "en", "loaded", "plot", value="1")
    assert path.read_bytes().decode() == "# class 3b\r\nploy | 2\nplot | 1\n"


def test_a_folder_in_the_way_is_told(workspace: Workspace) -> None:
    Path(workspace.folder / "languages").write_text("a file", encoding="utf-8")
    with pytest.raises(LanguageError, match="cannot be made"):
        add_word(workspace, "en", "loaded", "plot")
