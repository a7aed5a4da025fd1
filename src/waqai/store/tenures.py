"""Who is seen in which office, on any backend."""

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Row, func, select

from waqai.model.counts import Office
from waqai.store import tables as t
from waqai.store.pairs import Pairs

S = t.seen_tenures.c


class Tenures(Pairs):
    """Reads through one connection."""

    def tenures(
        self,
        *,
        country: str | None = None,
        office: str | None = None,
        person: str | None = None,
        organisations: Sequence[str] | None = None,
        limit: int = 200,
    ) -> list[Office]:
        """Who is seen in which office, from when to when, in how many documents.

        Args:
            country: of this state.
            office: this one.
            person: held by this entity.
            organisations: of one of these, by their ids in records.
            limit: at most so many.
        """
        conditions: list[ColumnElement[bool]] = [~S.former]
        conditions += [column == value for column, value in ((S.country, country), (S.office, office)) if value]
        if person:
            conditions.append(S.person.in_(select(t.names.c.observed).where(t.names.c.entity == person)))
        if organisations is not None:
            conditions.append(S.organisation.in_(organisations))
        rows = self._all(_grouped(conditions).limit(limit))
        return [self._counted(_holding(row)) if row.names > 1 else _holding(row) for row in rows]

    def _counted(self, held: Office) -> Office:
        """With the documents counted again: one may name a person in two ways."""
        mine = select(t.names.c.observed).where(t.names.c.entity == held.person)
        same = [column.is_not_distinct_from(getattr(held, column.name)) for column in (S.country, S.organisation)]
        query = select(func.count(S.document.distinct())).where(
            ~S.former, S.person.in_(mine), S.office == held.office, *same
        )
        return replace(held, reports=int(self.connection.execute(query).scalar_one()))


def _grouped(conditions: Sequence[ColumnElement[bool]]) -> Any:
    """By the names of records first, which an index has in order; then by whom these are."""
    n, e = t.names.c, t.entities.c
    by_name = (
        select(
            *(S.country, S.office, S.person, S.organisation),
            func.min(S.seen).label("first_seen"),
            func.max(S.seen).label("last_seen"),
            func.count(S.document.distinct()).label("reports"),
        )
        .where(*conditions)
        .group_by(S.country, S.office, S.person, S.organisation)
        .subquery()
        .c
    )
    key = (n.entity, e.name, by_name.office, by_name.country, by_name.organisation)
    first = func.min(by_name.first_seen)
    return (
        select(
            n.entity.label("person"),
            *key[1:],
            first.label("first_seen"),
            func.max(by_name.last_seen).label("last_seen"),
            func.sum(by_name.reports).label("reports"),
            func.count().label("names"),
        )
        .join_from(t.names, t.entities, e.id == n.entity)
        .join(by_name.person.table, n.observed == by_name.person)
        .group_by(*key)
        .order_by(by_name.country, by_name.office, first, n.entity)
    )


def _holding(row: Row[Any]) -> Office:
    fields = {**row._mapping, "reports": int(row.reports)}
    del fields["names"]
    return Office(**fields)
