"""The errors a person can meet: what is wrong, where, and what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is wrong: a path, and in it a line and column (both from 1), if known."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        parts = [self.path]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(parts)


class AnnotatorError(Exception):
    """A mistake of a user's or of the outside world, told in the user's words.

    `message` says what is wrong, `hint` what to do about it, `place` where it is.
    Programming errors are never turned into this class.
    """

    def __init__(self, message: str, hint: str = "", place: Place | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.place = place

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{where}{self.message}{hint}"


class InputError(AnnotatorError):
    """A file or text that cannot be taken in: missing, empty, binary, wrongly encoded, too large."""


class RubricError(AnnotatorError):
    """A rubric file that does not say what a rubric must say."""


class LanguageError(AnnotatorError):
    """A language the tool does not know, or a language data file with a mistake in it."""


class StoreError(AnnotatorError):
    """A database that cannot be opened or written."""


class DamagedError(StoreError):
    """A database whose pages do not fit together, or a file that is no workspace at all."""


class NotFoundError(AnnotatorError):
    """A name that stands for nothing in this workspace: article, rubric, rater, story, signal."""


class JudgementError(AnnotatorError):
    """A judgement that cannot be recorded as given: unknown level, missing evidence."""
