"""Page furniture: what stands around a report and is not part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from annotator.languages import Language, load_language
from annotator.model.findings import Finding
from annotator.model.spans import Span
from annotator.signals.context import Context, Match, merged

ENOUGH = 3.0
SHORT = 6
"""A line of at most this many words needs less to count as furniture."""
LONG = 10
"""In a sentence of more words than this a single-word entry counts little."""
LONGEST_STAMP = 80
"""A date stamp has no more characters than this."""
LONGEST_CAPTION = 250
LONGEST_LABEL = 40
SHORTEST = 3
"""Digits alone on a line, so many at the most, number a page or a list."""
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]+\.[\w.-]+")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s*\S")
_HANDLE = re.compile(r"(?<!\w)[@#]\w+")
_WORD = re.compile(r"[^\W\d_]+")
_LETTER = re.compile(r"[^\W_]")
_DIGIT = re.compile(r"\d")
_AGENCIES = (
    "Getty Images|Getty|AFP|Reuters|REUTERS|AP Photo|AP|ANSA|Ansa|LaPresse|PTI|ANI|Shutterstock|EPA|PA"
)
_CREDIT = re.compile(
    r"(?i:\((?:\w+ )?(?:photo|foto|image|picture|fonte|फोटो|तस्वीर)s?\b[^()\n]{0,60}\)\W*$)"
    r"|(?i:\bphotos? by [^.\n]{3,40}$)"
    rf"|[/(|-] ?(?:{_AGENCIES})\)?$"
)
_CREDITED = tuple(_AGENCIES.split("|"))
_NUMERIC_DATE = re.compile(r"\d[/.-]\d")


def find(context: Context) -> Iterator[Finding]:
    """Lines, or sentences of longer lines, that are furniture. Sets `context.furniture`."""
    found = list(_find(context))
    context.furniture = merged(Span(f.start, f.end) for f in found)
    yield from found


def _find(context: Context) -> Iterator[Finding]:
    listed = _by_sentence(context)
    sentences = context.document.sentences
    at = 0
    for number, line in enumerate(context.document.lines):
        first = at
        while at < len(sentences) and sentences[at].start < line.end:
            at += 1
        plain = _plain_reason(context, line, number)
        if plain:
            yield Finding(line.start, line.end, "boilerplate", plain)
        elif listed and not _is_headline(context, line):
            inside = [(sentences[i], listed[i]) for i in range(first, at) if i in listed]
            if inside:
                yield from _listed(context, line, inside)


def _by_sentence(context: Context) -> dict[int, list[Match]]:
    listed: dict[int, list[Match]] = {}
    for match in context.found("boilerplate"):
        listed.setdefault(context.sentence_of(match), []).append(match)
    return listed


def _listed(context: Context, line: Span, inside: Sequence[tuple[Span, list[Match]]]) -> Iterator[Finding]:
    """The line, when at least half of its sentences are furniture by the list, else those sentences."""
    reasons = {sentence: match for sentence, here in inside if (match := _strongest(context, sentence, here))}
    covered = sum(sentence.end - sentence.start for sentence in reasons)
    if reasons and 2 * covered >= line.end - line.start:
        yield _finding(line, max(reasons.values(), key=lambda match: match.entry.number))
    else:
        for sentence, match in reasons.items():
            yield _finding(sentence, match)


def _finding(span: Span, match: Match) -> Finding:
    return Finding(span.start, span.end, "boilerplate", "entry", match.entry.words, match.entry.number)


def _strongest(context: Context, sentence: Span, here: list[Match]) -> Match | None:
    """The weightiest entry, when the entries of the sentence weigh enough together."""
    said = context.text[sentence.start : sentence.end]
    words = len(said.split())
    # A single word such as "advertisement" says little in the middle of a long sentence.
    single = 1.0 if words > LONG else ENOUGH
    total = sum(min(m.entry.number, single) if _stands_alone(context, m) else m.entry.number for m in here)
    covered = sum(m.last - m.first for m in here)
    if words <= SHORT and 2 * covered >= words:
        total += 2
    if total < ENOUGH <= total + 1 and _may_hold_address(said) and _ADDRESS.search(said):
        total += 1
    return max(here, key=lambda m: m.entry.number) if total >= ENOUGH else None


def _stands_alone(context: Context, match: Match) -> bool:
    """True for a single word, unless a colon makes a heading of it: "Disclaimer: ..."."""
    return match.last == match.first + 1 and not context.text.startswith(":", match.end)


def _plain_reason(context: Context, line: Span, number: int) -> str:
    """The rule under which a line is furniture by its form alone, or ""."""
    if _is_headline(context, line):
        return ""
    headline = context.document.headline
    words = context.text[line.start : line.end]
    if not _LETTER.search(words):
        return "mark"
    if line.end - line.start <= SHORTEST and words.isdigit():
        return "numbering"
    if line.end <= headline.start and _NUMBERED.match(words) and len(words.split()) <= SHORT:
        return "numbering"
    if _may_hold_address(words) and len(_ADDRESS.sub(" ", words).split()) <= SHORT:
        return "contact" if _ADDRESS.search(words) else _handles(words)
    if len(words) > LONGEST_CAPTION:
        return _handles(words) if "#" in words else ""
    if len(words) <= LONGEST_STAMP and _DIGIT.search(words) and _is_dateline(context, line):
        return "dateline"
    if _is_caption(context, line, words):
        return "caption"
    if len(words) <= LONGEST_STAMP and _is_share_bar(context, line):
        return "sharing"
    if len(words) <= LONGEST_LABEL and " " not in words and _is_label(context, number, words):
        return "label"
    return _handles(words) if "#" in words else ""


def _is_headline(context: Context, line: Span) -> bool:
    headline = context.document.headline
    return headline.start <= line.start < headline.end


def _may_hold_address(words: str) -> bool:
    return "@" in words or "://" in words or "www." in words


def _handles(words: str) -> str:
    return "label" if _HANDLE.search(words) and not _WORD.search(_HANDLE.sub("", words)) else ""


def _is_dateline(context: Context, line: Span) -> bool:
    """True when a line with a number has no words but those of dates and times and a few labels."""
    text, tokens = context.text, context.document.tokens
    if text[line.end - 1] in ".।":
        return False
    inside = tokens.between(line.start, line.end)
    named = [tokens.keys[at] for at in inside if tokens.kinds[at] == 1]
    if not _stamp_words(context.language).issuperset(named):
        return False
    return bool(named) or bool(_NUMERIC_DATE.search(text, line.start, line.end))


def _is_caption(context: Context, line: Span, words: str) -> bool:
    """True for "Photo: ..." and for a line that ends in a picture's credit; `words` is the line's text."""
    if _has_credit(words):
        return True
    if ":" not in words:
        return False
    tokens = context.document.tokens
    inside = tokens.between(line.start, line.end)
    if not inside or not context.text.startswith(":", tokens.ends[inside.start]):
        return False
    return tokens.keys[inside.start] in _picture_words(context.language)


def _has_credit(words: str) -> bool:
    """True when the words end in a picture's credit; most lines are turned away at a glance."""
    if "(" in words or words.removesuffix(")").endswith(_CREDITED) or "photo" in words.lower():
        return _CREDIT.search(words) is not None
    return False


