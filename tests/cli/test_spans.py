"""Mentions in the formats of annotation tools."""

import json

from waqai.cli.spans import FORMATS, flat_mentions
from waqai.model import Document, Entity, Record


def test_of_two_mentions_that_overlap_the_longer_is_kept() -> None:
    entities = (
        Entity(id="a", kind="organisation", name="وزارة الدفاع", mentions=((0, 12),)),
        Entity(id="b", kind="state", name="الدفاع", mentions=((6, 12), (20, 22))),
    )
    record = Record(document=Document(id="d", text="x" * 30), entities=entities)
    assert [(m.start, m.end, m.entity) for m in flat_mentions(record)] == [(0, 12, "a"), (20, 22, "b")]


def test_json(record: Record) -> None:
    value = json.loads(FORMATS["json"](record))
    assert [entity["id"] for entity in value["entities"]] == ["p1", "s2", "o1"]
    assert value["tenures"][0]["office"] == "foreign-minister"


def test_conll(record: Record) -> None:
    lines = FORMATS["conll"](record).split("\n")
    assert lines[:6] == ["زار\tO", "الوزير\tO", "هاكان\tB-PER", "فيدان\tI-PER", "دمشق\tO", "الأحد\tO"]
    assert "سوريا\tO" not in lines
    assert lines.count("") == 3


def test_brat(record: Record) -> None:
    first, note, second, _ = FORMATS["brat"](record).splitlines()
    assert first == "T1\tPER 11 22\tهاكان فيدان"
    assert note == "#1\tAnnotatorNotes T1\tp1"
    assert second.startswith("T2\tLOC ")


def test_webanno(record: Record) -> None:
    lines = FORMATS["webanno"](record).splitlines()
    assert lines[0] == "#FORMAT=WebAnno TSV 3.3"
    assert "1-3\t11-16\tهاكان\tp1[1]\tPER[1]\t" in lines
    assert "1-4\t17-22\tفيدان\tp1[1]\tPER[1]\t" in lines


def test_webanno_counts_utf16_units() -> None:
    record = Record(document=Document(id="d", text="🙂 هنا"))
    assert "1-2\t3-6\tهنا\t_\t_\t" in FORMATS["webanno"](record).splitlines()
