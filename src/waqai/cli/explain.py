"""`waqai explain`: for every value of an event, the words, the rule and the reason."""

from typing import Annotated

import typer

from waqai.cli.options import Color, Doc, Lang, NoModel, OneFile, Outlet, Published, check_published


def explain(
    file: OneFile,
    event: Annotated[
        int | None, typer.Option("--event", min=1, metavar="N", help="Number of the event's card; all without it.")
    ] = None,
    published: Published = None,
    outlet: Outlet = None,
    doc: Doc = None,
    lang: Lang = "en",
    no_model: NoModel = False,
    color: Color = None,
) -> None:
    """Show, for each value of an event, the words it rests on, the rule or entry that made it, and why."""
    import sys

    from waqai.cli.explanation import explanation_rows
    from waqai.cli.messages import Messages
    from waqai.cli.one import read_one
    from waqai.cli.terminal import Terminal
    from waqai.errors import BadValue
    from waqai.pipeline.acquire import Given

    messages = Messages(lang)
    given = Given(published=check_published(published), outlet=outlet)
    where, record = read_one(file, given, doc, use_model=not no_model)
    if event is not None and event > len(record.events):
        raise BadValue(f"--event {event}: events of {where} are numbered up to {len(record.events)}")
    numbers = [event] if event else list(range(1, len(record.events) + 1))
    terminal = Terminal(sys.stdout, color)
    if not record.events:
        sys.stdout.write(f"{where}: {messages.label('no_events')}\n")
    for at, number in enumerate(numbers):
        if at:
            sys.stdout.write("\n")
        terminal.write(explanation_rows(record, number, messages))
