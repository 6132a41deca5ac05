"""Files of every kind: what is in the workspace afterwards, and what is refused in a sentence."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.importing import files
from tests.importing.files import BODY, FURNITURE, HEADLINE, KINDS, PARAGRAPHS


def stored(run: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("articles", "--full", "--format", "json").out)["articles"]
    return found


@pytest.mark.parametrize("name", KINDS)
def test_a_file_of_every_kind_becomes_an_article(run: Run, workspace: Path, name: str) -> None:
    (workspace / name).write_bytes(KINDS[name])
    told = run("add", name)
    assert told.code == 0, told.err
    (article,) = stored(run)
    assert article["title"] == HEADLINE
    plain = article["text"].replace("“", '"').replace("”", '"')
    wanted = PARAGRAPHS[:1] if name.endswith((".csv", ".jsonl")) else PARAGRAPHS
    for paragraph in wanted:
        assert paragraph.replace("“", '"').replace("”", '"') in plain
    assert article["language"] == "en"
    if not name.endswith((".csv", ".jsonl")):
        assert article["origin"]["digest"] == hashlib.sha256(KINDS[name]).hexdigest()
    assert article["origin"]["kind"]


@pytest.mark.parametrize("name", ["fire.html", "fire.mhtml"])
def test_a_page_keeps_its_facts_and_its_furniture(run: Run, workspace: Path, name: str) -> None:
    (workspace / name).write_bytes(KINDS[name])
    run("add", name)
    (article,) = stored(run)
    assert (article["byline"], article["published"]) == ("Mary Hill", "2024-03-05")
    for line in FURNITURE:
        assert line not in article["text"]
        assert line in article["origin"]["furniture"].splitlines()
    assert HEADLINE not in article["origin"]["furniture"]


def test_a_letters_sender_is_its_outlet(run: Run, workspace: Path) -> None:
    (workspace / "fire.eml").write_bytes(files.letter())
    run("add", "fire.eml")
    (article,) = stored(run)
    assert (article["outlet"], article["published"]) == ("portmouthgazette", "2024-03-05")


def test_words_about_markup_stay_words(run: Run, workspace: Path) -> None:
    text = "<html> is a tag\n\nHow pages say where they begin."
    (workspace / "tags.txt").write_text(text, encoding="utf-8")
    run("add", "tags.txt")
    assert stored(run)[0]["text"] == text


def test_an_archive_gives_its_articles_and_unpacks_nothing(run: Run, workspace: Path) -> None:
    members = {
        "a__txt": b"A first text\n\nwith words.",
        "../../escape__txt": b"A second text\n\nwith words.",
        "b__png": b"\x89PNG",
    }
    (workspace / "news.zip").write_bytes(files.archive(**members))
    before = sorted(path.name for path in workspace.parent.rglob("*.txt"))
    assert run("add", "news.zip").code == 0
    assert len(stored(run)) == 2
    assert sorted(path.name for path in workspace.parent.rglob("*.txt")) == before


def test_rows_of_a_table_are_articles_of_their_outlets(run: Run, workspace: Path) -> None:
    (workspace / "t.csv").write_text(
        "outlet,text\nदैनिक समाचार,शहर में आग लगने से दो दुकानें जल गईं।\nGazette,Two shops burned down.\nGazette,\n",
        encoding="utf-8",
    )
    told = run("add", "t.csv")
    assert told.code == 2
    assert "t.csv:4: there is no text in this row." in told.err
    outlets = [article["outlet"] for article in stored(run)]
    assert outlets[1] == "gazette"
    assert outlets[0].startswith("outlet-")


def test_a_teachers_own_outlets_file_names_outlets_by_domain(run: Run, workspace: Path) -> None:
    (workspace / "outlets.toml").write_text(
        '[pg]\nname = "The PG"\ndomain = "portmouthgazette.example"\n', encoding="utf-8"
    )
    (workspace / "fire.mhtml").write_bytes(files.saved_page())
    run("add", "fire.mhtml")
    assert stored(run)[0]["outlet"] == "pg"


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Rogo al porto\n\nPubblicato il 5 marzo 2024\n\nUn incendio ha distrutto tutto.", "2024-03-05"),
        ("बंदरगाह में आग\n\nप्रकाशित: ५ मार्च 2024\n\nआग से दो गोदाम जल गए।", "2024-03-05"),
        ("Fire in the harbour\n\nMarch 5, 2024\n\nA fire destroyed two warehouses.", "2024-03-05"),
        (f"Fire in the harbour\n\nThe last great fire was on March 5, 1924. {BODY}", "unknown"),
    ],
)  # fmt: skip
def test_the_date_of_a_plain_text_is_read_from_a_short_line(
    run: Run, workspace: Path, text: str, published: str
) -> None:
    (workspace / "a.txt").write_text(text, encoding="utf-8")
    run("add", "a.txt")
    assert stored(run)[0]["published"] == published


BOMB = files.archive(a__txt=b"0" * 250_000_000)
REFUSED = {
    "scan.pdf": (files.pdf(("",)), "it is probably a scan"),
    "locked.pdf": (files.pdf(encrypt=True), "protected by a password"),
    "broken.pdf": (files.pdf()[:200], "damaged"),
    "locked.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "protected by a password"),
    "broken.docx": (files.word()[:900], "damaged"),
    "empty.html": (b" ", "the page is empty"),
    "picture.html": (b"<html><body><img src='x'></body></html>", "no words on this page"),
    "photo.html": (b"\xff\xd8\xff\xe0 jpeg", "this is a picture"),
    "bomb.zip": (BOMB, "would unpack to 250 MB"),
    "nothing.zip": (files.archive(a__png=b"x"), "no articles in this archive"),
    "columns.csv": (b"a,b\n1,2\n", "no column holds a text (columns: a, b)"),
    "lines.jsonl": (b"{oops\n", "lines.jsonl:1:2: this line is no JSON"),
    "entities.epub": (
        files.archive(**{"META-INF/container__xml": b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><c>&a;&a;</c>'}),
        "this EPUB is damaged",
    ),
    "old-font.txt": (
        b"Hkkjr ds eq[; ea=h us dgk gS fd ljdkj dh uhfr esa dksbZ deh ugha gS"
        b" vkSj og ls ds dk gS fd ;g Bhd gS", "Kruti Dev"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_holds_no_article_is_refused_in_a_sentence(run: Run, workspace: Path, name: str) -> None:
    data, sentence = REFUSED[name]
    (workspace / name).write_bytes(data)
    told = run("add", name)
    assert told.code == 2
    assert sentence in told.err
    assert "Traceback" not in told.err
    assert stored(run) == []


def test_wrongly_decoded_hindi_is_refused_and_mended_only_when_asked(run: Run, workspace: Path) -> None:
    right = "शहर के पुराने बंदरगाह में सोमवार रात आग लग गई और दो गोदाम जल गए।"
    (workspace / "a.txt").write_text(right.encode().decode("latin-1"), encoding="utf-8")
    refused = run("add", "a.txt")
    assert refused.code == 2
    assert "--repair" in refused.err
    assert run("add", "--repair", "a.txt").code == 0
    assert stored(run)[0]["text"] == right


def test_a_few_wrong_letters_are_told_and_left_alone(run: Run, workspace: Path) -> None:
    text = "The mayorâ€™s plan\n\nThe mayorâ€™s plan was refused by the council."
    (workspace / "a.txt").write_text(text, encoding="utf-8")
    told = run("add", "a.txt")
    assert told.code == 0
    assert "2 places look wrongly decoded" in told.err
    assert stored(run)[0]["text"] == text


def test_nothing_is_kept_in_a_dry_run(run: Run, workspace: Path) -> None:
    (workspace / "fire.html").write_bytes(KINDS["fire.html"])
    told = run("add", "--dry-run", "fire.html")
    assert HEADLINE[:40] in told.out
    assert "lines" in told.out
    assert stored(run) == []


def test_only_what_failed_is_tried_again(run: Run, workspace: Path) -> None:
    (workspace / "good.txt").write_text(f"{HEADLINE}\n\n{BODY}", encoding="utf-8")
    assert run("add", "good.txt", "late.txt").code == 2
    (workspace / "late.txt").write_text("A late text\n\nthat has come now.", encoding="utf-8")
    told = run("add", "--retry")
    assert told.code == 0
    assert "late.txt" in told.out
    assert "good.txt" not in told.out
    assert "nothing failed before" in run("add", "--retry").err


def test_paragraphs_in_another_language_are_told(run: Run, workspace: Path) -> None:
    hindi = "शहर के पुराने बंदरगाह में सोमवार रात आग लग गई और दो गोदाम जल गए।"
    (workspace / "a.txt").write_text(f"{HEADLINE}\n\n{BODY}\n\n{hindi}\n\n{hindi}", encoding="utf-8")
    told = run("add", "a.txt")
    assert "hi: 2; the signals read the article as en" in told.err
