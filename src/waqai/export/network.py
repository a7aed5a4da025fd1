"""The network of parties that GEXF and GraphML write: who did how many things with whom, over which days."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from waqai.export.base import Losses
from waqai.export.facts import note_common, told_events
from waqai.export.text import NOT_XML, line
from waqai.model import Entity, Event, Participant, Record
from waqai.model.merged import counted


def build_network(records: Iterable[Record], losses: Losses) -> Any:
    """A networkx graph, undirected; memory grows with the pairs of parties, not with the reports.

    A node is an entity. An edge counts events in which the two were on different sides, or took part together in one
    that is mutual; `events` is how many, `reports` how often they are told, `cooperation` and `conflict` how many of
    each, `first` and `last` their days.
    """
    import networkx as nx

    graph = nx.Graph()
    for record in records:
        entities = {entity.id: entity for entity in record.entities}
        for event, coded in told_events(record, losses):
            note_common(event, losses)
            for party in (*event.actors, *event.recipients):
                _add_node(graph, party, entities.get(party.entity))
            for a, b in _pairs(event):
                _add_edge(graph, a.entity, b.entity, event, coded.quad)
    return _ordered(nx.Graph(), graph)


def _pairs(event: Event) -> Iterable[tuple[Participant, Participant]]:
    if event.recipients:
        return ((a, b) for a in event.actors for b in event.recipients if a.entity != b.entity)
    return ((a, b) for a, b in combinations(event.actors, 2) if a.entity != b.entity)


def _add_node(graph: Any, party: Participant, entity: Entity | None) -> None:
    if party.entity in graph:
        graph.nodes[party.entity]["events"] += 1
        return
    kind = entity.kind if entity else ""
    name = entity.name if entity else party.name
    values = {"label": name, "kind": kind, "country": party.country, "sector": party.sector, "office": party.office}
    graph.add_node(party.entity, **{k: _safe(v) for k, v in values.items()}, events=1)


def _add_edge(graph: Any, a: str, b: str, event: Event, quad: int) -> None:
    if not graph.has_edge(a, b):
        graph.add_edge(a, b, weight=0, events=0, cooperation=0, conflict=0, reports=0, first="", last="")
    edge = graph.edges[a, b]
    edge["events"] += 1
    edge["weight"] += 1
    edge["reports"] += counted(event).reports
    edge["cooperation" if quad <= 2 else "conflict"] += 1
    if event.when and event.when.start:
        day = event.when.start[:10]
        edge["first"] = min(edge["first"] or day, day)
        edge["last"] = max(edge["last"], day)


def _ordered(out: Any, graph: Any) -> Any:
    for node in sorted(graph.nodes):
        out.add_node(node, **graph.nodes[node])
    for a, b in sorted(tuple(sorted(edge)) for edge in graph.edges):
        out.add_edge(a, b, **graph.edges[a, b])
    return out


def _safe(value: str | None) -> str:
    return NOT_XML.sub("\ufffd", line(value))
