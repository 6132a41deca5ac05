"""The pages around the app: coming in, the app's own page, and short sentences."""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template

from annotator.workbench.admitting import LONGEST_PIN, SHORTEST_PIN

STATIC = Path(__file__).with_name("static")

_FRAME = Template(
    """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>$title</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/page.css">
$head
</head>
<body class="$kind">
$body
</body>
</html>
"""
)
_FORM = Template(
    """<main>
<h1>$title</h1>
$problem
<form method="post" action="$action" autocomplete="off">
<input type="hidden" name="form" value="$token">
$fields
<button>$button</button>
</form>
$below
</main>"""
)
_DESK_SCRIPT = '<script src="/static/desk.js" type="module"></script>'
_DESK = """<div id="screen" role="application" aria-label="annotator"><div id="rows"></div></div>
<textarea id="keys" aria-label="Keys you press go to the app" autocapitalize="off" autocomplete="off"
 autocorrect="off" spellcheck="false" rows="1"></textarea>
<div id="bar">
<span id="who"></span>
<span id="touch">
<button data-key="escape">esc</button><button data-key="tab">tab</button><button data-key="up">↑</button>
<button data-key="down">↓</button><button data-key="enter">enter</button>
<button data-key="question_mark">?</button>
<button id="keyboard">keyboard</button>
</span>
<form method="post" action="/leave">
<input type="hidden" name="form" value="$token"><button>Sign out</button></form>
</div>
<div id="notice" role="status" aria-live="polite" hidden></div>
<noscript><p class="problem">This page needs JavaScript, which is turned off here.</p></noscript>"""


def join_page(token: str, *, problem: str = "", handle: str = "") -> str:
    """The first page: class code and handle."""
    fields = f"""<label>Class code
<input name="code" id="code" required maxlength="20" autocapitalize="none" autofocus></label>
<label>Your handle
<input name="handle" id="handle" required maxlength="80" autocapitalize="none"
 value="{escape(handle)}"></label>"""
    return _form(
        "Join the class",
        "/join",
        token,
        fields,
        "Next",
        problem=problem,
        head='<script src="/static/join.js" defer></script>',
    )


def pin_page(token: str, ticket: str, handle: str, *, first: bool, problem: str = "") -> str:
    """The second page: the PIN, chosen at the first entry and given at every other."""
    size = f'minlength="{SHORTEST_PIN}" maxlength="{LONGEST_PIN}"'
    kind = f'type="password" inputmode="numeric" required {size}'
    fields = f'<input type="hidden" name="ticket" value="{escape(ticket)}">'
    if first:
        fields += (
            f"<p>Hello, {escape(handle)}. Choose a PIN of {SHORTEST_PIN} to {LONGEST_PIN} digits:"
            " with it only you come in as you.</p>"
            f'<label>PIN <input name="pin" {kind} autocomplete="new-password" autofocus></label>'
            f'<label>The same PIN again <input name="again" {kind} autocomplete="new-password"></label>'
        )
    else:
        fields += (
            f'<label>Your PIN <input name="pin" {kind} autocomplete="current-password" autofocus></label>'
        )
    title = "Choose a PIN" if first else f"Welcome back, {handle}"
    below = '<p><a href="/">Somebody else?</a></p>'
    return _form(title, "/pin", token, fields, "Come in", problem=problem, below=below)


def desk_page(token: str, handle: str) -> str:
    """The page of the app itself."""
    return _FRAME.substitute(
        title="annotator",
        kind="desk",
        head=f'<meta name="handle" content="{escape(handle)}">\n{_DESK_SCRIPT}',
        body=Template(_DESK).substitute(token=escape(token)),
    )


def note_page(title: str, words: str, *, link: str = "", link_words: str = "") -> str:
    """A page with one sentence, and where to go from there."""
    onward = f'<p><a class="button" href="{escape(link)}">{escape(link_words)}</a></p>' if link else ""
    body = f"<main><h1>{escape(title)}</h1><p>{escape(words)}</p>{onward}</main>"
    return _FRAME.substitute(title=escape(title), kind="note", head="", body=body)


def _form(
    title: str,
    action: str,
    token: str,
    fields: str,
    button: str,
    *,
    problem: str,
    head: str = "",
    below: str = "",
) -> str:
    told = f'<p class="problem" role="alert">{escape(problem)}</p>' if problem else ""
    body = _FORM.substitute(
        title=escape(title),
        action=action,
        token=escape(token),
        fields=fields,
        button=button,
        problem=told,
        below=below,
    )
    return _FRAME.substitute(title=escape(title), kind="form", head=head, body=body)
