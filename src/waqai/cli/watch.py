"""`waqai watch`: follows feeds."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.asked import Library
from waqai.cli.options import NoModel, Outlet

if TYPE_CHECKING:
    from threading import Event

    from waqai.engine.watch import Round
    from waqai.fetch import Fetcher
    from waqai.store.database import Database


def watch(
    feeds: Annotated[
        list[str] | None,
        typer.Argument(metavar="FEED…", help="RSS or Atom addresses; else those followed before."),
    ] = None,
    library: Library = None,
    every: Annotated[float, typer.Option("--every", min=0.01, metavar="MINUTES", help="Between two looks.")] = 15.0,
    once: Annotated[bool, typer.Option("--once", help="Look once and stop, for timers and cron.")] = False,
    outlet: Outlet = None,
    no_model: NoModel = False,
    allow_host: Annotated[
        list[str] | None, typer.Option("--allow-host", metavar="HOST", help="A private host that may be fetched.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say only what fails.")] = False,
    summary: Annotated[str, typer.Option("--summary", metavar="text|json", help="How to sum up each look.")] = "text",
) -> None:
    """Follow feeds into a library: new pages are taken in, politely; Ctrl-C or SIGTERM stops after the page at hand."""
    from waqai.cli.ingest import check_summary
    from waqai.errors import BadValue
    from waqai.fetch import Fetcher
    from waqai.store import open_store

    check_summary(summary)
    store = open_store(library)
    fetcher = Fetcher(allow_host or ())
    try:
        with store.view() as view:
            if not feeds and not view.feeds():
                raise BadValue("no FEED given, and the library follows none: give the address of an RSS or Atom feed")
        failed = _follow(store, feeds or [], fetcher, outlet, not no_model, every * 60, once, summary, quiet)
    finally:
        fetcher.client.close()
        store.close()
    raise typer.Exit(1 if once and failed else 0)


def _follow(
    store: "Database", feeds: list[str], fetcher: "Fetcher", outlet: str | None, use_model: bool, every: float,
    once: bool, summary: str, quiet: bool,
) -> bool:  # fmt: skip
    """Look, wait, look again, until told to stop; whether a feed failed at the last look."""
    import signal
    import threading

    from waqai.cli.progress import report
    from waqai.engine.watch import look
    from waqai.pipeline.acquire import Given
    from waqai.reader import Reader

    stop, reader, failed = threading.Event(), Reader(use_model=use_model), False
    for wanted in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wanted, lambda *_: _stop(stop))
    while not stop.is_set():
        done = look(
            store, feeds, fetcher, given=Given(outlet=outlet), reader=reader, every=every,
            stopped=stop.is_set, watch=lambda results: report(results, cards=True, quiet=True),
        )  # fmt: skip
        failed = bool(done.failed)
        _sum_up(done, summary, quiet)
        if once or stop.wait(every):
            break
    return failed


def _stop(stop: "Event") -> None:
    """End after the page at hand; asked a second time, at once."""
    if stop.is_set():
        raise KeyboardInterrupt
    stop.set()


def _sum_up(done: "Round", summary: str, quiet: bool) -> None:
    import msgspec

    from waqai.cli.ingest import told

    for why in done.failed.values():
        sys.stderr.write(f"waqai: {why}\n")
    if summary == "json":
        sys.stdout.write(msgspec.json.encode(done).decode() + "\n")
        sys.stdout.flush()
    elif not quiet:
        feeds = f"{done.asked} feeds, {done.unchanged} unchanged, {len(done.failed)} failed, {done.waiting} waiting"
        sys.stderr.write(f"{feeds} · {told(done.pages)}\n")
