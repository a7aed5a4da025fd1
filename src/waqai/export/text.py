"""Text made safe for rows, spreadsheets and XML."""

import re
from collections.abc import Iterable
from html import escape

CONTROL = re.compile("[\u0000-\u001f\u007f-\u009f\u2028\u2029]+")
# Embeddings, overrides and isolates: in a cell of its own they only disorder the cells beside it.
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
SURROGATE = re.compile("[\ud800-\udfff]")


def line(text: str | None) -> str:
    """Text on one line, without control characters, tabs or bidi embeddings."""
    if not text:
        return ""
    return BIDI.sub("", CONTROL.sub(" ", SURROGATE.sub("\ufffd", text))).strip()


def cell(text: str | None) -> str:
    """A line that no spreadsheet takes for a formula: one that would be is led by an apostrophe."""
    safe = line(text)
    return f"'{safe}" if safe.startswith(FORMULA) else safe


def joined(values: Iterable[str | None], separator: str = ";") -> str:
    """Values in one cell, each once, in their order; a separator inside a value becomes a comma."""
    seen = dict.fromkeys(line(value).replace(separator, ",") for value in values if value)
    return separator.join(seen)


def xml(text: str | None) -> str:
    """Text for XML 1.0; what it cannot hold is replaced one for one, so that offsets stay."""
    return escape(NOT_XML.sub("\ufffd", text or "")).replace("\r", "&#13;")
