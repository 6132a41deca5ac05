"""Claims in the outlet's voice that name no source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import compress
from typing import Final

from annotator.languages import Language
from annotator.model.findings import Finding, Measurement, Unavailable
from annotator.signals.context import Context
from annotator.signals.counting import read_figures
from annotator.signals.lexical import marked, per_language
from annotator.translating import N_

Claims = dict[int, dict[str, None]]
"""By sentence, the kinds of claim it makes, in their order."""
PERCENT_CLAIMS: Final = "% of claims"

FEWEST_WORDS: Final = 5
SUBJECT: Final = 6
"""Among so many first words a court is the one who acts."""
LONGEST_CREDIT: Final = 20
"""A sentence that only names the source of the one before has no more words than this."""
_OF_COURTS: Final = frozenset(("accusation", "number"))
"""What a court finds and how long or dear the sentence is are its act, which can be looked up."""
_MOST_KEPT: Final = 20_000
DOUBTFUL: Final = 2.0
"""A hedge of this weight makes a claim of its sentence: "allegedly"."""


def find(context: Context) -> Iterator[Finding]:
    """Sentences that make a checkable claim where neither they nor the one before say whose it is.

    Left out: the headline, furniture, speech and questions. A source carries over to the next sentence
    of the same paragraph unless it ended with somebody's quoted words. A source in a clause aside
    ("although the company denies it") does not cover what the sentence goes on to state.
    """
    for index, kinds in claims_by_source(context)[1].items():
        start, end = context.document.sentences[index]
        yield marked(start, end, "unattributed", "claim", next(iter(kinds)), 1.0, ", ".join(kinds))


def measure(context: Context, findings: Sequence[Finding]) -> Measurement | Unavailable:
    """The share of the outlet's own claims that name no source."""
    sourced = len(claims_by_source(context)[0])
    total = sourced + len(findings)
    if not total:
        return Unavailable(N_("no sentence makes a claim that wants a source."))
    inputs = {"without": len(findings), "with": sourced}
    return Measurement(round(100 * len(findings) / total, 1), PERCENT_CLAIMS, inputs)


def claims_by_source(context: Context) -> tuple[Claims, Claims]:
    """The outlet's own claims that have a source, and those that have none. Known once cues are."""
    if context.sorted_claims is None:
        context.sorted_claims = _sorted_claims(context)
    return context.sorted_claims


def claims_of(context: Context) -> dict[int, list[str]]:
    """By sentence, the kinds of checkable claim it makes, sources or not; worked out once for a text."""
    if context.claims is None:
        context.claims = _find_claims(context)
    return context.claims


def _sorted_claims(context: Context) -> tuple[Claims, Claims]:
    sourced: Claims = {}
    bare: Claims = {}
    # "Campaigners want criminal charges": what somebody wants or refuses accuses nobody.
    wanted = {cue.sentence for cue in context.cues if cue.kind == "stance" and not cue.aside}
    covered, own = context.sourced_sentences, context.own_sentences
    for index, listed in sorted(claims_of(context).items()):
        if index not in own or not _is_statement(context, index):
            continue
        kinds = dict.fromkeys(listed)
        if (
            index in covered
            or (index - 1 in covered and _carries_over(context, index - 1))
            or (index + 1 in covered and _tells_before(context, index + 1))
        ):
            sourced[index] = kinds
        elif not (index in wanted and list(kinds) == ["accusation"]) and not _is_plain_act(
            context, index, kinds
        ):
            bare[index] = kinds
    return sourced, bare


def _find_claims(context: Context) -> dict[int, list[str]]:
    claims: defaultdict[int, list[str]] = defaultdict(list)
    figures = read_figures(context)
    plain = set(context.numbers).difference(figures)
    tokens, sentences = context.document.tokens, context.document.token_sentences
    futures = [sentences[at] for at in _futures(context)]
    for match in context.found("claims"):
        kind = match.entry.value
        if kind == "number" and not plain.isdisjoint(range(match.first, match.last)):
            continue
        if kind == "prediction":
            futures.append(sentences[match.first])
        else:
            claims[sentences[match.first]].append(kind or "claim")
    modals = context.language.grammar["modals"]
    for match in context.found("hedge"):
        if match.entry.number >= DOUBTFUL and tokens.keys[match.first] not in modals:
            claims[sentences[match.first]].append("doubtful")
    for index in figures:
        claims[sentences[index]].append("number")
    if futures:
        scheduled = _scheduled(context, frozenset(futures))
        for sentence in futures:
            if sentence not in scheduled:
                claims[sentence].append("prediction")
    return dict(claims)


