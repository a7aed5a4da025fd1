"""`waqai search`, `events`, `timeline`: what a library tells of, and where."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.asked import (
    Acts,
    Json,
    Library,
    Limit,
    Offices,
    Person,
    PlaceName,
    Since,
    Sources,
    States,
    Statuses,
    Types,
    Until,
    chosen,
    words,
    write,
    write_json,
)
from waqai.cli.options import Lang

if TYPE_CHECKING:
    from waqai.model.library import Linked


def _show(events: "list[Linked]", as_json: bool, lang: str) -> None:
    from waqai.cli.shown import event_row

    messages = words(lang)
    if as_json:
        write_json(events)
    elif events:
        write(event_row(event, messages) for event in events)
    else:
        sys.stderr.write(f"{messages.label('no_events_found')}\n")


def events(
    library: Library = None,
    state: States = None,
    person: Person = None,
    office: Offices = None,
    type_: Types = None,
    act: Acts = None,
    status: Statuses = None,
    place: PlaceName = None,
    since: Since = None,
    until: Until = None,
    sources: Sources = 0,
    contested: Annotated[bool, typer.Option("--contested", help="Only those that some deny.")] = False,
    limit: Limit = 100,
    lang: Lang = "en",
    as_json: Json = False,
) -> None:
    """Events of a library, each told by one or more reports, the newest first."""
    from waqai.store import open_store

    with open_store(library, must_exist=True).view() as view:
        wanted = chosen(
            view, state, person=person, offices=office, types=type_, acts=act, statuses=status, place=place,
            since=since, until=until, sources=sources, contested=contested or None,
        )  # fmt: skip
        _show(view.events(wanted, limit, newest=True), as_json, lang)


def timeline(
    states: Annotated[list[str], typer.Argument(metavar="STATE…", help="One state or more: TUR SYR.")],
    library: Library = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 1_000,
    lang: Lang = "en",
    as_json: Json = False,
) -> None:
    """What states did with one another, in order of date."""
    from waqai.store import open_store

    with open_store(library, must_exist=True).view() as view:
        _show(view.events(chosen(view, states, since=since, until=until), limit), as_json, lang)


def search(
    query: Annotated[str, typer.Argument(metavar="WORDS", help="Words, in any spelling; all of them are looked for.")],
    library: Library = None,
    state: States = None,
    person: Person = None,
    office: Offices = None,
    type_: Types = None,
    act: Acts = None,
    status: Statuses = None,
    place: PlaceName = None,
    since: Since = None,
    until: Until = None,
    sources: Sources = 0,
    limit: Limit = 20,
    as_json: Json = False,
) -> None:
    """Reports with all the words, the newest first; with filters, those that tell of such an event."""
    from waqai.cli.cards import Piece, Row
    from waqai.store import open_store
    from waqai.text.search import query_terms

    with open_store(library, must_exist=True).view() as view:
        wanted = chosen(
            view, state, person=person, offices=office, types=type_, acts=act, statuses=status, place=place,
            since=since, until=until, sources=sources,
        )  # fmt: skip
        found = view.search(query_terms(query), wanted, limit)
    if as_json:
        write_json(found)
        return
    if not found:
        sys.stderr.write("no reports\n")
    for kept in found:
        d = kept.document
        head = (Piece(f"{d.published or '?':10}", "strong"), Piece(f"  {kept.n}  {kept.source}  ", "dim"))
        said = f"{d.outlet or ''} · {d.title or ' '.join(d.text.split())[:90]}".removeprefix(" · ")
        write([Row("", (*head, Piece(said, "quoted")), heading=True)])
