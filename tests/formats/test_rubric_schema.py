"""The schema that editors use says what the strict loader says."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from annotator.formats.rubric_files import (
    CRITERION_KEYS,
    CRITERION_OPTIONS,
    FORMAT,
    LEVEL_KEYS,
    RUBRIC_KEYS,
    RUBRIC_OPTIONS,
    check_rubric,
)
from annotator.formats.rubric_follow_ups import CONDITIONS, FOLLOW_UP_KEYS, FOLLOW_UP_OPTIONS
from annotator.formats.rubric_templates import template
from annotator.model.languages import NAMES
from annotator.resources import shipped
from annotator.signals import catalogue
from tests.formats import test_rubric_files, test_rubric_follow_ups

SCHEMA = json.loads((shipped("docs") / "rubric.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
GOOD = yaml.safe_load(test_rubric_follow_ups.GOOD)
LOGIC = {
    "a value twice", "values not ascending", "two criteria with one id", "overall not last",
    "a language twice", "a key twice", "a level that is never given", "a level above all",
    "two choices with one id", "two follow-ups with one id",
}  # fmt: skip
"""What needs a look at two places of a file, which a schema cannot take."""


def refused(source: str) -> bool:
    """True when an editor that knows the schema would mark something."""
    return not VALIDATOR.is_valid(yaml.safe_load(source))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_knows_the_keys_of_the_loader() -> None:
    parts = SCHEMA["$defs"]
    assert set(SCHEMA["properties"]) == {*RUBRIC_KEYS, *RUBRIC_OPTIONS}
    assert set(SCHEMA["required"]) == set(RUBRIC_KEYS)
    assert set(parts["criterion"]["properties"]) == {*CRITERION_KEYS, *CRITERION_OPTIONS}
    assert set(parts["criterion"]["required"]) == set(CRITERION_KEYS)
    assert set(parts["level"]["properties"]) == set(parts["level"]["required"]) == set(LEVEL_KEYS)
    assert set(parts["follow_up"]["properties"]) == {*FOLLOW_UP_KEYS, *FOLLOW_UP_OPTIONS}
    assert set(parts["follow_up"]["properties"]["when"]["properties"]) == set(CONDITIONS)
    assert SCHEMA["properties"]["format"]["const"] == FORMAT


def test_the_schema_knows_the_languages_of_the_loader() -> None:
    by_language = SCHEMA["$defs"]["words"]["anyOf"][1]["properties"]
    assert {code: words["description"] for code, words in by_language.items()} == dict(NAMES)


def test_the_schema_completes_the_signals_of_the_catalogue() -> None:
    assert SCHEMA["$defs"]["signal"]["anyOf"][0]["enum"] == [card.id for card in catalogue()]


@pytest.mark.parametrize("path", sorted(shipped("rubrics").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_shipped_rubric_is_valid_and_names_the_schema(path: Any) -> None:
    source = path.read_text("utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    assert [error.message for error in VALIDATOR.iter_errors(yaml.load(source, loader))] == []
    assert "# yaml-language-server: $schema=../docs/rubric.schema.json" in source
    assert "\nformat: 1\n" in source


@pytest.mark.parametrize(
    "source", [template("mine", ["it", "hi", "es"]), test_rubric_files.GOOD, test_rubric_follow_ups.GOOD]
)
def test_what_the_loader_takes_the_schema_takes(source: str) -> None:
    assert check_rubric(source, "r.yaml").rubric
    assert not refused(source)


ALL = [
    *((row[0], row[3]) for row in test_rubric_files.WRONG),
    *((test_rubric_follow_ups.HEAD + row[0], row[3]) for row in test_rubric_follow_ups.WRONG),
]
CASES = [case for case in ALL if check_rubric(case[0], "r.yaml").is_yaml]
"""What is YAML at all: of anything else every editor complains."""


@pytest.mark.parametrize(("source", "reason"), CASES, ids=[reason for _, reason in CASES])
def test_what_the_loader_refuses_for_its_shape_the_schema_refuses(source: str, reason: str) -> None:
    assert refused(source) or reason in LOGIC


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value inside a rubric."""
    members = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for key, member in members:
        yield (*way, key)
        yield from places(member, (*way, key))


def spoilt(way: tuple[Any, ...]) -> Iterator[Any]:
    """The good rubric with the value at one place taken away, renamed, or made another kind."""
    for change in ("take away", "rename", [], {}, "", [["x"]], {"x": "y"}):
        rubric = copy.deepcopy(GOOD)
        inner = rubric
        for key in way[:-1]:
            inner = inner[key]
        if change == "take away":
            del inner[way[-1]]
        elif change == "rename" and isinstance(inner, dict):
            inner["q-q"] = inner.pop(way[-1])
        else:
            inner[way[-1]] = change
        yield rubric


@pytest.mark.parametrize("way", list(places(GOOD)), ids=lambda way: "-".join(map(str, way)))
def test_no_spoilt_place_that_the_loader_refuses_passes_the_schema(way: tuple[Any, ...]) -> None:
    for rubric in spoilt(way):
        if check_rubric(yaml.safe_dump(rubric, allow_unicode=True, sort_keys=False), "r.yaml").mistakes:
            assert not VALIDATOR.is_valid(rubric), rubric
