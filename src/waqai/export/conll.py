"""CoNLL-2003 columns in IOB2: token, `_`, `_`, tag; entities' mentions only, a blank line between sentences."""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from msgspec import Struct

from waqai.export.base import Losses
from waqai.model import Record
from waqai.model.record import Span

TAGS = {"person": "PER", "state": "LOC", "place": "LOC", "org": "ORG", "group": "MISC", "role": "MISC"}
TOKEN = re.compile(r"[\w\u0640\u064b-\u065f\u0670]+|[^\w\s]")
SENTENCE_END = frozenset(".!?؟")


class Name(Struct, frozen=True):
    """Words of the text that name an entity; `tag` is its CoNLL class."""

    start: int
    end: int
    tag: str
    entity: str


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """Every document under a `-DOCSTART-` line."""
    for record in records:
        losses.add("events not written: the format has names only", len(record.events))
        stream.write(b"-DOCSTART- _ _ O\n\n")
        for row in _rows(record, losses):
            stream.write((row + "\n").encode("utf-8", "replace"))


def _rows(record: Record, losses: Losses) -> Iterator[str]:
    text, names = record.document.text, names_of(record, losses)
    at, inside = 0, False
    for tokens in sentences(text, names):
        for start, end in tokens:
            while at < len(names) and names[at].end <= start:
                at, inside = at + 1, False
            tag = "O"
            if at < len(names) and start < names[at].end and names[at].start < end:
                tag, inside = f"{'I' if inside else 'B'}-{names[at].tag}", True
            yield f"{text[start:end]} _ _ {tag}"
        yield ""


def sentences(text: str, names: Iterable[Name] = ()) -> Iterator[list[Span]]:
    """The tokens of each sentence as spans; a line or a full stop that is in no name ends one."""
    inside = {at for name in names for at in range(name.start, name.end)}
    tokens: list[Span] = []
    for token in TOKEN.finditer(text):
        if tokens and "\n" in text[tokens[-1][1] : token.start()]:
            yield tokens
            tokens = []
        tokens.append(token.span())
        if token.group() in SENTENCE_END and token.start() not in inside:
            yield tokens
            tokens = []
    if tokens:
        yield tokens


def names_of(record: Record, losses: Losses) -> list[Name]:
    """Mentions in order; of two that overlap the first, and of two that begin together the longer one stays."""
    found = {
        (s, e): Name(s, e, TAGS.get(x.kind, "MISC"), x.id) for x in record.entities for s, e in x.mentions if s < e
    }
    kept: list[Name] = []
    end = -1
    for name in sorted(found.values(), key=lambda name: (name.start, -name.end)):
        if name.start >= end:
            kept.append(name)
            end = name.end
        else:
            losses.add("names left out: inside another name")
    return kept
