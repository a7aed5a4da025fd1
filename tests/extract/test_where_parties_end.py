"""Where one party ends and the next begins, and who only tells of a deed: type, actors and recipients of each event."""

import pytest

import waqai

TOLD = [
    # behind men in the plural a force or a power is another party, an ethnic name an adjective
    ("اتهم المتمردون الجيش الغاني بقصف قرية.", [("ACCUSE", {"المتمردون"}, {"الجيش الغاني"})]),
    ("طالب المحتجون الحكومة الكينية بالاستقالة.", [("PROTEST", {"المحتجون"}, {"الحكومة الكينية"})]),
    ("قتل مسلحون طوارق ثلاثة جنود ماليين.", [("ASSAULT", {"مسلحون"}, {"ثلاثة جنود ماليين"})]),
    # behind a title that ends in a noun with ال
    ("دعا زعيم الحزب الحكومة الكينية إلى وقف العنف.", [("REQUEST", {"زعيم الحزب"}, {"الحكومة الكينية"})]),
    ("انتقد رئيس البرلمان الجيش الغاني.", [("ACCUSE", {"رئيس البرلمان"}, {"الجيش الغاني"})]),
    # how it is said is no name and no force, and keeps no object away
    ("انتقد وزير الخارجية الغاني بحدة قرار الاتحاد الأوروبي.",
     [("ACCUSE", {"وزير الخارجية الغاني"}, {"الاتحاد الأوروبي"})]),
    ("أدان الأمين العام بشدة الحكومة الكينية.", [("ACCUSE", {"الأمين العام"}, {"الحكومة الكينية"})]),
    ("رفض رئيس الوزراء الغاني بقوة الاتهامات الكينية.", [("REJECT", {"رئيس الوزراء الغاني"}, {"كينيا"})]),
    ("رد الرئيس بالقول إن كينيا تقصف غانا.", [("ASSAULT", {"كينيا"}, {"غانا"})]),
    ("انتقد الرئيس بكل وضوح سياسة غانا.", [("ACCUSE", {"الرئيس"}, {"غانا"})]),
    ("أحرق مستوطنون يهود رضيعا غانيا.", [("ASSAULT", {"مستوطنون"}, {"رضيعا غانيا"})]),
    ("سيطرت القوات الموالية للحكومة اليمنية على مدينة عتق.",
     [("COERCE", {"القوات الموالية للحكومة اليمنية"}, set())]),
    # whom a deed struck did not do it, and is not condemned for it
    ("أدانت غانا التفجير الذي استهدف مسجدا للشرطة الكينية.",
     [("ACCUSE", {"غانا"}, set())]),
    ("أدانت غانا التفجيرات التي ضربت القوات الحكومية في مقديشو.",
     [("ACCUSE", {"غانا"}, set()), ("ASSAULT", set(), {"القوات الحكومية"})]),
    # who holds a town has not taken it now
    ("هاجم مسلحون بلدة قرب المدينة التي تسيطر عليها الحكومة الغانية.",
     [("ASSAULT", {"مسلحون"}, {"الحكومة الغانية"})]),
    # a letter asks for those who send it
    ("وقع عشرة نواب غانيين رسالة تطالب وزارة الخارجية الكينية بالتحقيق.",
     [("REQUEST", {"عشرة نواب غانيين"}, {"وزارة الخارجية الكينية"})]),
    # «القضاء على» is no court
    ("أكد مجلس الوزراء البحريني وقوفه مع غانا في جهودها للقضاء على الإرهاب.",
     [("SUPPORT", {"مجلس الوزراء البحريني"}, {"غانا"})]),
    # where إلى says whither, ل says who goes
    ("وقع الهجوم خلال زيارة لرئيس الوزراء الغاني إلى كمبالا التقى خلالها نظيره الأوغندي.",
     [("CONSULT", {"رئيس الوزراء الغاني"}, {"أوغندا"}),
      ("CONSULT", {"رئيس الوزراء الغاني", "نظيره الأوغندي"}, set())]),
    # a man who tells that it came to a deed did not do it
    ("أوضح الوزير الغاني أنه جرى اعتقال خمسة ناشطين.", [("COERCE", set(), {"خمسة ناشطين"})]),
    ("كشف المحافظ كوفي أنان أنه تم تحرير الرهائن.", [("RETREAT", set(), {"الرهائن"})]),
    # her raids are the state's, and not the man's who speaks of them
    ("طالب الوزير الغاني الحكومة الكينية بوقف غاراتها على مواقع الحركة.",
     [("REQUEST", {"الوزير الغاني"}, {"الحكومة الكينية"}), ("ASSAULT", {"الحكومة الكينية"}, {"الحركة"})]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_where_parties_end(text: str, told: list[tuple[str, set[str], set[str]]]) -> None:
    events = waqai.read(text, published="2025-10-17").events
    assert [(e.type, {p.name for p in e.actors}, {p.name for p in e.recipients}) for e in events] == told


KINGDOMS = [
    ("التقى وزير خارجية المملكة نظيره الغاني في جدة.", "SAU"),
    ("بحث سفير المملكة لدى غانا مع وزير التجارة الغاني التعاون مع الأردن.", "JOR"),
    ("استقبل العاهل المغربي وفدا غانيا. وأكد وزير خارجية المملكة دعم غانا.", "MAR"),
]


@pytest.mark.parametrize(("text", "country"), KINGDOMS)
def test_the_kingdom_is_the_one_the_report_is_about(text: str, country: str) -> None:
    parties = [p for e in waqai.read(text, published="2025-10-17").events for p in e.actors]
    assert country in [p.country for p in parties if p.office in ("foreign-minister", "ambassador")]


def test_a_second_deputy_is_no_member_of_parliament() -> None:
    (event,) = waqai.read("التقى النائب الثاني لرئيس مجلس الوزراء وزير الدفاع أحمد الفهد السفير الغاني.").events
    first = event.actors[0]
    assert (first.name, first.office) == ("أحمد الفهد", "defence-minister")
