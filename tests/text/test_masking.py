"""Blind reading hides what names the outlet, and nothing moves."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.model.articles import UNKNOWN, Article, Outlet
from annotator.model.spans import Span
from annotator.text.masking import FILL, Masker

DAILY = Outlet("techdaily", "TechDailyke", "techdailyke.co.ke", aliases=("टेकडेली", "Ennews_", "276@qq.com"))
SUN = Outlet("the-sun", "The Sun", "thesun.co.uk")
TIME = Outlet("time", "Time", "time.com")
GUARDIAN = Outlet("guardian", "The Guardian", "theguardian.com")
BHASKAR = Outlet("bhaskar", "दैनिक भास्कर", aliases=("Dainik Bhaskar",))
CORRIERE = Outlet("corriere", "Corriere della Sera", "corriere.it")
BBC = Outlet("bbc", "BBC", "bbc.co.uk", aliases=("BBC हिन्दी",))
UNNAMED = Outlet("outlet-it", "Unknown outlet (Italian)")
HARBOUR = Outlet("marloe", "Marloe Harbour Gazette")


def masker(outlet: Outlet, byline: str = UNKNOWN, url: str = UNKNOWN, label: str = "") -> Masker:
    article = Article("0" * 12, "", "en", Span(0, 0), "", outlet=outlet.id, byline=byline, url=url)
    return Masker(article, outlet, label)


HIDES = [
    # outlet, text, the words that must be hidden, why
    (DAILY, "TechDailyke reports", ["TechDailyke"], "the name"),
    (DAILY, "TECHDAILYKE and techdailyke", ["TECHDAILYKE", "techdailyke"], "any case"),
    (DAILY, "tech-dailyke, tech_dailyke", ["tech-dailyke", "tech_dailyke"], "divided"),
    (DAILY, "TechDailyke’s and TechDailyke's view", ["TechDailyke", "TechDailyke"], "a possessive"),
    (DAILY, "1. TechdailykeHome", ["Techdailyke"], "glued to furniture, as pages copied from browsers are"),
    (DAILY, "write to info@techdailyke.co.ke.", ["info@techdailyke.co.ke"], "e-mail, without the full stop"),
    (DAILY, "see https://www.techdailyke.co.ke/a/b?c=1,", ["https://www.techdailyke.co.ke/a/b?c=1"], "link"),
    (DAILY, "m.techdailyke.co.ke", ["m.techdailyke.co.ke"], "a subdomain"),
    (DAILY, "follow @TechDailyke_News", ["@TechDailyke_News"], "the whole account"),
    (DAILY, "#techdailyke t.me/techdailyke", ["#techdailyke", "techdailyke"], "hash tag, link elsewhere"),
    (DAILY, "टेकडेली के अनुसार", ["टेकडेली"], "an alias in Devanagari"),
    (DAILY, "ennews_ 276@QQ.com other@qq.com", ["ennews", "276@QQ.com"], "an address, not its provider"),
    (DAILY, "Tech\u00adDailyke T\u0308echDailyke", ["Tech\u00adDailyke", "T\u0308echDailyke"], "accents"),
    (DAILY, "ＴｅｃｈＤａｉｌｙｋｅ", ["ＴｅｃｈＤａｉｌｙｋｅ"], "full-width letters"),
    (SUN, "The Sun says the sun is hot", ["The Sun"], "an everyday word only with a capital"),
    (SUN, "the Sun; THE SUN; sun", ["the Sun", "THE SUN"], "its article may be small"),
    (SUN, "Sun readers, Sun Microsystems", ["Sun"], "not the beginning of another name"),
    (SUN, "@TheSun @sunny_day", ["@TheSun"], "its own account, nobody else's"),
    (TIME, "Time said time flies; TIME; in no time", ["Time", "TIME"], "never the everyday word"),
    (TIME, "time.com/1 and overtime.com", ["time.com/1"], "a domain as a whole"),
    (GUARDIAN, "a guardian; the Guardian; Guardian Angels", ["the Guardian"], "part of a longer name stays"),
    (GUARDIAN, "the Sunday Times Guardian", [], "the end of another name"),
    (BHASKAR, "दैनिक भास्कर ने; भास्कर; दैनिक", ["दैनिक भास्कर", "भास्कर"], "the telling word, not “daily”"),
    (BHASKAR, "dainik-bhaskar and Bhaskar", ["dainik-bhaskar", "Bhaskar"], "a Latin spelling given as alias"),
    (CORRIERE, "corriere della sera, un corriere", ["corriere della sera"], "three words in a row"),
    (BBC, "BBC, bbc; abbc", ["BBC", "bbc"], "a short name as a word only"),
    (BBC, "BBC हिंदी", ["BBC हिंदी"], "a nasal written as a dot"),
    (UNNAMED, "The outlet, it said, is Italian and unknown.", [], "a placeholder names nobody"),
    (HARBOUR, "Marloe reports on Harbour life", ["Marloe"], "the telling word, not the everyday one"),
    (Outlet("x", "Quillon Weekly"), "The quillon was bent, said Quillon", [], "everyday in this text"),
]  # fmt: skip


@pytest.mark.parametrize(("outlet", "text", "hidden", "why"), HIDES, ids=[row[3] for row in HIDES])
def test_what_names_the_outlet_is_hidden(outlet: Outlet, text: str, hidden: list[str], why: str) -> None:
    assert [text[start:end] for start, end in masker(outlet).spans(text)] == hidden, why


BYLINES = [
    ("By Jane Doe", "JANE DOE, @janedoe and Doe", ["JANE DOE", "@janedoe"], "name and account"),
    ("Jane Doe and Raj Kumar, Nairobi", "Raj Kumar in Nairobi", ["Raj Kumar"], "two people, and no place"),
    ("Staff Reporter", "a staff reporter", [], "a byline of everyday words names nobody"),
    ("Redazione", "la redazione", [], "nor does this one"),
    ("सीमा राव", "सीमा राव की रिपोर्ट", ["सीमा राव"], "a name in Devanagari"),
    (
        "Jane W. Doe",
        "Jane Doe, or jane.doe@post.example",
        ["Jane Doe", "jane.doe"],
        "without what stands between",
    ),
]


@pytest.mark.parametrize(("byline", "text", "hidden", "why"), BYLINES, ids=[row[3] for row in BYLINES])
def test_the_author_is_hidden(byline: str, text: str, hidden: list[str], why: str) -> None:
    assert [text[start:end] for start, end in masker(DAILY, byline).spans(text)] == hidden, why


def test_the_site_of_the_address_is_hidden_even_where_the_outlet_has_no_domain() -> None:
    hiding = masker(Outlet("x", "X"), url="https://www.quillonpost.com/a")
    assert hiding.mask_text("Home | QuillonPost").endswith(FILL * 11)


def test_a_network_shared_by_many_is_not_the_outlet() -> None:
    assert masker(Outlet("x", "X"), url="https://facebook.com/x/1").spans("Facebook said") == ()


def test_the_label_stands_where_there_is_room_and_nothing_moves() -> None:
    hiding = masker(DAILY, label="Outlet C")
    text = "TechDailyke said.\nBBC too."
    assert hiding.mask_text(text) == f"Outlet C{FILL * 3} said.\nBBC too."
    assert masker(BBC, label="Outlet C").mask_text(text).endswith(f"{FILL * 3} too.")


def test_a_line_end_inside_a_name_stays_where_it_is() -> None:
    assert masker(SUN, label="Outlet C").mask_text("The\nSun said") == f"{FILL * 3}\n{FILL * 3} said"


def test_read_aloud_a_hidden_name_is_its_label_in_brackets() -> None:
    hiding = masker(DAILY, "Jane Doe", label="Outlet C")
    assert hiding.say_text("TechDailyke’s Jane Doe") == "[Outlet C]’s [the author]"


names = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzéüßñ"), min_size=6, max_size=14).map(
    lambda name: unicodedata.normalize("NFC", f"q{name}")
)
hindi = st.text(st.sampled_from("कखगतदनपमरलसिीेा्ं"), min_size=3, max_size=8).map(lambda name: f"ङ{name}क")
filler = st.text(st.sampled_from("abc XYZ.,\n’'-_@/é\u0301ß½…कि\u093cीें\u200d\u00ad😀👩🏽"), max_size=30)
cases = st.sampled_from([str.lower, str.upper, str.title, str.swapcase, str])


@settings(max_examples=150, deadline=None)
@given(
    name=st.one_of(names, hindi),
    case=cases,
    form=st.sampled_from(["NFC", "NFD"]),
    before=filler,
    after=filler,
)
def test_no_spelling_of_a_name_stays_visible(
    name: str, case: object, form: str, before: str, after: str
) -> None:
    assert callable(case)
    text = f"{before} {unicodedata.normalize(form, case(name))} {after}"  # type: ignore[arg-type]
    hiding = masker(Outlet("x-1", name), label="Outlet A")
    shown = hiding.mask_text(text)
    assert len(shown) == len(text)
    assert _bare(name) not in _bare(shown)
    spans = hiding.spans(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one.end <= other.start for one, other in zip(spans, spans[1:], strict=False))
    kept = [place for place in range(len(text)) if not any(start <= place < end for start, end in spans)]
    assert all(shown[place] == text[place] for place in kept), "what is not hidden is untouched"


def _bare(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text).casefold()
    return re.sub("[\u0300-\u036f\u093c\u00ad\u200d]", "", spread)


@settings(max_examples=100, deadline=None)
@given(
    text=st.text(max_size=200),
    alias=st.text(max_size=20),
    byline=st.text(max_size=30),
    url=st.text(max_size=30),
)
def test_any_text_with_any_alias_keeps_its_length(text: str, alias: str, byline: str, url: str) -> None:
    hiding = masker(Outlet("x-1", alias, url, aliases=(byline,)), byline, url, "Outlet A")
    assert len(hiding.mask_text(text + alias)) == len(text + alias)


def test_a_text_made_to_be_slow_is_not() -> None:
    text = "a." * 40_000 + "@" * 20_000 + "tech-" * 10_000 + "techdailyke.co.ke/" * 2_000
    assert len(masker(DAILY).mask_text(text)) == len(text)
