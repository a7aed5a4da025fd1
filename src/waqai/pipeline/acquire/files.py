"""Sources to documents: what kind of input a file is, and the one line for what cannot be read."""

import io
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from waqai.errors import UnreadableDocument, WaqaiError
from waqai.model import Document
from waqai.pipeline.acquire.build import MAX_BYTES, Given, build_document, too_large
from waqai.pipeline.acquire.rows import read_rows
from waqai.text.decode import decode, refuse_binary

STDIN = "-"
KINDS = {".jsonl": "json", ".ndjson": "json", ".json": "json", ".html": "page", ".htm": "page", ".xhtml": "page"}
JSON_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*\{)")
PAGE_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|\?xml[^>]*>\s*<(?:!doctype\s+)?html)", re.I
)
URL = re.compile(r"https?://", re.I)


class Acquired(Struct, frozen=True):
    """One thing taken from a source: its document, or the error that stands in its place.

    Attributes:
        where: the source, and the line in it where it holds many ("dev.jsonl:12").
        document: the document.
        error: what is wrong, in one line; `None` beside a document, and where there is nothing new to take.
    """

    where: str
    document: Document | None
    error: str | None = None


def acquire(sources: Iterable[str], given: Given | None = None) -> Iterator[Acquired]:
    """Yield the documents of the sources, in order, one at a time.

    Args:
        sources: paths; "-" is standard input.
        given: what the user says about all of them; it wins over what a file says.

    Yields:
        Documents, and an error for each thing that cannot be read.
    """
    for source in sources:
        try:
            yield from _acquire_one(source, given or Given())
        except WaqaiError as error:
            yield Acquired(source, None, str(error))
        except OSError as error:
            yield Acquired(source, None, f"cannot be opened ({(error.strerror or str(error)).lower()}): check the path")


def acquire_bytes(name: str, data: bytes, given: Given | None = None) -> Iterator[Acquired]:
    """Yield the documents of a file that was sent and lies nowhere.

    Args:
        name: its name; the end of it says what it is, as with a path.
        data: the whole file.
        given: what the user says about its documents.
    """
    stream = io.BufferedReader(io.BytesIO(data))
    yield from acquire_stream(name, stream, Path(name).suffix.lower(), given or Given())


def acquire_stream(name: str, stream: BinaryIO, suffix: str, given: Given) -> Iterator[Acquired]:
    """Yield the documents of an open stream, as `acquire` does of a file.

    Args:
        name: what it is called in errors.
        stream: buffered; it has `peek`.
        suffix: of the file it comes from, lower case: ".jsonl".
        given: what the user says about all of them.
    """
    try:
        yield from _read_stream(name, stream, suffix, given)
    except WaqaiError as error:
        yield Acquired(name, None, str(error))


def _acquire_one(source: str, given: Given) -> Iterator[Acquired]:
    if source == STDIN:
        yield from _read_stream("standard input", sys.stdin.buffer, "", given)
        return
    if URL.match(source):
        raise UnreadableDocument("a web address, and pages are not fetched yet: save the page and give the file")
    path = Path(source)
    if path.is_dir():
        raise UnreadableDocument("a folder: give the files in it")
    with path.open("rb") as stream:
        yield from _read_stream(source, stream, path.suffix.lower(), given)


def _read_stream(name: str, stream: BinaryIO, suffix: str, given: Given) -> Iterator[Acquired]:
    start: bytes = stream.peek(4096)  # type: ignore[attr-defined]  # both streams are buffered readers
    refuse_binary(start)
    kind = KINDS.get(suffix) or _guess_kind(start)
    if kind != "json":
        yield Acquired(name, _read_whole(stream, kind, given))
        return
    for number, found in read_rows(stream, given):
        where = f"{name}:{number}"
        if isinstance(found, Document):
            yield Acquired(where, found)
        else:
            yield Acquired(where, None, str(found))


def _guess_kind(start: bytes) -> str:
    if JSON_START.match(start):
        return "json"
    return "page" if PAGE_START.match(start) else "text"


def _read_whole(stream: BinaryIO, kind: str, given: Given) -> Document:
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(too_large(len(data) + sum(map(len, iter(lambda: stream.read(1 << 20), b"")))))
    if not data.strip():
        raise UnreadableDocument("the file is empty: nothing to read")
    if kind == "page":
        from waqai.pipeline.acquire.page import read_page

        return read_page(data, given)
    text, note = decode(data)
    return build_document(text, given, (note,) if note else ())
