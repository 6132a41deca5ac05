"""Which verbs of saying are that in their sentence, and who stands before or after them."""

from __future__ import annotations

from functools import cache
from typing import Final

from annotator.languages import Language
from annotator.signals.context import Context
from annotator.signals.lexical import per_language
from annotator.signals.matching import Match
from annotator.signals.sources import DESCRIBED, NAMED, NOBODY, PRONOUN, UNSEEN, Source
from annotator.signals.sourcing import SourceFinder

STANCES: Final = frozenset(("claim", "deny", "accuse", "announce", "ask", "believe", "show", "stance"))
"""Kinds of verb that tie a stance to the source that stands just before them."""
SPOKEN: Final = frozenset(("say", "ask", "announce", "deny"))
"""Kinds of verb that report an act of speech; the others may tell the writer's own view."""
AFTER: Final = 8
"""How many words after its verb a source may take."""
_CLOSED: Final = frozenset(',”"»’')
"""After one of these the source may follow its verb."""
_QUOTED: Final = frozenset('”"»’')
_OPENED: Final = frozenset(':“"«')
"""Before one of these stands the verb that announces it."""


class VerbWords:
    """The groups of small words of a language by which its verbs are read, worked out once."""

    def __init__(self, language: Language) -> None:
        grammar = language.grammar
        self.nominal = grammar["determiners"] - grammar["pronouns"] - grammar["relatives"]
        """Before one of these the form is a noun."""
        self.doubtful = grammar["determiners"] & grammar["relatives"]
        """Before one of these it is a noun, unless a source stands before them: "a lawsuit that claims"."""
        self.agencies, self.auxiliaries = grammar["agencies"], grammar["auxiliaries"]
        self.nobody, self.first_person = grammar["nobody"], grammar["first_person"]
        self.telling, self.sure, self.weak = grammar["telling"], grammar["sure"], grammar["weak"]
        self.modals, self.passives = grammar["modals"], grammar["passives"]
        self.supporting = grammar["supporting"]
        self.unreal = grammar["modals"] & grammar["between"]
        """After one of these it is an act to come, whoever the source is."""
        self.participles = tuple(grammar["participle_endings"])
        self.plurals, self.impersonal = grammar["plurals"], grammar["impersonal"]
        self.complementizers = grammar["complementizers"]
        self.tied = grammar["of_source"] - {"that"}
        """Complementizers that open a statement only after a source."""
        self.with_subject = grammar["with_subject"]
        self.relatives, self.prepositions = grammar["relatives"], grammar["prepositions"]


_words_of: Final = per_language(VerbWords)


