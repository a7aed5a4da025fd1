"""A record made by hand that holds everything an export may stumble over, and records read from the example."""

from collections.abc import Callable
from io import BytesIO

import pytest

from waqai.export import Losses, export, find_format
from waqai.model import (
    Agreement,
    Document,
    Entity,
    Event,
    Evidence,
    Interval,
    Link,
    Participant,
    Place,
    Record,
    Source,
    Tenure,
    Topic,
)

TEXT = "بحث هاكان فيدان وأسعد الشيباني، الجمعة، في أنقرة التعاون الأمني.\nوزار فيدان\tدمشق. ونفى المتحدث الهجوم.\n=خطر"


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def person(id_: str, name: str, state: str, office: str = "foreign-minister") -> Participant:
    return Participant(
        entity=id_, name=name, country=state, sector="GOV", office=office, text=name, span=span(name.split()[-1])
    )


FIDAN, SHAIBANI = person("p1", "هاكان فيدان", "TUR"), person("p2", "أسعد الشيباني", "SYR")
DAY = Interval(start="2025-10-17", end="2025-10-17", granularity="day", text="الجمعة", span=span("الجمعة"))
MONTH = Interval(start="2025-09-01", end="2025-09-30", granularity="month")
ANKARA = Place(name="أنقرة", country="TUR", lat=39.92, lon=32.85, geonames=323786, text="أنقرة", span=span("أنقرة"))
TALKS = Event(
    id="e1",
    type="CONSULT",
    act="talks",
    contexts=("diplomatic", "military"),
    when=DAY,
    where=ANKARA,
    actors=(FIDAN, SHAIBANI),
    topics=(Topic("التعاون الأمني", span("التعاون الأمني")),),
    sources=(Source(text="المتحدث", kind="unnamed-official", span=span("المتحدث")),),
    links=(Link("prepares", "e2"),),
    evidence=(Evidence(0, TEXT.index("\n")),),
    agreement="a1",
)
VISIT = Event(
    id="e2",
    type="CONSULT",
    mode="visit",
    act="visit",
    when=MONTH,
    where=Place(name="دمشق", country="SYR", span=span("دمشق")),
    actors=(FIDAN,),
    recipients=(Participant(entity="s1", name="سوريا", country="SYR", sector="GOV", inferred=True),),
    evidence=(Evidence(*span("وزار فيدان\tدمشق")),),
)
DENIED = Event(
    id="e3",
    type="ASSAULT",
    act="attack",
    status="denied",
    actors=(SHAIBANI,),
    evidence=(Evidence(*span("ونفى المتحدث الهجوم")),),
)
PLANNED = Event(
    id="e4", type="AGREE", act="meeting", status="planned", actors=(FIDAN, SHAIBANI), evidence=(Evidence(0, 3),)
)
FORMULA = Event(
    id="e5",
    type="REQUEST",
    mode="meet",
    act="appeal",
    when=DAY,
    actors=(Participant(entity="p3", name='=HYPERLINK("http://x";"y")\u202e\x07', country="PSE", sector="OPP"),),
    evidence=(Evidence(*span("=خطر")),),
)


@pytest.fixture
def record() -> Record:
    return Record(
        document=Document(
            id="../doc 1", text=TEXT, published="2025-10-17", outlet="وكالة", url="https://example.org/1", language="ar"
        ),
        entities=(
            Entity(
                id="p1", kind="person", name="هاكان فيدان", country="TUR", sector="GOV", mentions=(span("هاكان فيدان"),)
            ),
            Entity(id="p2", kind="person", name="أسعد الشيباني", country="SYR", mentions=(span("أسعد الشيباني"),)),
            Entity(id="s1", kind="state", name="سوريا", country="SYR", wikidata="Q858"),
            Entity(id="p3", kind="group", name="جماعة", country="PSE"),
        ),
        tenures=(Tenure(person="p1", name="هاكان فيدان", office="foreign-minister", country="TUR", seen="2025-10-17"),),
        events=(TALKS, VISIT, DENIED, PLANNED, FORMULA),
        agreements=(Agreement(id="a1", kind="memorandum"),),
    )


@pytest.fixture
def write(record: Record) -> Callable[[str], tuple[bytes, Losses]]:
    def run(name: str) -> tuple[bytes, Losses]:
        stream = BytesIO()
        losses = export([record, Record(document=Document(id="empty", text="لا شيء"))], find_format(name), stream)
        return stream.getvalue(), losses

    return run
