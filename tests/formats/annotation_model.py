"""The W3C's Web Annotation Data Model as a schema, some of its examples, and what its terms stand for.

https://www.w3.org/TR/annotation-model/ and https://www.w3.org/TR/annotation-vocab/, Recommendations of
23 February 2017. The schema is written from the model's sentences; the examples are the model's own,
shortened to what is asked of them; the terms are those of the vocabulary that we use.
"""

from __future__ import annotations

from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MOTIVATIONS = (
    "assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting",
    "identifying", "linking", "moderating", "questioning", "replying", "tagging",
)  # fmt: skip


def some(one: dict[str, Any]) -> dict[str, Any]:
    """One such value, or several in a list."""
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


def selector(kind: str, **must: dict[str, Any]) -> dict[str, Any]:
    return {
        "if": {"properties": {"type": {"const": kind}}, "required": ["type"]},
        "then": {"properties": must, "required": list(must)},
    }


IRI = {"type": "string", "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
WORDS, PLACE = {"type": "string"}, {"type": "integer", "minimum": 0}
REASON = some({"anyOf": [{"enum": list(MOTIVATIONS)}, IRI]})
AGENT = some(
    {"anyOf": [IRI, {"type": "object", "properties": {"id": IRI, "name": some(WORDS), "nickname": WORDS}}]}
)
SELECTOR = {
    "anyOf": [
        IRI,
        {
            "type": "object",
            "properties": {"type": WORDS, "refinedBy": some({"$ref": "#/$defs/selector"})},
            "required": ["type"],
            "allOf": [
                *(selector(f"{kind}Selector", value=WORDS) for kind in ("Fragment", "Css", "XPath")),
                selector("TextQuoteSelector", exact=WORDS),
                selector("TextPositionSelector", start=PLACE, end=PLACE),
                selector("DataPositionSelector", start=PLACE, end=PLACE),
                selector(
                    "RangeSelector",
                    startSelector={"$ref": "#/$defs/selector"},
                    endSelector={"$ref": "#/$defs/selector"},
                ),
                {"properties": {"prefix": WORDS, "suffix": WORDS}},
            ],
        },
    ]
}  # fmt: skip
TEXTUAL = {
    "if": {"properties": {"type": {"const": "TextualBody"}}, "required": ["type"]},
    "then": {"properties": {"value": WORDS}, "required": ["value"]},
}
SET = {
    "if": {
        "properties": {"type": {"enum": ["Choice", "Composite", "List", "Independents"]}},
        "required": ["type"],
    },
    "then": {"properties": {"items": {"type": "array", "minItems": 1}}, "required": ["items"]},
}
RESOURCE = {
    "anyOf": [
        IRI,
        {
            "type": "object",
            "properties": {
                "id": IRI, "source": {"$ref": "#/$defs/resource"},
                "selector": some({"$ref": "#/$defs/selector"}),
                "purpose": REASON, "scope": some({"$ref": "#/$defs/resource"}), "format": some(WORDS),
                "language": some({"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}),
                "items": {"type": "array", "items": {"$ref": "#/$defs/resource"}},
            },
            "allOf": [TEXTUAL, SET],
            "anyOf": [{"required": [one]} for one in ("id", "source", "value", "items")],
            "dependentRequired": {"selector": ["source"]},
        },
    ]
}  # fmt: skip
DEFINED = {"selector": SELECTOR, "resource": RESOURCE}
ANNOTATION = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "@context": {"anyOf": [{"const": CONTEXT}, {"type": "array", "contains": {"const": CONTEXT}}]},
        "id": IRI,
        "type": {"anyOf": [{"const": "Annotation"}, {"type": "array", "contains": {"const": "Annotation"}}]},
        "body": some({"$ref": "#/$defs/resource"}),
        "bodyValue": WORDS,
        "target": some({"$ref": "#/$defs/resource"}),
        "motivation": REASON,
        "creator": AGENT, "generator": AGENT, "created": MOMENT, "modified": MOMENT, "generated": MOMENT,
        "rights": some(IRI), "canonical": IRI, "via": some(IRI),
    },
    "required": ["@context", "id", "type", "target"],
    "not": {"required": ["body", "bodyValue"]},
    "$defs": DEFINED,
}  # fmt: skip
COLLECTION = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "@context": {"const": CONTEXT},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "label": some(WORDS),
        "total": PLACE,
        "first": {
            "type": "object",
            "properties": {
                "id": IRI, "type": {"const": "AnnotationPage"}, "startIndex": PLACE,
                "items": {"type": "array", "items": {"type": "object"}, "minItems": 1},
            },
            "required": ["id", "type", "items"],
        },
    },
    "required": ["@context", "id", "type", "first"],
}  # fmt: skip


def example(number: int, body: object, target: object, **more: object) -> dict[str, Any]:
    one = {"@context": CONTEXT, "id": f"http://example.org/anno{number}", "type": "Annotation", **more}
    return {**one, "body": body, "target": target} if body else {**one, "target": target}


def on(source: str, **selector: object) -> dict[str, object]:
    return {"source": f"http://example.org/{source}", "selector": selector}


