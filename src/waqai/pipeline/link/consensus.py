"""One event from its reports: what most independent sources say, and where they disagree."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from waqai.model.library import Linked, PartyRef, Report
from waqai.pipeline.link.names import near_names

FINENESS = ("time", "day", "week", "month", "season", "quarter", "year")
V = TypeVar("V")
RANK = {"person": 0, "org": 1, "role": 2, "group": 3, "state": 4}
MAX_CONFIDENCE = 0.99


def consensus(id_: str, reports: Sequence[Report], firsts: Mapping[int, int]) -> Linked:
    """The event that reports tell.

    Args:
        id_: its public id.
        reports: its reports in order of arrival, at least one.
        firsts: document → the first printing of its text, for copies.
    """
    own = {r.document: r for r in reports}
    origins = {r.id: own.get(firsts.get(r.document, r.document), r).origin for r in reports}
    best = reports[0]
    day = _most(reports, origins, _date, lambda d: FINENESS.index(d[2]) if d[2] in FINENESS else 9)
    place = _most(
        reports,
        origins,
        lambda r: (r.place, r.country, r.lat, r.lon, r.geonames) if r.place else None,
        lambda p: p[4] is None,
    )
    status = _most(reports, origins, lambda r: r.status, lambda s: s == "denied") or best.status
    statuses = {r.status for r in reports}
    doubt = 1.0
    for origin in dict.fromkeys(origins.values()):
        doubt *= 1 - max(r.confidence for r in reports if origins[r.id] == origin)
    return Linked(
        id=id_,
        type=best.type,
        act=_most(reports, origins, lambda r: r.act, lambda a: a == "other") or best.act,
        status=status,
        mode=next((r.mode for r in reports if r.mode), None),
        contexts=tuple(dict.fromkeys(c for r in reports for c in r.contexts)),
        start=day[0] if day else None,
        end=day[1] if day else None,
        granularity=day[2] if day else None,
        place=place[0] if place else None,
        country=place[1] if place else next((r.country for r in reports if r.country), None),
        lat=place[2] if place else None,
        lon=place[3] if place else None,
        geonames=place[4] if place else None,
        parties=_parties(reports),
        topics=tuple(dict.fromkeys(t for r in reports for t in r.topics)),
        origins=tuple(dict.fromkeys(origins.values())),
        said_by=tuple(dict.fromkeys(s for r in reports for s in r.said_by)),
        reports=len(own),
        sources=len(set(origins.values())),
        copies=sum(n in firsts and firsts[n] != n for n in own),
        confidence=round(min(MAX_CONFIDENCE, 1 - doubt), 3),
        contested="denied" in statuses and len(statuses) > 1,
        disagreements=_disagreements(reports, origins),
        documents=tuple(sorted(own)),
        agreement=next((r.agreement for r in reports if r.agreement), None),
    )


def _date(report: Report) -> tuple[str | None, str | None, str | None] | None:
    return (report.start, report.end, report.granularity) if report.start else None


def _most(
    reports: Sequence[Report],
    origins: Mapping[str, str],
    value: Callable[[Report], V | None],
    worse: Callable[[V], object],
) -> V | None:
    """The value that most origins say; the better, then the earlier one where as many say another."""
    said: dict[V, set[str]] = {}
    for report in reports:
        found = value(report)
        if found is not None:
            said.setdefault(found, set()).add(origins[report.id])
    order = list(said)
    return min(order, key=lambda v: (worse(v), -len(said[v]), order.index(v)), default=None)


def _parties(reports: Sequence[Report]) -> tuple[PartyRef, ...]:
    """All sides, each once: a person stands for the office and the state that others name in their place."""
    out: list[PartyRef] = []
    every = sorted((p for r in reports for p in r.parties), key=lambda p: RANK.get(p.kind, 3))
    for party in every:
        same = [
            p
            for p in out
            if p.entity == party.entity or (p.country == party.country and near_names(p.name, party.name))
        ]
        stands = party.kind in ("state", "role") and any(
            p.country == party.country and (party.kind == "state" or p.office == party.office) for p in out if p.country
        )
        if not same and not stands:
            out.append(party)
    return tuple(out)


def _disagreements(reports: Sequence[Report], origins: Mapping[str, str]) -> dict[str, dict[str, tuple[str, ...]]]:
    """Field → value → who says so, where there is more than one value."""
    said: dict[str, dict[str, dict[str, None]]] = {}
    for report in reports:
        values = {"status": report.status, "place": report.place if report.geonames else None}
        values["date"] = report.start if report.granularity in ("day", "time") else None
        values.update({f"number of {what}": str(count) for what, count in report.numbers})
        for party in report.parties:
            if party.office and party.country and party.kind == "person":
                values[f"who is {party.office} {party.country}"] = party.entity
        for field, value in values.items():
            if value:
                said.setdefault(field, {}).setdefault(value, {})[origins[report.id]] = None
    return {f: {v: tuple(who) for v, who in values.items()} for f, values in sorted(said.items()) if len(values) > 1}
