"""Attribution: the words that tie a statement to a source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from annotator.model.findings import Finding
from annotator.signals.context import OUTLET, Context, Match
from annotator.signals.sourcing import NOBODY, Source, SourceFinder, SourceKind

STANCES = frozenset(("claim", "deny", "accuse", "announce", "ask", "believe", "show", "stance"))
"""Kinds of verb that tie a stance to the source that stands just before them."""
LONGEST_SOURCE = 9
"""A source of more words than this is not marked with its verb, to keep the mark short."""
HEADING = 8
"""A line of at most so many words that ends without a mark is a heading."""
LISTS = {
    "attribution_phrases": "phrase",
    "reporting_verbs": "verb",
    "stance_verbs": "verb",
    "reporting_nouns": "noun",
    "anonymous": "phrase",
}
_SPOKEN = frozenset(("say", "ask", "announce", "deny"))
SURE = 3.0
"""A phrase of this weight shows an unnamed source by itself."""
_SPEAKERS = (SourceKind.NAMED, SourceKind.DESCRIBED, SourceKind.VAGUE)
_CLOSED = frozenset(',”"»’')
"""After one of these the source may follow its verb."""
_OPENED = frozenset(':“"«')
_RANK = {"phrase": 0, "verb": 1, "noun": 2}


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of attribution with the source it points to."""

    start: int
    end: int
    rule: str
    entry: str
    source: Source
    sentence: int
    kind: str = ""
    """What the source does by the list: say, claim, deny, accuse, ..."""
    aside: bool = False
    """True in a clause aside ("although it denies ..."): the cue does not cover what the sentence states."""


def find(context: Context) -> Iterator[Finding]:
    """Verbs and phrases of saying in the outlet's voice, with the source where it stands beside.

    Sets `context.cues` for the signals about sources.
    """
    from annotator.signals.postposing import read_postposed
    from annotator.signals.speakers import find_speakers

    sources = SourceFinder(context)
    cues = [*find_speakers(context, sources)]
    postposed = context.language.grammar["ergative"]
    cues += read_postposed(context, sources) if postposed else CueReader(context, sources).read()
    context.cues = _apart(cues)
    for cue in context.cues:
        yield Finding(cue.start, cue.end, "attribution", cue.rule, cue.entry, 1.0, cue.source.kind.value)


def candidates(context: Context) -> list[tuple[str, Match]]:
    """Matches of the lists of saying in the outlet's voice, as (rule, match), in order of place."""
    voices = context.voices
    found = [
        (rule, match)
        for name, rule in LISTS.items()
        for match in context.found(name)
        if voices[match.first] == OUTLET and (name != "anonymous" or match.entry.number >= SURE)
    ]
    return sorted(found, key=lambda c: (c[1].first, _RANK[c[0]], -c[1].last))


def _apart(cues: Iterable[Cue]) -> list[Cue]:
    """The cues in order, none overlapping an earlier one."""
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda c: c.start):
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return kept


