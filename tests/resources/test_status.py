"""The words of status: every section's examples come out with the status they state."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from waqai import Reader

READER = Reader(use_model=False, least=0)
ROOT = Path(__file__).resolve().parents[2]
SECTIONS = yaml.safe_load((ROOT / "resources" / "ar" / "status.yaml").read_text(encoding="utf-8"))
EXAMPLES = [(name, x["text"], x["type"], x["status"]) for name, s in SECTIONS.items() for x in s["examples"]]


@pytest.mark.parametrize(("section", "text", "kind", "status"), EXAMPLES)
def test_status_is_read_from_the_clause(section: str, text: str, kind: str, status: str) -> None:
    record = READER.read(text, published="2025-10-17")
    found = [e.status for e in record.events if e.type == kind]
    assert (found or ["none"]) == [status]


def test_no_word_stands_twice_in_a_section() -> None:
    assert [name for name, s in SECTIONS.items() if len(s["words"]) != len(set(s["words"]))] == []
