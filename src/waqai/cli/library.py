"""`waqai library`, `waqai stats`, `waqai sql`: a library as a whole."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from waqai.cli.asked import Library, Limit

library = typer.Typer(help="Check, back up, rebuild a library.", no_args_is_help=True)


@library.command()
def check(library: Library = None) -> None:
    """Look for damage and for what does not fit together."""
    from waqai.store import open_store

    store = open_store(library, must_exist=True)
    wrong = store.check()
    with store.view() as view:
        sys.stdout.write("".join(f"{line}\n" for line in wrong) or f"sound · content {view.content_hash()[:16]}\n")
    raise typer.Exit(1 if wrong else 0)


@library.command()
def backup(target: Annotated[Path, typer.Argument(help="A new file.")], library: Library = None) -> None:
    """Copy a library while it is in use."""
    from waqai.store import open_store

    open_store(library, must_exist=True).backup(target)


@library.command()
def rebuild(
    library: Library = None,
    reread: Annotated[bool, typer.Option("--reread", help="Read every document again first.")] = False,
) -> None:
    """Compute events, entities and links again; corrections hold."""
    from waqai.engine import ingest, linker
    from waqai.store import open_store

    store = open_store(library, must_exist=True)
    if reread:
        sys.stderr.write(f"{ingest.reread(store)} readings are new\n")
    sys.stderr.write(f"{linker.rebuild(store)} documents linked\n")


def stats(library: Library = None, as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False) -> None:
    """How much of everything a library holds."""
    import msgspec

    from waqai.store import open_store

    with open_store(library, must_exist=True).view() as view:
        counts = view.counts()
    text = "".join(f"{name.replace('_', ' '):24}{count:>10}\n" for name, count in counts.items())
    sys.stdout.write(msgspec.json.encode(counts).decode() + "\n" if as_json else text)


def sql(
    query: Annotated[str, typer.Argument(help="A SELECT over the views of docs/library.md.")],
    library: Library = None,
    limit: Limit = 1_000,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines.")] = False,
) -> None:
    """Ask a library in SQL; nothing can be changed."""
    import msgspec

    from waqai.errors import BadValue
    from waqai.store import open_store

    if not query.strip():
        raise BadValue("the query is empty: give a SELECT, for instance 'select * from events limit 5'")
    names, rows = open_store(library, must_exist=True).sql(query, limit)
    if as_json:
        lines = [msgspec.json.encode(dict(zip(names, row, strict=True))).decode() for row in rows]
    else:
        lines = ["\t".join(names), *("\t".join("" if v is None else str(v) for v in row) for row in rows)]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
