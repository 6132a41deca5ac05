"""Word lists of a workspace: entries that a teacher adds to the shipped ones or silences."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotator.errors import LanguageError, NotFoundError, Place
from annotator.formats.writing import replacing
from annotator.languages import CODES, Language, load_language
from annotator.languages.additions import check_entry, corrected, read_additions
from annotator.languages.entries import Entry, expand, read_line
from annotator.model.findings import Finding
from annotator.translating import _
from annotator.workbench.analyzing import own_lists
from annotator.workbench.opening import Workspace

_HEADER = """\
# Entries of this workspace for the list {name} ({language}), beside the shipped ones.
#   entry | value | note     adds an entry, or changes a shipped one
#   ! entry                  adds an exception: entries inside these words do not fire
#   - entry                  silences a shipped entry
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a workspace's word list."""

    language: str
    list: str
    entry: Entry
    path: Path
    line: int
    effective: bool
    """False for one that silences what the list does not have."""

    @property
    def kind(self) -> str:
        """`added`, `exception` or `silenced`."""
        return "silenced" if self.entry.silences else "exception" if self.entry.exception else "added"


def add_word(
    workspace: Workspace, language: str, name: str, phrase: str, *, value: str = "", note: str = ""
) -> Entry:
    """The entry, which the signals of this workspace look for from now on.

    One that is there already gets the new value and note; a silenced one comes back. Raises
    `LanguageError` for a line that the program could not use; then nothing was written.
    """
    _check_one_line(phrase, value, note)
    known = _open_list(workspace, language, name)
    shipped = known.shipped(name)
    line = " | ".join(_without_empty_end([phrase.strip(), value.strip(), note.strip()]))
    if line.startswith(("#", "-")):
        raise LanguageError(
            _("an entry cannot begin with {line}.").format(line=repr(line[0])), _("Write the words alone.")
        )
    entry = check_entry(read_line(line, name, shipped.default), shipped)
    return _write(workspace, known, name, line, entry)


def silence_word(workspace: Workspace, language: str, name: str, phrase: str) -> list[Entry]:
    """The entries that the signals of this workspace no longer look for.

    `phrase` is an entry as the list writes it, or words that entries of the list stand for. Raises
    `NotFoundError` with near entries when there is none.
    """
    _check_one_line(phrase)
    known = _open_list(workspace, language, name)
    meant = _entries_meant(known, name, phrase.strip().removeprefix("- "))
    for entry in meant:
        silent = read_line(f"- {entry.phrase}", name, "")
        _write(workspace, known, name, f"- {entry.phrase}", silent)
    return meant


def words_behind(workspace: Workspace, language: str, finding: Finding) -> tuple[str, str] | None:
    """The list and the entry that made a finding; None where a rule did, or where no list has the entry."""
    if not finding.entry or language not in CODES:
        return None
    known = load_language(language, own_lists(workspace.folder, language))
    for name in _LISTS_OF.get(finding.signal, (finding.signal,)):
        if name in known.open_lists:
            for entry in known.entries(name):
                if not entry.exception and finding.entry in (entry.phrase, entry.words):
                    return name, entry.phrase
    return None


_LISTS_OF = {
    "attribution": ("reporting_verbs", "stance_verbs", "attribution_phrases", "reporting_nouns", "anonymous"),
    "anonymous": ("anonymous", "reporting_verbs", "attribution_phrases"),
}
"""By signal, the lists whose entries it looks for, where they are not called as the signal is."""


def list_words(workspace: Workspace, language: str | None = None) -> list[Change]:
    """What this workspace changes in the word lists, line by line.

    Raises `LanguageError` with file and line for a line of no use.
    """
    changes: list[Change] = []
    for code in CODES if language is None else (language,):
        known = load_language(code, own_lists(workspace.folder, code))
        for name in known.open_lists:
            shipped = {entry.key for entry in known.shipped(name).entries}
            for path, line, entry in known.additions(name):
                effective = not entry.silences or entry.key in shipped
                changes.append(Change(code, name, entry, path, line, effective))
    return changes


