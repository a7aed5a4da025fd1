"""Tab-separated rows: no quoting, so no tab or newline may be inside a value."""

from collections.abc import Iterable
from typing import BinaryIO

from waqai.export.text import line


def write_row(stream: BinaryIO, values: Iterable[str | int | float | None]) -> None:
    """One row in UTF-8; an absent value is empty."""
    stream.write(("\t".join(_value(value) for value in values) + "\n").encode("utf-8"))


def _value(value: str | int | float | None) -> str:
    if value is None:
        return ""
    # A quotation mark that opens a value makes readers swallow the rows after it.
    return line(value).replace('"', "”") if isinstance(value, str) else f"{value:g}" if abs(value) < 1e5 else str(value)
