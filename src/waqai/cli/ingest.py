"""`waqai ingest`: documents into a library."""

from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.options import Files, NoModel, Outlet, Published, check_published, sources

if TYPE_CHECKING:
    from waqai.engine.ingest import Summary

Library = Annotated[
    str | None,
    typer.Option("--library", metavar="PATH", help="The library's file, or postgresql://…; else the user's own."),
]


def ingest(
    files: Files = None,
    library: Library = None,
    published: Published = None,
    outlet: Outlet = None,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Read in N processes.")] = 1,
    no_model: NoModel = False,
    no_link: Annotated[bool, typer.Option("--no-link", help="Leave linking to a later run.")] = False,
    allow_host: Annotated[list[str] | None, typer.Option(help="A private host that may be fetched.")] = None,
    retry: Annotated[bool, typer.Option("--retry", help="Also what failed before.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say only what fails.")] = False,
    summary: Annotated[str, typer.Option("--summary", metavar="text|json", help="How to sum up.")] = "text",
) -> None:
    """Take reports into a library: files, folders, globs, JSON Lines, CSV, Parquet, pages, feeds, sitemaps, WARC."""
    from waqai.cli.progress import report, with_progress
    from waqai.engine.ingest import ingest as take_in
    from waqai.engine.sources import documents_of
    from waqai.errors import BadValue
    from waqai.pipeline.acquire import Given
    from waqai.reader import Reader
    from waqai.store import open_store

    if summary not in ("text", "json"):
        raise BadValue(f"--summary «{summary}» is not known: choose text or json")
    store = open_store(library)
    try:
        named = list(files or [])
        if retry:
            with store.view() as view:
                named += sorted({r.source for r in view.refusals() if r.kind == "failed"} - set(named))
        given = Given(published=check_published(published), outlet=outlet)
        watch = (lambda results: results) if quiet else (lambda results: report(with_progress(results), cards=True))
        items = documents_of(named if retry else sources(files), given, allow_host or ())
        done = take_in(store, items, reader=Reader(use_model=not no_model), jobs=jobs, link=not no_link, watch=watch)
    finally:
        store.close()
    _sum_up(done, summary, quiet)
    raise typer.Exit(1 if done.failed else 0)


def _sum_up(done: "Summary", summary: str, quiet: bool) -> None:
    import sys

    import msgspec

    if summary == "json":
        sys.stdout.write(msgspec.json.encode(done).decode() + "\n")
    elif not quiet:
        sys.stderr.write(
            f"{done.added} added · {done.known} known · {done.duplicate} duplicates · {done.language} not Arabic ·"
            f" {done.failed} failed · {done.seconds} s\n"
        )
