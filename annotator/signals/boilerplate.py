"""Page furniture: what stands around a report and is not part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from annotator.languages import Language, load_language
from annotator.model.findings import Finding
from annotator.model.spans import Span
from annotator.signals.context import Context
from annotator.signals.lexical import marked
from annotator.signals.matching import Match
from annotator.text.addresses import may_hold_address

ENOUGH: Final = 3.0
SHORT: Final = 6
"""A line of at most this many words needs less to count as furniture."""
LONG: Final = 10
"""In a sentence of more words than this a single-word entry counts little."""
LONGEST_STAMP: Final = 80
"""A date stamp has no more characters than this."""
LONGEST_CAPTION: Final = 250
LONGEST_LABEL: Final = 40
SHORTEST: Final = 3
"""Digits alone on a line, so many at the most, number a page or a list."""
_LINK: Final = re.compile(r"https?://\S+|www\.\S+")
_ADDRESS: Final = re.compile(rf"{_LINK.pattern}|[\w.+-]{{1,64}}@[\w-]+\.[\w.-]+")
_MAIL: Final = re.compile(r"@(?<=[\w.+-]@)[\w-]+\.[\w.-]")
"""A mail address, looked for by its sign: with the name before it, that is slow."""
_NUMBERED: Final = re.compile(r"\d{1,2}[.)]\s*\S")
_HANDLE: Final = re.compile(r"(?<!\w)[@#]\w+")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LETTER: Final = re.compile(r"[^\W_]")
_WORDLIKE: Final = re.compile(r"\w")
_DIGIT: Final = re.compile(r"\d")
_AGENCIES: Final = (
    "Getty Images|Getty|AFP|Reuters|REUTERS|AP Photo|AP|ANSA|Ansa|LaPresse|PTI|ANI|Shutterstock|EPA|PA"
)
_CREDIT: Final = re.compile(
    r"(?i:\((?:\w+ )?(?:photo|foto|image|picture|fonte|फोटो|तस्वीर)s?\b[^()\n]{0,60}\)\W*$)"
    r"|(?i:\bphotos? by [^.\n]{3,40}$)"
    rf"|[/(|-] ?(?:{_AGENCIES})\)?$"
)
_CREDITED: Final = tuple(_AGENCIES.split("|"))
_NUMERIC_DATE: Final = re.compile(r"\d[/.-]\d")


def find(context: Context) -> Iterator[Finding]:
    """Lines, or sentences of longer lines, that are furniture. Marks them as furniture."""
    found = list(_find(context))
    context.mark_furniture([Span(f.start, f.end) for f in found])
    yield from found


def _find(context: Context) -> Iterator[Finding]:
    forms = _Forms(context)
    listed = _by_sentence(context)
    starts = context.document.sentence_starts
    # The next sentence with an entry stands last.
    waiting = sorted(listed, reverse=True)
    headline = range(*context.document.headline)
    for number, line in enumerate(context.document.lines):
        start, end = line
        here: list[int] = []
        while waiting and starts[waiting[-1]] < end:
            here.append(waiting.pop())
        if start in headline:
            continue
        plain = forms.reason(start, end, number)
        if plain:
            yield marked(start, end, "boilerplate", plain)
        elif here:
            yield from _listed(context, line, [(context.document.sentences[at], listed[at]) for at in here])


def _by_sentence(context: Context) -> dict[int, list[Match]]:
    listed: dict[int, list[Match]] = {}
    sentences = context.document.token_sentences
    for match in context.found("boilerplate"):
        listed.setdefault(sentences[match.first], []).append(match)
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
    return marked(span.start, span.end, "boilerplate", "entry", match.entry.words, match.entry.number)


def _strongest(context: Context, sentence: Span, here: list[Match]) -> Match | None:
    """The weightiest entry, when the entries of the sentence weigh enough together."""
    said = context.text[sentence.start : sentence.end]
    words = len(said.split())
    # A single word such as "advertisement" says little in the middle of a long sentence.
    single = 1.0 if words > LONG else ENOUGH
    total, covered, strongest = 0.0, 0, here[0]
    for match in here:
        number, size = match.entry.number, match.last - match.first
        covered += size
        if number > strongest.entry.number:
            strongest = match
        # A colon makes a heading of a single word: "Disclaimer: ...".
        alone = size == 1 and number > single and not context.text.startswith(":", match.end)
        total += single if alone else number
    if words <= SHORT and 2 * covered >= words:
        total += 2
    if total < ENOUGH <= total + 1 and context.addressed and _holds_address(said):
        total += 1
    return strongest if total >= ENOUGH else None


def _holds_address(words: str) -> bool:
    if "@" in words and _MAIL.search(words):
        return True
    return ("://" in words or "www." in words) and _LINK.search(words) is not None


def _is_little_else(words: str) -> bool:
    """True when few words are left beside the addresses."""
    # An address holds no white space, so that no more words have one than there are such signs.
    without = len(words.split()) - words.count("@") - words.count("://") - words.count("www.")
    return without <= SHORT and len(_ADDRESS.sub(" ", words).split()) <= SHORT


class _Forms:
    """The rules by which a line is furniture by its form alone, over one text."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.text = context.text
        self.headline_start = context.document.headline.start
        # Most texts have none of these signs, so that no line need be asked for them.
        self.addressed = context.addressed
        self.tagged = "#" in context.text

    def reason(self, start: int, end: int, number: int) -> str:
        """The rule for the line `text[start:end]`, or ""."""
        words = self.text[start:end]
        size = end - start
        if not (words[0].isalnum() or _LETTER.search(words)):
            return "mark"
        if size <= SHORTEST and words.isdigit():
            return "numbering"
        if end <= self.headline_start and _NUMBERED.match(words) and len(words.split()) <= SHORT:
            return "numbering"
        if self.addressed and may_hold_address(words) and _is_little_else(words):
            return "contact" if _holds_address(words) else _handles(words)
        if size <= LONGEST_CAPTION:
            reason = self._short_reason(Span(start, end), words, number)
            if reason:
                return reason
        return _handles(words) if self.tagged and "#" in words else ""

    def _short_reason(self, line: Span, words: str, number: int) -> str:
        """The rule for a line no longer than a caption."""
        context, stamp = self.context, len(words) <= LONGEST_STAMP
        named = _words_in(context, line) if stamp else []
        if stamp and _DIGIT.search(words) and _is_dateline(context, line, named):
            return "dateline"
        if _is_caption(context, line, words):
            return "caption"
        # Nothing but the names of networks and the words on their buttons.
        if named and _share_words(context.language).issuperset(named):
            return "sharing"
        if stamp and len(words) <= LONGEST_LABEL and " " not in words and _is_label(context, number, words):
            return "label"
        return ""


