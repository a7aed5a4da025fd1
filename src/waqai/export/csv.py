"""CSV for spreadsheets: UTF-8 with BOM, CRLF, no cell that is taken for a formula."""

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from waqai.export.base import Losses
from waqai.export.flat import COLUMNS, Value, rows
from waqai.export.text import cell
from waqai.model import Record


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """One event a row, under a header."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([column.name for column in COLUMNS])
    for record in records:
        for row in rows(record, losses):
            writer.writerow([_cell(row[column.name]) for column in COLUMNS])
    text.detach()


def _cell(value: Value) -> Value:
    return cell(value) if isinstance(value, str) else value
