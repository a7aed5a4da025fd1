"""Who a role without a name is, and of which state an office is that names none."""

import pytest

import waqai


def actors(text: str, outlet: str | None = None) -> list[tuple[str, str | None, str | None]]:
    record = waqai.read(text, published="2025-06-11", outlet=outlet)
    return [(p.name, p.office, p.country) for e in record.events for p in e.actors]


def test_a_role_is_the_person_named_with_that_office_later() -> None:
    text = (
        "التقى الرئيس الكيني نظيره المصري في القاهرة أمس.\n"
        "وقال الرئيس الكيني ويليام روتو إن الزيارة ناجحة، وشكر الرئيس المصري عبد الفتاح السيسي."
    )
    assert ("ويليام روتو", "head-of-state", "KEN") in actors(text)


def test_the_latter_is_the_person_named_last() -> None:
    text = "استقبل الرئيس المصري نبيه الطلفاحي وزير الخارجية الإيطالي أنطونيو تاياني. وطالب الأخير إسرائيل بوقف الحرب."
    assert actors(text)[-1] == ("أنطونيو تاياني", "foreign-minister", "ITA")


@pytest.mark.parametrize(
    ("outlet", "country"), [("كونا", "KWT"), ("وكالة الأنباء الكويتية (كونا)", "KWT"), ("وام", "ARE")]
)
def test_an_office_without_a_state_is_of_the_outlet_s_own(outlet: str, country: str) -> None:
    text = "التقى وزير الخارجية سالم الطلفاحي سفراء الكويت والإمارات أمس."
    record = waqai.read(text, published="2025-06-11", outlet=outlet)
    assert [e.country for e in record.entities if e.name == "سالم الطلفاحي"] == [country]


def test_two_members_of_one_family_are_two() -> None:
    text = "استقبل أمير الكويت الشيخ مشعل الأحمد الجابر الصباح نائب وزير الخارجية الشيخ جراح جابر الأحمد الصباح."
    people = {e.name for e in waqai.read(text).entities if e.kind == "person"}
    assert people == {"مشعل الأحمد الجابر الصباح", "جراح جابر الأحمد الصباح"}