PAGE, NOTE = "http://example.org/page1", "http://example.org/note1"
PAGES = ["http://example.com/page1", "http://example.org/page6", "http://example.net/page4"]
EXAMPLES: dict[int, dict[str, Any]] = {
    1: example(1, "http://example.org/post1", "http://example.com/page1"),
    2: example(
        2, {"id": "http://example.org/analysis1.mp3", "format": "audio/mpeg", "language": "fr"},
        {"id": "http://example.gov/patent1.pdf", "format": "application/pdf", "language": ["en", "ar"]},
    ),
    5: example(
        5, {"type": "TextualBody", "value": "<p>j'adore !</p>", "format": "text/html", "language": "fr"},
        "http://example.org/photo1",
    ),
    6: example(6, None, "http://example.org/target1", bodyValue="Comment text"),
    8: example(8, None, "http://example.org/ebook1"),
    9: example(
        9, ["http://example.org/description1", {"type": "TextualBody", "value": "tag1"}],
        ["http://example.org/image1", "http://example.org/image2"],
    ),
    10: example(
        10, {"type": "Choice", "items": [{"id": NOTE, "language": "en"}, {"id": NOTE, "language": "fr"}]},
        PAGE,
    ),
    11: example(
        11, {"type": "TextualBody", "value": "These pages together provide evidence of the conspiracy"},
        {"type": "Composite", "items": PAGES}, motivation="commenting",
    ),
    14: example(
        14, {"id": "http://example.net/review1"}, "http://example.com/restaurant1",
        creator="http://example.org/user1", created="2015-01-28T12:00:00Z", modified="2015-01-29T09:00:00Z",
    ),
    15: example(
        15, "http://example.net/review1", "http://example.com/restaurant1",
        creator={"id": "http://example.org/user1", "type": "Person", "nickname": "pseudo"},
        generator={"id": "http://example.org/client1", "type": "Software", "name": "Code v2.1"},
    ),
    18: example(
        18,
        [
            {"type": "TextualBody", "value": "readme", "purpose": "tagging"},
            {"type": "TextualBody", "value": "A good description of the topic", "purpose": "describing"},
        ],
        PAGE, motivation="bookmarking",
    ),
    20: example(
        20, {"id": "http://example.net/review1", "rights": "http://creativecommons.org/licenses/by/4.0/"},
        "http://example.com/product1", canonical="urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df",
        via="http://other.example.org/anno1",
    ),
    21: example(
        21, {"type": "SpecificResource", "purpose": "tagging", "source": "http://example.org/city1"},
        {"id": "http://example.org/photo1", "type": "Image"},
    ),
    23: example(
        23, "http://example.org/comment1",
        on(
            "page1", type="TextQuoteSelector", exact="anotation", prefix="this is an ",
            suffix=" that has some",
        ),
    ),
    24: example(
        24, "http://example.org/review1", on("ebook1", type="TextPositionSelector", start=412, end=795)
    ),
    25: example(25, NOTE, on("diskimg1", type="DataPositionSelector", start=4096, end=4104)),
    28: example(
        28, "http://example.org/comment1",
        on(
            "page1.html", type="RangeSelector",
            startSelector={"type": "XPathSelector", "value": "//table[1]/tr[1]/td[2]"},
            endSelector={"type": "XPathSelector", "value": "//table[1]/tr[1]/td[4]"},
        ),
    ),
    29: example(
        29, "http://example.org/comment1",
        on(
            "page1", type="FragmentSelector", value="para5",
            refinedBy={
                "type": "TextQuoteSelector", "exact": "Selected Text", "prefix": "text before the ",
                "suffix": " and text after it",
            },
        ),
    ),
    37: example(37, NOTE, {"source": "http://example.org/image1", "scope": PAGE}),
}  # fmt: skip
"""Each kind of body, target and selector, by number."""

_OA, _AS, _DC = "http://www.w3.org/ns/oa#", "https://www.w3.org/ns/activitystreams#", "http://purl.org/dc/"
_FOAF, _XSD = "http://xmlns.com/foaf/0.1/", "http://www.w3.org/2001/XMLSchema#"


def _link(iri: str, **more: str) -> dict[str, str]:
    return {"@id": iri, "@type": "@id", **more}


def _number(iri: str) -> dict[str, str]:
    return {"@id": iri, "@type": f"{_XSD}nonNegativeInteger"}


TERMS: dict[str, Any] = {
    "@version": 1.1, "id": "@id", "type": "@type",
    **{one: _OA + one for one in ("Annotation", "SpecificResource", "TextualBody", *MOTIVATIONS)},
    **{one: _OA + one for one in ("TextQuoteSelector", "TextPositionSelector", "exact", "prefix", "suffix")},
    **{one: _link(f"{_OA}has{one.title()}") for one in ("body", "target", "source", "selector", "scope")},
    "motivation": {"@id": f"{_OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{_OA}hasPurpose", "@type": "@vocab"},
    "start": _number(f"{_OA}start"), "end": _number(f"{_OA}end"),
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": f"{_DC}elements/1.1/format", "language": f"{_DC}elements/1.1/language",
    "created": {"@id": f"{_DC}terms/created", "@type": f"{_XSD}dateTime"},
    "creator": _link(f"{_DC}terms/creator"),
    "generator": _link(f"{_AS}generator"), "Software": f"{_AS}Application",
    "Person": f"{_FOAF}Person", "name": f"{_FOAF}name", "nickname": f"{_FOAF}nick",
    "Text": f"{_DC}dcmitype/Text", "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "AnnotationCollection": f"{_AS}OrderedCollection", "AnnotationPage": f"{_AS}OrderedCollectionPage",
    "total": _number(f"{_AS}totalItems"), "first": _link(f"{_AS}first"),
    "startIndex": _number(f"{_AS}startIndex"),
    "items": _link(f"{_AS}items", **{"@container": "@list"}),
}  # fmt: skip
"""The JSON-LD context of the terms we write. No test goes to the network for the whole one."""
