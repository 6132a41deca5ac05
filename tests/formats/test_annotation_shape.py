"""Annotations have the shape that the W3C's Web Annotation Data Model asks for.

The schema is written from the model's sentences (sections 3.1 to 4.2: what an annotation MUST have, what a
selector of each type MUST have). It is first tried on annotations of the kinds the model shows, right and
wrong, so that we know it can say no.
"""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.conftest import Run
from tests.cli.conftest import run as run

IRI = {"type": "string", "pattern": "^(urn:uuid:|https?://|ni:///)"}
MOTIVATIONS = ["assessing", "commenting", "describing", "highlighting", "tagging"]
"""Those of the model that we use; it has eight more."""
SOURCE = {"anyOf": [IRI, {"type": "object", "properties": {"id": IRI}, "required": ["id"]}]}
SELECTOR: dict[str, Any] = {
    "oneOf": [
        {
            "properties": {
                "type": {"const": "TextQuoteSelector"}, "exact": {"type": "string", "minLength": 1},
                "prefix": {"type": "string"}, "suffix": {"type": "string"},
            },
            "required": ["type", "exact"], "additionalProperties": False,
        },
        {
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0}, "end": {"type": "integer", "minimum": 0},
            },
            "required": ["type", "start", "end"], "additionalProperties": False,
        },
    ]
}  # fmt: skip
RESOURCE = {
    "type": "object",
    "properties": {"source": SOURCE, "selector": {"anyOf": [SELECTOR, {"type": "array", "items": SELECTOR}]}},
    "anyOf": [{"required": ["source"]}, {"required": ["id"]}],
}
BODY = {
    "type": "object",
    "properties": {
        "type": {"const": "TextualBody"}, "value": {"type": "string"}, "format": {"type": "string"},
        "language": {"type": "string"}, "purpose": {"enum": MOTIVATIONS},
    },
    "required": ["type", "value"],
}  # fmt: skip


def some(one: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


ANNOTATION = {
    "type": "object",
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "Annotation"},
        "motivation": {"enum": MOTIVATIONS},
        "created": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$"},
        "creator": {"type": "object", "required": ["type"]},
        "body": some(BODY),
        "target": some({"anyOf": [IRI, RESOURCE]}),
    },
    "required": ["@context", "id", "type", "target"],
}
EXAMPLE = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "http://example.org/anno23",
    "type": "Annotation",
    "body": {"type": "TextualBody", "value": "A note", "format": "text/plain", "purpose": "commenting"},
    "target": {
        "source": "http://example.org/page1",
        "selector": {
            "type": "TextQuoteSelector",
            "exact": "anotation",
            "prefix": "this is an ",
            "suffix": " that",
        },
    },
}


def test_the_schema_takes_the_kinds_of_annotations_that_the_model_shows() -> None:
    jsonschema.validate(EXAMPLE, ANNOTATION)
    position = copy.deepcopy(EXAMPLE)
    position["target"]["selector"] = {"type": "TextPositionSelector", "start": 412, "end": 795}  # type: ignore[index]
    jsonschema.validate(position, ANNOTATION)
    jsonschema.validate({**EXAMPLE, "target": "http://example.org/page1"}, ANNOTATION)


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "annotation"},
        {"id": ""},
        {"@context": "https://example.org"},
        {"target": []},
        {"motivation": "scoring"},
        {"created": "2026-11-28 10:00"},
        {"target": {"source": "http://a.example", "selector": {"type": "TextQuoteSelector"}}},
        {
            "target": {
                "source": "http://a.example",
                "selector": {"type": "TextPositionSelector", "start": -1, "end": 1},
            }
        },
    ],
)
def test_the_schema_refuses_what_the_model_forbids(wrong: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**EXAMPLE, **wrong}, ANNOTATION)


def test_every_annotation_of_a_class_is_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run("init", "--demo")
    run("-r", "ada", "score", "techtrendske", "tone=1", "--quote", "tone=scummy", "--note", "tone=<b>&")
    run("-r", "ada", "score", "outlet-hi", "overall=0")
    assert run("export", "annotations", "--findings", "--to", "out.json").code == 0
    collection = json.loads(Path("out.json").read_text("utf-8"))
    assert collection["type"] == "AnnotationCollection" and collection["first"]["type"] == "AnnotationPage"
    items = collection["first"]["items"]
    assert len(items) == collection["total"] > 100
    for item in items:
        jsonschema.validate(item, ANNOTATION)
    assert len({item["id"] for item in items}) == len(items)
