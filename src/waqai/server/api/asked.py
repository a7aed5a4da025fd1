"""What requests may ask for, checked once."""

import datetime
from typing import Annotated, Literal

from fastapi import Depends, Path, Query
from pydantic import StringConstraints

from waqai.errors import BadValue
from waqai.store.base import Filter

LIMIT = 200
BIGGEST = 2**53
# No control characters: PostgreSQL takes no NUL, and no name has one.
WORDS = r"^[^\x00-\x1f\x7f]*$"
CODE = r"^[A-Za-z_-]{1,40}$"
Words = Annotated[str, StringConstraints(max_length=200, pattern=WORDS)]
Code = Annotated[str, StringConstraints(pattern=CODE)]
Iso = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{3}$")]
Id = Annotated[str, Path(max_length=100, pattern=r"^[^\x00-\x1f\x7f/]+$")]
State = Annotated[str, Path(pattern=r"^[A-Za-z]{3}$", description="ISO 3166-1 alpha-3.")]
Number = Annotated[int, Path(ge=0, le=BIGGEST)]
Limit = Annotated[int, Query(ge=1, le=LIMIT, description="At most so many.")]
Offset = Annotated[int, Query(ge=0, le=100_000, description="Leave out so many.")]
# Not pydantic's date: it takes numbers for seconds since 1970.
Day = Annotated[str | None, Query(pattern=r"^\d{4}-\d{2}-\d{2}$", json_schema_extra={"format": "date"})]
After = Annotated[str | None, Query(max_length=200, description="`next` of the part before.")]
Trace = Annotated[bool, Query(description="Keep the rule behind every value.")]
Many = Query(max_length=20)


def iso(day: str | None) -> str | None:
    """A day as the library has it.

    Raises:
        BadValue: the calendar does not have it.
    """
    if day is None:
        return None
    try:
        return datetime.date.fromisoformat(day).isoformat()
    except ValueError:
        raise BadValue(f"«{day}» is not a day of the calendar: correct it") from None


async def _filter(
    state: Annotated[list[Iso], Many] = [],  # noqa: B006  # FastAPI takes it as the schema's default
    entity: Annotated[list[Words], Many] = [],  # noqa: B006
    office: Annotated[list[Code], Many] = [],  # noqa: B006
    type: Annotated[list[Code], Many] = [],  # noqa: B006
    act: Annotated[list[Code], Many] = [],  # noqa: B006
    status: Annotated[list[Code], Many] = [],  # noqa: B006
    level: Annotated[list[Code], Many] = [],  # noqa: B006
    place: Annotated[Words | None, Query()] = None,
    country: Annotated[Iso | None, Query()] = None,
    since: Day = None,
    until: Day = None,
    sources: Annotated[int, Query(ge=0, le=1_000, description="At least so many independent sources.")] = 0,
    contested: bool | None = None,
    review: Annotated[Literal["accepted", "rejected", "unsure", ""] | None, Query()] = None,
) -> Filter:
    return Filter(
        states=tuple(s.upper() for s in state),
        entities=tuple(entity),
        offices=tuple(office),
        types=tuple(type),
        acts=tuple(act),
        statuses=tuple(status),
        levels=tuple(level),
        place=place,
        country=country.upper() if country else None,
        since=iso(since),
        until=iso(until),
        sources=sources,
        contested=contested,
        review=review,
    )


Chosen = Annotated[Filter, Depends(_filter)]
"""Which events are asked for."""
