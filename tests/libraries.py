"""Libraries for tests: one body of tests runs over every backend; records are made by hand."""

import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from waqai.model import Document, Entity, Event, Evidence, Interval, Participant, Place, Record, Source, Tenure, Topic
from waqai.pipeline.acquire.build import Given, build_document

SCRIPT = Path(__file__).parent / "servers" / "postgres.sh"


def start_postgres() -> Iterator[str]:
    """The address of a real server that lives as long as the generator; skips loudly where there can be none."""
    folder = Path(tempfile.mkdtemp(prefix="waqai-pg-"))
    folder.chmod(0o755)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    started = subprocess.run([SCRIPT, "start", str(folder), str(port)], capture_output=True, text=True, check=False)
    if started.returncode:
        pytest.skip(f"NOT TESTED on PostgreSQL: {started.stderr.strip()}")
    try:
        yield f"postgresql://waqai@127.0.0.1:{port}/"
    finally:
        subprocess.run([SCRIPT, "stop", str(folder)], check=False, capture_output=True)


def document(text: str, published: str = "2025-10-17", outlet: str = "سانا", **more: str) -> Document:
    return build_document(text, Given(published=published, outlet=outlet, **more))


def person(name: str, country: str | None, office: str | None = None, **more: object) -> Participant:
    entity = f"person:{name}:{country}"
    return Participant(entity=entity, name=name, country=country, office=office, sector="GOV", **more)  # type: ignore[arg-type]


def role(office: str, country: str) -> Participant:
    return Participant(entity=f"role:{office}:{country}", name=office, country=country, office=office, sector="GOV")


def state(name: str, country: str) -> Participant:
    return Participant(entity=f"state:{country}", name=name, country=country, sector="GOV")


FIDAN = person("هاكان فيدان", "TUR", "foreign-minister")
SHAIBANI = person("أسعد الشيباني", "SYR", "foreign-minister")
SAFADI = person("أيمن الصفدي", "JOR", "foreign-minister")


def event(
    id_: str,
    *actors: Participant,
    act: str = "call",
    type_: str = "CONSULT",
    day: str | None = "2025-10-17",
    end: str | None = None,
    granularity: str = "day",
    place: str | None = None,
    country: str | None = None,
    recipients: tuple[Participant, ...] = (),
    topics: tuple[str, ...] = (),
    sources: tuple[Source, ...] = (),
    status: str = "happened",
    **more: object,
) -> Event:
    when = Interval(start=day, end=end or day, granularity=granularity) if day else None
    return Event(
        id=id_,
        type=type_,
        mode="phone" if act == "call" else None,
        act=act,
        status=status,
        when=when,
        where=Place(name=place, country=country) if place else None,
        actors=actors,
        recipients=recipients,
        topics=tuple(Topic(topic, (0, 1)) for topic in topics),
        sources=sources,
        evidence=(Evidence(0, 20),),
        **more,  # type: ignore[arg-type]
    )


def record(doc: Document, *events: Event, **more: object) -> Record:
    people = {p.entity: p for e in events for p in (*e.actors, *e.recipients)}
    entities = tuple(
        Entity(id=p.entity, kind=p.entity.split(":")[0], name=p.name, country=p.country, sector=p.sector)
        for p in people.values()
    )
    tenures = tuple(
        Tenure(person=p.entity, name=p.name, office=p.office, country=p.country, seen=doc.published)
        for p in people.values()
        if p.office and p.entity.startswith("person:")
    )
    return Record(document=doc, events=events, entities=entities, tenures=tenures, **more)  # type: ignore[arg-type]
