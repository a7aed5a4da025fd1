"""The command line. One file per command; none holds logic of its own."""

import sys
from typing import Annotated

import typer

from waqai import __version__
from waqai.cli.correct import correct, corrections, undo
from waqai.cli.evaluate import evaluate
from waqai.cli.explain import explain
from waqai.cli.export import export
from waqai.cli.group import Group
from waqai.cli.ingest import ingest
from waqai.cli.library import library, sql, stats
from waqai.cli.mcp import mcp
from waqai.cli.pair import agreement, pair, person, tenures
from waqai.cli.plot import plot
from waqai.cli.read import read
from waqai.cli.search import events, search, timeline
from waqai.cli.serve import serve
from waqai.cli.user import user
from waqai.cli.watch import watch
from waqai.cli.who import who
from waqai.errors import BadValue, WaqaiError

EPILOG = "Exit codes: 0 read · 1 some documents failed and are named · 2 wrong usage"

app = typer.Typer(
    name="waqai",
    cls=Group,
    help="Read Arabic news reports and keep the record of what states did with one another.",
    epilog=EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"waqai {__version__}")
        raise typer.Exit


@app.callback()
def _waqai(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop.")
    ] = False,
) -> None:
    pass


app.command()(read)
app.command()(explain)
app.command()(who)
app.command()(evaluate)
app.command()(export)
app.command()(plot)
for command in (
    ingest,
    watch,
    search,
    events,
    timeline,
    pair,
    person,
    agreement,
    tenures,
    stats,
    sql,
    correct,
    undo,
    corrections,
    serve,
    mcp,
):
    app.command()(command)
app.add_typer(library, name="library")
app.add_typer(user, name="user")


def main() -> None:
    """Run the command line; an error a user can mend is one line, and its kind is the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a terminal in another locale still shows Arabic
    try:
        app()
    except BadValue as error:
        sys.stderr.write(f"waqai: {error}\n")
        sys.exit(2)
    except WaqaiError as error:
        sys.stderr.write(f"waqai: {error}\n")
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output has gone: nothing is wrong, and nothing more is to be said.
        sys.stderr.close()
        sys.exit(0)
