"""Who judges. Apart from the judgements, because a list of articles needs to know of nobody's scores."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a rater is in the class."""

    STUDENT = "student"
    TEACHER = "teacher"


@dataclass(frozen=True, slots=True)
class Rater:
    """A person who scores."""

    id: str
    """UUIDv7."""
    handle: str
    role: Role = Role.STUDENT
    group: str = ""
