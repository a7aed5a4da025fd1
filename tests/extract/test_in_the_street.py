"""What a crowd does is protest: what it says aloud, closes or storms; and what its words only give the reason of."""

import pytest

import waqai

Told = tuple[str, str | None, set[str]]

REPORTS: list[tuple[str, list[Told]]] = [
    # what many people do to demand or condemn something is a protest, whatever the verb
    ("خرج مئات المواطنين مساء الأحد في مدينة مأرب مطالبين بصرف الرواتب.", [("PROTEST", "demo", {"مئات المواطنين"})]),
    ("اصطف عشرات الأهالي أمام السجن في نواكشوط مطالبين بالإفراج عن أبنائهم.", [("PROTEST", "demo", {"عشرات الأهالي"})]),
    # who closes a road by trade or town obstructs; a state that does restricts
    ("أغلق مزارعون بلجيكيون الطريق السريع قرب ليل بالجرارات.", [("PROTEST", "obstruct", {"مزارعون بلجيكيون"})]),
    ("أغلقت الشرطة الكينية الطرق المؤدية إلى البرلمان.", [("COERCE", "restrict", {"الشرطة الكينية"})]),
    ("احتل طلاب مبنى رئاسة الجامعة في بروكسل.", [("PROTEST", "obstruct", {"طلاب"})]),
    # a counted crowd storms, gunmen attack
    ("اقتحم الآلاف مقر إقامة الرئيس الملغاشي في أنتاناناريفو.", [("PROTEST", "riot", {"الآلاف"})]),
    # why one strikes is no second event
    ("توقف عمال المناجم في غينيا عن العمل احتجاجا على تأخر الأجور.", [("PROTEST", "strike", {"عمال المناجم"})]),
    # protests that fill a town, with nobody named
    ("عمت التظاهرات مدينة الحلة رفضا للقرار.", [("PROTEST", "demo", {"محتجون"})]),
    # what one enters or holds says what it is
    ("دخل الناشط التونسي سليم بن عمار في إضراب جوع.", [("PROTEST", "hunger", {"سليم بن عمار"})]),
    ("نفذ أساتذة الجامعة الموريتانية اعتصاما أمام الوزارة.", [("PROTEST", "demo", {"أساتذة"})]),
    # forces that a place sees, whosever they are
    ("وصلت تعزيزات عسكرية إلى مدينة المكلا.", [("MOBILIZE", "troops", set())]),
    ("أعلنت قبائل شبوة النفير العام.", [("MOBILIZE", "militia", {"قبائل شبوة"})]),
    ("دفعت وزارة الداخلية الليبية بقوات إلى مدينة سرت.", [("MOBILIZE", "police", {"وزارة الداخلية الليبية"})]),
    # what one army does by itself is posture, what it does with others is co-operation
    ("بدأ الجيش المغربي تدريبات عسكرية في الداخلة.", [("MOBILIZE", "troops", {"الجيش المغربي"})]),
    ("يشارك الجيش التونسي في تدريبات عسكرية في البحر المتوسط.", [("COOPERATE", None, {"الجيش التونسي"})]),
    # a court sets free, a siege lifted is access, a crossing opened again is no embassy
    ("قررت النيابة الكويتية إطلاق سراح الناشط فهد العازمي.", [("RETREAT", "release", {"النيابة الكويتية"})]),
    ("رفعت القوات الإثيوبية الحصار عن بلدة لاليبيلا.", [("RETREAT", "access", {"القوات الإثيوبية"})]),
    ("أعادت بولندا فتح معبرين مع بيلاروسيا.", [("RETREAT", "access", {"بولندا"})]),
    # what is stopped did not go on, and a readiness to yield is no promise beside it
    ("أوقفت إثيوبيا القصف على مواقع المتمردين.", [("RETREAT", "ceasefire", {"إثيوبيا"})]),
    ("أعلنت الحكومة الكولومبية موافقتها على الهدنة.", [("CONCEDE", None, {"الحكومة الكولومبية"})]),
    ("انطلقت مسيرة من أمام المسجد الكبير وسط عمان.", [("PROTEST", "demo", {"محتجون"})]),
    ("شهدت مدينة الرباط إنزالا أمنيا كثيفا.", [("MOBILIZE", "police", set())]),
    ("أطلق سراح النائب السابق بكفالة في بغداد.", [("RETREAT", "release", set())]),
    # no protest: the cheering of fans, a flood, fans and a referee
    ("خرج آلاف المشجعين إلى شوارع الدوحة احتفالا بالفوز.", []),
    ("انطلقت مسيرة خيرية في شوارع دبي.", []),
    ("بدأت التطبيقات الذكية الانتشار في السعودية.", []),
    ("وصلت قوات الدفاع المدني السعودي إلى موقع الانهيار.", []),
    ("قطعت السيول الطريق بين عدن وأبين.", []),
]


@pytest.mark.parametrize(("text", "told"), REPORTS)
def test_what_a_crowd_does(text: str, told: list[Told]) -> None:
    events = waqai.read(text, published="2025-10-17").events
    assert [(e.type, e.mode, {a.name for a in e.actors}) for e in events] == told
