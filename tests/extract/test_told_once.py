"""What is intended, agreed on, called off or described by the way is one event, and told once."""

import pytest

import waqai


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("تعتزم واشنطن وطهران توقيع اتفاق نووي قريبا", [("AGREE", "signing")]),
        ("يعتزم البرلمان السلوفيني التصديق على اتفاق التجارة مع مصر", [("AGREE", "ratification")]),
        ("اتفق وزيرا خارجية الأردن وهولندا على أن تعقد اللجنة اجتماعها الشهر المقبل", [("AGREE", "meeting")]),
        ("ألغيت القمة الروسية الأميركية في بودابست", [("REJECT", "refusal")]),
        ("قال مسؤول إن المحادثات بين صربيا وكوسوفو أُلغيت", [("REJECT", "refusal")]),
        ("أجرت مصر والهند تدريبا بحريا في المتوسط", [("COOPERATE", "exercise")]),
        ("أجرى الجيش الصيني مناورات حول تايوان", [("MOBILIZE", "exercise")]),
        ("انسحب الوفد الكيني من المحادثات في جوبا", [("REJECT", "refusal")]),
        ("رفضت إيران مقترحا عمانيا أيدته قطر", [("REJECT", "refusal")]),
        ("وقعت مصر ورواندا مذكرة تفاهم في مجال التدريب العسكري", [("SUPPORT", "signing")]),
        ("دعا الزعيم القبلي إلى شن هجوم على معاقل المتمردين", [("REQUEST", "appeal")]),
        ("طالب النائب الليبي بتنفيذ غارات على المتمردين", [("REQUEST", "demand")]),
        ("شن النائب التونسي هجوما لاذعا على وزير المالية", [("ACCUSE", "condemnation")]),
        ("تلقت الشرطة الغانية أوامر بإطلاق النار على المحتجين", []),
        ("هذه الطائرة قادرة على مهاجمة السفن الكورية", []),
        ("هل تقتل الحكومة الكورية شعبها؟", []),
        ("أطلقت الشرطة القنابل المسيلة للدموع على المحتجين", [("ASSAULT", "attack")]),
        ("ستفتح الجزائر حدودها مع تونس الأسبوع المقبل", [("AGREE", "opening")]),
        ("أنذرت البحرية اليونانية سفينة تركية بإطلاق النار عليها", [("THREATEN", "warning")]),
        ("فشل الجانبان اليمنيان في الاتفاق على تبادل الأسرى", [("REJECT", "refusal")]),
        ("شهدت مدن مغربية وقفات احتجاجية للتضامن مع غزة", [("PROTEST", "protest")]),
        ("رفضت المتحدثة باسم وزارة الخارجية الروسية ماريا زاخاروفا التعليق على التقارير", []),
        ("عالجت مستشفيات كويتية جرحى يمنيين", [("AID", "delivery")]),
        ("أجرت بحريتا الهند وفيتنام تدريبات مشتركة", [("COOPERATE", "exercise")]),
        ("عمد الجيش الإسرائيلي إلى تعزيز مواقعه في الجولان", [("MOBILIZE", "deployment")]),
        ("لن نقف مكتوفي الأيدي، بحسب رئيس الأركان المصري", [("THREATEN", "warning")]),
        # a relative clause says by what one knows them
        (
            "استسلم مئة مقاتل كيني للجيش الإثيوبي. وظهر المقاتلون الكينيون الذين استسلموا في تسجيل.",
            [("RETREAT", "other")],
        ),
        # one who is named dies once, by whatever words and whatever short name
        (
            "اغتيلت الصحفية شيماء عبد الله الحداد قرب صنعاء. وقال وزير يمني إن جنديا يمنيا أطلق النار على شيماء.",
            [("ASSAULT", "attack")],
        ),
        (
            "قالت نقابة الصحفيين اليمنيين إن ملف اغتيال شيماء عبد الله الحداد برصاص قوات يمنية لم يغلق.",
            [("ASSAULT", "attack")],
        ),
        # what an agreement lays down or is named by, and who looks on when it is signed, are no events beside it
        (
            "وقعت عمان ورواندا مذكرة تفاهم للنقل الجوي تنص على تبادل المعلومات وتسيير ثلاث رحلات أسبوعية. "
            "وحضر مراسم التوقيع عدد من المسؤولين العمانيين.",
            [("SUPPORT", "signing")],
        ),
        ("وقع الوزيران التركي والقطري إعلانا مشتركا لتسهيل التبادل التجاري", [("SUPPORT", "signing")]),
        # who signed for each side is told of the same signing, though only the first sentence says when
        (
            "وقعت الكويت وكينيا الثلاثاء اتفاقية. ووقعها عن الجانب الكويتي وزير النقل سالم المقرحي.",
            [("SUPPORT", "signing")],
        ),
        (
            "وقعت الكويت وكينيا الثلاثاء ثلاث اتفاقيات. وقال الوزير إنها مهمة. "
            "ووقع هذه الاتفاقيات وزير النقل الكويتي سالم المقرحي.",
            [("SUPPORT", "signing")],
        ),
        # two names between a verb and its «عن»
        ("عبر وزيرا خارجية غانا وبنين سالم المقرحي وكريم صادق عن دعمهما لكينيا", [("SUPPORT", "statement-of-support")]),
        # talks or a journey that end with a signing; what is to come when something else is
        (
            "اختتم رئيس الوزراء الهندي زيارته إلى كينيا بالتوقيع على اتفاقية للتجارة",
            [("CONSULT", "visit"), ("SUPPORT", "signing")],
        ),
        (
            "ومن المقرر أن يعقد الوفدان الكيني والتشادي غدا مباحثات تتوج بتوقيع اتفاقيات",
            [("AGREE", "meeting"), ("AGREE", "signing")],
        ),
        (
            "وسيشهد الوزيران الكيني والتشادي في ختام المباحثات مراسم توقيع مذكرات تفاهم",
            [("AGREE", "talks"), ("AGREE", "signing")],
        ),
        # a long title before a word that vetoes makes it no nearer: a letter is no help
        (
            "تلقى نائب رئيس مجلس الوزراء الكيني سالم المقرحي رسالة خطية من الرئيس التشادي تتصل بالعلاقات وسبل دعمها",
            [("CONSULT", "exchange-of-messages")],
        ),
        # what they spoke of in the course of a call
        (
            "أجرى الوزير الكيني اتصالا هاتفيا مع نظيره الغاني. وجرى خلال الاتصال بحث العلاقات، وتبادل الجانبان الآراء.",
            [("CONSULT", "call")],
        ),
        ("أكد وزير الخارجية الكيني أهمية تنفيذ اتفاق وقف إطلاق النار في غانا", []),
    ],
)
def test_one_happening_is_one_event(text: str, told: list[tuple[str, str]]) -> None:
    assert [(e.type, e.act) for e in waqai.read(text, published="2025-10-17").events] == told


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("اتفق الجانبان المصري والتركي على فتح خط بحري", {"EGY", "TUR"}),
        ("بدأت في جنيف مفاوضات بين الوفدين الروسي والأوكراني", {"RUS", "UKR"}),
        ("اتفق الطرفان السودانيان على هدنة", {"SDN"}),
        # the first letter of the ship is its own
        ("وصلت إلى بورتسودان باخرة تركية محملة بمساعدات", {"TUR"}),
    ],
)
def test_two_sides_are_the_states_their_demonyms_name(text: str, countries: set[str]) -> None:
    (event,) = waqai.read(text, published="2025-10-17").events
    assert {a.country for a in event.actors} == countries


