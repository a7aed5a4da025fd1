"""Rows to records and back."""

import datetime
import hashlib
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from waqai.model.accord import AccordReport, LinkedAccord
from waqai.model.document import Document
from waqai.model.library import Correction, Judgement, Kept, Linked, Report
from waqai.model.record import Record

T = TypeVar("T")
IN_ONE_QUERY = 400
DECODE_REPORT = msgspec.json.Decoder(Report).decode
DECODE_LINKED = msgspec.json.Decoder(Linked).decode
DECODE_ACCORD_REPORT = msgspec.json.Decoder(AccordReport).decode
DECODE_ACCORD = msgspec.json.Decoder(LinkedAccord).decode
DECODE_RECORD = msgspec.json.Decoder(Record).decode
NO_TEXT = Document(id="", text="")


def now() -> str:
    """The time of day, UTC, to the second."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def chunks(values: Sequence[T], size: int = IN_ONE_QUERY) -> Iterator[Sequence[T]]:
    """Parts of `values` small enough for one query."""
    for at in range(0, len(values), size):
        yield values[at : at + size]


def document_key(document: Document) -> str:
    """What makes two documents the same one: text, publication date and outlet (or, without one, the site)."""
    from urllib.parse import urlsplit

    outlet = document.outlet
    if not outlet and document.url:
        try:
            outlet = urlsplit(document.url).hostname
        except ValueError:
            outlet = document.url
    sha = document.sha256 or hashlib.sha256(document.text.encode()).hexdigest()
    return hashlib.sha256(f"{sha}|{document.published or ''}|{outlet or ''}".encode()).hexdigest()[:20]


def kept(row: Any) -> Kept:
    """A row of `documents`."""
    document = Document(
        id=row.id,
        text=row.text,
        published=row.published,
        title=row.title,
        outlet=row.outlet,
        url=row.url,
        language=row.language,
        sha256=row.sha256,
        notes=tuple(msgspec.json.decode(row.notes, type=list[str])),
    )
    return Kept(n=row.n, key=row.key, document=document, source=row.source, added=row.added)


def pack_record(record: Record) -> tuple[bytes, str]:
    """A record without its document, packed, and the digest of what it says."""
    data = msgspec.json.encode(msgspec.structs.replace(record, document=NO_TEXT))
    return zlib.compress(data, 6), hashlib.sha256(data).hexdigest()[:20]


def unpack_record(data: bytes, document: Document) -> Record:
    """A packed record with its document."""
    return msgspec.structs.replace(DECODE_RECORD(zlib.decompress(data)), document=document)


def judgement(row: Any) -> Judgement:
    """A row of `judgements`."""
    return Judgement(
        kind=row.kind,
        left=row.left,
        right=row.right,
        verdict=row.verdict,
        score=row.score,
        reasons=tuple(msgspec.json.decode(row.reasons, type=list[str])),
        author=row.author,
        made=row.made,
    )


def correction(row: Any) -> Correction:
    """A row of `corrections`."""
    return Correction(
        n=row.n,
        action=row.action,
        target=row.target,
        field=row.field,
        value=msgspec.json.decode(row.value),
        why=row.why,
        author=row.author,
        made=row.made,
        undoes=row.undoes,
    )
