"""`waqai pair`, `agreement`, `person`, `tenures`: what a library knows of two states, of somebody, of an accord."""

import sys
from typing import Annotated

import typer

from waqai.cli.asked import (
    Json,
    Library,
    Limit,
    Since,
    Until,
    day,
    one_person,
    state_code,
    words,
    write,
    write_json,
)
from waqai.cli.options import Lang


def pair(
    a: Annotated[str, typer.Argument(metavar="STATE", help="A state: TUR, or its name.")],
    b: Annotated[str, typer.Argument(metavar="STATE", help="Another one.")],
    library: Library = None,
    since: Since = None,
    until: Until = None,
    today: Annotated[
        str | None, typer.Option("--today", metavar="DAY", help="What is planned from this day on is next; else today.")
    ] = None,
    lang: Lang = "en",
    as_json: Json = False,
) -> None:
    """Sum up what two states did with one another: balance, levels, who met whom, agreements, last and next."""
    import datetime

    from waqai.cli.shown import pair_rows
    from waqai.errors import BadValue
    from waqai.store import open_store

    one, other = state_code(a), state_code(b)
    if one == other:
        raise BadValue(f"{one} and {other} are one state: give two")
    now = day(today, "--today") or datetime.date.today().isoformat()
    first, last = day(since, "--since"), day(until, "--until", last=True)
    with open_store(library, must_exist=True).view() as view:
        found = view.pair_summary(one, other, today=now, since=first, until=last)
    if as_json:
        write_json([found])
    else:
        write(pair_rows(found, words(lang)))


def agreement(
    parties: Annotated[
        list[str] | None, typer.Argument(metavar="ID|STATE…", help="An agreement's id, or its parties; none lists all.")
    ] = None,
    library: Library = None,
    stage: Annotated[
        list[str] | None, typer.Option("--stage", metavar="STAGE", help="That has come so far: signed, ratified …")
    ] = None,
    limit: Limit = 100,
    lang: Lang = "en",
    as_json: Json = False,
) -> None:
    """Agreements with their stages over time, parties and what they say; one of them in full by its id."""
    from waqai.cli.shown import accord_row, accord_rows
    from waqai.store import open_store

    messages = words(lang)
    with open_store(library, must_exist=True).view() as view:
        one = view.agreement(parties[0]) if parties and len(parties) == 1 else None
        if one:
            found = [one]
        else:
            found = view.agreements([state_code(p) for p in parties or ()], stages=stage or (), limit=limit)
    if as_json:
        write_json(found)
    elif one:
        write(accord_rows(one, messages))
    elif found:
        write(accord_row(accord, messages) for accord in found)
    else:
        sys.stderr.write(f"{messages.label('no_agreements_found')}\n")


def person(
    name: Annotated[str, typer.Argument(help="A name, in any spelling.")],
    library: Library = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    lang: Lang = "en",
    as_json: Json = False,
) -> None:
    """A person: names, offices held, whom they met, and their events, the newest first."""
    from waqai.cli.cards import Piece, Row
    from waqai.cli.shown import contact_rows, event_row
    from waqai.store import open_store
    from waqai.store.base import Filter

    messages = words(lang)
    first, last = day(since, "--since"), day(until, "--until", last=True)
    with open_store(library, must_exist=True).view() as view:
        who = one_person(view, name)
        names, held = view.names_of(who.id), view.tenures(person=who.id)
        met = view.contacts(who.id, since=first, until=last, limit=10)
        told = view.events(Filter(entities=(who.id,), since=first, until=last), limit, newest=True)
    if as_json:
        write_json([{"person": who, "names": names, "tenures": held, "contacts": met, "events": told}])
        return
    state = messages.state(who.country) or ""
    head = (Piece(f"{who.id}  ", "dim"), Piece(f"{state} · " if state else ""), Piece(who.name, "quoted"))
    write([Row("", head, heading=True)])
    others = messages.separator_ar.join(n for n in names if n != who.name)
    if others:
        write([Row(messages.label("names"), (Piece(others, "quoted"),))])
    for at, row in enumerate(held):
        days = f"{row.first_seen or '?'} – {row.last_seen or '?'}"
        what = messages.separator.join(x for x in (messages.office(row.office), messages.state(row.country)) if x)
        write([Row(messages.label("offices") if at == 0 else "", (Piece(f"{days} · {what}"),))])
    write(contact_rows(met, messages))
    write(event_row(event, messages) for event in told)


def tenures(
    state: Annotated[str, typer.Argument(metavar="STATE", help="A state: SYR, or its name.")],
    office: Annotated[str | None, typer.Argument(help="An office: foreign-minister.")] = None,
    library: Library = None,
    lang: Lang = "en",
    as_json: Json = False,
) -> None:
    """Who is seen in which office of a state, from when to when, in how many reports."""
    from waqai.cli.cards import Piece, Row
    from waqai.store import open_store

    messages = words(lang)
    with open_store(library, must_exist=True).view() as view:
        rows = view.tenures(country=state_code(state), office=office)
    if as_json:
        write_json(rows)
        return
    if not rows:
        sys.stderr.write(f"{messages.label('no_tenures_found')}\n")
    for row in rows:
        days = Piece(f"{row.first_seen or '?':10} – {row.last_seen or '?':10}", "strong")
        what = Piece(f"  {messages.office(row.office)} · {messages.counted('reports', row.reports)} · ")
        write([Row("", (days, what, Piece(row.name, "quoted")), heading=True)])
