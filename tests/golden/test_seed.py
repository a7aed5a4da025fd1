"""The report that started the project: what a careful reader finds in it, Waqai finds."""

from pathlib import Path

import pytest

import waqai
from waqai.model import Event, Record

TEXT = (Path(__file__).parents[2] / "examples" / "ankara-call.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def record() -> Record:
    return waqai.read(TEXT, published="2025-10-17", outlet="وكالة الأناضول")


def one(record: Record, act: str, day: str) -> Event:
    """The event of that act that begins on that day."""
    found = [e for e in record.events if e.act == act and e.when and e.when.start == day]
    assert len(found) == 1, f"{act} of {day}: {[(e.act, e.when) for e in record.events]}"
    return found[0]


def offices(event: Event) -> set[tuple[str, str | None, str | None]]:
    return {(p.name, p.office, p.country) for p in event.actors}


def test_every_span_says_its_words(record: Record) -> None:
    for event in record.events:
        for said in (event.when, event.where, *event.actors, *event.recipients, *event.sources):
            if said is not None and said.span is not None and said.text is not None:
                assert TEXT[said.span[0] : said.span[1]]
        for participant in (*event.actors, *event.recipients):
            if participant.span is not None:
                assert TEXT[participant.span[0] : participant.span[1]] == participant.text


def test_the_call_is_between_the_two_foreign_ministers_inferred(record: Record) -> None:
    call = one(record, "call", "2025-10-17")
    assert (call.type, call.mode) == ("CONSULT", "phone")
    assert offices(call) == {("هاكان فيدان", "foreign-minister", "TUR"), ("أسعد الشيباني", "foreign-minister", "SYR")}
    assert all(p.inferred and p.because for p in call.actors)
    assert [(s.text, s.kind, s.country) for s in call.sources] == [
        ("مصادر في وزارة الخارجية التركية", "unnamed-official", "TUR")
    ]


def test_the_ankara_meeting_has_its_six_officials(record: Record) -> None:
    meeting = one(record, "meeting", "2025-10-12")
    assert meeting.where is not None
    assert meeting.where.name == "أنقرة"
    assert offices(meeting) == {
        ("هاكان فيدان", "foreign-minister", "TUR"),
        ("يشار غولر", "defence-minister", "TUR"),
        ("إبراهيم قالن", "intelligence-chief", "TUR"),
        ("أسعد الشيباني", "foreign-minister", "SYR"),
        ("مرهف أبو قصرة", "defence-minister", "SYR"),
        ("حسين السلامة", "intelligence-chief", "SYR"),
    }


def test_the_signing_of_august_has_parties_and_provisions(record: Record) -> None:
    signing = one(record, "signing", "2025-08-13")
    assert {p.country for p in signing.actors} == {"TUR", "SYR"}
    assert signing.where is not None
    assert signing.where.name == "أنقرة"
    agreement = next(a for a in record.agreements if a.id == signing.agreement)
    assert set(agreement.parties) == {"TUR", "SYR"}
    said = " ".join(p.text for p in (*agreement.provisions, *agreement.aims))
    assert "إزالة الألغام" in said
    assert "الدفاع السيبراني" in said


def test_background_keeps_its_own_dates(record: Record) -> None:
    talks = one(record, "talks", "2025-09-01")
    assert talks.when is not None
    assert talks.when.granularity == "month"
    seized = one(record, "seizure-of-control", "2024-12-08")
    assert [p.name for p in seized.actors] == ["فصائل سورية"]


def test_the_visit_to_damascus_comes_from_the_ministry(record: Record) -> None:
    visit = one(record, "visit", "2025-10-17")
    assert [(p.name, p.country) for p in visit.actors] == [("إلكاي ألتنداغ", "TUR")]
    assert visit.where is not None
    assert visit.where.name == "دمشق"
    assert any("وزارة الدفاع" in s.text and s.via for s in visit.sources)
