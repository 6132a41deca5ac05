"""Which verbs of saying are that in their sentence, and who stands before or after them."""

from __future__ import annotations

from functools import cache

from annotator.signals.context import Context, Match
from annotator.signals.sourcing import NOBODY, Source, SourceFinder, SourceKind

STANCES = frozenset(("claim", "deny", "accuse", "announce", "ask", "believe", "show", "stance"))
"""Kinds of verb that tie a stance to the source that stands just before them."""
SPOKEN = frozenset(("say", "ask", "announce", "deny"))
"""Kinds of verb that report an act of speech; the others may tell the writer's own view."""
AFTER = 8
"""How many words after its verb a source may take."""
_CLOSED = frozenset(',”"»’')
"""After one of these the source may follow its verb."""
_QUOTED = frozenset('”"»’')
_OPENED = frozenset(':“"«')
"""Before one of these stands the verb that announces it."""


class VerbReader:
    """Reads verbs that stand between their source and what it says, or after speech before their source."""

    def __init__(self, context: Context, sources: SourceFinder) -> None:
        self.context = context
        self.tokens = context.document.tokens
        self.keys = self.tokens.keys
        self.sources = sources
        self.grammar = grammar = context.language.grammar
        self.nominal = grammar["determiners"] - grammar["pronouns"] - grammar["relatives"]
        """Before one of these the form is a noun."""
        self.doubtful = grammar["determiners"] & grammar["relatives"]
        """Before one of these it is a noun, unless a source stands before them: "a lawsuit that claims"."""
        self.participles = tuple(grammar["participle_endings"])

    def read(self, match: Match) -> tuple[Source, Source] | None:
        """The source before the verb and the one after it, or None when the word ties nothing to a source."""
        keys, gap = self.keys, self.tokens.gaps[match.first]
        before = keys[match.first - 1] if match.first and gap == " " else ""
        if (before in self.nominal and not self._is_told_by_media(match, before)) or gap == "-":
            return None
        if self.context.is_name(match):
            return None
        source = self.sources.before(match.first)
        if before in self.doubtful and source.last != match.first:
            return None
        if keys[source.first] in self.grammar["nobody"]:
            return None
        if match.entry.value not in SPOKEN and keys[source.first] in self.grammar["first_person"]:
            # The writer's own view has the outlet for its source.
            return None
        inverted = NOBODY
        opening = self._opening_gap(match)
        follows = not _CLOSED.isdisjoint(opening) and keys[match.first] not in self.grammar["telling"]
        if source.kind is SourceKind.UNSEEN and match.last < len(keys) and follows:
            inverted = self.sources.after(match.last, AFTER)
        strict = self._is_unreal(match, source)
        if strict is None:
            return None
        sure = not strict and not self.grammar["sure"].isdisjoint((keys[match.first], keys[match.last - 1]))
        # A verb of saying right after a closed quotation: «È finita», osserva un trader.
        sure = sure or ("," in opening and not _QUOTED.isdisjoint(opening) and match.entry.value in SPOKEN)
        if not sure and not self._is_supported(match, source, inverted, strict):
            return None
        return source, inverted

    def _opening_gap(self, match: Match) -> str:
        """What stands before the verb and its auxiliaries: ", " in "..., ha reso noto l'agenzia"."""
        at, gaps = match.first, self.tokens.gaps
        while at > 0 and gaps[at] == " " and self.keys[at - 1] in self.grammar["auxiliaries"]:
            at -= 1
        return gaps[at]

    def _is_told_by_media(self, match: Match, before: str) -> bool:
        """True for "local media reported", not for "media reports"."""
        return before in self.grammar["agencies"] and self.keys[match.first].endswith("ed")

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
        # "Is confident" agrees by itself, and after "does not" the bare form is right.
        helped = base in grammar["passives"] or not grammar["supporting"].isdisjoint(
            keys[opening : match.first]
        )
        present = grammar["plurals"] and not helped and key in (base, base + "s", base + "es")
        if present and not self._agrees(key == base, source):
            return None
        if self._is_passive(match):
            impersonal = source.kind is SourceKind.PRONOUN and keys[source.first] in grammar["impersonal"]
            return None if impersonal else True
        return False

    def _is_passive(self, match: Match) -> bool:
        """True for "was told" and a participle alone ("accusato di frode"): the subject does not speak."""
        keys, grammar = self.keys, self.grammar
        key = keys[match.first]
        joined = match.first and self.tokens.gaps[match.first] == " "
        if joined and keys[match.first - 1] in grammar["passives"] and not key.endswith("ing"):
            return True
        if not key.endswith(self.participles) or match.last - match.first > 1:
            return False
        return grammar["auxiliaries"].isdisjoint(keys[max(match.first - 4, 0) : match.first])

    def _is_supported(self, match: Match, source: Source, inverted: Source, strict: bool) -> bool:
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

    def _agrees(self, base: bool, source: Source) -> bool:
        """True when the form can be the verb of the source: "they report", not "New York state"."""
        if source.kind is SourceKind.UNSEEN:
            return True
        keys, grammar = self.keys, self.grammar
        last = source.last - 1
        if keys[last] in grammar["relatives"] or "and" in keys[max(last - 4, 0) : last]:
            return True
        if source.first and keys[source.first - 1] in grammar["prepositions"]:
            # "Advisers to Mr. Stone say": the subject lies farther back.
            return True
        # "Advisers of Mr. Stone say": the noun agrees, not the name after it.
        key = source.noun or keys[last]
        capital = not source.noun and self.tokens.capitals[last]
        ends_in_s = key.endswith("s") and not key.endswith("ss")
        if capital and ends_in_s:
            # Names such as Democrats and Reuters may be either.
            return True
        return (key in grammar["plurals"] or ends_in_s) == base


@cache
def _base(phrase: str) -> str:
    """The first word of an entry without its inflection: the form a verb has in a dictionary."""
    return phrase.split()[0].split("/")[0].split("+")[0]
