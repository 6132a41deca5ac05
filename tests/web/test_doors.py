"""Who comes in, and who does not."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from annotator.model.judgements import Role
from annotator.web.addresses import host_is_ours
from annotator.web.tickets import Ticket, read_ticket, write_ticket
from annotator.workbench import admitting
from annotator.workbench.enrolling import enroll, make_teacher
from annotator.workbench.forgetting import close_class, forget
from annotator.workbench.joining import ensure_rater, list_raters
from annotator.workbench.opening import Workspace
from tests.web.conftest import Class, Opened, serving
from tests.web.student import hidden


async def test_the_first_entry_sets_a_pin_and_every_other_needs_it(opened: Opened) -> None:
    async with opened.student() as first:
        page = (await first.join())[1]
        assert "Choose a PIN" in page
        assert (await first.give_pin(page))[0] == 303
        assert (await first.get("/desk"))[0] == 200
    async with opened.student() as again:
        page = (await again.join())[1]
        assert "Welcome back" in page
        assert "This PIN is not right." in (await again.give_pin(page, "8642"))[1]
        assert (await again.get("/desk"))[0] == 303
        assert (await again.give_pin(page))[0] == 303


async def test_nothing_of_a_pin_is_kept_but_a_salted_hash(opened: Opened) -> None:
    async with opened.student("asha") as one, opened.student("ravi") as other:
        await one.enter()
        await other.enter()
    kept = [
        admitting.pin_of(opened.served.workspace, rater) for rater in list_raters(opened.served.workspace)
    ]
    assert kept[0] and kept[1] and kept[0].digest != kept[1].digest
    # The journal beside the database has every word that was ever written.
    files = sorted(opened.served.workspace.folder.glob("annotator.db*"))
    assert len(files) > 1
    assert not any(b"4711" in path.read_bytes() for path in files)


@pytest.mark.parametrize(
    ("pin", "again", "problem"),
    [
        ("123", "123", "4 to 12 digits"),
        ("abcd", "abcd", "4 to 12 digits"),
        ("१२३४", "१२३४", "4 to 12 digits"),
        ("1111", "1111", "too easy"),
        ("4567", "4567", "too easy"),
        ("4711", "4712", "differ"),
    ],
)
async def test_a_pin_that_cannot_be_chosen_is_told_why(
    opened: Opened, pin: str, again: str, problem: str
) -> None:
    async with opened.student() as student:
        status, page = await student.give_pin((await student.join())[1], pin, again)
        assert (status, problem in page) == (403, True)
        assert (await student.get("/desk"))[0] == 303


async def test_with_a_class_list_nobody_else_comes_in(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("handle\nasha\n")
    enroll(opened.served.workspace, tmp_path / "list.csv")
    async with opened.student() as student:
        assert "not on the class list" in (await student.join(handle="mallory"))[1]
        assert "Choose a PIN" in (await student.join(handle=" Asha "))[1]
    assert [rater.handle for rater in list_raters(opened.served.workspace)] == ["asha"]


async def test_a_teacher_does_not_come_in_by_this_door(opened: Opened) -> None:
    make_teacher(opened.served.workspace, "rossi")
    async with opened.student() as student:
        assert "Only students come in here" in (await student.join(handle="rossi"))[1]


async def test_nobody_comes_in_under_the_code_of_who_was_forgotten(opened: Opened) -> None:
    workspace = opened.served.workspace
    async with opened.student() as asha, opened.student() as other:
        await asha.enter()
        gone = forget(workspace, list_raters(workspace)[0])
        assert (await asha.get("/desk"))[0] == 303
        assert "Nobody comes in under this name" in (await other.join(handle=gone.code))[1]
        close_class(workspace)
        assert "This class is closed" in (await other.join(handle="somebody"))[1]


async def test_two_with_one_handle_are_never_guessed(opened: Opened) -> None:
    workspace = opened.served.workspace
    ensure_rater(workspace, "asha")
    with workspace.store.writing() as connection:
        connection.execute(
            "INSERT INTO raters VALUES (?, ?, ?, ?)", ("other", "asha", Role.STUDENT.value, "")
        )
    async with opened.student() as student:
        assert "Two people have this handle" in (await student.join())[1]


async def test_without_the_class_code_nobody_is_asked_for_a_handle(opened: Opened) -> None:
    async with opened.student() as student:
        status, page = await student.join(code="aaaaaa")
        assert (status, "The class code is not right." in page) == (403, True)
    assert not list_raters(opened.served.workspace)


async def test_who_signs_out_is_out_everywhere(opened: Opened) -> None:
    async with opened.student() as here, opened.student() as there:
        await here.enter()
        await there.enter()
        form = hidden((await here.get("/desk"))[1], "form")
        assert (await here.post("/leave", form=form))[0] == 303
        assert (await there.get("/desk"))[0] == 303


async def test_a_new_class_code_shuts_everybody_out(opened: Opened) -> None:
    async with opened.student() as student:
        await student.enter()
        opened.served.office.code = admitting.class_code(opened.served.workspace, new=True)
        opened.served.office.key = admitting.entry_key(opened.served.workspace)
        assert (await student.get("/desk"))[0] == 303


async def test_cookies_are_closed_to_scripts_and_other_sites(workspace: Workspace) -> None:
    async with serving(Class(workspace)) as plain, plain.student() as student:
        await student.enter()
        kept = {one.key: one for one in student.http.cookie_jar}
        assert set(kept) == {"annotator-visit", "annotator-entry"}
        assert all(one["httponly"] and one["samesite"] == "Strict" for one in kept.values())


async def test_under_tls_cookies_are_secure_and_bound_to_the_host(workspace: Workspace) -> None:
    async with (
        serving(Class(workspace, secure=True)) as closed,
        closed.student() as student,
        student.http.get(student.base) as answer,
    ):
        made = answer.headers["Set-Cookie"]
    assert made.startswith("__Host-visit=")
    assert {"Secure", "HttpOnly", "SameSite=Strict", "Path=/"} <= {part.strip() for part in made.split(";")}


@pytest.mark.parametrize("origin", ["http://evil.example", "null", ""])
async def test_a_form_of_a_foreign_page_is_refused(opened: Opened, origin: str) -> None:
    async with opened.student() as student:
        page = (await student.get("/"))[1]
        fields = {"form": hidden(page, "form"), "code": student.code, "handle": "asha"}
        assert (await student.post("/join", origin, **fields))[0] == 403
    assert not list_raters(opened.served.workspace)


async def test_a_form_that_another_browser_got_is_refused(opened: Opened) -> None:
    async with opened.student() as victim, opened.student() as attacker:
        await victim.get("/")
        form = hidden((await attacker.get("/"))[1], "form")
        assert (await victim.post("/join", form=form, code=victim.code, handle="asha"))[0] == 403


async def test_a_ticket_nobody_signed_opens_nothing(opened: Opened) -> None:
    workspace = opened.served.workspace
    async with opened.student() as student:
        await student.enter()
        rater = list_raters(workspace)[0]
        now = 4102444800.0
        for forged in (
            write_ticket(b"another key", Ticket("entry", rater.id, now)),
            write_ticket(opened.served.office.key, Ticket("pin", rater.id, now)),
            "", ".", "a.b", "ü.ü",
        ):  # fmt: skip
            assert read_ticket(opened.served.office.key, forged, "entry", now=now, lasts=60) is None


async def test_tickets_grow_old(opened: Opened) -> None:
    key = opened.served.office.key
    ticket = write_ticket(key, Ticket("entry", "somebody", 1000.0))
    assert read_ticket(key, ticket, "entry", now=1059.0, lasts=60)
    assert read_ticket(key, ticket, "entry", now=1061.0, lasts=60) is None
    assert read_ticket(key, ticket[:-2], "entry", now=1001.0, lasts=60) is None


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("127.0.0.1:8000", True),
        ("127.0.0.1", True),
        ("localhost:8000", True),
        ("class.example", True),
        ("CLASS.example.:8000", True),
        ("evil.example:8000", False),
        ("127.0.0.2:8000", False),
        ("127.0.0.1.evil.example", False),
        ("", False),
    ],
)
def test_only_names_of_this_machine_lead_here(host: str, ours: bool) -> None:
    names = frozenset({"localhost", "class.example"})
    assert host_is_ours(host, "127.0.0.1", names) is ours


async def test_a_foreign_name_is_turned_away_with_a_sentence(opened: Opened) -> None:
    async with opened.student() as student:
        status, page = await student.get("/", Host="evil.example")
        assert (status, "Nobody of this name is here." in page) == (421, True)


async def test_every_page_forbids_what_is_not_ours(opened: Opened) -> None:
    async with opened.student() as student:
        for path in ("/", "/bye", "/nowhere", "/static/desk.js", "/health"):
            async with student.http.get(opened.base + path) as answer:
                policy = answer.headers["Content-Security-Policy"]
                assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';"), path
                assert "unsafe" not in policy and "http:" not in policy and "https:" not in policy
                assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    ["/static/../doors.py", "/static/%2e%2e/doors.py", "/static/..%2fdoors.py", "/static/", "/x", "/ws"],
)
async def test_no_other_file_can_be_asked_for(opened: Opened, path: str) -> None:
    async with opened.student() as student:
        assert (await student.get(path))[0] == 404


async def test_the_pages_load_nothing_from_elsewhere(opened: Opened) -> None:
    async with opened.student() as student:
        await student.enter()
        pages = [(await student.get(path))[1] for path in ("/bye", "/desk")]
        for name in ("desk.js", "painting.js", "join.js", "page.css"):
            pages.append((await student.get(f"/static/{name}"))[1])
    for page in pages:
        assert (
            "http://" not in page and "https://" not in page and "@import" not in page and "url(" not in page
        )


async def test_only_this_machine_or_the_token_sees_how_it_is_going(opened: Opened) -> None:
    async with opened.student() as student:
        await student.enter()
        status, told = await student.get("/health")
        assert (status, '"sessions": []' in told, '"in_line": 0' in told) == (200, True, True)


class _Far:
    """A request from another machine."""

    remote = "192.0.2.7"

    def __init__(self, token: str) -> None:
        self.headers = {"Authorization": f"Bearer {token}"} if token else {}
        self.query: dict[str, str] = {}


@pytest.mark.parametrize(("token", "may"), [("the-token", True), ("another", False), ("", False)])
def test_from_another_machine_only_the_token_opens_it(workspace: Workspace, token: str, may: bool) -> None:
    health = Class(workspace).health
    assert health._may_know(_Far(token)) is may  # type: ignore[arg-type]


async def test_a_pin_that_was_taken_away_is_chosen_anew(opened: Opened) -> None:
    workspace = opened.served.workspace
    async with opened.student() as student:
        await student.enter()
        rater = list_raters(workspace)[0]
        assert admitting.reset_pin(workspace, rater)
        assert (await student.get("/desk"))[0] == 303
        assert "Choose a PIN" in (await student.join())[1]


SAID = {
    "en": ("Class code", "Choose a PIN", "The class code is not right.", "this PIN is too easy to guess."),
    "it": ("Codice della classe", "Scegli un PIN", "Il codice della classe non è giusto.", "troppo facile"),
    "hi": ("कक्षा का कोड", "पिन चुनें", "कक्षा का कोड सही नहीं है।", "आसान"),
}


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        ("it-IT,it;q=0.9,en;q=0.8", "it"),
        ("hi", "hi"),
        ("fr-FR, en;q=0.3, hi;q=0.7", "hi"),
        ("de, fr;q=0.5", "en"),
        ("it;q=0, en", "en"),
        ("it;q=many", "en"),
        ("", "en"),
    ],
)
async def test_the_door_speaks_the_language_that_the_browser_likes(
    opened: Opened, accepted: str, code: str
) -> None:
    first, choice, wrong, easy = SAID[code]
    async with opened.student() as student:
        student.http.headers["Accept-Language"] = accepted
        page = (await student.get("/"))[1]
        assert f'<html lang="{code}">' in page and first in page
        assert wrong in (await student.join(code="nonsense"))[1]
        page = (await student.join())[1]
        assert choice in page
        assert easy.casefold() in (await student.give_pin(page, "1111"))[1].casefold()
        assert (await student.give_pin(page))[0] == 303
        assert f'<html lang="{code}">' in (await student.get("/desk"))[1], "so the app begins in it, too"


async def test_who_reads_another_language_chooses_it_at_the_door(opened: Opened) -> None:
    async with opened.student() as student:
        page = (await student.get("/"))[1]
        assert 'href="/language/it"' in page and 'href="/language/hi"' in page and "/language/en" not in page
        assert (await student.get("/language/hi"))[0] == 303
        for path in ("/", "/bye", "/nowhere"):
            page = (await student.get(path))[1]
            assert '<html lang="hi">' in page
            words = re.sub(r"<[^<>]*>|English|Italiano", " ", page)
            assert not re.search(r"[A-Za-z]{2,}", words.replace("annotator", "")), path
        assert (await student.get("/language/fr"))[0] == 404


async def test_two_who_come_at_once_are_each_spoken_to_in_their_language(opened: Opened) -> None:
    async with opened.student() as italian, opened.student("ravi") as hindi:
        italian.http.headers["Accept-Language"] = "it"
        hindi.http.headers["Accept-Language"] = "hi"
        pages = [(await one.join())[1] for one in (italian, hindi)]
        # A PIN is worked on in a thread, and meanwhile the other one is answered.
        both = await asyncio.gather(
            italian.give_pin(pages[0], "4711", "4712"), hindi.give_pin(pages[1], "12")
        )
        assert "I due PIN sono diversi" in both[0][1] and '<html lang="hi">' in both[1][1]
