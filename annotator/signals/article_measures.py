"""Measures of a whole article beside the signals' own: sources, numbers, headline against body, page facts.

Each gives a number with its unit and the counts it was made from. There is no overall score.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

from annotator.languages import Language
from annotator.model.findings import Finding, Measurement, Unavailable
from annotator.signals.attribution import Cue
from annotator.signals.context import Context
from annotator.signals.feeling import sums_of
from annotator.signals.sources import SourceKind
from annotator.signals.sourcing import APPOSITION
from annotator.signals.unattributed import PERCENT_CLAIMS, claims_by_source, claims_of
from annotator.translating import N_

Measured = Measurement | Unavailable
PERCENT_SOURCES: Final = "% of sources"
PERCENT_NUMBERS: Final = "% of sentences with numbers"
PERCENT_HEADLINE: Final = "% of headline words"
LONGEST_BYLINE: Final = 80
LONG_WORD: Final = 4
"""Shorter words of a headline promise nothing of their own, unless they are names or numbers."""
UNNAMED: Final = "unnamed"
STEM: Final = 5
"""Two words are taken for forms of one when they share so many first letters."""
_SEEN: Final = (SourceKind.NAMED, SourceKind.DESCRIBED, SourceKind.VAGUE, SourceKind.DOCUMENT)
_ALPHA: Final = 15.0
_MAIL: Final = re.compile(r"@(?<=\w@)[\w-]+\.\w")
PHONE: Final = 8
"""A number of so many digits is a telephone's."""


def measure_article(
    context: Context, findings: Iterable[Finding], own: Mapping[str, Measured]
) -> dict[str, Measured]:
    """All measures by id, in the catalogue's order; `own` are the signals' measurements."""
    if not context.document.words:
        nothing = Unavailable(N_("the text has no words."))
        return dict.fromkeys(_IDS, nothing)
    return {
        "claims-sourced": _claims_sourced(context),
        "named-sources": _named_sources(context),
        "distinct-sources": _distinct_sources(context),
        "accused-heard": _accused_heard(context, claims_of(context)),
        "quoted-share": own.get("quote", Unavailable(N_("quotations were not looked for."))),
        "unsourced-numbers": _unsourced_numbers(context),
        "headline-body": _headline_body(context),
        "tone-gap": _tone_gap(context),
        "sentiment-swing": _swing(own.get("sentiment")),
        "boilerplate-share": own.get("boilerplate", Unavailable(N_("page furniture was not looked for."))),
        "byline-date-contact": _page_facts(context, findings),
    }


_IDS: Final = (
    "claims-sourced", "named-sources", "distinct-sources", "accused-heard", "quoted-share",
    "unsourced-numbers", "headline-body", "tone-gap", "sentiment-swing", "boilerplate-share",
    "byline-date-contact",
)  # fmt: skip


def _share(part: int, whole: int, unit: str, inputs: Mapping[str, float | int | str]) -> Measurement:
    return Measurement(round(100 * part / whole, 1), unit, inputs)


def _claims_sourced(context: Context) -> Measured:
    sourced, bare = claims_by_source(context)
    claims = len(sourced) + len(bare)
    if not claims:
        return Unavailable(N_("no sentence makes a claim that wants a source."))
    return _share(len(sourced), claims, PERCENT_CLAIMS, {"with": len(sourced), "claims": claims})


def _unsourced_numbers(context: Context) -> Measured:
    sourced, without = (
        sum("number" in kinds for kinds in claims.values()) for claims in claims_by_source(context)
    )
    if not sourced + without:
        return Unavailable(N_("no sentence gives a number."))
    inputs = {"without": without, "with numbers": sourced + without}
    return _share(without, sourced + without, PERCENT_NUMBERS, inputs)


def _named_sources(context: Context) -> Measured:
    kinds = Counter([cue.source.kind for cue in context.cues if cue.source.kind in _SEEN])
    total = kinds.total()
    if not total:
        return Unavailable(N_("no source is named or described."))
    inputs = {
        "named": kinds[SourceKind.NAMED],
        "role or group": kinds[SourceKind.DESCRIBED],
        "documents": kinds[SourceKind.DOCUMENT],
        "vague": kinds[SourceKind.VAGUE],
    }
    return _share(kinds[SourceKind.NAMED], total, PERCENT_SOURCES, inputs)


