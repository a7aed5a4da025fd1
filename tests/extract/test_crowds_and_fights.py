"""Marches are no drones, a crowd nobody names is of its place, and who fights, storms or is told of by others."""

import pytest

import waqai

Told = tuple[str, str, set[str], set[str]]

REPORTS: list[tuple[str, list[Told]]] = [
    # a march has a definite name, or somebody holds it; a drone does something or is somebody's
    ("شهدت العاصمة الكينية نيروبي مسيرة حاشدة ضد الضرائب.", [("PROTEST", "protest", {"محتجون"}, set())]),
    ("استهدفت مسيرة إسرائيلية سيارة في صيدا.", [("ASSAULT", "attack", {"مسيرة إسرائيلية"}, set())]),
    ("تسببت المسيرة في مواجهات بين الشرطة الكينية وطلاب.", [("ASSAULT", "clash", {"الشرطة الكينية", "طلاب"}, set())]),
    # only folding makes of «شحنة» a verb with its pronoun
    ("دمر الجيش السوداني شحنة من الأسلحة في الفاشر.", [("ASSAULT", "attack", {"الجيش السوداني"}, set())]),
    ("بحث الوزير الكيني قضية اللاجئين الصوماليين مع سفير إيطاليا.", [("CONSULT", "talks", {"الوزير الكيني", "سفير إيطاليا"}, set())]),
    # after a time the place that is stormed follows those who storm it
    ("اقتحم ألفا مستوطن صباح الأحد باحات المسجد الأقصى.", [("ASSAULT", "attack", {"ألفا مستوطن"}, set())]),
    # who says that a deed was meant did not do it
    ("أكد الاتحاد الأفريقي أن استهداف المستشفى في الخرطوم كان متعمدا.", [("ASSAULT", "attack", set(), {"المستشفى"})]),
    ("ازدادت حدة القصف المتبادل بين الجيش السوداني وقوات الدعم السريع.", [("ASSAULT", "clash", {"الجيش السوداني", "قوات الدعم السريع"}, set())]),
    ("صدقت الحكومة الكينية، أمس، على مرسوم رئاسي ينظم الانتخابات.", [("SUPPORT", "ratification", {"الحكومة الكينية"}, set())]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), REPORTS)
def test_who_does_what(text: str, told: list[Told]) -> None:
    events = waqai.read(text, published="2025-10-17").events
    assert [(e.type, e.act, {a.name for a in e.actors}, {r.name for r in e.recipients}) for e in events] == told


def test_a_march_with_a_name_is_one() -> None:
    text = "تنطلق اليوم مسيرة الأعلام في القدس. وأغلقت الشرطة الإسرائيلية الطريق قبل مسيرة الأعلام بساعات."
    events = waqai.read(text, published="2025-10-17").events
    assert [e.type for e in events].count("PROTEST") == 1
