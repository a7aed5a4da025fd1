"""`waqai plot`: pictures of records."""

from contextlib import closing
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
    library: Annotated[
        str | None, typer.Option("--library", metavar="PATH", help="Events of a library, each once, instead of files.")
    ] = None,
    lang: Annotated[
        str, typer.Option(metavar="ar|en", help="Language of labels; ar is laid out right to left.")
    ] = "ar",
) -> None:
    """Draw records as a picture: PNG or SVG."""
    from waqai.export.library import library_records
    from waqai.export.records import read_records
    from waqai.plot import plot as draw
    from waqai.store import open_store
    from waqai.store.base import Filter

    if not output:
        raise BadValue("-o is missing: name a .png or .svg file")
    wanted = tuple(code.strip().upper() for code in states.split(",")) if states else ()
    if library and files:
        raise BadValue("--library and FILE are both given: choose one")
    if library:
        with closing(open_store(library, must_exist=True)) as store, store.view() as view:
            draw(kind, library_records(view, Filter(states=wanted)), output, wanted, lang)
    else:
        draw(kind, read_records(files or ["-"]), output, wanted, lang)
