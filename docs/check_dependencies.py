"""Looks at the licences of all that is installed for annotator, and asks for known vulnerabilities.

    python docs/check_dependencies.py [--extras import,web] [--only licences] [--services pypi,osv]

Exit 1: a licence is not on the list, or a vulnerability is known. pip-audit does the asking, by package,
and needs a network: of what no service knew anything, the last line says so, and that line is no all-clear.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import Distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

sys.path.insert(0, str(Path(__file__).parents[1]))

from docs.installed import closure  # noqa: E402

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
    asked = Requirement(f"annotator[{','.join(extras)}]" if extras else "annotator")
    found = {name: installed for name, installed in closure([asked]).items() if installed is not None}
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


@dataclass(slots=True)
class Audit:
    """What services said of packages."""

    known: list[str] = field(default_factory=list)
    """A line for each vulnerability."""
    unchecked: set[str] = field(default_factory=set)
    """Packages of which no service knew anything."""
    silent: list[str] = field(default_factory=list)
    """Why a service did not answer."""


def audit(packages: Mapping[str, Distribution], services: Sequence[str]) -> Audit:
    """What is known of flaws in these packages; a service is asked for what earlier ones left."""
    found = Audit(unchecked=set(packages))
    for service in services:
        if not found.unchecked:
            break
        try:
            told = _answer(service, {name: packages[name].version for name in found.unchecked})
        except OSError as problem:
            found.silent.append(str(problem))
            continue
        for one in told:
            # A package that the service has never heard of comes back too, as one that was skipped.
            if "skip_reason" in one:
                continue
            found.unchecked.discard(canonicalize_name(one["name"]))
            for known in one["vulns"]:
                fixed = ", ".join(known.get("fix_versions", ())) or "no version yet"
                found.known.append(f"{one['name']} {one['version']}: {known['id']}, mended in {fixed}")
    return found


def _answer(service: str, versions: Mapping[str, str]) -> list[dict[str, Any]]:
    """What pip-audit has from a service on each package. Raises `OSError` where there is no answer."""
    if find_spec("pip_audit") is None:
        raise OSError("pip-audit is not installed (pip install pip-audit)")
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "installed.txt"
        asked.write_text("".join(f"{name}=={version}\n" for name, version in versions.items()))
        done = subprocess.run(
            [sys.executable, "-m", "pip_audit", "--requirement", str(asked), "--no-deps", "--disable-pip",
             "--vulnerability-service", service, "--format", "json", "--progress-spinner", "off"],
            capture_output=True,
            text=True,
            check=False,
        )  # fmt: skip
    try:
        told: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, LookupError, TypeError):
        lines = done.stderr.strip().splitlines() or ["no answer"]
        raise OSError(f"{service} gave no answer: {lines[-1]}") from None
    return told


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when all is well, as far as it could be asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--extras", default="dev,import,web,xlsx,hub,corpus,cluster")
    parser.add_argument("--only", choices=("licences", "vulnerabilities"))
    parser.add_argument("--services", default="pypi,osv", help="whom pip-audit asks, one after the other")
    wanted = parser.parse_args(arguments)
    packages = reached([one for one in wanted.extras.split(",") if one])
    wrong = 0
    if wanted.only != "vulnerabilities":
        wrong += _tell_licences(packages)
    if wanted.only != "licences":
        wrong += _tell_vulnerabilities(packages, wanted.services.split(","))
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


def _tell_vulnerabilities(packages: Mapping[str, Distribution], services: Sequence[str]) -> int:
    found = audit(packages, services)
    checked = len(packages) - len(found.unchecked)
    for line in (*sorted(found.known), *found.silent):
        print(line)
    if not checked:
        print(f"vulnerabilities: NOT CHECKED; no service knew any of {len(packages)} packages")
        return 0
    print(f"vulnerabilities: {len(found.known)} known in {checked} packages")
    if found.unchecked:
        print(f"vulnerabilities: NOT CHECKED in {len(found.unchecked)}: {', '.join(sorted(found.unchecked))}")
    return len(found.known)


if __name__ == "__main__":
    sys.exit(main())
