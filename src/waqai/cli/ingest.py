"""`waqai ingest`: documents into a library."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.asked import Library
from waqai.cli.options import NoModel, Outlet, Published, check_published, sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from waqai.engine.ingest import Summary
    from waqai.store.database import Database

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE…",
        help="Files, folders, globs, JSON Lines, CSV, Parquet, saved pages, WARC, addresses; - or nothing is stdin.",
    ),
]
MAX_KINDS = 3


def ingest(
    files: Sources = None,
    library: Library = None,
    published: Published = None,
    outlet: Outlet = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="Read in N processes.")] = 1,
    no_model: NoModel = False,
    no_link: Annotated[bool, typer.Option("--no-link", help="Leave linking to a later run.")] = False,
    allow_host: Annotated[
        list[str] | None, typer.Option("--allow-host", metavar="HOST", help="A private host that may be fetched.")
    ] = None,
    retry: Annotated[bool, typer.Option("--retry", help="Also what failed before.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say only what fails.")] = False,
    summary: Annotated[str, typer.Option("--summary", metavar="text|json", help="How to sum up.")] = "text",
) -> None:
    """Take reports into a library: files, folders, globs, JSON Lines, CSV, Parquet, pages, feeds, sitemaps, WARC."""
    from waqai.cli.progress import Bar, report
    from waqai.engine.ingest import ingest as take_in
    from waqai.engine.sources import count_of, documents_of
    from waqai.pipeline.acquire import Given
    from waqai.reader import Reader
    from waqai.store import open_store

    check_summary(summary)
    store = open_store(library)
    bar = Bar(quiet)
    try:
        named = [*(files or []), *(_failed(store) if retry else ())]
        named = list(dict.fromkeys(named)) if retry else sources(files)
        given = Given(published=check_published(published), outlet=outlet)
        items = documents_of(named, given, allow_host or (), lambda urls: _taken(store, urls))
        done = take_in(
            store, bar.counted(items, count_of(named)), reader=Reader(use_model=not no_model), jobs=jobs,
            link=not no_link, watch=lambda results: report(results, cards=True, quiet=quiet), linked=bar.linked,
        )  # fmt: skip
    except KeyboardInterrupt:
        sys.stderr.write("waqai: stopped: what was read is kept; run the same again to finish\n")
        raise typer.Exit(130) from None
    finally:
        bar.stop()
        store.close()
    if summary == "json":
        import msgspec

        sys.stdout.write(msgspec.json.encode(done).decode() + "\n")
    elif not quiet:
        sys.stderr.write(f"{told(done)}\n")
    raise typer.Exit(1 if done.failed else 0)


def _failed(store: "Database") -> list[str]:
    with store.view() as view:
        return sorted({r.source for r in view.refusals() if r.kind == "failed"})


def _taken(store: "Database", urls: "Sequence[str]") -> set[str]:
    with store.view() as view:
        return view.known_sources(urls)


def check_summary(summary: str) -> None:
    """Make sure that a way to sum up is known.

    Raises:
        BadValue: it is not.
    """
    from waqai.errors import BadValue

    if summary not in ("text", "json"):
        raise BadValue(f"--summary «{summary}» is not known: choose text or json")


def told(done: "Summary") -> str:
    """A summary in one line."""
    most = sorted(done.why.items(), key=lambda item: (-item[1], item[0]))
    why = [f"{count} × {kind}" for kind, count in most[:MAX_KINDS]] + ["…"] * (len(most) > MAX_KINDS)
    rate = f", {done.given / done.seconds:.0f} a second" if done.seconds and done.given else ""
    return (
        f"{done.added} added · {done.known} known · {done.duplicate} duplicates · {done.language} not Arabic ·"
        f" {done.failed} failed{' (' + '; '.join(why) + ')' if why else ''} · {done.linked} linked ·"
        f" {done.seconds} s{rate}"
    )
