"""Every span of every record is what it says, on the golden and the benchmark texts."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import waqai
from waqai.reader import encode_record

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "tests" / "golden").glob("*.jsonl"), *(ROOT / "benchmarks" / "gold").glob("reports*.jsonl")])


def spans(value: Any) -> Iterator[tuple[list[int], str | None]]:
    """All spans below a value, each with the `text` beside it.

    A source's text may be the full name of a person whom its span calls by a short one.
    """
    if isinstance(value, dict):
        if isinstance(value.get("span"), list):
            yield value["span"], value.get("text")
        if isinstance(value.get("start"), int):
            yield [value["start"], value["end"]], None
        for key, inner in value.items():
            if key == "mentions":
                yield from ((span, None) for span in inner)
            elif key == "sources":
                yield from ((source["span"], None) for source in inner if source["span"])
            elif key != "document":
                yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_every_span_says_its_words(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        text = report["text"]
        record = json.loads(encode_record(waqai.read(text, published=report.get("published"))))
        for (start, end), said in spans(record):
            assert 0 <= start < end <= len(text)
            if said is not None:
                assert " ".join(text[start:end].split()) == " ".join(said.split())
        for event in record["events"]:
            for party in (*event["actors"], *event["recipients"]):
                assert party["inferred"] or party["span"], f"{report['id']}: no words say {party['name']}"
