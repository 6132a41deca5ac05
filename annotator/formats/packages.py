"""Frictionless Data Packages: tables with their schemas in datapackage.json, in a folder or a zip file."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO, TypeAlias

from annotator.formats.columns import Column, Sheet, write_sheet
from annotator.formats.writing import make_private, replacing_bytes, replacing_folder

DESCRIPTOR = "datapackage.json"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every entry of a zip file: equal contents are equal bytes."""
Opener: TypeAlias = Callable[[str], Any]
"""Opens a new text file of the package by its name, to be written in a `with` block."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A column whose values stand in a column of another table."""

    column: str
    table: str
    there: str


@dataclass(frozen=True, slots=True)
class Resource:
    """A table of a package with its keys."""

    sheet: Sheet
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """All that a package holds but the rows."""

    name: str
    """Lower-case letters, digits, hyphens."""
    title: str
    description: str
    version: str
    created: str
    """ISO 8601."""
    licence: Mapping[str, str]
    """`name`, `title` and perhaps `path`, as the specification has them."""
    resources: tuple[Resource, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    """Further files by name: the README, rubrics."""


def write_package(package: Package, target: Path, *, force: bool = False) -> dict[str, int]:
    """How many rows each table has, by name. A target that ends in `.zip` is one file, else a folder.

    It is there whole or not at all; one that is there already is refused without `force`.
    """
    if target.suffix.casefold() == ".zip":
        with replacing_bytes(target, force=force) as out, zipfile.ZipFile(out, "w") as packed:
            make_private(out)
            return _write(package, lambda name: _zipped(packed, name))
    with replacing_folder(target, DESCRIPTOR, force=force) as folder:
        return _write(package, lambda name: _filed(folder, name))


def _write(package: Package, opened: Opener) -> dict[str, int]:
    rows = {}
    for resource in package.resources:
        with opened(f"{resource.sheet.name}.csv") as out:
            rows[resource.sheet.name] = write_sheet(resource.sheet, out)
    for name, text in package.texts.items():
        with opened(name) as out:
            out.write(text)
    with opened(DESCRIPTOR) as out:
        out.write(json.dumps(descriptor(package), ensure_ascii=False, indent=2) + "\n")
    return rows


@contextmanager
def _zipped(packed: zipfile.ZipFile, name: str) -> Iterator[TextIO]:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    with packed.open(entry, "w", force_zip64=True) as raw:
        out = io.TextIOWrapper(raw, encoding="utf-8", newline="")
        yield out
        out.flush()
        out.detach()


@contextmanager
def _filed(folder: Path, name: str) -> Iterator[TextIO]:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    with path.open("x", encoding="utf-8", newline="") as out:
        yield out


def descriptor(package: Package) -> dict[str, Any]:
    """What datapackage.json says, after version 1 of the specification (https://specs.frictionlessdata.io)."""
    return {
        "profile": "data-package",
        "name": package.name,
        "title": package.title,
        "description": package.description,
        "version": package.version,
        "created": package.created,
        "licenses": [dict(package.licence)],
        "resources": [
            *map(_resource, package.resources),
            *(
                {
                    "name": _plain(name),
                    "path": name,
                    "mediatype": "application/yaml",
                    "description": "A rubric as it was when it was used, word for word.",
                }
                for name in package.texts
                if name.endswith(".yaml")
            ),
        ],
    }


def _plain(name: str) -> str:
    return "".join(sign if sign.isalnum() or sign in "-_." else "-" for sign in name.lower())


def _resource(resource: Resource) -> dict[str, Any]:
    sheet = resource.sheet
    schema: dict[str, Any] = {
        "fields": [_field(column, column.name in resource.key) for column in sheet.columns],
        "missingValues": [""],
    }
    if resource.key:
        schema["primaryKey"] = list(resource.key)
    if resource.references:
        schema["foreignKeys"] = [_foreign(one) for one in resource.references]
    return {
        "profile": "tabular-data-resource",
        "name": sheet.name,
        "path": f"{sheet.name}.csv",
        "description": sheet.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column[Any], required: bool) -> dict[str, Any]:
    said: dict[str, Any] = {"name": column.name, "type": column.kind, "description": column.meaning}
    if column.kind == "boolean":
        said |= {"trueValues": ["yes"], "falseValues": ["no"]}
    if required:
        said["constraints"] = {"required": True}
    return said


def _foreign(one: Reference) -> dict[str, Any]:
    return {"fields": [one.column], "reference": {"resource": one.table, "fields": [one.there]}}


def table_list(resources: Sequence[Resource]) -> str:
    """The tables and their columns as Markdown, for the README of a package."""
    from annotator.formats.columns import describe

    return "\n".join(
        f"## {one.sheet.name}.csv\n\n{one.sheet.meaning}\n\n{describe(one.sheet.columns)}"
        for one in resources
    )