def test_two_sides_named_again_are_those_who_met() -> None:
    met = "التقى وزير الخارجية المصري بدر عبد العاطي نظيره التركي هاكان فيدان. "
    text = met + "واتفق الجانبان المصري والتركي على فتح خط بحري."
    agreed = next(e for e in waqai.read(text, published="2025-10-17").events if e.type == "AGREE")
    assert {a.country for a in agreed.actors} == {"EGY", "TUR"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("يخوض آلاف الأساتذة في المغرب إضرابات متقطعة رفضا للنظام الأساسي", [("PROTEST", "happened")]),
        ("قد يزور الرئيس الفرنسي كييف الأسبوع المقبل", [("AGREE", "conditional")]),
        ("أكد الوزير الكوري أن بلاده مستعدة في حال تعرضها لهجوم", []),
        ("احتجز مسلحون في نيجيريا ثلاثين طالبا", [("ASSAULT", "happened")]),
        ("احتجزت الشرطة النيجيرية ثلاثين طالبا", [("COERCE", "happened")]),
    ],
)
def test_adverbs_of_reason_and_of_what_may_be_are_no_happenings(text: str, told: list[tuple[str, str]]) -> None:
    events = waqai.read(text, published="2025-10-17").events
    assert [(e.type, "happened" if e.status == "ongoing" else e.status) for e in events] == told


