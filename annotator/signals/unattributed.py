"""Claims in the outlet's voice that name no source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from annotator.model.findings import Finding, Measurement, Unavailable
from annotator.signals.context import Context
from annotator.signals.counting import read_figures
from annotator.translating import N_

Claims = dict[int, dict[str, None]]
"""By sentence, the kinds of claim it makes, in their order."""
PERCENT_CLAIMS = "% of claims"

FEWEST_WORDS = 5
SUBJECT = 6
"""Among so many first words a court is the one who acts."""
LONGEST_CREDIT = 20
"""A sentence that only names the source of the one before has no more words than this."""
_OF_COURTS = frozenset(("accusation", "number"))
"""What a court finds and how long or dear the sentence is are its act, which can be looked up."""
DOUBTFUL = 2.0
"""A hedge of this weight makes a claim of its sentence: "allegedly"."""


def find(context: Context) -> Iterator[Finding]:
    """Sentences that make a checkable claim where neither they nor the one before say whose it is.

    Left out: the headline, furniture, speech and questions. A source carries over to the next sentence
    of the same paragraph unless it ended with somebody's quoted words. A source in a clause aside
    ("although the company denies it") does not cover what the sentence goes on to state.
    """
    for index, kinds in context.claims_by_source[1].items():
        start, end = context.document.sentences[index]
        yield Finding(start, end, "unattributed", "claim", next(iter(kinds)), 1.0, ", ".join(kinds))


def measure(context: Context, findings: Sequence[Finding]) -> Measurement | Unavailable:
    """The share of the outlet's own claims that name no source."""
    sourced = len(context.claims_by_source[0])
    total = sourced + len(findings)
    if not total:
        return Unavailable(N_("no sentence makes a claim that wants a source."))
    inputs = {"without": len(findings), "with": sourced}
    return Measurement(round(100 * len(findings) / total, 1), PERCENT_CLAIMS, inputs)


def sort_claims(context: Context) -> tuple[Claims, Claims]:
    """The claims in the outlet's voice that have a source, and those that have none."""
    sourced: Claims = {}
    bare: Claims = {}
    # "Campaigners want criminal charges": what somebody wants or refuses accuses nobody.
    wanted = {cue.sentence for cue in context.cues if cue.kind == "stance" and not cue.aside}
    for index in sorted(context.claims):
        if index < 0 or not _in_outlet_voice(context, index):
            continue
        kinds = dict.fromkeys(context.claims[index])
        if index in context.sourced_sentences or _carried_over(context, index) or _told_after(context, index):
            sourced[index] = kinds
        elif not (index in wanted and list(kinds) == ["accusation"]) and not _is_plain_act(
            context, index, kinds
        ):
            bare[index] = kinds
    return sourced, bare


def find_claims(context: Context) -> dict[int, list[str]]:
    """By sentence, the kinds of claim it makes, sources or not."""
    claims: dict[int, list[str]] = {}
    figures = frozenset(read_figures(context))
    plain = frozenset(context.numbers) - figures
    for match in context.found("claims"):
        if match.entry.value == "number" and not plain.isdisjoint(range(match.first, match.last)):
            continue
        claims.setdefault(context.sentence_of(match), []).append(match.entry.value or "claim")
    modals = context.language.grammar["modals"]
    tokens, sentences = context.document.tokens, context.document.token_sentences
    for match in context.found("hedge"):
        if match.entry.number >= DOUBTFUL and tokens.keys[match.first] not in modals:
            claims.setdefault(sentences[match.first], []).append("doubtful")
    for index in sorted(figures):
        claims.setdefault(sentences[index], []).append("number")
    scheduled = _scheduled(context)
    for index in _futures(context):
        if sentences[index] not in scheduled:
            claims.setdefault(sentences[index], []).append("prediction")
    return claims


def _futures(context: Context) -> Iterator[int]:
    """The tokens that speak of what will be: small words ("will"), or verbs by their endings ("pagherà")."""
    keys, grammar = context.document.tokens.keys, context.language.grammar
    words, endings = grammar["future"], tuple(grammar["future_endings"])
    for at in context.small.where(words):
        # After an article it is a noun: the will of the people.
        if not at or keys[at - 1] not in grammar["determiners"]:
            yield at
    if endings:
        yield from [at for at, key in enumerate(keys) if key.endswith(endings)]


def _scheduled(context: Context) -> frozenset[int]:
    """The sentences that name a day: what they say will happen is an appointment, no prediction."""
    keys, sentences = context.document.tokens.keys, context.document.token_sentences
    days = context.language.grammar["days"]
    found = {sentences[at] for at in context.small.where(days)}
    months = context.language.folded("months")
    dated = (at for at in context.numbers if not months.isdisjoint(keys[max(at - 1, 0) : at + 2]))
    return frozenset(found.union(sentences[at] for at in dated))


def _is_plain_act(context: Context, index: int, kinds: Mapping[str, None]) -> bool:
    """True for what a court did, and for wishes: the accusation is the court's, the future is hoped for."""
    keys, grammar = context.document.tokens.keys, context.language.grammar
    inside = context.document.tokens.between(*context.document.sentences[index])
    here = keys[inside.start : inside.stop]
    if "accusation" in kinds and kinds.keys() <= _OF_COURTS:
        return not grammar["courts"].isdisjoint(here[:SUBJECT])
    return "number" not in kinds and not grammar["wishes"].isdisjoint(here)


def _told_after(context: Context, index: int) -> bool:
    """True when the next sentence says only whose this one is: "Lo riferisce la Protezione civile."."""
    if index + 1 not in context.sourced_sentences or context.spoken[index + 1]:
        return False
    tokens, grammar = context.document.tokens, context.language.grammar
    inside = tokens.between(*context.document.sentences[index + 1])
    here = tokens.keys[inside.start : inside.stop]
    if not here or here[0] not in grammar["pointing_back"] or len(here) > LONGEST_CREDIT:
        return False
    return (grammar["complementizers"] - grammar["prepositions"]).isdisjoint(here[1:])


def _in_outlet_voice(context: Context, index: int) -> bool:
    """True for a statement of the outlet's own body that is long enough to claim something."""
    if index not in context.own_sentences:
        return False
    start, end = context.document.sentences[index]
    if context.text[start:end].rstrip("\"”»' ").endswith("?"):
        return False
    return len(context.document.tokens.between(start, end)) >= FEWEST_WORDS


def _carried_over(context: Context, index: int) -> bool:
    """True when the sentence before, in the same paragraph, has a source that is not tied to quoted words."""
    if index - 1 not in context.sourced_sentences or context.spoken[index - 1]:
        return False
    before, here = context.document.sentences[index - 1], context.document.sentences[index]
    return "\n" not in context.text[before.end : here.start]
