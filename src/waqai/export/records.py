"""Records from JSON Lines, one at a time."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from waqai.errors import BadValue, UnreadableDocument
from waqai.model import Record


def read_records(files: Iterable[str]) -> Iterator[Record]:
    """The records of files that `waqai read --jsonl` wrote; `-` is standard input.

    Raises:
        BadValue: a file cannot be opened.
        UnreadableDocument: a line is not a record.
    """
    for name in files:
        if name == "-":
            yield from _records(sys.stdin.buffer, "standard input")
            continue
        with _opened(name) as stream:
            yield from _records(stream, name)


def _opened(name: str) -> BinaryIO:
    try:
        return Path(name).open("rb")
    except OSError as error:
        raise BadValue(f"{name}: cannot be read ({(error.strerror or '').lower()}): name another file") from None


def _records(stream: BinaryIO, where: str) -> Iterator[Record]:
    decoder = msgspec.json.Decoder(Record)
    for n, row in enumerate(stream, 1):
        if row.strip():
            try:
                yield decoder.decode(row)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                wrong = f"{where}:{n}: not a record ({error}): make records with waqai read --jsonl"
                raise UnreadableDocument(wrong) from None
