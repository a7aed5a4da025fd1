"""Who did it and to whom, where the words leave it to grammar: measures, strengthened objects, those spoken for."""

import pytest

import waqai

REPORTS = [
    # the preposition of a measure is no preposition of the verb's
    ("اقتحم أكثر من ألف مستوطن باحات المسجد الأقصى.", ("ASSAULT", {"ألف مستوطن"}, set())),
    ("اقتحم عشرات المستوطنين باحات المسجد الأقصى.", ("ASSAULT", {"عشرات المستوطنين"}, set())),
    # a verbal noun that stands with its subject takes its object behind ل
    ("نددت اليابان باعتقال الشرطة الصربية لثلاثة صحفيين.", ("COERCE", {"الشرطة الصربية"}, {"ثلاثة صحفيين"})),
    ("استنكر الأردن اقتحام المستوطنين للمسجد الأقصى.", ("ASSAULT", {"المستوطنين"}, set())),
    ("أكد خفر السواحل أنه تم إنقاذ 24 مهاجرا قبالة صفاقس.", ("AID", {"خفر السواحل"}, {"24 مهاجرا"})),
    # an officer without a name, and nobody else, is the victim
    ("قتل ضابط كيني في هجوم على مركز للشرطة في غاريسا.", ("ASSAULT", set(), {"ضابط كيني"})),
    # force itself is nobody
    ("لوح المتمردون باستخدام القوة ضد الحكومة الكينية.", ("THREATEN", {"المتمردون"}, {"الحكومة الكينية"})),
    # those joined to the other side are of it
    (
        "تحفظ الرئيس الصربي على انضمام كوسوفو ومولدوفا إلى الاتحاد الأوروبي.",
        ("ACCUSE", {"الرئيس الصربي"}, {"كوسوفو", "مولدوفا"}),
    ),
    # an official's own state is not whom he speaks against
    (
        "كرر رئيس الوزراء الكيني، في بيان لمكتبه، تأكيد رفض كينيا العدوان الإسرائيلي على لبنان.",
        ("ACCUSE", {"رئيس الوزراء الكيني"}, {"إسرائيل"}),
    ),
    # what a spokesman tells of is done by those he speaks for
    ("أعلن الناطق باسم خفر السواحل المالطي إنقاذ 24 مهاجرا.", ("AID", {"خفر السواحل"}, {"24 مهاجرا"})),
    ("أعلن المتحدث باسم الشرطة الكينية اعتقال خمسة لصوص.", ("COERCE", {"الشرطة"}, {"خمسة لصوص"})),
]


@pytest.mark.parametrize(("text", "told"), REPORTS)
def test_who_did_it_to_whom(text: str, told: tuple[str, set[str], set[str]]) -> None:
    kind, actors, recipients = told
    events = waqai.read(text, published="2025-10-17").events
    found = [({p.name for p in e.actors}, {p.name for p in e.recipients}) for e in events if e.type == kind]
    assert found == [(actors, recipients)]
