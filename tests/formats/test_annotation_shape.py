"""Annotations have the shape and the meaning that the W3C's Web Annotation Data Model asks for."""

from __future__ import annotations

import base64
import copy
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.conftest import Run
from tests.cli.conftest import run as run
from tests.formats.annotation_model import ANNOTATION, COLLECTION, EXAMPLES, TERMS

SMILEY = "Bridge 😀 opens\n\nThe bridge 😀 opened. The bridge 😀 opened again, said nobody.\n"
NOT_SAID = "\0"


@pytest.mark.parametrize("number", EXAMPLES)
def test_the_schema_takes_the_examples_of_the_model(number: int) -> None:
    jsonschema.validate(EXAMPLES[number], ANNOTATION)


@pytest.mark.parametrize(
    ("number", "path", "wrong"),
    [
        (1, "@context", NOT_SAID),
        (1, "@context", "https://example.org"),
        (1, "id", NOT_SAID),
        (1, "id", "anno 1"),
        (1, "type", "annotation"),
        (1, "target", NOT_SAID),
        (9, "target", []),
        (1, "bodyValue", "beside a body"),
        (5, "body.value", NOT_SAID),
        (2, "body.language", "not a language"),
        (11, "motivation", "scoring"),
        (11, "target.items", NOT_SAID),
        (14, "created", "2015-01-28 12:00"),
        (14, "created", "2015-01-28T12:00:00"),
        (15, "creator", 7),
        (23, "target.selector.exact", NOT_SAID),
        (23, "target.selector.prefix", 3),
        (23, "target.source", NOT_SAID),
        (24, "target.selector.start", -1),
        (24, "target.selector.end", "795"),
        (24, "target.selector.end", NOT_SAID),
        (28, "target.selector.endSelector", NOT_SAID),
        (29, "target.selector.refinedBy.exact", NOT_SAID),
    ],
)
def test_the_schema_refuses_what_the_model_forbids(number: int, path: str, wrong: object) -> None:
    broken = copy.deepcopy(EXAMPLES[number])
    *way, last = path.split(".")
    at: Any = broken
    for step in way:
        at = at[step]
    if wrong == NOT_SAID:
        del at[last]
    else:
        at[last] = wrong
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, ANNOTATION)


@pytest.fixture
def collection(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What a class exports: quotes, an absence, notes, whole articles, and all that signals found."""
    monkeypatch.chdir(tmp_path)
    run("init", "--demo")
    Path("smiley.txt").write_text(SMILEY, encoding="utf-8")
    run("add", "smiley.txt", "--outlet", "smiley")
    run("-r", "ada", "score", "techtrendske", "tone=1", "--quote", "tone=scummy", "--note", "tone=<b>&")
    run("-r", "ada", "score", "outlet-hi", "overall=0")
    run("-r", "ada", "score", "smiley", "tone=3", "--quote", "tone=opened again")
    assert run("export", "annotations", "--findings", "--to", "out.json").code == 0
    whole: dict[str, Any] = json.loads(Path("out.json").read_text("utf-8"))
    return whole


def texts(run: Run) -> dict[str, str]:
    """The texts of the articles by the name that RFC 6920 makes of their SHA-256."""
    told = json.loads(run("articles", "--full", "--format", "json").out)["articles"]
    digests = {hashlib.sha256(one["text"].encode()).digest(): one["text"] for one in told}
    return {
        f"ni:///sha-256;{base64.urlsafe_b64encode(digest).rstrip(b'=').decode()}": text
        for digest, text in digests.items()
    }


def test_every_annotation_of_a_class_is_one(collection: dict[str, Any]) -> None:
    jsonschema.validate(collection, COLLECTION)
    # One for all: `validate` looks at the schema anew each time.
    validator = jsonschema.validators.validator_for(ANNOTATION)(ANNOTATION)
    items = collection["first"]["items"]
    assert len(items) == collection["total"] > 100
    for item in items:
        validator.validate(item)
    assert len({item["id"] for item in items}) == len(items)


def test_both_selectors_lead_back_to_the_very_words(run: Run, collection: dict[str, Any]) -> None:
    found = texts(run)
    targets = [one for item in collection["first"]["items"] for one in item["target"] if "selector" in one]
    assert len(targets) > 100
    for target in targets:
        text = found[target["source"]["id"]]
        quote, place = target["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        before, after = quote.get("prefix", ""), quote.get("suffix", "")
        assert text.startswith(before + quote["exact"] + after, place["start"] - len(before))
    (smiley,) = (one for one in targets if one["selector"][0]["exact"] == "opened again")
    text = found[smiley["source"]["id"]]
    # Counted in UTF-16, as JavaScript does, each 😀 before it would move the place by one.
    assert smiley["selector"][1]["start"] == text.index("opened again")
    assert text[: text.index("opened again")].count("😀") == 3


def test_read_as_linked_data_nothing_is_lost(collection: dict[str, Any]) -> None:
    rdflib = pytest.importorskip("rdflib")
    used = {word for words in _words_of(collection) for word in words}
    assert used <= {*TERMS, "@context"}, used - {*TERMS}
    graph = rdflib.Graph().parse(data=json.dumps(_with_terms(collection)), format="json-ld")
    items = collection["first"]["items"]
    assert _number(graph, "?a a oa:Annotation ; oa:hasTarget ?t") == sum(len(one["target"]) for one in items)
    assert _number(graph, "?a oa:hasBody ?b . ?b a oa:TextualBody ; rdf:value ?v ; oa:hasPurpose ?p") == sum(
        len(one["body"]) for one in items
    )
    quotes = sum("selector" in target for one in items for target in one["target"])
    places = "?t oa:hasSelector ?q, ?p . ?q oa:exact ?words . ?p oa:start ?start ; oa:end ?end"
    assert _number(graph, f"?t oa:hasSource ?text . {places}") == quotes
    assert _number(graph, "?a oa:motivatedBy oa:assessing ; dcterms:creator ?who . ?who foaf:nick ?code") == 3
    assert _number(graph, '?t oa:hasSelector ?q . ?q oa:exact "scummy" . ?a oa:hasTarget ?t ; oa:hasBody ?b')
    (listed,) = graph.query("SELECT (count(?i) AS ?n) WHERE { ?p <https://www.w3.org/ns/activitystreams#items>/"
                            "rdf:rest*/rdf:first ?i }")  # fmt: skip
    assert int(listed[0]) == len(items)


def _number(graph: Any, pattern: str) -> int:
    names = {"oa": "http://www.w3.org/ns/oa#", "dcterms": "http://purl.org/dc/terms/"}
    (row,) = graph.query(f"SELECT (count(*) AS ?n) WHERE {{ {pattern} }}", initNs=names)
    return int(row[0])


def _words_of(value: Any) -> Iterator[set[str]]:
    """The keys and types of all objects in it, and the reasons they give."""
    if isinstance(value, dict):
        yield {*value, *(str(value[key]) for key in ("type", "motivation", "purpose") if key in value)}
        for one in value.values():
            yield from _words_of(one)
    elif isinstance(value, list):
        for one in value:
            yield from _words_of(one)


def _with_terms(value: Any) -> Any:
    """The same with the terms themselves where it names their address."""
    if isinstance(value, dict):
        return {key: TERMS if key == "@context" else _with_terms(one) for key, one in value.items()}
    return [_with_terms(one) for one in value] if isinstance(value, list) else value
