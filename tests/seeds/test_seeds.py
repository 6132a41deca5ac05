"""The seed articles: word for word, and with what is known about them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from annotator.formats.article_files import read_article
from annotator.formats.outlets import read_outlets, read_stories
from annotator.resources import shipped

STORY = "tiktok-settlement"
ORIGINALS = {
    "outlet-it": "521104de889f6eb2b67fee98fe61fa91c6a34a6087994e5e3df6aaed66a77b64",
    "tiktokhere": "724bf6b6b4383f33db67d2c312fe90d6c8a64dbcf07aa19a8fb4d6d89064a979",
    "techtrendske": "ffc711883fc90d5003b8c6e8bc6a48eb00dd16b408430aa6733dfc4424ca55e1",
    "outlet-hi": "6e582f95bdf357373994ad895d827a4324d587cdf34d77fc308ade0083c9bab5",
    "outlet-uk": "ff0eeacce7654e4692a0f5f800398b2bd4eed72f4a9de9556d2f88512cdede0f",
}
"""SHA-256 of each article as it was given."""
HEADLINES = {
    "outlet-it": "TikTok si leva dai guai e accetta di pagare 92 milioni di dollari ad alcuni utenti",
    "tiktokhere": "Compensation Of US$92 Million! TikTok Reaches Settlement Agreement With US Users",
    "techtrendske": "TikTok to Pay $92 Million Over Alleged Privacy Violations",
    "outlet-hi": "TikTok कर रहा था यूजर्स का डेटा ट्रैक, अब निपटारे के देने होंगे 9.2 करोड़ डॉलर, जानिए पूरा मामला",
    "outlet-uk": "TikTok to pay $92m to settle alleged misuse of data case",
}
LANGUAGES = {"outlet-it": "it", "outlet-hi": "hi"}


def seed(name: str) -> Path:
    return shipped("seeds") / STORY / f"{name}.md"


def test_the_folder_holds_the_five_and_no_other() -> None:
    assert {path.stem for path in (shipped("seeds") / STORY).iterdir()} == set(ORIGINALS)


@pytest.mark.parametrize("name", ORIGINALS)
def test_the_body_is_the_given_text_word_for_word(name: str) -> None:
    draft = read_article(seed(name))
    assert hashlib.sha256(draft.text.encode()).hexdigest() == ORIGINALS[name]
    assert seed(name).read_bytes().endswith(b"---\n" + draft.text.encode())


@pytest.mark.parametrize("name", ORIGINALS)
def test_the_front_matter_says_what_the_text_shows(name: str) -> None:
    draft = read_article(seed(name))
    assert draft.text[slice(*draft.headline)] == draft.title == HEADLINES[name]
    assert (draft.outlet, draft.story, draft.language) == (name, STORY, LANGUAGES.get(name, "en"))
    assert draft.source == f"{name}.md"
    assert draft.byline == "unknown"
    assert draft.url == ("https://www.tiktokhere.com/others/406" if name == "tiktokhere" else "unknown")
    assert draft.published == ("2021-02-26" if name == "outlet-hi" else "unknown")


def test_known_facts_stand_in_the_text() -> None:
    assert "https://www.tiktokhere.com/others/406" in read_article(seed("tiktokhere")).text
    assert "Published: 26 Feb 2021" in read_article(seed("outlet-hi")).text


def test_every_outlet_is_described_once_and_tells_itself_apart() -> None:
    outlets = read_outlets(shipped("seeds") / "outlets.toml")
    assert {outlet.id for outlet in outlets} == set(ORIGINALS)
    assert len({outlet.name for outlet in outlets}) == 5
    for outlet in outlets:
        assert outlet.name.startswith("Unknown outlet") == outlet.id.startswith("outlet-")


def test_what_is_known_of_an_outlet_stands_in_its_text() -> None:
    for outlet in read_outlets(shipped("seeds") / "outlets.toml"):
        text = read_article(seed(outlet.id)).text
        assert all(alias in text for alias in outlet.aliases)
        assert outlet.domain in text


def test_the_story_has_a_title() -> None:
    stories = {story.id: story.title for story in read_stories(shipped("seeds") / "stories.toml")}
    assert stories == {STORY: "TikTok settles for $92 million"}


def test_the_provenance_of_every_seed_is_told() -> None:
    readme = (shipped("seeds") / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}.md`" in readme for name in ORIGINALS)
