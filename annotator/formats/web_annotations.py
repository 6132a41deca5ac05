"""W3C Web Annotations as JSON-LD: who says what about which words.

https://www.w3.org/TR/annotation-model/. Positions count Unicode code points of the text whose SHA-256 the
source's name is made of (RFC 6920), so they fit that text and no other; the page it came from is the scope.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, TextIO

from annotator.model.articles import Article
from annotator.model.judgements import Evidence

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def source_of(article: Article) -> dict[str, Any]:
    """The text as a resource, named by its contents."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(article.fingerprint)).rstrip(b"=").decode()
    source: dict[str, Any] = {"id": f"ni:///sha-256;{digest}", "type": "Text", "format": "text/plain"}
    if article.language != "other":
        source["language"] = article.language
    return source


def target_of(
    article: Article, start: int, end: int, *, quote: str, prefix: str, suffix: str
) -> dict[str, Any]:
    """Words of an article as a target: by their letters and by their place."""
    quoted: dict[str, Any] = {"type": "TextQuoteSelector", "exact": quote}
    if prefix:
        quoted["prefix"] = prefix
    if suffix:
        quoted["suffix"] = suffix
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {**whole(article), "selector": [quoted, position]}


def whole(article: Article) -> dict[str, Any]:
    """A whole article as a target."""
    target: dict[str, Any] = {"type": "SpecificResource", "source": source_of(article)}
    if article.url.startswith(("http://", "https://")):
        target["scope"] = article.url
    return target


def targets_of(article: Article, evidence: Sequence[Evidence]) -> list[dict[str, Any]]:
    """What a score is about: the quoted words, or the whole article where none are quoted."""
    targets = [
        target_of(article, one.start, one.end, quote=one.quote, prefix=one.prefix, suffix=one.suffix)
        for one in evidence
        if not one.absent
    ]
    return targets or [whole(article)]


def body_of(words: str, purpose: str, language: str = "") -> dict[str, Any]:
    """Words as a body with a purpose of the model's own list."""
    body = {"type": "TextualBody", "value": words, "format": "text/plain", "purpose": purpose}
    return {**body, "language": language} if language else body


def moment(at: str) -> str:
    """A time with offset as the model wants it: in UTC, with a Z."""
    return datetime.fromisoformat(at).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def annotation(
    id: str, bodies: Sequence[dict[str, Any]], targets: Sequence[dict[str, Any]], **more: object
) -> dict[str, Any]:
    """An annotation with its context, so that each can be taken out alone."""
    return {
        "@context": CONTEXT,
        "id": f"urn:uuid:{id}",
        "type": "Annotation",
        **more,
        "body": list(bodies),
        "target": list(targets),
    }


def write_collection(
    annotations: Iterable[dict[str, Any]], out: TextIO, *, id: str, label: str, total: int
) -> int:
    """How many annotations were written, one a line in the only page of an AnnotationCollection."""
    opening = {"@context": CONTEXT, "id": id, "type": "AnnotationCollection", "label": label, "total": total}
    page = {"id": f"{id}#page", "type": "AnnotationPage", "startIndex": 0}
    out.write(
        f'{json.dumps(opening, ensure_ascii=False)[:-1]},\n "first": {json.dumps(page)[:-1]}, "items": ['
    )
    written = 0
    for one in annotations:
        out.write(",\n" if written else "\n")
        out.write(json.dumps(one, ensure_ascii=False))
        written += 1
    out.write("\n]}}\n")
    return written
