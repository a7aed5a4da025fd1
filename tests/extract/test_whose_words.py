"""Whose words a noun or participle of saying carries: who stands behind it, or who speaks for him."""

import pytest
from tests.ground.told import sides

import waqai

WORDS = [
    # behind the noun stand who says so and what he says it of
    ("أبلغ الوسطاء الحركة رفض غانا المقترح الكيني.", "REJECT", [({"غانا"}, {"كينيا"})]),
    ("أبلغ الوسطاء الحركة رفض غانا القاطع.", "REJECT", [({"الوسطاء"}, {"الحركة"})]),
    # who speaks for his own state says it himself
    ("أعرب وزير الخارجية الغاني عن إدانة غانا للقصف.", "ACCUSE", [({"وزير الخارجية الغاني"}, set())]),
    ("شدد الوزير الكيني على رفض كينيا أي محاولات لتهجير السكان.", "REJECT", [({"الوزير الكيني"}, set())]),
    # what the first of two nouns has behind it is not the second's, which no deed has written
    (
        "أكد الرئيس الغاني جون ماهاما دعمه للحكومة السورية ورفضه الاعتداءات الإسرائيلية على أراضيها.",
        "ACCUSE",
        [({"جون ماهاما"}, {"إسرائيل"})],
    ),
    # a headline that opens with the noun, and whose it is behind it
    ("ترحيب كيني بقرار غانا رفع الحظر", "SUPPORT", [({"كينيا"}, {"غانا"})]),
    ("تأييد الأطباء للقهوة الكينية يتزايد", "SUPPORT", []),
    # between a joined verb and the thing its entry names stands who acts
    (
        "علقت كينيا تمويل المشروع، وجمدت غانا تعاونها مع توغو.",
        "SANCTION",
        [({"كينيا"}, set()), ({"غانا"}, {"توغو"})],
    ),
    # «لن نقبل» agrees with its subject, who stands before or behind it
    ("لن ترسل كينيا جنودا إلى هايتي.", "REJECT", [({"كينيا"}, {"هايتي"})]),
    ("قال الرئيس الغاني إن أكرا لن تعترف بالضم.", "REJECT", [({"الرئيس الغاني"}, set())]),
    # what one denies to have struck or backed
    ("نفت وزارة الدفاع الغانية قصف مستشفى الأطفال في تمالي.", "ASSAULT", [({"وزارة الدفاع الغانية"}, {"مستشفى"})]),
    ("نفت غانا دعم متمردي حركة إم 23.", "SUPPORT", [({"غانا"}, {"متمردي حركة إم 23"})]),
    ("اتهمت كينيا غانا بقصف قرية، لكن أكرا نفت ذلك.", "REJECT", [({"غانا"}, {"كينيا"})]),
    # a body of those named behind it
    (
        "حمّلت تنسيقية منظمات المجتمع المدني السلطات الغانية مسؤولية مقتل المدنيين.",
        "ACCUSE",
        [({"تنسيقية منظمات المجتمع المدني"}, {"السلطات الغانية"})],
    ),
    # to say again that something is needed is an appeal, and no support
    ("جددت كينيا التأكيد على ضرورة وقف إطلاق النار في غانا.", "REQUEST", [({"كينيا"}, set())]),
    ("جددت كينيا التأكيد على ضرورة وقف إطلاق النار في غانا.", "SUPPORT", []),
    # whom a verb of two objects charges with one party beside it
    ("قالت الناطقة الغانية إن الحرب انتهت. واتهمت نيروبي بالكذب.", "ACCUSE", [({"الناطقة الغانية"}, {"كينيا"})]),
    ("نددت كينيا بالقصف، محملة غانا المسؤولية عنه.", "ACCUSE", [({"كينيا"}, {"غانا"})]),
    # a hospital that somebody runs does not loot what it has
    ("اقتحم مسلحون مستشفى تديره كينيا ونهبوا محتوياته.", "COERCE", [({"مسلحون"}, set())]),
    ("قالت كينيا إن ثلاثة من موظفيها خطفوا ولم يعرف مصيرهم.", "ASSAULT", [(set(), {"ثلاثة من موظفيها"})]),
    # words of others taken up again, and what one intends, told once
    ("قالت كينيا إنها لا تستجيب لمثل هذه التهديدات.", "THREATEN", []),
    ("تعتزم كينيا فرض عقوبات على غانا.", "THREATEN", []),
    ("تعتزم كينيا فرض عقوبات على غانا.", "SANCTION", [({"كينيا"}, {"غانا"})]),
    # the accused did what a noun with ب tells
    ("اتهمت الحكومة الغانية حركة الشباب بقصف مدرسة.", "ASSAULT", [({"حركة الشباب"}, {"مدرسة"})]),
    ("نددت كينيا بالهجوم، متهمة غانا بقتل المدنيين.", "ASSAULT", [({"غانا"}, {"المدنيين"})]),
    (
        "واتهم الرئيس الكيني، في كلمة ألقاها قبيل عودته، غانا بشن غارات على نيروبي.",
        "ASSAULT",
        [({"غانا"}, {"كينيا"})],
    ),
    # whom words carry on, past what stands between commas, and who says it in his words
    (
        "كشف الرئيس الغاني أنه أبلغ نظيره الكيني، خلال مكالمة استمرت ساعة، رفض بلاده الرسوم.",
        "REJECT",
        [({"الرئيس الغاني"}, {"نظيره الكيني"})],
    ),
    (
        "قال الوزير الغاني إن بلاده باقية، ردا على تصريحات للرئيس الكيني طالب فيها بانسحاب غاني كامل.",
        "REQUEST",
        [({"الرئيس الكيني"}, {"غانا"})],
    ),
    # who is named behind his words
    ('"سنرد بقوة على أي عدوان"، هكذا قال الرئيس الغاني جون ماهاما.', "THREATEN", [({"جون ماهاما"}, set())]),
    ("«لن نتفاوض تحت الضغط»، يقول وزير الخارجية الكيني.", "REJECT", [({"وزير الخارجية الكيني"}, set())]),
    ('"لا نعترف بهذه المحكمة"، قال الرئيس الغاني جون ماهاما.', "REJECT", [({"جون ماهاما"}, {"المحكمة"})]),
    # "I" is who speaks, and who signed a statement signed no agreement
    ('كتب الوزير الغاني على إكس: "أدعو كينيا إلى التراجع فورا".', "REQUEST", [({"الوزير الغاني"}, {"كينيا"})]),
    ("أعلنت غانا، في بيان وقعه وزير خارجيتها، رفضها العقوبات.", "SUPPORT", []),
    ("سيعقد الرئيس الغاني جلسة للمصادقة على الخطة.", "SUPPORT", []),
    # behind a comma who spoke goes on, and not whom he spoke of
    (
        "قال رئيس الوزراء الكيني إن الحكومة مستعدة للحوار، متهما غانا بالمماطلة.",
        "ACCUSE",
        [({"رئيس الوزراء الكيني"}, {"غانا"})],
    ),
]


@pytest.mark.parametrize(("text", "kind", "told"), WORDS)
def test_whose_words_they_are(text: str, kind: str, told: list[tuple[set[str], set[str]]]) -> None:
    assert sides(text, kind) == told


def test_a_sentence_may_end_with_whom_it_was_told_to() -> None:
    record = waqai.read("أدان وزير الخارجية الكيني الهجوم على غاريسا، وفق تصريح للوكالة", published="2026-02-03")
    assert "ACCUSE" in [e.type for e in record.events]


def test_what_carries_it_out_says_nothing() -> None:
    text = "رحب وزير الدولة القطري بالاتفاق، مؤكدا أنه سينفذ وفق آليات حددت في لومي"
    events = waqai.read(text, published="2026-02-03").events
    assert events
    assert not [s.text for e in events for s in e.sources if "آليات" in s.text]


def test_a_signed_paper_is_not_signed_by_who_speaks_of_it() -> None:
    text = "رأى الوزير القطري محمد الخليفي أن إعلان المبادئ الموقع في لومي في 19 يوليو مهد للاتفاق"
    signed = [e for e in waqai.read(text, published="2026-02-03").events if e.act == "signing"]
    assert not [p.name for e in signed for p in e.actors]
