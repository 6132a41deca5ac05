"""Pages from a web server on this machine: polite, bounded, and told in sentences when they do not come."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import InputError
from annotator.formats.fetching.requesting import request
from tests.cli.conftest import Run
from tests.importing.test_files import stored


def test_a_page_is_fetched_with_its_address_and_hour(run: Run, workspace: Path, site: str) -> None:
    told = run("add", "--allow-local", f"{site}/fire")
    assert told.code == 0, told.err
    (article,) = stored(run)
    assert article["url"] == f"{site}/fire"
    assert article["origin"]["retrieved"].startswith("20")
    assert article["outlet"] != "unknown"


@pytest.mark.parametrize("path", ["/moved", "/packed", "/latin"])
def test_redirects_packing_and_charsets_are_understood(
    run: Run, workspace: Path, site: str, path: str
) -> None:
    assert run("add", "--allow-local", f"{site}{path}").code == 0
    (article,) = stored(run)
    assert path != "/latin" or "Perché la città è così bella?" in article["text"]


REFUSED = {
    "/nothing": "no page at this address (404)",
    "/loop": "sends on in a circle",
    "/to-file": "file:// are not read",
    "/empty": "the page is empty",
    "/picture": "no words on this page",
    "/wall": "refuses to show this page",
    "/broken": "out of order (503)",
    "/secret/fire": "robots.txt asks programs not to read",
    "/bomb": "larger than 20 MB",
    "/endless": "larger than 20 MB",
    "/empty-feed": "no articles in this feed",
}


@pytest.mark.parametrize("path", REFUSED)
def test_what_cannot_be_had_is_told_in_a_sentence(run: Run, workspace: Path, site: str, path: str) -> None:
    told = run("add", "--allow-local", f"{site}{path}")
    assert told.code == 2
    assert REFUSED[path] in told.err
    assert "Traceback" not in told.err
    assert stored(run) == []


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/x",
        "http://127.0.0.1:80/",
        "http://[::1]/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/x",
        "http://user:secret@127.0.0.1/",
        "http://",
        "http://[::1",
    ],
)
def test_addresses_of_this_machine_and_odd_ones_are_refused(run: Run, workspace: Path, url: str) -> None:
    told = run("add", url)
    assert told.code == 2
    assert "secret" not in told.err
    assert "Traceback" not in told.err


def test_an_address_without_a_scheme_is_explained(run: Run, workspace: Path) -> None:
    assert "write https://example.org/fire" in run("add", "example.org/fire").err


def test_a_slow_drip_ends_at_the_time_limit(site: str) -> None:
    with pytest.raises(InputError, match="too long"):
        request(f"{site}/drip", allow_local=True, seconds=0.4)
    asked = request(f"{site}/asked", allow_local=True).data.decode()
    assert asked.splitlines() == ["/drip", "/asked"], "nobody waited for the last drop, a minute later"


def test_a_feed_lists_its_articles_and_takes_the_chosen(run: Run, workspace: Path, site: str) -> None:
    told = run("add", "--allow-local", f"{site}/feed")
    assert told.code == 2
    assert "Item 2" in told.out
    assert "--items" in told.err
    assert run("add", "--allow-local", "--items", "2", f"{site}/feed").code == 0
    assert [article["url"] for article in stored(run)] == [f"{site}/fire2"]
    assert "does not choose" in run("add", "--allow-local", "--items", "7", f"{site}/feed").err


def test_of_a_batch_the_good_ones_go_in(run: Run, workspace: Path, site: str) -> None:
    told = run("add", "--allow-local", f"{site}/fire", f"{site}/nothing", f"{site}/fire2")
    assert told.code == 2
    assert len(stored(run)) == 2
    again = run("add", "--allow-local", "--retry")
    assert again.out == ""
    assert f"{site}/nothing" in again.err
