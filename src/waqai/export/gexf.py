"""GEXF 1.2 for Gephi, by networkx; see `network`."""

import re
from collections.abc import Iterable
from typing import BinaryIO

from waqai.export.base import Losses
from waqai.export.network import build_network
from waqai.model import Record

WRITTEN_ON = re.compile(rb' lastmodifieddate="[^"]*"')


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """One graph of all records."""
    graph = build_network(records, losses)
    from io import BytesIO

    import networkx as nx

    held = BytesIO()
    nx.write_gexf(graph, held, encoding="utf-8", prettyprint=True)
    # The day of writing would make the same records give other bytes tomorrow.
    stream.write(WRITTEN_ON.sub(b"", held.getvalue(), count=1))