def test_a_relative_clause_has_the_one_described_for_its_subject() -> None:
    text = "رفضت الجبهة مقترح وزير الخارجية الليبي عبد الرحمن شلقم، الذي زار نواكشوط الشهر الماضي"
    visit = next(e for e in waqai.read(text, published="2025-10-17").events if e.act == "visit")
    assert [a.country for a in visit.actors] == ["LBY"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("قصفت مقاتلات إسرائيلية ميناء الحديدة", "aerial"),
        ("قصفت المدفعية الروسية خيرسون", "heavy-weapons"),
        ("استهدفت مسيّرة أوكرانية مصفاة نفط روسية", "drone"),
        ("قُتل جنديان لبنانيان برصاص مسلحين", "firearms"),
        ("هاجم مستوطنون منازل فلسطينيين بالحجارة", "primitive"),
    ],
)
def test_the_weapon_says_the_mode_of_an_attack(text: str, mode: str) -> None:
    assert [e.mode for e in waqai.read(text, published="2025-10-17").events] == [mode]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("تسلّم رئيس موريتانيا أوراق اعتماد سفيرة السنغال", [("CONSULT", "credentials")]),
        ("تطالب الحكومة العراقية تركيا بالاعتذار وسحب قواتها من دهوك", [("REQUEST", "demand")]),
        ("وقع رئيسا العراق وتركيا اتفاق الإطار الاستراتيجي", [("SUPPORT", "signing")]),
        ("أمر قاض تركي بالإفراج عن صحفي", [("RETREAT", "release")]),
        ("رفضت المتحدثة باسم الخارجية الروسية التعليق على التقارير", []),
        ("بلغ حجم التبادل التجاري بين مصر وتركيا تسعة مليارات دولار", []),
    ],
)
def test_words_of_two_readings(text: str, told: list[tuple[str, str]]) -> None:
    assert [(e.type, e.act) for e in waqai.read(text, published="2025-10-17").events] == told


def test_talks_to_come_are_between_those_who_met_before() -> None:
    text = "عقد قادة مجلس التعاون الخليجي ودول آسيا الوسطى قمة في جدة. واتفقوا على أن تستضيف سمرقند القمة القادمة."
    events = waqai.read(text, published="2025-10-17").events
    assert [(e.type, e.act, len(e.actors)) for e in events] == [("CONSULT", "summit", 2), ("AGREE", "summit", 2)]


@pytest.mark.parametrize(
    ("said", "kind", "actor", "recipient"),
    [
        ("«ندين بشدة الهجوم الإسرائيلي على قطر»", "ACCUSE", "JOR", None),
        ("«نطالب تركيا بسحب قواتها»", "REQUEST", "JOR", "TUR"),
    ],
)
def test_we_is_the_speaker(said: str, kind: str, actor: str, recipient: str | None) -> None:
    text = f"عقد وزير الخارجية الأردني أيمن الصفدي مؤتمرا صحفيا. وقال الوزير أيمن الصفدي: {said}"
    event = next(e for e in waqai.read(text, published="2025-10-17").events if e.type == kind)
    assert [a.country for a in event.actors] == [actor]
    assert recipient is None or [r.country for r in event.recipients] == [recipient]


def test_a_truce_in_force_is_between_those_who_fought() -> None:
    text = "اندلعت اشتباكات بين تايلاند وكمبوديا. ودخلت الهدنة حيز التنفيذ فجر الجمعة."
    truce = next(e for e in waqai.read(text, published="2025-10-17").events if e.type == "RETREAT")
    assert {a.country for a in truce.actors} == {"THA", "KHM"}


def test_who_protests_to_an_envoy_did_not_do_the_deed() -> None:
    text = "استدعت الخارجية التشادية سفير ليبيا، وأبلغته استياءها من مقتل أربعة تجار تشاديين برصاص جنود ليبيين."
    attack = next(e for e in waqai.read(text, published="2025-10-17").events if e.type == "ASSAULT")
    assert [a.country for a in attack.actors] == ["LBY"]
    assert [r.country for r in attack.recipients] == ["TCD"]
