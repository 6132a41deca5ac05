"""Every reader of foreign bytes, as a function of bytes that ends, or complains in a sentence.

Readers of pages, feeds, PDF, DOCX, EPUB and letters run in a process of their own, which takes in
whatever the libraries under them raise; here they run without it, so that what our own code raises is seen.
"""

from __future__ import annotations

import gzip
import hashlib
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import fsspec

from annotator.cli.analyzing import _row
from annotator.errors import AnnotatorError, InputError
from annotator.formats import front_matter
from annotator.formats.archives import read_archive
from annotator.formats.article_drafts import ArticleDraft
from annotator.formats.article_files import read_article
from annotator.formats.corpora import read_documents
from annotator.formats.fetching.asking import MOST_PAUSE, pause_wished, read_wishes
from annotator.formats.fetching.requesting import AGENT, Fetched
from annotator.formats.hand_ins import read_hand_in
from annotator.formats.importers.reading_bytes import read_bytes
from annotator.formats.importers.tables import read_json_lines, read_table
from annotator.formats.kinds import Kind, recognise
from annotator.formats.outlets import read_outlets, read_stories
from annotator.formats.packs import read_pack
from annotator.formats.partitions import MARK
from annotator.formats.reading import read_unchanged
from annotator.formats.rosters import read_roster
from annotator.formats.rubric_files import read_rubric
from annotator.formats.score_csv import read_scores
from annotator.hub.connecting import read_address
from annotator.languages.additions import read_additions
from annotator.languages.loading import load_language
from annotator.model.documents import CorpusText
from annotator.model.judgements import HubRow
from annotator.store.backups import open_copy
from annotator.store.hub_rows import fill
from annotator.store.opening import open_store
from annotator.web.live import _read
from annotator.web.tickets import read_ticket
from annotator.workbench.surveyed import read_survey

Parser = Callable[[bytes], object]
CORPUS = Path(__file__).parent / "corpus"
_LIST = load_language("en").shipped("loaded")


@contextmanager
def _file(data: bytes, suffix: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"any{suffix}"
        path.write_bytes(data)
        yield path


def _from_file(read: Callable[[Path], object], suffix: str) -> Parser:
    def parse(data: bytes) -> object:
        with _file(data, suffix) as path:
            found = read(path)
            return list(found) if isinstance(found, Iterator) else found

    return parse


def _from_text(read: Callable[[str], object]) -> Parser:
    def parse(data: bytes) -> object:
        found = read(data.decode("utf-8", "surrogateescape"))
        return list(found) if isinstance(found, Iterator) else found

    return parse


def resealed(data: bytes) -> bytes:
    """The body with a right checksum: what somebody makes who knows the format."""
    body = data.partition(b'"seal":')[0]
    told = body + b'"seal": "",\n'
    return told + b'"sha256": "' + hashlib.sha256(told).hexdigest().encode() + b'"\n}\n'


def _sealed(read: Callable[[Path], object]) -> Parser:
    plain = _from_file(read, ".json")

    def parse(data: bytes) -> object:
        with suppress(AnnotatorError):
            plain(data)
        return plain(resealed(data))

    return parse


def _corpus(suffix: str) -> Parser:
    def read(path: Path) -> Iterable[object]:
        for one in read_documents(fsspec.filesystem("file"), str(path)):
            if isinstance(one, CorpusText):
                assert one.text.strip()
                repr(one).encode("utf-8")
                (one.text + one.title + one.outlet + one.url + one.id).encode("utf-8")
            yield one

    return _from_file(read, suffix)


def _packed_lines(data: bytes) -> object:
    """As they are, and packed: damage in a packed file strikes its unpacker."""
    _corpus(".jsonl.gz")(data)
    return _corpus(".jsonl.gz")(gzip.compress(data, mtime=0))


def _hub_row(data: bytes) -> object:
    kind, _, body = data.decode("utf-8", "replace").partition("\n")
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "a.db", create=True) as store:
        fill(store, [HubRow(kind, "key", "", body)])
    return None


