"""Articles on their way in: sources of every kind to drafts, nothing stored yet."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.errors import AnnotatorError, InputError, Place
from annotator.formats.article_drafts import ArticleDraft
from annotator.formats.article_files import SIZE_LIMIT, parse_article
from annotator.formats.confining import ConfinedReader
from annotator.formats.decoding import mend, note_on, refuse_unreadable
from annotator.formats.fetching.addresses import is_address, lacks_scheme
from annotator.formats.importers.feed_items import FeedItem
from annotator.formats.kinds import SUFFIXES, Kind, recognise
from annotator.formats.reading import normalize_line_ends, read_file_bytes, text_of, unreadable
from annotator.model.articles import UNKNOWN
from annotator.model.spans import Span
from annotator.translating import _

if TYPE_CHECKING:
    from annotator.formats.fetching.asking import Guest

STANDARD_INPUT = "-"
_DEEP = 3
"""How many wrappings are undone: an archive in a folder, a feed's page, a table in an archive."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One source, or one article of it, as far as it came."""

    source: str
    draft: ArticleDraft | None = None
    problem: AnnotatorError | None = None


def choose_all(items: Sequence[FeedItem]) -> Sequence[FeedItem]:
    """All items of a feed."""
    return items


class Door:
    """Lets articles in: one process for foreign files and one guest on the web for all sources of a batch."""

    def __init__(
        self,
        *,
        allow_local: bool = False,
        repair: bool = False,
        choose: Callable[[Sequence[FeedItem]], Sequence[FeedItem]] = choose_all,
        now: Callable[[], str] = str,
    ) -> None:
        self._allow_local = allow_local
        self.repair = repair
        """Whether letters that were decoded wrongly are mended, which a person asks for."""
        self._choose = choose
        self._now = now
        self._reader = ConfinedReader()
        self._guest: Guest | None = None

    def close(self) -> None:
        """Nothing; the process for foreign files has ended."""
        self._reader.close()

    def arrive(self, source: str | Path) -> Iterator[Arrival]:
        """Every article that a source stands for, or why there is none. Nothing is raised for bad input."""
        name = str(source)
        try:
            if name == STANDARD_INPUT:
                yield from self._unpack(sys.stdin.buffer.read(SIZE_LIMIT + 1), "standard input.txt", name)
            elif isinstance(source, str) and is_address(name):
                yield from self._from_web(name)
            else:
                yield from self._from_disk(Path(source), name)
        except AnnotatorError as problem:
            yield Arrival(name, problem=problem)

    def arrive_text(self, text: str, name: str) -> Iterator[Arrival]:
        """The article in a text that was pasted or typed (or the page, when it is HTML)."""
        try:
            yield from self._unpack(text.encode("utf-8", "replace"), name, name)
        except AnnotatorError as problem:
            yield Arrival(name, problem=problem)

    def _from_disk(self, path: Path, name: str) -> Iterator[Arrival]:
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a folder above may not be entered
            for inner in articles_in(path):
                yield from self.arrive(inner)
            return
        if not os.path.lexists(path) and lacks_scheme(name):
            hint = _("If it is a web address, write https://{name}").format(name=name)
            raise InputError(_("there is no such file."), hint, Place(name))
        data = read_file_bytes(path, limit=SIZE_LIMIT)
        yield from self._unpack(data, name, path.name)

    def _from_web(self, url: str) -> Iterator[Arrival]:
        page = self._at_the_site(url).fetch(url)
        named = page.url if Path(page.url.split("?")[0]).suffix.lower() in SUFFIXES else url
        kind = recognise(page.data, named, page.media_type or "text/html")
        data = page.data
        if kind is Kind.PAGE and page.charset:
            data = _in_utf8(data, page.charset)
        for arrival in self._unpack(data, page.url, page.url, url=page.url, kind=kind):
            draft = arrival.draft
            if draft is not None:
                draft = replace(draft, retrieved=draft.retrieved or self._now())
                if kind is Kind.PAGE:
                    # The page may have been read in another charset than it came in.
                    digest = hashlib.sha256(page.data).hexdigest()
                    draft = replace(draft, digest=digest, size=len(page.data))
            yield replace(arrival, draft=draft)

    def _at_the_site(self, url: str) -> Guest:
        """The guest on the web, made when the first address comes."""
        if self._guest is None:
            try:
                from annotator.formats.fetching.asking import Guest
            except ModuleNotFoundError as missing:
                hint = _("Install them with: pip install 'annotator[import]'; or save the page as a file.")
                message = _("reading from the web needs packages that are not installed.")
                raise InputError(message, hint, Place(url)) from missing
            self._guest = Guest(allow_local=self._allow_local)
        return self._guest

    def _unpack(
        self, data: bytes, name: str, source: str, *, url: str = "", kind: Kind | None = None, depth: int = 0
    ) -> Iterator[Arrival]:
        """The articles in some bytes, whatever they are wrapped in."""
        kind = kind or recognise(data, name)
        if kind is Kind.ARCHIVE:
            yield from self._from_archive(data, name, depth)
        elif kind is Kind.TABLE or kind is Kind.LINES:
            yield from self._from_table(data, name, kind)
        elif kind is Kind.TEXT:
            yield Arrival(name, self._text(data, name, source, url))
        else:
            found = self._reader.read(data, kind, name, url)
            if isinstance(found, ArticleDraft):
                yield Arrival(name, self._checked(found, name))
                return
            for item in self._choose(found):
                yield from self._from_item(item)

    def _from_item(self, item: FeedItem) -> Iterator[Arrival]:
        """The page that a feed announces; what the page does not say of itself, the feed does."""
        for arrival in self.arrive(item.url):
            draft = arrival.draft
            if draft is not None:
                draft = replace(
                    draft,
                    outlet_name=draft.outlet_name or item.outlet_name,
                    published=item.published if draft.published == UNKNOWN else draft.published,
                )
            yield replace(arrival, draft=draft)

    def _from_archive(self, data: bytes, name: str, depth: int) -> Iterator[Arrival]:
        if depth >= _DEEP:
            raise InputError(_("archives in archives are not opened."), _("Unpack it first."), Place(name))
        from annotator.formats.archives import read_archive

        for inner, member in read_archive(data, name):
            try:
                if isinstance(member, AnnotatorError):
                    raise member
                yield from self._unpack(member, inner, inner.rpartition("!")[2], depth=_DEEP)
            except AnnotatorError as problem:
                yield Arrival(inner, problem=problem)

    def _from_table(self, data: bytes, name: str, kind: Kind) -> Iterator[Arrival]:
        from annotator.formats.importers.tables import read_json_lines, read_table

        text = normalize_line_ends(text_of(data, Path(name)))
        for found in (read_table if kind is Kind.TABLE else read_json_lines)(text, name):
            if isinstance(found, AnnotatorError):
                yield Arrival(name, problem=found)
                continue
            try:
                yield Arrival(found.source, self._checked(found, found.source))
            except AnnotatorError as problem:
                yield Arrival(found.source, problem=problem)

    def _text(self, data: bytes, name: str, source: str, url: str) -> ArticleDraft:
        text = normalize_line_ends(text_of(data, Path(name)))
        draft = parse_article(mend(text, name) if self.repair else text, name)
        return replace(
            self._checked(draft, name),
            source=draft.source if draft.source != Path(name).name else source,
            url=draft.url if draft.url != UNKNOWN else url or UNKNOWN,
            kind=Kind.TEXT,
            digest=hashlib.sha256(data).hexdigest(),
            size=len(data),
        )

    def _checked(self, draft: ArticleDraft, name: str) -> ArticleDraft:
        """The draft, mended when that was asked for; refused or noted when it cannot be read as it is."""
        if self.repair and draft.kind:
            text = mend(draft.text, name)
            if text != draft.text:
                title = mend(draft.title, name)
                start = text.find(title) if title else -1
                headline = draft.headline if start < 0 else Span(start, start + len(title))
                draft = replace(draft, text=text, title=title, headline=headline)
        refuse_unreadable(draft.text, name)
        note = note_on(draft.text)
        return replace(draft, notes=(*draft.notes, note)) if note else draft


def articles_in(folder: Path) -> list[Path]:
    """The files in a folder and below that can hold articles, in order; there is at least one."""
    try:
        next(os.scandir(folder), None)
    except OSError as error:
        raise unreadable(folder, error) from error
    found = [
        path for path in sorted(folder.rglob("*")) if _is_article(path.relative_to(folder)) and path.is_file()
    ]
    if not found:
        hint = _("Articles are files ending in {suffixes}.").format(suffixes=", ".join(sorted(SUFFIXES)))
        raise InputError(_("there are no articles in this folder."), hint, Place(str(folder)))
    return found


def _is_article(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return path.suffix.lower() in SUFFIXES and path.stem.lower() != "readme" and not hidden


def _in_utf8(data: bytes, charset: str) -> bytes:
    """A page's bytes in UTF-8 when the server names another charset: it outranks what the page says."""
    if charset.lower().replace("_", "-") in ("utf-8", "utf8"):
        return data
    try:
        text = data.decode(charset, "replace")
    except LookupError:
        return data
    return re.sub(r"""charset\s*=\s*["']?[\w-]+""", "charset=utf-8", text, count=1).encode()