def _is_share_bar(context: Context, line: Span) -> bool:
    """True for a line of nothing but the names of networks and the words on their buttons."""
    tokens = context.document.tokens
    inside = tokens.between(line.start, line.end)
    named = [tokens.keys[at] for at in inside if tokens.kinds[at] == 1]
    return bool(named) and _share_words(context.language).issuperset(named)


@cache
def _share_words(language: Language) -> frozenset[str]:
    # Sites in every language label their buttons in English.
    return language.folded("sharing") | load_language("en").folded("sharing")


@cache
def _stamp_words(language: Language) -> frozenset[str]:
    # Sites in every language stamp their pages in English.
    names = ("months", "datelines")
    return frozenset().union(*(each.folded(n) for each in (language, load_language("en")) for n in names))


@cache
def _picture_words(language: Language) -> frozenset[str]:
    return language.grammar["pictures"] | load_language("en").grammar["pictures"]


def _is_label(context: Context, number: int, words: str) -> bool:
    """True for a single name alone on its line: a caption, a tag, an outlet."""
    if len(words.split()) > 1 or words[-1] in ".!?।:":
        return False
    if number == len(context.document.lines) - 1 and number > 2:
        return words[0].isupper() or not words[0].isalpha() or not words.islower()
    if not words[0].isupper():
        return False
    return any(letter.isupper() for letter in words[1:]) or words.casefold() in context.names