def _handles(words: str) -> str:
    return "label" if _HANDLE.search(words) and not _WORD.search(_HANDLE.sub("", words)) else ""


def _words_in(context: Context, line: Span) -> list[str]:
    tokens = context.document.tokens
    keys, kinds = tokens.keys, tokens.kinds
    return [keys[at] for at in tokens.between(line.start, line.end) if kinds[at] == 1]


def _is_dateline(context: Context, line: Span, named: list[str]) -> bool:
    """True when a line with a number has no words but those of dates and times and a few labels."""
    text = context.text
    if text[line.end - 1] in ".।" or not _stamp_words(context.language).issuperset(named):
        return False
    return bool(named) or bool(_NUMERIC_DATE.search(text, line.start, line.end))


def _is_caption(context: Context, line: Span, words: str) -> bool:
    """True for "Photo: ..." and for a line that ends in a picture's credit; `words` is the line's text."""
    if _has_credit(words):
        return True
    if ":" not in words:
        return False
    tokens = context.document.tokens
    first, after = tokens.bounds(line.start, line.end)
    if first == after or not context.text.startswith(":", tokens.ends[first]):
        return False
    return tokens.keys[first] in _picture_words(context.language)


def _has_credit(words: str) -> bool:
    """True when the words end in a picture's credit; most lines are turned away at a glance."""
    closing = words.rfind(")")
    if closing >= 0 and not _WORDLIKE.search(words, closing + 1):
        return _CREDIT.search(words) is not None
    # No other credit ends in a full stop.
    if words[-1] == "." or not (words.endswith(_CREDITED) or "photo" in words.lower()):
        return False
    return _CREDIT.search(words) is not None


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
    return any(letter.isupper() for letter in words[1:]) or words.casefold() in context.named()
