"""What long sentences speak of without saying that it was done, and who is meant where clauses nest."""

import pytest

import waqai

# Text, and the events it tells: type, status and actors of each.
REPORTS = [
    # a murder condemned is no verdict; incitement condemned is no conviction for it
    ("أدانت الخارجية القطرية جريمة القتل في الخليل.", [("ACCUSE", "happened", ["الخارجية القطرية"])]),
    ("أدانت الخارجية المصرية حملات التحريض على السودان.", [("ACCUSE", "happened", ["الخارجية المصرية"])]),
    # «لتحقيق» is to achieve, «أجهزة» are devices, «ثمنا» is a price
    ("أعلنت وزارة الإعلام الكينية أنها ستبدأ جهودا إضافية لتحقيق العدالة.", []),
    ("استخدم جنود كينيون أجهزة كشف الألغام على الطرق.", []),
    # what أن opens has a subject of its own, and is no object of the verb above it
    ("أعلن وزير العدل العراقي بنكين ريكاني أن الملف سيحال إلى القضاء.", []),
    (
        "أكد وزير المياه الكيني أن إثيوبيا عازمة على مواصلة بناء السد.",
        [("AGREE", "planned", ["إثيوبيا"])],
    ),
    # intent stands between the verb and what is intended
    (
        "أعلنت اليابان والهند عزمهما إجراء مناورات عسكرية مشتركة.",
        [("AGREE", "planned", ["اليابان", "الهند"])],
    ),
    # what one failed to do was not done
    ("قصفت القوات الروسية سومي بعد فشلها في الاستيلاء على خاركيف.", [("ASSAULT", "happened", ["القوات الروسية"])]),
    # a danger is no threat, and who does not rule out has refused nothing
    ("أغلقت كينيا المعبر مما يهدد بقطع الإمدادات عن المخيم.", [("COERCE", "happened", ["كينيا"])]),
    ("لم يستبعد الوزير الكيني إرسال قوات إلى هايتي.", []),
    # «في ظل الحرب» says in what times
    ("زار وزير الدفاع الهندي طوكيو في ظل الحرب في السودان.", [("CONSULT", "happened", ["وزير الدفاع الهندي"])]),
    # a verbal noun with its subject, behind «بينما» too
    (
        "وصل وفد غاني إلى نيروبي، بينما جددت الحكومة الكينية رفضها مشاركة غانا في المحادثات.",
        [("CONSULT", "happened", ["وفد غاني"]), ("REJECT", "happened", ["الحكومة الكينية"])],
    ),
    # what must be done is asked for, what a deed is called is no second deed
    ("قال الرئيس الكيني إنه يجب فتح تحقيق في الحادث.", [("REQUEST", "happened", ["الرئيس الكيني"])]),
    ("وصف الوزير الغاني ما حدث في مالي بأنه اعتداء على السيادة.", [("ACCUSE", "happened", ["الوزير الغاني"])]),
    # a danger that is met is no threat; one's own state is asked for nothing
    ("أعلنت اليابان نشر رادار لمواجهة تهديدات كوريا الشمالية.", []),
    ("قال الرئيس الكيني وليام روتو إن على كينيا مواجهة الحقائق.", []),
    # joined to a purpose, or to what is asked for
    ("أكد الرئيس الكيني تضافر الجهود لمواجهة التحديات وتحرير الأراضي المحتلة من الميليشيات.", []),
    ("دعت كينيا الطرفين إلى وقف القتال وبدء محادثات سلام.", [("REQUEST", "happened", ["كينيا"])]),
    # what a thing is held to be is no promise, a package of reforms no sanction
    ("تعد تصريحات الرئيس الكيني الأقوى حتى الآن بشأن غانا.", []),
    # the one who occupies
    ("قال الناطق باسم حماس إن الاحتلال لن يفلت من العقاب.", []),
]


@pytest.mark.parametrize(("text", "told"), REPORTS)
def test_events_of_long_sentences(text: str, told: list[tuple[str, str, list[str]]]) -> None:
    events = waqai.read(text, published="2025-10-17").events
    assert [(e.type, e.status, [p.name for p in e.actors]) for e in events] == told