def is_silenced(workspace: Workspace, language: str, phrase: str) -> bool:
    """True when the workspace has taken this entry out of a list; False when that list is broken."""
    if language not in CODES:
        return False
    key = read_line(phrase, "", "").key
    known = load_language(language, own_lists(workspace.folder, language))
    for name in known.open_lists:
        try:
            said = [entry.silences for _, _, entry in known.additions(name) if entry.key == key]
        except LanguageError:
            continue
        if said and said[-1]:
            return True
    return False


def _open_list(workspace: Workspace, language: str, name: str) -> Language:
    known = load_language(language, own_lists(workspace.folder, language))
    if name not in known.open_lists:
        near = difflib.get_close_matches(name, known.open_lists, 1)
        raise NotFoundError(
            _("there is no list {name} for {language} that a workspace can add to.").format(
                name=repr(name), language=language
            ),
            _("Did you mean {near}?").format(near=near[0])
            if near
            else _("The lists are: {lists}.").format(lists=", ".join(known.open_lists)),
        )
    return known


def _check_one_line(*texts: str) -> None:
    for text in texts:
        if "|" in text or len(text.splitlines()) > 1:
            raise LanguageError(
                _("{text} does not fit on a line of a list.").format(text=repr(text)),
                _("Write it without | and line ends."),
            )


def _without_empty_end(fields: list[str]) -> list[str]:
    while fields and not fields[-1]:
        fields = fields[:-1]
    return fields


def _write(workspace: Workspace, known: Language, name: str, line: str, entry: Entry) -> Entry:
    """The entry; its line stands in the workspace's list, in place of those that said otherwise."""
    folder = own_lists(workspace.folder, known.code)
    path = folder / f"{name}.txt"
    kept = _HEADER.format(name=name, language=known.code)
    if path.is_file():
        # A list with a mistake is not written to: its lines are read first, and complain.
        lines = read_additions(path, known.shipped(name))
        old = {number for number, other in lines if other.key == entry.key}
        text = path.read_bytes().decode("utf-8-sig")
        kept = "".join(_without(text, old))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise LanguageError(
            _("the folder of the lists cannot be made ({strerror}).").format(strerror=problem.strerror),
            _("Make room for it or choose another workspace."),
            Place(str(folder)),
        ) from problem
    with replacing(path, force=True) as out:
        out.write(kept + unicodedata.normalize("NFC", line) + "\n")
    return entry


def _without(text: str, numbers: Iterable[int]) -> Iterator[str]:
    """The lines of a text but those with these numbers, each with a line end."""
    gone = set(numbers)
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        if number not in gone:
            yield line if line.endswith(("\n", "\r")) else line + "\n"


def _entries_meant(known: Language, name: str, phrase: str) -> list[Entry]:
    """The standing entries that are this phrase as written, else those that stand for these very words."""
    shipped = known.shipped(name)
    added = [entry for _, _, entry in known.additions(name)]
    standing = [entry for entry in corrected(shipped.entries, added) if not entry.exception]
    wanted = read_line(phrase, name, "")
    same = [entry for entry in standing if entry.key == wanted.key]
    if same:
        return same
    try:
        words = next(expand(wanted, known.classes, known.code), ())
    except LanguageError:
        words = ()
    found = [entry for entry in standing if words and words in set(expand(entry, known.classes, known.code))]
    if not found:
        near = difflib.get_close_matches(phrase, [entry.phrase for entry in standing], 3)
        raise NotFoundError(
            _("the list {name} ({code}) has no entry “{phrase}”.").format(
                name=name, code=known.code, phrase=phrase
            ),
            _("Near it: {near}.").format(near=", ".join(near))
            if near
            else _("`annotator analyze` tells the entry of each finding."),
        )
    return found
