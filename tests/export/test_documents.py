"""Calendars, maps, networks, linked data, annotations: read back with the library their users would use."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from waqai.export import FORMATS, Losses, export, find_format
from waqai.model import Record

Write = Callable[[str], tuple[bytes, Losses]]


def test_jsonl_is_the_record(write: Write, record: Record) -> None:
    import msgspec

    assert msgspec.json.decode(write("jsonl")[0].splitlines()[0], type=Record) == record


@pytest.mark.parametrize("name", [format.name for format in FORMATS])
def test_same_records_same_bytes(name: str, write: Write) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    assert write(name)[0] == write(name)[0]


def test_every_format_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")
    for format in FORMATS:
        assert f"## {format.name}" in page


def test_calendar_reads_back(write: Write) -> None:
    icalendar = pytest.importorskip("icalendar")
    data, losses = write("icalendar")
    assert max(len(row) for row in data.split(b"\r\n")) <= 75
    entries = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert len(entries) == 3
    assert str(entries[0]["SUMMARY"]) == "محادثات: هاكان فيدان وأسعد الشيباني"
    assert entries[1]["DTEND"].dt.isoformat() == "2025-10-01"
    assert any("without a date" in said for said in losses.lines())


def test_map_is_valid_geojson(write: Write) -> None:
    data, losses = write("geojson")
    value = json.loads(data)
    assert value["type"] == "FeatureCollection"
    assert value["features"][0]["geometry"] == {"type": "Point", "coordinates": [32.85, 39.92]}
    assert any("no place with coordinates" in said for said in losses.lines())


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_network_reads_back(name: str, write: Write) -> None:
    import networkx as nx

    graph = getattr(nx, f"read_{name}")(io.BytesIO(write(name)[0]))
    assert graph.nodes["p1"]["label"] == "هاكان فيدان"
    assert int(graph.edges["p1", "p2"]["events"]) == 2


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib itself still uses it
def test_linked_data_reads_back(write: Write) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=write("jsonld")[0], format="json-ld")
    sem = rdflib.Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
    prov = rdflib.Namespace("http://www.w3.org/ns/prov#")
    event = rdflib.URIRef("urn:waqai:event:e1")
    assert len(list(graph.objects(event, sem.hasActor))) == 2
    assert (event, prov.wasDerivedFrom, rdflib.URIRef("urn:waqai:document:..%2Fdoc%201")) in graph
    assert len(list(graph.subjects(rdflib.RDF.type, sem.Event))) == 5


def test_annotations_point_at_their_words(write: Write, record: Record) -> None:
    items = json.loads(write("webannotation")[0])["items"]
    assert len(items) > 10
    for item in items:
        quote, position = item["target"]["selector"]
        assert record.document.text[position["start"] : position["end"]] == quote["exact"]


def test_brat_offsets_fit_its_text(write: Write) -> None:
    with ZipFile(io.BytesIO(write("brat")[0])) as archive:
        assert archive.namelist()[:2] == ["___doc_1.txt", "___doc_1.ann"]
        text, notes = (archive.read(name).decode() for name in archive.namelist()[:2])
    bounds = {}
    for row in (row for row in notes.splitlines() if row.startswith("T")):
        tid, kind, words = row.split("\t")
        pieces = [piece.split() for piece in kind.split(" ", 1)[1].split(";")]
        assert " ".join(text[int(a) : int(b)] for a, b in pieces).replace("\t", " ") == words
        bounds[tid] = words
    for row in (row for row in notes.splitlines() if row.startswith("E")):
        assert all(role.split(":")[1] in bounds for role in row.split("\t")[1].split())


def test_timeml_text_is_the_document(write: Write, record: Record) -> None:
    from lxml import etree

    with ZipFile(io.BytesIO(write("timeml")[0])) as archive:
        root = etree.fromstring(archive.read(archive.namelist()[0]))
    assert "".join(root.find("TEXT").itertext()) == record.document.text
    assert root.find("TEXT/TIMEX3").get("value") == "2025-10-17"
    assert [x.get("polarity") for x in root.iter("MAKEINSTANCE")].count("NEG") == 1


def test_conll_is_iob2(write: Write) -> None:
    tags = [row.split(" ")[3] for row in write("conll")[0].decode().splitlines() if row]
    assert tags.count("B-PER") == 2
    for before, tag in zip(["O", *tags], tags, strict=False):
        assert not tag.startswith("I-") or before[2:] == tag[2:]


def test_followthemoney_is_valid(write: Write) -> None:
    pytest.importorskip("followthemoney")
    from followthemoney import model
    from followthemoney.statement.serialize import read_csv_statements

    known = {}
    for row in write("followthemoney")[0].splitlines():
        value = json.loads(row)
        schema = model.get(value["schema"])
        for name, values in value["properties"].items():
            prop = schema.get(name)
            assert prop is not None, f"{value['schema']} has no {name}"
            assert all(prop.type.clean(v) is not None for v in values), (name, values)
        known[value["id"]] = value
    events = [value for value in known.values() if value["schema"] == "Event"]
    assert len(events) == 5
    assert all(id_ in known for event in events for id_ in event["properties"]["organizer"])
    data = write("statements")[0]
    for statement in read_csv_statements(io.BytesIO(data)):
        assert statement.id == statement.generate_key()
        assert statement.prop_type == str(model.get(statement.schema).get(statement.prop).type)


def test_files_go_to_a_folder_and_nowhere_else(tmp_path: Path, record: Record) -> None:
    export([record, record], find_format("brat"), tmp_path / "out")
    made = sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file())
    assert made == ["out/___doc_1-2.ann", "out/___doc_1-2.txt", "out/___doc_1.ann", "out/___doc_1.txt"]
