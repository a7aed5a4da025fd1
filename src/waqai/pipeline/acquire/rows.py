"""Documents in JSON: one a line, or an array of them. Lines are read one at a time, so length costs no memory."""

import io
import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import BinaryIO

import msgspec
from msgspec import Struct

from waqai.errors import UnreadableDocument, WaqaiError
from waqai.model import Document
from waqai.pipeline.acquire.build import MAX_BYTES, Given, build_document, too_large
from waqai.pipeline.acquire.dates import ISO_DATE
from waqai.text.decode import decode

MAX_ARRAY_BYTES = 200_000_000
BOM = b"\xef\xbb\xbf"


ALIASES: dict[str, tuple[str, ...]] = {
    "text": ("text", "event_text"),
    "id": ("id",),
    "published": ("published", "pub_date", "date"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher"),
    "url": ("url",),
}
"""Field → the names it has in files: ours, then NGEC's."""


class Row(Struct, frozen=True, kw_only=True):
    """One document of a JSON file; unknown keys are ignored."""

    text: str | None = None
    id: str | int | None = None
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    event_text: object = None
    pub_date: object = None
    date: object = None
    headline: object = None
    publisher: object = None


def read_values(values: Mapping[str, object]) -> tuple[str, Given]:
    """The text of a row of any table, and what the row says about it.

    Args:
        values: column → value, under any of the names of `ALIASES`.

    Raises:
        UnreadableDocument: there is no text.
    """
    found: dict[str, str | None] = {}
    for field, names in ALIASES.items():
        ours, *others = (values.get(name) for name in names)
        # Of other programs' columns a value that cannot be one of ours is somebody else's matter.
        said = [v for v in others if isinstance(v, str) and (field != "published" or ISO_DATE.fullmatch(v.strip()))]
        value = next((v for v in (ours, *said) if v not in (None, "")), None)
        found[field] = None if value is None else str(value)
    text = found.pop("text")
    if text is None and values.get("text") is None:
        raise UnreadableDocument('not a document (it has no «text»): a line is {"text": …, "published": …}')
    return text or "", Given(**found)


ROW = msgspec.json.Decoder(Row)
ITEMS = msgspec.json.Decoder(list[msgspec.Raw])
Numbered = tuple[int, Document | WaqaiError]


def read_rows(stream: BinaryIO, given: Given) -> Iterator[Numbered]:
    """Yield the documents of a JSON Lines stream, or of one JSON array or object.

    Args:
        stream: buffered binary input at its start.
        given: what the user says about every document of it.

    Yields:
        The number of the line (or of the item of an array) from 1, and its document or what is wrong with it.
    """
    first = next(_lines(stream), b"").removeprefix(BOM)
    rest = _lines(stream)
    if first.lstrip().startswith(b"["):
        yield from _read_array(first + stream.read(MAX_ARRAY_BYTES), given)
        return
    if first.strip() and _is_cut(first):
        whole = first + stream.read(MAX_BYTES) + stream.readline(MAX_BYTES)
        if not _is_cut(whole):
            yield 1, _read_row(whole, given)
            return
        rest = chain(io.BytesIO(whole[len(first) :]), rest)
    for number, line in enumerate(chain([first], rest), 1):
        if len(line) > MAX_BYTES:
            yield number, UnreadableDocument(too_large(len(line)))
        elif line.strip():
            yield number, _read_row(line, given)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of `stream`; of one that is too long only the start is kept."""
    while line := stream.readline(MAX_BYTES + 1):
        part = line
        while len(part) > MAX_BYTES and not part.endswith(b"\n"):
            part = stream.readline(MAX_BYTES + 1)
        yield line


def _is_cut(data: bytes) -> bool:
    """Whether `data` opens a JSON value that it does not close: an object over several lines."""
    try:
        msgspec.json.decode(data, type=msgspec.Raw)
    except msgspec.DecodeError as error:
        return "truncated" in str(error)
    return False


def _read_array(data: bytes, given: Given) -> Iterator[Numbered]:
    if len(data) > MAX_ARRAY_BYTES:
        yield 1, UnreadableDocument(f"a JSON array over {MAX_ARRAY_BYTES // 1_000_000} MB: give JSON Lines instead")
        return
    try:
        items = ITEMS.decode(data)
    except msgspec.DecodeError as error:
        yield 1, UnreadableDocument(f"malformed JSON array ({error}): nothing of it was read")
        return
    for number, item in enumerate(items, 1):
        yield number, _read_row(bytes(item), given)


def _read_row(line: bytes, given: Given) -> Document | WaqaiError:
    try:
        row, note = _decode_row(line)
        text, said = read_values(msgspec.structs.asdict(row))
        return build_document(text, given.over(said), (note,) if note else ())
    except WaqaiError as error:
        return error


def _decode_row(line: bytes) -> tuple[Row, str | None]:
    try:
        return ROW.decode(line), None
    except UnicodeDecodeError:
        text, note = decode(line)
    except msgspec.ValidationError as error:
        raise UnreadableDocument(f'not a document ({error}): a line is {{"text": …, "published": …}}') from None
    except msgspec.DecodeError as error:
        return _decode_loosely(line, error), None
    return _decode_row(text.encode())[0], note


def _decode_loosely(line: bytes, error: msgspec.DecodeError) -> Row:
    """Rows that other programs write and strict JSON forbids: bare tabs in strings, half a surrogate pair."""
    try:
        return msgspec.convert(json.loads(line, strict=False), Row)
    except (ValueError, RecursionError, msgspec.MsgspecError):
        reason = str(error).removeprefix("JSON is malformed: ")
        raise UnreadableDocument(f"malformed JSON ({reason}): correct the line") from None
