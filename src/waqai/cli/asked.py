"""What the commands that ask a library share: options, states by code or name, days, people by name."""

import calendar
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from waqai.errors import BadValue, NotFound

if TYPE_CHECKING:
    from waqai.cli.cards import Row
    from waqai.cli.messages import Messages
    from waqai.model.counts import EntityCount
    from waqai.store.asking import Asking

Library = Annotated[
    str | None,
    typer.Option("--library", metavar="PATH", help="The library's file, or postgresql://…; else the user's own."),
]
Json = Annotated[bool, typer.Option("--json", help="JSON for programs, one object a line.")]
Limit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="At most so many.")]
States = Annotated[
    list[str] | None,
    typer.Option("--state", metavar="STATE", help="With this state (TUR, or its name); twice for a pair."),
]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="From this day, month or year on.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Up to this day, month or year.")]
Types = Annotated[list[str] | None, typer.Option("--type", metavar="TYPE", help="Of this type (CONSULT); repeatable.")]
Acts = Annotated[list[str] | None, typer.Option("--act", metavar="ACT", help="With this act (call); repeatable.")]
Statuses = Annotated[
    list[str] | None, typer.Option("--status", metavar="STATUS", help="happened, planned, denied …; repeatable.")
]
Offices = Annotated[
    list[str] | None, typer.Option("--office", metavar="OFFICE", help="Somebody of this office (foreign-minister).")
]
Person = Annotated[str | None, typer.Option("--person", metavar="NAME", help="With this person, in any spelling.")]
PlaceName = Annotated[str | None, typer.Option("--place", metavar="NAME", help="There, in any spelling.")]
Sources = Annotated[int, typer.Option("--sources", min=0, metavar="N", help="At least so many independent sources.")]
WORDS = {"types": "type", "acts": "act", "statuses": "status"}
DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def state_code(said: str) -> str:
    """The alpha-3 code of a state given by code or name.

    Raises:
        BadValue: there is no such state.
    """
    from waqai.cli.messages import Messages
    from waqai.ontology import load_ontology
    from waqai.text.fold import fold_word

    codes = load_ontology().countries
    if said.upper() in codes:
        return said.upper()
    wanted = fold_word(said.strip()).casefold()
    for language in ("ar", "en"):
        names = Messages(language)
        for code in codes:
            if fold_word(names.state(code) or "").casefold() == wanted:
                return code
    raise BadValue(f"state «{said}» is not known: give its three letters (TUR) or its name")


def day(said: str | None, option: str, last: bool = False) -> str | None:
    """The first day, or the last, of a day, month or year.

    Raises:
        BadValue: it is none.
    """
    if said is None:
        return None
    match = DAY.fullmatch(said.strip())
    try:
        year, month, of_month = (int(part) if part else None for part in match.groups()) if match else (0, 13, 0)
        month = month or (12 if last else 1)
        days = calendar.monthrange(year or 0, month)[1]
        of_month = of_month or (days if last else 1)
        if not 1 <= of_month <= days:
            raise ValueError
    except (ValueError, calendar.IllegalMonthError):
        raise BadValue(f"{option} «{said}» is no day: write it as 2025-10-17, 2025-10 or 2025") from None
    return f"{year:04}-{month:02}-{of_month:02}"


def one_person(view: "Asking", name: str) -> "EntityCount":
    """The person of a name in most events.

    Raises:
        NotFound: there is none.
    """
    from waqai.text.fold import fold_word

    found = view.find_entities(fold_word(name).split(), ("person",), 1)
    if not found:
        raise NotFound(f"person «{name}» is not in the library: try one word of the name")
    return found[0]


def chosen(view: "Asking", states: list[str] | None, **said: Any) -> Any:
    """A filter from what was given on the command line."""
    from waqai.store.base import Filter
    from waqai.text.fold import fold_word

    name, place = said.pop("person", None), said.pop("place", None)
    lists: dict[str, Any] = {key: tuple(said.pop(key, None) or ()) for key in ("types", "acts", "statuses", "offices")}
    for key in WORDS:
        _check_words(key, lists[key])
    places = None
    if place:
        places = tuple(p for p in view.places() if fold_word(p) == fold_word(place)) or (place,)
    return Filter(
        states=tuple(state_code(s) for s in states or ()),
        entities=(one_person(view, name).id,) if name else (),
        places=places or (),
        since=day(said.pop("since", None), "--since"),
        until=day(said.pop("until", None), "--until", last=True),
        **lists,
        **said,
    )


def _check_words(key: str, said: tuple[str, ...]) -> None:
    """Types, acts and statuses are closed lists: a word outside them would find nothing, and not say why."""
    from waqai.ontology import load_ontology

    known = load_ontology().labels[WORDS[key]] if said else {}
    for word in said:
        if word not in known:
            raise BadValue(f"--{WORDS[key]} «{word}» is not known: it is one of {', '.join(known)}")


def write(rows: Iterable["Row"]) -> None:
    """Rows to standard output."""
    from waqai.cli.terminal import Terminal

    Terminal(sys.stdout).write(rows)


def write_json(values: Iterable[Any]) -> None:
    """One object a line."""
    import msgspec

    for value in values:
        sys.stdout.write(msgspec.json.encode(value).decode() + "\n")


def words(language: str) -> "Messages":
    """The words of a language."""
    from waqai.cli.messages import Messages

    return Messages(language)
