"""The pages around the app: coming in, the app's own page, and short sentences, in the language in use."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from string import Template

from annotator.translating import LANGUAGES, N_, _, language_used
from annotator.workbench.admitting import LONGEST_PIN, SHORTEST_PIN

STATIC = Path(__file__).with_name("static")

_FRAME = Template(
    """<!doctype html>
<html lang="$language">
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
_DESK = """<div id="screen" role="application" aria-label="$program"><div id="rows"></div></div>
<textarea id="keys" aria-label="$keys" autocapitalize="off" autocomplete="off"
 autocorrect="off" spellcheck="false" rows="1"></textarea>
<div id="bar">
<span id="who"></span>
<span id="touch">
$touch
<button id="keyboard">$keyboard</button>
</span>
<form method="post" action="/leave">
<input type="hidden" name="form" value="$token"><button>$leave</button></form>
</div>
<div id="notice" role="status" aria-live="polite" hidden></div>
<noscript><p class="problem">$noscript</p></noscript>"""
_PROGRAM = "annotator"
_TOUCH = {"escape": "esc", "tab": "tab", "up": "↑", "down": "↓", "enter": "enter", "question_mark": "?"}
"""Keys for who has none, by Textual's names, with what stands on a keyboard."""
_SCRIPT_WORDS = {
    "pin": N_("Your PIN is asked for again."),
    "elsewhere": N_("You opened the app elsewhere; it goes on there."),
    "left": N_("You have left."),
    "idle": N_("Nothing happened for a long time: please come in again."),
    "full": N_("There is no room for you just now: too many are here. Ask your teacher."),
    "over": N_("The lesson is over: the teacher stopped the server. Everything you confirmed is kept."),
    "stopped": N_("The app stopped unexpectedly and starts again. What you confirmed is kept."),
    "lost": N_("The connection is lost. What you confirmed is kept; trying to connect again …"),
    "look": N_("Please look whether your last key arrived."),
    "wait": N_("One moment: you are number {number} in the line."),
}
"""What the script of the app's page may have to say."""


def join_page(token: str, *, problem: str = "", handle: str = "") -> str:
    """The first page: class code and handle."""
    fields = f"""<label>{escape(_("Class code"))}
<input name="code" id="code" required maxlength="20" autocapitalize="none" autofocus></label>
<label>{escape(_("Your handle"))}
<input name="handle" id="handle" required maxlength="80" autocapitalize="none"
 value="{escape(handle)}"></label>"""
    return _form(
        _("Join the class"),
        "/join",
        token,
        fields,
        _("Next"),
        problem=problem,
        below=_languages(),
        head='<script src="/static/join.js" defer></script>',
    )


def pin_page(token: str, ticket: str, handle: str, *, first: bool, problem: str = "") -> str:
    """The second page: the PIN, chosen at the first entry and given at every other."""
    size = f'minlength="{SHORTEST_PIN}" maxlength="{LONGEST_PIN}"'
    kind = f'type="password" inputmode="numeric" required="" {size}'
    fields = f'<input type="hidden" name="ticket" value="{escape(ticket)}">'
    if first:
        hello = _(
            "Hello, {handle}. Choose a PIN of {least} to {most} digits: with it only you come in as you."
        )
        hello = hello.format(handle=handle, least=SHORTEST_PIN, most=LONGEST_PIN)
        fields += (
            f"<p>{escape(hello)}</p>"
            f"<label>{escape(_('PIN'))}"
            f' <input name="pin" {kind} autocomplete="new-password" autofocus></label>'
            f"<label>{escape(_('The same PIN again'))}"
            f' <input name="again" {kind} autocomplete="new-password"></label>'
        )
    else:
        fields += (
            f"<label>{escape(_('Your PIN'))}"
            f' <input name="pin" {kind} autocomplete="current-password" autofocus></label>'
        )
    title = _("Choose a PIN") if first else _("Welcome back, {handle}").format(handle=handle)
    below = f'<p><a href="/">{escape(_("Somebody else?"))}</a></p>'
    return _form(title, "/pin", token, fields, _("Come in"), problem=problem, below=below)


def desk_page(token: str, handle: str) -> str:
    """The page of the app itself."""
    told = escape(json.dumps({name: _(words) for name, words in _SCRIPT_WORDS.items()}, ensure_ascii=False))
    touch = "".join(f'<button data-key="{name}">{sign}</button>' for name, sign in _TOUCH.items())
    words = {
        "program": _PROGRAM,
        "keys": _("Keys you press go to the app"),
        "keyboard": _("keyboard"),
        "leave": _("Sign out"),
        "noscript": _("This page needs JavaScript, which is turned off here."),
    }
    return _frame(
        title=_PROGRAM,
        kind="desk",
        head=f'<meta name="handle" content="{escape(handle)}">\n'
        f'<meta name="words" content="{told}">\n{_DESK_SCRIPT}',
        body=Template(_DESK).substitute(
            token=escape(token), touch=touch, **{k: escape(v) for k, v in words.items()}
        ),
    )


def note_page(title: str, words: str, *, link: str = "", link_words: str = "") -> str:
    """A page with one sentence, and where to go from there."""
    onward = f'<p><a class="button" href="{escape(link)}">{escape(link_words)}</a></p>' if link else ""
    body = f"<main><h1>{escape(title)}</h1><p>{escape(words)}</p>{onward}</main>"
    return _frame(title=escape(title), kind="note", head="", body=body)


def _languages() -> str:
    """Links to this page in the other languages, each by its own name."""
    links = (
        f'<a href="/language/{code}" lang="{code}" hreflang="{code}">{escape(name)}</a>'
        for code, name in LANGUAGES.items()
        if code != language_used()
    )
    return f'<p class="languages">{" · ".join(links)}</p>'


def _frame(**parts: str) -> str:
    return _FRAME.substitute(language=language_used(), **parts)


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
        button=escape(button),
        problem=told,
        below=below,
    )
    return _frame(title=escape(title), kind="form", head=head, body=body)
