"""Page furniture: what stands around a report and is not part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.model.findings import Finding
from annotator.model.spans import Span
from annotator.signals.context import Context, Match, merged

ENOUGH = 3.0
SHORT = 6
"""A line of at most this many words needs less to count as furniture."""
LONG = 10
"""In a sentence of more words than this a single-word entry counts little."""
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+")
_NUMBERED = re.compile(r"\d{1,2}[.)]\s*\S")
_TIME = re.compile(r"\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?", re.IGNORECASE)
_HANDLE = re.compile(r"(?<!\w)[@#]\w+")
_WORD = re.compile(r"[^\W\d_]+")


def find(context: Context) -> Iterator[Finding]:
    """Lines, or sentences of longer lines, that are furniture. Sets `context.furniture`."""
    found = list(_find(context))
    context.furniture = merged(Span(f.start, f.end) for f in found)
    yield from found


def _find(context: Context) -> Iterator[Finding]:
    entries = context.found("boilerplate")
    lines = context.document.lines
    for number, line in enumerate(lines):
        plain = _plain_reason(context, line, number)
        if plain:
            yield Finding(line.start, line.end, "boilerplate", plain)
            continue
        inside = [m for m in entries if line.start <= m.start < line.end]
        if not inside:
            continue
        yield from _listed(context, line, inside)


def _listed(context: Context, line: Span, inside: list[Match]) -> Iterator[Finding]:
    """The line, when at least half of its sentences are furniture by the list, else those sentences."""
    first = context.document.sentence_at(line.start)
    last = context.document.sentence_at(line.end - 1)
    sentences = context.document.sentences[first : last + 1]
    reasons = {s: m for s in sentences if (m := _strongest(context, s, inside))}
    if not reasons:
        return
    covered = sum(s.end - s.start for s in reasons)
    if 2 * covered >= line.end - line.start:
        match = max(reasons.values(), key=lambda m: m.entry.number)
        yield _finding(line, match)
    else:
        for sentence, match in reasons.items():
            yield _finding(sentence, match)


def _finding(span: Span, match: Match) -> Finding:
    return Finding(span.start, span.end, "boilerplate", "entry", match.entry.words, match.entry.number)


def _strongest(context: Context, sentence: Span, inside: list[Match]) -> Match | None:
    here = [m for m in inside if sentence.start <= m.start < sentence.end]
    if not here:
        return None
    words = len(context.text[sentence.start : sentence.end].split())
    # A single word such as "advertisement" says little in the middle of a long sentence.
    total = sum(min(m.entry.number, 1.0) if words > LONG and m.last - m.first == 1 else m.entry.number for m in here)
    covered = sum(m.last - m.first for m in here)
    if words <= SHORT and 2 * covered >= words:
        total += 2
    if _ADDRESS.search(context.text, sentence.start, sentence.end):
        total += 1
    return max(here, key=lambda m: m.entry.number) if total >= ENOUGH else None


def _plain_reason(context: Context, line: Span, number: int) -> str:
    """The rule under which a line is furniture by its form alone, or ""."""
    words = context.text[line.start : line.end]
    headline = context.document.headline
    if line == headline or (headline.start <= line.start < headline.end):
        return ""
    if not any(letter.isalnum() for letter in words):
        return "mark"
    if _NUMBERED.match(words) and line.end <= headline.start and len(words.split()) <= SHORT:
        return "numbering"
    bare = _ADDRESS.sub(" ", words)
    if len(bare) < len(words) and len(bare.split()) <= SHORT:
        return "contact"
    if _is_dateline(context, words):
        return "dateline"
    if _is_label(context, line, number, words):
        return "label"
    if _HANDLE.search(words) and not _WORD.search(_HANDLE.sub("", words)):
        return "label"
    return ""


def _is_dateline(context: Context, words: str) -> bool:
    """True when taking away dates, times and a few labels leaves hardly a word."""
    if len(words) > 80 or not any(letter.isdigit() for letter in words) or words[-1] in ".।":
        return False
    rest = _TIME.sub(" ", words)
    known = context.language.folded("months") | context.language.folded("datelines")
    left = [w for w in _WORD.findall(rest) if w.casefold() not in known and w.casefold() not in _ENGLISH_DATE]
    has_date = bool(re.search(r"\d", rest)) or bool(_TIME.search(words))
    months = [w for w in _WORD.findall(rest) if w.casefold() in known or w.casefold() in _ENGLISH_DATE]
    return has_date and not left and (bool(months) or bool(re.search(r"\d[/.-]\d", words)))


# Sites in every language stamp their pages in English.
_ENGLISH_DATE = frozenset(
    "published updated posted last modified on at by date time ist gmt utc est am pm min read jan feb mar apr may jun "
    "jul aug sep sept oct nov dec january february march april june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun".split()
)


def _is_label(context: Context, line: Span, number: int, words: str) -> bool:
    """A single name alone on its line: a caption, a tag, an outlet; a heading names what follows it."""
    if len(words.split()) > 1 or len(words) > 40 or words[-1] in ".!?।:":
        return False
    lines = context.document.lines
    if number == len(lines) - 1 and number > 2:
        return words[0].isupper() or not words[0].isalpha() or not words.islower()
    if not words[:1].isupper():
        return False
    return any(c.isupper() for c in words[1:]) or _named_elsewhere(context, words)


def _named_elsewhere(context: Context, word: str) -> bool:
    """True when the word stands with a capital in the middle of a sentence elsewhere."""
    return re.search(rf"(?<=[^\W\d_] ){re.escape(word)}(?!\w)", context.text) is not None
