"""`annotator score --interactive`: the desk as plain prompts, for screen readers and slow lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from annotator.cli import prompts
from annotator.cli.plain_desk import PlainDesk, title_of
from annotator.cli.prompting import End, forgive_bytes, hear, say
from annotator.errors import AnnotatorError
from annotator.model.articles import Article
from annotator.model.findings import Analysis, Finding, Unavailable
from annotator.model.judgements import Evidence, Rater, Score
from annotator.model.rubrics import Rubric
from annotator.present import aloud
from annotator.signals import card
from annotator.translating import LANGUAGES, _, language_meant, use_language
from annotator.workbench import rating
from annotator.workbench.blinding import Veil, reveal, view_of
from annotator.workbench.choosing import kept_rubric
from annotator.workbench.opening import Workspace
from annotator.workbench.preferring import LANGUAGE, prefer, preferred
from annotator.workbench.reading import article as article_with

_RANGE = re.compile(r"(\d{1,6})(?:\s*-\s*(\d{1,6}))?")
_NUMBERED = re.compile(r"(\d{1,6})(?:\s+(.+))?")
_EMPTY = "-"


def run_interactive(workspace: Workspace, rater: Rater, article: Article, rubric: Rubric) -> None:
    """Nothing; the rater judged the article line by line until the input ended."""
    forgive_bytes()
    use_language(language_meant(preferred(workspace, rater, LANGUAGE)))
    Session(PlainDesk(workspace, rater, article, rubric)).run()


class Session:
    """A conversation at a plain desk: every line is a command."""

    def __init__(self, desk: PlainDesk) -> None:
        self.desk = desk
        self._analysis: Analysis | None = None
        self.commands: dict[str, Callable[[str], None]] = {
            "t": self.read, "c": self.criterion, "e": self.cite, "f": self.findings, "d": self.drop,
            "a": self.absent, "n": self.note, "u": self.undo, "r": self.redo, "s": self.skip,
            "reveal": self.reveal, "l": self.speak, "?": self.help, "h": self.help, "help": self.help,
            "q": self.quit, "quit": self.quit,
        }  # fmt: skip

    def run(self) -> None:
        """Nothing; lines were obeyed until there were no more."""
        desk = self.desk
        try:
            desk.greet()
            desk.turn_to(desk.judging.next_open() or desk.rubric.criteria[0])
            while True:
                desk.ask()
                self.obey(hear())
        except End:
            say(prompts.QUIT, done=desk.judging.done, total=desk.total)

    def obey(self, line: str) -> None:
        """Nothing; one line of input was carried out, or it was said why not."""
        word, _, rest = line.partition(" ")
        # e3 is understood like e 3.
        joined = re.fullmatch(r"([a-zA-Z])(\d+(?:-\d+)?)", word)
        word, rest = (joined.group(1), f"{joined.group(2)} {rest}") if joined else (word, rest)
        command = self.commands.get(word.lower())
        try:
            if word.isascii() and word.isdigit() and len(word) < 4 and not rest:
                self.desk.answer(int(word))
            elif command:
                command(rest.strip())
            elif line:
                say(prompts.UNKNOWN, given=word)
        except AnnotatorError as error:
            say("{error}", error=error)

    def read(self, which: str) -> None:
        """Nothing; the article, or some of its sentences, were read out with their numbers."""
        desk, sentences = self.desk, self.desk.document.sentences
        match = _RANGE.fullmatch(which)
        first, last = 1, len(sentences)
        if match:
            first = int(match.group(1))
            last = int(match.group(2) or first)
        if (which and not match) or not 0 < first <= last <= len(sentences):
            say(prompts.NO_SENTENCE, number=which, last=len(sentences))
            return
        for number, sentence in enumerate(sentences[first - 1 : last], first):
            words = aloud.sentence_words(desk.view, desk.article, sentence)
            say(prompts.SENTENCE, number=number, words=words)

    def criterion(self, which: str) -> None:
        """Nothing; the criterion in hand, or the one with this number, was read out."""
        desk = self.desk
        if not which:
            desk.turn_to(desk.judging.criterion)
        elif which.isascii() and which.isdigit() and 0 < int(which) <= desk.total:
            desk.turn_to(desk.rubric.criteria[int(which) - 1])
        else:
            say(prompts.NO_CRITERION, number=which, last=desk.total)

    def skip(self, _: str) -> None:
        """Nothing; the next criterion without an answer is in hand."""
        onward = self.desk.judging.next_open()
        if onward:
            self.desk.turn_to(onward)
        else:
            say(prompts.NOTHING_OPEN)

    def cite(self, which: str) -> None:
        """Nothing; a sentence, or some of its words, is evidence."""
        desk, sentences = self.desk, self.desk.document.sentences
        match = _NUMBERED.fullmatch(which)
        if match is None:
            say(prompts.WHICH_SENTENCE)
            return
        number, words = int(match.group(1)), match.group(2) or ""
        if not 0 < number <= len(sentences):
            say(prompts.NO_SENTENCE, number=number, last=len(sentences))
            return
        start, end = sentences[number - 1]
        if words:
            # Looked for in what the rater may see: a blind rater finds out nothing by trying names.
            start = desk.view.text_shown.find(words, start, end)
            end = start + len(words)
        if start < 0:
            say(prompts.NO_WORDS, number=number)
        else:
            self._add(start, end)

    def _add(self, start: int, end: int, signal: str = "") -> None:
        desk = self.desk
        if any((one.start, one.end) == (start, end) for one in desk.judging.quotes):
            say(prompts.CITED_ALREADY)
        else:
            cited = rating.cite(desk.article, start, end, signal)
            desk.put_evidence((*desk.judging.evidence, cited))

    def drop(self, _: str) -> None:
        """Nothing; what was cited last is evidence no more."""
        judging = self.desk.judging
        left, score = judging.evidence[:-1], judging.score
        if not judging.evidence:
            say(prompts.NOTHING_CITED)
        elif score and judging.with_evidence(left).lacks_evidence(score.answer):
            say(prompts.NEEDS_LAST)
        else:
            self.desk.put_evidence(left)

    def absent(self, why: str) -> None:
        """Nothing; it was said why nothing can be quoted."""
        if self.desk.judging.criterion.evidence != "quote-or-absence":
            say(prompts.NO_ABSENCE)
            return
        if not why:
            say(prompts.ASK_ABSENT)
            why = hear()
        if why:
            self.desk.put_evidence((Evidence(absent=why),))

    def note(self, words: str) -> None:
        """Nothing; the criterion in hand has this note."""
        if not words:
            say(prompts.ASK_NOTE)
            words = hear()
        if words:
            self.desk.put_note("" if words == _EMPTY else words)

    def findings(self, which: str) -> None:
        """Nothing; findings were listed, or one of them is evidence."""
        if self.desk.view.signals_held:
            say(prompts.SIGNALS_HELD)
            return
        found = self._heard().findings
        if which.isascii() and which.isdigit():
            if 0 < int(which) <= len(found):
                one = found[int(which) - 1]
                self._add(one.start, one.end, one.signal)
            else:
                say(prompts.NO_FINDING, number=which)
        else:
            self._list(found, which)

    def _heard(self) -> Analysis:
        """What the signals say; they are asked when somebody wants to know."""
        if self._analysis is None:
            from annotator.workbench.analyzing import analyze_article

            self._analysis = analyze_article(self.desk.workspace, self.desk.article)
        return self._analysis

    def _list(self, found: Sequence[Finding], letter: str) -> None:
        lines = [
            (number, aloud.letter_of(one), one)
            for number, one in enumerate(found, 1)
            if not letter or aloud.letter_of(one).lower() == letter.lower()
        ]
        for number, sign, one in lines:
            self._tell(number, sign, one)
        if not lines:
            say(prompts.NO_LETTER if letter else prompts.NO_FINDINGS, letter=letter)
        if not letter:
            self._tell_silent()

    def _tell(self, number: int, letter: str, one: Finding) -> None:
        view, article = self.desk.view, self.desk.article
        say(
            prompts.FINDING,
            number=number,
            letter=letter,
            signal=_(card(one.signal).title),
            words=aloud.finding_words(view, article, one),
            sentence=aloud.sentence_number(self.desk.document, one.start),
            why=aloud.why(view, one),
        )

    def _tell_silent(self) -> None:
        """Nothing; it was said which signals cannot answer: that is not the same as no findings."""
        for signal, measured in self._heard().measurements.items():
            if isinstance(measured, Unavailable):
                say(prompts.UNAVAILABLE, signal=_(card(signal).title), reason=_(measured.reason))

    def undo(self, _: str) -> None:
        """Nothing; the last judgement was taken back, in whichever article it was."""
        self._stand(
            rating.undo(self.desk.workspace, self.desk.rater), prompts.UNDONE, prompts.NOTHING_TO_UNDO
        )

    def redo(self, _: str) -> None:
        """Nothing; what was taken back last stands again."""
        self._stand(
            rating.redo(self.desk.workspace, self.desk.rater), prompts.REDONE, prompts.NOTHING_TO_REDO
        )

    def _stand(self, score: Score | None, told: str, otherwise: str) -> None:
        if score is None:
            say(otherwise)
            return
        desk = self.desk
        rubric = kept_rubric(desk.workspace, score.rubric)
        criterion = rubric.criterion(score.criterion) or desk.judging.criterion
        say(told, title=title_of(criterion), answer=desk.answer_words(score, criterion))
        if (score.article, score.rubric) == (desk.article.id, desk.rubric.digest):
            desk.turn_to(criterion)
        else:
            other = article_with(desk.workspace, score.article)
            title = view_of(desk.workspace, desk.rater, other).read(other.title)
            say(prompts.ELSEWHERE, article=aloud.one_line(title), rubric=rubric.id)
            desk.refresh()

    def reveal(self, what: str) -> None:
        """Nothing; what was hidden can be seen, and it is on the disk that it can."""
        desk = self.desk
        if what.lower() not in (Veil.OUTLET.value, Veil.SIGNALS.value):
            say(prompts.WHICH_REVEAL)
            return
        veil = Veil(what.lower())
        new = reveal(desk.workspace, desk.rater, desk.article, veil)
        say(prompts.REVEALED[veil] if new else prompts.SEEN_ALREADY[veil])
        desk.refresh()
        if veil is Veil.OUTLET:
            view = desk.view
            say(
                prompts.OUTLET_IS,
                outlet=view.outlet_label,
                byline=aloud.known(view.byline),
                url=aloud.known(view.url),
            )

    def speak(self, code: str) -> None:
        """Nothing; the conversation goes on in this language, and the next one begins in it."""
        if code.lower() not in LANGUAGES:
            say(prompts.NO_LANGUAGE)
            return
        use_language(code.lower())
        prefer(self.desk.workspace, self.desk.rater, LANGUAGE, code.lower())
        say(prompts.SPEAKS)
        self.desk.turn_to(self.desk.judging.criterion)

    def help(self, _: str) -> None:
        """Nothing; all commands were told."""
        for line in prompts.HELP:
            say(line)

    def quit(self, _: str) -> None:
        """Never comes back: the conversation is over."""
        raise End
