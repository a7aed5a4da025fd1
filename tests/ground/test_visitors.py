"""Who came, who is meant by an office that only the list of officials knows, and two surnames side by side."""

import pytest

import waqai

# Text, an act, and who takes part in the events of that act.
WHO = [
    # nobody visits his own state
    (
        "استقبل رئيس الوزراء القطري محمد بن عبدالرحمن وزير خارجية النرويج إسبن بارث إيدي في إطار زيارة رسمية إلى قطر.",
        "visit",
        [["إسبن بارث إيدي"]],
    ),
    (
        "وصل الرئيس التونسي قيس سعيد، حيث استقبله الرئيس الجزائري عبد المجيد تبون، في مستهل زيارة إلى الجزائر.",
        "visit",
        [["قيس سعيد"]],
    ),
    ("زار الرئيس المصري عبد الفتاح السيسي أسوان.", "visit", [["عبد الفتاح السيسي"]]),
    # an office whose holder the text names, and the list knows as that
    ("وصل غروندبرغ إلى عدن. واجتمع المبعوث الأممي بالوزير اليمني.", "meeting", [["غروندبرغ", "الوزير اليمني"]]),
    ("وصل ماكرون إلى الرباط. والتقى الرئيس الفرنسي نظيره الكيني.", "meeting", [["ماكرون", "نظيره الكيني"]]),
    ("وصل غروندبرغ إلى عدن. واجتمع السفير الكيني بالوزير اليمني.", "meeting", [["السفير الكيني", "الوزير اليمني"]]),
    # what stands behind «في» with a pronoun is no post
    ("طالب مبعوث الأمم المتحدة في كلماته الحكومة اليمنية بصرف الرواتب.", "demand", [["مبعوث الأمم المتحدة"]]),
    # two surnames
    (
        "وقع الوزير الروسي سيرغي لافروف ونظيره الصربي ماركو جوريتش اتفاقا. كما التقى لافروف جوريتش.",
        "meeting",
        [["سيرغي لافروف", "ماركو جوريتش"]],
    ),
    # whom a delegation stands for
    (
        "التقى الرئيس التشادي محمد ديبي وفدا يمثل الدول الأعضاء في الاتحاد الأوروبي.",
        "meeting",
        [["محمد ديبي", "الاتحاد الأوروبي"]],
    ),
    # talks that somebody is for are not held by that
    ("أكد وزير الخارجية القطري مساندته الحوار بين كينيا وغانا.", "talks", []),
    ("شددت الوزيرة الكينية على تشجيع بلادها للحوار بين الهند وباكستان.", "talks", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "who"), WHO)
def test_who_takes_part(text: str, act: str, who: list[list[str]]) -> None:
    events = waqai.read(text, published="2025-10-17").events
    assert [[p.name for p in e.actors] for e in events if e.act == act] == who
