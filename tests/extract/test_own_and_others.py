"""Whose envoy, whose words, whose doing: what the clause says of who did it and how often."""

import pytest

import waqai

TOLD = [
    ("استدعت غانا في 18 يوليو/تموز سفيرها في نيروبي للتشاور.", [("SANCTION", "recall", {"غانا"}, {"كينيا"})]),
    ("استدعت غانا في 18 يوليو/تموز السفير الكيني.", [("ACCUSE", "summoning", {"غانا"}, {"السفير الكيني"})]),
    # what one says of a thing condemned is no second condemnation
    ("أدانت وزارة الخارجية الغانية القصف، وعدّته انتهاكا لميثاق الأمم المتحدة.",
     [("ACCUSE", "condemnation", {"وزارة الخارجية الغانية"}, set())]),
    # what was told before is the subject of «ما أطلق»
    ("واعتُقل النائب الغاني جون ماهاما، ما أطلق موجة احتجاجات في نيروبي.",
     [("COERCE", "arrest", set(), {"جون ماهاما"}), ("PROTEST", "protest", {"محتجون"}, set())]),
    ("توصلت كينيا إلى اتفاق مع غانا يقضي بإيقاف العمليات العسكرية.",
     [("CONCEDE", "ceasefire", {"كينيا", "غانا"}, set())]),
    ("تستعد غانا لتزويد كينيا بأسلحة نوعية.", [("AGREE", "delivery", {"غانا"}, {"كينيا"})]),
    ("أعربت غانا عن استعدادها للعودة إلى طاولة المفاوضات مع كينيا.", [("AGREE", "pledge", {"غانا"}, {"كينيا"})]),
    ("أعرب الرئيس الغاني عن أمله في أن تكون الخطوة فاتحة خير.", []),
    ("عزى ملك الأردن الرئيس التركي.", [("SUPPORT", "condolence", {"ملك الأردن"}, {"الرئيس التركي"})]),
    ("أعلنت حركة الشباب مسؤوليتها عن الهجوم على قاعدة للجيش الصومالي.",
     [("ASSAULT", "attack", {"حركة الشباب"}, {"الجيش الصومالي"})]),
    ("استضافت نيروبي محادثات بين وزيري خارجية غانا ومالي.",
     [("CONSULT", "talks", {"وزيري خارجية غانا", "مالي"}, set())]),
    ("قتل جندي كيني في كمين نفذته حركة الشباب.", [("ASSAULT", "attack", {"حركة الشباب"}, {"جندي كيني"})]),
    ("استخدمت غانا حق النقض ضد مشروع قرار يدعو إلى وقف إطلاق النار.", [("REJECT", "refusal", {"غانا"}, set())]),
    ("استدعت غانا سفيرها في كينيا.", [("SANCTION", "recall", {"غانا"}, {"كينيا"})]),
    ("استدعى المغرب سفيره في تونس.", [("SANCTION", "recall", {"المغرب"}, {"تونس"})]),
    ("أقر البرلمان الكيني قانونا يجرم التطبيع مع غانا.", []),
    ("حضر الجلسة ممثلون عن السفارات الأجنبية.", []),
    ("نشرت وزارة الدفاع الغانية بيانا على فيسبوك عن القوات.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_is_told_of_whom(text: str, told: list[tuple[str, str, set[str], set[str]]]) -> None:
    events = waqai.read(text, published="2025-10-17").events
    found = [(e.type, e.act, {p.name for p in e.actors}, {p.name for p in e.recipients}) for e in events]
    assert found == told
