"""Deciding on events: who decides is noted, and a decision on something that changed meanwhile is refused."""

from typing import Any

from waqai.engine.review import changes_since, correct, undo, version
from waqai.errors import BadValue, Conflict, NotFound
from waqai.model.library import Correction, Linked
from waqai.server.auth.accounts import Accounts, User
from waqai.server.shapes import Correcting, Written
from waqai.store.asking import Asking
from waqai.store.database import Database

MAX_WHY = 1_000


class Stale(Conflict):
    """A decision on an event that changed since it was seen.

    Args:
        said: who changed it, in one line.
        now: its version now.
        event: the event now, `None` where it is gone.
        changes: the ledger's lines since it was seen.
    """

    def __init__(self, said: str, now: str, event: Linked | None, changes: list[Correction]) -> None:
        super().__init__(said)
        self.now = now
        self.event = event
        self.changes = changes


def decide(store: Database, user: User, client: str, event: str, asked: Correcting) -> Written:
    """Write a correction and apply it.

    Args:
        store: the library.
        user: who decides.
        client: the address they sit at.
        event: id of the event.
        asked: what they decide, with the version of the event that they saw.

    Raises:
        NotFound: there is no such event.
        BadValue: the correction cannot be.
        Stale: the event changed since.
    """
    value, seen = _checked(asked, event)
    try:
        number = correct(
            store, asked.action, event, user.name, field=asked.field, value=value, why=asked.why, seen=seen
        )
    except Conflict as error:
        raise _stale(store, event, asked.version, error) from None
    Accounts(store).note(user.name, asked.action, event, client)
    return _written(store, number, event)


def take_back(store: Database, user: User, client: str, number: int, why: str = "") -> Written:
    """Undo a correction.

    Raises:
        NotFound: there is no such correction, or it is undone already.
    """
    new = undo(store, number, user.name, _why(why))
    Accounts(store).note(user.name, "undo", str(number), client)
    with store.view() as view:
        target = next(line.target for line in view.corrections() if line.n == number)
    return _written(store, new, target)


def _checked(asked: Correcting, event: str) -> tuple[Any, dict[str, str]]:
    _why(asked.why)
    seen = {event: asked.version}
    if asked.action == "edit":
        if not asked.field:
            raise BadValue("an edit names no field: say which")
        return asked.value, seen
    if asked.field:
        raise BadValue(f"{asked.action} takes no field: leave it out")
    if asked.action == "merge":
        if not isinstance(asked.value, str):
            raise BadValue("a merge names no other event: give its id as value")
        if isinstance(asked.other_version, str):
            seen[asked.value] = asked.other_version
        return asked.value, seen
    if asked.action == "split":
        if not isinstance(asked.value, list):
            raise BadValue("a split names no reports: give their ids as a list")
        return asked.value, seen
    if asked.value is not None:
        raise BadValue(f"{asked.action} takes no value: leave it out")
    return None, seen


def _why(why: str) -> str:
    if len(why) > MAX_WHY or "\0" in why:
        raise BadValue(f"the reason has {len(why)} characters: give {MAX_WHY} at most, without NUL")
    return why


def _stale(store: Database, event: str, seen: str, error: Conflict) -> Stale:
    with store.view() as view:
        now = view.resolve(event) or event
        return Stale(str(error), version(view, now), view.event(now), changes_since(view, now, seen))


def _written(store: Database, number: int, target: str) -> Written:
    with store.view() as view:
        now = _now(view, target)
        return Written(number, now, version(view, now))


def _now(view: Asking, target: str) -> str:
    now = view.resolve(target)
    if now is None:
        raise NotFound(f"event «{target}» is gone")
    return now
