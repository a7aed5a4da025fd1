"""`waqai export`: records to the formats that others read."""

import sys
from typing import Annotated

import typer

from waqai.errors import BadValue


def export(
    files: Annotated[
        list[str] | None, typer.Argument(help="Records as JSON Lines (waqai read --jsonl); - or nothing is stdin.")
    ] = None,
    format: Annotated[str, typer.Option("--format", "-f", metavar="F", help="See --list.")] = "",
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="OUT", help="File; for brat and timeml a .zip or a folder.")
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
    losses = run(read_records(files or ["-"]), chosen, output or sys.stdout.buffer)
    if not quiet:
        for said in losses.lines():
            sys.stderr.write(f"waqai: {format}: {said}\n")
