"""What requests may ask for, checked once."""

from typing import Annotated, Any, Literal

from fastapi import Depends, Path, Query, Request
from pydantic import StringConstraints

from waqai.errors import BadValue
from waqai.server.days import FORM, day
from waqai.server.metrics import route_of
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
# Not pydantic's date: it takes numbers for seconds since 1970, and no months. `day` says what is wrong with one.
DAY: Any = {"pattern": f"^{FORM}$"}
Since = Annotated[str | None, Query(json_schema_extra=DAY, description="From this day, month or year on.")]
Until = Annotated[str | None, Query(json_schema_extra=DAY, description="To this day, or the end of a month or year.")]
After = Annotated[str | None, Query(max_length=200, description="`next` of the part before.")]
Trace = Annotated[bool, Query(description="Keep the rule behind every value.")]
Many = Query(max_length=20)


async def only_known_names(request: Request) -> None:
    """A dependency: a name in the query that the route does not have is a mistake, not nothing.

    Raises:
        BadValue: there is one, with the names that can be.
    """
    if not request.query_params:
        return
    known = names_of(request)
    unknown = next((name for name in request.query_params if name not in known), None)
    if unknown is not None:
        choices = f"choose from {', '.join(known)}" if known else "this address takes none"
        raise BadValue(f"«{unknown[:60]}» in the query is not known: {choices}")


def names_of(request: Request) -> list[str]:
    """The names that a route takes in its query, as the OpenAPI document has them."""
    paths = request.app.openapi()["paths"]
    said = paths.get(route_of(request.scope), {}).get(request.method.lower(), {}).get("parameters", ())
    return [parameter["name"] for parameter in said if parameter["in"] == "query"]


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
    since: Since = None,
    until: Until = None,
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
        since=day("since", since),
        until=day("until", until, last=True),
        sources=sources,
        contested=contested,
        review=review,
    )


Chosen = Annotated[Filter, Depends(_filter)]
"""Which events are asked for."""
