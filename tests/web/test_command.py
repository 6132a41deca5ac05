"""`annotator serve` and `class reset-pin`, as a teacher types them."""

from __future__ import annotations

import importlib.util
import shutil
import socket
import ssl
import subprocess
from pathlib import Path

import aiohttp
import pytest
from click.testing import CliRunner

from annotator.cli.commands import group
from annotator.cli.serving import tell_open
from annotator.errors import AnnotatorError
from annotator.web.serving import Opened, Plan, serve
from annotator.workbench import admitting
from annotator.workbench.joining import ensure_rater
from annotator.workbench.opening import Workspace
from tests.web.conftest import EmptyCradle, seeded
from tests.web.server import Server


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "aiohttp" else find(name))
    done = CliRunner().invoke(group, ["-w", str(tmp_path), "serve"], obj={})
    assert isinstance(done.exception, AnnotatorError)
    assert "pip install 'annotator[web]'" in str(done.exception)


@pytest.mark.parametrize("lan", [True, False])
def test_the_teacher_sees_address_code_and_a_qr_code(capsys: pytest.CaptureFixture[str], lan: bool) -> None:
    opened = Opened(
        ("http://class.example:8000",), "abc234", "http://127.0.0.1:8000/health", "t0ken", False, lan
    )
    tell_open(opened)
    told = capsys.readouterr().out
    assert "http://class.example:8000" in told and "abc234" in told
    assert sum(set(line) <= set("█▀▄ ") and "▄" in line for line in told.splitlines()) >= 12
    assert ("t0ken" in told, "Only this machine can join" in told) == (lan, not lan)
    assert opened.link == "http://class.example:8000/#abc234"


async def test_a_port_that_is_taken_is_told(workspace: Workspace) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        plan = Plan(workspace.folder, port=taken.getsockname()[1])
        with pytest.raises(AnnotatorError, match="cannot be used"):
            await serve(plan, EmptyCradle(), tell_open=print, say=print)


def test_a_pin_is_taken_away_by_the_teacher(workspace: Workspace) -> None:
    rater = ensure_rater(workspace, "asha")
    admitting.keep_first_pin(workspace, rater, admitting.make_pin("4711", 0.0))
    for words in ("chooses a new PIN", "has no PIN yet"):
        done = CliRunner().invoke(group, ["-w", str(workspace.folder), "class", "reset-pin", "asha"], obj={})
        assert (done.exit_code, words in done.stderr) == (0, True)
    assert admitting.pin_of(workspace, rater) is None


@pytest.mark.skipif(
    shutil.which("openssl") is None, reason="openssl is not installed, so there is no certificate"
)
async def test_with_a_certificate_everything_goes_through_tls(tmp_path: Path) -> None:
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", str(key), "-out", str(cert)],
        check=True, capture_output=True,
    )  # fmt: skip
    server = Server(
        seeded(tmp_path / "class"), "--cert", str(cert), "--key", str(key), ANNOTATOR_SERVE_UNREHEARSED="1"
    )
    try:
        assert server.base.startswith("https://127.0.0.1:")
        trust = ssl.create_default_context(cafile=str(cert))
        async with aiohttp.ClientSession() as http, http.get(server.base, ssl=trust) as answer:
            assert answer.status == 200
            assert f"wss://127.0.0.1:{server.port}" in answer.headers["Content-Security-Policy"]
            assert "Secure" in answer.headers["Set-Cookie"]
    finally:
        server.stop()
