"""`waqai export`: records to the formats that others read."""

import sys
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.errors import BadValue

if TYPE_CHECKING:
    from waqai.model import Record


def export(
    files: Annotated[
        list[str] | None, typer.Argument(help="Records as JSON Lines (waqai read --jsonl); - or nothing is stdin.")
    ] = None,
    format: Annotated[str, typer.Option("--format", "-f", metavar="F", help="See --list.")] = "",
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="OUT", help="File; for brat and timeml a .zip or a folder.")
    ] = None,
    library: Annotated[
        str | None, typer.Option("--library", metavar="PATH", help="Records of a library instead of files.")
    ] = None,
    list_formats: Annotated[bool, typer.Option("--list", help="List the formats and stop.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not say what the format cannot hold.")] = False,
) -> None:
    """Export records: csv, parquet, polecat, gdelt, icews, followthemoney, JSON-LD and more."""
    from waqai.export import FORMATS, find_format
    from waqai.export import export as run
    from waqai.export.records import read_records

    if list_formats:
        for known in FORMATS:
            sys.stdout.write(f"{known.name:15}{known.what}\n")
        return
    if not format:
        raise BadValue(f"--format is missing: choose one of {', '.join(f.name for f in FORMATS)}")
    chosen = find_format(format)
    if output is None and (chosen.files or chosen.name == "parquet") and sys.stdout.isatty():
        raise BadValue(f"--format {format} is not text: name a file with -o")
    if library and files:
        raise BadValue("--library and FILE are both given: choose one")
    records = library_records(library) if library else read_records(files or ["-"])
    losses = run(records, chosen, output or sys.stdout.buffer)
    if not quiet:
        for said in losses.lines():
            sys.stderr.write(f"waqai: {format}: {said}\n")


def library_records(library: str) -> "Iterator[Record]":
    """What a library's documents say, each as it was last read."""
    from waqai.store import open_store

    with closing(open_store(library, must_exist=True)) as store, store.view() as view:
        for kept in view.all_documents():
            record = view.record(kept.n)
            if record is not None:
                yield record
