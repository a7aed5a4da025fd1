"""JSON Lines: the record itself; nothing is lost but the trace, which `waqai read --trace` gives."""

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from waqai.export.base import Losses
from waqai.model import Record


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """One record a line."""
    for record in records:
        value = msgspec.to_builtins(record)
        for event in value["events"]:
            del event["trace"]
        stream.write(msgspec.json.encode(value) + b"\n")
