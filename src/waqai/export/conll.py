"""CoNLL-2003 columns in IOB2: token, `_`, `_`, tag; entities' mentions only, a blank line between sentences."""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from waqai.export.base import Losses
from waqai.model import Record

TAGS = {"person": "PER", "state": "LOC", "place": "LOC", "org": "ORG", "group": "MISC", "role": "MISC"}
TOKEN = re.compile(r"[\w\u0640\u064b-\u065f\u0670]+|[^\w\s]")
SENTENCE_END = frozenset(".!?؟")


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """Every document under a `-DOCSTART-` line, with its id in a comment column."""
    for record in records:
        losses.add("events not written: the format has names only", len(record.events))
        stream.write(b"-DOCSTART- _ _ O\n\n")
        for row in _rows(record, losses):
            stream.write((row + "\n").encode("utf-8", "replace"))
        stream.write(b"\n")


def _rows(record: Record, losses: Losses) -> Iterator[str]:
    text = record.document.text
    names = _names(record, losses)
    at, inside, open_sentence = 0, False, False
    previous = 0
    for token in TOKEN.finditer(text):
        if open_sentence and "\n" in text[previous : token.start()]:
            yield ""
        while at < len(names) and names[at][1] <= token.start():
            at, inside = at + 1, False
        tag = "O"
        if at < len(names) and token.start() < names[at][1] and names[at][0] < token.end():
            tag, inside = f"{'I' if inside else 'B'}-{names[at][2]}", True
        yield f"{token.group()} _ _ {tag}"
        previous, open_sentence = token.end(), True
        if token.group() in SENTENCE_END and tag == "O":
            yield ""
            open_sentence = False


def _names(record: Record, losses: Losses) -> list[tuple[int, int, str]]:
    """Mentions in order; of two that overlap the longer one stays."""
    found = {(s, e): TAGS.get(x.kind, "MISC") for x in record.entities for s, e in x.mentions if s < e}
    kept: list[tuple[int, int, str]] = []
    end = -1
    for (s, e), tag in sorted(found.items(), key=lambda item: (item[0][0], -item[0][1])):
        if s >= end:
            kept.append((s, e, tag))
            end = e
        else:
            losses.add("names left out: inside another name")
    return kept
