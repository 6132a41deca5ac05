"""What all pages share: the workspace, the sessions, the rules every request must keep."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from annotator.translating import LANGUAGES, _, language_accepted, speaking
from annotator.web.addresses import host_is_ours
from annotator.web.pages import note_page
from annotator.web.sessions import Sessions
from annotator.workbench.opening import Workspace

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' {socket};"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}


@dataclass(slots=True)
class Office:
    """What a request needs to be answered."""

    workspace: Workspace
    sessions: Sessions
    code: str
    key: bytes
    names: frozenset[str]
    """The names under which we may be asked; addresses are compared with the one that was reached."""
    secure: bool
    say: Callable[[str], None]
    """Tells the teacher."""

    def cookie(self, name: str) -> str:
        """The name of a cookie; under TLS one that only this very host can have set."""
        return f"__Host-{name}" if self.secure else f"annotator-{name}"

    def set_cookie(self, response: web.StreamResponse, name: str, value: str, lasts: float) -> None:
        """Nothing; the browser keeps the cookie, tells it to no script and to no other site."""
        response.set_cookie(
            self.cookie(name), value, max_age=int(lasts), path="/", httponly=True, samesite="Strict",
            secure=self.secure,
        )  # fmt: skip

    def language_of(self, request: web.Request) -> str:
        """The language chosen at the door, else the one the browser likes best of ours."""
        chosen = request.cookies.get(self.cookie("language"), "")
        accepted = language_accepted(request.headers.get("Accept-Language", ""))
        return chosen if chosen in LANGUAGES else accepted

    def page(self, html: str, *, status: int = 200) -> web.Response:
        """The page as an answer."""
        return web.Response(text=html, content_type="text/html", status=status)

    def origin(self, request: web.Request) -> str:
        """Where a page of ours comes from that was asked for under this request's host."""
        return f"{'https' if self.secure else 'http'}://{request.host}"

    def check_origin(self, request: web.Request) -> None:
        """Nothing, for a request of a page of ours. Refuses every other, and those that do not say."""
        if request.headers.get("Origin", "").casefold() != self.origin(request).casefold():
            raise web.HTTPForbidden(text=_("This did not come from a page of the class."))

    @web.middleware
    async def guard(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        """The answer, to who asked under a name of ours; refusals as pages; the same rules on every one."""
        with speaking(self.language_of(request)):
            return await self._guarded(request, handler)

    async def _guarded(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        try:
            reached = request.transport.get_extra_info("sockname") if request.transport else None
            if reached is None or not host_is_ours(request.host, reached[0], self.names):
                raise web.HTTPMisdirectedRequest(text=_("Nobody of this name is here."))
            response = await handler(request)
        except web.HTTPException as answer:
            if answer.status < 400:
                self._protect(request, answer)
                raise
            response = self._refusal(answer)
        if not response.prepared:
            self._protect(request, response)
        return response

    def _refusal(self, answer: web.HTTPException) -> web.StreamResponse:
        titles = {404: _("There is no such page"), 413: _("That is too much")}
        words = {404: _("Please go back to the first page.")}
        told = words.get(answer.status) or answer.text or answer.reason
        title = titles.get(answer.status, _("That is not possible"))
        page = note_page(title, told, link="/", link_words=_("To the first page"))
        return self.page(page, status=answer.status)

    def _protect(self, request: web.Request, response: web.StreamResponse) -> None:
        socket = f"{'wss' if self.secure else 'ws'}://{request.host}"
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value.replace("{socket}", socket))


def static_files(folder: Path) -> dict[str, tuple[str, str]]:
    """Type and text of the files a page may load, by name; nothing else of the disk can be asked for."""
    kinds = {".js": "text/javascript", ".css": "text/css"}
    return {
        path.name: (kinds[path.suffix], path.read_text(encoding="utf-8"))
        for path in sorted(folder.iterdir())
        if path.suffix in kinds
    }
