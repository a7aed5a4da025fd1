"""followthemoney entities, JSON Lines; `ftm aggregate` joins what several reports say of one entity."""

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from waqai.export.base import Losses
from waqai.export.entities import DATASET, all_proxies
from waqai.model import Record


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """One entity a line."""
    for proxy in all_proxies(records, losses):
        value = {
            "id": proxy.id,
            "schema": proxy.schema,
            "properties": proxy.properties,
            "datasets": [DATASET],
            "referents": [],
            "first_seen": proxy.seen,
            "last_seen": proxy.seen,
        }
        stream.write(msgspec.json.encode(value) + b"\n")
