"""`waqai correct`, `waqai undo`, `waqai corrections`: what people decide."""

import getpass
import sys
from typing import Annotated

import typer

from waqai.cli.asked import Library

Why = Annotated[str, typer.Option("--why", help="The reason, in words.")]
By = Annotated[str | None, typer.Option("--by", help="Who decides; else the user of this computer.")]


def correct(
    action: Annotated[str, typer.Argument(help="accept, reject, unsure, edit, merge, split.")],
    event: Annotated[str, typer.Argument(help="Event id.")],
    values: Annotated[
        list[str] | None, typer.Argument(help="edit: FIELD VALUE; merge: the other event; split: report ids.")
    ] = None,
    library: Library = None,
    why: Why = "",
    by: By = None,
) -> None:
    """Accept, reject, edit, merge or split an event; every line can be undone."""
    from waqai.engine.review import correct as decide
    from waqai.errors import BadValue
    from waqai.store import open_store

    given = values or []
    needs = {"accept": 0, "reject": 0, "unsure": 0, "edit": 2, "merge": 1}
    if action not in (*needs, "split"):
        raise BadValue(f"«{action}» is not known: choose one of {', '.join(needs)}, split")
    if len(given) != needs.get(action, len(given)) or (action == "split" and not given):
        raise BadValue(f"{action}: {needs.get(action, 'some')} values are needed, {len(given)} given: see --help")
    field = given[0] if action == "edit" else None
    value: object = {"edit": given[-1:], "merge": given[:1]}.get(action, given)
    if action in ("edit", "merge"):
        value = given[-1] or None
    store = open_store(library, must_exist=True)
    number = decide(store, action, event, by or getpass.getuser(), field=field, value=value or None, why=why)
    sys.stdout.write(f"{number}\n")


def undo(
    number: Annotated[int, typer.Argument(help="Number of the correction.")],
    library: Library = None,
    why: Why = "",
    by: By = None,
) -> None:
    """Take back a correction."""
    from waqai.engine.review import undo as take_back
    from waqai.store import open_store

    sys.stdout.write(f"{take_back(open_store(library, must_exist=True), number, by or getpass.getuser(), why)}\n")


def corrections(
    library: Library = None,
    gold: Annotated[
        bool, typer.Option("--gold", help="The texts and their events as people left them, in the form of a gold file.")
    ] = False,
) -> None:
    """The ledger as JSON Lines: who, when, what, why; or, as gold, what it says of the texts."""
    from waqai.cli.asked import write_json
    from waqai.export.gold import gold_documents
    from waqai.store import open_store

    with open_store(library, must_exist=True).view() as view:
        write_json(gold_documents(view) if gold else view.corrections())
