"""What an installation brings, for the scripts that check, pin and list dependencies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def closure(
    requirements: Iterable[Requirement], environment: Mapping[str, str] | None = None
) -> dict[str, Distribution | None]:
    """Every package that these ask for, directly or not, by name; None where it is not installed here.

    `environment` stands for another machine's markers; None means this one's.
    """
    found: dict[str, Distribution | None] = {}
    asked = list(requirements)
    done: set[tuple[str, frozenset[str]]] = set()
    while asked:
        one = asked.pop()
        name, extras = canonicalize_name(one.name), frozenset(one.extras)
        if (name, extras) in done:
            continue
        done.add((name, extras))
        try:
            installed = found[name] = distribution(name)
        except PackageNotFoundError:
            found[name] = None
            continue
        for inner in map(Requirement, installed.requires or ()):
            here = ({**(environment or {}), "extra": extra} for extra in extras or {""})
            if inner.marker is None or any(map(inner.marker.evaluate, here)):
                asked.append(inner)
    return found
