"""The bill of materials that a wheel carries: `sboms/annotator.cdx.json` in its `.dist-info`.

CycloneDX 1.6, where PEP 770 places it. It names what the wheel asks for: each direct dependency with its
range, those of extras as optional, the extra beside it. A plain wheel carries no code of others; inside a
compiled one is mypyc's library, named with its version. The same sources give the same bytes.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FILE_NAME = "annotator.cdx.json"
NOT_FOR_USERS = {"dev"}


def write_bill(
    name: str,
    version: str,
    dependencies: Sequence[str],
    extras: Mapping[str, Sequence[str]],
    carried: Mapping[str, str],
) -> str:
    """The bill as JSON; `carried` are the packages whose code is inside the wheel, with their versions."""
    own = f"pkg:pypi/{canonicalize_name(name)}@{version}"
    parts: dict[str, dict[str, Any]] = {}
    for extra, asked in {"": dependencies, **extras}.items():
        for requirement in map(Requirement, asked):
            # An extra may name another of our own.
            if extra not in NOT_FOR_USERS and canonicalize_name(requirement.name) != canonicalize_name(name):
                _add(parts, requirement, extra)
    parts |= {f"pkg:pypi/{one}": _inside(one, exact) for one, exact in carried.items()}
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "lifecycles": [{"phase": "build"}],
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": name,
                "version": version,
                "purl": own,
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": [parts[key] for key in sorted(parts)],
        "dependencies": [{"ref": own, "dependsOn": sorted(parts)}, *({"ref": key} for key in sorted(parts))],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(content, sort_keys=True))
    return json.dumps({"$schema": SCHEMA, "serialNumber": serial.urn, **content}, indent=1) + "\n"


SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json"


def _add(parts: dict[str, dict[str, Any]], requirement: Requirement, extra: str) -> None:
    name = canonicalize_name(requirement.name)
    key = f"pkg:pypi/{name}"
    part = parts.setdefault(
        key,
        {
            "type": "library",
            "bom-ref": key,
            "name": name,
            "purl": key,
            "scope": "optional" if extra else "required",
            "properties": [],
        },
    )
    told = {"annotator:requirement": str(requirement)} | ({"annotator:extra": extra} if extra else {})
    for what, value in told.items():
        entry = {"name": what, "value": value}
        if entry not in part["properties"]:
            part["properties"].append(entry)


def _inside(name: str, version: str) -> dict[str, Any]:
    """A package whose code the wheel carries."""
    return {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name}",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
        "scope": "required",
        "properties": [{"name": "annotator:carried", "value": "compiled into the modules of this wheel"}],
    }
