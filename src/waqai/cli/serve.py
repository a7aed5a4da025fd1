"""`waqai serve`: a library in the browser and for programs."""

from typing import Annotated

import typer

from waqai.cli.asked import Library


def serve(
    library: Library = None,
    host: Annotated[str, typer.Option(help="Address to listen on; other than loopback, reading needs a login.")] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")] = 8000,
    public_url: Annotated[
        str | None, typer.Option(metavar="URL", help="Where people reach it, when a reverse proxy stands before it.")
    ] = None,
    open_reading: Annotated[
        bool | None,
        typer.Option("--open/--closed", help="Reading needs no login, or does; else by where it can be reached from."),
    ] = None,
    rate: Annotated[
        int | None, typer.Option(min=0, help="Requests a minute from one address; 0 is without bound.")
    ] = None,
) -> None:
    """Show a library in the browser; on this computer only, unless told otherwise."""
    from waqai.server.run import run
    from waqai.server.settings import Settings

    run(Settings(library=library, host=host, port=port, public_url=public_url, open=open_reading, rate=rate))
