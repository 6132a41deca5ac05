"""Members of a JSON file taken in strictly: the right names, the right types, nothing guessed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from operator import itemgetter
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


class Shape:
    """The members of one kind of entry, with what each may hold."""

    def __init__(self, name: str, members: Mapping[str, Kinds]) -> None:
        self.name = name
        self.members = members
        self._get = itemgetter(*members)
        self._one = len(members) == 1
        # All that the members' types can be together: one look-up tells whether an entry is right.
        self._right = frozenset(product(*members.values()))
        self._numbers = [place for place, kinds in enumerate(members.values()) if int in kinds]

    def read(self, entry: object, place: Place) -> tuple[Any, ...]:
        """The entry's members in the order of the shape; others are passed over. Raises InputError."""
        if type(entry) is not dict:
            raise wrong(self.name, "it is no object", place)
        try:
            found = self._get(entry)
        except KeyError as missing:
            raise wrong(self.name, f"“{missing.args[0]}” is missing", place) from missing
        values: tuple[Any, ...] = (found,) if self._one else found
        # Types and not isinstance: true is no number here.
        if tuple(map(type, values)) not in self._right:
            raise wrong(self.name, "a member is of the wrong kind", place)
        for at in self._numbers:
            if values[at] is not None and not 0 <= values[at] <= GREATEST:
                raise wrong(self.name, "a number is out of bounds", place)
        return values

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
