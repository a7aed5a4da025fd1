"""`waqai search`, `events`, `timeline`, `pair`, `person`, `tenures`: what a library knows."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from waqai.cli.ingest import Library

if TYPE_CHECKING:
    from waqai.model.library import Linked
    from waqai.store.base import Filter

Json = Annotated[bool, typer.Option("--json", help="JSON Lines.")]
Limit = Annotated[int, typer.Option(min=1, help="At most so many.")]
States = Annotated[list[str] | None, typer.Option("--state", metavar="ISO3", help="With this state; may be repeated.")]
Many = Annotated[list[str] | None, typer.Option()]
Day = Annotated[str | None, typer.Option(metavar="DATE")]


def _filter(states: list[str] | None, **more: Any) -> "Filter":
    from waqai.store.base import Filter

    return Filter(states=tuple(s.upper() for s in states or ()), **more)


def _show(rows: Iterable[Any], as_json: bool) -> None:
    import msgspec

    for row in rows:
        sys.stdout.write((msgspec.json.encode(row).decode() if as_json else _line(row)) + "\n")


def _line(event: "Linked") -> str:
    who = "، ".join(party.name for party in event.parties)
    marks = "".join([" contested" * event.contested, f" {event.review}" * bool(event.review)])
    counts = f"{event.sources} sources {event.reports} reports"
    what = f"{event.type} {event.act} {event.status}{marks}"
    return f"{event.start or '?':10}  {event.id}  {what}  {counts}  {event.place or ''}  {who}"


def events(
    library: Library = None,
    state: States = None,
    type_: Annotated[list[str] | None, typer.Option("--type")] = None,
    act: Many = None,
    status: Many = None,
    office: Many = None,
    place: Annotated[str | None, typer.Option()] = None,
    since: Day = None,
    until: Day = None,
    sources: Annotated[int, typer.Option(min=0, help="At least so many independent sources.")] = 0,
    limit: Limit = 100,
    as_json: Json = False,
) -> None:
    """Events of a library, the newest first."""
    from waqai.store import open_store

    chosen = _filter(
        state,
        types=tuple(type_ or ()),
        acts=tuple(act or ()),
        statuses=tuple(status or ()),
        offices=tuple(office or ()),
        place=place,
        since=since,
        until=until,
        sources=sources,
    )
    with open_store(library, must_exist=True).view() as view:
        _show(view.events(chosen, limit, newest=True), as_json)


def timeline(
    states: Annotated[list[str], typer.Argument(help="Two states: TUR SYR.")],
    library: Library = None,
    since: Day = None,
    until: Day = None,
    limit: Limit = 1_000,
    as_json: Json = False,
) -> None:
    """What states did with one another, in order of date."""
    from waqai.store import open_store

    with open_store(library, must_exist=True).view() as view:
        _show(view.events(_filter(states, since=since, until=until), limit), as_json)


def search(
    words: Annotated[str, typer.Argument(help="Words, in any spelling.")],
    library: Library = None,
    state: States = None,
    since: Day = None,
    until: Day = None,
    limit: Limit = 20,
    as_json: Json = False,
) -> None:
    """Documents with all the words, the newest first."""
    import msgspec

    from waqai.store import open_store
    from waqai.text.search import query_terms

    with open_store(library, must_exist=True).view() as view:
        for kept in view.search(query_terms(words), _filter(state, since=since, until=until), limit):
            d = kept.document
            shown = f"{d.published or '?':10}  {kept.n}  {d.outlet or ''}  {d.title or ' '.join(d.text.split())[:90]}"
            sys.stdout.write((msgspec.json.encode(kept).decode() if as_json else shown) + "\n")


def person(
    name: Annotated[str, typer.Argument(help="A name, in any spelling.")],
    library: Library = None,
    limit: Limit = 50,
    as_json: Json = False,
) -> None:
    """A person: names, offices held and events."""
    from waqai.errors import NotFound
    from waqai.store import open_store
    from waqai.store import tables as t
    from waqai.text.fold import fold_word

    with open_store(library, must_exist=True).view() as view:
        found = view.find_entities(fold_word(name).split(), ("person",), 1)
        if not found:
            raise NotFound(f"person «{name}» is not in the library: try one word of the name")
        who = found[0]
        if not as_json:
            sys.stdout.write(f"{who.id}  {who.country or ''}  {'، '.join(view.names_of(who.id))}\n")
            for held in view.tenures(t.names.c.entity == who.id):
                sys.stdout.write(f"  {held.office} {held.country or ''}  {held.first_seen} – {held.last_seen}\n")
        _show(view.events(_filter(None, entities=(who.id,)), limit, newest=True), as_json)


def tenures(
    country: Annotated[str, typer.Argument(metavar="ISO3")],
    office: Annotated[str | None, typer.Argument()] = None,
    library: Library = None,
    as_json: Json = False,
) -> None:
    """Who is seen in which office of a state, from when to when."""
    import msgspec

    from waqai.store import open_store
    from waqai.store import tables as t

    conditions = [t.seen_tenures.c.country == country.upper()]
    if office:
        conditions.append(t.seen_tenures.c.office == office)
    with open_store(library, must_exist=True).view() as view:
        for row in view.tenures(*conditions):
            days = f"{row.first_seen or '?':10}  {row.last_seen or '?':10}"
            shown = f"{days}  {row.office}  {row.reports} reports  {row.name}"
            sys.stdout.write((msgspec.json.encode(dict(row._mapping)).decode() if as_json else shown) + "\n")
