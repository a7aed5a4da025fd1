"""Marked text: expressions written into their sentence, for people who write tests, gold data and resources by hand.

`وصل [أمس|DATE|2025-10-16] إلى بغداد.` Further accepted values follow a tilde: `[قبل أسبوعين|DATE|2025-W40~2025-10-03]`.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

MARK = re.compile(r"\[([^][|]+)\|([A-Z]+)\|([^][|]+)\]")


class Expected(Struct, frozen=True):
    """One marked expression: where, which type, which values are right (the first is the preferred one)."""

    start: int
    end: int
    text: str
    type: str
    values: tuple[str, ...]


class Sentence(Struct, frozen=True, gc=False):
    """One line of a marked file."""

    category: str
    dct: str | None
    text: str
    expected: tuple[Expected, ...]


def read_marked(line: str) -> tuple[str, tuple[Expected, ...]]:
    """The plain text of a marked one, and what is marked in it."""
    plain, expected, at, length = [], [], 0, 0
    for match in MARK.finditer(line):
        before = line[at : match.start()]
        start = length + len(before)
        words, kind, values = match.groups()
        expected.append(Expected(start, start + len(words), words, kind, tuple(values.split("~"))))
        plain += [before, words]
        at, length = match.end(), start + len(words)
    return "".join([*plain, line[at:]]), tuple(expected)


def read_file(path: Path) -> Iterator[Sentence]:
    """The sentences of a file of lines `category TAB dct TAB marked text`; `#` begins a comment, `-` is no dct."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            category, dct, marked = line.split("\t")
            text, expected = read_marked(marked)
            yield Sentence(category, None if dct == "-" else dct, text, expected)
