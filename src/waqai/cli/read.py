"""`waqai read`: reports to records."""

from typing import Annotated

import typer

from waqai.cli.options import (
    Color,
    Endpoint,
    Files,
    Lang,
    Least,
    Model,
    NoModel,
    Outlet,
    Output,
    Published,
    ReadBy,
    Retries,
    Timeout,
    check_published,
    language_model,
    sources,
)
from waqai.errors import BadValue


def read(
    files: Files = None,
    published: Published = None,
    outlet: Outlet = None,
    lang: Lang = "en",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object; an array where there are many.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="JSON Lines: one document a line.")] = False,
    trace: Annotated[bool, typer.Option("--trace", help="In JSON, keep the rule behind every value.")] = False,
    output: Output = None,
    no_model: NoModel = False,
    least: Least = None,
    reader: ReadBy = "rules",
    endpoint: Endpoint = None,
    model: Model = None,
    timeout: Timeout = 120.0,
    retries: Retries = 2,
    color: Color = None,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Read in N processes.")] = 1,
) -> None:
    """Read reports and show the record of each: cards for people, or JSON."""
    from waqai.cli.messages import Messages
    from waqai.cli.output import open_output, write_cards, write_json, write_lines
    from waqai.cli.progress import report, with_progress
    from waqai.pipeline.acquire import Given, acquire
    from waqai.reader import Reader

    if as_json and jsonl:
        raise BadValue("--json and --jsonl are both given: choose one")
    given = Given(published=check_published(published), outlet=outlet)
    llm = language_model(reader, endpoint, model, timeout, retries)
    results = Reader(use_model=not no_model, llm=llm, least=least).read_all(acquire(sources(files), given), jobs)
    with open_output(output) as stream:
        watched = report(with_progress(results), cards=not (as_json or jsonl))
        if as_json:
            failed = write_json(watched, stream, trace)
        elif jsonl:
            failed = write_lines(watched, stream, trace)
        else:
            failed = write_cards(watched, stream, Messages(lang), color)
        stream.flush()
    raise typer.Exit(1 if failed else 0)