class CueReader:
    """Reads the cues of a language in which verbs stand between the source and what it says."""

    def __init__(self, context: Context, sources: SourceFinder) -> None:
        self.context = context
        self.tokens = context.document.tokens
        self.keys = self.tokens.keys
        self.grammar = context.language.grammar
        self.sources = sources
        self.verbs = frozenset(match.first for match in context.found("reporting_verbs"))
        """The first tokens of verbs of saying."""

    def read(self) -> list[Cue]:
        """The cues in order; phrases of place ("in a statement") only where no other cue is near."""
        cues: list[Cue] = []
        settings: list[Cue] = []
        vague: list[Cue] = []
        reach = -1
        for rule, match in candidates(self.context):
            if match.first < reach:
                continue
            cue = self._cue(rule, match)
            if cue is None:
                continue
            if cues and cue.start < cues[-1].end:
                if rule == "verb" and cue.start <= cues[-1].start:
                    # "A spokeswoman for X says": the verb with its source, not the source alone.
                    cues[-1] = cue
                continue
            if match.entry.list == "anonymous":
                vague.append(cue)
                continue
            if rule == "phrase" and self._is_setting(match):
                settings.append(cue)
                continue
            if self._told_inside(cues, cue):
                continue
            cues.append(cue)
            reach = match.last
        taken = {cue.sentence for cue in cues}
        spoken = self.context.spoken
        settings = [cue for cue in settings if spoken[cue.sentence]]
        return cues + [cue for cue in [*settings, *vague] if cue.sentence not in taken]

    def _is_setting(self, match: Match) -> bool:
        """True for where or how something was said, which says nothing without the saying."""
        first, last = self.keys[match.first], self.keys[match.last - 1]
        return first in self.grammar["settings"] and last not in self.grammar["of_source"]

    def _told_inside(self, cues: list[Cue], cue: Cue) -> bool:
        """True for "she hopes" in "Clinton says she hopes": it is what the first source says."""
        if not cues or cues[-1].sentence != cue.sentence:
            return False
        between = self.context.text[cues[-1].end : cue.start]
        if cue.source.kind is SourceKind.PRONOUN and between in (" ", " that ", " che "):
            return True
        return cue.kind == "stance" and between.endswith((" that ", " che "))

    def _cue(self, rule: str, match: Match) -> Cue | None:
        if rule == "phrase":
            return self._phrase(match)
        return self._verb(match) if rule == "verb" else self._noun(match)

    def _made(self, rule: str, match: Match, source: Source, first: int, last: int) -> Cue:
        start, end = self.tokens.starts[first], self.tokens.ends[last - 1]
        sentence = self.context.sentence_of(match)
        aside = rule != "phrase" and self._is_aside(match, first, sentence)
        return Cue(start, end, rule, match.entry.phrase, source, sentence, match.entry.value, aside)

    def _is_aside(self, match: Match, first: int, sentence: int) -> bool:
        """True when the cue stands in a clause that a word such as "although" opens before it."""
        start = self.context.document.sentences[sentence].start
        opening = max(bisect_left(self.tokens.starts, start), first - 4)
        return not self.grammar["conceding"].isdisjoint(self.keys[opening : match.last])

    def _phrase(self, match: Match) -> Cue | None:
        open_ended = self.keys[match.last - 1] in self.grammar["from"]
        inner = NOBODY if open_ended else self.sources.described(match.first, match.last)
        if inner.noun or match.entry.list == "anonymous":
            # The entry itself names the source: "secondo un rapporto", "sources say".
            source = inner if inner.noun else Source(match.first, match.last, SourceKind.VAGUE)
            return self._made("phrase", match, source, match.first, match.last)
        # "Secondo un rapporto, i prezzi": what follows a comma is no source.
        source = NOBODY if "," in self.tokens.gaps[match.last] else self.sources.after(match.last)
        if self._needs_source(match) and not (source.organised or source.kind in _SPEAKERS):
            return None
        near = source is not NOBODY and source.last - match.last <= LONGEST_SOURCE
        return self._made("phrase", match, source, match.first, source.last if near else match.last)

    def _needs_source(self, match: Match) -> bool:
        """True for "data from": a phrase that says nothing unless a source follows."""
        first, last = self.keys[match.first], self.keys[match.last - 1]
        return last in self.grammar["from"] and first not in self.grammar["according"]

    def _noun(self, match: Match) -> Cue | None:
        """A noun of saying counts with its source or content beside: "allegation from", "claims that"."""
        keys = self.keys
        if match.last >= len(keys) or keys[match.last] not in self.grammar["of_source"]:
            return None
        if "," in self.tokens.gaps[match.last]:
            return None
        if keys[match.last] in self.grammar["complementizers"]:
            # "the hope that", "a study that", "a lawsuit that accused": a feeling, or a relative clause.
            if match.entry.value in ("believe", "show") or match.last + 1 in self.verbs:
                return None
            return self._made("noun", match, NOBODY, match.first, match.last)
        source = self.sources.after(match.last + 1, 6)
        if not (source.organised or source.kind in _SPEAKERS) or self._in_heading(match):
            return None
        return self._made("noun", match, source, match.first, source.last)

    def _in_heading(self, match: Match) -> bool:
        """True in a short line without a full stop, which announces words but does not report them."""
        start, end = self.context.document.sentences[self.context.sentence_of(match)]
        words = self.context.text[start:end]
        return words[-1].isalnum() and len(words.split()) <= HEADING

    def _verb(self, match: Match) -> Cue | None:
        keys, grammar = self.keys, self.grammar
        before = keys[match.first - 1] if match.first and self.tokens.gaps[match.first] == " " else ""
        if before in grammar["determiners"] - grammar["pronouns"] - grammar["relatives"]:
            return None
        if self.context.is_name(match) or self.tokens.gaps[match.first] == "-":
            return None
        source = self.sources.before(match.first)
        if before in grammar["determiners"] & grammar["relatives"] and source.last != match.first:
            # "that claim", unless what it refers to is a source: "a lawsuit that claims".
            return None
        if match.entry.value not in _SPOKEN and keys[source.first] in grammar["first_person"]:
            # The writer's own view has the outlet for its source.
            return None
        inverted = NOBODY
        if source.kind is SourceKind.UNSEEN and match.last < len(keys) and self._opens_after(match):
            inverted = self.sources.after(match.last, 8)
        strict = self._is_unreal(match, source)
        if strict is None:
            return None
        sure = not strict and not grammar["sure"].isdisjoint((keys[match.first], keys[match.last - 1]))
        if not sure and not self._supported(match, source, inverted, strict):
            return None
        first, last = match.first, match.last
        if source.kind is not SourceKind.UNSEEN and match.first - source.first <= LONGEST_SOURCE:
            first = source.first
        if inverted.kind is not SourceKind.UNSEEN and inverted.last - match.last <= LONGEST_SOURCE:
            source, last = inverted, inverted.last
        return self._made("verb", match, source, first, last)

    def _is_unreal(self, match: Match, source: Source) -> bool | None:
        """None where the word is no verb of this source; True where it needs its statement right beside it.

        A form that may be a noun must agree with its subject; "will state", "to ask" are acts to come;
        "it is reported" names nobody.
        """
        keys, grammar = self.keys, self.grammar
        if source.kind is SourceKind.UNSEEN and self.tokens.gaps[match.first] != " ":
            return self._is_passive(match)
        opening = source.last if source.kind is not SourceKind.UNSEEN else match.first - 1
        if not grammar["modals"].isdisjoint(keys[max(opening, match.first - 4, 0) : match.first]):
            return True
        base, key = _base(match.entry.phrase), keys[match.first]
        present = grammar["plurals"] and key in (base, base + "s", base + "es")
        if present and not _agrees(key == base, source, self):
            return None
        if self._is_passive(match):
            impersonal = source.kind is SourceKind.PRONOUN and keys[source.first] in grammar["impersonal"]
            return None if impersonal else True
        return False

    def _is_passive(self, match: Match) -> bool:
        """True for "was told" and for a participle alone ("accusato di frode"): the subject does not speak."""
        keys, grammar = self.keys, self.grammar
        key = keys[match.first]
        joined = match.first and self.tokens.gaps[match.first] == " "
        if joined and keys[match.first - 1] in grammar["passives"] and not key.endswith("ing"):
            return True
        if not key.endswith(tuple(grammar["participle_endings"])) or match.last - match.first > 1:
            return False
        return grammar["auxiliaries"].isdisjoint(keys[max(match.first - 4, 0) : match.first])

    def _opens_after(self, match: Match) -> bool:
        """True when the verb follows closed speech or a comma: “...,” said the minister."""
        return not _CLOSED.isdisjoint(self.tokens.gaps[match.first])

    def _supported(self, match: Match, source: Source, inverted: Source, strict: bool) -> bool:
        """For verbs that are not always verbs of saying: a statement, or a speaker with speech, beside."""
        keys, grammar = self.keys, self.grammar
        follows = keys[match.last] if match.last < len(keys) else ""
        if keys[match.last - 1] in grammar["complementizers"]:
            # The entry brings it: "agree that".
            follows = keys[match.last - 1]
        if follows in grammar["complementizers"]:
            return source.kind is not SourceKind.UNSEEN or follows not in grammar["of_source"] - {"that"}
        if not _OPENED.isdisjoint(self.context.text[match.end : match.end + 3]):
            return True
        if strict:
            return False
        if inverted.kind in (SourceKind.NAMED, SourceKind.DESCRIBED) and not follows.isdigit():
            return True
        if source.kind is SourceKind.UNSEEN or not source.close or keys[match.last - 1] in grammar["weak"]:
            return False
        if match.entry.value in STANCES or keys[match.first] in grammar["with_subject"]:
            return True
        return bool(grammar["plurals"])


@cache
def _base(phrase: str) -> str:
    """The first word of an entry without its inflection: the form a verb has in a dictionary."""
    return phrase.split()[0].split("/")[0].split("+")[0]


def _agrees(base: bool, source: Source, reader: CueReader) -> bool:
    """True when the form can be the verb of the source: "they report", "it reports", not "New York state"."""
    if source.kind is SourceKind.UNSEEN:
        return True
    last = source.last - 1
    key = reader.keys[last]
    if source.first and reader.keys[source.first - 1] in reader.grammar["prepositions"]:
        # "Advisers to Mr. Stone say": the subject lies farther back.
        return True
    if key in reader.grammar["relatives"]:
        return True
    if source.noun:
        # "Advisers to Mr. Obama say": the noun agrees, not the name after it.
        key, capital = source.noun, False
    else:
        capital = reader.tokens.capitals[last]
    plural = key in reader.grammar["plurals"] or (
        key.endswith("s") and not key.endswith("ss") and not capital
    )
    if "and" in reader.keys[max(last - 4, 0) : last]:
        return True
    # Names such as Democrats and Reuters may be either.
    return plural == base or (key.endswith("s") and capital)