def _foreign(kind: Kind) -> Parser:
    def parse(data: bytes) -> object:
        try:
            found = read_bytes(data, kind, "any", "https://gazette.example/any")
        except AnnotatorError:
            raise
        except Exception as fault:
            where = traceback.extract_tb(fault.__traceback__)[-1].filename
            if "/annotator/" in where:
                raise
            raise InputError("a library under this reader refuses it.") from fault
        for draft in [found] if isinstance(found, ArticleDraft) else []:
            assert draft.text.strip()
            assert 0 <= draft.headline.start <= draft.headline.end <= len(draft.text)
        repr(found).encode("utf-8")
        return found

    return parse


def _wishes(data: bytes) -> object:
    wishes = read_wishes(Fetched("https://a.example/robots.txt", 200, data, "text/plain", ""))
    pause = pause_wished(wishes)
    assert 0 <= pause <= MOST_PAUSE
    return wishes.can_fetch("https://a.example/any?a=%b", AGENT)


def _survey(data: bytes) -> object:
    """As the table of articles, then as the table of findings."""
    good = (CORPUS / "survey" / "good").read_bytes()
    for articles, findings in ((data, good), (good, data)):
        with tempfile.TemporaryDirectory() as folder:
            for name, content in (("articles", articles), ("findings", findings)):
                (Path(folder) / name).mkdir()
                (Path(folder) / name / "part-00000.parquet").write_bytes(content)
            (Path(folder) / MARK).write_bytes(b"{}")
            read_survey(folder)
    return None


def _ticket(data: bytes) -> object:
    told = read_ticket(b"key", data.decode("utf-8", "surrogateescape"), "entry", now=0, lasts=9e9)
    assert told is None, "nobody signed it"
    return told


PARSERS: dict[str, Parser] = {
    "additions": _from_file(lambda path: read_additions(path, _LIST), ".txt"),
    "analyze-lines": lambda data: _row(data, 1),
    "archive": lambda data: list(read_archive(data, "any.zip")),
    "article": _from_file(read_article, ".md"),
    "article-lines": _from_text(lambda text: read_json_lines(text, "any.jsonl")),
    "article-table": _from_text(lambda text: read_table(text, "any.csv")),
    "backup": _from_file(lambda path: open_copy(path).close(), ".db"),
    "book": _foreign(Kind.BOOK),
    "corpus-lines": _corpus(".jsonl"),
    "corpus-packed": _packed_lines,
    "corpus-parquet": _corpus(".parquet"),
    "corpus-warc": _corpus(".warc"),
    "feed": _foreign(Kind.FEED),
    "front-matter": _from_text(lambda text: front_matter.split(text, "any.md")),
    "gesture": _from_text(_read),
    "hand-in": _sealed(read_hand_in),
    "hub-address": _from_text(read_address),
    "hub-row": _hub_row,
    "kind": lambda data: recognise(data, "any"),
    "letter": _foreign(Kind.LETTER),
    "outlets": _from_file(read_outlets, ".toml"),
    "pack": _sealed(read_pack),
    "page": _foreign(Kind.PAGE),
    "pdf": _foreign(Kind.PDF),
    "robots": _wishes,
    "roster": _from_file(read_roster, ".csv"),
    "rubric": _from_file(read_rubric, ".yaml"),
    "saved-page": _foreign(Kind.SAVED_PAGE),
    "scores": _from_file(read_scores, ".csv"),
    "stories": _from_file(read_stories, ".toml"),
    "survey": _survey,
    "text": _from_file(lambda path: read_unchanged(path, limit=50_000), ".txt"),
    "ticket": _ticket,
    "word": _foreign(Kind.WORD),
}
"""By the name of its folder in the corpus."""


def kept(name: str) -> list[Path]:
    """The inputs kept for a parser: good ones, to be damaged, and ones that once did harm or might."""
    return sorted((CORPUS / name).iterdir())


def end_in_a_sentence(name: str, data: bytes) -> None:
    """Nothing; raises whatever is no sentence for a person."""
    try:
        PARSERS[name](data)
    except AnnotatorError as problem:
        assert problem.message
        assert len(str(problem)) < 5_000 + len(data), "a sentence is no longer than what it is about"
