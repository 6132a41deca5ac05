"""Domains, links, e-mail addresses and accounts in plain copies of texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import urlsplit

from annotator.model.spans import Span

_SECOND: Final = frozenset({"co", "com", "org", "net", "ac", "gov", "edu", "or", "ne", "nic"})
_SHARED_NAMES: Final = """
blogspot facebook github google instagram linkedin medium msn reddit substack telegram tiktok tumblr twitter
whatsapp wixsite wordpress yahoo youtube x t
"""
_SHARED: Final = frozenset(_SHARED_NAMES.split())
"""Places where many publish: their name is not the outlet's."""
_HEAD: Final = re.compile(r"(?:(?:https?://|mailto:)?(?:[\w.%+-]{1,64}@)?(?:[\w-]{1,63}\.)*)$")
_TAIL: Final = re.compile(r"(?::\d+)?(?:[/?#][^\s<>\"'“”«»()\[\]{}]*)?")
_HANDLE: Final = re.compile(r"(?<![\w@#])[@#]([\w.]{2,60})")
_REACH: Final = 200


def may_hold_address(text: str) -> bool:
    """False where, at a glance, no web or mail address can be."""
    # One sign is found many times faster than three.
    return "@" in text or ("/" in text and "://" in text) or "www." in text


def host_of(url: str) -> str:
    """The host of an address, in small letters and without `www`; nothing where there is none."""
    url = url.strip()
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    host = host.removeprefix("www.")
    return host if "." in host and not host.replace(".", "").isdigit() else ""


def own_part(host: str) -> str:
    """What the owner chose in a host's name: `techdaily` of `techdaily.co.ke`, `jo` of `jo.substack.com`."""
    labels = host.split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND:
        labels.pop()
    if labels and labels[-1] in _SHARED:
        labels.pop()
    return labels[-1] if labels else ""


def is_shared(host: str) -> bool:
    """True for a host where many publish, such as a social network."""
    return not own_part(host)


def links_to(host: str, words: str) -> Iterator[Span]:
    """Where a plain copy names the host: alone, in links and in e-mail addresses, each as a whole."""
    if host not in words:
        return
    bounded = re.compile(rf"(?<![\w-]){re.escape(host)}(?![\w-]|\.\w)")
    for match in bounded.finditer(words):
        reach = max(0, match.start() - _REACH)
        head = _HEAD.search(words, reach, match.start())
        tail = _TAIL.match(words, match.end())
        end = tail.end() if tail else match.end()
        while end > match.end() and words[end - 1] in ".,;:!?":
            end -= 1
        yield Span(head.start() if head else match.start(), end)


def accounts_of(slugs: Iterable[str], everyday: Iterable[str], words: str) -> Iterator[Span]:
    """Where a plain copy names an account of the outlet, as a whole.

    One that begins or ends with one of the `slugs`; of the `everyday` ones only an account of just that name.
    """
    own, exact = tuple(slugs), frozenset(everyday)
    for match in _HANDLE.finditer(words):
        account = re.sub(r"[_.]", "", match.group(1))
        at = match.group().startswith("@")
        if (own and (account.startswith(own) or account.endswith(own))) or (at and account in exact):
            yield Span(match.start(), match.end(1) - (match.group(1).endswith(".")))
