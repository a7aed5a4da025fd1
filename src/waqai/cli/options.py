"""Options that several commands share, and how they become arguments."""

from typing import Annotated

import typer

from waqai.errors import BadValue

Files = Annotated[
    list[str] | None,
    typer.Argument(help="Plain text, saved pages (HTML) or JSON Lines; - or nothing is standard input."),
]
OneFile = Annotated[str, typer.Argument(help="Plain text, a saved page (HTML) or JSON Lines; - is standard input.")]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="Publication date (2025-10-17); wins over what a file says.")
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published it; wins over what a file says.")]
Lang = Annotated[str, typer.Option(metavar="en|ar", help="Language of labels.")]
Color = Annotated[bool | None, typer.Option("--color/--no-color", help="Colours; without it, on a terminal only.")]
NoModel = Annotated[bool, typer.Option("--no-model", help="Read by rules alone.")]
Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Write there, not to the terminal.")]
Doc = Annotated[
    str | None, typer.Option("--doc", metavar="ID", help="Which document of a file with many; the first without it.")
]


def sources(files: list[str] | None) -> list[str]:
    """The sources named; standard input where none is."""
    import sys

    if not files and sys.stdin.isatty():
        raise BadValue("no FILE given: name one, or pipe a text in")
    return files or ["-"]


def check_published(published: str | None) -> str | None:
    """The date given on the command line, checked before anything is read."""
    if published is None:
        return None
    from waqai.pipeline.acquire.dates import check_date

    return check_date(published)
