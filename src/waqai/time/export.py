"""Expressions in other people's formats: TimeML (ISO 24617-1, TimeML 1.2.1 names) and JSON."""

import re
from collections.abc import Iterable
from html import escape

import msgspec

from waqai.time.timex import Timex

# What XML 1.0 cannot hold; replaced one for one, so that offsets stay.
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# TIMEX3 has these values of `mod`; the rest of ours are its own too.
MODS = {"START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "BEFORE", "AFTER"}


def export_timeml(text: str, timexes: Iterable[Timex], dct: str | None = None) -> str:
    """A TimeML document with every expression marked in its text.

    Args:
        text: the text the expressions were found in.
        timexes: what `tag` returned for it.
        dct: its day of publication; it becomes `t0`, and what was reckoned from it says so.

    Returns:
        The document; the content of `TEXT`, its marks taken out, is `text`, but for characters XML cannot hold.
    """
    parts: list[str] = []
    at = 0
    for number, timex in enumerate(timexes, 1):
        parts.append(_escape(text[at : timex.start]))
        parts.append(f"<TIMEX3 {_attributes(timex, number, dct)}>{_escape(timex.text)}</TIMEX3>")
        at = timex.end
    parts.append(_escape(text[at:]))
    created = ""
    if dct is not None:
        kept = _escape(dct)
        created = (
            f'<DCT><TIMEX3 tid="t0" type="DATE" value="{kept}" temporalFunction="false" '
            f'functionInDocument="CREATION_TIME">{kept}</TIMEX3></DCT>\n'
        )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n{created}<TEXT>{"".join(parts)}</TEXT>\n</TimeML>\n'


def _escape(text: str) -> str:
    # A bare carriage return would come back from an XML reader as a line feed.
    return escape(NOT_XML.sub("\ufffd", text)).replace("\r", "&#13;")


def _attributes(timex: Timex, number: int, dct: str | None) -> str:
    attributes = {"tid": f"t{number}", "type": timex.type, "value": timex.value}
    if timex.mod in MODS:
        attributes["mod"] = timex.mod
    if timex.type == "SET":
        attributes["quant"] = "EVERY"
    if timex.anchor is not None and timex.anchor != "none":
        attributes["temporalFunction"] = "true"
        if timex.anchor.startswith("dct") and dct is not None:
            attributes["anchorTimeID"] = "t0"
    return " ".join(f'{name}="{_escape(value)}"' for name, value in attributes.items())


def export_json(timexes: Iterable[Timex], dct: str | None = None, document: str | None = None) -> str:
    """One JSON object: `document` if named, `dct`, and `timexes` with every field of `Timex`."""
    named = {} if document is None else {"document": document}
    return msgspec.json.encode({**named, "dct": dct, "timexes": list(timexes)}).decode()
