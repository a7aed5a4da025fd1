"""Everyday wordings of newswriting, each with the type, mode and status it must be read as."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from waqai.model import Document
from waqai.pipeline.analyze import analyze
from waqai.pipeline.detect import detect
from waqai.pipeline.extract import extract
from waqai.pipeline.ground import ground

TABLE = Path(__file__).parent / "wordings.tsv"


def by_type() -> dict[str, list[dict[str, str]]]:
    """The rows of the table by type; `NONE` are sentences that tell no event."""
    rows: dict[str, list[dict[str, str]]] = defaultdict(list)
    with TABLE.open(encoding="utf-8") as f:
        for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows[row["type"]].append(row)
    return rows


def wrong(row: dict[str, str]) -> str:
    """What was read where it is not what the row asks for."""
    document = Document(id="w", text=row["text"], published="2025-10-17", sha256="0" * 64)
    read = [(e.type, e.mode or "", e.status) for e in ground(extract(detect(analyze(document))), least=0).events]
    asked = (row["type"], row["mode"], row["status"])
    if row["type"] == "NONE":
        right = not read
    else:
        right = any(all(a in ("", r) for a, r in zip(asked, one, strict=True)) for one in read)
    return "" if right else f"{row['text']}: asked {asked}, read {read}"


@pytest.mark.parametrize("kind", sorted(by_type()))
def test_everyday_wordings_are_read(kind: str) -> None:
    """Every wording of a type yields an event of that type, mode and status."""
    assert [w for row in by_type()[kind] if (w := wrong(row))] == []