def _distinct_sources(context: Context) -> Measured:
    """How many different sources have a say; one name counts once, however it is written out."""
    names = {_who(context, cue) for cue in context.cues if cue.source.kind in _SEEN}
    inputs: dict[str, float | int | str] = {"cues": len(context.cues), "sources": ", ".join(sorted(names))}
    return Measurement(float(len(names)), "sources", inputs)


def _who(context: Context, cue: Cue) -> str:
    """The last name of a named source, the noun of another."""
    tokens, source = context.document.tokens, cue.source
    if source.kind is not SourceKind.NAMED:
        return source.noun or UNNAMED
    capitals = [tokens.keys[at] for at in range(source.first, source.last) if tokens.capitals[at]]
    inside = range(source.first, source.last)
    words = capitals or [tokens.keys[at] for at in inside if tokens.keys[at] not in _small(context.language)]
    return words[-1] if words else source.noun or UNNAMED


@cache
def _small(language: Language) -> frozenset[str]:
    """Keys of words that name nobody."""
    grammar = language.grammar
    groups = (grammar[name] for name in ("prepositions", "ergative", "determiners", "pronouns"))
    return language.folded("function_words").union(*groups)


def _accused_heard(context: Context, claims: Mapping[int, list[str]]) -> Measured:
    """1 when somebody denies, or a source is called by a name or noun that stands in an accusation; else 0.

    The accuser's own words do not count. Who is accused cannot be known for sure without understanding
    the sentence: the measure looks for whoever is named there and is not the one who accuses.
    """
    accusing = {index for index, kinds in claims.items() if "accusation" in kinds}
    accusing |= {cue.sentence for cue in context.cues if cue.kind == "accuse"}
    if not accusing:
        return Unavailable(N_("no sentence accuses anybody."))
    speaking = {_who(context, cue) for cue in context.cues if cue.sentence not in accusing}
    denying = sum([cue.kind == "deny" for cue in context.cues])
    heard = bool(denying) or _is_called(context, accusing)
    inputs = {"accusing sentences": len(accusing), "denials": denying, "other sources": len(speaking)}
    return Measurement(float(heard), "0 or 1", inputs)


def _is_called(context: Context, accusing: set[int]) -> bool:
    """True when a source has the name or noun of somebody who stands in an accusing sentence."""
    keys = context.document.tokens.keys
    called = set().union(*[_source_keys(context, cue) for cue in context.cues])
    for cue in context.cues:
        if cue.kind == "accuse":
            called.difference_update(keys[cue.source.first : cue.source.last])
    return bool(called) and _stand_in(context, called, accusing)


def _stand_in(context: Context, called: set[str], sentences: set[int]) -> bool:
    """True when one of the words is, in these sentences, a name or a noun for people and bodies.

    Where a script has no capitals: any word that comes again in the text.
    """
    keys, sentence_of = context.document.tokens.keys, context.document.token_sentences
    for _, _, first, last, entry in context.found("source_nouns"):
        if keys[last - 1] in called and sentence_of[first] in sentences and entry.value in ("role", "group"):
            return True
    wanted = called - _small(context.language)
    firsts = [*context.document.sentence_tokens, len(keys)]
    here: set[str] = set()
    for sentence in sentences:
        here.update(wanted.intersection(keys[firsts[sentence] : firsts[sentence + 1]]))
    if not context.language.grammar["ergative"]:
        return bool(here) and not here.isdisjoint(context.named())
    return any(key and keys.count(key) > 1 for key in here)


def _source_keys(context: Context, cue: Cue) -> set[str]:
    """The words by which a source that is not the accuser is called, an apposition after it included."""
    if cue.kind == "accuse" or cue.source.kind is SourceKind.UNSEEN:
        return set()
    keys = context.document.tokens.keys
    called = set(keys[cue.source.first : cue.source.last])
    at = cue.source.last
    if at < len(keys) and "," in context.document.tokens.gaps[at]:
        called.update(keys[at : at + APPOSITION])
    return called


