"""GraphML, by networkx; see `network`."""

from collections.abc import Iterable
from typing import BinaryIO

from waqai.export.base import Losses
from waqai.export.network import build_network
from waqai.model import Record


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """One graph of all records."""
    graph = build_network(records, losses)
    import networkx as nx

    nx.write_graphml_xml(graph, stream, encoding="utf-8", prettyprint=True)
