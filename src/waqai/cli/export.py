"""`waqai export`: records to the formats that others read."""

import sys
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.errors import BadValue

if TYPE_CHECKING:
    from waqai.export import Format, Losses


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
    reports: Annotated[
        bool, typer.Option("--reports", help="Of a library each report's own words; else each event once, merged.")
    ] = False,
    list_formats: Annotated[bool, typer.Option("--list", help="List the formats and stop.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not say what the format cannot hold.")] = False,
) -> None:
    """Export records: csv, parquet, polecat, gdelt, icews, followthemoney, JSON-LD and more."""
    from waqai.export import FORMATS, find_format

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
    losses = _write(files, library, reports, chosen, output)
    if not quiet:
        for said in losses.lines():
            sys.stderr.write(f"waqai: {format}: {said}\n")


def _write(
    files: list[str] | None, library: str | None, reports: bool, chosen: "Format", output: str | None
) -> "Losses":
    from waqai.export import export as run
    from waqai.export.library import library_records
    from waqai.export.records import read_records
    from waqai.store import open_store

    with ExitStack() as held:
        if library:
            view = held.enter_context(held.enter_context(closing(open_store(library, must_exist=True))).view())
            records = library_records(view, per_report=reports or chosen.texts)
        else:
            records = read_records(files or ["-"])
        return run(records, chosen, output or sys.stdout.buffer)
