"""Meetings to come: told by a noun with its verb behind it, by a host, or by the round before."""

import pytest
from tests.ground.told import sides

import waqai
from waqai.model import Event


def _planned(text: str) -> Event:
    told = [e for e in waqai.read(text, published="2025-10-17").events if e.type == "AGREE"]
    assert len(told) == 1
    return told[0]


@pytest.mark.parametrize(
    ("text", "states", "place"),
    [
        # a noun whose verb stands behind its parties; who tells of it does not meet
        ("كشف وزير النفط الغاني عن جولة مفاوضات بين كينيا ومالي ستنطلق في لومي بعد شهر.", {"KEN", "MLI"}, "لومي"),
        ("أعلنت كينيا أن قمة ثلاثية تجمع غانا وتوغو وبنين ستعقد في أكرا الأحد المقبل.", {"GHA", "TGO", "BEN"}, "أكرا"),
        # a host in a relative clause; the verb tells no second meeting
        ("اختتم وزير الري الغاني زيارته تمهيدا لاجتماع وزراء إيغاد الذي تستضيفه نيروبي الشهر المقبل.", set(), "نيروبي"),
        # a town hosts
        ("اتفق رئيسا غانا وتوغو على أن تستضيف أكرا القمة القادمة عام 2027.", {"GHA", "TGO"}, "أكرا"),
        ("تستضيف نيروبي القمة القادمة عام 2027.", {"KEN"}, "نيروبي"),
        # «بين» of an agreement in the passive
        ("تم الاتفاق بين غانا وتوغو على فتح مكتب مشترك.", {"GHA", "TGO"}, None),
    ],
)
def test_a_meeting_to_come_has_its_own_parties_and_place(text: str, states: set[str], place: str | None) -> None:
    event = _planned(text)
    assert {a.country for a in event.actors} - {None} == states
    assert (event.where.name if event.where else None) == place


def test_stations_of_a_journey_to_come_are_to_come() -> None:
    text = (
        "يبدأ الملك عبدالله الثاني غدا جولة تقوده إلى غانا وتوغو. "
        "ويستهل جلالته الجولة من أكرا حيث يلتقي الرئيس الغاني. "
        "وفي لومي، يعقد جلالته مباحثات مع رئيس الوزراء التوغولي. وكان جلالته قد استقبل سفير بنين في مارس 2023."
    )
    told = [(e.type, e.act, e.status) for e in waqai.read(text, published="2025-10-17").events]
    assert told == [
        ("AGREE", "visit", "planned"),
        ("AGREE", "meeting", "planned"),
        ("AGREE", "meeting", "planned"),
        ("CONSULT", "meeting", "happened"),
    ]


def test_the_next_round_is_of_the_states_that_met_before() -> None:
    text = (
        "عقد وزيرا داخلية غانا وتوغو محادثات في لومي. وقال الوزير الغاني إن الجولة الثانية ستعقد في أكرا الشهر المقبل."
    )
    assert {a.name for a in _planned(text).actors} == {"غانا", "توغو"}


def test_a_tour_leads_its_traveller_on() -> None:
    text = "زار وزير الري الكيني أكرا أمس ضمن جولة تقوده كذلك إلى توغو وبنين."
    assert sides(text, "AGREE") == [({"وزير الري الكيني"}, {"توغو", "بنين"})]
