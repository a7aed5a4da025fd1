"""Results to a stream, each as soon as it is there: cards, JSON, JSON Lines."""

import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from waqai.cli.cards import record_rows
from waqai.cli.messages import Messages
from waqai.cli.terminal import Terminal
from waqai.errors import BadValue
from waqai.reader import Result, encode_record


def open_output(output: str | None) -> AbstractContextManager[TextIO]:
    """The file named, or standard output, which is left open."""
    if output is None:
        return nullcontext(sys.stdout)
    try:
        return Path(output).open("w", encoding="utf-8")
    except OSError as error:
        raise BadValue(f"{output}: cannot be written ({(error.strerror or '').lower()}): choose another file") from None


def write_json(results: Iterable[Result], stream: TextIO, trace: bool) -> bool:
    """Write one document as one indented object, more as an array.

    Returns:
        Whether any document failed; so do the other writers.
    """
    import msgspec

    results = iter(results)
    first = list(islice(results, 2))
    many = len(first) > 1
    failed, before = False, "[\n" if many else ""
    for result in chain(first, results):
        if result.record is None:
            failed = True
            continue
        stream.write(before + msgspec.json.format(encode_record(result.record, trace=trace)).decode())
        before = ",\n"
    if many:
        stream.write("\n]\n" if before == ",\n" else "[]\n")
    elif not failed and first:
        stream.write("\n")
    return failed


def write_lines(results: Iterable[Result], stream: TextIO, trace: bool) -> bool:
    """Write one record a line."""
    failed = False
    for result in results:
        if result.record is None:
            failed = True
        else:
            stream.write(encode_record(result.record, trace=trace).decode() + "\n")
    return failed


def write_cards(results: Iterable[Result], stream: TextIO, messages: Messages, color: bool | None) -> bool:
    """Write a card for each event."""
    terminal = Terminal(stream, color)
    failed, first = False, True
    for result in results:
        if result.record is None:
            failed = True
            continue
        if not first:
            stream.write("\n")
        terminal.write(record_rows(result.record, result.where, messages))
        first = False
    return failed