def _headline_body(context: Context) -> Measured:
    """The share of the headline's telling words that come back in the body: is the promise kept?"""
    start, end = context.document.headline
    tokens = context.document.tokens
    inside = tokens.between(start, end)
    small = context.language.folded("function_words")
    telling = {
        tokens.keys[at]
        for at in inside
        if tokens.kinds[at] == 2 or (tokens.kinds[at] == 1 and len(tokens.keys[at]) >= LONG_WORD)
    } - small
    if not telling:
        return Unavailable(N_("there is no headline, or it has no telling word."))
    before, after = tokens.keys[: inside.start], tokens.keys[inside.stop :]
    missing = sorted(telling.difference(before, after))
    if missing:
        # One search in all words together is several times faster than a look at each.
        joined = "\n".join(["", *before, *after])
        missing = [key for key in missing if len(key) < STEM or f"\n{key[:STEM]}" not in joined]
    kept = len(telling) - len(missing)
    inputs: dict[str, float | int | str] = {
        "kept": kept,
        "telling words": len(telling),
        "missing": ", ".join(missing),
    }
    return _share(kept, len(telling), PERCENT_HEADLINE, inputs)


def _tone_gap(context: Context) -> Measured:
    """The headline's feeling less the mean feeling of the body's sentences in the outlet's voice."""
    start, end = context.document.headline
    if start == end:
        return Unavailable(N_("there is no headline."))
    if context.feelings is None:
        return Unavailable(N_("feeling words were not looked for."))
    head = 0.0
    for at, _, value, _ in context.feelings:
        if at >= end:
            break
        if at >= start:
            head += value
    body, sums = context.own_sentences, sums_of(context)
    if not body:
        return Unavailable(N_("there is no body in the outlet's voice."))
    mean = sum([_normal(sums[index]) for index in body]) / len(body)
    inputs = {"headline": round(_normal(head), 3), "body": round(mean, 3), "sentences": len(body)}
    return Measurement(round(_normal(head) - mean, 3), "-2 to 2", inputs)


def _normal(total: float) -> float:
    return total / math.sqrt(total * total + _ALPHA)


def _swing(sentiment: Measured | None) -> Measured:
    if not isinstance(sentiment, Measurement):
        return sentiment or Unavailable(N_("feeling words were not looked for."))
    inputs = {name: sentiment.inputs.get(name, 0.0) for name in ("lowest", "highest", "sentences")}
    return Measurement(float(sentiment.inputs.get("swing", 0.0)), "0 to 2", inputs)


def _page_facts(context: Context, findings: Iterable[Finding]) -> Measured:
    """How many of the three the text shows: who wrote it, when, and how to reach the outlet."""
    byline = _has_byline(context)
    stamps = (found for found in findings if found[3] == "dateline" and found[2] == "boilerplate")
    date = _has_date(context) or (bool(context.furniture) and any(stamps))
    contact = _has_contact(context)
    inputs = {"byline": int(byline), "date": int(date), "contact": int(contact)}
    return Measurement(float(byline + date + contact), "of 3", inputs)


def _has_contact(context: Context) -> bool:
    """True for a web or mail address, or a telephone number in one piece."""
    text, keys = context.text, context.document.tokens.keys
    if context.addressed and (
        ("@" in text and _MAIL.search(text)) or ("/" in text and "://" in text) or "www." in text
    ):
        return True
    return any(len(keys[at]) >= PHONE and keys[at].isdigit() for at in context.numbers)


def _has_byline(context: Context) -> bool:
    """True when a short line begins with "by" or its like and goes on with a name."""
    tokens, opening = context.document.tokens, context.language.grammar["bylines"]
    unicameral = bool(context.language.grammar["ergative"])
    for line in context.document.lines:
        if line.end - line.start > LONGEST_BYLINE:
            continue
        first, after = tokens.bounds(line.start, line.end)
        if not 2 <= after - first <= 8 or tokens.keys[first] not in opening:
            continue
        if unicameral or tokens.capitals[first + 1]:
            return True
    return False


def _has_date(context: Context) -> bool:
    """True when a month stands beside a number, or day, month and year stand together in digits."""
    tokens, months = context.document.tokens, context.language.folded("months")
    keys, gaps = tokens.keys, tokens.gaps
    size = len(keys)
    for at in context.numbers:
        if (at and keys[at - 1] in months) or (at + 1 < size and keys[at + 1] in months):
            return True
        gap = gaps[at + 1]
        if gap in ("/", "-") and at + 2 < size and gaps[at + 2] == gap:
            return True
    return False
