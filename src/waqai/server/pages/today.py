"""Today: what the documents of a day tell, new and changed events apart, the weightier first."""

from msgspec import Struct

from waqai.errors import NotFound
from waqai.server.days import day as read_day
from waqai.server.pages.entries import Entry, entries, importance
from waqai.server.pages.frame import Ask
from waqai.server.pages.words import Words
from waqai.store.asking import Asking
from waqai.store.showing import day_after, days, told_on

MOST = 400
SHOWN = 40
LEADS = 3


class Today(Struct, frozen=True, kw_only=True):
    """A day of the record.

    Attributes:
        day: the day of publication; `None` in an empty library.
        documents: how many documents were published that day.
        new: events told for the first time that day.
        changed: events told before, and again that day.
        left_out: how many of the less weighty are not shown.
    """

    day: str | None
    before: str | None
    after: str | None
    documents: int
    new: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    left_out: int

    @property
    def pinned(self) -> dict[str, str]:
        """What has to stand in the address for it to show the same tomorrow."""
        return {"day": self.day} if self.day else {}

    def heading(self, w: Words) -> str:
        """What it is called."""
        return f"{w.t('page.today')}: {w.day(self.day)}" if self.day else w.t("page.today")


def today(view: Asking, ask: Ask) -> Today:
    """The day asked for, else the latest with documents: an archive has no other today."""
    wanted = read_day("day", ask.one("day"))
    found = days(view, wanted, 2)
    if not found:
        if wanted:
            raise NotFound(f"day={wanted}: the library has no document of that day or before it")
        return Today(day=None, before=None, after=None, documents=0, new=(), changed=(), left_out=0)
    day, documents = found[0]
    told = sorted(told_on(view, day, MOST), key=lambda item: (-importance(item[0]), item[0].id))
    new = [event for event, when in told if when.first == day]
    changed = [event for event, when in told if when.first != day]
    return Today(
        day=day,
        before=found[1][0] if len(found) > 1 else None,
        after=day_after(view, day),
        documents=documents,
        new=entries(view, new[:SHOWN]),
        changed=entries(view, changed[:SHOWN]),
        left_out=max(0, len(new) - SHOWN) + max(0, len(changed) - SHOWN),
    )
