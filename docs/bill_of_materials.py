"""Puts a bill of materials into the wheel as it is built: `sboms/annotator.cdx.json` in its `.dist-info`.

CycloneDX 1.6, where PEP 770 places it. It names what the wheel asks for: each direct dependency with its
range, those of extras as optional, the extra beside it. The wheel carries no code of others. The same sources
give the same bytes.
"""

from __future__ import annotations

import json
import tempfile
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

FILE_NAME = "annotator.cdx.json"
NOT_FOR_USERS = {"dev"}


class BillOfMaterials(BuildHookInterface):  # type: ignore[type-arg]
    """The hook that pyproject.toml names."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Nothing; the wheel that is being built gets the bill."""
        core = self.metadata.core
        bill = write_bill(core.name, self.metadata.version, core.dependencies, core.optional_dependencies)
        self._folder = tempfile.TemporaryDirectory(prefix="annotator-bill-")
        path = Path(self._folder.name) / FILE_NAME
        path.write_text(bill, encoding="utf-8")
        build_data.setdefault("sbom_files", []).append(str(path))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Nothing; the file that the wheel was given is gone from the disk."""
        self._folder.cleanup()


def write_bill(
    name: str, version: str, dependencies: Sequence[str], extras: Mapping[str, Sequence[str]]
) -> str:
    """The bill as JSON."""
    own = f"pkg:pypi/{canonicalize_name(name)}@{version}"
    parts: dict[str, dict[str, Any]] = {}
    for extra, asked in {"": dependencies, **extras}.items():
        for requirement in map(Requirement, asked):
            # An extra may name another of our own.
            if extra not in NOT_FOR_USERS and canonicalize_name(requirement.name) != canonicalize_name(name):
                _add(parts, requirement, extra)
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
