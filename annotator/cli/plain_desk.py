"""The form of a rubric, asked and answered line by line: what stands, what waits, what is saved."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from annotator.cli import prompts
from annotator.cli.prompting import hear, say
from annotator.model.articles import Article
from annotator.model.follow_ups import join_note, split_note
from annotator.model.judgements import Answer, Evidence, Rater, Score
from annotator.model.rubrics import Criterion, FollowUp, Rubric, in_language
from annotator.present import aloud
from annotator.present.feedback import feedback_sentence
from annotator.present.judging import Judging, Wish
from annotator.present.library import LANGUAGE_NAMES
from annotator.text import Document, read_text
from annotator.translating import _, language_used
from annotator.workbench import rating
from annotator.workbench.blinding import begin_reading, conditions_now, release_signals, view_of
from annotator.workbench.opening import Workspace
from annotator.workbench.training import feedback_on


class PlainDesk:
    """One article, one rubric, one rater; the criterion in hand and what was begun for it."""

    def __init__(self, workspace: Workspace, rater: Rater, article: Article, rubric: Rubric) -> None:
        self.workspace, self.rater, self.article, self.rubric = workspace, rater, article, rubric
        begin_reading(workspace, rater, article)
        self.view = view_of(workspace, rater, article)
        self.judging = Judging(rubric, rubric.criteria[-1], self._scores())

    @cached_property
    def document(self) -> Document:
        """The article in sentences."""
        return read_text(self.article.text, self.article.language, self.article.headline)

    @property
    def total(self) -> int:
        """How many criteria there are."""
        return len(self.rubric.criteria)

    def greet(self) -> None:
        """Nothing; it was said what is to be judged, and how."""
        view, rubric, done = self.view, self.rubric, self.judging.done
        say(prompts.TITLE, title=aloud.one_line(view.read(self.article.title)))
        outlet = prompts.OUTLET_HIDDEN if view.outlet_hidden else prompts.OUTLET
        sentences = len(self.document.sentences)
        say(
            outlet,
            outlet=view.outlet_label,
            language=_(LANGUAGE_NAMES.get(self.article.language, "")),
            sentences=sentences,
        )
        say(prompts.RUBRIC, rubric=rubric.id, version=rubric.version, done=done, total=self.total)
        say(prompts.BEGIN)

    def ask(self) -> None:
        """Nothing; the criterion in hand was asked in one line."""
        criterion = self.judging.criterion
        say(prompts.PROMPT, title=title_of(criterion), levels=aloud.level_range(criterion))

    def turn_to(self, criterion: Criterion) -> None:
        """Nothing; this criterion is in hand and was read out, with what stands and what was begun for it."""
        self._take_up(criterion)
        number = self.rubric.criteria.index(criterion) + 1
        question = in_language(criterion.question, language_used())
        say(prompts.CRITERION, number=number, total=self.total, title=title_of(criterion), question=question)
        for value, label, descriptor in aloud.level_words(criterion, language_used()):
            say(prompts.LEVEL, value=value, label=label, descriptor=descriptor)
        say(prompts.CANNOT_JUDGE)
        if prompts.NEEDS[criterion.evidence]:
            say(prompts.NEEDS[criterion.evidence])
        if self.judging.score:
            say(prompts.STANDS, answer=self.answer_words(self.judging.score))
        self._tell_what_was_begun()

    def refresh(self) -> None:
        """Nothing; the desk shows what is on the disk now."""
        self.view = view_of(self.workspace, self.rater, self.article)
        self._take_up(self.judging.criterion)

    def _take_up(self, criterion: Criterion) -> None:
        scores = self._scores()
        draft = rating.load_draft(self.workspace, self.rater, self.article, self.rubric, criterion.id)
        begun = draft or scores.get(criterion.id)
        wish = Wish(Answer.LEVEL, draft.level) if draft and draft.level is not None else None
        note, evidence = (begun.note, begun.evidence) if begun else ("", ())
        self.judging = Judging(self.rubric, criterion, scores, note=note, evidence=evidence, wish=wish)

    def _scores(self) -> dict[str, Score]:
        return rating.current_scores(self.workspace, self.rater, self.article, self.rubric)

    def _tell_what_was_begun(self) -> None:
        judging = self.judging
        for number, one in enumerate(judging.quotes, 1):
            words = aloud.one_line(self.view.said(self.article.text, one.start, one.end))
            say(prompts.EVIDENCE, number=number, words=words)
        if judging.absence:
            say(prompts.ABSENT, words=aloud.one_line(judging.absence))
        if judging.note:
            say(prompts.NOTE, words=aloud.one_line(judging.note))
        if judging.wish:
            self._tell_wait(judging.wish)

    def _tell_wait(self, wish: Wish) -> None:
        needs = prompts.NEEDS[self.judging.criterion.evidence]
        say(prompts.WAITS, answer=self.answer_words(wish), needs=_(needs))

    def answer_words(self, answer: Score | Wish | None, criterion: Criterion | None = None) -> str:
        """An answer to the criterion in hand, or to another one, in words."""
        criterion = criterion or self.judging.criterion
        return aloud.answer_words(answer, criterion, _(prompts.NO_ANSWER), _(prompts.CANNOT))

    def answer(self, level: int) -> None:
        """Nothing; the answer is on the disk, or it was said which evidence it waits for."""
        criterion = self.judging.criterion
        if level and criterion.level(level) is None:
            say(prompts.NO_LEVEL, given=level, levels=aloud.level_range(criterion))
            return
        wish = Wish(Answer.LEVEL if level else Answer.CANNOT_JUDGE, level or None)
        if self.judging.lacks_evidence(wish.answer):
            self.judging = replace(self.judging, wish=wish)
            self._save_draft()
            self._tell_wait(wish)
        else:
            self._record(wish)
            self._move_on(wish)

    def put_evidence(self, evidence: tuple[Evidence, ...]) -> None:
        """Nothing; the criterion in hand has this evidence."""
        self._put(self.judging.with_evidence(evidence))

    def put_note(self, words: str) -> None:
        """Nothing; the criterion in hand has this note. Answers to follow-ups, which it holds too, stay."""
        answers = split_note(self.judging.note, self.judging.criterion)[1]
        self._put(replace(self.judging, note=join_note(words, answers)))

    def _put(self, judging: Judging) -> None:
        """Nothing; evidence and note are on the disk: in the score that waited or stands, else in a draft."""
        self.judging = judging
        wish, score = judging.wish, judging.score
        if wish and not judging.lacks_evidence(wish.answer):
            self._record(wish)
            self._move_on(wish)
        elif score and not wish and not judging.lacks_evidence(score.answer):
            self._record(Wish(score.answer, score.level))
        else:
            self._save_draft()
            say(prompts.KEPT, title=title_of(judging.criterion))

    def _record(self, wish: Wish) -> None:
        """Nothing; the answer is on the disk, and that was said."""
        self._write(wish)
        title, done = title_of(self.judging.criterion), self.judging.done
        say(prompts.SAVED, title=title, answer=self.answer_words(wish), done=done, total=self.total)
        for told in feedback_on(self.workspace, self.rater, self.article, self.rubric):
            if done >= self.total or told.criterion.id == self.judging.criterion.id:
                say("{words}", words=aloud.one_line(feedback_sentence(told)))
        if release_signals(self.workspace, self.rater, self.article, self.rubric):
            say(prompts.SIGNALS_OUT)
            self.view = view_of(self.workspace, self.rater, self.article)

    def _write(self, wish: Wish) -> None:
        judging = self.judging
        rating.record_score(
            self.workspace, self.rater, self.article, self.rubric, judging.criterion.id,
            answer=wish.answer, level=wish.level, note=judging.note, evidence=judging.evidence,
            conditions=conditions_now(self.workspace, self.rater, self.article),
        )  # fmt: skip
        self.judging = replace(judging, scores=self._scores(), wish=None)

    def _move_on(self, wish: Wish) -> None:
        self._ask_follow_ups(wish)
        onward = self.judging.next_open()
        if onward:
            self.turn_to(onward)
        else:
            say(prompts.ALL_DONE, total=self.total)

    def _ask_follow_ups(self, wish: Wish) -> None:
        criterion = self.judging.criterion
        words, given = split_note(self.judging.note, criterion)
        asked = criterion.follow_ups_after(wish.level)
        answers = {one.id: ask_follow_up(one) or given.get(one.id, "") for one in asked}
        note = join_note(words, answers)
        if note != self.judging.note:
            self.judging = replace(self.judging, note=note)
            self._write(wish)

    def _save_draft(self) -> None:
        judging = self.judging
        rating.save_draft(
            self.workspace, self.rater, self.article, self.rubric, judging.criterion.id,
            note=judging.note, evidence=judging.evidence, level=judging.wish.level if judging.wish else None,
        )  # fmt: skip


def title_of(criterion: Criterion) -> str:
    """The criterion's title."""
    return in_language(criterion.title, language_used())


def ask_follow_up(one: FollowUp) -> str:
    """What the rater answers to a follow-up: words, or the id of a choice; nothing where it is left out."""
    question = in_language(one.question, language_used())
    if one.kind == "text":
        say(prompts.FOLLOW_UP, question=question)
        return hear()
    for number, choice in enumerate(one.choices, 1):
        say(prompts.CHOICE, number=number, label=in_language(choice.label, language_used()))
    while True:
        say(prompts.FOLLOW_UP_CHOICE, question=question)
        given = hear()
        if not given:
            return ""
        if given.isascii() and given.isdigit() and 0 < int(given) <= len(one.choices):
            return one.choices[int(given) - 1].id
        say(prompts.NO_CHOICE, given=given, last=len(one.choices))
