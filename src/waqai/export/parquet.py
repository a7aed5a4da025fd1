"""Parquet: the columns of CSV, typed; needs the extra `parquet`."""

from collections.abc import Iterable
from typing import Any, BinaryIO

from waqai.errors import BadValue
from waqai.export.base import Losses
from waqai.export.flat import COLUMNS, Value, rows
from waqai.export.text import SURROGATE
from waqai.model import Record

GROUP = 10_000
"""Rows held before they are written: bounds memory."""


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """One event a row; an absent value is null, text is as it was read."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ModuleNotFoundError:
        raise BadValue("--format parquet needs pyarrow: pip install 'waqai[parquet]'") from None
    kinds = {"text": pa.string(), "int": pa.int64(), "float": pa.float64()}
    schema = pa.schema([(column.name, kinds[column.kind]) for column in COLUMNS])
    held: list[dict[str, Value]] = []
    with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
        for record in records:
            held.extend(_clean(row) for row in rows(record, losses))
            if len(held) >= GROUP:
                _flush(pa, writer, held, schema)
        _flush(pa, writer, held, schema)


def _flush(pa: Any, writer: Any, held: list[dict[str, Value]], schema: Any) -> None:
    if held:
        writer.write_table(pa.Table.from_pylist(held, schema=schema))
        held.clear()


def _clean(row: dict[str, Value]) -> dict[str, Value]:
    return {name: SURROGATE.sub("\ufffd", v) or None if isinstance(v, str) else v for name, v in row.items()}
