"""The title grammar on wire sentences: names, offices and states come out of the structure of the words."""

from pathlib import Path

import pytest

from waqai.model import Document
from waqai.pipeline.analyze import analyze
from waqai.pipeline.detect import Mention, detect

CASES = [
    tuple(line.split(" => "))
    for line in (Path(__file__).parent / "titles.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
GAP = "? "
ROLES = ("person", "role")
MINIMUM = 200
FLOOR = 0.97


def case(sentence: str, expected: str) -> object:
    """A row as a test; one that opens with «?» is expected to fail."""
    gap = sentence.startswith(GAP)
    marks = [pytest.mark.xfail(reason="not read right yet", strict=True)] if gap else []
    return pytest.param(sentence.removeprefix(GAP), expected, marks=marks, id=sentence)


def said(mention: Mention) -> str:
    """A mention as a row of the table."""
    name = mention.name if mention.kind == "person" else "-"
    return f"{name} | {mention.office or '-'} | {mention.country or '-'}"


def people(sentence: str) -> list[str]:
    """The people and offices of a sentence as rows of the table."""
    detected = detect(analyze(Document(id="title", text=sentence)))
    return [said(m) for found in detected.found for m in found.mentions if m.kind in ROLES]


def test_titles_are_many() -> None:
    assert len({sentence for sentence, _ in CASES}) >= MINIMUM
    assert sum(not sentence.startswith(GAP) for sentence, _ in CASES) / len(CASES) >= FLOOR


@pytest.mark.parametrize(("sentence", "expected"), [case(*row) for row in CASES])
def test_titles_name_the_people(sentence: str, expected: str) -> None:
    wanted = expected.split(" ; ")
    assert [p for p in people(sentence) if p in wanted or not p.startswith("-")] == wanted
