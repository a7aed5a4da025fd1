"""`waqai time`: the temporal expressions of texts, for people and for programs."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from waqai.errors import BadValue, UnreadableDocument
from waqai.text.decode import decode

FORMATS = ("table", "json", "timeml")


def time_command(
    files: Annotated[list[str] | None, typer.Argument(help="Plain text; - or nothing is standard input.")] = None,
    dct: Annotated[
        str | None, typer.Option("--dct", metavar="DATE", help="Publication date (2025-10-17) that «أمس» counts from.")
    ] = None,
    format: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help="How to write them.")] = "table",
) -> None:
    """Find the temporal expressions of Arabic texts and say which days they mean."""
    from waqai.time import export_json, export_timeml, tag
    from waqai.time.tagger import publication

    if format not in FORMATS:
        raise BadValue(f"--format {format!r} is none of {', '.join(FORMATS)}")
    # A bad date is wrong usage, whatever the texts hold: said before any is read.
    publication(dct)
    for name in files or ["-"]:
        text = read_text(name)
        timexes = tag(text, dct)
        if format == "json":
            typer.echo(export_json(timexes, dct, name))
        elif format == "timeml":
            typer.echo(export_timeml(text, timexes, dct), nl=False)
        else:
            for row in table([(t.value, t.type, days(t.first, t.last), t.because, t.text) for t in timexes]):
                typer.echo(row)


def read_text(name: str) -> str:
    """The text of a file, or of standard input for `-`, in any encoding that `waqai read` knows.

    Args:
        name: a path, or `-`.

    Returns:
        The text, without a byte order mark; offsets count from its first letter.

    Raises:
        UnreadableDocument: the file is not there, is no text, or in no encoding that is known.
    """
    try:
        # Universal newlines would move offsets.
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise UnreadableDocument(f"{name}: {(error.strerror or 'cannot be read').lower()}: name another file") from None
    try:
        return decode(raw)[0]
    except UnreadableDocument as error:
        raise UnreadableDocument(f"{name}: {error}") from None


def days(first: str | None, last: str | None) -> str:
    """The interval as people write it: one day, from-to, or open."""
    if first == last:
        return first or "-"
    return f"{first or '…'} to {last or '…'}"


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Columns of equal width; the Arabic stands last, where its direction disturbs nothing."""
    widths = [max((len(row[n]) for row in rows), default=0) for n in range(4)]
    shown = [[cell.ljust(width) for cell, width in zip(row, widths, strict=False)] + [row[4]] for row in rows]
    return ["  ".join(" ".join(cell.split("\n")) for cell in row) for row in shown]
