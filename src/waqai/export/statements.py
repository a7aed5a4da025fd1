"""followthemoney statements: one value a row, in the columns and quoting OpenSanctions uses."""

import csv
import hashlib
import io
from collections.abc import Iterable
from typing import BinaryIO

from waqai.export.base import Losses
from waqai.export.entities import DATASET, Proxy, all_proxies
from waqai.model import Record

COLUMNS = (
    *("canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang"),
    *("original_value", "external", "first_seen", "last_seen", "id"),
)
TYPES = {
    "name": ("name", "alias"),
    "date": ("startDate", "endDate", "date", "publishedAt"),
    "entity": ("proof", "holder", "post", "organizer", "involved"),
    "country": ("country",),
    "text": ("bodyText", "description", "summary", "notes"),
    "url": ("sourceUrl",),
    "language": ("language",),
    "address": ("location",),
    "identifier": ("wikidataId", "recordId"),
}
TYPE = {name: kind for kind, names in TYPES.items() for name in names}
ARABIC = frozenset(["name", "bodyText", "description", "notes", "location", "title"])


def write(records: Iterable[Record], stream: BinaryIO, losses: Losses) -> None:
    """Every value of every entity, under a header."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, dialect=csv.unix_dialect)
    writer.writerow(COLUMNS)
    for proxy in all_proxies(records, losses):
        for name, values in proxy.properties.items():
            for value in values:
                writer.writerow(_row(proxy, name, value))
    text.detach()


def _row(proxy: Proxy, name: str, value: str) -> list[str]:
    lang = "ara" if name in ARABIC and any("\u0600" <= c <= "\u06ff" for c in value) else ""
    kind = "string" if proxy.schema == "Article" and name == "title" else TYPE.get(name, "string")
    seen = proxy.seen or ""
    key = f"{DATASET}.{proxy.id}.{name}.{value}" + (f"@{lang}" if lang else "")
    made = hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest()
    return [proxy.id, proxy.id, name, kind, proxy.schema, value, DATASET, "", lang, "", "f", seen, seen, made]
