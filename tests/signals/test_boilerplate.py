"""What stands around a report, and what only looks like it."""

from __future__ import annotations

import pytest

from annotator.model.spans import Span
from tests.signals.marking import marked

BODY = "The court ruled on Tuesday that the firm must pay."

FURNITURE = [
    ("en", "Subscribe to our newsletter", "an entry of the list"),
    ("en", "Published: 26 Feb 2021, 03:31 PM IST", "a date stamp"),
    ("en", "www.example.org", "an address alone"),
    ("en", "|", "marks without words"),
    ("en", "@deskreporter #news", "accounts and tags alone"),
    ("en", "Facebook X WhatsApp Email", "a bar of buttons"),
    ("en", "Image: North Press", "a picture's credit"),
    ("en", "A family crosses a flooded street (AFP)", "a caption with its agency"),
    ("en", "2", "a page number"),
    ("en", "This story has not been edited by staff.", "an entry of the list"),
    ("it", "Argomenti: cronaca, Milano", "a list of tags"),
    (
        "it",
        "Disclaimer: le informazioni sono fornite senza garanzia alcuna per chi le legge.",
        "a heading word",
    ),
    ("hi", "फोटो: पीटीआई", "a picture's credit"),
    ("hi", "(एएनआई)", "an agency alone"),
    ("it", "Iscriviti alla newsletter", "an entry of the list"),
    ("it", "Pubblicato il 12 maggio 2021", "a date stamp"),
    ("hi", "प्रकाशित: 26 फरवरी 2021", "a date stamp"),
]


@pytest.mark.parametrize(("language", "line", "why"), FURNITURE)
def test_a_line_of_furniture_is_marked_whole(language: str, line: str, why: str) -> None:
    assert marked("boilerplate", language, f"{BODY}\n\n{line}\n\n{BODY}") == [line], why


@pytest.mark.parametrize(
    ("language", "line", "why"),
    [
        ("en", "The case", "a heading names what follows"),
        (
            "en",
            "I have run a shop here for 30 years and have never known it so bad.",
            "words inside a sentence",
        ),
        (
            "en",
            "The probe is a big part of the agency's search for life beyond Earth.",
            "words inside a sentence",
        ),
        (
            "en",
            "He told readers to write to desk@example.org if they knew the man in the picture.",
            "a report",
        ),
        ("en", "On 26 February 2021 the firm paid.", "a sentence with a date"),
        ("it", "Il caso", "a heading"),
        ("hi", "26 फरवरी 2021 को कंपनी ने भुगतान किया।", "a sentence with a date"),
    ],
)
def test_a_line_of_the_report_is_left_alone(language: str, line: str, why: str) -> None:
    assert marked("boilerplate", language, f"{BODY}\n\n{line}\n\n{BODY}") == [], why


def test_the_headline_is_never_furniture() -> None:
    text = f"Subscribe to our newsletter\n\n{BODY}"
    assert marked("boilerplate", "en", text, Span(0, 27)) == []


def test_a_name_alone_at_the_end_is_furniture() -> None:
    text = f"{BODY}\n\n{BODY}\n\n{BODY}\n\nNetflix"
    assert marked("boilerplate", "en", text) == ["Netflix"]


def test_furniture_has_no_other_findings() -> None:
    text = f"{BODY}\n\nSubscribe to our shocking newsletter: experts say it is the best!"
    assert marked("loaded", "en", text) == marked("anonymous", "en", text) == []
