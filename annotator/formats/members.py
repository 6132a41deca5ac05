"""Members of a JSON file taken in strictly: the right names, the right types, nothing guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotator.errors import InputError, Place

Kinds = tuple[type, ...]
TEXT: Kinds = (str,)
NUMBER: Kinds = (int,)
NUMBER_OR_NONE: Kinds = (int, type(None))
YES_OR_NO: Kinds = (bool,)
LIST: Kinds = (list,)

GREATEST = 10**12
"""No number in these files is greater: a logical clock counts judgements, an offset counts letters."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The members of one kind of entry, with what each may hold."""

    name: str
    members: Mapping[str, Kinds]

    def read(self, entry: object, place: Place) -> tuple[Any, ...]:
        """The entry's members in the order of the shape; others are passed over. Raises InputError."""
        if type(entry) is not dict:
            raise wrong(self.name, "it is no object", place)
        values = []
        for member, kinds in self.members.items():
            value = entry.get(member)
            # Not isinstance: true is no number here.
            if type(value) not in kinds or (type(value) is int and not 0 <= value <= GREATEST):
                raise wrong(self.name, f"“{member}” is missing or of the wrong kind", place)
            values.append(value)
        return tuple(values)

    def read_all(self, content: Mapping[str, Any], member: str, place: Place) -> list[tuple[Any, ...]]:
        """The entries of a list."""
        entries = content.get(member)
        if type(entries) is not list:
            raise wrong(member, "it is no list", place)
        return [self.read(entry, place) for entry in entries]


def written(shape: Shape, values: Sequence[object]) -> dict[str, object]:
    """The entry with these values, in the order of the shape."""
    return dict(zip(shape.members, values, strict=True))


def wrong(what: str, why: str, place: Place) -> InputError:
    """The complaint about an entry."""
    return InputError(f"a part of the file does not make sense ({what}: {why}).", "Ask for it again.", place)
