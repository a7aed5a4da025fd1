"""An event as a library knows it, in the shape of an event of a record: what exports write. No logic lives here."""

from msgspec import Struct

from waqai.model.record import Event


class Telling(Struct, frozen=True, kw_only=True, gc=False):
    """A document that tells an event."""

    document: str
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    copy: bool = False


class Counted(Struct, frozen=True, kw_only=True):
    """How an event is told.

    Attributes:
        reports: how many documents tell it.
        sources: how many independent ones.
        copies: how many only repeat another's text.
        origins: the independent ones by name.
        contested: some deny what others say happened.
        review: what people said of it.
        disagreements: field → value → origins that say so.
        told: the documents.
    """

    reports: int = 1
    sources: int = 1
    copies: int = 0
    origins: tuple[str, ...] = ()
    contested: bool = False
    review: str = ""
    disagreements: dict[str, dict[str, tuple[str, ...]]] = {}
    told: tuple[Telling, ...] = ()


class MergedEvent(Event, frozen=True, kw_only=True):
    """An event told by one or more documents; words and offsets are those of the first."""

    merged: Counted


ALONE = Counted()
"""How an event of a record is told: by that document."""


def counted(event: Event) -> Counted:
    """How an event is told."""
    return event.merged if isinstance(event, MergedEvent) else ALONE
