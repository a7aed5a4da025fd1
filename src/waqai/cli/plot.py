"""`waqai plot`: pictures of records."""

from typing import Annotated

import typer

from waqai.errors import BadValue


def plot(
    kind: Annotated[str, typer.Argument(metavar="KIND", help="timeline, pair, network or calendar.")],
    files: Annotated[
        list[str] | None, typer.Argument(help="Records as JSON Lines (waqai read --jsonl); - or nothing is stdin.")
    ] = None,
    output: Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="A .png or .svg file.")] = "",
    states: Annotated[
        str | None, typer.Option("--between", metavar="TUR,SYR", help="Only events of these; pair needs two.")
    ] = None,
    lang: Annotated[
        str, typer.Option(metavar="ar|en", help="Language of labels; ar is laid out right to left.")
    ] = "ar",
) -> None:
    """Draw records as a picture: PNG or SVG."""
    from waqai.export.records import read_records
    from waqai.plot import plot as draw

    if not output:
        raise BadValue("-o is missing: name a .png or .svg file")
    wanted = tuple(code.strip().upper() for code in states.split(",")) if states else ()
    draw(kind, read_records(files or ["-"]), output, wanted, lang)
