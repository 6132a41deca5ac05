"""Looks at the licences of all that is installed for annotator, and asks for known vulnerabilities.

    python docs/check_dependencies.py [--extras import,web] [--only licences]

Exit 1: a licence is not on the list, or a vulnerability is known. Exit 0 with a sentence where nobody could
be asked for vulnerabilities: pip-audit (not one of our dependencies) does the asking, and needs a network.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import find_spec

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ALLOWED = {
    "0BSD", "Apache-2.0", "Artistic-1.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python",
    "ISC", "MIT", "MIT-0", "MPL-1.1", "MPL-2.0", "PSF-2.0", "Unlicense", "Zlib",
}  # fmt: skip
"""No GPL, LGPL or AGPL: whoever passes annotator on shall have to ask nobody. The MPL covers its files."""
WORDS = {
    "apache software license": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache 2": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "artistic license": "Artistic-1.0",
    "bsd license": "BSD",
    "isc license (iscl)": "ISC",
    "mit license": "MIT",
    "mozilla public license 1.1 (mpl 1.1)": "MPL-1.1",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "public domain": "Unlicense",
    "python software foundation license": "PSF-2.0",
    "the unlicense (unlicense)": "Unlicense",
    "bsd-3-clause, apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
}
"""What metadata say in words, in SPDX's."""
CHOSEN = {
    "pyphen": ("MPL-1.1", "offered under GPL, LGPL or MPL, as its LICENSE says; textstat needs it"),
    "text-unidecode": ("Artistic-1.0", "offered under the Artistic License or the GPL; tests only"),
}
"""Packages whose metadata list several licences without saying that one may choose."""


def reached(extras: Sequence[str]) -> dict[str, Distribution]:
    """What is installed of all that annotator with these extras asks for, by name; itself left out."""
    found: dict[str, Distribution] = {}
    asked = [Requirement(f"annotator[{','.join(extras)}]" if extras else "annotator")]
    done: set[tuple[str, frozenset[str]]] = set()
    while asked:
        one = asked.pop()
        name, wanted = canonicalize_name(one.name), frozenset(one.extras)
        if (name, wanted) in done:
            continue
        done.add((name, wanted))
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue
        for inner in map(Requirement, found[name].requires or ()):
            if inner.marker is None or any(inner.marker.evaluate({"extra": e}) for e in wanted or {""}):
                asked.append(inner)
    found.pop("annotator", None)
    return found


def licence(name: str, metadata: Mapping[str, Sequence[str]]) -> str:
    """The licence as SPDX writes it; the words themselves where they mean nothing to us."""
    if name in CHOSEN:
        return CHOSEN[name][0]
    if metadata["License-Expression"]:
        return metadata["License-Expression"][0]
    classes = [
        one.split("::")[-1].strip()
        for one in metadata["Classifier"]
        if one.startswith("License ::") and not one.endswith("OSI Approved")
    ]
    told = classes or [one.splitlines()[0] for one in metadata["License"] if one.strip()]
    return " AND ".join(_spdx(one) for one in told) or "not said"


def _spdx(words: str) -> str:
    return WORDS.get(words.strip().lower(), words.strip())


def is_allowed(expression: str) -> bool:
    """True when one may use it under licences of the list alone; what is not understood is not allowed."""
    tokens = re.findall(r"[()]|[^\s()]+", expression)
    value, rest = _any(tokens)
    return value and not rest


def _any(tokens: Sequence[str]) -> tuple[bool, Sequence[str]]:
    value, rest = _all(tokens)
    while rest and rest[0] == "OR":
        other, rest = _all(rest[1:])
        value = value or other
    return value, rest


def _all(tokens: Sequence[str]) -> tuple[bool, Sequence[str]]:
    value, rest = _one(tokens)
    while rest and rest[0] == "AND":
        other, rest = _one(rest[1:])
        value = value and other
    return value, rest


def _one(tokens: Sequence[str]) -> tuple[bool, Sequence[str]]:
    if not tokens:
        return False, tokens
    if tokens[0] == "(":
        value, rest = _any(tokens[1:])
        return (value, rest[1:]) if rest and rest[0] == ")" else (False, rest)
    return tokens[0] in ALLOWED, tokens[1:]


def vulnerabilities(packages: Mapping[str, Distribution]) -> Iterator[str]:
    """A line for each that is known among these packages. Raises `OSError` where nobody could be asked."""
    if find_spec("pip_audit") is None:
        raise OSError("pip-audit is not installed (pip install pip-audit)")
    asked = subprocess.run(
        [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off"],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        told = json.loads(asked.stdout)["dependencies"]
    except (ValueError, LookupError, TypeError):
        lines = asked.stderr.strip().splitlines() or ["no answer"]
        raise OSError(f"pip-audit got no answer: {lines[-1]}") from None
    for one in told:
        if canonicalize_name(one["name"]) in packages:
            for known in one.get("vulns", ()):
                fixed = ", ".join(known.get("fix_versions", ())) or "no version yet"
                yield f"{one['name']} {one.get('version', '')}: {known['id']}, mended in {fixed}"


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when all is well, as far as it could be asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--extras", default="dev,import,web,xlsx,hub,corpus,cluster")
    parser.add_argument("--only", choices=("licences", "vulnerabilities"))
    wanted = parser.parse_args(arguments)
    packages = reached([one for one in wanted.extras.split(",") if one])
    wrong = 0
    if wanted.only != "vulnerabilities":
        wrong += _tell_licences(packages)
    if wanted.only != "licences":
        wrong += _tell_vulnerabilities(packages)
    return 1 if wrong else 0


def _tell_licences(packages: Mapping[str, Distribution]) -> int:
    wrong = 0
    for name in sorted(packages):
        metadata = packages[name].metadata
        fields = ("License-Expression", "Classifier", "License")
        told = licence(name, {field: [str(one) for one in metadata.get_all(field) or ()] for field in fields})
        if not is_allowed(told):
            wrong += 1
            print(f"not allowed: {name} {packages[name].version}: {told}")
    print(f"licences: {len(packages) - wrong} of {len(packages)} packages are under licences of the list")
    for name, (chosen, reason) in CHOSEN.items():
        if name in packages:
            print(f"  {name}: {chosen} chosen; {reason}")
    return wrong


def _tell_vulnerabilities(packages: Mapping[str, Distribution]) -> int:
    try:
        known = list(vulnerabilities(packages))
    except OSError as problem:
        print(f"vulnerabilities: could not be asked for; {problem}")
        return 0
    print("\n".join([*known, f"vulnerabilities: {len(known)} known in {len(packages)} packages"]))
    return len(known)


if __name__ == "__main__":
    sys.exit(main())
