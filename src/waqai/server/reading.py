"""Reading a report for somebody: in a process of its own, bounded in size and time, nothing kept."""

import anyio
from anyio import CapacityLimiter, to_process
from fastapi import HTTPException

from waqai.errors import BadValue
from waqai.model.record import Record

MAX_TEXT = 200_000
"""Characters; a report has a few thousand."""
SECONDS = 30
WAITING = 8


class ReadingRoom:
    """Reads one report after another, so that pages are answered meanwhile.

    The process is started when first needed and is ended where a text takes too long.
    """

    def __init__(self) -> None:
        self._one = CapacityLimiter(1)

    async def read(
        self,
        text: str,
        *,
        published: str | None = None,
        outlet: str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Record:
        """The record of a report; the arguments are those of `waqai.read`.

        Raises:
            WaqaiError: the text is empty or too long, or the date cannot be.
            HTTPException: 503, where too many wait or the text takes too long.
        """
        if len(text) > MAX_TEXT:
            raise BadValue(f"the text has {len(text)} characters: give {MAX_TEXT} at most, or use `waqai read`")
        if self._one.statistics().tasks_waiting >= WAITING:
            raise HTTPException(503, "too many texts wait to be read: try again", {"Retry-After": "10"})
        try:
            with anyio.fail_after(SECONDS):
                return await to_process.run_sync(
                    _read, text, published, outlet, title, url, cancellable=True, limiter=self._one
                )
        except TimeoutError:
            raise HTTPException(
                503, "the text takes too long to read: use `waqai read`", {"Retry-After": "60"}
            ) from None


def _read(text: str, published: str | None, outlet: str | None, title: str | None, url: str | None) -> Record:
    from waqai.reader import read

    return read(text, published=published, outlet=outlet, title=title, url=url)
