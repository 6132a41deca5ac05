"""Pages asked for as a polite guest does: robots.txt first, a pause between two pages of one site."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

from annotator.errors import InputError, Place
from annotator.formats.fetching.addresses import resolve
from annotator.formats.fetching.requesting import AGENT, Fetched, request
from annotator.translating import N_, _

PAUSE = 1.0
"""Seconds between two requests to one site on the open net."""
MOST_PAUSE = 10.0
_ROBOTS_BYTES = 500_000
_ROBOTS_SECONDS = 10.0
_DENIED = {
    401: N_("this page is behind a login."),
    402: N_("this page is behind a pay wall."),
    403: N_("the site refuses to show this page to programs."),
    404: N_("there is no page at this address (404)."),
    410: N_("this page was removed (410)."),
    429: N_("the site asks for fewer requests (429)."),
    451: N_("this page may not be shown here for legal reasons (451)."),
}
_PASTE = N_("If you may read it, open it in your browser, and save the page or paste the text.")
_LATER = N_("Try again later.")


class Guest:
    """Fetches pages; remembers each site's wishes and when it was asked last."""

    def __init__(self, *, allow_local: bool = False, sleep: Callable[[float], None] = time.sleep) -> None:
        self.allow_local = allow_local
        self._sleep = sleep
        self._wishes: dict[str, Protego] = {}
        self._asked: dict[str, float] = {}

    def fetch(self, url: str) -> Fetched:
        """The page at this address; raises `InputError` for what cannot, may not or should not be had."""
        url = url.split("#", 1)[0].strip()
        site = self._site(url)
        wishes = self._wishes_of(site)
        if not wishes.can_fetch(url, AGENT):
            message = _("the site's robots.txt asks programs not to read this page.")
            raise InputError(message, _(_PASTE), Place(url))
        self._pause(url, site, wishes)
        page = request(url, allow_local=self.allow_local)
        moved = self._site(page.url)
        if moved != site and not self._wishes_of(moved).can_fetch(page.url, AGENT):
            message = _("the address leads to a site whose robots.txt asks programs not to read the page.")
            raise InputError(message, _(_PASTE), Place(page.url))
        return _accepted(page)

    def _site(self, url: str) -> str:
        target = resolve(url, allow_local=self.allow_local)
        parts = urlsplit(target.url)
        return f"{parts.scheme.lower()}://{parts.netloc.lower()}"

    def _wishes_of(self, site: str) -> Protego:
        """What a site's robots.txt says, which is asked for once."""
        if site not in self._wishes:
            told = request(
                f"{site}/robots.txt",
                allow_local=self.allow_local,
                most=_ROBOTS_BYTES,
                seconds=_ROBOTS_SECONDS,
            )
            self._wishes[site] = read_wishes(told)
            self._asked[site] = time.monotonic()
        return self._wishes[site]

    def _pause(self, url: str, site: str, wishes: Protego) -> None:
        """Nothing, after a pause if this site was asked just now; machines of our own need none."""
        wait = pause_wished(wishes)
        since = time.monotonic() - self._asked.get(site, 0.0)
        if since < wait and not resolve(url, allow_local=self.allow_local).local:
            self._sleep(wait - since)
        self._asked[site] = time.monotonic()


def read_wishes(told: Fetched) -> Protego:
    """What a robots.txt says. None there: all is allowed; out of order: nothing (RFC 9309)."""
    if told.status >= 500:
        text = "User-agent: *\nDisallow: /"
    else:
        text = told.data.decode("utf-8", "replace") if told.status < 300 else ""
    return Protego.parse(text)


def pause_wished(wishes: Protego) -> float:
    """Seconds between two requests, as a site asks for; never more than ten."""
    asked = float(wishes.crawl_delay(AGENT) or PAUSE)
    return min(asked, MOST_PAUSE) if asked > 0 else PAUSE


def _accepted(page: Fetched) -> Fetched:
    if page.status < 300:
        if not page.data.strip():
            raise InputError(_("the page is empty."), _(_PASTE), Place(page.url))
        return page
    if page.status in _DENIED:
        told = {404: N_("Copy the address from the browser again."), 410: "", 429: _LATER}
        raise InputError(_(_DENIED[page.status]), _(told.get(page.status, _PASTE)), Place(page.url))
    message = (
        _("the site is out of order ({status}).").format(status=page.status)
        if page.status >= 500
        else _("no page came ({status}).").format(status=page.status)
    )
    raise InputError(message, _(_LATER), Place(page.url))