def _futures(context: Context) -> list[int]:
    """The tokens that speak of what will be: small words ("will"), or verbs by their endings ("pagherà")."""
    keys, grammar = context.document.tokens.keys, context.language.grammar
    # After an article it is a noun: the will of the people.
    articles, words = grammar["determiners"], context.small.where(grammar["future"])
    found = [at for at in words if not at or keys[at - 1] not in articles]
    if grammar["future_endings"]:
        found += compress(range(len(keys)), map(_futures_of(context.language).__getitem__, keys))
    return found


class _Futures(dict[str, bool]):
    """For every word met so far whether it has the ending of a verb in the future."""

    def __init__(self, endings: Iterable[str]) -> None:
        super().__init__()
        self.endings = tuple(endings)

    def __missing__(self, key: str) -> bool:
        if len(self) >= _MOST_KEPT:
            self.clear()
        known = self[key] = key.endswith(self.endings)
        return known


@per_language
def _futures_of(language: Language) -> _Futures:
    return _Futures(language.grammar["future_endings"])


def _scheduled(context: Context, asked: Set[int]) -> set[int]:
    """Which of these sentences name a day: what they say will happen is an appointment, no prediction."""
    keys, sentences = context.document.tokens.keys, context.document.token_sentences
    days = context.language.grammar["days"]
    found = {sentences[at] for at in context.small.where(days)}
    months = context.language.folded("months")
    for at in context.numbers:
        if sentences[at] in asked and not months.isdisjoint(keys[max(at - 1, 0) : at + 2]):
            found.add(sentences[at])
    return found


def _is_plain_act(context: Context, index: int, kinds: Mapping[str, None]) -> bool:
    """True for what a court did, and for wishes: the accusation is the court's, the future is hoped for."""
    grammar = context.language.grammar
    if "accusation" in kinds and kinds.keys() <= _OF_COURTS:
        return not grammar["courts"].isdisjoint(_keys_of(context, index)[:SUBJECT])
    return "number" not in kinds and not grammar["wishes"].isdisjoint(_keys_of(context, index))


def _keys_of(context: Context, index: int) -> list[str]:
    """The keys of a sentence, and of the line breaks before the next one."""
    firsts, keys = context.document.sentence_tokens, context.document.tokens.keys
    return keys[firsts[index] : firsts[index + 1]] if index + 1 < len(firsts) else keys[firsts[index] :]


def _tells_before(context: Context, index: int) -> bool:
    """True when this sentence says only whose the one before is: "Lo riferisce la Protezione civile."."""
    if context.spoken[index]:
        return False
    grammar, tokens = context.language.grammar, context.document.tokens
    inside = tokens.between(*context.document.sentences[index])
    here = tokens.keys[inside.start : inside.stop]
    if not here or here[0] not in grammar["pointing_back"] or len(here) > LONGEST_CREDIT:
        return False
    return (grammar["complementizers"] - grammar["prepositions"]).isdisjoint(here[1:])


def _is_statement(context: Context, index: int) -> bool:
    """True for a sentence that asks nothing and is long enough to claim something."""
    text, (start, end) = context.text, context.document.sentences[index]
    if text.find("?", start, end) >= 0 and text[start:end].rstrip("\"”»' ").endswith("?"):
        return False
    starts = context.document.tokens.starts
    fewest = context.document.sentence_tokens[index] + FEWEST_WORDS
    return fewest <= len(starts) and starts[fewest - 1] < end


def _carries_over(context: Context, index: int) -> bool:
    """True when a sentence's source, not tied to quoted words, holds for the next of its paragraph."""
    if context.spoken[index]:
        return False
    before, here = context.document.sentences[index], context.document.sentences[index + 1]
    return "\n" not in context.text[before.end : here.start]