class VerbReader:
    """Reads verbs that stand between their source and what it says, or after speech before their source."""

    def __init__(self, context: Context, sources: SourceFinder) -> None:
        self.context = context
        tokens = context.document.tokens
        self.keys, self.gaps, self.capitals = tokens.keys, tokens.gaps, tokens.capitals
        self.sources = sources
        self.words = _words_of(context.language)

    def read(self, match: Match) -> tuple[Source, Source] | None:
        """The source before the verb and the one after it, or None when the word ties nothing to a source."""
        keys, words, sources = self.keys, self.words, self.sources
        first, last, kind = match.first, match.last, match.entry.value
        key, final, gap = keys[first], keys[last - 1], self.gaps[first]
        before = keys[first - 1] if first and gap == " " else ""
        if (before in words.nominal and not self._is_told_by_media(before, key)) or gap == "-":
            return None
        opening = self._opening_gap(first) if before in words.auxiliaries else gap
        closed = not _CLOSED.isdisjoint(opening)
        sure = key in words.sure or final in words.sure
        # "Was told", and a participle alone: the subject does not speak.
        passive = before in words.passives and not key.endswith("ing")
        if words.participles and not passive:
            passive = last - first == 1 and self._is_participle(first)
        ending = sources.end_before(first)
        # Most verbs that tie nothing are told at a glance, before anybody looks for their source: they
        # need a statement beside them.
        if passive or before in words.unreal:
            tied = closed
        else:
            tied = closed or sure or (final not in words.weak and sources.may_be_close(ending))
        if not (tied or self._following(last) in words.complementizers or self._announces(match)):
            return None
        if self.capitals[first] and self.context.is_name(match):
            return None
        source = sources.ending_at(ending)
        if (before in words.doubtful and source.last != first) or self._is_nobody(source, kind):
            return None
        inverted = NOBODY
        if closed and source.kind is UNSEEN and last < len(keys) and key not in words.telling:
            inverted = sources.after(last, AFTER)
        strict = self._is_unreal(match, source, passive)
        if strict is None:
            return None
        # A verb of saying right after a closed quotation: «È finita», osserva un trader.
        quoted = closed and "," in opening and not _QUOTED.isdisjoint(opening) and kind in SPOKEN
        if (sure and not strict) or quoted or self._is_supported(match, source, inverted, strict):
            return source, inverted
        return None

    def _opening_gap(self, at: int) -> str:
        """What stands before the verb and its auxiliaries: ", " in "..., ha reso noto l'agenzia"."""
        gaps = self.gaps
        while at > 0 and gaps[at] == " " and self.keys[at - 1] in self.words.auxiliaries:
            at -= 1
        return gaps[at]

    def _is_nobody(self, source: Source, kind: str) -> bool:
        """True where nobody says it, or the writer, whose own view has the outlet for its source."""
        first, last = self.keys[source.first], self.keys[max(source.last - 1, 0)]
        nobody = first in self.words.nobody or last in self.words.nobody
        return nobody or (kind not in SPOKEN and first in self.words.first_person)

    def _is_told_by_media(self, before: str, key: str) -> bool:
        """True for "local media reported", not for "media reports"."""
        return before in self.words.agencies and key.endswith("ed")

    def _following(self, last: int) -> str:
        """The word after the verb, or the one by which its entry brings a statement itself: "agree that"."""
        keys = self.keys
        if keys[last - 1] in self.words.complementizers:
            return keys[last - 1]
        return keys[last] if last < len(keys) else ""

    def _announces(self, match: Match) -> bool:
        """True before a colon or an opening quotation mark."""
        return not _OPENED.isdisjoint(self.context.text[match.end : match.end + 3])

    def _is_unreal(self, match: Match, source: Source, passive: bool) -> bool | None:
        """None where the word is no verb of this source; True where it needs its statement right beside it.

        A form that may be a noun must agree with its subject; "will state", "to ask" are acts to come;
        "it is reported" names nobody.
        """
        keys, words, first, unseen = self.keys, self.words, match.first, source.kind is UNSEEN
        if unseen and self.gaps[first] != " ":
            return passive
        opening = max(first - 1 if unseen else source.last, first - 4, 0)
        if opening < first and not words.modals.isdisjoint(keys[opening:first]):
            return True
        if words.plurals:
            forms = _present_forms(match.entry.phrase)
            # "Is confident" agrees by itself, and after "does not" the bare form is right.
            helped = forms[0] in words.passives or not words.supporting.isdisjoint(keys[opening:first])
            if keys[first] in forms and not helped and not self._agrees(keys[first] == forms[0], source):
                return None
        if passive:
            impersonal = source.kind is PRONOUN and keys[source.first] in words.impersonal
            return None if impersonal else True
        return False

    def _is_participle(self, at: int) -> bool:
        """True for a participle without an auxiliary: "accusato di frode"."""
        near = self.keys[max(at - 4, 0) : at + 1]
        return near.pop().endswith(self.words.participles) and self.words.auxiliaries.isdisjoint(near)

    def _is_supported(self, match: Match, source: Source, inverted: Source, strict: bool) -> bool:
        """For verbs that are not always verbs of saying: a statement, or a speaker with speech, beside."""
        keys, words = self.keys, self.words
        follows = self._following(match.last)
        if strict and match.entry.value == "accuse":
            # "The mayor, accused of fraud": the subject is not the one who accuses.
            return False
        if follows in words.complementizers:
            return source.kind is not UNSEEN or follows not in words.tied
        if self._announces(match):
            return True
        if strict:
            return False
        if inverted.kind in (NAMED, DESCRIBED) and not follows.isdigit():
            return True
        if source.kind is UNSEEN or not source.close or keys[match.last - 1] in words.weak:
            return False
        if match.entry.value in STANCES or keys[match.first] in words.with_subject:
            return True
        return bool(words.plurals)

    def _agrees(self, base: bool, source: Source) -> bool:
        """True when the form can be the verb of the source: "they report", not "New York state"."""
        if source.kind is UNSEEN:
            return True
        keys, words = self.keys, self.words
        last = source.last - 1
        if keys[last] in words.relatives or "and" in keys[max(last - 4, 0) : last]:
            return True
        if source.first and keys[source.first - 1] in words.prepositions:
            # "Advisers to Mr. Stone say": the subject lies farther back.
            return True
        # "Advisers of Mr. Stone say": the noun agrees, not the name after it.
        key = source.noun or keys[last]
        capital = not source.noun and self.capitals[last]
        ends_in_s = key.endswith("s") and not key.endswith("ss")
        if capital and ends_in_s:
            # Names such as Democrats and Reuters may be either.
            return True
        return (key in words.plurals or ends_in_s) == base


@cache
def _present_forms(phrase: str) -> tuple[str, str, str]:
    """The forms that the first word of an entry has in the present; that of the dictionary first."""
    base = phrase.split()[0].split("/")[0].split("+")[0]
    return base, base + "s", base + "es"
