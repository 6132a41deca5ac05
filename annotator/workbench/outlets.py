"""Which outlet an article is of: by short name, name, domain or alias; a new one where none fits."""

from __future__ import annotations

import hashlib

from annotator.errors import InputError
from annotator.formats.article_drafts import ArticleDraft
from annotator.formats.names import name_like
from annotator.model.articles import UNKNOWN, Outlet
from annotator.store import articles
from annotator.translating import _
from annotator.workbench.opening import Workspace

_SECOND_LEVEL = frozenset(["co", "com", "org", "net", "gov", "ac", "edu", "gob", "go"])
"""Labels that stand between a name and a country in a domain (`bbc.co.uk`)."""


def known_outlet(workspace: Workspace, name: str) -> str:
    """The id of the outlet with this id, name, domain or alias; a new one where there is none."""
    name = " ".join(name.split())
    if not name or name == UNKNOWN:
        return name
    found = _find(articles.list_outlets(workspace.store), name)
    if found is not None:
        return found.id
    short = short_name(name)
    with workspace.store.writing() as connection:
        articles.put_outlets(connection, [Outlet(short, name)])
    return short


def recognise_outlet(workspace: Workspace, draft: ArticleDraft) -> str:
    """The id of the outlet that a page comes from: by its domain, then by the name it gives itself.

    A domain below a known one (`edition.cnn.com`) is that outlet's. A new outlet gets its name, domain and
    a short name made of the domain; `unknown` when the page says neither.
    """
    domain, name = draft.domain.lower(), " ".join(draft.outlet_name.split())
    if not domain and not name:
        return UNKNOWN
    known = articles.list_outlets(workspace.store)
    found = _of_domain(known, domain) or (_find(known, name) if name else None)
    if found is not None:
        return found.id
    short = name_like(_core(domain)) if domain else name_like(name)
    if not short:
        # A name in a script without Latin letters, and no domain: a short name that is stable at least.
        short = f"outlet-{hashlib.sha256(name.encode()).hexdigest()[:6]}"
    taken = {outlet.id for outlet in known}
    if short in taken:
        short = name_like(domain or f"{name} {hashlib.sha256(name.encode()).hexdigest()[:4]}")
    with workspace.store.writing() as connection:
        articles.put_outlets(connection, [Outlet(short, name or domain, domain)])
    return short


def short_name(name: str) -> str:
    """A short name for an outlet or story; raises `InputError` where no letter of the name fits one."""
    short = name_like(name)
    if not short:
        raise InputError(
            _("no short name can be made of {name}.").format(name=name),
            _("Give one of small letters a-z, digits and hyphens."),
        )
    return short


def _find(known: list[Outlet], name: str) -> Outlet | None:
    wanted = name.casefold()
    for outlet in known:
        told = (outlet.id, outlet.name, outlet.domain, *outlet.aliases)
        if wanted in (word.casefold() for word in told if word):
            return outlet
    return None


def _of_domain(known: list[Outlet], domain: str) -> Outlet | None:
    """The outlet whose domain, or an alias that is one, is this domain or the nearest above it."""
    if not domain:
        return None
    labels = domain.split(".")
    above = [".".join(labels[place:]) for place in range(len(labels) - 1)]
    domains = {
        told.casefold().removeprefix("www."): outlet
        for outlet in known
        for told in (outlet.domain, *outlet.aliases)
        if "." in told
    }
    return next((domains[one] for one in above if one in domains), None)


def _core(domain: str) -> str:
    """The telling label of a domain: `bbc` of `www.bbc.co.uk`, `repubblica` of `www.repubblica.it`."""
    labels = domain.removeprefix("www.").split(".")
    while len(labels) > 1 and (len(labels[-1]) <= 3 or labels[-1] in _SECOND_LEVEL or len(labels) > 2):
        rest = labels[:-1]
        if len(rest) == 1 or (rest[-1] not in _SECOND_LEVEL):
            return rest[-1]
        labels = rest
    return labels[0]
