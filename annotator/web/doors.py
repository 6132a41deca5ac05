"""The way in: class code and handle, then the PIN, then a ticket in a cookie."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from aiohttp import web

from annotator.errors import AnnotatorError
from annotator.model.judgements import Rater
from annotator.translating import LANGUAGES, _, plural
from annotator.web.guarding import Guard
from annotator.web.office import Office
from annotator.web.pages import desk_page, join_page, note_page, pin_page
from annotator.web.tickets import Ticket, read_ticket, write_ticket
from annotator.workbench import admitting

ENTRY_LASTS = 12 * 3600.0
"""Seconds after which the PIN is asked for again, whatever happens."""
PIN_LASTS = 600.0
"""Seconds between handle and PIN."""
AT_ONCE = 2
"""PINs that are looked at at the same time; each costs 16 MB and a twentieth of a second for a core."""
WRONG_BY_ADDRESS = 30
"""Wrong PINs from one address before it waits: a whole class may sit behind one."""
_Build: TypeAlias = Callable[[str], str]
_Fields: TypeAlias = Mapping[str, Any]
CHOICE_LASTS = 365 * 24 * 3600.0
"""Seconds for which a browser remembers the language that was chosen at the door."""


@dataclass(slots=True)
class Doors:
    """The pages through which people come and go."""

    office: Office
    codes: Guard = field(default_factory=lambda: Guard(time.monotonic, allowed=10))
    pins: Guard = field(default_factory=lambda: Guard(time.monotonic))
    addresses: Guard = field(default_factory=lambda: Guard(time.monotonic, allowed=WRONG_BY_ADDRESS))
    _hashing: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    def routes(self) -> list[web.RouteDef]:
        """The addresses of the pages."""
        return [
            web.get("/", self.first_page),
            web.post("/join", self.join),
            web.post("/pin", self.give_pin),
            web.get("/desk", self.desk),
            web.post("/leave", self.leave),
            web.get("/bye", self.bye),
            web.get("/language/{code}", self.choose_language),
        ]

    def who(self, request: web.Request) -> Rater | None:
        """The student whose ticket the request carries; None for nobody who may come in now."""
        text = request.cookies.get(self.office.cookie("entry"), "")
        ticket = read_ticket(self.office.key, text, "entry", now=time.time(), lasts=ENTRY_LASTS)
        rater = admitting.get_student(self.office.workspace, ticket.rater) if ticket else None
        pin = admitting.pin_of(self.office.workspace, rater) if rater else None
        return rater if ticket and pin and ticket.made >= pin.since else None

    async def sweep(self) -> None:
        """Nothing; sessions that rested too long have ended, and their students give the PIN again."""
        for rater in await self.office.sessions.sweep():
            admitting.end_entries(self.office.workspace, rater, time.time())

    async def first_page(self, request: web.Request) -> web.StreamResponse:
        """The form for code and handle, or the app for who is in already."""
        if self.who(request):
            raise web.HTTPSeeOther("/desk")
        return self._with_form(request, lambda token: join_page(token))

    async def join(self, request: web.Request) -> web.StreamResponse:
        """The form for the PIN, when the class code is right and the handle is one of the class."""
        form = await self._form(request)
        handle = str(form.get("handle", ""))
        office, address = self.office, request.remote or ""

        def again(problem: str) -> web.Response:
            return self._with_form(
                request, lambda token: join_page(token, problem=problem, handle=handle), status=403
            )

        if wait := self.codes.wait_for(address):
            return again(_wait_words(wait))
        if not admitting.is_code(str(form.get("code", "")), office.code):
            if lock := self.codes.note_wrong(address):
                office.say(f"{address} gave a wrong class code too often and waits {_minutes(lock)}.")
            return again(_("The class code is not right."))
        self.codes.note_right(address)
        try:
            rater = admitting.find_student(office.workspace, handle)
        except AnnotatorError as error:
            return again(_sentence(error))
        return self._ask_pin(request, rater)

    async def give_pin(self, request: web.Request) -> web.StreamResponse:
        """The app, when the PIN is right; the form again, when it is not."""
        form = await self._form(request)
        office = self.office
        ticket = read_ticket(office.key, str(form.get("ticket", "")), "pin", now=time.time(), lasts=PIN_LASTS)
        rater = admitting.get_student(office.workspace, ticket.rater) if ticket else None
        if rater is None:
            return self._with_form(
                request, lambda token: join_page(token, problem=_("That took too long. Please begin again."))
            )
        pin, again = str(form.get("pin", "")), str(form.get("again", ""))
        kept = admitting.pin_of(office.workspace, rater)
        problem = await (
            self._choose(rater, pin, again) if kept is None else self._check(request, rater, kept, pin)
        )
        if problem:
            return self._ask_pin(request, rater, problem=problem)
        response = web.HTTPSeeOther("/desk")
        entry = write_ticket(office.key, Ticket("entry", rater.id, time.time()))
        office.set_cookie(response, "entry", entry, ENTRY_LASTS)
        office.say(f"{rater.handle} came in.")
        raise response

    async def _choose(self, rater: Rater, pin: str, again: str) -> str:
        """What is wrong with a first PIN; empty when it is the student's from now on."""
        try:
            admitting.check_choice(pin, again)
        except AnnotatorError as error:
            return _sentence(error)
        async with self._hashing:
            made = await asyncio.to_thread(admitting.make_pin, pin, time.time())
        if admitting.keep_first_pin(self.office.workspace, rater, made):
            return ""
        return _("Somebody has just chosen a PIN for this handle. If it was not you, tell your teacher.")

    async def _check(self, request: web.Request, rater: Rater, kept: admitting.Pin, pin: str) -> str:
        """What to say of a PIN; empty when it is right. A locked handle is not even looked at."""
        handle, address = f"{rater.id} {kept.salt.hex()}", request.remote or ""
        if wait := max(self.pins.wait_for(handle), self.addresses.wait_for(address)):
            return _wait_words(wait)
        async with self._hashing:
            if wait := self.pins.wait_for(handle):
                return _wait_words(wait)
            right = await asyncio.to_thread(admitting.is_pin, pin, kept)
            if right:
                self.pins.note_right(handle)
                return ""
            lock = self.pins.note_wrong(handle)
        if lock:
            self.office.say(
                f"Too many wrong PINs for {rater.handle}, the last from {address}:"
                f" locked for {_minutes(lock)}."
                f" Who forgot a PIN gets a new one after `annotator class reset-pin {rater.handle}`."
            )
        if far := self.addresses.note_wrong(address):
            self.office.say(f"{address} gave wrong PINs too often and waits {_minutes(far)}.")
        return _wait_words(lock or far) if lock or far else _("This PIN is not right.")

    async def desk(self, request: web.Request) -> web.StreamResponse:
        """The app's page, for who is in."""
        rater = self.who(request)
        if rater is None:
            raise web.HTTPSeeOther("/")
        return self._with_form(request, lambda token: desk_page(token, rater.handle))

    async def leave(self, request: web.Request) -> web.StreamResponse:
        """A farewell; the session has ended, and the PIN will be asked for."""
        await self._form(request)
        rater = self.who(request)
        if rater is not None:
            admitting.end_entries(self.office.workspace, rater, time.time())
            session = self.office.sessions.by_rater.get(rater.id)
            if session is not None:
                await self.office.sessions.end(session, "left")
        response = web.HTTPSeeOther("/bye")
        response.del_cookie(self.office.cookie("entry"), path="/")
        raise response

    async def bye(self, request: web.Request) -> web.StreamResponse:
        """A page that says that all is kept."""
        words = _("Everything you confirmed is kept. You can close this page, or come back.")
        return self.office.page(note_page(_("You have left"), words, link="/", link_words=_("Come back")))

    async def choose_language(self, request: web.Request) -> web.StreamResponse:
        """The first page, in the language that was chosen from now on."""
        code = request.match_info["code"]
        if code not in LANGUAGES:
            raise web.HTTPNotFound
        response = web.HTTPSeeOther("/")
        self.office.set_cookie(response, "language", code, CHOICE_LASTS)
        raise response

    def _ask_pin(self, request: web.Request, rater: Rater, *, problem: str = "") -> web.Response:
        ticket = write_ticket(self.office.key, Ticket("pin", rater.id, time.time()))
        first = admitting.pin_of(self.office.workspace, rater) is None
        return self._with_form(
            request,
            lambda token: pin_page(token, ticket, rater.handle, first=first, problem=problem),
            status=403 if problem else 200,
        )

    def _with_form(self, request: web.Request, build: _Build, *, status: int = 200) -> web.Response:
        """A page with a form that only the browser that got it can send."""
        visit = request.cookies.get(self.office.cookie("visit"), "") or secrets.token_urlsafe(16)
        response = self.office.page(build(self._token(visit)), status=status)
        self.office.set_cookie(response, "visit", visit, ENTRY_LASTS)
        return response

    async def _form(self, request: web.Request) -> _Fields:
        """The fields of a form, when it came from a page of ours in the same browser."""
        self.office.check_origin(request)
        form = await request.post()
        visit = request.cookies.get(self.office.cookie("visit"), "")
        if not visit or not hmac.compare_digest(str(form.get("form", "")), self._token(visit)):
            raise web.HTTPForbidden(text=_("This form is too old. Please go back and load the page again."))
        return form

    def _token(self, visit: str) -> str:
        return hmac.new(self.office.key, f"form {visit}".encode(), hashlib.sha256).hexdigest()


def _minutes(seconds: float) -> str:
    """For the teacher, to whom the server speaks English."""
    number = max(1, round(seconds / 60))
    return "1 minute" if number == 1 else f"{number} minutes"


def _wait_words(seconds: float) -> str:
    return plural(
        "Too many wrong tries. Wait {n} minute, or ask your teacher.",
        "Too many wrong tries. Wait {n} minutes, or ask your teacher.",
        max(1, round((seconds + 29) / 60)),
    )


def _sentence(error: AnnotatorError) -> str:
    words = f"{error.message} {error.hint}".strip()
    return words[0].upper() + words[1:]
